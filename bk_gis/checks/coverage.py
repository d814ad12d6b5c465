"""Check that every district, or every sub-region, has its cluster by a year."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Lang, in_asked_language
from bk_gis.language.reasons import first_of, in_words
from bk_gis.language.words import both, say
from bk_gis.plan.levels import Level, covered_level, rules_of, unit_names, units_of
from bk_gis.plan.model import Plan


@dataclass(frozen=True, eq=False)
class CoverageReport:
    """
    The answer of `check_coverage`.

    Attributes
    ----------
    by
        The horizon: a year.
    level
        What was counted: commune, district or subregion.
    ruled
        Whether the plan demands a cluster in every unit of the level: only then there is a verdict.
    table
        One row for every unit, those without any cluster included: `id`, `name`,
        `clusters` (how many exist by then), `names`, `hectares`, `first_year` (end of the first
        phase that founds one; empty when none ever does) and `covered`.
    """

    by: int
    level: Level
    ruled: bool
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
        """Say it in one line: whether the rule holds; where the plan states none, how many there are."""
        missing = first_of(self.missing)
        # A short list stands without its "and", as people copy it.
        names = ", ".join(self.missing) if missing == tuple(self.missing) else in_words(missing, lang)
        counted = "coverage.counted" if not self.ruled else "coverage.holds" if self.ok else "coverage.fails"
        return say(
            counted,
            lang,
            by=self.by,
            n=int(self.table["covered"].sum()),
            of=len(self.table),
            units=say(f"level.{self.level}", lang),
            missing=names,
            rest="" if self.ok else say("coverage.without", lang, missing=names),
        )


@in_asked_language
def check_coverage(plan: Plan, *, by: int, level: Level | None = None, lang: Lang = "vi") -> CoverageReport:
    """
    Check whether every district (or commune, or sub-region) has at least one cluster by a year.

    Parameters
    ----------
    plan
        The plan to check.
    by
        The horizon: every phase that ends by this year counts.
    level
        What is counted: commune, district or subregion. By default a level that the plan has a rule for;
        without one districts, and where the plan has none, sub-regions, else communes.
    lang
        Language of the sub-regions' names.

    Returns
    -------
    CoverageReport
        `.ok`, `.table`, `.missing`, `.verdict()`. A cluster counts for the district that its record
        states, as the annex does; where its point lies elsewhere, `plan.clusters` says so in
        `join_method`. Where records state no district, it counts for the unit that its point lies in.

    Raises
    ------
    InputError
        The plan has no such level, or the year is no whole number.
    """
    if isinstance(by, bool) or not isinstance(by, int | np.integer):
        raise InputError(both("fault_output.no year", by=repr(by)))
    level = covered_level(plan, level)
    units = unit_names(plan, level, lang)
    clusters = pd.DataFrame(
        {
            "unit": units_of(plan, plan.clusters, level),
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
    # A rule of two clusters, or of hectares, is another question: `check_rules` answers it.
    ruled = any(rule.clusters == 1 for rule in rules_of(plan, level))
    return CoverageReport(int(by), level, ruled, table)
