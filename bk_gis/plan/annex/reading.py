"""Read an annex as people have it: copied text, CSV, Word, Excel; districts in Roman numerals, subtotals."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from bk_gis.errors import InputError, Problem
from bk_gis.io.delimited import TEXT_ENDINGS, all_lines, text_form
from bk_gis.io.excel import Rows, WorksheetCell, area_names, open_workbook, spread, worksheet_rows
from bk_gis.io.headers import Merged
from bk_gis.io.whole import existing, saying_faults
from bk_gis.language.names import clean
from bk_gis.plan.annex.layout import Layout, Line, Row, find_layout, read_lines
from bk_gis.plan.cells import number_cell
from bk_gis.plan.clusters import CLUSTER_COLUMNS, hectare_column

_KIND = re.compile(r"^(?:CCN|cụm công nghiệp)\s+", re.IGNORECASE)
_RESTARTS = "numbers begin anew in each district; ids are made of its numeral and the number: {}, ..."

_SLACK = 0.005  # half of the last digit that annexes print

_Numbered = tuple[str, Line, Line]  # the id of a cluster, its district and itself


@dataclass
class District:
    """The row of a district, its clusters, and the lines of totals below them, such as "Cộng"."""

    stated: Line
    clusters: list[Line] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Annex:
    """A table of clusters as it was read."""

    clusters: pd.DataFrame  # the columns of clusters.csv as text; `name` is the printed one without "CCN"
    mismatches: tuple[Problem, ...]  # totals and subtotals that are not the sum of their rows
    notes: tuple[str, ...] = ()  # what a reader would want to know, such as how clusters got their ids


def read_annex(path: str | Path, *, phases: Sequence[str] | None = None) -> Annex:
    """
    Read a table of clusters and check its own sums.

    A cluster's id is its number; where numbers begin anew in each district, it is the district's numeral
    and the number, such as "II.1", and `notes` says so. Text before and after the table is passed over.
    `phases` are the ids of the phases, such as "2011-2015", in the order of their columns; by default they
    are read off the head of the table. An error lists every figure that cannot be read and every number that
    is there twice in one district.
    """
    path = Path(path)
    rows, notes = read_rows(path)
    start, layout = find_layout(rows, path, phases)
    problems: list[Problem] = []
    districts, total = _grouped(read_lines(rows[start:], layout, path.name, problems), path.name, problems)
    clusters, restart = _numbered(districts)
    problems += _repeated(clusters, path.name)
    if problems:
        raise InputError(problems)
    if not districts:
        raise InputError(f"{path}: no row begins with a Roman numeral and a district; expected an annex")
    frame = _frame(clusters, layout)
    if restart:
        notes.append(_RESTARTS.format(", ".join(frame["id"].head(3))))
    return Annex(frame, tuple(mismatches(districts, total, layout, path.name)), tuple(notes))


def _grouped(lines: Iterable[Line], file: str, problems: list[Problem]) -> tuple[list[District], Line | None]:
    """Put clusters and subtotals to their districts; what is left is the total, above or below all."""
    districts: list[District] = []
    total = None
    for line in lines:
        if line.kind == "district":
            districts.append(District(line))
        elif line.kind == "total" and not districts:
            total = line
        elif line.kind == "total":
            districts[-1].totals.append(line)
        elif not districts:
            problems.append(Problem(file, line.row, None, f"'{line.name}' stands before any district"))
        else:
            districts[-1].clusters.append(line)
    subtotals = any(district.totals for district in districts[:-1])
    if districts and len(districts[-1].totals) > subtotals:
        total = districts[-1].totals.pop()
    return districts, total


def _numbered(districts: Sequence[District]) -> tuple[list[_Numbered], bool]:
    """Give clusters their ids, and say whether districts share numbers, as where each begins with 1."""
    numbers = [number for district in districts for number in {line.mark for line in district.clusters}]
    restart = len(set(numbers)) < len(numbers)
    clusters = [(district.stated, line) for district in districts for line in district.clusters]
    return [(f"{d.mark}.{line.mark}" if restart else line.mark, d, line) for d, line in clusters], restart


def _repeated(clusters: Sequence[_Numbered], file: str) -> Iterator[Problem]:
    """Find numbers that are there twice in a district, and numerals of two districts that share a number."""
    first: dict[str, int] = {}
    for number, _, line in clusters:
        before = first.setdefault(number, line.row)
        if before != line.row:
            message = f"number {number} is already that of row {before}; expected each once"
            yield Problem(file, line.row, None, message)


def _frame(clusters: Sequence[_Numbered], layout: Layout) -> pd.DataFrame:
    texts = [
        (number, _KIND.sub("", line.name), *map(clean, (line.name, line.place, district.name)))
        for number, district, line in clusters
    ]
    frame = pd.DataFrame(texts, columns=CLUSTER_COLUMNS)
    for phase in layout.phases:
        hectares = (line.figures[phase] for _, _, line in clusters)
        frame[hectare_column(phase)] = ["" if ha is None else number_cell(ha) for ha in hectares]
    return frame


def mismatches(
    districts: Sequence[District], total: Line | None, layout: Layout, file: str
) -> Iterator[Problem]:
    """List the sums that do not add up: of districts, of all, and of the phases of a cluster."""
    clusters = [line for district in districts for line in district.clusters]
    groups = [
        (line, district.clusters)
        for district in districts
        for line in (district.stated, *district.totals)
        if not line.blank
    ]
    groups += [(total, clusters)] if total is not None else []
    for stated, lines in groups:
        for column in layout.figures:
            yield from _differing(stated, column, lines, layout, file)
    for line in clusters if layout.total is not None else []:
        yield from _differing(line, "total", [line], layout, file)


def _differing(
    stated: Line, column: str, lines: Sequence[Line], layout: Layout, file: str
) -> Iterator[Problem]:
    phases = [column] if column in layout.phases else layout.phases
    added = sum(line.figures[phase] or 0 for line in lines for phase in phases)
    ha = stated.figures[column] or 0
    if abs(ha - added) > _SLACK:
        message = f"'{stated.name}' states {ha:g} ha, its figures add up to {round(added, 4):g}"
        yield Problem(file, stated.row, column, message)


def read_rows(path: Path) -> tuple[list[Row], list[str]]:
    """
    Read .txt or .tsv with tabs (as copied from Word), .csv, .docx or .xlsx, white space collapsed.

    Returns the rows, and what is worth saying of how they were read.
    """
    ending, notes = existing(path).suffix.lower(), []
    rows: Iterable[Row]
    if ending in TEXT_ENDINGS:
        form = text_form(path)
        if form.encoding == "latin-1":  # what is left when nothing fits
            form = replace(form, encoding="utf-8-sig")
        if form.encoding == "cp1258":
            notes.append("read as Windows-1258")
        rows = all_lines(path, form if ending == ".csv" else replace(form, separator="\t", quoted=False))
    elif ending == ".docx":
        rows = _word_rows(path)
    elif ending == ".xlsx":
        rows = _excel_rows(path, notes)
    else:
        raise InputError(f"cannot read an annex from {path.name}; expected .txt, .tsv, .csv, .docx, .xlsx")
    texts = ((number, [unicodedata.normalize("NFC", cell) for cell in cells]) for number, cells in rows)
    return [(number, [" ".join(cell.split()) for cell in cells]) for number, cells in texts], notes


def _word_rows(path: Path) -> Iterator[Row]:
    """Read the rows of all tables; cells that are merged come once for each column that they cover."""
    from docx import Document

    with saying_faults(path):
        rows = (row for table in Document(str(path)).tables for row in table.rows)
        for number, row in enumerate(rows, start=1):
            yield number, [cell.text for cell in row.cells]


def _excel_rows(path: Path, notes: list[str]) -> Iterator[Row]:
    """Read all worksheets; merged words hold for the rows below too, but hectares must not count twice."""
    with open_workbook(path) as worksheets:
        for worksheet in worksheets:
            rows, merged = worksheet_rows(path, worksheet)
            below = [(Merged(cells.rows, cells.columns[:1]), _first(rows, cells)) for cells in merged]
            words = [cells for cells, text in below if any(map(str.isalpha, text))]
            once = [cells for cells, text in below if text and cells not in words and len(cells.rows) > 1]
            if once:
                notes.append(f"figures in merged cells count once, in the first row: {area_names(once)}")
            for number, line in enumerate(spread(rows, words), start=1):
                yield number, [_text(cell) for cell in line]


def _first(rows: Rows, merged: Merged) -> str:
    """Give the text that merged cells hold."""
    return "".join(
        cell.text for row in rows[merged.rows.start :][:1] for cell in row[merged.columns.start :][:1]
    )


def _text(cell: WorksheetCell) -> str:
    """Write a number as an annex does, with a decimal comma, so that 1.234 stays one and a bit."""
    if isinstance(cell.value, float):
        return f"{round(cell.value, 6):.6f}".rstrip("0").rstrip(".").replace(".", ",")
    return cell.text
