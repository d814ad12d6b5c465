"""A column of any type of Parquet's goes through Parquet as it was; elsewhere it is written or refused."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

from bk_gis.errors import InputError
from bk_gis.io.batches import TextForm
from bk_gis.io.found_rows import write_found
from bk_gis.io.points import Found, coded, points_column
from bk_gis.io.tables import read_batches, read_table, read_whole
from bk_gis.io.writing import write_frame

ROWS = 4
MIDNIGHT = dt.datetime(2026, 1, 2)  # noqa: DTZ001 - zones are those of the types
ONE = {  # a value of each type
    **dict.fromkeys([pa.int8(), pa.uint64(), pa.float32(), pa.float64()], 3),
    **dict.fromkeys([pa.string(), pa.large_string(), pa.string_view(), pa.json_()], "xã"),
    **dict.fromkeys([pa.binary(), pa.large_binary(), pa.binary_view(), pa.binary(2)], b"\xffa"),
    **dict.fromkeys([pa.decimal32(5, 2), pa.decimal128(5, 2), pa.decimal256(50, 2)], Decimal("1.10")),
    **dict.fromkeys([pa.date32(), pa.date64()], MIDNIGHT.date()),
    **dict.fromkeys([pa.time32("ms"), pa.time64("us")], dt.time(3, 4)),
    **{pa.timestamp("ms", zone): MIDNIGHT for zone in (None, "UTC", "Asia/Ho_Chi_Minh", "+07:00")},
    pa.float16(): np.float16(1.5),
    pa.bool_(): True,
    pa.null(): None,
    pa.duration("us"): dt.timedelta(hours=30),
    pa.uuid(): b"0123456789abcdef",
    pa.bool8(): 1,
    pa.dictionary(pa.int32(), pa.string()): "huyện",
}


@st.composite
def _nested(draw: st.DrawFn, within: st.SearchStrategy[Any]) -> tuple[Any, Any]:
    kind, value = draw(within)
    lists = st.sampled_from([pa.list_, pa.large_list, pa.list_view, lambda of: pa.list_(of, 2)])
    return draw(
        st.one_of(
            lists.map(lambda made: (made(kind), [value, value])),
            st.just((pa.struct([("a", kind), ("b", pa.int8())]), {"a": value, "b": 1})),
            st.just((pa.map_(pa.string(), kind), [("a", value)])),
        )
    )


TYPES = st.recursive(st.sampled_from(list(ONE.items())), _nested, max_leaves=3)


def in_parquet(path: Path, cells: list[Any], kind: Any) -> Any:
    """Write a column of a type; gives what is read back, None where Parquet or Arrow has no such type."""
    try:
        storage = getattr(kind, "storage_type", kind)
        column = pa.array(cells, storage)
        column = column if storage is kind else pa.ExtensionArray.from_storage(kind, column)
        pq.write_table(pa.table({"id": range(len(cells)), "c": column}), path)
        return pq.read_table(path).column("c")
    except (NotImplementedError, TypeError, pa.ArrowInvalid):
        return None


def streamed(source: Path, output: Path, size: int = 2) -> None:
    """Write a file anew with a point for each row, some rows at a time, as `join` does."""

    def rows() -> Any:
        for batch in read_batches(source, size):
            xy = np.full((len(batch.table), 2), 22.0)
            table = batch.table.append_column("geometry", points_column(xy))
            yield Found(table, {"found": coded(["a"], np.zeros(len(xy)))}, xy, CRS(4326), "geometry")

    write_found(output, rows(), form=TextForm(), degrees=())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("types")


CELLS = st.lists(st.booleans(), min_size=ROWS, max_size=ROWS)  # whether there is one


@pytest.mark.costly
@settings(max_examples=40)
@given(made=TYPES, cells=CELLS)
def test_every_type_goes_through_parquet_as_it_is(folder: Path, made: Any, cells: list[bool]) -> None:
    kind, value = made
    there = in_parquet(folder / "a.parquet", [value if full else None for full in cells], kind)
    if there is not None:
        streamed(folder / "a.parquet", folder / "b.parquet")
        back = pq.read_table(folder / "b.parquet").column("c")
        assert back.type == there.type
        assert back.combine_chunks().equals(there.combine_chunks())


@pytest.mark.slow
@pytest.mark.parametrize("ending", [".csv", ".gpkg", ".xlsx"])
@settings(max_examples=60)
@given(made=TYPES, cells=CELLS)
def test_every_type_is_written_or_refused(folder: Path, made: Any, cells: list[bool], ending: str) -> None:
    kind, value = made
    source = folder / "a.parquet"
    if in_parquet(source, [value if full else None for full in cells], kind) is None:
        return
    try:
        if ending == ".xlsx":
            write_frame(read_whole(source).table, folder / "b.xlsx")
        else:
            streamed(source, folder / f"b{ending}")
    except InputError as error:
        assert ("cannot be read" if ending == ".xlsx" else "type of") in error.en  # noqa: PT017


def test_a_type_that_a_geopackage_has_not_is_named_and_is_no_full_disk(tmp_path: Path) -> None:
    assert in_parquet(tmp_path / "a.parquet", [dt.timedelta(1)], pa.duration("us")) is not None
    with raises(InputError, r"^a \.gpkg holds no data of the type of column c \(duration\[us\]\); "):
        streamed(tmp_path / "a.parquet", tmp_path / "b.gpkg")


def test_texts_and_bytes_of_any_layout_are_written_to_a_geopackage(tmp_path: Path) -> None:
    for kind, cell in ((pa.string_view(), "xã"), (pa.binary_view(), b"\xff")):
        assert in_parquet(tmp_path / "a.parquet", [cell, None], kind) is not None
        streamed(tmp_path / "a.parquet", tmp_path / "b.gpkg")
        assert read_table(tmp_path / "b.gpkg")["c"].tolist()[0] == cell


@pytest.mark.parametrize("ending", [".geojson", ".gpkg"])
def test_a_type_of_a_frame_that_gdal_has_not_is_named(tmp_path: Path, points: Any, ending: str) -> None:
    with raises(InputError, r"type of column c \(timedelta64"):
        write_frame(points.assign(c=pd.Timedelta("1h")), tmp_path / f"a{ending}")


@pytest.mark.parametrize("kind", ["datetime64[us, Asia/Ho_Chi_Minh]", object])
def test_times_in_a_zone_are_texts_in_excel_as_in_a_csv(tmp_path: Path, kind: Any) -> None:
    cells = pd.Series([pd.Timestamp("2026-01-02T03:04", tz="Asia/Ho_Chi_Minh"), None], dtype=kind)
    write_frame(pd.DataFrame({"id": [1, 2], "lúc": cells}), tmp_path / "a.xlsx")
    write_frame(pd.DataFrame({"id": [1, 2], "lúc": cells}), tmp_path / "a.csv")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert [sheet["B2"].value, sheet["B3"].value] == ["2026-01-02 03:04:00+07:00", None]
    assert read_table(tmp_path / "a.csv")["lúc"].tolist() == ["2026-01-02 03:04:00+07:00", ""]


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_a_long_list_is_written_to_its_end(tmp_path: Path, ending: str) -> None:
    cells = [list(range(2000)), None]
    assert in_parquet(tmp_path / "a.parquet", cells, pa.list_(pa.int64())) is not None
    if ending == ".csv":
        streamed(tmp_path / "a.parquet", tmp_path / "b.csv")
    else:
        write_frame(read_whole(tmp_path / "a.parquet").table, tmp_path / "b.xlsx")
    assert read_table(tmp_path / f"b{ending}")["c"].fillna("").tolist() == [str(cells[0]), ""]
