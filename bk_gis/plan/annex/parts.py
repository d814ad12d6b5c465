"""Read an annex as people have it: Word, Excel, CSV or copied text, in the layouts of many offices."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bk_gis.errors import Fault, InputError, Problem, Text
from bk_gis.language.names import quoted
from bk_gis.language.words import both
from bk_gis.plan.annex.figures import change, hectares, is_figure
from bk_gis.plan.annex.layout import Layout, find_layout, is_head, is_other_head, is_repeated
from bk_gis.plan.annex.rows import Line, group_role, joined, kind_of, mark_and_name
from bk_gis.plan.annex.sources import Row, Table, read_tables

_NAME_AND_PLACE = re.compile(
    r"(.*?\S)\s*[,(;\u2013-]\s*((?:các )?(?:xã|phường|thị trấn|đặc khu)\s.*?|(?:x|p|tt)\..*?)\)?",
    re.IGNORECASE,
)


@dataclass
class Part:
    """What was read of one table: its layout and the rows that state something, heads that come again too."""

    layout: Layout
    table: Table  # the last one, of a table that goes on
    lines: list[Line] = field(default_factory=list)


@dataclass
class Reading:
    """What was read of a file, and everything that was not."""

    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # with figures that were not understood
    skipped: list[Problem] = field(default_factory=list)
    notes: list[Text] = field(default_factory=list)


def read_parts(path: Path, phases: Sequence[str] | None) -> Reading:
    """Read every row of every table of a file: into a part, to the problems, or to what is not taken."""
    tables, notes = read_tables(path)
    found = Reading(notes=notes)
    for table in tables:
        _read_table(table, phases, found)
    if not found.parts:
        raise InputError(both("fault_annex.no head", file=path.name))
    return found


def _read_table(table: Table, phases: Sequence[str] | None, found: Reading) -> None:
    rows, i = table.rows, 0
    part: Part | None = None
    if found.parts and not any(map(is_head, rows)):  # it may go on
        part = found.parts[-1]
        part.table = table
    outside: list[tuple[Row, str]] = []  # and the reason
    reason = "outside"
    while i < len(rows):
        row = rows[i]
        if is_head(row):
            if table.loose:
                rows = [*rows[:i], *joined(rows[i:])]
            i, layout = find_layout(rows, i, phases)
            if layout:
                part = _part(layout, table, found)
                if outside and set(outside[-1][0].filled) == set(filter(None, layout.heads[0])):
                    outside.pop()  # a row of the head that stands above the names
                continue
            part, reason = None, "other table"
        elif is_other_head(row) and not (part and is_repeated(row, part.layout)):
            part, reason = None, "other table"
        i += not is_head(row)
        following = next((one for one in rows[i:] if one.filled), Row(0, []))
        if row.filled and not (part and _read_row(row, following, part, found)):
            outside.append((row, "no hectares" if part else reason))
    found.skipped += _in_stretches(outside, table.file)


def _part(layout: Layout, table: Table, found: Reading) -> Part:
    """Go on with the table before where the head is the same, as on the next page; else begin another."""
    last = found.parts[-1] if found.parts else None
    if last and last.layout.columns == layout.columns and last.table.file == table.file:
        last.lines.append(Line(table.file, 0, "head"))
        return last
    found.parts.append(Part(layout, table))
    return found.parts[-1]


def _read_row(row: Row, following: Row, part: Part, found: Reading) -> bool:
    """Read a row into a part or the problems; False where it states nothing."""
    layout, file = part.layout, part.table.file
    last = part.lines[-1] if part.lines else None
    if last and last.kind == "cluster" and layout.name in row.above and _is_same(row, layout):
        _go_on(last, row, layout, found)
        return True
    kind, mark, name = kind_of(row, layout, mark_and_name(following, layout)[0] if following.filled else "")
    if kind == "note" and part.table.loose and last and _is_rest(row, last, layout):
        last.name = f"{last.name} {row.at(layout.name)}".strip()
        last.place = _place(row, layout, last.place, " ")
        found.notes.append(both("annex.joined", row=row.number, name=last.name))
        return True
    if kind == "odd":
        text = quoted(" | ".join(row.filled))
        found.problems.append(Problem(file, row.number, None, both("fault_annex.odd", text=text)))
    elif kind == "head":
        part.lines.append(Line(file, row.number, "head"))
    elif kind not in ("skip", "note"):
        line = Line(file, row.number, kind, mark, name)
        line.figures = dict(_figures(row, layout, file, found))
        line.blank = not any(row.at(column.at) for column in layout.figures.values())
        line.role = group_role(name, layout) if kind == "group" else ""
        if kind == "cluster":
            line.place, line.district = _place(row, layout), _district(row, part, found)
            line.note = "" if layout.note is None else row.at(layout.note)
            if not layout.places and (apart := _NAME_AND_PLACE.fullmatch(name)):
                line.name, line.place = apart[1], apart[2]
        part.lines.append(line)
    return kind != "note"


def _district(row: Row, part: Part, found: Reading) -> str:
    """Give the district of a column of its own; below the first row of a district the cells may be empty."""
    if part.layout.district is None or row.at(part.layout.district):
        return row.at(part.layout.district)
    above = next((line.district for line in reversed(part.lines) if line.kind != "head"), "")
    if above:
        found.notes.append(both("annex.filled down", row=row.number, district=above))
    return above


def _is_same(row: Row, layout: Layout) -> bool:
    """Whether a row below a merged name is of the same cluster: it has no number of its own."""
    return layout.number is None or layout.number in row.above or not row.at(layout.number)


def _go_on(last: Line, row: Row, layout: Layout, found: Reading) -> None:
    """Add what stands beside a name that is merged over several rows: another commune, more hectares."""
    if (place := _place(row, layout)) and place not in last.place.split("; "):
        last.place = f"{last.place}; {place}".removeprefix("; ")
    for column, ha in _figures(row, layout, last.file, found):
        if ha is not None:
            last.figures[column], last.blank = round((last.figures[column] or 0) + ha, 6), False
            found.notes.append(both("annex.added", row=row.number, name=last.name, ha=ha, column=column))


def _is_rest(row: Row, last: Line, layout: Layout) -> bool:
    """Whether a line of copied text is the rest of the cells above it: nothing but words beside a place."""
    words = {layout.name, *layout.places}
    filled = {i for i, cell in enumerate(row.cells) if cell}
    return last.kind == "cluster" and filled <= words and not row.at(0) and bool(set(layout.places) & filled)


def _place(row: Row, layout: Layout, before: str = "", between: str = ", ") -> str:
    return between.join(filter(None, [before, *(row.at(at) for at in layout.places)]))


def _figures(row: Row, layout: Layout, file: str, found: Reading) -> Iterator[tuple[str, float | None]]:
    for name, column in layout.figures.items():
        cell, ha = row.at(column.at), None
        try:
            ha = hectares(cell)
        except Fault as fault:
            found.problems.append(Problem(file, row.number, name, fault.text))
        if (parts := change(cell)) and ha is not None:
            found.notes.append(both("annex.changed", row=row.number, before=parts[0], ha=ha))
        yield name, ha


def _in_stretches(outside: Sequence[tuple[Row, str]], file: str) -> Iterator[Problem]:
    """Name the rows that are not taken, those of one reason that follow each other in one line."""
    stretch: list[tuple[Row, str]] = []
    for at, (row, reason) in enumerate(outside):
        stretch.append((row, reason))
        after, why_not = outside[at + 1] if at + 1 < len(outside) else (row, "")
        apart = after.number > row.number + 1 or any(map(is_figure, row.filled + after.filled))
        if why_not != reason or (reason == "no hectares" and apart):
            first = stretch[0][0]
            key = "annex.one row" if len(stretch) == 1 else "annex.rows"
            text = quoted(" | ".join(first.filled))
            why = both(f"annex.{reason}")
            yield Problem(file, first.number, None, both(key, last=row.number, text=text, why=why))
            stretch = []
