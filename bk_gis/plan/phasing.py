"""What each cluster gets in each phase: the records that counts, matrices and comparisons add up."""

import pandas as pd

from bk_gis.errors import InputError
from bk_gis.language.words import Lang, require_language
from bk_gis.plan.levels import Level, covered_level, levels_of, units_of
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Phase


def by_phase(plan: Plan) -> pd.DataFrame:
    """
    List the clusters phase by phase.

    Returns one row for each cluster and phase in which it has hectares, in the order of the annex:
    `id`, `name`, the code of the unit that it counts for in each level of the plan (`commune`,
    `district`, `subregion`), `phase`, its last year `end`, `hectares`, and `new`: whether this phase
    founds the cluster or expands it.
    """
    units = pd.DataFrame({level: units_of(plan, plan.clusters, level) for level in levels_of(plan)})
    clusters = pd.concat([plan.clusters[["id", "name"]], units], axis=1)
    phases = [
        clusters.assign(
            phase=phase.id,
            end=phase.end,
            hectares=plan.clusters[phase.column],
            new=plan.clusters["founded"] == phase.id,
        )
        for phase in plan.phases
    ]
    records = pd.concat(phases).sort_index(kind="stable")
    return records[records["hectares"] > 0].reset_index(drop=True)


def phases_shown(plan: Plan, by: int | None, lang: Lang) -> tuple[Phase, ...]:
    """List the phases up to a horizon that ends one, by default all; refuse what the plan does not know."""
    ends = [phase.end for phase in plan.phases]
    if by is not None and by not in ends:
        raise InputError(f"no phase ends in {by}; expected one of {', '.join(map(str, ends))}")
    require_language(lang)
    return plan.phases_by(ends[-1] if by is None else by)


def own_horizon(plan: Plan, level: Level | None = None) -> int:
    """Choose the horizon of the plan's first rule for a level, else the end of the last phase."""
    every = covered_level(plan, level)
    rules = [target.by for target in plan.targets if target.every == every and target.by is not None]
    return rules[0] if rules else plan.phases[-1].end
