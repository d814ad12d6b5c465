"""Check that every district, or every sub-region, has its cluster by a year."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from bk_gis.errors import InputError, Lang, in_asked_language
from bk_gis.language.reasons import MOST_LISTED, first_of, in_words
from bk_gis.language.words import both, require_language, say
from bk_gis.places.communes import commune_names
from bk_gis.plan.levels import (
    Level,
    commune_kinds,
    covered_level,
    lying_in,
    own_horizon,
    require_year,
    rules_of,
    unit_names,
    with_kinds,
)
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import in_html, require_plan
from bk_gis.plan.vintages import later_year, members, parts_of, place_words


@dataclass(frozen=True, eq=False, repr=False)
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
    boundaries
        Year of the boundaries of these units; None for the plan's own.
    unsure
        Clusters that count for no unit of that year, since their commune was split, and where they may lie.
    shared
        Clusters that lie between units, and count for each of them with all their hectares.
    kinds
        What the communes that there are are called: xã, phường, đặc khu.
    until
        End of the last phase that counts: `by`, unless no phase ends in that year; None before the first.
    lang
        Language of the verdict, and in which a notebook shows it.
    """

    by: int
    level: Level
    ruled: bool
    table: pd.DataFrame
    boundaries: int | None = None
    unsure: Mapping[str, str] = field(default_factory=dict)
    shared: tuple[str, ...] = ()
    kinds: str = "xã, phường"
    until: int | None = None
    lang: Lang = "vi"

    @property
    def ok(self) -> bool | None:
        """Whether every row is covered; None where the plan has no rule, and `missing` alone says it."""
        return not self.missing if self.ruled else None

    @property
    def missing(self) -> list[str]:
        """Names of those without a cluster."""
        return self.table.loc[~self.table["covered"], "name"].tolist()

    def __repr__(self) -> str:
        """Say how many are covered."""
        return f"<CoverageReport {self.verdict('en')}>"

    def _repr_html_(self) -> str:
        return in_html(self.verdict(), self.table)

    def verdict(self, lang: Lang | None = None) -> str:
        """
        Say it in one line: whether the rule holds; where the plan states none, how many there are.

        Parameters
        ----------
        lang
            Language; by default the one that the report was asked for.

        Returns
        -------
        str
            A sentence.

        Examples
        --------
        >>> import bk_gis
        >>> bk_gis.check_coverage(bk_gis.load_plan(), by=2020).verdict("en")
        'YES: by 2020, 8 of 8 districts have a cluster.'
        """
        lang = lang or self.lang
        names = listed(self.missing, lang)
        counted = "coverage.counted" if not self.ruled else "coverage.holds" if self.ok else "coverage.fails"
        counts = {"by": self.year(lang), "n": int(self.table["covered"].sum()), "of": len(self.table)}
        rest = say("coverage.without", lang, missing=names) if self.missing else ""
        return say(counted, lang, **counts, units=self.units(lang), missing=names, rest=rest)

    def units(self, lang: Lang) -> str:
        """Name what was counted."""
        units = with_kinds(say(f"level.{self.level}", lang), self.kinds)
        if self.boundaries is None:
            return units
        return say("coverage.units of", lang, units=units, year=self.boundaries)

    def year(self, lang: Lang) -> str:
        """Say the horizon, and where no phase ends in that year what was counted."""
        if self.until == self.by:
            return str(self.by)
        return say(f"map.year {'up to' if self.until else 'before all'}", lang, by=self.by, until=self.until)


def listed(names: list[str], lang: Lang) -> str:
    """List units, of many the first; a short list stands without its "and", as people copy it."""
    return ", ".join(names) if len(names) <= MOST_LISTED else in_words(first_of(names), lang)


