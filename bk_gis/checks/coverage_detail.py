"""Coverage in full: phase by phase, against the plan's own rules, and what would close a gap."""

from typing import Any

import pandas as pd

from bk_gis.checks.coverage import check_coverage
from bk_gis.checks.rates import add_up
from bk_gis.errors import Lang
from bk_gis.language.formats import number
from bk_gis.plan.levels import Level, by_phase, communes_of, covered_level, rules_of, unit_names
from bk_gis.plan.model import Plan

_SLACK = 1e-6  # hectares


def coverage_matrix(plan: Plan, *, level: Level | None = None, lang: Lang = "vi") -> pd.DataFrame:
    """
    Follow every district (or sub-region) through the phases.

    Parameters
    ----------
    plan
        The plan to follow.
    level
        What the rows are; by default as in `check_coverage`.
    lang
        Language of the sub-regions' names.

    Returns
    -------
    pandas.DataFrame
        One row for each unit and phase, units in the order of the decision: `id`, `name`, `phase`,
        `by` (the phase's last year), `new` and `expansions` (how many clusters this phase founds and
        expands), `added` (hectares of this phase), `clusters` and `hectares` (all there is by then).
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
    short = table.loc[table[measure] < at_least - _SLACK, "id"].tolist()
    least = table[measure].min()
    return (float(least) if measure == "hectares" else int(least)), short


def check_rules(plan: Plan, *, lang: Lang = "vi") -> pd.DataFrame:
    """
    Check the rules that plan.toml states: at least so many clusters or hectares in every unit by a year.

    Returns
    -------
    pandas.DataFrame
        One row for each rule: `clause`, `every`, `by`, `measure` (clusters or hectares), `at_least`,
        `least` (what the unit with the least has), `holds`, and `short`: names of the units that
        fall short.
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


def gaps(plan: Plan, *, by: int, level: Level | None = None, lang: Lang = "vi") -> pd.DataFrame:
    """
    List what the plan itself holds that would close each gap. Nothing is invented.

    Parameters
    ----------
    plan
        The plan to look through.
    by
        The horizon: every phase that ends by this year counts.
    level
        What has to be covered; by default as in `check_coverage`.
    lang
        Language of the sub-regions' names.

    Returns
    -------
    pandas.DataFrame
        One row for each unit without a cluster by then: `id`, `name`, `later` (its clusters of later
        phases, that could be brought forward, with phase and hectares of the founding) and `communes`
        (its communes, in none of which there is a cluster by then). Empty where nothing is missing.
    """
    level = covered_level(plan, level)
    table = check_coverage(plan, by=by, level=level, lang=lang).table
    records = by_phase(plan, level)
    later = records[records["new"].astype(bool) & (records["end"] > by)]
    rows = []
    for row in table[~table["covered"]].to_dict("records"):
        own = later[later["within"] == row["id"]].sort_values("end", kind="stable")
        candidates = zip(own["name"], own["phase"], own["hectares"], strict=True)
        communes = communes_of(plan, level, row["id"])["name"]
        rows.append(
            {
                "id": row["id"],
                "name": row["name"],
                "later": ", ".join(
                    f"{name} ({phase}, {number(ha, lang)} ha)" for name, phase, ha in candidates
                ),
                "communes": ", ".join(communes),
            }
        )
    return pd.DataFrame(rows, columns=["id", "name", "later", "communes"])
