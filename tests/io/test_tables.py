"""Tables are read as offices keep them; what cannot be read is said with what to do."""

import unicodedata
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from failures import english, raises
from hypothesis import given
from hypothesis import strategies as st
from windows import to_cp1258

import bk_gis
from bk_gis.errors import CrsError, InputError, MissingFileError
from bk_gis.io.tables import find_coordinates, read_batches, read_points, read_table, read_whole
from bk_gis.io.writing import write_frame
from bk_gis.plan.annex.reading import read_annex
from bk_gis.plan.folder import bundled_folder

ROWS = [("Nông Thịnh", "Huyện Chợ Mới"), ("Bành Trạch - Thượng Giáo", "Huyện Ba Bể"), ("Cẩm Giàng", "")]


def table(delimiter: str = ",", end: str = "\n") -> str:
    return end.join(delimiter.join(row) for row in [("xã", "huyện"), *ROWS]) + end


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1258"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_any_encoding_and_delimiter_gives_the_same_table(
    path: Path, delimiter: str, encoding: str, end: str
) -> None:
    text = table(delimiter, end)
    path.write_bytes(to_cp1258(text) if encoding == "cp1258" else text.encode(encoding))
    found = read_table(path)
    found = found.map(lambda cell: unicodedata.normalize("NFC", cell))
    assert [tuple(row) for row in found.to_numpy()] == ROWS


def test_what_is_not_plain_utf8_with_commas_is_said(path: Path) -> None:
    path.write_text(table(), encoding="utf-8")
    assert read_whole(path).file.notes == ()
    path.write_text(table(";"), encoding="utf-16")
    assert tuple(map(english, read_whole(path).file.notes)) == ("read as UTF-16, separated by ';'",)
    assert read_table(path).attrs == {}


def test_the_line_by_which_excel_states_the_delimiter_is_followed(path: Path) -> None:
    path.write_text("sep=;\n" + table(";"), encoding="utf-8-sig")
    assert list(read_table(path).columns) == ["xã", "huyện"]


def test_older_encodings_reach_the_matching_as_they_are(path: Path) -> None:
    path.write_bytes("xa;huyen\nN«ng ThÞnh;Chî Míi\nB\xb5nh Tr¹ch;Ba BÓ\n".encode("latin-1"))
    found = bk_gis.geocode(read_table(path), bk_gis.load_plan().communes)
    assert found["match_codes"].tolist() == ["02113", "01891"]


def test_codes_and_na_stay_text(path: Path) -> None:
    path.write_text("code,xã\n01873,NA\n,null\n", encoding="utf-8")
    assert read_table(path).to_numpy().tolist() == [["01873", "NA"], ["", "null"]]


def test_every_row_with_too_many_or_too_few_cells_is_located(path: Path) -> None:
    path.write_text("sep=;\nxã;huyện\na;b\nc;d;e\n\nf;g\nh\n", encoding="utf-8")
    with pytest.raises(InputError) as failure:
        read_table(path)
    assert [(p.row, english(p.message)) for p in failure.value.problems] == [
        (4, "has 3 cells; expected 2, as in the header"),
        (7, "has 1 cells; expected 2, as in the header"),
    ]


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with raises(MissingFileError, match="no file"):
        read_table(tmp_path / "none.csv")


def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = pd.DataFrame({"mã": ["01873", "2"], "xã": ["Xuân La", "Cổ Linh"]})
    pyogrio.write_dataframe(rows, path, driver="XLSX")
    assert read_table(path).to_numpy().tolist() == rows.to_numpy().tolist()


@given(
    content=st.binary(max_size=300), ending=st.sampled_from([".csv", ".tsv", ".xlsx", ".parquet", ".geojson"])
)
def test_any_bytes_are_a_table_or_a_clear_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    path = tmp_path_factory.mktemp("any") / f"a{ending}"
    path.write_bytes(content)
    message = str(path)
    try:
        read_table(path)
    except InputError as error:
        message = str(error)
    assert path.name in message


