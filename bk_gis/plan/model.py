"""The plan of one decision: read from a folder, checked as a whole, held as a value."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import geopandas as gpd
import pandas as pd
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from bk_gis.errors import InputError, MissingFileError, Problem
from bk_gis.geo.polygons import area_ha, dissolve, match_districts, read_communes
from bk_gis.language.names import clean
from bk_gis.language.wording import require_language
from bk_gis.plan.clusters import (
    hectare_column,
    read_clusters,
    read_place_names,
    take_clusters,
    typed,
)
from bk_gis.plan.communes.source import CommunesFile
from bk_gis.plan.placing import place, reworded
from bk_gis.plan.targets import scope_problems, target_problems
from bk_gis.plan.toml_file import communes_source, faults, phase_ids, read_toml

Lang = Literal["vi", "en"]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


Count = Annotated[int, Field(ge=0)]
Amount = Annotated[float, Field(ge=0)]


class Words(_Table):
    """The same words in Vietnamese and English; `words["vi"]`."""

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __getitem__(self, lang: Lang) -> str:
        """Look up one language."""
        return self.vi if lang == "vi" else self.en


class Decision(_Table):
    """The decision that approved the plan."""

    number: str
    date: dt.date
    issuer: Words
    owner: Words | None = None
    consultant: str | None = None


class Boundaries(_Table):
    """What a map must say of its polygons."""

    date: dt.date
    credit: str
    note: Words


class Phase(_Table):
    """A planning phase; `start` and `end` are years, both included."""

    id: str = Field(pattern=r"^[A-Za-z0-9]+([-_][A-Za-z0-9]+)*$")
    start: int
    end: int
    colour: str = Field(pattern=r"^#[0-9A-Fa-f]{6}$")
    label: Words

    @property
    def column(self) -> str:
        """Column of the clusters that holds this phase's hectares."""
        return hectare_column(self.id)


class Subregion(_Table):
    """An ecological sub-region and the districts that make it up."""

    id: str = Field(min_length=1)
    clause: str
    label: Words
    districts: tuple[str, ...] = Field(min_length=1)


class Target(_Table):
    """
    What one clause states for one scope: the province, a sub-region, a district or a cost item.

    `phase` figures count one phase, `by` figures everything up to a year. Capital is in billion VND,
    area in hectares; a pair is a range. `every` makes it a rule: each district, or each sub-region,
    has at least this. `qualifiers` keep the decision's own words ("khoảng": about).
    """

    clause: str
    phase: str | None = None
    by: int | None = None
    subregion: str | None = None
    district: str | None = None
    cost_item: str | None = None
    every: Literal["district", "subregion"] | None = None
    subregions: Count | None = None
    clusters: Count | None = None
    new: Count | None = None
    expansions: Count | None = None
    names: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    roads: tuple[str, ...] = ()
    hectares: Amount | None = None
    hectares_by_phase: tuple[Amount, ...] = ()
    hectares_by_cluster: dict[str, Amount] = {}
    capital_billion_vnd: Amount | None = None
    share_percent: Amount | None = None
    support_percent: Amount | None = None
    jobs: Count | None = None
    occupancy_percent: Annotated[tuple[Amount, ...], Field(max_length=2)] = ()
    leased_percent: Annotated[tuple[Amount, ...], Field(max_length=2)] = ()
    qualifiers: dict[str, str] = {}


class Erratum(_Table):
    """A figure that the decision itself gets wrong, and the evidence for it."""

    clause: str
    measure: str
    stated: float
    corrected: float
    evidence: Words


class _PlanFile(_Table):
    title: Words
    decision: Decision
    boundaries: Boundaries
    phases: tuple[Phase, ...] = Field(min_length=1)
    subregions: tuple[Subregion, ...] = Field(min_length=1)
    communes: CommunesFile = CommunesFile()
    targets: tuple[Target, ...] = ()
    errata: tuple[Erratum, ...] = ()


