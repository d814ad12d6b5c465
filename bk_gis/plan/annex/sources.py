"""The tables of a file, in whichever program an annex is kept: rows of plain text, each with its number."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from bk_gis.errors import InputError, Text
from bk_gis.io.cells import WorksheetCell
from bk_gis.io.delimited import TEXT_ENDINGS, all_lines, text_form
from bk_gis.io.excel import area_names, visible_worksheets
from bk_gis.io.headers import Merged
from bk_gis.io.opendocument import visible_sheets
from bk_gis.io.whole import existing
from bk_gis.io.word import word_tables
from bk_gis.language.names import clean
from bk_gis.language.words import both

ANNEX_ENDINGS = (".docx", ".xlsx", ".ods", *TEXT_ENDINGS)


class Row(NamedTuple):
    """A row of a table: the number that its own program shows, and its cells."""

    number: int
    cells: list[str]
    above: frozenset[int] = frozenset()  # columns whose cell is one with that of the row above

    def at(self, column: int | None) -> str:
        """Text of a cell; nothing where the row is shorter."""
        return "" if column is None or column >= len(self.cells) else self.cells[column]

    @property
    def filled(self) -> list[str]:
        """The cells that hold something."""
        return [cell for cell in self.cells if cell]


@dataclass(frozen=True)
class Table:
    """Rows that belong together: a table of Word, a worksheet, a text; `loose` lines may be torn."""

    file: str  # with the worksheet, where there are several
    rows: list[Row]
    loose: bool = False


def read_tables(path: Path) -> tuple[list[Table], list[Text]]:
    """Read .docx, .xlsx, .ods, .csv, or text as copied from Word or a PDF; and what is worth saying."""
    ending, notes = existing(path).suffix.lower(), list[Text]()
    if ending in TEXT_ENDINGS:
        return [Table(path.name, _text_rows(path, notes), loose=ending != ".csv")], notes
    if ending == ".docx":
        tables = word_tables(path)
        starts = [sum(len(table.rows) for table in tables[:i]) for i in range(len(tables))]
        return [
            Table(path.name, _rows(table.rows, table.merged, start, notes))
            for start, table in zip(starts, tables, strict=True)
        ], notes
    if ending not in ANNEX_ENDINGS:
        raise InputError(both("fault_annex.ending", file=path.name, endings=ANNEX_ENDINGS))
    sheets, hidden = (visible_worksheets if ending == ".xlsx" else visible_sheets)(path)
    if hidden:
        notes.append(both("annex.hidden", sheets=hidden))
    filled = [(name, cells.rows(), merged) for name, cells, merged in sheets if cells.grid.size]
    return [
        Table(
            f"{path.name} [{name}]" if len(filled) > 1 else path.name,
            _rows([[_text(cell) for cell in row] for row in rows], merged, 0, notes),
        )
        for name, rows, merged in filled
    ], notes


def _text_rows(path: Path, notes: list[Text]) -> list[Row]:
    form = text_form(path)
    if form.encoding == "latin-1":  # what is left when nothing fits
        form = replace(form, encoding="utf-8-sig")
    if form.encoding == "cp1258":
        notes.append(both("annex.encoding", name="Windows-1258"))
    if path.suffix.lower() == ".csv":
        return [Row(number, list(map(clean, cells))) for number, cells in all_lines(path, form)]
    lines = list(all_lines(path, replace(form, separator="\0", quoted=False)))
    texts = [(number, cells[0] if cells else "") for number, cells in lines]
    if any("\t" in text for _, text in texts):
        return [Row(number, list(map(clean, text.split("\t")))) for number, text in texts]
    return list(_spaced(texts))


def _spaced(lines: Sequence[tuple[int, str]]) -> Iterator[Row]:
    """Split lines as a PDF has columns: by spaces, cells below those of the first line that has most."""
    split = [list(re.finditer(r"\S+(?:\s\S+)*", line)) for _, line in lines]
    widest = max(split, key=len, default=[])
    starts = [found.span() for found in widest] if len(widest) > 2 else [(0, 0)]
    for (number, _), found in zip(lines, split, strict=True):
        row = [""] * len(starts)
        for cell in found:
            begin, end = cell.span()
            gaps = [max(begin - after, before - end) for before, after in starts]  # below 0 they overlap
            at = gaps.index(min(gaps))
            row[at] = f"{row[at]} {clean(cell[0])}".strip()
        yield Row(number, row)


def _rows(
    texts: Iterable[Sequence[str]], merged: Sequence[Merged], start: int, notes: list[Text]
) -> list[Row]:
    """Let merged words hold for the rows below too; hectares must not count twice."""
    rows = [list(map(clean, cells)) for cells in texts]
    above: dict[int, set[int]] = {}
    once = []
    for area in merged:
        top, left = area.rows.start, area.columns.start
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for i in range(top + 1, min(area.rows.stop, len(rows))):
            above.setdefault(i, set()).add(left)
            if any(map(str.isalpha, text)):
                rows[i] += [""] * (left + 1 - len(rows[i]))
                rows[i][left] = text
        if len(area.rows) > 1 and any(map(str.isdigit, text)) and not any(map(str.isalpha, text)):
            once.append(area)
    if once:
        notes.append(both("annex.once", areas=area_names(once)))
    return [Row(start + i + 1, cells, frozenset(above.get(i, ()))) for i, cells in enumerate(rows)]


def _text(cell: WorksheetCell) -> str:
    """Write a number as an annex does, with a decimal comma, so that 1.234 stays one and a bit."""
    if isinstance(cell.value, float):
        return f"{round(cell.value, 6):.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return cell.text
