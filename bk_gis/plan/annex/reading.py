"""An annex becomes clusters.csv: ids, names, places, districts, and what each phase adds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from bk_gis.errors import InputError, Problem, Text
from bk_gis.language.words import both
from bk_gis.places.addresses import parts as address_parts
from bk_gis.plan.annex.layout import EXISTING
from bk_gis.plan.annex.parts import Part, read_parts
from bk_gis.plan.annex.rows import Line
from bk_gis.plan.annex.sums import Measure, Sum, arrange, find_measure, leaves, same, split
from bk_gis.plan.cells import number_cell
from bk_gis.plan.clusters import hectare_column

_KIND = re.compile(r"^(?:CCN|cụm công nghiệp)\s+(?=\S)", re.IGNORECASE)


class StatedSum(NamedTuple):
    """A heading or total of an annex: the sums that were read, and what it states itself, by column."""

    file: str
    row: int
    name: str
    clusters: int
    read: dict[str, float]
    stated: dict[str, float | None]
    heads: dict[str, str]  # as printed


@dataclass(frozen=True)
class Annex:
    """A table of clusters as it was read."""

    clusters: pd.DataFrame  # the columns of clusters.csv as text; `name` is the printed one without "CCN"
    sums: tuple[StatedSum, ...]  # what was read beside what the annex states; the last is of all
    mismatches: tuple[Problem, ...]  # totals and subtotals that are not the sum of their rows
    skipped: tuple[Problem, ...]  # rows that were not taken, each with its reason
    notes: tuple[Text, ...] = ()  # what a reader would want to know, such as how clusters got their ids


def read_annex(
    path: str | Path, *, phases: Sequence[str] | None = None, measure: Measure | None = None
) -> Annex:
    """
    Read a table of clusters and check its own sums.

    Each row is a cluster, a heading, a total, or is named in `skipped`; one with figures that is none of
    these is an error, and all of them are listed. A cluster's id is its number; where numbers begin anew in
    each group it is the group's and the number, such as "II.1", and `notes` says so. `phases` are the ids of
    the phases, such as "2011-2015", in the order of their columns; by default they are read off the head of
    the table. `measure` says whether a column holds what a phase adds ("increments") or what there is by its
    end ("cumulative"); by default the annex's totals and heads decide, and where they do not it is an error.
    """
    path = Path(path)
    found = read_parts(path, phases)
    taken: list[tuple[Line, dict[str, float]]] = []
    sums: list[StatedSum] = []
    for part in found.parts:
        lists = 1 + max((line.section for line, _ in taken), default=-1)
        part_sums = arrange(part.lines, part.layout, found.problems, first=lists)
        clusters = [line for line in part.lines if line.kind == "cluster" and line.section >= lists]
        staying = [line for line in clusters if not leaves(line)]
        if found.problems:  # sums of what could not be read say nothing
            continue
        meant = measure or find_measure(part.layout, clusters, part_sums, path.name)
        added = split(part.layout, staying, meant, found.problems)
        taken += [
            (line, dict(zip(part.layout.phases, row, strict=True)))
            for line, row in zip(staying, added, strict=True)
        ]
        found.notes += _about(part, meant)
        found.skipped += _not_taken(part, part_sums)
        sums += _checked(part, part_sums, clusters, meant)
    found.problems += _again(found.parts)
    if found.problems:
        raise InputError(sorted(found.problems, key=lambda problem: problem.row or 0))
    if not taken:
        raise InputError(both("fault_annex.no clusters", file=path.name))
    frame = _frame([line for line, _ in taken], [row for _, row in taken], found.notes)
    skipped = sorted(found.skipped, key=lambda problem: (problem.file, problem.row or 0))
    return Annex(frame, tuple(sums), tuple(_mismatches(sums)), tuple(skipped), tuple(found.notes))


def _not_taken(part: Part, sums: Sequence[Sum]) -> Iterator[Problem]:
    """Name the clusters that leave the plan, and what below the last total or without rows states nothing."""
    empty = {one.line for one in sums if one.line.kind == "group" and one.line.blank and not one.clusters}
    known = {one.line for one in sums}
    for line in part.lines:
        reason = leaves(line) if line.kind == "cluster" and line.section >= 0 else ""
        below = line.section < 0 if line.kind == "cluster" else line.kind == "group" and line not in known
        if reason or below or line in empty:
            message = both(f"annex.{reason or 'named without'}", name=line.name)
            yield Problem(line.file, line.row, None, message)


def _about(part: Part, measure: Measure) -> Iterator[Text]:
    """Say how the columns were read, and which were not."""
    layout = part.layout
    kinds = {column.kind for column in layout.phases.values()}
    if len(layout.phases) > 1 and (measure == "cumulative" or kinds != {"span"}):
        yield both(f"annex.{measure}", heads=[column.head for column in layout.phases.values()])
    if EXISTING in layout.phases:
        planned = next((phase for phase in layout.phases if phase != EXISTING), "")
        year = re.match(r"\d{4}", planned)
        end = int(year[0]) - 1 if year else "..."
        yield both("annex.existing", column=hectare_column(EXISTING), id=EXISTING, end=end)
    if layout.before:
        yield both("annex.before", head=layout.before.head)
    if layout.passed:
        yield both("annex.columns", heads=layout.passed)


def _checked(part: Part, sums: Sequence[Sum], clusters: list[Line], measure: Measure) -> Iterator[StatedSum]:
    """Give what was read of each sum of a table, and of all of it; then clusters that state another total."""
    layout = part.layout
    heads = {name: column.head for name, column in layout.figures.items()}
    phases = list(layout.phases)
    total_of_all = sums and sums[-1].line.kind == "total" and len(sums[-1].clusters) == len(clusters)
    whole = [] if total_of_all else [Sum(Line(part.table.file, 0, "total"), clusters)]
    for one in [one for one in [*sums, *whole] if one.clusters or not one.line.blank]:
        line, read = one.line, {name: one.read(name) for name in layout.figures if name != "total"}
        stated = {} if line.blank else dict(line.figures)
        if layout.total or "total" in stated:
            read["total"] = one.whole(phases, measure)
        staying = sum(not leaves(line) for line in one.clusters)
        yield StatedSum(line.file, line.row, line.name, staying, read, stated, heads)
    for line in clusters if layout.total else []:
        stated, read = {"total": line.figures["total"]}, {"total": Sum(line, [line]).whole(phases, measure)}
        if not same(stated["total"], read["total"]):
            yield StatedSum(line.file, line.row, line.name, 1, read, stated, heads)


def _mismatches(sums: Sequence[StatedSum]) -> Iterator[Problem]:
    for one in sums:
        for column, ha in one.stated.items():
            if not same(ha, one.read[column]):
                message = both("annex.differs", name=one.name, ha=ha or 0.0, read=one.read[column])
                yield Problem(one.file, one.row, one.heads.get(column), message)


def _again(parts: Sequence[Part]) -> Iterator[Problem]:
    """Find clusters that a second table lists again: their hectares would count twice."""
    first: dict[tuple[str, ...], tuple[Part, Line]] = {}
    for part in parts:
        for line in (one for one in part.lines if one.kind == "cluster"):
            key = (line.name.casefold(), line.place.casefold(), _district(line, line.place).casefold())
            before, known = first.setdefault(key, (part, line))
            if before is not part:
                values = {"name": line.name, "file": known.file, "row": known.row}
                yield Problem(line.file, line.row, None, both("fault_annex.again", **values))


def _frame(lines: Sequence[Line], added: Sequence[dict[str, float]], notes: list[Text]) -> pd.DataFrame:
    ids, said = numbered(lines)
    notes += said
    places = list(map(_place, lines))
    districts = [_district(line, place) for line, place in zip(lines, places, strict=True)]
    frame = pd.DataFrame(
        {
            "id": ids,
            "name": [_KIND.sub("", line.name) for line in lines],
            "printed_name": [line.name for line in lines],
            "location": places,
            **({"district": districts} if any(districts) else {}),
        },
        dtype=str,
    )
    notes += [
        both("annex.empty", row=line.row, name=line.name)
        for line, row in zip(lines, added, strict=True)
        if not any(row.values())
    ]
    if any(districts) and not all(districts):
        notes.append(both("annex.no district", ids=frame["id"][frame["district"] == ""].tolist()))
    phases = dict.fromkeys(phase for row in added for phase in row)
    for phase in sorted(phases, key=lambda one: one != EXISTING):
        hectares = (row.get(phase) or 0.0 for row in added)
        frame[hectare_column(phase)] = [number_cell(ha) if ha else "" for ha in hectares]
    if any(line.note for line in lines):
        frame["note"] = pd.Series([line.note for line in lines], dtype=str)
        notes.append(both("annex.noted"))
    return frame


def _group(line: Line, role: str) -> str:
    return next((group.name for group in reversed(line.groups) if group.role == role), "")


def _place(line: Line) -> str:
    """Give the place of a cluster; where it names no commune, the one in whose group it is."""
    hamlet = all(part.level == "hamlet" for part in address_parts(line.place))
    return ", ".join(filter(None, [line.place, _group(line, "commune") if hamlet else ""]))


def _district(line: Line, place: str) -> str:
    """Find the district of a cluster: of its column, of a group, or the only one in the cell of its place."""
    named = dict.fromkeys(part.text for part in address_parts(place) if part.level == "district")
    return line.district or _group(line, "district") or (next(iter(named)) if len(named) == 1 else "")


_SHOWN = 3  # ids that a note gives
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numbered(clusters: Sequence[Line]) -> tuple[list[str], list[Text]]:
    """Give clusters their ids, and say how where these are not just the printed numbers."""
    if not any(line.mark for line in clusters):
        return list(map(str, range(1, len(clusters) + 1))), [both("annex.counted", count=len(clusters))]
    lists = len({line.section for line in clusters})
    unmarked = dict.fromkeys(group for line in clusters for group in line.groups if not group.mark)
    marks = {group: str(i) for i, group in enumerate(unmarked, start=1)}
    paths = [
        [str(line.section + 1)] * (lists > 1) + [group.mark or marks[group] for group in line.groups]
        for line in clusters
    ]
    for depth in range(max(map(len, paths)) + 1):
        printed = [_prefixed(line, path, depth) for line, path in zip(clusters, paths, strict=True)]
        if not _shared(printed, clusters):
            break
    ids: list[str] = []
    for ident, line in zip(printed, clusters, strict=True):
        free = ident if line.mark and ident not in ids else _after(ids, printed, ident if line.mark else None)
        ids.append(free)
    notes = []
    if printed != [line.mark for line in clusters]:
        notes.append(both("annex.restarts", ids=list(filter(None, printed))[:_SHOWN]))
    for own, ident, line in zip(ids, printed, clusters, strict=True):
        if own != ident or not line.mark:
            key = "annex.renumbered" if line.mark else "annex.unnumbered"
            notes.append(both(key, row=line.row, name=line.name, id=own, mark=line.mark))
    return ids, notes


def _prefixed(line: Line, path: Sequence[str], depth: int) -> str:
    return ".".join([*path[len(path) - depth if depth else len(path) :], line.mark]) if line.mark else ""


def _shared(ids: Sequence[str], clusters: Sequence[Line]) -> bool:
    """Whether clusters of two groups have one number."""
    first: dict[str, tuple[object, ...]] = {}
    return any(
        ident and first.setdefault(ident, (line.section, *line.groups)) != (line.section, *line.groups)
        for ident, line in zip(ids, clusters, strict=True)
    )


def _after(ids: Sequence[str], printed: Sequence[str], ident: str | None) -> str:
    """Make an id of the one above, or of a number that is there again, and the next free letter."""
    above = ident or (ids[-1].rstrip(_LETTERS) if ids else "0")
    names = (f"{above}{letter}{i or ''}" for i in count() for letter in _LETTERS)
    return next(name for name in names if name not in ids and name not in printed)