@given(cells=st.lists(st.tuples(st.text("xãNông ÐЖ,;\"'|", max_size=12), st.integers()), max_size=20))
def test_no_row_of_a_written_table_is_lost(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, int]]
) -> None:
    path = tmp_path_factory.mktemp("rows") / "a.csv"
    rows = pd.DataFrame(cells, columns=["xã", "n"])
    rows.to_csv(path, index=False, encoding="utf-8")
    found = read_table(path)
    assert found["xã"].tolist() == rows["xã"].tolist()
    np.testing.assert_array_equal(found["n"].astype("object").map(int), rows["n"])


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.gpkg", "a.parquet", "points.gpkg", "points.parquet"])
@pytest.mark.parametrize("size", [1, 3, 4, 100])
def test_batches_put_together_are_the_table(tmp_path: Path, name: str, size: int) -> None:
    rows = pd.DataFrame({"xã": [f"Xuân {i}" for i in range(8)], "n": range(8)})
    points = gpd.GeoDataFrame(rows, geometry=shapely.points(105.9, 22 + rows["n"] / 10), crs="EPSG:4326")
    frame = points if name.startswith("points") else rows
    write = {".csv": "to_csv", ".xlsx": "to_excel", ".parquet": "to_parquet"}.get(Path(name).suffix)
    if write is None:
        pyogrio.write_dataframe(frame, tmp_path / name)
    else:
        getattr(frame, write)(tmp_path / name, index=False)
    batches = list(read_batches(tmp_path / name, size))
    whole = read_whole(tmp_path / name)
    assert sum(len(batch.table) for batch in batches) == 8
    assert all(len(batch.table) <= size for batch in batches) or name == "a.xlsx", "a workbook is one batch"
    assert [row for batch in batches for row in batch.rows] == list(whole.rows)
    assert whole.rows[0] == (2 if whole.file.header_row else 1), "a header is row 1; features have none"
    frames = [batch.table if hasattr(batch.table, "iloc") else batch.table.to_pandas() for batch in batches]
    together = pd.concat(frames, ignore_index=True)
    if name.startswith("points"):
        assert all(batch.shapes.crs == "EPSG:4326" for batch in batches)
        spots = shapely.from_wkb(together.pop(batches[0].shapes.column))
        assert (spots == whole.table.geometry.to_numpy()).all()
    columns = whole.table.drop(columns="geometry", errors="ignore")
    assert together.astype(str).equals(columns.astype(str))


@pytest.mark.parametrize("size", [1, 2, None])
def test_batches_above_the_first_bad_row_are_given_and_every_bad_row_is_listed(
    path: Path, size: int | None
) -> None:
    path.write_text("xã,n\na,1\nb,2\nc\nd,4\ne,5,6\n", encoding="utf-8")
    seen: list[int] = []

    def read() -> None:
        for batch in read_batches(path, size):
            seen.extend(batch.rows)

    with pytest.raises(InputError) as failure:
        read()
    assert [problem.row for problem in failure.value.problems] == [4, 6]
    assert seen == ([2, 3] if size else [])


def test_a_long_text_is_read_as_far_as_it_is_asked_for(path: Path) -> None:
    path.write_text("xã,n\n" + "a,1\n" * 100_000 + "b\n", encoding="utf-8")
    first = next(read_batches(path, 10))
    assert list(first.rows) == list(range(2, 12))


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


def test_a_file_that_is_not_there_is_named(tmp_path):
    with raises(bk_gis.MissingFileError, match=r"there is no file .*a\.csv"):
        read_table(tmp_path / "a.csv")


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
    degrees = find_coordinates(read_whole(tmp_path / "a.csv"), x=None, y=None, crs=crs).degrees
    write_frame(found, tmp_path / "b.csv", degrees=degrees)
    assert read_table(tmp_path / "b.csv").columns.tolist() == columns
    write_frame(found.drop(columns=columns[1]), tmp_path / "b.csv", degrees=degrees)
    assert "lat" in read_table(tmp_path / "b.csv").columns, "a point without its columns needs others"


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
    with raises(bk_gis.InputError, match=words):
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
    assert found.geometry.is_empty.tolist() == [False, True, True]
    assert found["lat"].tolist() == ["22.2", "", "22"]


