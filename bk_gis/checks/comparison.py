"""Two plans side by side: what changed, coverage and targets before and after."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bk_gis.checks.auditing.auditor import audit_rows
from bk_gis.checks.auditing.held import broken_targets
from bk_gis.checks.auditing.rows import Row
from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.coverage_detail import coverage_matrix
from bk_gis.checks.groups import cluster_groups
from bk_gis.errors import Lang, in_asked_language
from bk_gis.language.words import require_language, say
from bk_gis.plan.clusters import note_texts
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import in_html, require_plan

FIELDS = ("name", "location", "district")


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """
    What lies between two plans.

    Attributes
    ----------
    groups
        One row for each cluster and horizon: `id`, `name`, `group` (kept, resized, brought forward, put off,
        added, withdrawn), `by`, and the hectares up to then, `hectares_before` and `hectares_after`.
    changes
        One row for each value of a cluster that changed: `id`, `name`, `what` (added, withdrawn, name,
        location, district, or the id of a phase, in hectares), `before`, `after`, `reason`.
    coverage
        One row for each district and horizon: `name`, `by`, and `clusters` and `hectares` with
        `_before` and `_after`.
    targets
        One row for each figure that both plans state, whose computed value or verdict changed: `clause`,
        `scope`, `measure`, `stated`, and `computed` and `verdict` with `_before` and `_after`.
    broken
        Where both plans state the same: one row for each figure and each rule that the first plan's records
        give and those of the second do not: `clause`, `scope`, `measure`, `stated`, `before` and `after` as
        computed, and `difference`, after less stated.
    verdicts
        For each horizon, what the coverage check says before and after.
    lang
        Language of the comparison.
    """

    groups: pd.DataFrame
    changes: pd.DataFrame
    coverage: pd.DataFrame
    targets: pd.DataFrame
    broken: pd.DataFrame
    verdicts: tuple[tuple[int, str, str], ...]
    lang: Lang = "vi"

    def __repr__(self) -> str:
        """Count what changed."""
        return f"<Comparison: changed clusters: {self.changes['id'].nunique()}, figures: {len(self.targets)}>"

    def _repr_html_(self) -> str:
        said = [f"{before} → {after}" for _, before, after in self.verdicts]
        return in_html(say("comparison.changes", self.lang), self.changes, *said)


@in_asked_language
def compare(
    before: Plan, after: Plan, *, lang: Lang = "vi", reasons: Mapping[str, str] | None = None
) -> Comparison:
    """
    Compare two plans of one province: clusters by id, districts by name.

    Parameters
    ----------
    before, after
        The plans. Their communes may differ; their targets are each held against their own clusters.
    lang
        Language of scopes and verdicts.
    reasons
        Why a cluster changes, by its id; by default what the plans note of it.

    Returns
    -------
    Comparison
        `.groups`, `.changes`, `.coverage`, `.targets`, `.verdicts`.

    Examples
    --------
    >>> import bk_gis
    >>> plan = bk_gis.load_plan()
    >>> changes = bk_gis.compare(plan, plan.replace(clusters=plan.clusters.iloc[1:])).changes
    >>> changes[["name", "what"]].to_numpy().tolist()
    [['Huyền Tụng', 'withdrawn']]
    """
    require_plan(before, after)
    require_language(lang)
    matrices = [coverage_matrix(plan, lang=lang).set_index(["name", "by"]) for plan in (before, after)]
    index = matrices[0].index.append(matrices[1].index).unique()
    counted = [
        matrix[["clusters", "hectares"]].reindex(index).add_suffix(f"_{side}")
        for matrix, side in zip(matrices, SIDES, strict=True)
    ]
    ends = sorted({phase.end for plan in (before, after) for phase in plan.phases})
    verdicts = [[check_coverage(plan, by=by, lang=lang).verdict() for by in ends] for plan in (before, after)]
    changes = pd.DataFrame(_changes(before, after), columns=["id", "name", "what", "before", "after"])
    why = {**_notes(before, lang), **_notes(after, lang), **(reasons or {})}
    changes["reason"] = [why.get(ident, "") for ident in changes["id"]]
    return Comparison(
        groups=cluster_groups(before, after),
        changes=changes,
        coverage=pd.concat(counted, axis=1).reset_index(),
        targets=pd.DataFrame(_moved(before, after, lang), columns=_TARGET_COLUMNS),
        broken=broken_targets(before, after, lang=lang),
        verdicts=tuple(zip(ends, *verdicts, strict=True)),
        lang=lang,
    )


def first_difference(*plans: Plan) -> int:
    """Find the first horizon by which plans have other clusters, places or hectares, else the last."""
    ends = [phase.end for phase in plans[0].phases]
    alike = [all(_clusters_by(plan, end) == _clusters_by(plans[0], end) for plan in plans) for end in ends]
    return ends[alike.index(False)] if False in alike else ends[-1]


def _clusters_by(plan: Plan, year: int) -> list[tuple[str, str, float]]:
    clusters = plan.clusters
    return list(zip(clusters["id"], clusters["location"], plan.hectares_by(year), strict=True))


SIDES = ("before", "after")
_KEYS = ("clause", "scope", "measure", "stated")
_FOUND = ("computed", "verdict")
_TARGET_COLUMNS = [*_KEYS, *(f"{name}_{side}" for name in _FOUND for side in SIDES)]


def _moved(before: Plan, after: Plan, lang: Lang) -> Iterator[tuple[Any, ...]]:
    """Find the figures of both whose computed value or verdict is another one, in the order of the plan."""
    old, new = (_by_figure(audit_rows(plan)) for plan in (before, after))
    for key in filter(new.__contains__, old):
        was, becomes = old[key], new[key]
        if (was.computed, was.verdict) != (becomes.computed, becomes.verdict):
            said = [row.in_language(lang) for row in (was, becomes)]
            yield *(said[0][name] for name in _KEYS), *(side[name] for name in _FOUND for side in said)


def _by_figure(rows: list[Row]) -> dict[tuple[Any, ...], Row]:
    """Key the rows by figure; a number tells those apart that state the same."""
    times: Counter[tuple[Any, ...]] = Counter()
    found = {}
    for row in rows:
        key = (row.clause, row.scope, row.measure, row.stated)
        found[*key, times[key]] = row
        times[key] += 1
    return found


def _notes(plan: Plan, lang: Lang) -> dict[str, str]:
    """List what the plan notes of clusters, by their ids."""
    notes = note_texts(plan.clusters, lang)
    return {ident: note for ident, note in zip(plan.clusters["id"], notes, strict=True) if note}


def _changes(before: Plan, after: Plan) -> Iterator[tuple[str, str, str, Any, Any]]:
    old = {record["id"]: record for record in before.clusters.to_dict("records")}
    new = {record["id"]: record for record in after.clusters.to_dict("records")}
    columns = {field: field for field in FIELDS}
    columns |= {phase.id: phase.column for plan in (before, after) for phase in plan.phases}
    for ident, record in old.items():
        if ident not in new:
            yield ident, record["name"], "withdrawn", float(record["ha"]), None
            continue
        for what, column in columns.items():
            none = None if what in FIELDS else 0.0
            was, becomes = record.get(column, none), new[ident].get(column, none)
            if was != becomes:
                yield ident, new[ident]["name"], what, was, becomes
    for ident, record in new.items():
        if ident not in old:
            yield ident, record["name"], "added", None, float(record["ha"])
