"""A file joined some rows at a time is the file joined at once; an interruption leaves nothing."""

from collections.abc import Iterator
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyogrio
import pytest
import shapely
from failures import raises

import bk_gis
from bk_gis.errors import CrsError, InputError
from bk_gis.io.tables import read_table
from bk_gis.io.vector import count_rows
from bk_gis.places import file_rows
from bk_gis.places.file_rows import can_stream
from bk_gis.places.join_files import join_file
from bk_gis.plan.model import Plan

ROWS = 1050  # more than ten chunks of a hundred, and a rest


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_rows, "ROWS_AT_A_TIME", 100)


@pytest.fixture(scope="module")
def points() -> gpd.GeoDataFrame:
    rng = np.random.default_rng(4)
    xy = rng.uniform([105.4, 21.8], [106.25, 22.75], (ROWS, 2))
    frame = gpd.GeoDataFrame(
        {
            "id": np.arange(ROWS),
            "tên": [f"hộ {i}" if i % 7 else "" for i in range(ROWS)],
            "n": [float(i) if i > 500 else np.nan for i in range(ROWS)],
            "huyện": rng.choice(["Ba Bể", "Huyện Na Rì", ""], ROWS),
        },
        geometry=shapely.points(xy),
        crs="EPSG:4326",
    )
    frame.loc[frame.index % 50 == 0, "geometry"] = None
    return frame


def written(points: gpd.GeoDataFrame, path: Path) -> Path:
    if path.suffix == ".parquet":
        points.to_parquet(path)
    elif path.suffix == ".gpkg":
        points.to_file(path)
    else:
        table = pd.DataFrame(points.drop(columns="geometry")).assign(
            lon=points.geometry.x, lat=points.geometry.y
        )
        table.to_csv(path, index=False)
    return path


@pytest.mark.costly
@pytest.mark.parametrize("source", [".csv", ".gpkg", ".parquet"])
@pytest.mark.parametrize("output", [".csv", ".gpkg", ".parquet"])
def test_rows_order_and_answers_are_those_of_the_whole(
    tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame, source: str, output: str
) -> None:
    target = tmp_path / f"out{output}"
    seen: list[int] = []
    path = written(points, tmp_path / f"in{source}")
    rows, good = join_file(path, target, plan, progress=seen.append)
    expected = bk_gis.join_regions(points, plan)
    assert (rows, good) == (ROWS, int((expected["join_method"] == "within").sum()))
    assert seen == [100] * 10 + [50]
    found = read_table(target)
    assert found["id"].astype(int).tolist() == expected["id"].tolist()
    for column in (
        "join_reason",
        "tên",
        "commune_code",
        "commune",
        "district",
        "subregion",
        "subregion_label",
        "join_method",
    ):
        assert found[column].fillna("").tolist() == expected[column].fillna("").tolist(), column
    if isinstance(found, gpd.GeoDataFrame):
        assert found.crs == points.crs
        missing = expected.geometry.isna()
        assert (found.geometry.isna() | found.geometry.is_empty).tolist() == missing.tolist()
        assert (found.geometry[~missing] == expected.geometry[~missing]).all()


