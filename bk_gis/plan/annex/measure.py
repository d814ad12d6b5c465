"""Whether the columns of an annex say what each phase adds, or what there is by its end."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from bk_gis.errors import InputError, Problem
from bk_gis.language.words import both
from bk_gis.plan.annex.layout import Layout
from bk_gis.plan.annex.rows import Line
from bk_gis.plan.annex.sums import Sum, same

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
