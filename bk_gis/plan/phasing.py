"""What each cluster gets in each phase: the records that counts, matrices and comparisons add up."""

import pandas as pd

from bk_gis.errors import InputError
from bk_gis.language.words import Lang, require_language
from bk_gis.places.districts import match_districts
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Phase

COLUMNS = ("id", "name", "district", "subregion", "phase", "end", "hectares", "new")


def by_phase(plan: Plan) -> pd.DataFrame:
    """
    List the clusters phase by phase.

    Returns one row for each cluster and phase in which it has hectares, in the order of the annex:
    `id`, `name`, `district` (as the communes spell it) and `subregion` of the record, `phase`, its last
    year `end`, `hectares`, and `new`: whether this phase founds the cluster or expands it.
    """
    subregion = dict(zip(plan.districts["district"], plan.districts["subregion"], strict=True))
    stated = match_districts(plan.clusters["district"], list(subregion))
    rows = []
    for record, district in zip(plan.clusters.to_dict("records"), stated, strict=True):
        for phase in plan.phases:
            if record[phase.column] > 0:
                where = (district, subregion.get(str(district)))
                founding = phase.id == record["founded"]
                figures = (phase.id, phase.end, record[phase.column], founding)
                rows.append((record["id"], record["name"], *where, *figures))
    return pd.DataFrame(rows, columns=list(COLUMNS))


def phases_shown(plan: Plan, by: int | None, lang: Lang) -> tuple[Phase, ...]:
    """List the phases up to a horizon that ends one, by default all; refuse what the plan does not know."""
    ends = [phase.end for phase in plan.phases]
    if by is not None and by not in ends:
        raise InputError(f"no phase ends in {by}; expected one of {', '.join(map(str, ends))}")
    require_language(lang)
    return plan.phases_by(ends[-1] if by is None else by)
