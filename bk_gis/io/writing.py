"""Write results: whole or not at all."""

import datetime as dt
import re
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import geopandas as gpd
import pandas as pd
import pyogrio

from bk_gis.errors import InputError, MissingFileError
from bk_gis.geo.crs import WGS84
from bk_gis.io.delimited import TextForm
from bk_gis.io.excel import DATES, FORMATS, plain_text
from bk_gis.io.vector import require_arrow

# In DataFrame.attrs: the columns that the points were made of, where they are degrees.
DEGREES = "bk_gis_degrees"
_VECTORS = {".geojson": "GeoJSON", ".gpkg": "GPKG"}
_XLSX_ROWS = 1 << 20
_DATE_WIDTH = 18  # characters; a date that is wider than its column is shown as ####
_UNSAVED = ("-wal", "-journal")  # what SQLite has beside a database that is being changed
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # w3.org/TR/xml, Char


@contextmanager
def whole_file(target: str | Path) -> Iterator[Path]:
    """
    Give a path to write to; what is there when all went well becomes the target, in one step.

    A failure leaves the target as it was and nothing beside it. The path has the target's own name, in
    a hidden folder beside it, since some formats write their file's name into it.

    Raises
    ------
    MissingFileError
        There is no folder to write to.
    InputError
        The target is no file, or a GeoPackage that another program is changing.
    """
    target = Path(target).resolve()
    if not target.parent.is_dir():
        raise MissingFileError(f"there is no folder {target.parent} to write {target.name} to")
    if target.exists() and not target.is_file():
        raise InputError(f"cannot write {target}: it is a folder or a device; expected the name of a file")
    _require_closed(target)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".part-") as folder:
        part = Path(folder) / target.name
        yield part
        _require_closed(target)
        part.replace(target)


def _require_closed(target: Path) -> None:
    """Refuse a GeoPackage with changes beside it: SQLite would play them into the new file and ruin it."""
    beside = [target.with_name(target.name + ending) for ending in _UNSAVED]
    unsaved = [file.name for file in beside if file.is_file() and file.stat().st_size]
    if target.suffix.lower() == ".gpkg" and unsaved:
        raise InputError(
            f"cannot write {target}: {unsaved[0]} beside it holds changes of another program, such as QGIS, "
            "that has it open; close it there, or write to another name"
        )


@contextmanager
def whole_set(target: str | Path, *, stale: Collection[str] = ()) -> Iterator[Path]:
    """
    Do the same for a format of several files: what is written beside the path appears beside the target.

    The target itself comes last. Files that have its name and a `stale` ending are of the old set, and go.
    """
    with whole_file(target) as part:
        yield part
        if not part.is_file():
            made = ", ".join(sorted(file.name for file in part.parent.iterdir())) or "nothing"
            raise MissingFileError(f"{part.name} was not written, but {made}; nothing was replaced")
        home = part.parent.parent
        beside = sorted(file for file in part.parent.iterdir() if file != part)
        if blocked := [file.name for file in beside if (home / file.name).is_dir()]:
            raise InputError(f"cannot write {', '.join(blocked)}: there are folders of these names")
        for ending in stale:
            (home / part.name).with_suffix(ending).unlink(missing_ok=True)
        for file in beside:
            file.replace(home / file.name)


def write_frame(frame: gpd.GeoDataFrame, path: str | Path, *, form: TextForm | None = None) -> None:
    """
    Write by the ending: .csv or .xlsx (with lon and lat), .geojson, .gpkg or .parquet.

    `form` is the form of a .csv; by default UTF-8 with its mark, commas and decimal points.
    """
    path = Path(path)
    ending = path.suffix.lower()
    endings = (".csv", ".xlsx", *_VECTORS, ".parquet")
    if ending not in endings:
        raise InputError(f"cannot write {path.name}; expected it to end in {', '.join(endings)}")
    if ending in (*_VECTORS, ".parquet"):
        frame = _one_kind(frame)
    with whole_file(path) as part:
        if ending == ".csv":
            form = form or TextForm()
            with part.open("w", encoding=form.encoding, newline="") as file:
                write_text(with_lon_lat(frame), file, form)
        elif ending == ".xlsx":
            _write_xlsx(with_lon_lat(frame), part, frame.attrs.get(FORMATS, {}))
        elif ending == ".parquet":
            require_arrow()
            frame.to_parquet(part)
        else:
            with no_clock():
                frame.to_file(part, driver=_VECTORS[ending], engine="pyogrio", layer=layer_name(part))


