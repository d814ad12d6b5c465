"""Tables are read as offices keep them; what cannot be read is said with what to do."""

import unicodedata
import zipfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from windows import to_cp1258

import bk_gis
from bk_gis.errors import CrsError, InputError, MissingFileError
from bk_gis.io.batches import Batch, TableFile
from bk_gis.io.points import read_points
from bk_gis.io.tables import read_batches, read_table, read_whole

ROWS = [("Nông Thịnh", "Huyện Chợ Mới"), ("Bành Trạch - Thượng Giáo", "Huyện Ba Bể"), ("Cẩm Giàng", "")]


def table(delimiter: str = ",", end: str = "\n") -> str:
    return end.join(delimiter.join(row) for row in [("xã", "huyện"), *ROWS]) + end


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"


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
    assert read_whole(path).file.notes == ("read as UTF-16, separated by ';'",)
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
    assert [(p.row, p.message) for p in failure.value.problems] == [
        (4, "has 3 cells; expected 2, as in the header"),
        (7, "has 1 cells; expected 2, as in the header"),
    ]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", b"", "is empty"),
        ("a.xlsx", b"", "cut off or damaged"),
        ("a.csv", b"PK\x03\x04 and more", "rename it to .xlsx"),
        ("a.csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Excel workbook"),
        ("a.csv", b"PAR1....", "rename it to .parquet"),
        ("a.csv", bytes(range(256)) * 8, "is no text"),
        ("a.csv", 'xã,huyện\n"Nông Thịnh,Chợ Mới\n'.encode(), "expected quotes in pairs"),
        ("a.csv", "xã,huyện\nNông Thịnh,Chợ Mới".encode()[:-2], "is not UTF-8"),
        (
            "a.xlsx",
            b"\xd0\xcf\x11\xe0" + b"." * 600 + "EncryptedPackage".encode("utf-16-le"),
            "has a password",
        ),
        ("a.xls", b"\xd0\xcf\x11\xe0" + b"." * 600, "old workbook; save it as .xlsx"),
        ("a.xlsx", b"PK\x03\x04 cut", "cut off or damaged"),
        ("a.parquet", b"PAR1 cut", "cut off"),
        ("a.gpkg", b"SQLite format 3\x00 cut", "cannot be read"),
        ("a.geojson", b'{"type": "FeatureColl', "cannot be read"),
        ("a.docx", b"text", "cut off or damaged"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=words):
        read_table(tmp_path / name)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match="no file"):
        read_table(tmp_path / "none.csv")


def test_a_locked_archive_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag of an encrypted member
    path.write_bytes(bytes(content))
    with pytest.raises(InputError, match="has a password"):
        read_table(path)


def test_a_workbook_is_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = pd.DataFrame({"mã": ["01873", "2"], "xã": ["Xuân La", "Cổ Linh"]})
    pyogrio.write_dataframe(rows, path, driver="XLSX")
    assert read_table(path).to_numpy().tolist() == rows.to_numpy().tolist()


def test_a_dbf_of_an_office_reaches_the_matching_in_its_old_encoding(tmp_path: Path) -> None:
    rows = pd.DataFrame({"XA": ["N«ng ThÞnh", "B\xb5nh Tr¹ch"], "HUYEN": ["Chî Míi", "Ba BÓ"]})
    pyogrio.write_dataframe(rows, tmp_path / "a.dbf", driver="ESRI Shapefile", encoding="ISO-8859-1")
    found = bk_gis.geocode(read_table(tmp_path / "a.dbf"), bk_gis.load_plan().communes)
    assert found["match_codes"].tolist() == ["02113", "01891"]


def test_parquet_is_read_with_geometry_and_without(tmp_path: Path) -> None:
    plain = pd.DataFrame({"xã": ["Xuân La"], "n": [1]})
    plain.to_parquet(tmp_path / "plain.parquet")
    pd.testing.assert_frame_equal(read_table(tmp_path / "plain.parquet"), plain)
    points = gpd.GeoDataFrame(plain, geometry=[shapely.Point(106, 22)], crs="EPSG:4326")
    points.to_parquet(tmp_path / "points.parquet")
    assert isinstance(read_table(tmp_path / "points.parquet"), gpd.GeoDataFrame)


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
    with pytest.raises(CrsError, match="'9213 or so' is no CRS"):
        read_points(path, x="E", y="N", crs="9213 or so")


def test_a_table_without_coordinates_says_what_it_has(path: Path) -> None:
    path.write_text(table(), encoding="utf-8")
    with pytest.raises(InputError, match=r"no column holds longitudes; .*found xã, huyện"):
        read_points(path)


@settings(deadline=None, max_examples=40)
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


@settings(deadline=None, max_examples=40)
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
    together = pd.concat([batch.table for batch in batches], ignore_index=True)
    assert together.astype(str).equals(whole.table.astype(str))
    assert isinstance(together, gpd.GeoDataFrame) == name.startswith("points")


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


def test_a_fault_of_a_batch_names_its_cell() -> None:
    table = pd.DataFrame({"xã": ["a", "b"], "kinh độ": [1, 2]})
    for lettered, where in ((True, "a.xlsx, cell B7, row 7"), (False, "a.xlsx, row 7")):
        batch = Batch(table, [6, 7], TableFile("a.xlsx", 5, lettered=lettered))
        assert str(batch.problem(1, "kinh độ", "wrong")) == f"{where}, column kinh độ: wrong"
