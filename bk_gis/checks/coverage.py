"""Check that every district, or every sub-region, has its cluster by a year."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from bk_gis.errors import InputError
from bk_gis.language.words import Lang
from bk_gis.places.districts import match_districts
from bk_gis.plan.model import Plan

Level = Literal["district", "subregion"]

_VERDICT = {
    ("vi", "district", True): "ĐẠT: đến năm {by}, {n}/{of} huyện, thị xã có cụm công nghiệp.",
    (
        "vi",
        "district",
        False,
    ): "CHƯA ĐẠT: đến năm {by}, {n}/{of} huyện, thị xã có cụm công nghiệp; còn thiếu {missing}.",
    ("vi", "subregion", True): "ĐẠT: đến năm {by}, {n}/{of} tiểu vùng có cụm công nghiệp.",
    (
        "vi",
        "subregion",
        False,
    ): "CHƯA ĐẠT: đến năm {by}, {n}/{of} tiểu vùng có cụm công nghiệp; còn thiếu {missing}.",
    ("en", "district", True): "YES: by {by}, {n} of {of} districts have a cluster.",
    ("en", "district", False): "NO: by {by}, {n} of {of} districts have a cluster; missing: {missing}.",
    ("en", "subregion", True): "YES: by {by}, {n} of {of} sub-regions have a cluster.",
    ("en", "subregion", False): "NO: by {by}, {n} of {of} sub-regions have a cluster; missing: {missing}.",
}


@dataclass(frozen=True, eq=False)
class CoverageReport:
    """
    The answer of `check_coverage`.

    Attributes
    ----------
    by
        The horizon: a year.
    level
        What was counted, district or subregion.
    table
        One row for every district or sub-region, those without any cluster included: `id`, `name`,
        `clusters` (how many exist by then), `names`, `hectares`, `first_year` (end of the first
        phase that founds one; empty when none ever does) and `covered`.
    """

    by: int
    level: Level
    table: pd.DataFrame

    @property
    def ok(self) -> bool:
        """Whether every row is covered."""
        return bool(self.table["covered"].all())

    @property
    def missing(self) -> list[str]:
        """Names of those without a cluster."""
        return self.table.loc[~self.table["covered"], "name"].tolist()

    def verdict(self, lang: Lang = "vi") -> str:
        """Say it in one line."""
        return _VERDICT[lang, self.level, self.ok].format(
            by=self.by,
            n=int(self.table["covered"].sum()),
            of=len(self.table),
            missing=", ".join(self.missing),
        )


def check_coverage(plan: Plan, *, by: int, level: Level = "district", lang: Lang = "vi") -> CoverageReport:
    """
    Check whether every district (or sub-region) has at least one cluster by a year.

    Parameters
    ----------
    plan
        The plan to check.
    by
        The horizon: every phase that ends by this year counts.
    level
        Whether districts or sub-regions have to be covered.
    lang
        Language of the sub-regions' names.

    Returns
    -------
    CoverageReport
        `.ok`, `.table`, `.missing`, `.verdict()`. A cluster counts for the district that its record
        states, as the annex does; where its point lies elsewhere, `plan.clusters` says so in
        `join_method`.

    Raises
    ------
    InputError
        The level is unknown or the year is no whole number.
    """
    if level not in ("district", "subregion"):
        raise InputError(f"there is no level '{level}'; expected district or subregion")
    if isinstance(by, bool) or not isinstance(by, int | np.integer):
        raise InputError(f"the horizon {by!r} is no year; expected a whole number such as 2020")
    units = _units(plan, level, lang)
    unit_of = plan.districts.set_index("district")["district_code" if level == "district" else "subregion"]
    districts = match_districts(plan.clusters["district"], unit_of.index.tolist())
    clusters = pd.DataFrame(
        {
            "unit": unit_of.reindex(districts).to_numpy(),
            "name": plan.clusters["name"],
            "hectares": plan.hectares_by(by),
            "year": plan.clusters["founded"].map({phase.id: phase.end for phase in plan.phases}),
        }
    )
    present = clusters[clusters["hectares"] > 0].groupby("unit")
    table = pd.DataFrame({"id": units.index, "name": units.to_numpy()})
    table["clusters"] = table["id"].map(present.size()).fillna(0).astype(int)
    names = {unit: ", ".join(group) for unit, group in present["name"]}
    table["names"] = [names.get(unit, "") for unit in table["id"]]
    table["hectares"] = table["id"].map(present["hectares"].sum().round(6)).fillna(0.0)
    table["first_year"] = table["id"].map(clusters.groupby("unit")["year"].min()).astype("Int64")
    table["covered"] = table["clusters"] > 0
    return CoverageReport(int(by), level, table)


def _units(plan: Plan, level: Level, lang: Lang) -> "pd.Series[str]":
    """Names of what has to be covered, by id, in the order of the decision."""
    if level == "district":
        return plan.districts.set_index("district_code")["district"]
    return plan.subregions.set_index("id")[f"label_{lang}"]
