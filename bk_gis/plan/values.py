"""The values of plan.toml: what a decision states, each checked by itself, and the figures of its targets."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from bk_gis.errors import Fault, Lang
from bk_gis.geo.zones import zones
from bk_gis.language.words import both
from bk_gis.plan.clusters import hectare_column
from bk_gis.plan.communes.source import CommunesFile


class Table(BaseModel):
    """A table of a TOML file: unknown settings and numbers that are none are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False, defer_build=True)


# Bounds no plan comes near to: what lies beyond is a slip, and some format would cut it in silence.
Count = Annotated[int, Field(ge=0, le=10**9)]
Amount = Annotated[float, Field(ge=0, le=10**12)]
Year = Annotated[int, Field(ge=1900, le=2200)]
Date = Annotated[dt.date, Field(ge=dt.date(1900, 1, 1), le=dt.date(2200, 12, 31))]

PhaseId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]{1,20}([-_][A-Za-z0-9]{1,20}){0,3}$")]


class Words(Table):
    """The same words in Vietnamese and English; `words["vi"]`. Without English they are Vietnamese."""

    vi: str = Field(min_length=1)
    en: str = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _in_both(cls, given: Any) -> Any:
        """Take a text by itself for both languages, and the Vietnamese one where there is no English."""
        words = {"vi": given} if isinstance(given, str) else given
        return {"en": words["vi"], **words} if isinstance(words, dict) and "vi" in words else words

    def __getitem__(self, lang: Lang) -> str:
        """Look up one language."""
        return self.vi if lang == "vi" else self.en


class Decision(Table):
    """The decision that approved the plan; `amends` is the way to the folder of the plan before it."""

    number: str
    date: Date
    issuer: Words
    owner: Words | None = None
    consultant: str | None = None
    amends: str | None = None


class Boundaries(Table):
    """What a map must say of its polygons."""

    date: Date
    credit: str
    note: Words

    @field_validator("note")
    @classmethod
    def _ended(cls, note: Words) -> Words:
        """End it with a stop: another sentence follows it wherever it is shown."""
        ended = {
            lang: text if text.rstrip(' )"”»')[-1:] in ".!?…" else f"{text.rstrip()}." for lang, text in note
        }
        return Words(**ended)


class SheetBlock(Table):
    """Who issues the printed sheet: agency, date, who signs as what, its number; and the zone of VN-2000."""

    agency: Words | None = None
    date: Date | None = None
    signatory: Words | None = None
    name: str | None = None
    number: str | None = None
    crs: str | None = None

    @field_validator("crs")
    @classmethod
    def _zone(cls, crs: str | None) -> str | None:
        if crs not in {None, *(zone.crs for zone in zones())}:
            raise Fault(both("fault_toml.no zone", name=crs))
        return crs


class Phase(Table):
    """A planning phase; `start` and `end` are years, both included."""

    id: PhaseId
    start: Year
    end: Year
    colour: str = Field(pattern=r"^#[0-9A-Fa-f]{6}$")
    label: Words

    @property
    def column(self) -> str:
        """Column of the clusters that holds this phase's hectares."""
        return hectare_column(self.id)


class Subregion(Table):
    """
    An ecological sub-region, and the districts or the communes that make it up.

    As plan.toml names them; in a loaded plan, their codes.
    """

    id: str = Field(min_length=1)
    clause: str
    label: Words
    districts: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()


# What a decision that amends a plan does with a cluster.
Group = Literal["kept", "resized", "brought forward", "put off", "added", "withdrawn"]


class Target(Table):
    """
    What one clause states for one scope: the province, a sub-region, a district or a cost item.

    `phase` figures count one phase, `by` figures everything up to a year. Capital is in billion VND,
    area in hectares; a pair is a range. `district` is as plan.toml names it; in a loaded plan, its code.
    `every` makes it a rule: each commune, district or sub-region has at least this. `group` counts those
    clusters alone with which the decision does one thing, as comparing with the plan that it amends finds,
    and `hectares_before` is what that plan has. `qualifiers` keep the decision's own words ("khoảng": about).
    """

    clause: str
    phase: str | None = None
    by: Year | None = None
    subregion: str | None = None
    district: str | None = None
    cost_item: str | None = None
    every: Literal["commune", "district", "subregion"] | None = None
    group: Group | None = None
    subregions: Count | None = None
    clusters: Count | None = None
    new: Count | None = None
    expansions: Count | None = None
    names: tuple[str, ...] = ()
    centres: tuple[str, ...] = ()
    roads: tuple[str, ...] = ()
    hectares_before: Amount | None = None
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


class Erratum(Table):
    """A figure that the decision itself gets wrong, and the evidence for it."""

    clause: str
    measure: str
    stated: Amount
    corrected: Amount
    evidence: Words


class PlanFile(Table):
    """All of plan.toml."""

    title: Words
    decision: Decision
    boundaries: Boundaries
    phases: tuple[Phase, ...] = Field(min_length=1)
    subregions: tuple[Subregion, ...] = ()
    communes: CommunesFile = CommunesFile()
    targets: tuple[Target, ...] = ()
    errata: tuple[Erratum, ...] = ()
    sheet: SheetBlock = SheetBlock()


COUNTS = ("subregions", "clusters", "new", "expansions")
AMOUNTS = ("hectares_before", "hectares", "capital_billion_vnd", "share_percent", "support_percent", "jobs")
RANGES = ("occupancy_percent", "leased_percent")
LISTS = ("names", "centres", "roads", "hectares_by_phase", "hectares_by_cluster")
SCOPE = ("phase", "by", "subregion", "district", "cost_item", "every", "group")

# A decision's own words for how exact a figure is, and the side on which the true one may lie.
QUALIFIERS = {
    **dict.fromkeys(("khoảng", "gần bằng", "about"), "either"),
    **dict.fromkeys(("hơn", "trên", "từ", "more than", "above", "from"), "above"),
    **dict.fromkeys(("gần", "dưới", "nearly", "below"), "below"),
}


def figures(target: Target) -> Iterator[tuple[str, float | tuple[float, ...]]]:
    """Give each measure that a target states as a number or a range, in a fixed order."""
    for measure in (*COUNTS, *AMOUNTS, *RANGES):
        value = getattr(target, measure)
        if value not in (None, ()):
            yield measure, value
