"""The cells of a worksheet as nearly all programs write them, by one pattern: fast."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

import numpy as np

from bk_gis.io.headers import Merged

_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d+)")?(?: t="(n|s|b|e|str|inlineStr)")?'
    rb"(?: ?/>|></c>|>(?:(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)?<v>([^<&]+)</v>|<is><t[^>]*>([^<]*)</t></is>)</c>)"
)
_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})"')
_XML = rb"(?:<\?xml[^>]*encoding=[\"'](?i:utf-8)[\"'][^>]*>\s*)?"
_BEGINNING = re.compile(_XML + rb"<worksheet\s")
_TEXTS = re.compile(_XML + rb'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"[^>]*>')
_TEXT = re.compile(rb'<si><t(?: xml:space="preserve")?>([^<]*)</t></si>')
# Comments and entities, prefixes, and tags that the patterns would miss.
_OTHER = (
    b"<!",
    b":c ",
    b":c>",
    b":c/",
    b"<c>",
    b"<c/",
    b"<c\t",
    b"<c\n",
    b"<c\r",
    b":mergeCell",
    b"<mergeCell\t",
)
_WIDTH = 1 << 14


def plain_rows(
    text: bytes, shared: Sequence[Any], number: Callable[[bytes, int], Any], make: Callable[[Any], Any]
) -> tuple[list[list[Any]], list[Merged]] | None:
    """
    Read rows of cells, and which are merged; None where the worksheet is written otherwise.

    `shared` are the cells of shared texts, `number` makes one of a number and its style, `make` of another
    value. A formula without its value is written otherwise.
    """
    if not _BEGINNING.match(text) or any(other in text for other in _OTHER):
        return None
    cells, merged = _CELL.findall(text), _MERGED.findall(text, text.rfind(b"</sheetData>"))
    whole = len(cells) == text.count(b"<c ") and len(merged) == text.count(b"<mergeCell ")
    if not cells or not whole:
        return None
    if not _is_xml(text):
        return None
    letters, numbers, styles, kinds, values, texts = zip(*cells, strict=True)
    columns = {name: _index(name) for name in set(letters)}
    row = np.array(numbers, dtype="S7").astype(np.int64) - 1
    column = np.array([columns[name] for name in letters])
    if (np.diff(row * _WIDTH + column) <= 0).any():
        return None
    none = make(None)
    found = [
        make(_text(text))
        if kind == b"inlineStr"
        else none
        if not value
        else shared[int(value)]
        if kind == b"s"
        else number(value, int(style or 0))
        if kind in (b"", b"n")
        else make(bool(int(value)) if kind == b"b" else value.decode())
        for style, kind, value, text in zip(styles, kinds, values, texts, strict=True)
    ]
    starts = np.flatnonzero(np.diff(row, prepend=-1))
    rows: list[list[Any]] = [[] for _ in range(int(row[-1]) + 1)]
    for start, end in zip(starts.tolist(), [*starts[1:].tolist(), len(row)], strict=True):
        last = int(column[end - 1])
        if last == end - start - 1:  # from column A on, without a gap
            rows[row[start]] = found[start:end]
        else:
            line = rows[row[start]] = [none] * (last + 1)
            for i in range(start, end):
                line[column[i]] = found[i]
    return rows, [_merged(*corners) for corners in merged]


def plain_texts(text: bytes) -> list[str] | None:
    """Read the shared texts of a workbook; None where one is of several parts, or written otherwise."""
    begun = _TEXTS.match(text)
    if not begun or _TEXT.sub(b"", text[begun.end() :]).strip() != b"</sst>" or not _is_xml(text):
        return None
    return [_text(found).replace("x005F_", "") for found in _TEXT.findall(text)]  # as openpyxl does


def _is_xml(text: bytes) -> bool:
    try:
        ParserCreate().Parse(text, True)  # noqa: FBT003
    except ExpatError:
        return False
    return True


def _text(text: bytes) -> str:
    return str(ET.fromstring(b"<t>%b</t>" % text).text or "") if b"&" in text else text.decode()  # noqa: S314


def _index(letters: bytes) -> int:
    return reduce(lambda before, letter: before * 26 + letter - 64, letters, 0) - 1


def _merged(left: bytes, top: bytes, right: bytes, bottom: bytes) -> Merged:
    return Merged(range(int(top) - 1, int(bottom)), range(_index(left), _index(right) + 1))
