"""The cells of a worksheet as nearly all programs write them, by one pattern and in columns: fast."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import reduce
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from bk_gis.io.cells import GENERAL, Array, Cells, WorksheetCell, grid_of
from bk_gis.io.headers import Merged

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"((?: s="\d{1,5}")?(?: t="(?:n|s|b|e|str|inlineStr)")?)'
    rb"(?: ?/>|></c>|>(?:(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<\0-\x08\x0b\x0c\x0e-\x1f]+)</v>"
    rb"|<is><t[^>]*>([^<\0-\x08\x0b\x0c\x0e-\x1f]*)</t></is>)</c>)"
)
_PARTS = 6  # that the pattern splits a worksheet in, by cell
_ATTRIBUTES = re.compile(r'(?: s="(\d+)")?(?: t="(\w+)")?')
_ROWS = re.compile(rb"\s*+(?:<row[\s>][^<]*+|</row>\s*+)*+")
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})"')
_XML = rb"(?:<\?xml[^>]*encoding=[\"'](?i:utf-8)[\"'][^>]*>\s*)?"
_BEGINNING = re.compile(_XML + rb"<worksheet\s")
_TEXTS = re.compile(_XML + rb'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"[^>]*>')
_TEXT = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")  # a character that XML cannot hold; ECMA-376 part 1, 22.9.2.19
_LINE_END = re.compile("\r\n|[\r\v\f]")
_FRACTION = re.compile("[.eE]")
_WIDTH = 1 << 14
_NUMBER, _WORDS, _TRUTH = range(3)  # kinds of cells
_KINDS = {"": _NUMBER, "n": _NUMBER, "b": _TRUTH}
_NO_DAY, _DAY = {0}, {1}
_FIRST, _LAST = 61, 2_950_000  # days that are counted alike: from March 1900 on, which is later for 1904
_DAY_MS = 86_400_000
# By style: number formats; whether they are of no days (0), of days, or of hours beyond one; cells of days.
Styles = tuple[Sequence[str], Array, Callable[[float, int], WorksheetCell]]


class PlainCells(Cells):
    """Cells in one column of Arrow's: texts as they are meant, others as they are written."""

    def __init__(self, grid: Array, kinds: Array, styles: Array, held: Any, known: Styles) -> None:
        """Take where cells stand, and what is known of each."""
        self.grid, self._kinds, self._styles, self._held = grid, kinds, styles, held
        self._forms, self._days, self._date = known

    def at(self, places: Array) -> list[WorksheetCell]:
        """Give the cells of these numbers."""
        known = self._kinds[places].tolist(), self._styles[places].tolist()
        return list(map(self._cell, *known, _take(self._held, places).to_pylist()))

    def _cell(self, kind: int, style: int, held: str | None) -> WorksheetCell:
        if kind == _WORDS or held is None:
            return WorksheetCell(held)
        value = bool(int(held)) if kind == _TRUTH else float(held) if _FRACTION.search(held) else int(held)
        if kind == _NUMBER and self._days[style]:
            return self._date(value, style)
        return WorksheetCell(value, self._forms[style])

    def filled(self) -> Array:
        """Find the rows that hold something other than spaces."""
        holds = np.asarray(pc.not_equal(pc.utf8_trim_whitespace(self._held), "").fill_null(False))  # noqa: FBT003
        return np.flatnonzero((holds[self.grid] & (self.grid >= 0)).any(axis=1))

    def column(self, places: Array) -> tuple["pd.Series[Any]", str]:
        """Make a column of texts, days or numbers at once; see `Cells.column`."""
        held = _take(self._held, places)
        some = places[_valid(held)]
        kinds = set(self._kinds[some].tolist())
        if kinds <= {_WORDS}:
            return pd.Series(pd.array(held, dtype="str")), GENERAL
        styles = np.unique(self._styles[some]).tolist()
        dates = {int(self._days[style]) for style in styles}
        column = None
        if kinds == {_NUMBER} and dates in (_NO_DAY, _DAY):
            with suppress(pa.ArrowInvalid):  # some are too long, or written in a way of their own
                column = _numbers(held) if dates == _NO_DAY else self._dated(held, styles[0])
        if column is None:
            return super().column(places)
        forms = {self._forms[style] for style in styles}
        return column, max(sorted(forms), key=len) if len(forms) == 1 or dates == _DAY else GENERAL

    def _dated(self, held: Any, style: int) -> "pd.Series[Any] | None":
        """Make a column of days as openpyxl counts them; None where some are hours, or far away."""
        numbers = held.cast(pa.float64()).to_numpy(zero_copy_only=False)
        missing = np.isnan(numbers)
        if not (missing | ((numbers >= _FIRST) & (numbers < _LAST))).all():
            return None
        days, hours = np.divmod(numbers, 1)
        after = (days - _FIRST) * _DAY_MS + np.rint(hours * 86_400 * 1000)
        after = np.where(missing, np.iinfo(np.int64).min, after).astype(np.int64).view("m8[ms]")
        return pd.Series(np.datetime64(self._date(_FIRST, style).value) + after)


