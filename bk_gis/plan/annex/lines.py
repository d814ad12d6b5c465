"""The rows of an annex below its head: districts, clusters and totals, with their hectares."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bk_gis.errors import Problem
from bk_gis.plan.annex.layout import NONE, Layout, filled, is_head, mark
from bk_gis.plan.annex.rows import Row


@dataclass(frozen=True)
class Line:
    """A row that states something: `figures` are its hectares by phase, and its total where there is one."""

    row: int
    kind: str  # district, cluster, total
    mark: str
    name: str
    place: str
    figures: dict[str, float | None]
    blank: bool  # it states no figure, not even "-"


def read_lines(rows: Iterable[Row], layout: Layout, file: str, problems: list[Problem]) -> Iterator[Line]:
    """Read the rows below the head, to the end of the table; add figures that are none to `problems`."""
    below = -1  # totals below the last district; before the first there is none
    subtotals = False
    for number, cells in _joined(rows, layout):
        kind = mark(cells)
        if below > 0 and _is_over(kind, cells, layout, below=below, subtotals=subtotals):
            return
        if kind is None:
            continue
        if kind == "district":
            subtotals, below = subtotals or below > 0, 0
        elif kind == "total" and below >= 0:
            below += 1
        full = [*cells, *[""] * (layout.width - len(cells))]
        figures: dict[str, float | None] = {}
        for column, at in layout.figures.items():
            try:
                figures[column] = _hectares(full[at])
            except ValueError as error:
                problems.append(Problem(file, number, column, str(error)))
                figures[column] = None
        place = "" if layout.place is None else full[layout.place]
        blank = not any(full[at] for at in layout.figures.values())
        name = next(filter(None, cells)) if kind == "total" else full[layout.name]
        yield Line(number, kind, full[0].rstrip("."), name, place, figures, blank)


def _joined(rows: Iterable[Row], layout: Layout) -> Iterator[Row]:
    """Put rows together that a line break inside a cell has torn, as copied text has them."""
    waiting: Row | None = None
    for number, cells in rows:
        torn = waiting is not None and mark(cells) is None and any(cells) and not is_head(cells)
        if waiting is not None and torn:
            row, before = waiting
            waiting = row, [*before[:-1], f"{before[-1]} {cells[0]}".strip(), *cells[1:]]
        else:
            if waiting is not None:
                yield waiting
            waiting = number, cells
        if len(waiting[1]) >= layout.width or mark(waiting[1]) not in ("district", "cluster"):
            yield waiting
            waiting = None
    if waiting is not None:
        yield waiting


def _is_over(kind: str | None, cells: list[str], layout: Layout, *, below: int, subtotals: bool) -> bool:
    """Whether the table ended with the total above: only a district may follow, or the total a subtotal."""
    if kind == "total":
        return below > subtotals
    other_head = kind is None and len(filled(cells)) > 2 and cells not in layout.heads
    return kind == "cluster" or other_head


def _hectares(cell: str) -> float | None:
    """Read hectares as printed: "-" is none, a comma is decimal, points separate thousands."""
    text = cell.replace(" ", "")
    if text in NONE:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+|\d+\.(\d{1,2}|\d{4,})", text):
        return float(text)
    if re.fullmatch(r"\d+\.\d{3}", text):
        raise ValueError(f"'{cell}' may be thousands or a decimal; expected a decimal comma, or no point")
    raise ValueError(f"'{cell}' is not a number; expected hectares like 32,7, or '-' for none")
