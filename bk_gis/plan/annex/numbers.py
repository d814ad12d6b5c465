"""Ids of clusters: their numbers as printed, told apart where these begin anew, repeat or are missing."""

from collections.abc import Sequence
from itertools import count

from bk_gis.errors import Text
from bk_gis.language.words import both
from bk_gis.plan.annex.rows import Line

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
