"""The head of an annex, which column is what, and the rows below it: districts, clusters and totals."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bk_gis.errors import InputError, Problem
from bk_gis.io.headers import find_header
from bk_gis.language.names import clean

_ROMAN = re.compile(r"^[IVXLC]+\.?$")
_NUMBER = re.compile(r"^\d+\.?$")
_TOTAL = re.compile(r"^(tổng|cộng|total)", re.IGNORECASE)
_NAME = (r"(.* )?(ten|name)( .*)?",)
_PLACE = (r"(.* )?(dia diem|vi tri|location|place)( .*)?",)
_SPAN = re.compile(r"\b(\d{4})\s*[-\u2013\u2014]\s*(\d{4})\b")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
NONE = ("", "-", "\u2013", "\u2014")
Row = tuple[int, list[str]]  # the number that its own program shows, and the cells


@dataclass(frozen=True)
class Layout:
    """The rows of the head, and the columns by their positions."""

    heads: list[list[str]]
    name: int
    place: int | None
    phases: dict[str, int]
    total: int | None

    @property
    def figures(self) -> dict[str, int]:
        """The columns of hectares, the total last."""
        return self.phases | ({} if self.total is None else {"total": self.total})

    @property
    def width(self) -> int:
        """How many cells a row has to have."""
        return 1 + max(*self.figures.values(), self.name)


def find_layout(rows: Sequence[Row], path: Path, phases: Sequence[str] | None) -> tuple[int, Layout]:
    """Find the head: the first row with a name column, and all up to the first district or cluster."""
    first = next((i for i, (_, cells) in enumerate(rows) if is_head(cells)), None)
    if first is None:
        raise InputError(f"{path}: no head of a table is found; expected one with a column 'Tên CCN'")
    end = next((i for i in range(first, len(rows)) if _is_body(rows[i][1])), len(rows))
    heads = [cells for _, cells in rows[first:end]]
    spans = _phase_columns(heads)
    ids = _phase_ids([text for _, text in spans]) if phases is None else list(phases)
    if len(ids) != len(spans) or not spans:
        found = ", ".join(text for _, text in spans) or "none"
        wanted = f"{len(ids)} phases are named" if phases else "expected a head such as 'Giai đoạn 2011-2015'"
        raise InputError(f"{path}: {len(spans)} phase columns are found ({found}); {wanted}")
    columns = {phase: column for phase, (column, _) in zip(ids, spans, strict=True)}
    name, place = _column(heads, _NAME), _column(heads, _PLACE)
    return end, Layout(heads, name or 0, place, columns, _total_column(heads, columns.values()))


def is_head(cells: Sequence[str]) -> bool:
    """Whether a row may be the first of a head."""
    return len(filled(cells)) > 2 and find_header(cells, _NAME) is not None


def _is_body(cells: Sequence[str]) -> bool:
    """Whether a row ends the head; the years of "Tổng | 2025 | 2030" are no hectares yet."""
    return mark(cells) is not None and not all(_YEAR.fullmatch(cell) for cell in filled(cells)[1:])


def _column(heads: Sequence[Sequence[str]], patterns: Sequence[str]) -> int | None:
    found = (find_header(cells, patterns) for cells in heads)
    return next((i for i in found if i is not None), None)


def _total_column(heads: Sequence[Sequence[str]], besides: Collection[int]) -> int | None:
    """Find the total of the phases: the lowest head of that name says what a column holds."""
    cells = ((i, cell) for row in reversed(heads) for i, cell in enumerate(row))
    return next((i for i, cell in cells if _TOTAL.search(cell) and i not in besides), None)


def _phase_columns(heads: Sequence[Sequence[str]]) -> list[tuple[int, str]]:
    """Find the heads of phases; of two above one another the lower one says what the column holds."""
    found: dict[int, str] = {}
    for cells in heads:
        for i, cell in enumerate(cells):
            if _TOTAL.search(cell):
                found.pop(i, None)
            elif _YEAR.search(cell) and find_header([cell], _NAME) is None:
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


def mark(cells: Sequence[str]) -> str | None:
    """Say what a row begins: a district, a cluster, the total, or nothing."""
    texts = filled(cells)
    if not texts or texts[:3] == ["1", "2", "3"]:  # nothing, or the columns counted
        return None
    if _ROMAN.match(texts[0]) and len(texts) > 1:
        return "district"
    if _NUMBER.match(cells[0]) and len(texts) > 2:
        return "cluster"
    return "total" if _TOTAL.match(texts[0]) and any(map(_is_figure, texts[1:])) else None


def _is_figure(cell: str) -> bool:
    """Whether a cell is meant to be hectares, legible or not; a head such as "2021-2025" is not."""
    of_phase = _YEAR.search(cell) and not re.fullmatch(r"[\d.,]+", cell)
    return cell in NONE or (any(map(str.isdigit, cell)) and not of_phase)


def filled(cells: Sequence[str]) -> list[str]:
    """Leave out the empty cells."""
    return [cell for cell in cells if cell]


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
        if waiting and mark(cells) is None and any(cells) and not is_head(cells):
            row, before = waiting
            waiting = row, [*before[:-1], f"{before[-1]} {cells[0]}".strip(), *cells[1:]]
        else:
            if waiting:
                yield waiting
            waiting = number, cells
        if len(waiting[1]) >= layout.width or mark(waiting[1]) not in ("district", "cluster"):
            yield waiting
            waiting = None
    if waiting:
        yield waiting


def _is_over(kind: str | None, cells: list[str], layout: Layout, *, below: int, subtotals: bool) -> bool:
    """Whether the table ended with the total above: only a district may follow, or the total a subtotal."""
    if kind == "total":
        return below > subtotals
    other_head = kind is None and len(filled(cells)) > 2 and cells not in layout.heads
    return kind == "cluster" or other_head


def _hectares(cell: str) -> float | None:
    """Read hectares as printed: "-" is none, a comma is decimal, points separate thousands."""
    text = clean(cell).replace(" ", "")
    if text in NONE:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{3})+,\d+|\d+,\d+", text):
        return float(text.replace(".", "").replace(",", "."))
    if re.fullmatch(r"\d+|\d+\.(\d{1,2}|\d{4,})", text):
        return float(text)
    if re.fullmatch(r"\d+\.\d{3}", text):
        raise ValueError(f"'{cell}' may be thousands or a decimal; expected a decimal comma, or no point")
    raise ValueError(f"'{cell}' is not a number; expected hectares like 32,7, or '-' for none")