@dataclass(frozen=True, eq=False)
class Plan:
    """
    A plan: phases, sub-regions, targets and clusters of one decision, on its communes.

    Attributes
    ----------
    title, decision, boundaries
        What a map says about itself.
    phases
        The phases in order of time.
    subregions, districts, communes
        Polygons in EPSG:4326, nested, with `area_ha` (geodesic). Districts and sub-regions are
        dissolved from the communes.
    clusters
        One row a cluster, in the order of the annex: the columns of clusters.csv, `ha` (all phases),
        `founded` (id of the founding phase), a point in EPSG:4326, and the ledger columns of
        `geocode` and `join_regions`.
    place_names
        Corrections of printed names, with reason (also in English) and source.
    targets, errata
        What the decision states, clause by clause, and its known errors.
    lang
        Language of the reasons in the ledger columns.
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

    def replace(self, *, clusters: pd.DataFrame, title: Words | None = None) -> "Plan":
        """
        Make a plan with other clusters; this one stays as it is.

        Parameters
        ----------
        clusters
            A table with the columns of clusters.csv, hectares as numbers; such as a changed copy of
            `plan.clusters`. Texts are read as in a file, and may be numbers. All that follows from them
            (`founded`, `ha`, points, ledger) is found anew.
        title
            Another title; by default the same.

        Raises
        ------
        InputError
            A column or a text is missing, there are no rows, an id is there twice, a cluster has no
            hectares or negative ones, or a district is unknown. `problems` lists all of it; the first row
            is row 2, as in a file.
        """
        problems: list[Problem] = []
        frame = take_clusters(clusters, [phase.id for phase in self.phases], problems)
        problems += _stated_district_problems("clusters", frame, self.districts["district"].tolist())
        if problems:
            raise InputError(sorted(problems, key=_file_order))
        placed = place(typed(frame), self.communes, self.place_names, self.lang)
        return replace(self, clusters=placed, title=title or self.title)

    def worded(self, lang: Lang) -> "Plan":
        """Say the reasons in the ledger columns in a language; all else stays as it is."""
        if lang == self.lang:
            return self
        require_language(lang)
        said = reworded(self.clusters, self.communes, self.place_names, lang)
        return replace(self, clusters=said, lang=lang)

    def phases_by(self, year: int) -> tuple[Phase, ...]:
        """List the phases that a horizon counts: those that end by the year."""
        return tuple(phase for phase in self.phases if phase.end <= year)

    def hectares_by(self, year: int) -> "pd.Series[float]":
        """Add up each cluster's hectares up to a horizon; 0 where it does not exist yet."""
        columns = [phase.column for phase in self.phases_by(year)]
        return self.clusters[columns].sum(axis=1).round(6)


def bundled_folder() -> Path:
    """Find the plan of Bắc Kạn: inside the installed package, or beside it in a checkout."""
    here = Path(__file__).parents[1]
    inside = here / "data"
    return inside if inside.is_dir() else here.parent / "data"


def load_plan(folder: str | Path | None = None, *, lang: Lang = "vi") -> Plan:
    """
    Read and check a plan folder.

    Parameters
    ----------
    folder
        Folder with plan.toml, clusters.csv, communes.geojson and, where printed names need
        correction, place_names.csv. By default the plan of Bắc Kạn that comes with the package.
    lang
        Language of the reasons in the ledger columns of `clusters`, `vi` or `en`.

    Raises
    ------
    MissingFileError
        There is no such folder.
    InputError
        Anything is wrong with the files. `problems` lists all of it: file, row, column, what is
        wrong, what was expected. Rows are counted as a spreadsheet does, the header being row 1. Or the
        language is unknown.
    """
    require_language(lang)
    path = bundled_folder() if folder is None else Path(folder)
    if not path.is_dir():
        raise MissingFileError(f"there is no plan folder {path}; expected a folder with plan.toml")
    problems: list[Problem] = []
    content = read_toml(path / "plan.toml", problems)
    stated = _stated(content, problems)
    source = communes_source(content, _PlanFile.model_fields)
    communes = read_communes(path, source, problems)
    place_names = read_place_names(path / "place_names.csv", problems)
    clusters = read_clusters(path / "clusters.csv", phase_ids(content), problems)
    districts = sorted(set(communes["district"]))
    if stated is not None:
        problems += _plan_file_problems(stated)
        problems += _district_problems(stated, districts) if districts else []
    if source is not None and districts:
        problems += _stated_district_problems("clusters.csv", clusters, districts, source.file)
        problems += _stated_district_problems("place_names.csv", place_names, districts, source.file)
    if problems or stated is None:
        raise InputError(sorted(problems, key=_file_order))

    by_district = {
        clean(district): subregion.id for subregion in stated.subregions for district in subregion.districts
    }
    communes.insert(5, "subregion", communes["district"].map(clean).map(by_district))
    labels = {subregion.id: subregion.label.vi for subregion in stated.subregions}
    communes.insert(6, "subregion_label", communes["subregion"].map(labels))
    communes.insert(7, "area_ha", area_ha(communes.geometry).round(1))
    corrections = typed(place_names)
    return Plan(
        title=stated.title,
        decision=stated.decision,
        boundaries=stated.boundaries,
        phases=stated.phases,
        subregions=_subregions(communes, stated.subregions),
        districts=_districts(communes, by_district),
        communes=communes,
        clusters=place(typed(clusters), communes, corrections, lang),
        place_names=corrections,
        targets=stated.targets,
        errata=stated.errata,
        lang=lang,
    )


