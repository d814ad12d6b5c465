"""The levels of a plan: communes always, districts and sub-regions where it has them."""

from typing import Any, Literal, get_args

import geopandas as gpd
import pandas as pd

from bk_gis.errors import InputError
from bk_gis.language.words import Lang
from bk_gis.plan.model import Plan

Level = Literal["commune", "district", "subregion"]


def levels_of(plan: Plan) -> tuple[Level, ...]:
    """List the levels that a plan has, the smallest units first."""
    frames = (plan.communes, plan.districts, plan.subregions)
    return tuple(level for level, units in zip(get_args(Level), frames, strict=True) if len(units))


def covered_level(plan: Plan, level: Level | None = None) -> Level:
    """
    Choose the level that is to be covered: the stated one, else districts, sub-regions or communes.

    Raises
    ------
    InputError
        The plan has no such level.
    """
    there = levels_of(plan)
    if level is None:
        return next(one for one in ("district", "subregion", "commune") if one in there)
    if level not in there:
        raise InputError(f"there is no level '{level}' in this plan; expected {' or '.join(there)}")
    return level


def unit_names(plan: Plan, level: Level, lang: Lang) -> "pd.Series[str]":
    """Names of the units of a level by their codes, in the order of the plan."""
    frame, code, name = {
        "commune": (plan.communes, "code", "name"),
        "district": (plan.districts, "district_code", "district"),
        "subregion": (plan.subregions, "id", f"label_{lang}"),
    }[level]
    return frame.set_index(code)[name]


def units_of(plan: Plan, clusters: pd.DataFrame, level: Level) -> "pd.Series[Any]":
    """
    Codes of the units that clusters of the plan count for; missing where a cluster counts for none.

    A district is the one that the record states, as in the annex, and its sub-region goes with it. Where
    records state none, the unit is the one in which the point lies.
    """
    if level == "district":
        return clusters["district_code"]
    if level == "subregion" and "subregion" in plan.districts:
        return clusters["district_code"].map(plan.districts.set_index("district_code")["subregion"])
    return clusters["commune_code" if level == "commune" else "subregion"]


def communes_of(plan: Plan, level: Level, code: str) -> gpd.GeoDataFrame:
    """Communes of a unit."""
    return plan.communes[
        plan.communes[{"commune": "code", "district": "district_code"}.get(level, level)] == code
    ]