def write_text(table: pd.DataFrame, file: IO[str], form: TextForm, *, header: bool = True) -> None:
    """Write rows as delimited text, lines ending as in RFC 4180: then a carriage return is quoted too."""
    table.to_csv(
        file,
        sep=form.separator,
        decimal=form.decimal,
        index=False,
        header=header,
        lineterminator="\r\n",
    )


def _one_kind(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Make columns of several kinds of cells text, as files with one type a column need."""
    if twice := sorted({str(name) for name in frame.columns[frame.columns.duplicated()]}):
        raise InputError(
            f"the columns {', '.join(twice)} are there several times; rename them, or write .xlsx"
        )
    names = [name for name in frame.columns if pd.api.types.is_object_dtype(frame[name])]
    return frame.assign(**{name: plain_text(frame[name]) for name in names})


def _write_xlsx(table: pd.DataFrame, part: Path, formats: Mapping[Any, str]) -> None:
    if len(table) >= _XLSX_ROWS:
        raise InputError(f"a sheet of Excel holds {_XLSX_ROWS - 1:,} rows, not {len(table):,}; write .csv")
    with excel_writer(part) as writer:
        table.to_excel(writer, index=False, freeze_panes=(1, 0))
        sheet = next(iter(writer.sheets.values()))
        for i, name in enumerate(table):
            if (shown := formats.get(name)) is not None:
                style = writer.book.add_format({"num_format": shown})
                _format_column(sheet, i, table.iloc[:, i], style)


def _format_column(sheet: Any, i: int, column: "pd.Series[Any]", style: Any) -> None:
    """Show the numbers of a column in a format; dates have one of their own by now and are written again."""
    cells = enumerate(column.astype(object), start=1)
    dates = [(row, cell) for row, cell in cells if isinstance(cell, DATES) and pd.notna(cell)]
    sheet.set_column(i, i, _DATE_WIDTH if dates else None, style)
    for row, cell in dates:
        sheet.write(row, i, cell, style)


@contextmanager
def excel_writer(part: Path) -> Iterator[pd.ExcelWriter[Any]]:
    """Open a workbook: text stays text, whatever it begins with, and the bytes do not depend on the clock."""
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with pd.ExcelWriter(part, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
        yield writer


def xml_text(root: ET.Element) -> str:
    """Write XML as text; what XML cannot hold, however it is escaped, becomes a sign that says so."""
    ET.indent(root, " ")
    return _NO_XML.sub("\ufffd", ET.tostring(root, encoding="unicode"))


def layer_name(path: Path) -> str:
    """Name the layer of a file after it; GDAL refuses a name with spaces or signs."""
    return re.sub(r"\W+", "_", path.stem).strip("_") or "records"


@contextmanager
def no_clock() -> Iterator[None]:
    """Stop the clock for GDAL: a GeoPackage says when it was changed, and same input is same bytes."""
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2000-01-01T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def with_lon_lat(frame: gpd.GeoDataFrame) -> pd.DataFrame:
    """
    Give points as a table with longitude and latitude, unless its own columns are just these.

    Raises
    ------
    InputError
        A column that would be added is there, and so is one with `_joined` appended.
    """
    table = pd.DataFrame(frame.drop(columns=frame.geometry.name))
    if frame.attrs.get(DEGREES) and set(frame.attrs[DEGREES]) <= set(table.columns):
        return table
    names = [name if name not in table else f"{name}_joined" for name in ("lon", "lat")]
    if taken := [name for name in names if name in table]:
        raise InputError(f"the points already have {', '.join(taken)}; drop or rename them")
    degrees = frame.geometry.to_crs(WGS84)
    return table.assign(**dict(zip(names, (degrees.x.round(6), degrees.y.round(6)), strict=True)))
