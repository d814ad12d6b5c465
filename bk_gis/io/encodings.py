"""Which encoding texts are in that do not say so: UTF-8, Windows-1258, or an older one."""

import codecs
import re
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from bk_gis.errors import Text
from bk_gis.language.old_encodings import is_vietnamese
from bk_gis.language.words import both

_WORD = re.compile(r"\w*[^\W\d_\x00-\x7f]\w*")
_LATIN = re.compile("1252|8859|ansi|latin", re.IGNORECASE)  # which programs state of anything
_SAMPLE = 1 << 18  # bytes by which Windows-1258 is judged


def is_utf8(path: Path, *, after: int = 0) -> bool:
    """Whether the bytes of a file after so many are UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as raw:
            raw.seek(after)
            while part := raw.read(_SAMPLE) + raw.readline(_SAMPLE):
                if decoder.getstate()[0] or not all_utf8(part):  # begun, or perhaps cut off, within a letter
                    decoder.decode(part)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        # A file that breaks off within its last letter is a UTF-8 file that is cut off.
        return error.reason == "unexpected end of data"
    return True


def all_utf8(part: bytes) -> bool:
    """Whether bytes are UTF-8: by Arrow, in a tenth of the time that decoding takes."""
    import pyarrow as pa

    try:
        buffers = [None, pa.py_buffer(np.array([0, len(part)])), pa.py_buffer(part)]
        pa.Array.from_buffers(pa.large_string(), 1, buffers).validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def is_1258(sample: bytes) -> bool:
    """Whether bytes are Vietnamese in Windows-1258 rather than in Latin-1."""
    words = [set(_WORD.findall(decoded(sample, code))) for code in ("cp1258", "latin-1")]
    vietnamese, other = (sum(map(is_vietnamese, found)) / max(len(found), 1) for found in words)
    return vietnamese > max(other, 0.5)


def decoded(raw: bytes, encoding: str) -> str:
    """Decode bytes; Windows-1258 holds a tone apart from its letter."""
    return unicodedata.normalize("NFC", raw.decode(encoding, "ignore"))


def dbf_encoding(path: Path) -> str | None:
    """
    Find the encoding of the texts of a .dbf, or a Shapefile's, that GDAL would not read right by itself.

    Without a .cpg, or with a wrong one, it takes all for Latin-1, and of Windows-1258 it loses letters even
    where the .cpg says so.
    None where there is nothing to say: the texts have no marks, or may be TCVN3 or VNI.
    """
    table = path.with_suffix(".dbf")
    if path.suffix.lower() not in (".dbf", ".shp") or not table.is_file():
        return None
    beside = [path.with_suffix(ending) for ending in (".cpg", ".CPG")]
    stated = "".join(file.read_text("latin-1") for file in beside if file.is_file())
    with table.open("rb") as file:
        head = file.read(32)
        file.seek(begin := int.from_bytes(head[8:10], "little"))
        sample = file.read(_SAMPLE)
    if "1258" in stated:
        return "cp1258"
    if stated and not _LATIN.search(stated):
        return None
    if is_utf8(table, after=begin):
        return "utf-8"
    return "cp1258" if is_1258(sample) else None


def name_of(encoding: str) -> str:
    """Name an encoding as people do."""
    return "Windows-1258" if encoding == "cp1258" else encoding.removesuffix("-sig").upper()


def encoding_notes(encoding: str | None) -> list[Text]:
    """Say in which encoding the texts of a .dbf were read, where it is not left to GDAL."""
    return [] if encoding is None else [both("fault_io.encoding", encoding=name_of(encoding))]


def decoded_table(table: Any, encoding: str) -> Any:
    """Decode the headers and texts of a table that was read as Latin-1."""

    def text(value: object) -> object:
        return decoded(value.encode("latin-1"), encoding) if isinstance(value, str) else value

    for i, column in enumerate(table.columns):
        if pd.api.types.is_string_dtype(table[column]) or table[column].dtype == object:
            table.isetitem(i, table[column].map(text, na_action="ignore").astype(table[column].dtype))
    return table.rename(columns=text)