@pytest.mark.costly
def test_parquet_keeps_the_types_of_every_column_and_its_crs(
    tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame
) -> None:
    import pyarrow.parquet as pq

    metric = points.to_crs("EPSG:9213").rename_geometry("vị trí")
    metric["day"] = pd.Timestamp("2014-02-25")
    metric["kind"] = pd.Categorical(["xưởng", None, "kho"] * (ROWS // 3))
    metric["nothing"] = None
    metric["whole"] = pd.array([None if i < 300 else i for i in range(ROWS)], dtype="Int32")
    metric.to_parquet(tmp_path / "in.parquet")
    join_file(tmp_path / "in.parquet", tmp_path / "out.parquet", plan)
    before, after = (pq.read_schema(tmp_path / name) for name in ("in.parquet", "out.parquet"))
    kept = [(field.name, field.type) for field in after if field.name in before.names]
    assert kept == [(field.name, field.type) for field in before]
    found = gpd.read_parquet(tmp_path / "out.parquet")
    assert found.geometry.name == "vị trí"
    assert found.crs == "EPSG:9213"


@pytest.mark.filterwarnings("ignore")  # GDAL's, of times in another zone than UTC
def test_times_come_back_as_they_were(tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame) -> None:
    zoned = pd.date_range("2014-02-25 08:00", periods=ROWS, freq="h", tz="Asia/Ho_Chi_Minh")
    timed = points.assign(at=zoned.tz_localize(None), zoned=zoned)
    for source in (".parquet", ".gpkg"):
        for output in (".parquet", ".gpkg"):
            path = written(timed, tmp_path / f"in{source}")
            join_file(path, tmp_path / f"out{output}", plan)
            found = read_table(tmp_path / f"out{output}")
            assert (found["at"] == timed["at"]).all(), (source, output)
            assert (pd.to_datetime(found["zoned"], utc=True) == timed["zoned"]).all(), (source, output)
            assert found["at"].dt.tz is None


@pytest.mark.filterwarnings("ignore")  # GDAL's, of times in another zone than UTC
def test_times_of_two_kinds_in_a_column_are_refused_where_it_has_one(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "in.gpkg"
    spots = gpd.GeoSeries([shapely.Point(105.9, 22.2)] * 150, crs=4326)
    texts = ["2014-02-25T08:00:00"] * 120 + ["2014-02-25T08:00:00+07:00"] * 30
    frame = gpd.GeoDataFrame({"at": texts}, geometry=spots)
    column = pa.field("at", pa.string(), metadata={"GDAL:OGR:type": "DateTime"})
    table = pa.Table.from_pandas(pd.DataFrame(frame.to_wkb()), preserve_index=False)
    table = table.cast(pa.schema([column, pa.field("geometry", pa.binary())]))
    kept = {"geometry_name": "geometry", "geometry_type": "Point", "crs": "EPSG:4326"}
    pyogrio.write_arrow(table, path, driver="GPKG", layer="in", **kept)
    with raises(InputError, match="times of one column are not written alike"):
        join_file(path, tmp_path / "out.parquet", plan)
    join_file(path, tmp_path / "out.csv", plan)
    assert read_table(tmp_path / "out.csv")["at"].tolist() == texts


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_comes_back_as_it_stands(tmp_path: Path, plan: Plan, end: str) -> None:
    lines = ['"007", ,"105,9",22.2', '"a""b\n",25/02/2014,105.9,"22.2"', " x,1e3,0,0", ",,,"]
    text = end.join(["n,m,lon,lat", *lines])
    for close in ("", end):
        (tmp_path / "in.csv").write_bytes((text + close).encode())
        join_file(tmp_path / "in.csv", tmp_path / "out.csv", plan)
        found = (tmp_path / "out.csv").read_bytes().decode("utf-8-sig").split("\r\n")
        assert [line[: len(own)] for line, own in zip(found[1:], lines, strict=False)] == lines
        assert [line.endswith(",within,") for line in found[1:3]] == [True, True]


def test_a_point_outside_can_take_the_nearest_commune(
    tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame
) -> None:
    path = written(points, tmp_path / "in.parquet")
    _, inside = join_file(path, tmp_path / "a.parquet", plan)
    _, near = join_file(path, tmp_path / "b.parquet", plan, nearest_within_m=5000)
    assert inside < near


@pytest.mark.costly
def test_a_file_without_rows_gives_one_without_rows(
    tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame
) -> None:
    for ending in (".csv", ".gpkg", ".parquet"):
        path = written(points.iloc[:0], tmp_path / f"none{ending}")
        for output in (".csv", ".gpkg", ".parquet"):
            assert join_file(path, tmp_path / f"out{output}", plan) == (0, 0)
            assert "commune_code" in read_table(tmp_path / f"out{output}")


@pytest.mark.parametrize("failure", [KeyboardInterrupt, MemoryError])
@pytest.mark.parametrize("output", [".csv", ".gpkg", ".parquet"])
def test_an_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame, output: str, failure: type[BaseException]
) -> None:
    path = written(points, tmp_path / "in.parquet")
    target = tmp_path / f"out{output}"
    target.write_text("old")
    calls: Iterator[int] = iter(range(3))

    def stop(_rows: int) -> None:
        if next(calls) == 2:
            raise failure

    with pytest.raises(failure):
        join_file(path, target, plan, progress=stop)
    assert target.read_text() == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["in.parquet", target.name])


@pytest.mark.parametrize("end", [".csv", ".parquet", ".geojson", ".xlsx"])
def test_a_record_of_empty_cells_is_kept_and_a_blank_line_is_none(bk, tmp_path: Path, end: str) -> None:
    (tmp_path / "in.csv").write_text("\nid,lon,lat\n1,105.85,22.15\n,,\n  \n\n2,105.9,22.2\n")
    assert bk("join", tmp_path / "in.csv", "-o", tmp_path / f"out{end}").code == 0
    found = read_table(tmp_path / f"out{end}")
    assert found["id"].fillna("").tolist() == ["1", "", "2"]
    assert found["join_method"].tolist() == ["within", "empty", "within"]


def test_a_row_below_blank_lines_has_the_number_of_a_spreadsheet(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "in.csv"
    path.write_text("sep=;\n\nlon;lat\n\n" + "105,9;22,2\n" * 250 + "\neast;22\n", encoding="utf-16")
    with raises(InputError, match=r"in.csv, row 256, column lon: 'east' is not a number"):
        join_file(path, tmp_path / "out.csv", plan)
    path.write_text("\nlon;lat\n" + "105,9;22,2\n" * 250 + '"', encoding="utf-8")
    with raises(InputError, match=r"in.csv: is not readable after row 252"):
        join_file(path, tmp_path / "out.csv", plan)


def test_a_row_that_is_wrong_far_down_is_located(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "in.csv"
    path.write_text("lon;lat\n" + "105,9;22,2\n" * 250 + "105,9\n", encoding="utf-16")
    with raises(InputError, match=r"in.csv, row 252: has 1 cells; expected 2"):
        join_file(path, tmp_path / "out.csv", plan)
    path.write_text("lon;lat\n" + "105,9;22,2\n" * 250 + "east;22\n", encoding="utf-16")
    with raises(InputError, match=r"in.csv, row 252, column lon: 'east' is not a number"):
        join_file(path, tmp_path / "out.csv", plan)
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("rows", [90, 500])
def test_metres_that_are_no_numbers_are_said_and_how_far_was_read(
    tmp_path: Path, plan: Plan, rows: int
) -> None:
    (tmp_path / "a.csv").write_text("E;N\n" + "411.543,52;2455019\n" * rows, "utf-8")
    with raises(InputError, "'411.543,52' is not a number; expected metres without a sign for") as failure:
        join_file(tmp_path / "a.csv", tmp_path / "b.csv", plan, x="E", y="N", crs="EPSG:9213")
    assert ("read up to row 101 only; rows below may" in failure.value.en) == (rows == 500)
    assert len(failure.value.problems) == min(rows, 100)


def test_degrees_with_minutes_are_said_to_be_wanted_as_decimals(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "a.csv").write_text("lon,lat\n105°50'47,22.1\n", "utf-8")
    with raises(InputError, "expected decimal degrees without minutes"):
        join_file(tmp_path / "a.csv", tmp_path / "b.csv", plan)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_csv_keeps_the_form_of_its_source_from_the_first_row_to_the_last(
    tmp_path: Path, plan: Plan, encoding: str
) -> None:
    path, target = tmp_path / "in.csv", tmp_path / "out.csv"
    path.write_text("n;E;N\n" + "1,5;432000,5;2443000\n" * 250, encoding=encoding)
    join_file(path, target, plan, x="E", y="N", crs="EPSG:9213")
    head, *rows = target.read_text(encoding=encoding).splitlines()
    assert head.endswith(";join_reason;lon;lat")
    assert len(rows) == 250
    assert len(set(rows)) == 1
    assert rows[0].startswith("1,5;432000,5;2443000;")
    assert all("," in cell for cell in rows[0].split(";")[-2:])


def test_a_nul_byte_far_down_is_located(tmp_path: Path, plan: Plan) -> None:
    (tmp_path / "in.csv").write_text("lon,lat\n" + "105.9,22.2\n" * 250 + "105.9,\0\n", encoding="utf-8")
    with raises(InputError, match=r"in.csv, row 252: holds a NUL byte"):
        join_file(tmp_path / "in.csv", tmp_path / "out.csv", plan)


@pytest.mark.parametrize("name", ["a.parquet", "a.gpkg", "a.csv"])
def test_a_damaged_file_is_said(tmp_path: Path, plan: Plan, name: str) -> None:
    (tmp_path / name).write_bytes(b"" if name == "a.csv" else b"no such thing")
    with raises(InputError, match=r"cannot be read|is empty"):
        join_file(tmp_path / name, tmp_path / "out.csv", plan)


def test_points_without_crs_are_refused(tmp_path: Path, plan: Plan, points: gpd.GeoDataFrame) -> None:
    points.set_crs(None, allow_override=True).to_parquet(tmp_path / "in.parquet")
    with raises(CrsError, match="no CRS"):
        join_file(tmp_path / "in.parquet", tmp_path / "out.parquet", plan)
    assert join_file(tmp_path / "in.parquet", tmp_path / "out.parquet", plan, crs="EPSG:4326")[0] == ROWS


def test_rows_are_counted_where_a_file_says_how_many(tmp_path: Path, points: gpd.GeoDataFrame) -> None:
    assert count_rows(written(points, tmp_path / "a.parquet")) == ROWS
    assert count_rows(written(points, tmp_path / "a.gpkg")) == ROWS
    assert count_rows(written(points, tmp_path / "a.csv")) is None
    assert count_rows(tmp_path / "none.parquet") is None


def test_only_what_rows_can_be_added_to_is_streamed() -> None:
    assert can_stream(Path("a.PARQUET"), Path("b.csv"))
    assert not can_stream(Path("a.parquet"), Path("b.geojson"))
    assert not can_stream(Path("a.geojson"), Path("b.parquet"))


@pytest.mark.parametrize("output", [".gpkg", ".parquet"])
def test_columns_of_one_name_are_refused_where_names_must_differ(bk, tmp_path: Path, output: str) -> None:
    (tmp_path / "in.csv").write_text("n,n,lon,lat\n1,2,105.9,22.2\n", encoding="utf-8")
    done = bk("join", tmp_path / "in.csv", "-o", tmp_path / f"out{output}")
    assert done.code == 2
    assert "the columns n are there several times; rename them, or write .csv or .xlsx" in done.said
    assert [file.name for file in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize("output", [".csv", ".xlsx"])
def test_columns_of_one_name_are_kept_where_they_may_be(bk, tmp_path: Path, output: str) -> None:
    (tmp_path / "in.csv").write_text("n,n,lon,lat\n1,2,105.9,22.2\n", encoding="utf-8")
    assert bk("join", tmp_path / "in.csv", "-o", tmp_path / f"out{output}").code == 0
    found = read_table(tmp_path / f"out{output}")
    assert found["n"].to_numpy().tolist() == [["1", "2"]]


@pytest.mark.parametrize("name", ["fid", "FID"])
def test_a_column_called_fid_is_kept_as_it_was(bk, tmp_path: Path, name: str) -> None:
    rows = "".join(f"{i % 3}a,105.9,22.2\n" for i in range(250))
    (tmp_path / "in.csv").write_text(f"{name},lon,lat\n{rows}", encoding="utf-8")
    assert bk("join", tmp_path / "in.csv", "-o", tmp_path / "out.gpkg").code == 0
    assert read_table(tmp_path / "out.gpkg")[name].tolist() == [f"{i % 3}a" for i in range(250)]
