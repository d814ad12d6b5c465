"""A file that cannot be read is named, with why and what to do."""

import zipfile
from pathlib import Path

import pytest

from bk_gis.errors import InputError
from bk_gis.io.tables import read_table


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


def test_a_locked_archive_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "x")
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag of an encrypted member
    path.write_bytes(bytes(content))
    with pytest.raises(InputError, match="has a password"):
        read_table(path)
