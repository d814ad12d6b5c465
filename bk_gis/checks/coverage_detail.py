"""Coverage in full: phase by phase, against the plan's own rules, and what single change would do."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from bk_gis.checks.coverage import check_coverage, listed
from bk_gis.checks.rates import add_up
from bk_gis.errors import Lang
from bk_gis.language.formats import number
from bk_gis.language.words import say
from bk_gis.plan.levels import Level, by_phase, communes_of, covered_level, lying_in, rules_of, unit_names
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Target

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


def verdicts(plan: Plan, *, by: int, part: bool = False, lang: Lang = "vi") -> list[tuple[bool | None, str]]:
    """
    Say, as the page does, whether rules are kept and what there is by a horizon; first what is not kept.

    Each sentence has True or False, or None where no rule demands it. A part of a plan keeps no rule of the
    whole: only its own units are told.
    """
    found = check_coverage(plan, by=by, lang=lang)
    rules, told = rules_of(plan, found.level), False
    said: list[tuple[bool | None, str]] = []
    for rule in rules:
        then = check_coverage(plan, by=rule.by or by, level=found.level, lang=lang)
        clusters, ha = rule.clusters or 0, rule.hectares or 0.0
        short = then.table[(then.table["clusters"] < clusters) | (then.table["hectares"] < ha - SLACK)]
        least = [f"{clusters} {say('page.clusters', lang)}"] * (clusters > 1) + [f"{number(ha, lang)} ha"] * (
            ha > 0
        )
        what = say("page.at least", lang, least=", ".join(least)) if least else say("page.one cluster", lang)
        key = "page.rule kept" if short.empty else "page.rule missed"
        counted = {"of": len(then.table), "n": len(then.table) - len(short), "units": then.units(lang)}
        words = say(
            key,
            lang,
            **counted,
            clause=rule.clause,
            by=then.year(lang),
            what=what,
            missing=listed(short["name"].tolist(), lang),
        )
        own = not least and (part or then.by == by)
        said.append((short.empty, then.verdict(lang) if own else words))
        kept = short.empty and then.by < by and not found.missing
        told = told or (not least and (then.by == by or kept))
    if not rules:
        said.append((found.ok, found.verdict(lang)))
    elif not told:
        rest = say(
            f"page.{'missing' if found.ruled else 'without'}", lang, missing=listed(found.missing, lang)
        )
        counted = {
            "of": len(found.table),
            "n": len(found.table) - len(found.missing),
            "units": found.units(lang),
        }
        words = say("page.as of", lang, **counted, by=by, rest=rest if found.missing else "")
        said.append((found.ok, words))
    return sorted(said, key=lambda verdict: verdict[0] is not False)


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