def _numbers(held: Any) -> "pd.Series[Any]":
    whole = not pc.any(pc.match_substring_regex(held, "[.eE]")).as_py()
    numbers = held.cast(pa.int64() if whole else pa.float64())
    if whole and numbers.null_count:
        return pd.Series(numbers.to_pandas(types_mapper={pa.int64(): pd.Int64Dtype()}.get))
    return pd.Series(numbers.to_numpy(zero_copy_only=False))


def plain_cells(text: bytes, shared: Any, known: Styles) -> tuple[PlainCells, list[Merged]] | None:
    """
    Read the cells of a worksheet, and which are merged; None where it is written otherwise.

    `shared` are the shared texts as they are meant. A formula without its value is written otherwise.
    """
    parts = _CELL.split(text) if _BEGINNING.match(text) else [b""]
    around = b"".join(parts[::_PARTS])
    before, _, inside = around.partition(b"<sheetData>")
    inside, _, after = inside.partition(b"</sheetData>")
    merged = _MERGED.findall(after)
    if (
        len(parts) == 1
        or b"<sheetData>" not in parts[0]
        or b"</sheetData>" not in parts[-1]
        or b"<!" in before + after
        or not _ROWS.fullmatch(inside)
        or len(merged) != len(re.findall(rb"mergeCell\b", after))
        or not _is_xml(around)
    ):
        return None
    letters, numbers, attributes, values, inline = (
        pa.array(parts[i::_PARTS], pa.binary()) for i in range(1, _PARTS)
    )
    letters, attributes = letters.dictionary_encode(), attributes.dictionary_encode()
    row = numbers.cast(pa.string()).cast(pa.int32()).to_numpy() - 1
    column = np.array([_index(name) for name in letters.dictionary.to_pylist()])[letters.indices]
    if (np.diff(row * _WIDTH + column) <= 0).any():
        return None
    pairs = [_ATTRIBUTES.findall(one.decode())[0] for one in attributes.dictionary.to_pylist()]
    styles, kinds, within, shares = np.array(
        [(int(s or 0), _KINDS.get(t, _WORDS), t == "inlineStr", t == "s") for s, t in pairs]
    ).T[:, attributes.indices]
    held = pc.if_else(pa.array(within == 1), inline, values).cast(pa.large_string())
    texts = shared.take(pc.if_else(pa.array(shares == 1), held, None).cast(pa.int32()))
    own = (kinds == _WORDS) & (shares == 0)
    if own.any():
        texts = pc.coalesce(texts, meant(_mapped(pc.if_else(pa.array(own), held, None), "&", _decoded)))
    held = pc.if_else(pa.array(kinds == _WORDS), texts, held)
    cells = PlainCells(grid_of(row, column), kinds, styles, held, known)
    return cells, [_merged(*corners) for corners in merged]


def plain_texts(text: bytes) -> Any:
    """Read the shared texts of a workbook; None where one is of several parts, or written otherwise."""
    begun = _TEXTS.match(text)
    parts = _TEXT.split(text[begun.end() :] if begun else b"")
    if not begun or b"".join(parts[::2]).strip() != b"</sst>" or not _is_xml(text):
        return None
    texts = pa.array(parts[1::2], pa.binary()).cast(pa.large_string())
    return pc.replace_substring(_mapped(texts, "&", _decoded), "x005F_", "")  # as openpyxl does


def meant(texts: Any) -> Any:
    """Read texts as what they mean; see `unescaped`. None for an empty one."""
    texts = _mapped(texts, r"_x|[\r\v\f]", lambda found: map(unescaped, found))
    return pc.if_else(pc.equal(texts, ""), None, texts)


def unescaped(text: str) -> str:
    """Read `_x000D_` and the like as the characters that they mean, and every end of a line as one."""
    if "_x" in text:
        units = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        text = units.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text if text.isprintable() else _LINE_END.sub("\n", text)


def _decoded(found: list[str]) -> list[str | None]:
    return [one.text for one in ET.fromstring(f"<a><t>{'</t><t>'.join(found)}</t></a>")]  # noqa: S314


def _mapped(texts: Any, pattern: str, read: Callable[[list[str]], Iterable[Any]]) -> Any:
    """Read the texts that are like a pattern anew, each one once."""
    found = pc.match_substring_regex(texts, pattern).fill_null(False)  # noqa: FBT003
    if not pc.any(found).as_py():
        return texts
    those = texts.filter(found).dictionary_encode()
    anew = pa.array(read(those.dictionary.to_pylist()), texts.type)
    return pc.replace_with_mask(texts, found, anew.take(those.indices))


def _valid(column: Any) -> Array:
    return np.asarray(column.is_valid())


def _take(column: Any, places: Array) -> Any:
    return column.take(pa.array(places, mask=places < 0))


def _is_xml(text: bytes) -> bool:
    try:
        ParserCreate().Parse(text, True)  # noqa: FBT003
    except ExpatError:
        return False
    return True


def _index(letters: bytes) -> int:
    return reduce(lambda before, letter: before * 26 + letter - 64, letters, 0) - 1


def _merged(left: bytes, top: bytes, right: bytes, bottom: bytes) -> Merged:
    return Merged(range(int(top) - 1, int(bottom)), range(_index(left), _index(right) + 1))