@in_asked_language
def check_coverage(
    plan: Plan,
    *,
    by: int | None = None,
    level: Level | None = None,
    boundaries: int | None = None,
    lang: Lang = "vi",
) -> CoverageReport:
    """
    Check whether every district (or commune, or sub-region) has at least one cluster by a year.

    Parameters
    ----------
    plan
        The plan to check.
    by
        The horizon: every phase that ends by this year counts; where none ends in it, the verdict says which
        do. By default the year of the plan's rule, else the end of its last phase.
    level
        What is counted: commune, district or subregion. By default a level that the plan has a rule for;
        without one districts, and where the plan has none, sub-regions, else communes.
    boundaries
        Year of later boundaries, such as 2025: what is counted are the communes of then, in which the
        communes of the clusters lie by the plan's crosswalk. By default the plan's own; rules of the plan
        are about these, so that there is no verdict on others.
    lang
        Language of the sub-regions' names and of the verdict.

    Returns
    -------
    CoverageReport
        `.ok` (None where the plan has no rule, so that there is no verdict), `.table`, `.missing`,
        `.verdict()`. A cluster counts for the district that its record
        states, as the annex does; where its point lies elsewhere, `plan.clusters` says so in
        `join_method`. Where records state no district, it counts for the unit that its point lies in,
        and of communes for each that it lies between.

    Raises
    ------
    InputError
        The plan has no such level, or the year is no whole number; or the plan has no crosswalk, or one
        without boundaries of that year.

    Examples
    --------
    >>> import bk_gis
    >>> report = bk_gis.check_coverage(bk_gis.load_plan(), by=2015)
    >>> report.ok, report.missing
    (False, ['Huyện Ba Bể', 'Huyện Pác Nặm'])
    >>> report.table["hectares"].to_list()
    [32.7, 35.0, 10.0, 15.0, 55.0, 0.0, 0.0, 16.74]
    """
    require_plan(plan)
    require_language(lang)
    by = own_horizon(plan, level) if by is None else require_year(by)
    later = later_year(plan, boundaries)
    unsure: dict[str, str] = {}
    if later is not None:
        if level not in (None, "commune"):
            raise InputError(both("fault_content.communes only", year=later))
        level = "commune"
        units, kinds = _later_units(plan, later)
        lie = lying_in(plan, plan.clusters, level)
        of = lie.map(lambda codes: _surely_in(plan, codes, later))
        for name, codes, sure, ha in zip(plan.clusters["name"], lie, of, plan.hectares_by(by), strict=True):
            if codes and not sure and ha > 0:
                unsure[name] = place_words(plan, codes, later, lang)
    else:
        level = covered_level(plan, level)
        units, of = unit_names(plan, level, lang), lying_in(plan, plan.clusters, level)
        kinds = commune_kinds(plan.communes["unit_type"])
    clusters = pd.DataFrame(
        {
            "unit": of,
            "name": plan.clusters["name"],
            "hectares": plan.hectares_by(by),
            "year": plan.clusters["founded"].map({phase.id: phase.end for phase in plan.phases}),
        }
    )
    shared = tuple(clusters["name"][(of.map(len) > 1) & (clusters["hectares"] > 0)])
    clusters = clusters.explode("unit")
    present = clusters[clusters["hectares"] > 0].groupby("unit")
    table = pd.DataFrame({"id": units.index, "name": units.to_numpy()})
    table["clusters"] = table["id"].map(present.size()).fillna(0).astype(int)
    names = {unit: ", ".join(group) for unit, group in present["name"]}
    table["names"] = [names.get(unit, "") for unit in table["id"]]
    table["hectares"] = table["id"].map(present["hectares"].sum().round(6)).fillna(0.0)
    table["first_year"] = table["id"].map(clusters.groupby("unit")["year"].min()).astype("Int64")
    table["covered"] = table["clusters"] > 0
    # A rule of two clusters, or of hectares, is another question: `check_rules` answers it.
    ruled = later is None and any(rule.clusters == 1 for rule in rules_of(plan, level))
    until = max((phase.end for phase in plan.phases_by(by)), default=None)
    return CoverageReport(by, level, ruled, table, later, unsure, shared, kinds, until, lang)


def _later_units(plan: Plan, year: int) -> "tuple[pd.Series[str], str]":
    """Name the communes of a later year, and say what they are called."""
    at = plan.crosswalk.units[year] if plan.crosswalk else {}
    own, there = commune_names(plan.communes), members(plan, year)
    names = {code: at[code].name if code in at else own[code] for code in there}
    return pd.Series(names, dtype=object), commune_kinds(at[code].kind for code in there if code in at)


def _surely_in(plan: Plan, codes: tuple[str, ...], year: int) -> tuple[str, ...]:
    """Find the later units that hold communes, one not known being its own; none where one was split."""
    found = [[part.unit.code for part in parts_of(plan, code, year)] or [code] for code in codes]
    return tuple(dict.fromkeys(units[0] for units in found)) if all(len(u) == 1 for u in found) else ()
