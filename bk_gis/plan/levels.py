"""The levels of a plan: communes always, districts and sub-regions where it has them; what units get."""

from collections.abc import Iterable
from typing import Any, Literal, get_args

import geopandas as gpd
import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Lang
from bk_gis.language.names import clean
from bk_gis.language.words import both, say
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import kept
from bk_gis.plan.values import Target

Level = Literal["commune", "district", "subregion"]
_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_USUAL = "xã, phường"


def levels_of(plan: Plan) -> tuple[Level, ...]:
    """List the levels that a plan has, the smallest units first."""
    frames = (kept(plan, name) for name in ("communes", "districts", "subregions"))
    return tuple(level for level, units in zip(get_args(Level), frames, strict=True) if len(units))


def covered_level(plan: Plan, level: Level | None = None) -> Level:
    """Choose the level that is counted: the stated one, one with a rule, districts, or what there is."""
    there = levels_of(plan)
    if level is None:
        usual: tuple[Level, ...] = ("district", "subregion", "commune")
        ruled = {rule.every for rule in rules_of(plan)}
        return next(one for one in (*(one for one in usual if one in ruled), *usual) if one in there)
    if level not in there:
        raise InputError(both("fault_content.no level", level=level, known=there))
    return level


def rules_of(plan: Plan, level: Level | None = None) -> tuple[Target, ...]:
    """List what the plan demands of every unit, of one level or of any: nothing else has a verdict."""
    stated = [rule for rule in plan.targets if rule.every is not None and rule.by is not None]
    return tuple(rule for rule in stated if level in (None, rule.every))


def unit_names(plan: Plan, level: Level, lang: Lang) -> "pd.Series[str]":
    """Names of the units of a level by their codes, in the order of the plan."""
    frames, code, name = {
        "commune": ("communes", "code", "name"),
        "district": ("districts", "district_code", "district"),
        "subregion": ("subregions", "id", f"label_{lang}"),
    }[level]
    frame = kept(plan, frames)
    return pd.Series(frame[name].array, pd.Index(frame[code]), name=name)


def commune_kinds(units: Iterable[str]) -> str:
    """List the kinds of communes: "xã, phường, đặc khu"; the usual ones where none is stated."""
    there = dict.fromkeys(clean(unit).lower() for unit in units if isinstance(unit, str))
    known = [kind for kind in _KINDS if kind in there]
    return ", ".join(known + [kind for kind in there if kind and kind not in _KINDS]) or _USUAL


def with_kinds(text: str, kinds: str) -> str:
    """Name the kinds of communes that there are where a text names the usual ones."""
    return text.replace(_USUAL, kinds).replace(_USUAL.capitalize(), kinds.capitalize())


def plan_words(plan: Plan, key: str, lang: Lang) -> str:
    """Say what units are called, in the plan's own words."""
    return with_kinds(say(key, lang), commune_kinds(plan.communes["unit_type"]))


def units_of(plan: Plan, clusters: pd.DataFrame, level: Level) -> "pd.Series[Any]":
    """
    Codes of the units that clusters of the plan count for; missing where a cluster counts for none.

    A district is the one that the record states, as in the annex, and its sub-region goes with it. Where
    records state none, the unit is the one in which the point lies.
    """
    if level == "district":
        return clusters["district_code"]
    if level == "subregion" and "subregion" in (districts := kept(plan, "districts")):
        return clusters["district_code"].map(districts.set_index("district_code")["subregion"])
    return clusters["commune_code" if level == "commune" else "subregion"]


def lying_in(plan: Plan, clusters: pd.DataFrame, level: Level) -> "pd.Series[Any]":
    """
    Codes of all units that clusters of the plan count for, a tuple for each.

    A cluster between communes counts for each of them, with all its hectares: how much lies in which is not
    stated. Of the other levels it counts for one, see `units_of`.
    """
    single = [() if pd.isna(code) else (code,) for code in units_of(plan, clusters, level)]
    if level != "commune":
        return pd.Series(single, clusters.index)
    rows = zip(clusters["match_method"], clusters["match_codes"], single, strict=True)
    return pd.Series(
        [tuple(codes.split()) if m == "between" else one for m, codes, one in rows], clusters.index
    )


def communes_of(plan: Plan, level: Level, code: str) -> gpd.GeoDataFrame:
    """Communes of a unit."""
    column = {"commune": "code", "district": "district_code"}.get(level, level)
    return plan.communes[plan.communes[column] == code]


def by_phase(plan: Plan, level: Level | None = None) -> pd.DataFrame:
    """
    List the clusters phase by phase.

    Returns one row for each cluster and phase in which it has hectares, in the order of the annex:
    `id`, `name`, the code of the unit that it counts for in each level of the plan (`commune`,
    `district`, `subregion`), `phase`, its last year `end`, `hectares`, and `new`: whether this phase
    founds the cluster or expands it. With a level it is a row for each unit of that, in `within`.
    """
    all_of = kept(plan, "clusters")
    clusters = all_of[["id", "name"]].assign(**{one: units_of(plan, all_of, one) for one in levels_of(plan)})
    hectares = all_of[[phase.column for phase in plan.phases]].to_numpy()
    at, which = np.nonzero(hectares > 0)  # cluster by cluster
    phases, ends = np.array([(phase.id, phase.end) for phase in plan.phases], dtype=object)[which].T
    new = all_of["founded"].to_numpy()[at] == phases
    records = clusters.iloc[at].assign(
        phase=phases, end=ends.astype(int), hectares=hectares[at, which], new=new
    )
    if level is not None:
        records["within"] = lying_in(plan, all_of, level).iloc[at]
        records = records.explode("within")
    return records.reset_index(drop=True)


def own_horizon(plan: Plan, level: Level | None = None) -> int:
    """Choose the horizon of the plan's first rule for a level, else the end of the last phase."""
    years = [rule.by for rule in rules_of(plan, covered_level(plan, level)) if rule.by is not None]
    return years[0] if years else plan.phases[-1].end


def require_year(by: object) -> int:
    """Refuse what is no year; any may be a horizon, by which phases end or do not."""
    if isinstance(by, bool) or not isinstance(by, int | np.integer):
        raise InputError(both("fault_output.no year", by=repr(by)))
    return int(by)
