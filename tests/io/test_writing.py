"""Results appear whole or not at all; tables and points are read without guessing."""

import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor

import geopandas as gpd
import openpyxl
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.io.points import find_coordinates, read_points
from bk_gis.io.tables import read_table
from bk_gis.io.text_form import TextForm
from bk_gis.io.whole import whole_file, whole_set
from bk_gis.io.writing import write_frame

ENDINGS = (".csv", ".geojson", ".gpkg", ".parquet")


@pytest.fixture
def points():
    return gpd.GeoDataFrame(
        {"name": ["Cẩm Giàng", 'quo"te, comma', "đ\nline"], "n": [1, 2, 3]},
        geometry=[shapely.Point(105.9, 22.2), shapely.Point(), shapely.Point(106.1, 22.4)],
        crs="EPSG:4326",
    )


def only(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_all_went_well(tmp_path):
    with whole_file(tmp_path / "a.txt") as part:
        part.write_text("new")
        assert not (tmp_path / "a.txt").exists()
    assert (tmp_path / "a.txt").read_text() == "new"
    assert only(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("failure", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_a_failure_leaves_the_old_file_whole_and_nothing_beside_it(tmp_path, failure):
    (tmp_path / "a.txt").write_text("old")

    def write():
        with whole_file(tmp_path / "a.txt") as part:
            part.write_text("half of the n")
            (part.parent / "a.txt-journal").write_text("what a driver writes beside it")
            raise failure

    with pytest.raises(failure):
        write()
    assert (tmp_path / "a.txt").read_text() == "old"
    assert only(tmp_path) == ["a.txt"]


def test_a_failure_where_there_was_no_file_leaves_none(tmp_path):
    with pytest.raises(ZeroDivisionError), whole_file(tmp_path / "a.txt") as part:
        part.write_text(str(1 / 0))
    assert only(tmp_path) == []


def test_a_set_without_its_file_replaces_nothing(tmp_path):
    for name in ("A.SHP", "a.dbf", "A.qix"):
        (tmp_path / name).write_text("old")

    def write():
        with whole_set(tmp_path / "A.SHP", stale=(".qix",)) as part:
            for name in ("a.shp", "a.dbf"):
                (part.parent / name).write_text("new")

    with pytest.raises(bk_gis.MissingFileError, match=r"A\.SHP was not written, but a\.dbf, a\.shp"):
        write()
    assert {path.read_text() for path in tmp_path.iterdir()} == {"old"}
    assert only(tmp_path) == ["A.SHP", "A.qix", "a.dbf"]


@settings(max_examples=30)
@given(st.binary(), st.binary(), st.integers(0, 50))
def test_the_target_is_the_old_bytes_or_the_new_ones(tmp_path_factory, old, new, fails_at):
    folder = tmp_path_factory.mktemp("whole")
    target = folder / "a.bin"
    target.write_bytes(old)

    def write():
        with whole_file(target) as part, part.open("wb") as file:
            file.write(new[:fails_at])
            assert fails_at >= len(new), "the disk is full"
            file.write(new[fails_at:])

    if fails_at < len(new):
        with pytest.raises(AssertionError):
            write()
    else:
        write()
    assert target.read_bytes() == (old if fails_at < len(new) else new)
    assert only(folder) == ["a.bin"]


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    with whole_file(tmp_path / "link.txt") as part:
        part.write_text("new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_the_mode_of_a_file_is_that_of_any_new_file(tmp_path):
    (tmp_path / "usual.txt").write_text("")
    with whole_file(tmp_path / "ours.txt") as part:
        part.write_text("")
    assert (tmp_path / "ours.txt").stat().st_mode == (tmp_path / "usual.txt").stat().st_mode


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    with pytest.raises(bk_gis.MissingFileError, match=r"there is no folder .*nowhere to write a.csv to"):
        write_frame(gpd.GeoDataFrame(geometry=[], crs="EPSG:4326"), tmp_path / "nowhere" / "a.csv")


@pytest.mark.parametrize("target", ["folder", "/dev/null"])
def test_what_is_no_file_is_not_replaced(tmp_path, target):
    (tmp_path / "folder").mkdir()
    with pytest.raises(bk_gis.InputError, match="expected the name of a file"), whole_file(tmp_path / target):
        pytest.fail("there was something to write to")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_failing_writer_leaves_the_old_file_whole(tmp_path, points, ending):
    target = tmp_path / f"a{ending}"
    target.write_bytes(b"old")
    points["bad"] = pd.Series(["\ud800"] * 3, dtype=object)  # half a pair of surrogates is no UTF-8
    with pytest.raises(UnicodeEncodeError):
        write_frame(points, target)
    assert target.read_bytes() == b"old"
    assert only(tmp_path) == [target.name]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_frame_gives_the_same_bytes_under_any_clock(tmp_path, points, ending):
    write_frame(points, tmp_path / f"a{ending}")
    first = (tmp_path / f"a{ending}").read_bytes()
    write_frame(points, tmp_path / f"a{ending}")
    assert (tmp_path / f"a{ending}").read_bytes() == first


def test_a_geopackage_holds_no_time_of_writing(tmp_path, points):
    write_frame(points, tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        rows = database.execute("select table_name, last_change from gpkg_contents").fetchall()
    database.close()
    assert rows == [("a", "2000-01-01T00:00:00.000Z")]


@pytest.mark.parametrize("ending", [".geojson", ".gpkg", ".parquet"])
def test_what_is_written_can_be_read_back(tmp_path, points, ending):
    write_frame(points, tmp_path / f"a{ending}")
    back = read_points(tmp_path / f"a{ending}")
    assert back.crs == "EPSG:4326"
    assert back["name"].tolist() == points["name"].tolist()
    missing = back.geometry.isna() | back.geometry.is_empty
    assert missing.tolist() == [False, True, False]
    assert back.geometry[~missing].equals(points.geometry[~missing])


def test_a_csv_has_longitude_and_latitude_and_keeps_every_row(tmp_path, points):
    write_frame(points, tmp_path / "a.csv")
    table = read_table(tmp_path / "a.csv")
    assert table.columns.tolist() == ["name", "n", "lon", "lat"]
    assert table["name"].tolist() == points["name"].tolist()
    assert table["lon"].tolist() == ["105.9", "", "106.1"]
    assert table["lat"].tolist() == ["22.2", "", "22.4"]
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf"), (
        "Excel needs the mark for Vietnamese"
    )


def test_a_csv_is_in_degrees_whatever_the_points_are_in(tmp_path, points):
    write_frame(points.to_crs("EPSG:9213"), tmp_path / "a.csv")
    assert read_table(tmp_path / "a.csv")["lon"].tolist() == ["105.9", "", "106.1"]


def test_columns_that_the_points_have_already_are_kept(tmp_path, points):
    write_frame(points.assign(lon="west"), tmp_path / "a.csv")
    table = read_table(tmp_path / "a.csv")
    assert table["lon"].tolist() == ["west"] * 3
    assert table["lon_joined"].tolist() == ["105.9", "", "106.1"]


@pytest.mark.parametrize("name", ["lon", "lat"])
@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_no_column_of_the_points_is_written_over(tmp_path, points, name, ending):
    own = points.assign(**{name: "mine", f"{name}_joined": "mine too"})
    with pytest.raises(bk_gis.InputError, match=f"the points already have {name}_joined; drop or rename"):
        write_frame(own, tmp_path / f"a{ending}")
    assert only(tmp_path) == []


@pytest.fixture
def edited(tmp_path, points):
    """A GeoPackage that another program has open, as QGIS does, with a change that is not in it yet."""
    write_frame(points, tmp_path / "a.gpkg")
    other = sqlite3.connect(tmp_path / "a.gpkg")
    other.execute("pragma journal_mode = wal")
    other.execute("update gpkg_contents set description = 'changed'")
    other.commit()
    yield tmp_path / "a.gpkg"
    other.close()


def test_a_geopackage_that_is_being_changed_is_not_replaced(edited, points):
    before = edited.read_bytes()
    assert (edited.parent / "a.gpkg-wal").stat().st_size > 0
    with pytest.raises(bk_gis.InputError, match=r"a\.gpkg-wal beside it holds changes.*close it there"):
        write_frame(points, edited)
    assert edited.read_bytes() == before
    assert only(edited.parent) == ["a.gpkg", "a.gpkg-shm", "a.gpkg-wal"]


@pytest.mark.parametrize("command", ["geocode", "join", "export"])
def test_no_command_replaces_a_geopackage_that_is_being_changed(bk, edited, command):
    (edited.parent / "in.csv").write_text("xã,lon,lat\nXuân La,105.9,22.2\n", encoding="utf-8")
    source = [] if command == "export" else [edited.parent / "in.csv"]
    before = edited.read_bytes()
    done = bk(command, *source, "-o", edited)
    assert done.code == 2
    assert "close it there" in done.said
    assert edited.read_bytes() == before


def test_a_change_that_begins_while_we_write_is_seen(tmp_path):
    def write():
        with whole_file(tmp_path / "a.GPKG") as part:
            part.write_text("new")
            (tmp_path / "a.GPKG-journal").write_text("a change")

    (tmp_path / "a.GPKG").write_text("old")
    with pytest.raises(bk_gis.InputError, match=r"a\.GPKG-journal beside it holds changes"):
        write()
    assert (tmp_path / "a.GPKG").read_text() == "old"


def test_a_geopackage_without_unsaved_changes_is_replaced(tmp_path, points):
    for ending in ("-wal", "-journal"):
        (tmp_path / f"a.gpkg{ending}").write_bytes(b"")
    write_frame(points, tmp_path / "a.gpkg")
    assert len(read_points(tmp_path / "a.gpkg")) == len(points)


def test_a_csv_can_be_in_the_form_that_excel_has_where_the_comma_is_the_decimal_mark(tmp_path, points):
    write_frame(points, tmp_path / "a.csv", form=TextForm(separator=";", decimal=","))
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["name;n;lon;lat", "Cẩm Giàng;1;105,9;22,2"]


@settings(max_examples=50)
@given(
    rows=st.lists(st.tuples(st.text("Xuân;,\t|\"'\n\r 1.", max_size=9), st.floats(105, 106)), max_size=6),
    form=st.builds(
        TextForm, st.sampled_from(["utf-8-sig", "utf-16"]), *map(st.sampled_from, (";,\t|", ".,"))
    ),
)
def test_a_csv_in_any_form_is_read_back_as_it_was(tmp_path_factory, rows, form):
    path = tmp_path_factory.mktemp("forms") / "a.csv"
    spots = [shapely.Point(lon, 22.5) for _, lon in rows]
    write_frame(
        gpd.GeoDataFrame({"tên": [name for name, _ in rows]}, geometry=spots, crs="EPSG:4326"),
        path,
        form=form,
    )
    back = read_points(path)
    assert back["tên"].tolist() == [name for name, _ in rows]
    assert back.geometry.x.tolist() == [round(lon, 6) for _, lon in rows]


@pytest.mark.parametrize(
    ("content", "crs", "columns"),
    [
        ("lon,lat\n105.9,22.2\n,\n", None, ["lon", "lat"]),
        ("Kinh độ;Vĩ độ\n105,9;22,2\n", None, ["Kinh độ", "Vĩ độ"]),
        ("lon,lat\n105.9,22.2\n", "EPSG:4326", ["lon", "lat"]),
        ("lon,lat\n560000,2450000\n", "EPSG:9213", ["lon", "lat", "lon_joined", "lat_joined"]),
    ],
)
def test_coordinates_in_degrees_are_not_repeated(tmp_path, content, crs, columns):
    (tmp_path / "a.csv").write_text(content, encoding="utf-8")
    found = read_points(tmp_path / "a.csv", crs=crs)
    degrees = find_coordinates(read_table(tmp_path / "a.csv"), x=None, y=None, crs=crs).degrees
    write_frame(found, tmp_path / "b.csv", degrees=degrees)
    assert read_table(tmp_path / "b.csv").columns.tolist() == columns
    write_frame(found.drop(columns=columns[1]), tmp_path / "b.csv", degrees=degrees)
    assert "lat" in read_table(tmp_path / "b.csv").columns, "a point without its columns needs others"


def test_an_ending_that_is_not_known_is_refused(tmp_path, points):
    with pytest.raises(bk_gis.InputError, match=r"cannot write a\.doc; expected it to end in \.csv, "):
        write_frame(points, tmp_path / "a.doc")
    assert only(tmp_path) == []


def test_geoparquet_says_what_it_needs(tmp_path, points, monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None if name == "pyarrow" else sys)
    with pytest.raises(bk_gis.InputError, match=r"needs pyarrow.*pip install 'bk_gis\[parquet\]'"):
        write_frame(points, tmp_path / "a.parquet")
    (tmp_path / "b.parquet").write_bytes(b"")
    with pytest.raises(bk_gis.InputError, match="needs pyarrow"):
        read_points(tmp_path / "b.parquet")
    assert only(tmp_path) == ["b.parquet"]


def test_a_table_is_text_as_it_stands(tmp_path):
    (tmp_path / "a.csv").write_text("code,name\n007,NA\n1e3,\n", encoding="utf-8")
    assert read_table(tmp_path / "a.csv").to_dict("list") == {"code": ["007", "1e3"], "name": ["NA", ""]}


def test_a_tsv_is_a_table_too(tmp_path):
    (tmp_path / "a.tsv").write_text("a\tb\n1\t2\n")
    assert read_table(tmp_path / "a.tsv").to_dict("list") == {"a": ["1"], "b": ["2"]}


def test_a_table_may_have_no_rows(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n")
    table = read_table(tmp_path / "a.csv")
    assert table.columns.tolist() == ["a", "b"]
    assert len(table) == 0


def test_columns_without_a_name_are_numbered(tmp_path):
    (tmp_path / "a.csv").write_text(",name,\n1,x,2\n")
    assert read_table(tmp_path / "a.csv").columns.tolist() == ["column_1", "name", "column_3"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "a.csv: is empty; expected a header and rows"),
        (b"lon,lat\n1,2,3\n4\n", r"2 problems:\n  a.csv, row 2: has 3 cells.*\n  a.csv, row 3: has 1 cells"),
        ("lon,lat\nBắc,1".encode()[:-4], "a.csv: is not UTF-8"),
        (b"lon;lat\n105;22;3\n", "a.csv, row 2: has 3 cells"),
        (b"x,y\n1,2\n", "no column holds longitudes; expected one of lon"),
        (b'lon,lat\n105,22\n"105,9,1",n\n', "2 problems:\n.*row 3, column lon: '105,9,1' is not a number"),
    ],
)  # fmt: skip
def test_a_table_that_holds_no_points_is_refused(tmp_path, content, words):
    (tmp_path / "a.csv").write_bytes(content)
    with pytest.raises(bk_gis.InputError, match=words):
        read_points(tmp_path / "a.csv")


def test_every_coordinate_that_is_no_number_is_located(tmp_path):
    (tmp_path / "a.csv").write_text("lon,lat\n\n" + "105,22\neast,north\n" * 30)
    with pytest.raises(bk_gis.InputError) as failure:
        read_points(tmp_path / "a.csv")
    rows = range(4, 64, 2)  # the header is row 1, and row 2 is blank
    assert [(p.row, p.column) for p in failure.value.problems] == [
        (row, column) for row in rows for column in ("lon", "lat")
    ]


def test_a_point_without_coordinates_is_kept(tmp_path):
    (tmp_path / "a.csv").write_text("lat,lon\n22.2,105.9\n,\n22,\n")
    found = read_points(tmp_path / "a.csv")
    assert found.crs == "EPSG:4326"
    assert found.geometry.iloc[0].equals(shapely.Point(105.9, 22.2))
    assert found.geometry.isna().tolist() == [False, True, True]
    assert found["lat"].tolist() == ["22.2", "", "22"]


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(bk_gis.MissingFileError, match=r"there is no file .*a\.csv"):
        read_table(tmp_path / "a.csv")


@pytest.mark.parametrize("name", ["a.geojson", "a.gpkg", "a.parquet", "a.xyz"])
def test_a_damaged_vector_file_is_refused(tmp_path, name):
    (tmp_path / name).write_bytes(b"no such thing")
    with pytest.raises(bk_gis.InputError, match="cannot be read"):
        read_points(tmp_path / name)


def test_a_vector_file_without_geometry_holds_no_points(tmp_path):
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "a.parquet")
    with pytest.raises(bk_gis.InputError):
        read_points(tmp_path / "a.parquet")


def test_a_workbook_holds_text_as_text_and_the_same_bytes_each_time(tmp_path, points):
    points["name"] = ["=1+1", "'quoted", "https://example.org"]
    for name in ("a.xlsx", "b.xlsx"):
        write_frame(points, tmp_path / name)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0] == ["name", "n", "lon", "lat"]
    assert rows[1] == ["=1+1", 1, 105.9, 22.2]
    assert rows[2] == ["'quoted", 2, None, None]
    assert sheet["A2"].data_type == "s", "text, not a formula"
    assert sheet["A4"].hyperlink is None
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_four_threads_at_once_write_the_same_geopackage_and_change_no_setting(tmp_path, points):
    targets = [tmp_path / f"{i}" / "a.gpkg" for i in range(40)]
    for target in targets:
        target.parent.mkdir()
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda target: write_frame(points, target), targets))
    assert len({target.read_bytes() for target in targets}) == 1
    assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") is None
