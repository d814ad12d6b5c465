"""Join the points of a file, which may be larger than memory."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
from shapely import from_wkb

from bk_gis.errors import InputError, Lang, Text
from bk_gis.geo.locator import Array
from bk_gis.io.batches import Batch
from bk_gis.io.delimited import TEXT_ENDINGS
from bk_gis.io.headers import OWN_GEOMETRY
from bk_gis.io.points import Found, coded, coordinates_in, points_column
from bk_gis.io.tables import LAT_COLUMNS, LON_COLUMNS, Coordinates, find_coordinates
from bk_gis.language.words import both
from bk_gis.places.communes import OnCommunes
from bk_gis.places.file_rows import Answers, answer_file
from bk_gis.places.points import require_point_shapes
from bk_gis.places.regions import Regions


def join_file(
    source: Path,
    output: Path,
    plan: OnCommunes,
    *,
    x: str | None = None,
    y: str | None = None,
    crs: str | None = None,
    nearest_within_m: float | None = None,
    lang: Lang = "vi",
    then: Callable[[pd.DataFrame], pd.DataFrame] | None = None,
    note: Callable[[Text], None] = lambda _note: None,
    progress: Callable[[int], None] = lambda _rows: None,
) -> tuple[int, int]:
    """
    Join the points of a file and write them to another one; see `read_points`, `join_regions`, `answer_file`.

    `then` is what else is done to joined rows. Returns the number of rows, and of those with a commune as
    stated: within or nearest.
    """
    regions = Regions(plan.communes)
    with_points = output.suffix.lower() not in TEXT_ENDINGS
    doubtful = 0

    def counted(methods: Counter[str]) -> int:
        nonlocal doubtful
        doubtful += methods["zone"]
        return methods["within"] + methods["nearest"]

    def begin(first: Batch) -> Answers:
        stated = find_coordinates(first, x=x, y=y, crs=crs, zone=lambda: regions.zone)
        names, district = regions.names(first.table)

        def frame(batch: Batch) -> tuple[pd.DataFrame, int]:
            joined = regions.join(stated.points(batch), None, nearest_within_m, lang)
            return then(joined) if then else joined, counted(Counter(joined["join_method"]))

        def rows(batch: Batch) -> tuple[Found, int]:
            table, column, xy, at = _located(batch, stated, with_points=with_points)
            texts = None if district is None else _coded(batch.column(district))
            position, ledger = regions.find(xy, at, texts, nearest_within_m)
            kinds, each = regions.kinds(names, position, ledger, lang)
            if then:
                more = then(pd.DataFrame(kinds)).items()
                kinds = {str(name): [None if pd.isna(c) else c for c in cells] for name, cells in more}
            if taken := [name for name in kinds if name in batch.table.column_names]:
                raise InputError(both("fault_places.columns taken", names=taken))
            added = {name: coded(cells, each) for name, cells in kinds.items()}
            return Found(table, added, xy, at, column, lines=batch.lines), counted(ledger.counts())

        sought = ((x, LON_COLUMNS), (y, LAT_COLUMNS)) if stated.columns else ()
        return Answers(frame, rows, sought, (*stated.columns, district), stated.degrees)

    done = answer_file(source, output, begin, note=note, progress=progress)
    if doubtful:
        note(both("cli.other zone", count=doubtful))
    return done


def _coded(column: Any) -> tuple[Array, list[Any]]:
    """Give the texts of a column numbers, -1 for none."""
    texts = column.dictionary_encode()
    return texts.indices.fill_null(-1).to_numpy(), texts.dictionary.to_pylist()


def _located(batch: Batch, stated: Coordinates, *, with_points: bool) -> tuple[Any, Any, Array, Any]:
    """Find the points of a batch: its table, where asked for with a column of them, that, xy and CRS."""
    table, shapes = batch.table, batch.shapes
    if shapes is not None:
        crs = stated.crs if shapes.crs is None else shapes.crs
        wkb = batch.column(shapes.column)
        xy = coordinates_in(wkb)
        if xy is None:
            xy = require_point_shapes(from_wkb(wkb.to_numpy(zero_copy_only=False)))
        return table, shapes.column, xy, crs
    xy = stated.read(batch)
    names = [OWN_GEOMETRY if name == "geometry" else name for name in table.column_names]
    table = table.rename_columns(names)
    if not with_points:
        return table, None, xy, stated.crs
    return table.append_column("geometry", points_column(xy)), "geometry", xy, stated.crs
