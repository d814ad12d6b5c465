"""Read the tables of a Word document as they look: merged cells, and the numbers that Word counts itself."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from bk_gis.errors import InputError
from bk_gis.io.headers import Merged
from bk_gis.io.whole import saying_faults
from bk_gis.language.formats import roman
from bk_gis.language.words import both

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_COLUMNS, _MOST_COUNTED = 63, 10_000
# What may stand around rows, cells and paragraphs without being seen; what is deleted or shown twice is left.
_AROUND = {_W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_GONE = {_W + "del", _W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_BREAKS = {_W + "tab": " ", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}


class WordTable(NamedTuple):
    """Texts of a table; merged cells hold theirs in the first one."""

    rows: list[list[str]]
    merged: list[Merged]


def word_tables(path: Path) -> list[WordTable]:
    """Read all tables in order; one inside a cell follows the one around it."""
    from docx import Document

    with saying_faults(path):
        document = Document(str(path))
        parts: dict[str, Any] = {
            relation.reltype.rpartition("/")[2]: relation.target_part
            for relation in document.part.rels.values()
            if not relation.is_external
        }
        trees = [parts[name].element if name in parts else None for name in ("numbering", "styles")]
        found: list[WordTable] = []
        _read_blocks(document.element.body, _Numbers(*trees), found)
    return found


def _read_blocks(parent: Any, numbers: "_Numbers", found: list[WordTable]) -> str:
    """Give the text of the paragraphs; tables go to `found`."""
    lines = []
    for block in _children(parent):
        if block.tag == _W + "p":
            lines.append(f"{numbers.of(block)} {_text(block)}".strip())
        elif block.tag == _W + "tbl":
            place = len(found)
            inner: list[WordTable] = []
            found.insert(place, _read_table(block, numbers, inner))
            found += inner
    return "\n".join(lines)


def _read_table(table: Any, numbers: "_Numbers", inner: list[WordTable]) -> WordTable:
    rows: list[list[str]] = []
    spans: dict[int, tuple[int, int, int]] = {}  # by first column: first row, rows, columns
    merged: list[Merged] = []
    for line in (row for row in _children(table) if row.tag == _W + "tr"):
        if line.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = [""] * _columns(line, "trPr/gridBefore", 0)
        going: dict[int, tuple[int, int, int]] = {}
        for cell in (one for one in _children(line) if one.tag == _W + "tc"):
            left, width = len(cells), _columns(cell, "tcPr/gridSpan", 1)
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            begun = merge is not None and merge.get(_W + "val") != "restart" and left in spans
            first, height, _ = spans.pop(left) if begun else (len(rows), 0, 0)
            cells += ["" if begun else _read_blocks(cell, numbers, inner), *[""] * (width - 1)]
            if merge is not None:
                going[left] = first, height + 1, width
            elif width > 1:
                merged.append(_area(left, first, 1, width))
        merged += [_area(left, *span) for left, span in spans.items()]
        spans = going
        rows.append(cells)
    merged += [_area(left, *span) for left, span in spans.items()]
    return WordTable(rows, [area for area in merged if len(area.rows) * len(area.columns) > 1])


def _area(left: int, first: int, height: int, width: int) -> Merged:
    return Merged(range(first, first + height), range(left, left + width))


def _children(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag in _AROUND:
            yield from _children(child)
        elif child.tag not in _GONE:
            yield child


def _text(paragraph: Any) -> str:
    """Text of a paragraph, but not that of tables and boxes in it, nor what is deleted."""
    parts = []
    for child in paragraph:
        if child.tag == _W + "t":
            parts.append(child.text or "")
        elif child.tag in _BREAKS:
            parts.append(_BREAKS[child.tag])
        elif isinstance(child.tag, str) and child.tag not in _GONE and child.tag != _W + "pPr":
            parts.append(_text(child))
    return "".join(parts)


def _value(element: Any, path: str) -> str | None:
    found = None if element is None else element.find("/".join(_W + name for name in path.split("/")))
    return None if found is None else found.get(_W + "val")


def _columns(element: Any, path: str, usual: int) -> int:
    """Count columns that a cell covers, or that come before a row; Word has no more than 63."""
    count = int(_value(element, path) or usual)
    if count > _MOST_COLUMNS:
        raise InputError(both("fault_sheet.wide", count=count, most=_MOST_COLUMNS))
    return count


class _Numbers:
    """Count the numbered paragraphs of a document, in its order, as Word does."""

    def __init__(self, numbering: Any, styles: Any) -> None:
        def by(tree: Any, tag: str, key: str) -> dict[str | None, Any]:
            return {} if tree is None else {one.get(_W + key): one for one in tree.iter(_W + tag)}

        self._styles = by(styles, "style", "styleId")
        self._lists = by(numbering, "num", "numId")
        self._forms = by(numbering, "abstractNum", "abstractNumId")
        self._counts: dict[str | None, dict[int, int]] = {}  # by form, then level
        self._begun: set[tuple[str, int]] = set()  # lists that have counted from a start of their own

    def of(self, paragraph: Any) -> str:
        """Give what Word writes before a paragraph; a bullet is "-", and most paragraphs have nothing."""
        number, level = self._list_of(paragraph)
        form = _value(self._lists.get(number), "abstractNumId")
        if number is None or form not in self._forms:
            return ""
        levels = self._levels(form)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(form, {})
        own = self._own_start(number, level)
        if own is not None and (number, level) not in self._begun:
            counts[level] = own - 1
        self._begun.add((number, level))
        counts[level] = counts.get(level, int(_value(levels[level], "start") or 1) - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if _value(levels[level], "numFmt") == "bullet":
            return "-"

        def shown(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            start = int(_value(levels.get(at), "start") or 1)
            return _counted(counts.get(at, start), _value(levels.get(at), "numFmt") or "decimal")

        return re.sub(r"%(\d)", shown, _value(levels[level], "lvlText") or "")

    def _list_of(self, paragraph: Any) -> tuple[str | None, int]:
        """Find the list and its level: of the paragraph, else of its style or one that it is based on."""
        properties = paragraph.find(_W + "pPr")
        style = _value(properties, "pStyle")
        own = _value(properties, "numPr/numId")
        level = _value(properties, "numPr/ilvl")
        seen = set()
        while own is None and style in self._styles and style not in seen:
            seen.add(style)
            own = _value(self._styles[style], "pPr/numPr/numId")
            level = level or _value(self._styles[style], "pPr/numPr/ilvl")
            if own is None:
                style = _value(self._styles[style], "basedOn")
        if level is None and own is not None:
            form = _value(self._lists.get(own), "abstractNumId")
            linked = (
                at for at, one in self._levels(form).items() if style and _value(one, "pStyle") == style
            )
            level = str(next(linked, 0))
        return (None if own == "0" else own), int(level or 0)

    def _levels(self, form: str | None) -> dict[int, Any]:
        """Levels of a form, which may be that of a style."""
        if link := _value(self._forms.get(form), "numStyleLink"):
            number = _value(self._styles.get(link), "pPr/numPr/numId")
            form = _value(self._lists.get(number), "abstractNumId")
        found = self._forms.get(form)
        return {} if found is None else {int(one.get(_W + "ilvl")): one for one in found.findall(_W + "lvl")}

    def _own_start(self, number: str, level: int) -> int | None:
        for change in self._lists[number].findall(_W + "lvlOverride"):
            if change.get(_W + "ilvl") == str(level) and (start := _value(change, "startOverride")):
                return int(start)
        return None


def _counted(number: int, form: str) -> str:
    """Write a number in a form of Word, of which letters and Roman ones grow long."""
    if number > _MOST_COUNTED:
        return str(number)
    if form == "decimalZero":
        return f"{number:02}"
    if form.endswith("Letter"):
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman"):
        text = roman(number).lower()
    else:
        return "" if form == "none" else str(number)
    return text.upper() if form.startswith("upper") else text
