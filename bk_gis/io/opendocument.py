"""Read the sheets of an OpenDocument spreadsheet (.ods) as worksheets of Excel are read."""

import datetime as dt
import re
import xml.etree.ElementTree as ET
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from bk_gis.errors import InputError, Problem
from bk_gis.io.batches import Batch, cell_name
from bk_gis.io.cells import Cells, Rows, WorksheetCell
from bk_gis.io.excel import Worksheet, unsaved, worksheet_batch
from bk_gis.io.headers import Merged
from bk_gis.io.whole import file_error, saying_faults
from bk_gis.io.worksheet_xml import unescaped
from bk_gis.language.words import both

_NAMES = {  # OASIS OpenDocument 1.3, part 3
    name: f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}"
    for name in ("office", "style", "table", "text")
}
_OFFICE, _STYLE, _TABLE, _TEXT = _NAMES.values()
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ROWS, _COLUMNS = 1 << 20, 1 << 14  # of a sheet, at most
_CELLS_AT_ONCE = 1 << 20  # that one line may stand for
_SPACES = 1000  # in a row
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S")


def read_opendocument(path: Path) -> Batch:
    """Read the first sheet that is not hidden; see `read_workbook`."""
    sheets, hidden = _sheets(path)
    names = [sheet.get(f"{_TABLE}name", "") for sheet in sheets + hidden]
    with saying_faults(path):
        cells, merged = _sheet_cells(path, sheets[0]) if sheets else (Cells([]), [])
    return worksheet_batch(path, names, cells, merged)


def visible_sheets(path: Path) -> tuple[list[Worksheet], list[str]]:
    """Read all sheets that are not hidden, and name the hidden ones; see `visible_worksheets`."""
    sheets, hidden = _sheets(path)
    with saying_faults(path):
        read = [(sheet.get(f"{_TABLE}name", ""), *_sheet_cells(path, sheet)) for sheet in sheets]
    return read, [sheet.get(f"{_TABLE}name", "") for sheet in hidden]


def _sheets(path: Path) -> tuple[list[ET.Element], list[ET.Element]]:
    """Find the sheets, and those that are hidden, unless all are."""
    with saying_faults(path), zipfile.ZipFile(path) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise file_error(path, both("fault_io.password"))
        root = ET.fromstring(archive.read("content.xml"))  # noqa: S314  (as openpyxl does of a workbook)
    unseen = {
        style.get(f"{_STYLE}name")
        for style in root.iter(f"{_STYLE}style")
        if any(part.get(f"{_TABLE}display") == "false" for part in style)
    }
    sheets = root.findall(f".//{_OFFICE}spreadsheet/{_TABLE}table")
    hidden = [sheet for sheet in sheets if sheet.get(f"{_TABLE}style-name") in unseen]
    hidden = hidden if len(hidden) < len(sheets) else []
    return [one for one in sheets if one not in hidden], hidden


def _sheet_cells(path: Path, sheet: ET.Element) -> tuple[Cells, list[Merged]]:
    """Read all rows; empty rows and cells at the end, of which a sheet states a million, are left out."""
    rows: Rows = []
    merged: list[Merged] = []
    problems: list[Problem] = []
    skipped = 0
    for line in sheet.iter(f"{_TABLE}table-row"):
        times = int(line.get(f"{_TABLE}number-rows-repeated", "1"))
        top = len(rows) + skipped
        cells: list[WorksheetCell] = []
        blank = 0
        for element in (part for part in line if part.tag in _CELLS):
            left, repeated = len(cells) + blank, int(element.get(f"{_TABLE}number-columns-repeated", "1"))
            down, across = (
                min(int(element.get(f"{_TABLE}number-{way}-spanned", "1")), most)
                for way, most in (("rows", _ROWS), ("columns", _COLUMNS))
            )
            if down * across > 1:
                merged.append(Merged(range(top, top + down), range(left, left + across)))
            value = None if element.tag == _CELLS[1] else _value(element)
            if value is None and element.get(f"{_TABLE}formula") and not element.get(f"{_OFFICE}value-type"):
                problems.append(unsaved(path, top + 1, cell_name(left, top)))
            if value is None:
                blank += repeated
            else:
                right = left + repeated
                if top + times > _ROWS or right > _COLUMNS or times * right > _CELLS_AT_ONCE:
                    raise file_error(path, both("fault_sheet.far below", row=top + times, column=right))
                cells += [WorksheetCell()] * blank + [WorksheetCell(value)] * repeated
                blank = 0
        if cells:
            rows += [[] for _ in range(skipped)] + [list(cells) for _ in range(times)]
        skipped = 0 if cells else skipped + times
    if problems:
        raise InputError(problems)
    return Cells(rows), merged


def _value(cell: ET.Element) -> Any:
    """Read what a cell holds; what is of no known form stays text."""
    kind = cell.get(f"{_OFFICE}value-type", "string")
    stored = cell.get(f"{_OFFICE}{kind}-value") or cell.get(f"{_OFFICE}value")
    if stored is not None and kind != "string":
        if kind == "boolean":
            return stored == "true"
        if kind == "time" and (parts := _TIME.fullmatch(stored)):
            hours, minutes, seconds = map(int, parts.groups())
            if hours > 23:
                return dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
            return dt.time(hours, minutes, seconds)
        with suppress(ValueError):
            if kind == "date":
                return dt.datetime.fromisoformat(stored)
            return int(stored) if re.fullmatch(r"-?\d+", stored) else float(stored)
    paragraphs = [_text(part) for part in cell if part.tag == f"{_TEXT}p"]
    return unescaped("\n".join(paragraphs) if paragraphs else stored or "") or None


def _text(element: ET.Element) -> str:
    """Read the text of a paragraph, with the spaces and line ends that are elements of their own."""
    name = element.tag.removeprefix(_TEXT)
    start = {
        "s": " " * min(int(element.get(f"{_TEXT}c", "1")), _SPACES),
        "tab": "\t",
        "line-break": "\n",
    }.get(name, "")
    parts = [part for child in element for part in (_text(child), child.tail or "")]
    return start + (element.text or "") + "".join(parts)
