"""A file that cannot be read is named, with why and what to do."""

import tempfile
import zipfile
from pathlib import Path

import pandas as pd
import pyogrio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.errors import InputError
from bk_gis.io.tables import read_batches, read_table

spoils = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=5)


def whole(name: str) -> bytes:
    """A file with a few rows."""
    rows = pd.DataFrame({"xã": [f"Xuân {i}" for i in range(30)], "n": range(30)})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if name == "a.xlsx":
            rows.to_excel(path, index=False)
        elif name == "a.parquet":
            rows.to_parquet(path)
        else:
            pyogrio.write_dataframe(rows, path)
        return path.read_bytes()


WHOLE = {name: whole(name) for name in ("a.xlsx", "a.parquet", "a.gpkg")}


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


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [(8, 1, "has a password"), (6, 165, "is cut off or damaged")],
    ids=["a member is encrypted", "a version that there is not"],
)
def test_an_archive_that_cannot_be_opened_is_said(tmp_path: Path, place: int, value: int, words: str) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + place] |= value
    path.write_bytes(bytes(content))
    with pytest.raises(InputError, match=f"a.xlsx: {words}"):
        read_table(path)


@pytest.mark.filterwarnings("ignore")  # GDAL's, of what it finds in a spoilt file
@given(name=st.sampled_from(["a.xlsx", "a.parquet", "a.gpkg"]), end=st.floats(0, 1), spoilt=spoils)
def test_a_spoilt_file_is_a_table_or_an_error_that_names_it(
    tmp_path_factory: pytest.TempPathFactory, name: str, end: float, spoilt: list[tuple[float, int]]
) -> None:
    content = bytearray(WHOLE[name])
    for place, value in spoilt:
        content[int(place * (len(content) - 1))] = value
    path = tmp_path_factory.mktemp("spoilt") / name
    path.write_bytes(content if spoilt else content[: int(end * len(content))])
    try:
        list(read_batches(path, 10))
    except InputError as error:
        assert name in str(error)  # noqa: PT017  (a table is right too)
