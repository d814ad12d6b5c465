"""All that writes a file, in one list: with each of them tests fill the disk and kill the program."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import annexes
import geopandas as gpd
import pandas as pd
import pyarrow as pa
import shapely
from trials import random_changes
from typer.main import get_command

import bk_gis
from bk_gis.cli import app
from bk_gis.cli.commands import folders  # noqa: F401 - it adds its commands
from bk_gis.errors import Lang
from bk_gis.exports import exporter
from bk_gis.io import found_rows, writing
from bk_gis.io.batches import TextForm
from bk_gis.io.points import Found, points_column
from bk_gis.io.sets import whole_set
from bk_gis.maps.sheet import printing
from bk_gis.reports.plan_report import make_report
from bk_gis.reports.word.document import write_docx
from bk_gis.reports.workbook import write_workbook

_SOURCES = tempfile.TemporaryDirectory()
PROVINCE = Path(__file__).parents[1] / "fixtures" / "province"


@dataclass(frozen=True)
class Writer:
    """What writes a file, or a set of files, in one of two states."""

    way: str
    ending: str
    write: Callable[[Path, Lang], object]
    slow: bool = False

    def __call__(self, folder: Path, lang: Lang = "vi") -> Path:
        """Write `a` in a folder; give its path."""
        path = folder / f"a{self.ending}"
        self.write(path, lang)
        return path

    def __str__(self) -> str:
        return f"{self.way} {self.ending}"


@cache
def plan() -> bk_gis.Plan:
    return bk_gis.load_plan(PROVINCE)


@cache
def points(rows: int) -> gpd.GeoDataFrame:
    spots = [None if row % 7 == 3 else shapely.Point(105 + row / 10000, 22) for row in range(rows)]
    names = {"tên": [f"Cẩm Giàng {row}" for row in range(rows)], "n": range(rows)}
    return gpd.GeoDataFrame(names, geometry=spots, crs=4326)


def _set(path: Path, lang: Lang) -> None:
    with whole_set(path) as part:
        for ending in (".tab", ".dat", ".map", *([".ind"] if lang == "en" else [])):
            part.with_suffix(ending).write_text(lang)


# A set that takes no time to write: what is replaced when is the same for all sets.
SMALL_SET = Writer("whole_set", ".tab", _set)


def _frame(path: Path, lang: Lang) -> None:
    writing.write_frame(points(200 if lang == "en" else 300), path)


def _rows(path: Path, lang: Lang) -> None:
    def found():
        for start in range(0, 200 if lang == "en" else 300, 100):
            some = points(300)[start : start + 100]
            xy = some.get_coordinates().reindex(some.index).to_numpy()
            table = pa.Table.from_pandas(pd.DataFrame(some.drop(columns="geometry")), preserve_index=False)
            yield Found(table.append_column("geometry", points_column(xy)), {}, xy, some.crs, "geometry")

    found_rows.write_found(path, found(), form=TextForm(), degrees=())


def _export(path: Path, lang: Lang) -> None:
    bk_gis.export(plan(), path, lang=lang)


def _sheet(path: Path, lang: Lang) -> None:
    bk_gis.print_map(plan(), path, lang=lang, paper="A4")


def _picture(path: Path, lang: Lang) -> None:
    printing.map_picture(plan(), path, lang=lang)


def _page(path: Path, lang: Lang) -> None:
    bk_gis.phase_map(plan(), by=2035, lang=lang).save(path)


def _workbook(path: Path, lang: Lang) -> None:
    write_workbook(plan(), path, lang=lang)


def _document(path: Path, lang: Lang) -> None:
    write_docx(make_report(plan(), lang=lang), path, created=plan().decision.date)


@cache
def _annex(lang: Lang) -> Path:
    path = Path(_SOURCES.name) / f"{lang}.txt"
    annexes.write_text(path, [*annexes.HEAD, *annexes.BODY[: 3 if lang == "en" else None]])
    return path


def _read_annex(path: Path, lang: Lang) -> None:
    get_command(app.app)(["read-annex", str(_annex(lang)), "-o", str(path)], standalone_mode=False)


def _text(path: Path, lang: Lang) -> None:
    app.write_text("Cụm công nghiệp\n" * (900 if lang == "en" else 1000), path)


def _changes(path: Path, lang: Lang) -> None:
    bk_gis.write_changes(random_changes(plan(), 1, length=20 if lang == "en" else 30), path)


def _writers() -> Iterator[Writer]:
    frames = (".csv", ".xlsx", *writing._VECTORS)  # noqa: SLF001 - so that a format that is added is tried
    yield from (Writer("write_frame", ending, _frame) for ending in frames)
    yield from (Writer("write_found", ending, _rows) for ending in found_rows.ENDINGS)
    yield from (Writer("export", ending, _export) for ending in exporter._WRITERS)  # noqa: SLF001
    yield from (Writer("print_map", ending, _sheet, slow=True) for ending in printing._METADATA)  # noqa: SLF001
    yield Writer("map_picture", ".png", _picture, slow=True)
    yield Writer("phase_map", ".html", _page)
    yield Writer("write_workbook", ".xlsx", _workbook)
    yield Writer("write_docx", ".docx", _document)
    yield Writer("read-annex", ".csv", _read_annex)
    yield Writer("write_text", ".md", _text)
    yield Writer("write_changes", ".toml", _changes)


WRITERS = tuple(_writers())
