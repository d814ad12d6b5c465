"""Whether the totals and subtotals of an annex are the sums of their rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bk_gis.errors import Problem
from bk_gis.plan.annex.layout import Layout
from bk_gis.plan.annex.lines import Line

_SLACK = 0.005  # half of the last digit that annexes print


@dataclass
class District:
    """The row of a district, its clusters, and the lines of totals below them, such as "Cộng"."""

    stated: Line
    clusters: list[Line] = field(default_factory=list)
    totals: list[Line] = field(default_factory=list)


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
