"""What a plan does with each cluster of the one before it: keeps, resizes, moves in time, adds, withdraws."""

from typing import get_args

import pandas as pd

from bk_gis.plan.model import Plan
from bk_gis.plan.values import Group

GROUPS: tuple[Group, ...] = get_args(Group)
COLUMNS = ("id", "name", "group", "by", "hectares_before", "hectares_after")


def cluster_groups(before: Plan, after: Plan) -> pd.DataFrame:
    """
    Group the clusters of two plans by what became of them; clusters are the same by their id.

    Returns one row for each cluster and horizon of either plan, in the order of the later plan, then what
    it withdraws: `id`, `name`, `group`, `by`, and `hectares_before` and `hectares_after` up to the horizon.
    A cluster is brought forward where it is founded earlier, or where the same hectares come earlier, and
    put off where later; resized where it has other hectares otherwise.
    """
    ends = sorted({phase.end for plan in (before, after) for phase in plan.phases})
    old, new = (_so_far(plan, ends) for plan in (before, after))
    names = {**_names(before), **_names(after)}
    rows = []
    for ident in dict.fromkeys([*new, *old]):
        was, becomes = old.get(ident), new.get(ident)
        group = _group(was, becomes)
        none = [0.0] * len(ends)
        rows += [
            (ident, names[ident], group, *row) for row in zip(ends, was or none, becomes or none, strict=True)
        ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _so_far(plan: Plan, ends: list[int]) -> dict[str, list[float]]:
    """Hectares of each cluster up to each horizon."""
    by = [plan.hectares_by(end).tolist() for end in ends]
    return dict(zip(plan.clusters["id"], map(list, zip(*by, strict=True)), strict=True))


def _names(plan: Plan) -> dict[str, str]:
    return dict(zip(plan.clusters["id"], plan.clusters["name"], strict=True))


def _group(was: list[float] | None, becomes: list[float] | None) -> Group:
    if was is None or becomes is None:
        return "added" if was is None else "withdrawn"
    if was == becomes:
        return "kept"
    pairs = list(zip(was, becomes, strict=True))
    if was[-1] == becomes[-1] or any((a == 0) != (b == 0) for a, b in pairs):
        earlier = next(b > a for a, b in pairs if a != b)
        return "brought forward" if earlier else "put off"
    return "resized"
