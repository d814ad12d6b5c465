"""The plan of one decision, held as a value; its clusters are placed on its communes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

import geopandas as gpd
import pandas as pd
from pyproj import CRS

from bk_gis.errors import InputError, Lang, Problem, Text, in_asked_language
from bk_gis.geo.crs import metric_crs, moved
from bk_gis.geo.zones import zone_of
from bk_gis.io.batches import TextForm
from bk_gis.language.words import both, require_language, say
from bk_gis.places.communes import later_names
from bk_gis.places.districts import district_names
from bk_gis.places.geocoding import province_in
from bk_gis.places.vintages.crosswalk import Crosswalk
from bk_gis.plan.changes import Change, Changes, Scenario, scenario_of
from bk_gis.plan.clusters import state_districts, take_clusters, typed
from bk_gis.plan.derived import require_unedited
from bk_gis.plan.located import Reasons, place, say_ledger
from bk_gis.plan.notebook import PlanValue, keeping, kept, require_plan
from bk_gis.plan.saving import save_plan
from bk_gis.plan.scenario import apply_changes
from bk_gis.plan.statuses import place_problems
from bk_gis.plan.values import Boundaries, Decision, Erratum, Phase, SheetBlock, Target, Words
from bk_gis.plan.vintages import communes_as_of


@keeping("subregions", "districts", "communes", "clusters", "place_names")
@dataclass(frozen=True, eq=False, repr=False)
class Plan(PlanValue):
    """
    A plan: phases, sub-regions, targets and clusters of one decision, on its communes.

    Plans are equal when they say the same. Frames are given as copies: what is done to one changes no plan.

    Attributes
    ----------
    title, decision, boundaries
        What a map says about itself.
    phases
        The phases in order of time.
    subregions, districts, communes
        Polygons in EPSG:4326, nested, with `area_ha` (geodesic). Districts and sub-regions are
        dissolved from the communes; a plan may have none of them.
    clusters
        One row a cluster, in the order of the annex: the columns of clusters.csv, `district_code` of the
        stated district, `ha` (all phases), `founded` (id of the founding phase), a point in EPSG:4326,
        and the ledger columns of `geocode` and `join_regions`.
    place_names
        Corrections of printed names, with reason (also in English) and source.
    targets, errata
        What the decision states, clause by clause, and its known errors.
    lang, reasons
        Language of the reasons in the ledger columns; the same in no language, by the id of the cluster.
    notes, forms
        What was assumed on reading, such as codes made of names; how its tables were written, by file.
    crosswalk
        What became of the communes: what they are in other vintages; None where the folder has none.
    before
        The plan that the decision amends; None where plan.toml names none.
    amendments
        What later decisions changed, from changes.toml. They are not made yet, but where `as_of` says so.
    as_of
        The day by which amendments are made and statuses known; None for the decision, with all statuses.
    undated
        Names of the clusters whose status has no date, so that it is not known by the day of `as_of`.
    tried, untried
        The changes that `apply` made, and the plan without them; None where it made none.
    sheet
        Agency, date, signature and number of the printed sheet.
    """

    title: Words
    decision: Decision
    boundaries: Boundaries
    phases: tuple[Phase, ...]
    subregions: gpd.GeoDataFrame
    districts: gpd.GeoDataFrame
    communes: gpd.GeoDataFrame
    clusters: gpd.GeoDataFrame
    place_names: pd.DataFrame
    targets: tuple[Target, ...]
    errata: tuple[Erratum, ...]
    lang: Lang = "vi"
    reasons: Reasons = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    forms: Mapping[str, TextForm] = field(default_factory=dict)
    crosswalk: Crosswalk | None = None
    before: "Plan | None" = None
    amendments: tuple[Change, ...] = ()
    as_of: dt.date | None = None
    undated: tuple[str, ...] = ()
    tried: Scenario | None = None
    untried: "Plan | None" = None
    sheet: SheetBlock = field(default_factory=SheetBlock)

    @in_asked_language
    def replace(self, *, clusters: pd.DataFrame, title: Words | None = None) -> "Plan":
        """
        Make a plan with other clusters; this one stays as it is.

        Parameters
        ----------
        clusters
            A table with the columns of clusters.csv, hectares as numbers; such as a changed copy of
            `plan.clusters`. Texts are read as in a file, and may be numbers. All that follows from them
            (`founded`, `ha`, points, ledger) is found anew, and cannot be edited.
        title
            Another title; by default the same.

        Returns
        -------
        Plan
            The other plan.

        Raises
        ------
        InputError
            A column or a text is missing, there are no rows, an id is there twice, a cluster has no
            hectares or negative ones, a district is unknown, or what follows from other columns was edited.
            `problems` lists all of it; the first row is row 2, as in a file.

        Warns
        -----
        BkGisWarning
            A column is none of a plan's, and is left out.

        Examples
        --------
        >>> import bk_gis
        >>> plan = bk_gis.load_plan()
        >>> clusters = plan.clusters
        >>> clusters.loc[0, "ha_2011_2015"] = 30.0
        >>> larger = plan.replace(clusters=clusters)
        >>> [float(one.clusters["ha"].iloc[0]) for one in (plan, larger)]
        [44.7, 42.0]
        """
        problems: list[Problem] = []
        names = district_names(self.communes)
        frame = take_clusters(clusters, [phase.id for phase in self.phases], problems, districts=bool(names))
        problems += state_districts(frame, names, "clusters")
        problems += place_problems(frame, self.communes, "clusters")
        if problems:
            raise InputError(sorted(problems, key=lambda problem: problem.row or 0))
        others = later_names(self.communes, self.crosswalk, self.boundaries.date)
        placed, reasons = place(typed(frame), self.communes, self.place_names, self.lang, others)
        changed = replace(self, clusters=placed, reasons=reasons, title=title or self.title)
        require_unedited(clusters, self, changed)
        return changed

    @in_asked_language
    def apply(self, changes: Changes, *, file: str = "changes") -> "Plan":
        """
        Make the plan that changes lead to, one after the other; this one stays as it is.

        Parameters
        ----------
        changes
            What `bk_gis.read_changes` gives, or a list of changes, dicts: `[{"cluster": "5", "drop": True}]`.
        file
            What to call them in errors.

        Returns
        -------
        Plan
            The other plan, with the title and the decision that the changes state. `tried` has the changes,
            `untried` this plan; changes of a plan that has some are added to them.

        Raises
        ------
        InputError
            They are no changes, or of another plan, or leave no cluster. `problems` lists every change that
            names an unknown cluster, phase, district or commune, adds what is there, takes hectares where
            there are none, or leaves a cluster without any.

        Examples
        --------
        >>> import bk_gis
        >>> plan = bk_gis.load_plan()
        >>> plan.apply(bk_gis.read_changes("data/changes.toml"))
        <Plan 320/QĐ-UBND of 2014-02-25: 22 clusters on 122 communes, by 2025, changes tried: 1>
        """
        return apply_changes(self, scenario_of(changes, file), file)

    @in_asked_language
    def save(self, folder: str | Path) -> None:
        """
        Write the plan as a folder that `load_plan` reads as an equal plan.

        Parameters
        ----------
        folder
            A new folder, or an empty one: it is filled whole or not at all. The plan that the decision amends
            goes into a folder inside, amendments not made yet into changes.toml. Tables have the encoding,
            separator and decimal mark of those read; a district is spelt as the communes have it.

        Raises
        ------
        InputError
            There is something in the folder, or an amendment cannot be made to these clusters.

        Examples
        --------
        >>> import bk_gis
        >>> plan = bk_gis.load_plan()
        >>> plan.save("my-plan")
        >>> bk_gis.load_plan("my-plan") == plan
        True
        """
        save_plan(self, Path(folder))

    def in_language(self, lang: Lang) -> "Plan":
        """Say the reasons in the ledger columns in a language; all else stays as it is."""
        if lang == self.lang:
            return self
        require_language(lang)
        return replace(self, clusters=say_ledger(self.clusters, self.reasons, lang), lang=lang)

    @property
    def is_trial(self) -> bool:
        """Whether it has changes that no decision made."""
        return self.tried is not None and self.tried.decision is None

    @property
    def heading(self) -> Words:
        """The title; where the plan is only tried, it says so."""
        trial = {lang: f"{say('page.trial', lang)}: {self.title[lang]}" for lang in get_args(Lang)}
        return Words(**trial) if self.is_trial else self.title

    @property
    def crs(self) -> CRS:
        """The VN-2000 zone of `sheet`, else the province's as of the boundaries, else its polygons'."""
        zone = zone_of(province_in(self.title.vi), self.boundaries.date)
        stated = self.sheet.crs or (zone and zone.crs)
        return metric_crs(self.communes) if stated is None else CRS(stated)

    @cached_property
    def land(self) -> Any:
        """The polygons of its communes in `crs`, in metres."""
        communes = kept(self, "communes")
        return moved(communes.geometry.to_numpy(), communes.crs, self.crs)

    @in_asked_language
    def communes_as_of(self, year: int) -> gpd.GeoDataFrame:
        """
        Dissolve the communes into those of a later vintage.

        Parameters
        ----------
        year
            Year of the boundaries: the plan's own or a later one of its crosswalk, such as 2020 or 2025.

        Returns
        -------
        geopandas.GeoDataFrame
            Polygons in EPSG:4326, a valid coverage, with the columns of `communes` that apply: no district
            where there were none any more, a sub-region where all of it is of one. `made_of` has the codes
            of the plan's communes, with spaces between them; `approximate` says what cannot be drawn, since
            a commune was split: it lies as a whole where most of it went. It is empty for what is exact.

        Raises
        ------
        InputError
            The plan has no crosswalk, or there are no boundaries of that year, or earlier ones.

        Examples
        --------
        >>> import bk_gis
        >>> len(bk_gis.load_plan().communes_as_of(2025))
        37
        """
        return communes_as_of(self, year)

    def phases_by(self, year: int) -> tuple[Phase, ...]:
        """List the phases that a horizon counts: those that end by the year."""
        return tuple(phase for phase in self.phases if phase.end <= year)

    def hectares_by(self, year: int) -> "pd.Series[float]":
        """Add up each cluster's hectares up to a horizon; 0 where it does not exist yet."""
        return self.clusters[[phase.column for phase in self.phases_by(year)]].sum(axis=1).round(6)


def phases_shown(plan: Plan, by: int | None, lang: Lang) -> tuple[Phase, ...]:
    """List the phases up to a horizon that ends one, by default all; refuse what the plan does not know."""
    require_plan(plan)
    ends = [phase.end for phase in plan.phases]
    if by is not None and by not in ends:
        raise InputError(both("fault_content.no horizon", by=by, known=ends))
    require_language(lang)
    return plan.phases_by(ends[-1] if by is None else by)