def test_a_vector_file_without_geometry_holds_no_points(tmp_path):
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "a.parquet")
    with pytest.raises(bk_gis.InputError):
        read_points(tmp_path / "a.parquet")


@pytest.mark.parametrize("header", ["lon,lat", "Kinh độ,Vĩ độ", "LONGITUDE,Latitude", "Lng,lat"])
def test_coordinates_are_found_by_their_usual_names(path: Path, header: str) -> None:
    path.write_text(f"{header}\n105.8,22.1\n", encoding="utf-8")
    found = read_points(path)
    assert found.crs == "EPSG:4326"
    assert found.geometry.iloc[0] == shapely.Point(105.8, 22.1)


def test_columns_and_crs_can_be_said(path: Path) -> None:
    path.write_text("E;N\n432000;2443000,5\n", encoding="utf-8")
    found = read_points(path, x="E", y="N", crs="EPSG:9213")
    assert found.crs == "EPSG:9213"
    assert found.geometry.iloc[0] == shapely.Point(432000, 2443000.5)
    with raises(CrsError, match="'9213 or so' is no CRS"):
        read_points(path, x="E", y="N", crs="9213 or so")


def test_a_table_without_coordinates_says_what_it_has(path: Path) -> None:
    path.write_text("xã,huyện\nNông Thịnh,Huyện Chợ Mới\n", encoding="utf-8")
    with raises(InputError, match=r"no column holds longitudes; .*found xã, huyện"):
        read_points(path)


def test_a_coordinate_may_have_characters_that_cannot_be_seen(path: Path) -> None:
    path.write_text("lon;lat\n\u200e105,83\u00a0;２２,１\n\u2212105.5\u200b;22\n", encoding="utf-8")
    points = read_points(path)
    assert [(point.x, point.y) for point in points.geometry] == [(105.83, 22.1), (-105.5, 22)]


SURVEYED = pd.DataFrame({"Tọa độ X (m)": [2431603.7, 2432503.7], "Tọa độ Y (m)": [430615.2, 430715.2]})


@pytest.mark.parametrize(
    "names", [("X", "Y"), ("x_m", "y_m"), ("Bắc", "Đông"), ("N", "E"), ("Toa do X", "Toa do Y")]
)
def test_metres_of_surveyors_are_answered_with_the_options_to_write(
    path: Path, names: tuple[str, str]
) -> None:
    north, east = names
    SURVEYED.set_axis(list(names), axis=1).to_csv(path, index=False)
    write = f'write --x "{east}" --y "{north}" --crs EPSG:5897'
    with raises(bk_gis.InputError, match=write):
        read_points(path)
    with raises(bk_gis.InputError, match=write):
        read_points(path, x=north, y=east, crs="EPSG:5897")
    points = read_points(path, x=east, y=north, crs="EPSG:5897")
    assert points.geometry.x.tolist() == SURVEYED["Tọa độ Y (m)"].tolist()


@pytest.mark.costly
def test_every_reader_takes_text_or_path(tmp_path: Path) -> None:
    folder = bundled_folder()
    table = tmp_path / "a.csv"
    table.write_text("lon,lat\n106,22\n")
    annex = tmp_path / "b.txt"
    annex.write_text("TT\tTên\t2011-2015\nI\tHuyện A\t5\n1\tB\t5\n", encoding="utf-8")
    for read, path in (
        (bk_gis.load_plan, folder),
        (bk_gis.read_aliases, folder / "crosswalk.csv"),
        (bk_gis.read_crosswalk, folder / "crosswalk.csv"),
        (bk_gis.read_table, table),
        (bk_gis.read_points, table),
        (read_annex, annex),
    ):
        assert type(read(str(path))) is type(read(path)), read
