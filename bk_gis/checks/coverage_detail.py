"""Coverage in full: phase by phase, against the plan's own rules."""

from typing import Any

import pandas as pd

from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.rates import add_up
from bk_gis.errors import Lang
from bk_gis.plan.levels import Level, by_phase, covered_level, rules_of, unit_names
from bk_gis.plan.model import Plan

SLACK = 1e-6  # hectares


def coverage_matrix(plan: Plan, *, level: Level | None = None, lang: Lang = "vi") -> pd.DataFrame:
    """
    Follow every district, or every unit of another level, through the phases.

    Gives one row for each unit and phase, units in the order of the decision: `id`, `name` (of sub-regions
    in a language), `phase`, `by` (the phase's last year), `new` and `expansions` (how many clusters this
    phase founds and expands), `added` (hectares of this phase), `clusters` and `hectares` (all there is by
    then).
    """
    level = covered_level(plan, level)
    records = by_phase(plan, level)
    rows: list[dict[str, Any]] = []
    for code, name in unit_names(plan, level, lang).items():
        own = records[records["within"] == code]
        for phase in plan.phases:
            here, so_far = own[own["phase"] == phase.id], own[own["end"] <= phase.end]
            founding = here["new"].astype(bool)
            rows.append(
                {
                    "id": code,
                    "name": name,
                    "phase": phase.id,
                    "by": phase.end,
                    "new": int(founding.sum()),
                    "expansions": int((~founding).sum()),
                    "added": add_up(here["hectares"].tolist()),
                    "clusters": so_far["id"].nunique(),
                    "hectares": add_up(so_far["hectares"].tolist()),
                }
            )
    return pd.DataFrame(rows)


def shortfall(plan: Plan, *, every: Level, by: int, measure: str, at_least: float) -> tuple[float, list[str]]:
    """Find the least that any unit of a level has by a year, and the codes of those with less than asked."""
    table = check_coverage(plan, by=by, level=every).table
    short = table.loc[table[measure] < at_least - SLACK, "id"].tolist()
    least = table[measure].min()
    return (float(least) if measure == "hectares" else int(least)), short


def check_rules(plan: Plan, *, lang: Lang = "vi") -> pd.DataFrame:
    """
    Check the rules that plan.toml states: at least so many clusters or hectares in every unit by a year.

    Gives one row for each rule: `clause`, `every`, `by`, `measure` (clusters or hectares), `at_least`,
    `least` (what the unit with the least has), `holds`, and `short`: names of the units that fall short.
    """
    rows = []
    for target in rules_of(plan):
        if target.every is None or target.by is None:
            continue  # never, for mypy
        for measure in ("clusters", "hectares"):
            at_least = getattr(target, measure)
            if at_least is not None:
                rule = {"every": target.every, "by": target.by, "measure": measure, "at_least": at_least}
                least, short = shortfall(plan, **rule)
                rows.append(
                    {
                        "clause": target.clause,
                        **rule,
                        "least": least,
                        "holds": not short,
                        "short": tuple(unit_names(plan, target.every, lang).loc[short]),
                    }
                )
    columns = ["clause", "every", "by", "measure", "at_least", "least", "holds", "short"]
    return pd.DataFrame(rows, columns=columns)
