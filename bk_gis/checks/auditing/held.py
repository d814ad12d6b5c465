"""Figures of a decision that its records give, and those that no longer hold when the plan is changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from bk_gis.checks.auditing.records import Records
from bk_gis.checks.auditing.rows import DIFFERS
from bk_gis.checks.coverage_detail import check_rules
from bk_gis.checks.rates import RATED
from bk_gis.errors import Lang
from bk_gis.language.reasons import in_words
from bk_gis.plan.model import Plan
from bk_gis.plan.values import COUNTS, Target, figures

COMPUTED = tuple(name for name in (*COUNTS, "hectares", *RATED) if name != "subregions")
COLUMNS = ("clause", "scope", "measure", "stated", "before", "after", "difference")


@dataclass(frozen=True)
class Held:
    """A figure that the records give; `target` has the horizon at which they do."""

    target: Target
    measure: str
    stated: float


def stated_figures(plan: Plan) -> Iterator[tuple[Target, str, float]]:
    """Give the figures of targets that records can give, by phase or year; of no rule, cost or group."""
    for target in plan.targets:
        if target.every or target.cost_item or target.group:
            continue
        for measure, figure in figures(target):
            if measure in COMPUTED and isinstance(figure, int | float):
                yield target, measure, figure
        for phase, figure in zip(plan.phases, target.hectares_by_phase, strict=False):
            yield target.model_copy(update={"phase": phase.id}), "hectares", figure


def held_figures(plan: Plan) -> Iterator[Held]:
    """Find the figures that the records give, as in the audit; rules, costs and groups are not among them."""
    records = Records(plan)
    for part, measure, figure in stated_figures(plan):
        horizons = [part.by] if part.by is None else [part.by, *(phase.end for phase in plan.phases)]
        for by in horizons:
            dated = part.model_copy(update={"by": by})
            computed = records.computed(dated, measure)
            if computed is not None and records.row(dated, measure, figure, computed).verdict != DIFFERS:
                yield Held(dated, measure, figure)
                break


def broken_targets(before: Plan, after: Plan, *, lang: Lang = "vi") -> pd.DataFrame:
    """
    List what a decision states, what its records gave, and what those of a changed plan do not.

    Gives one row for each figure, then one for each rule: `clause`, `scope`, `measure`, `stated`, `before`
    and `after` (as computed; of a rule the least that a unit has), and `difference`, after less stated.
    """
    rows: list[tuple[Any, ...]] = []
    old, new = Records(before), Records(after)
    if before.targets != after.targets:
        return pd.DataFrame(rows, columns=COLUMNS)  # what each states is another question
    for held in held_figures(before):
        now = new.computed(held.target, held.measure)
        if now is not None and new.row(held.target, held.measure, held.stated, now).verdict == DIFFERS:
            scope = in_words(old.scope(held.target), lang)
            was = old.computed(held.target, held.measure)
            rows.append((held.target.clause, scope, held.measure, held.stated, was, now))
    rules = zip(*(check_rules(plan, lang=lang).to_dict("records") for plan in (before, after)), strict=True)
    for was, now in rules:
        if was["holds"] and not now["holds"]:
            figures_of = (was["at_least"], was["least"], now["least"])
            rows.append((was["clause"], ", ".join(now["short"]), was["measure"], *figures_of))
    found = pd.DataFrame(rows, columns=COLUMNS[:-1])
    return found.assign(difference=(found["after"] - found["stated"]).astype(float).round(6))
