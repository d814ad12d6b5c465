"""Find how delimited text is written: its encoding, its separator, its decimal mark, its titles."""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from bk_gis.io.faults import file_error
from bk_gis.io.headers import header_at, header_note
from bk_gis.language.old_encodings import is_vietnamese

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
_SEPARATORS = "\t;|,"  # of two that fit, the one that texts hold less often
_Record = tuple[int, list[str]]  # a line by its number
_JUDGED = 20  # records by which the separator is found
_SAMPLE = 1 << 18  # bytes by which the form is judged
_DAMAGE = 0.005  # share of NUL bytes up to which a file is text that is damaged
_MAGIC = {
    b"PK\x03\x04": "an Excel workbook or a zip archive; rename it to .xlsx, or save it as CSV UTF-8",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook, or one with a password; save it as .xlsx without one",
    b"%PDF": "a PDF; save its table as CSV UTF-8",
    b"PAR1": "a Parquet file; rename it to .parquet",
    b"SQLite format 3": "a GeoPackage or another database; rename it to .gpkg",
}
_WORD = re.compile(r"\w*[^\W\d_\x00-\x7f]\w*")


@dataclass(frozen=True)
class TextForm:
    """How a table is written as text; `skipped` lines come before its header, titles among them or not."""

    encoding: str = "utf-8-sig"
    separator: str = ","
    decimal: str = "."
    skipped: int = 0
    titled: bool = False
    quoted: bool = True

    @property
    def written(self) -> "TextForm":
        """The form in which an answer is written, so that the same Excel opens it by double-click."""
        return replace(
            self, encoding="utf-16" if "16" in self.encoding else "utf-8-sig", skipped=0, titled=False
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """Say what is worth saying: not UTF-8 with commas or tabs, or a header that is not in front."""
        usual = self.encoding == "utf-8-sig" and self.separator in (",", "\t")
        name = self.encoding.removesuffix("-sig").upper()
        return (
            *([] if usual else [f"read as {name}, separated by {self.separator!r}"]),
            *([header_note(self.skipped + 1)] if self.titled else []),
        )


def text_form(path: Path) -> TextForm:
    """Find how a text table is written; a file that is not there or no text is an error."""
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
    except FileNotFoundError:
        raise file_error(path, f"there is no such file in {path.parent}") from None
    except OSError as error:
        raise file_error(path, f"cannot be read: {error.strerror}") from None
    for magic, words in _MAGIC.items():
        if sample.startswith(magic):
            raise file_error(path, f"is {words}")
    encoding = _encoding(path, sample)
    text = sample.decode(encoding, errors="ignore").removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    # Excel writes and reads a first line "sep=;".
    found = re.fullmatch(r'sep=([^\r"])\r?', first)
    if found:
        text = rest
    cut = len(sample) == _SAMPLE
    separator = found[1] if found else _separator(text, cut=cut)
    titles = _title_lines(_first_records(text, separator, cut=cut))
    skipped = titles + bool(found)
    return TextForm(encoding, separator, _decimal(text, separator), skipped, titled=titles > 0)


def _title_lines(records: Sequence[_Record]) -> int:
    """
    Count the lines before the header that are titles or blank.

    A title has the separators of its table, as Excel writes it, or a blank line comes after it: else it is
    the header of a single column, whose commas belong to its cells.
    """
    header = header_at(_cells(records))
    if not header:
        return 0
    (first, title), (line, _) = records[0], records[header]
    return line - 1 if len(title) > 1 or line - first > header else 0


def _separator(text: str, *, cut: bool) -> str:
    """
    Find the first separator by which half of the records have the header's number of cells, 2 or more.

    Where none has half of them, it is the one that has most. A comma is the last to be asked: names hold it
    ("xã, phường") and so do numbers, and what Excel separates by semicolons it leaves without quotes.
    """
    records = {separator: _first_records(text, separator, cut=cut) for separator in _SEPARATORS}
    shares = {separator: _share_like_header(_cells(some)) for separator, some in records.items()}
    best = max(_SEPARATORS, key=lambda separator: min(shares[separator], 0.5))
    # Titles are asked for last: what is cut at a wrong separator may look like one.
    below = {separator: _share_like_header(_below_titles(some)) for separator, some in records.items()}
    titled = max(_SEPARATORS, key=lambda separator: min(below[separator], 0.5))
    if shares[best] < 0.5 <= below[titled]:
        return titled
    if shares[best]:
        return best
    # A single column, which may be of addresses with commas: then as Excel writes it with semicolons.
    single = (one for one in ",;|\t" if all(len(cells) == 1 for _, cells in records[one]))
    return next(single, ",")


def _first_records(text: str, separator: str, *, cut: bool) -> list[_Record]:
    """Read the first records, the header among them; the last one of a text that is cut off may be half."""
    records: list[_Record] = []
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    with suppress(csv.Error):  # who reads the whole file says where
        records.extend(
            islice((record for record in enumerate(lines, start=1) if not is_blank(record[1])), _JUDGED + 1)
        )
    return (cut and records[:-1]) or records


def _cells(records: Sequence[_Record]) -> list[list[str]]:
    return [cells for _, cells in records]


def _below_titles(records: Sequence[_Record]) -> list[list[str]]:
    titles = _title_lines(records)
    return _cells([(line, cells) for line, cells in records if line > titles])


def _share_like_header(records: Sequence[Sequence[str]]) -> float:
    """Share of records with the cells of the header; none where it is cut within quotes."""
    cells = len(records[0]) if records else 0
    if cells < 2 or any(name.count('"') % 2 for name in records[0]):
        return 0
    return sum(len(record) == cells for record in records) / len(records)


def _decimal(text: str, separator: str) -> str:
    """Find the mark of most numbers; where there are none, a comma goes with semicolons, as in Excel."""
    if separator == ",":
        return "."
    end = f'[{re.escape(separator)}"\r\n]'
    commas, points = (len(re.findall(rf"(?<={end})-?\d+{mark}\d+(?={end})", text)) for mark in (",", r"\."))
    return "," if commas > points or (commas == points and separator == ";") else "."


def _encoding(path: Path, sample: bytes) -> str:
    for bom, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if sample.startswith(bom):
            return encoding
    zeros = [2 * sample[i::2].count(0) / max(len(sample), 1) for i in (0, 1)]  # shares
    if max(zeros) > 0.2 and min(zeros) < 0.05:
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if max(zeros) > _DAMAGE:
        raise file_error(path, f"is no text, though it ends in {path.suffix}; save it as CSV UTF-8")
    if _is_utf8(path):
        return "utf-8-sig"
    texts = (unicodedata.normalize("NFC", sample.decode(code, "ignore")) for code in ("cp1258", "latin-1"))
    words = [set(_WORD.findall(text)) for text in texts]
    vietnamese, other = (sum(map(is_vietnamese, found)) / max(len(found), 1) for found in words)
    # What is no Vietnamese in either may be TCVN3 or VNI, which the names' own matching recognises.
    return "cp1258" if vietnamese > max(other, 0.5) else "latin-1"


def _is_utf8(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            while file.read(1 << 20):
                pass
    except UnicodeDecodeError as error:
        # A file that breaks off within its last letter is a UTF-8 file that is cut off.
        return error.reason == "unexpected end of data"
    return True


def is_blank(line: Sequence[str]) -> bool:
    """Whether the cells of a line hold nothing but spaces."""
    return not any(map(str.strip, line))
