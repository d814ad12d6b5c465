"""An annex's own sums: which rows they are of, and what they say of how its columns count."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from bk_gis.errors import InputError, Problem
from bk_gis.language.words import both
from bk_gis.plan.annex.layout import Layout
from bk_gis.plan.annex.rows import Line

_SLACK = 0.005  # half of the last digit that annexes print
_LEAVING = ("withdrawn", "put off")
_OF_A_PART = re.compile(r"cộng\b|tổng( cộng| số)?:? (huyện|thị xã)\s+\S", re.IGNORECASE)


@dataclass(eq=False)
class Sum:
    """A row that states sums, and the clusters that it is the sum of."""

    line: Line
    clusters: list[Line]

    def read(self, column: str) -> float:
        """Add up a column; clusters that leave the plan count where the annex counts them."""
        every = added(self.clusters, column)
        if not self.line.blank and same(self.line.figures.get(column), every):
            return every
        return added([one for one in self.clusters if not leaves(one)], column)

    def whole(self, phases: Sequence[str], measure: str) -> float:
        """Give the hectares of all phases."""
        parts = [self.read(phase) for phase in phases]
        return parts[-1] if measure == "cumulative" else round(sum(parts), 6)

    def agrees(self, columns: Iterable[str]) -> bool:
        """Whether what is stated is what was read."""
        return all(same(self.line.figures.get(column), self.read(column)) for column in columns)


@dataclass
class _Section:
    """Rows up to a total of all of them."""

    clusters: list[Line] = field(default_factory=list)
    untold: list[Line] = field(default_factory=list)  # since the last total, where there are no groups
    open: list[Sum] = field(default_factory=list)  # the groups above the next row
    total: Line | None = None


def same(a: float | None, b: float | None) -> bool:
    """Whether two figures are one, as printed."""
    return abs((a or 0) - (b or 0)) <= _SLACK


def added(lines: Iterable[Line], column: str) -> float:
    """Add up a column."""
    return round(sum(line.figures.get(column) or 0 for line in lines), 6)


def leaves(cluster: Line) -> str:
    """Say why a cluster is none of the plan: its group, or that nothing is left of it."""
    role = next((group.role for group in cluster.groups if group.role in _LEAVING), "")
    left = any(ha for column, ha in cluster.figures.items() if column not in ("before", "total"))
    return role or ("nothing left" if cluster.figures.get("before") and not left else "")


def arrange(lines: Sequence[Line], layout: Layout, problems: list[Problem], *, first: int = 0) -> list[Sum]:
    """
    Put clusters to their groups, and find what each total is of; figures below the last one are a problem.

    Where the head comes again below a total of all, another list begins; they are numbered from `first`.
    """
    sums: list[Sum] = []
    totalled: set[Line] = set()
    section = _Section()
    for i, line in enumerate(lines):
        following = next((one for one in lines[i + 1 :] if one.kind != "head"), None)
        if line.kind == "head":
            first += section.total is not None
            section = _Section() if section.total else section
        elif line.kind == "total":
            _read_lone(line, section, layout)
            whole = Sum(line, section.clusters)
            agrees = whole.agrees(line.figures)
            if section.total and not agrees:
                problems.append(_below(line, section.total))
                continue
            of = (
                section.clusters
                if set(line.figures) == {"total"}
                else _found(line, section, totalled, lines[i + 1 :])
            )
            goes_on = following and following.kind == "group" and not _begins_anew(following, sums)
            ends = of is section.clusters or (agrees and not _OF_A_PART.match(line.name) and not goes_on)
            section.total = line if ends and section.clusters else section.total
            section.untold = []
            sums.append(Sum(line, of))
        elif section.total and not line.blank:
            problems.append(_below(line, section.total))
        elif line.kind == "group":
            _open(line, section)
            sums.append(section.open[-1])
        elif not section.total:
            line.groups, line.section = tuple(group.line for group in section.open), first
            for clusters in (section.clusters, section.untold, *(group.clusters for group in section.open)):
                clusters.append(line)
    return sums


def _begins_anew(group: Line, sums: Sequence[Sum]) -> bool:
    """Whether a group has the number of one before, as the first of another list."""
    return any(one.line.kind == "group" and one.line.mark == group.mark for one in sums)


def _below(line: Line, total: Line) -> Problem:
    said = both("fault_annex.below", name=line.name, total=total.name, row=total.row)
    return Problem(line.file, line.row, None, said)


def _open(line: Line, section: _Section) -> None:
    """Close the groups that are not around a new one: those of its style, and what is inside them."""
    styles = [_style(group.line) for group in section.open]
    if _style(line) in styles:
        del section.open[styles.index(_style(line)) :]
    line.groups = tuple(group.line for group in section.open)
    section.open.append(Sum(line, []))


def _style(group: Line) -> str:
    """Tell headings of one level: districts, communes; else I and II, A and B, 1.1 and 1.2, or no number."""
    mark = group.mark
    if group.role in ("district", "commune") or not mark:
        return group.role if group.role not in _LEAVING else "heading"
    first = "letter" if mark[0].isalpha() and mark[0] not in "IVXL" else mark[0].isdigit() and "number"
    return f"{first or 'roman'} {mark.count('.')}"


def _read_lone(line: Line, section: _Section, layout: Layout) -> None:
    """See whether a total states one figure for all phases, in a cell across their columns."""
    stated = {column: ha for column, ha in line.figures.items() if ha}
    sums = [added(section.clusters, phase) for phase in layout.phases]
    if len(stated) != 1 or len(sums) < 2 or "total" in stated:
        return
    ((column, ha),) = stated.items()
    if not same(ha, added(section.clusters, column)) and any(same(ha, one) for one in (sum(sums), sums[-1])):
        line.figures = {"total": ha}


def _found(line: Line, section: _Section, totalled: set[Line], after: Sequence[Line]) -> list[Line]:
    """Find the clusters that a total is of: the nearest group, or all, whose sums are those stated."""
    groups = [group for group in reversed(section.open) if group.line not in totalled]
    if not section.clusters or (groups and not groups[0].clusters):  # it comes first
        return groups[0].clusters if groups else section.clusters
    scopes = [*(group.clusters for group in groups), section.clusters]
    if not section.open:
        scopes.insert(0, section.untold)
    of = next((scope for scope in scopes if Sum(line, scope).agrees(line.figures)), None)
    if of is None:
        heads = [i for i, one in enumerate(after) if one.kind == "head"]
        last = not any(one.kind == "cluster" for one in after[: heads[0] if heads else None])
        part = groups[0].clusters if groups else section.untold if not section.open else []
        whole = not part or (not _OF_A_PART.match(line.name) and (last or not groups))
        of = section.clusters if whole else part
    totalled.update(group.line for group in groups if group.clusters is of)
    return of


Measure = Literal["increments", "cumulative"]


def find_measure(layout: Layout, clusters: Sequence[Line], sums: Sequence[Sum], file: str) -> Measure:
    """
    Find what the columns say: by the annex's own totals of phases, else by its heads and how figures go on.

    Where that is not certain it is an error that gives both sums and the options to choose with.
    """
    rows = [_figures(line, layout) for line in clusters]
    if all(_increments(row) == row for row in rows):
        return "increments"
    totals = [*clusters, *(one.line for one in sums)]
    votes = [_vote(line, _figures(line, layout)) for line in totals if "total" in line.figures]
    alone = [one for one in sums if set(one.line.figures) == {"total"}]
    votes += [_vote(one.line, [one.read(phase) for phase in layout.phases]) for one in alone]
    for_each, for_all = votes.count("increments"), votes.count("cumulative")
    if for_each != for_all and min(for_each, for_all) * 4 < max(for_each, for_all):
        return "increments" if for_each > for_all else "cumulative"
    found = None if for_each else _by_heads(layout, rows)
    if found is None:
        last, every = (sum(part) for part in zip(*((row[-1], sum(row)) for row in rows), strict=True))
        heads = [column.head for column in layout.phases.values()]
        sums_of = {"every": round(every, 4), "last": round(last, 4)}
        raise InputError(both("fault_annex.measure", file=file, heads=heads, **sums_of))
    return found


def _by_heads(layout: Layout, rows: Sequence[Sequence[float]]) -> Measure | None:
    """Judge by the heads, and by whether figures fall, stay or grow; None where that is not certain."""
    kinds = {column.kind for column in layout.phases.values()} - {"existing"}
    steps = [(a, b) for row in rows for a, b in pairwise(row) if a]
    falls, ends = sum(b < a for a, b in steps), sum(b == 0 for _, b in steps)
    stays = sum(a == b for a, b in steps)
    if "added" in kinds or (kinds == {"span"} and falls):
        return "increments"
    if kinds == {"by"}:
        return None if falls else "cumulative"
    if ends and not stays and "bare" not in kinds:
        return "increments"
    return "cumulative" if kinds == {"year"} and stays and not falls else None


def split(
    layout: Layout, clusters: Sequence[Line], measure: Measure, problems: list[Problem]
) -> list[list[float]]:
    """Give the hectares that each phase adds to each cluster; a cumulative figure that falls is a problem."""
    rows = [_figures(line, layout) for line in clusters]
    if measure == "increments":
        return rows
    parts = [_increments(row) for row in rows]
    for line, row, part in zip(clusters, rows, parts, strict=True):
        for i, phase in enumerate(layout.phases):
            if part[i] < 0:
                values = {"name": line.name, "before": row[i - 1], "ha": row[i]}
                problems.append(Problem(line.file, line.row, phase, both("fault_annex.falls", **values)))
    return parts


def _figures(line: Line, layout: Layout) -> list[float]:
    return [line.figures.get(phase) or 0.0 for phase in layout.phases]


def _increments(row: Sequence[float]) -> list[float]:
    return [round(b - a, 6) for a, b in zip([0.0, *row], row, strict=False)]


def _vote(line: Line, row: Sequence[float]) -> Measure | None:
    """Say which of the two readings gives the total that a row states of its phases."""
    ha, every = line.figures.get("total"), sum(row)
    if not ha or same(every, row[-1]):
        return None
    return "increments" if same(ha, every) else ("cumulative" if same(ha, row[-1]) else None)
