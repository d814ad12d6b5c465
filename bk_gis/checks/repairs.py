"""The smallest single changes, from the plan itself, by which a unit would have what a rule demands."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.coverage_detail import SLACK
from bk_gis.errors import Lang
from bk_gis.plan.levels import communes_of, lying_in, rules_of
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Target

COLUMNS = ("clause", "every", "by", "id", "name", "forward", "communes", "hectares")


def repairs(plan: Plan, *, rules: Iterable[Target] | None = None, lang: Lang = "vi") -> pd.DataFrame:
    """
    List for each unit that falls short of a rule what single change would do. Facts, no advice.

    `rules` may be others than those of the plan. Gives one row for each rule and unit: `clause`, `every`,
    `by`, `id` and `name` of the unit, and, empty where no single change would do: `forward`, changes as in
    changes.toml that bring a cluster there forward into the last phase that the rule counts, the fewest
    hectares first; and `communes`, the codes of those in each of which a cluster of `hectares` could be
    added: what is lacking, and no less than the smallest that the plan founds.
    """
    rows = []
    founded = [
        float(plan.clusters.loc[plan.clusters["founded"] == phase.id, phase.column].min())
        for phase in plan.phases
        if (plan.clusters["founded"] == phase.id).any()
    ]
    for rule in rules_of(plan) if rules is None else rules:
        if rule.every is None or rule.by is None:
            continue  # never, for mypy
        table = check_coverage(plan, by=rule.by, level=rule.every, lang=lang).table
        lie = lying_in(plan, plan.clusters, rule.every)
        for unit in table.to_dict("records"):
            lacking = ((getattr(rule, name) or 0) - unit[name] for name in ("clusters", "hectares"))
            clusters, hectares = lacking
            if clusters <= 0 and hectares <= SLACK:
                continue
            own = plan.clusters[[unit["id"] in codes for codes in lie]]
            last = plan.phases_by(rule.by)[-1:]
            communes = communes_of(plan, rule.every, unit["id"])["code"]
            rows.append(
                {
                    "clause": rule.clause,
                    "every": rule.every,
                    "by": rule.by,
                    **{name: unit[name] for name in ("id", "name")},
                    "forward": tuple(_forward(plan, own, rule.by, clusters, hectares)) if last else (),
                    "communes": tuple(communes) if last and clusters <= 1 else (),
                    "hectares": max(round(hectares, 6), min(founded)),
                }
            )
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _forward(plan: Plan, own: pd.DataFrame, by: int, clusters: int, hectares: float) -> list[dict[str, Any]]:
    """Bring clusters forward of a unit that lacks so many clusters and hectares by a year."""
    to = plan.phases_by(by)[-1]
    found = []
    for record in own.to_dict("records"):
        there = any(record[phase.column] for phase in plan.phases_by(by))
        for phase in plan.phases:
            moved = record[phase.column]
            if phase.end > by and moved and clusters <= (not there) and hectares - moved <= SLACK:
                change = {"cluster": record["id"], "move": {"from": phase.id, "to": to.id}}
                found.append((moved, change))
    return [change for _, change in sorted(found, key=lambda candidate: candidate[0])]
