"""Read delimited text in the form that it has; what is wrong with it is located."""

import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bk_gis.errors import InputError, Problem
from bk_gis.legacy import is_vietnamese
from bk_gis.names import clean

TEXT_ENDINGS = (".csv", ".tsv", ".txt")
_SEPARATORS = ",;\t|"
_SAMPLE = 1 << 18  # bytes by which the form is judged
_DAMAGE = 0.005  # share of NUL bytes up to which a file is text that is damaged
NUL = "holds a NUL byte, as a damaged file does; expected text"
_MAGIC = {
    b"PK\x03\x04": "an Excel workbook or a zip archive; rename it to .xlsx, or save it as CSV UTF-8",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook, or one with a password; save it as .xlsx without one",
    b"%PDF": "a PDF; save its table as CSV UTF-8",
    b"PAR1": "a Parquet file; rename it to .parquet",
    b"SQLite format 3": "a GeoPackage or another database; rename it to .gpkg",
}
_WORD = re.compile(r"\w*[^\W\d_\x00-\x7f]\w*")
_UNICODE = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")


@dataclass(frozen=True)
class TextForm:
    """How a table is written as text; `skipped` lines come before its header."""

    encoding: str = "utf-8-sig"
    separator: str = ","
    decimal: str = "."
    skipped: int = 0

    @property
    def written(self) -> "TextForm":
        """The form in which an answer is written, so that the same Excel opens it by double-click."""
        return replace(self, encoding="utf-16" if "16" in self.encoding else "utf-8-sig", skipped=0)


@dataclass(frozen=True)
class Cells:
    """The cells of a table: a header, and rows with the number that a spreadsheet shows for them."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[int, tuple[str, ...]], ...] = ()


def read_cells(path: Path, problems: list[Problem], form: TextForm | None = None) -> Cells:
    """
    Read a table; add what is wrong to `problems`.

    Without a form it is found, and has to be UTF-8 or UTF-16. Blank lines do not count. Rows with more or
    fewer cells than the header are left out; a table that cannot be read at all has no header.
    """

    def add(row: int | None, column: str | None, message: str) -> None:
        problems.append(Problem(path.name, row, column, message))

    try:
        form = form or _unicode_form(path)
        lines = _read_lines(path, form)[form.skipped :]
    except InputError as error:
        problems += error.problems
        return Cells()
    header = tuple(clean(name) for name in lines[0]) if lines else ()
    for name, times in Counter(filter(None, header)).items():
        if times > 1:
            add(1, name, f"the column is there {times} times; expected once")
    rows = []
    for number, line in enumerate(lines[1:], start=2 + form.skipped):
        if any("\0" in cell for cell in line):
            add(number, None, NUL)
        elif len(line) == len(header):
            rows.append((number, tuple(line)))
        elif any(cell.strip() for cell in line):
            add(number, None, f"has {len(line)} cells; expected {len(header)}, as in the header")
    return Cells(header, tuple(rows))


def _unicode_form(path: Path) -> TextForm:
    """Find the form of text in Unicode; the rest is taken for UTF-8, so that reading it locates the fault."""
    try:
        form = text_form(path)
    except OSError:
        return TextForm()
    return form if form.encoding in _UNICODE else replace(form, encoding="utf-8-sig")


def _read_lines(path: Path, form: TextForm) -> Sequence[Sequence[str]]:
    lines: list[list[str]] = []
    try:
        with path.open(encoding=form.encoding, newline="") as file:
            lines.extend(csv.reader(file, delimiter=form.separator, strict=True))
    except FileNotFoundError:
        message = f"there is no such file in {path.parent}"
    except UnicodeError as error:
        name = form.encoding.removesuffix("-sig").upper()
        why = f"{error.reason} at byte {error.start}" if isinstance(error, UnicodeDecodeError) else str(error)
        message = f"is not {name} ({why}); save it as CSV UTF-8"
    except csv.Error as error:
        message = f"is not readable after row {len(lines)}: {error}; expected quotes in pairs"
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
    else:
        return lines
    raise InputError([Problem(path.name, None, None, message)])


def text_form(path: Path) -> TextForm:
    """
    Find how a text table is written.

    Raises
    ------
    InputError
        The file is no text.
    """
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    for magic, words in _MAGIC.items():
        if sample.startswith(magic):
            raise InputError([Problem(path.name, None, None, f"is {words}")])
    encoding = _encoding(path, sample)
    text = sample.decode(encoding, errors="ignore").removeprefix("\ufeff")
    first, _, rest = text.partition("\n")
    # Excel writes and reads a first line "sep=;".
    if found := re.fullmatch(r"sep=(.)\r?", first):
        return TextForm(encoding, found[1], _decimal(rest, found[1]), skipped=1)
    header = next((line for line in (first, *rest.splitlines()) if line.strip()), "")
    bare = re.sub(r'"[^"]*"', "", header)
    separator = max(_SEPARATORS, key=bare.count)
    return TextForm(encoding, separator, _decimal(text, separator))


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
        message = f"is no text, though it ends in {path.suffix}; save it as CSV UTF-8"
        raise InputError([Problem(path.name, None, None, message)])
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
