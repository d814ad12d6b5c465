"""Read an annex as people have it: districts in Roman numerals, subtotals, decimal commas."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from bk_gis.errors import InputError, Problem
from bk_gis.io.grids import Grid, read_grid
from bk_gis.language.names import clean
from bk_gis.plan.clusters import hectare_cell, hectare_column

_ROMAN = re.compile(r"^[IVXLC]+\.?$")
_NUMBER = re.compile(r"^\d+\.?$")
_TOTAL = re.compile(r"^(tổng|cộng|total)", re.IGNORECASE)
_NAME = re.compile(r"\btên\b|\bname\b", re.IGNORECASE)
_PLACE = re.compile(r"địa điểm|vị trí|location|place", re.IGNORECASE)
_SPAN = re.compile(r"\b(\d{4})\s*[-\u2013\u2014]\s*(\d{4})\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_KIND = re.compile(r"^(?:CCN|cụm công nghiệp)\s+", re.IGNORECASE)
_NONE = ("", "-", "\u2013", "\u2014")
_RESTARTS = "numbers begin anew in each district; ids are made of its numeral and the number: {}, ..."
_SLACK = 0.005  # half of the last digit that annexes print


@dataclass(frozen=True)
class Annex:
    """
    A table of clusters as it was read.

    Attributes
    ----------
    clusters
        The columns of clusters.csv, as text: `name` is the printed name without "CCN"; hectares have
        a decimal point, empty where the annex has none.
    mismatches
        Totals and subtotals that are not the sum of their rows.
    notes
        What was done that a reader would want to know, such as how clusters got their ids.
    """

    clusters: pd.DataFrame
    mismatches: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Layout:
    heads: list[list[str]]
    name: int
    place: int | None
    phases: dict[str, int]
    total: int | None

    @property
    def width(self) -> int:
        return 1 + max([*self.phases.values(), self.total or 0, self.name])


@dataclass(frozen=True)
class _Line:
    row: int
    kind: str  # district, cluster, total
    mark: str
    name: str
    place: str
    hectares: dict[str, float | None]
    total: float | None
    blank: bool  # it states no figure, not even "-"


@dataclass
class _District:
    stated: _Line
    clusters: list[_Line] = field(default_factory=list)
    totals: list[_Line] = field(default_factory=list)  # lines below its clusters, such as "Cộng"


def read_annex(path: str | Path, *, phases: Sequence[str] | None = None) -> Annex:
    """
    Read a table of clusters and check its own sums.

    A cluster's id is its number; where numbers begin anew in each district, it is the district's numeral
    and the number, such as "II.1", and `notes` says so.

    Parameters
    ----------
    path
        .txt or .tsv (tabs), .csv, .docx or .xlsx. Text before and after the table is passed over.
    phases
        Ids of the phases, such as "2011-2015", in the order of their columns; by default they are
        read off the head of the table.

    Raises
    ------
    InputError
        No table is found, a figure in it cannot be read, or a number is there twice in one district;
        `problems` lists all of them.
    """
    path = Path(path)
    grid = read_grid(path)
    start, layout = _layout(grid, path, phases)
    problems: list[Problem] = []
    lines = list(_lines(_joined(grid[start:], layout), layout, path.name, problems))
    districts, total = _grouped(lines, path.name, problems)
    restart = _restarting(districts)
    problems += _repeated(districts, path.name, restart=restart)
    if problems:
        raise InputError(problems)
    if not districts:
        raise InputError(f"{path}: no row begins with a Roman numeral and a district; expected an annex")
    clusters = _frame(districts, layout, restart=restart)
    notes = (_RESTARTS.format(", ".join(clusters["id"].head(3))),) if restart else ()
    return Annex(clusters, tuple(_mismatches(districts, total, layout, path.name)), notes)


def _layout(grid: Grid, path: Path, phases: Sequence[str] | None) -> tuple[int, _Layout]:
    """Find the head: the first row with a name column, and all up to the first district or cluster."""
    first = next((i for i, (_, cells) in enumerate(grid) if _is_head(cells)), None)
    if first is None:
        raise InputError(f"{path}: no head of a table is found; expected one with a column 'Tên CCN'")
    end = next((i for i in range(first, len(grid)) if _is_body(grid[i][1])), len(grid))
    heads = [cells for _, cells in grid[first:end]]
    name = _column(heads, _NAME)
    spans = _phase_columns(heads)
    ids = _phase_ids([text for _, text in spans]) if phases is None else list(phases)
    if len(ids) != len(spans) or not spans:
        found = ", ".join(text for _, text in spans) or "none"
        wanted = f"{len(ids)} phases are named" if phases else "expected a head such as 'Giai đoạn 2011-2015'"
        raise InputError(f"{path}: {len(spans)} phase columns are found ({found}); {wanted}")
    columns = {phase: column for phase, (column, _) in zip(ids, spans, strict=True)}
    total = _column(heads[::-1], _TOTAL, besides=columns.values())
    return end, _Layout(heads, name or 0, _column(heads, _PLACE), columns, total)


def _is_head(cells: Sequence[str]) -> bool:
    filled = _filled(cells)
    return len(filled) > 2 and any(_NAME.search(cell) for cell in filled)


def _is_body(cells: Sequence[str]) -> bool:
    """Whether a row ends the head; the years of "Tổng | 2025 | 2030" are no hectares yet."""
    return _mark(cells) is not None and not all(re.fullmatch(_YEAR, c) for c in _filled(cells)[1:])


def _column(
    heads: Sequence[Sequence[str]], what: re.Pattern[str], *, besides: Collection[int] = ()
) -> int | None:
    cells = ((i, cell) for row in heads for i, cell in enumerate(row))
    return next((i for i, cell in cells if what.search(cell) and i not in besides), None)


def _phase_columns(heads: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """Find the heads of phases; of two above one another the lower one says what the column holds."""
    found: dict[int, str] = {}
    for cells in heads:
        for i, cell in enumerate(cells):
            if _TOTAL.search(cell):
                found.pop(i, None)
            elif _YEAR.search(cell) and not _NAME.search(cell):
                found[i] = cell
    return sorted(found.items())


def _phase_ids(heads: Sequence[str]) -> list[str]:
    """Name phases by their years; "by 2025" begins where the phase before it ended."""
    ids: list[str] = []
    for head in heads:
        if span := _SPAN.search(head):
            ids.append(f"{span[1]}-{span[2]}")
        elif (year := _YEAR.search(head)) and ids:
            ids.append(f"{int(ids[-1][-4:]) + 1}-{year[0]}")
        else:
            raise InputError(f"'{head}' does not say when its phase begins; name the phases yourself")
    return ids


def _mark(cells: Sequence[str]) -> str | None:
    """Say what a row begins: a district, a cluster, the total, or nothing."""
    filled = _filled(cells)
    if not filled or filled[:3] == ["1", "2", "3"]:  # nothing, or the columns counted
        return None
    if _ROMAN.match(filled[0]) and len(filled) > 1:
        return "district"
    if _NUMBER.match(cells[0]) and len(filled) > 2:
        return "cluster"
    return "total" if _TOTAL.match(filled[0]) and any(map(_is_figure, filled[1:])) else None


def _is_figure(cell: str) -> bool:
    """Whether a cell is meant to be hectares, legible or not; a head such as "2021-2025" is not."""
    of_phase = _YEAR.search(cell) and not re.fullmatch(r"[\d.,]+", cell)
    return cell in _NONE or (any(map(str.isdigit, cell)) and not of_phase)


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell]


def _joined(grid: Grid, layout: _Layout) -> Iterator[tuple[int, list[str]]]:
    """Put rows together that a line break inside a cell has torn, as copied text has them."""
    waiting: tuple[int, list[str]] | None = None
    for number, cells in grid:
        torn = waiting is not None and _mark(cells) is None and any(cells) and not _is_head(cells)
        if waiting is not None and torn:
            row, before = waiting
            waiting = row, [*before[:-1], f"{before[-1]} {cells[0]}".strip(), *cells[1:]]
        else:
            if waiting is not None:
                yield waiting
            waiting = number, cells
        if len(waiting[1]) >= layout.width or _mark(waiting[1]) not in ("district", "cluster"):
            yield waiting
            waiting = None
    if waiting is not None:
        yield waiting


def _lines(
    rows: Iterator[tuple[int, list[str]]], layout: _Layout, file: str, problems: list[Problem]
) -> Iterator[_Line]:
    below = -1  # totals below the last district; before the first there is none
    subtotals = False
    for number, cells in rows:
        kind = _mark(cells)
        if below > 0 and _is_over(kind, cells, layout, below=below, subtotals=subtotals):
            return
        if kind is None:
            continue
        if kind == "district":
            subtotals, below = subtotals or below > 0, 0
        elif kind == "total" and below >= 0:
            below += 1
        cells = [*cells, *[""] * (layout.width - len(cells))]  # noqa: PLW2901 - short rows are filled up

        def figure(column: str, at: int, number: int = number, cells: list[str] = cells) -> float | None:
            try:
                return _hectares(cells[at])
            except ValueError as error:
                problems.append(Problem(file, number, column, str(error)))
                return None

        hectares = {phase: figure(phase, at) for phase, at in layout.phases.items()}
        total = None if layout.total is None else figure("total", layout.total)
        place = "" if layout.place is None else cells[layout.place]
        figures = [*layout.phases.values(), *([] if layout.total is None else [layout.total])]
        blank = not any(cells[at] for at in figures)
        name = next(filter(None, cells)) if kind == "total" else cells[layout.name]
        yield _Line(number, kind, cells[0].rstrip("."), name, place, hectares, total, blank)


def _is_over(kind: str | None, cells: list[str], layout: _Layout, *, below: int, subtotals: bool) -> bool:
    """Whether the table ended with the total above: only a district may follow, or the total a subtotal."""
    if kind == "total":
        return below > subtotals
    other_head = kind is None and len(_filled(cells)) > 2 and cells not in layout.heads
    return kind == "cluster" or other_head


def _hectares(cell: str) -> float | None:
    """Read hectares as printed: "-" is none, a comma is decimal, points part thousands."""
    text = cell.replace(" ", "")
    if text in _NONE:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+|\d+\.(\d{1,2}|\d{4,})", text):
        return float(text)
    if re.fullmatch(r"\d+\.\d{3}", text):
        raise ValueError(f"'{cell}' may be thousands or a decimal; expected a decimal comma, or no point")
    raise ValueError(f"'{cell}' is not a number; expected hectares like 32,7, or '-' for none")


def _grouped(
    lines: Sequence[_Line], file: str, problems: list[Problem]
) -> tuple[list[_District], _Line | None]:
    """Put clusters and subtotals to their districts; what is left is the total, above or below all."""
    districts: list[_District] = []
    total = None
    for line in lines:
        if line.kind == "district":
            districts.append(_District(line))
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


def _restarting(districts: Sequence[_District]) -> bool:
    """Whether two districts share a number, as they do where each begins with 1."""
    numbers = [number for district in districts for number in {line.mark for line in district.clusters}]
    return len(set(numbers)) < len(numbers)


def _id(district: _District, line: _Line, *, restart: bool) -> str:
    return f"{district.stated.mark}.{line.mark}" if restart else line.mark


def _repeated(districts: Sequence[_District], file: str, *, restart: bool) -> Iterator[Problem]:
    """Find numbers that are there twice in a district, and numerals of two districts that share a number."""
    first: dict[str, int] = {}
    for district in districts:
        for line in district.clusters:
            number = _id(district, line, restart=restart)
            before = first.setdefault(number, line.row)
            if before != line.row:
                message = f"number {number} is already that of row {before}; expected each once"
                yield Problem(file, line.row, None, message)


def _frame(districts: Sequence[_District], layout: _Layout, *, restart: bool) -> pd.DataFrame:
    rows = [
        {
            "id": _id(district, line, restart=restart),
            "name": _KIND.sub("", line.name),
            "printed_name": clean(line.name),
            "location": clean(line.place),
            "district": clean(district.stated.name),
            **{hectare_column(p): "" if ha is None else hectare_cell(ha) for p, ha in line.hectares.items()},
        }
        for district in districts
        for line in district.clusters
    ]
    columns = ["id", "name", "printed_name", "location", "district", *map(hectare_column, layout.phases)]
    return pd.DataFrame(rows, columns=columns)


def _mismatches(
    districts: Sequence[_District], total: _Line | None, layout: _Layout, file: str
) -> Iterator[Problem]:
    clusters = [line for district in districts for line in district.clusters]
    groups = [
        (line, district.clusters)
        for district in districts
        for line in (district.stated, *district.totals)
        if not line.blank
    ]
    groups += [(total, clusters)] if total is not None else []
    for stated, lines in groups:
        for phase in layout.phases:
            added = sum(line.hectares[phase] or 0 for line in lines)
            yield from _differing(stated, phase, stated.hectares[phase] or 0, added, file)
        if layout.total is not None:
            added = sum(sum(ha or 0 for ha in line.hectares.values()) for line in lines)
            yield from _differing(stated, "total", stated.total or 0, added, file)
    for line in clusters if layout.total is not None else []:
        added = sum(ha or 0 for ha in line.hectares.values())
        yield from _differing(line, "total", line.total or 0, added, file)


def _differing(line: _Line, column: str, stated: float, added: float, file: str) -> Iterator[Problem]:
    if abs(stated - added) > _SLACK:
        message = f"'{line.name}' states {stated:g} ha, its figures add up to {round(added, 4):g}"
        yield Problem(file, line.row, column, message)