def _stated(content: dict[str, Any] | None, problems: list[Problem]) -> _PlanFile | None:
    """Take the values of plan.toml; None where any is wrong, or the file could not be read."""
    try:
        return None if content is None else _PlanFile.model_validate(content)
    except ValidationError as error:
        problems += [Problem("plan.toml", None, column, message) for column, message in faults(error)]
    return None


def _plan_file_problems(stated: _PlanFile) -> list[Problem]:
    """Find what no single value shows: phases that overlap, ids used twice, targets of nothing."""

    def repeated(kind: str, values: Iterable[str]) -> list[tuple[str, str]]:
        return [
            (kind, f"'{v}' is there {n} times; expected once") for v, n in Counter(values).items() if n > 1
        ]

    found = [
        *repeated("phases.id", (phase.id.replace("_", "-") for phase in stated.phases)),
        *repeated("subregions.id", (subregion.id for subregion in stated.subregions)),
        *repeated(
            "subregions.districts",
            (clean(district) for subregion in stated.subregions for district in subregion.districts),
        ),
    ]
    found += [
        ("phases", f"'{phase.id}' ends in {phase.end}, before it begins in {phase.start}")
        for phase in stated.phases
        if phase.end < phase.start
    ]
    for earlier, later in zip(stated.phases, stated.phases[1:], strict=False):
        if later.start <= earlier.end:
            found.append(
                (
                    "phases",
                    f"'{later.id}' begins in {later.start}, but '{earlier.id}' before it ends in "
                    f"{earlier.end}; expected phases in order of time that do not overlap",
                )
            )
    districts = [clean(d) for subregion in stated.subregions for d in subregion.districts]
    found += scope_problems(
        stated.targets, [p.id for p in stated.phases], [s.id for s in stated.subregions], districts
    )
    found += target_problems(stated.targets, stated.errata)
    return [Problem("plan.toml", None, column, message) for column, message in found]


def _district_problems(stated: _PlanFile, districts: list[str]) -> list[Problem]:
    """Find districts that the sub-regions and the communes do not agree on."""
    of_plan = {clean(d) for subregion in stated.subregions for d in subregion.districts}
    messages = [
        f"'{name}' is no district of {stated.communes.file}; expected one of {', '.join(districts)}"
        for name in sorted(of_plan - set(districts))
    ] + [
        f"'{name}' of {stated.communes.file} is in no sub-region; expected it in one"
        for name in sorted(set(districts) - of_plan)
    ]
    return [Problem("plan.toml", None, "subregions.districts", message) for message in messages]


def _stated_district_problems(
    file: str, table: pd.DataFrame, districts: list[str], communes: str = "the communes"
) -> list[Problem]:
    """Find records that state a district there is none of."""
    listing = ", ".join(districts)
    found = match_districts(table["district"], districts)
    return [
        Problem(file, row, "district", f"'{name}' is no district of {communes}; expected one of {listing}")
        for row, name, district in zip(table["row"], table["district"], found, strict=True)
        if name is not None and district is None
    ]


def _file_order(problem: Problem) -> tuple[int, int]:
    """First the file that others are checked against."""
    order = ("plan.toml", "communes.geojson", "clusters.csv", "place_names.csv")
    return order.index(problem.file) if problem.file in order else 1, problem.row or 0


def _districts(communes: gpd.GeoDataFrame, in_order: Iterable[str]) -> gpd.GeoDataFrame:
    """Dissolve in the order of the decision."""
    merged = dissolve(communes, ["district_code", "district", "subregion"])
    position = {district: i for i, district in enumerate(in_order)}
    return merged.sort_values("district", key=lambda names: names.map(clean).map(position), ignore_index=True)


def _subregions(communes: gpd.GeoDataFrame, stated: tuple[Subregion, ...]) -> gpd.GeoDataFrame:
    """Dissolve in the order of the decision."""
    merged = dissolve(communes, ["subregion"]).set_index("subregion").loc[[s.id for s in stated]]
    merged = merged.reset_index(names="id")
    merged.insert(1, "clause", [s.clause for s in stated])
    merged.insert(2, "label_vi", [s.label.vi for s in stated])
    merged.insert(3, "label_en", [s.label.en for s in stated])
    return merged
