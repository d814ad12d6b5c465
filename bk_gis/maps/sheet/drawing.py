"""What a sheet shows: a plan up to one of its horizons, in a language, on a canvas."""

import datetime as dt
from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

import geopandas as gpd
import pandas as pd

from bk_gis.checks.coverage import CoverageReport, check_coverage
from bk_gis.checks.coverage_detail import verdicts
from bk_gis.errors import Lang
from bk_gis.language.formats import date, number
from bk_gis.language.words import say, words
from bk_gis.maps.insets import Inset
from bk_gis.maps.placing import AREA
from bk_gis.maps.sheet.canvas import Canvas
from bk_gis.maps.symbols import TINTS
from bk_gis.plan.levels import Level, commune_kinds, covered_level, levels_of, unit_names, with_kinds
from bk_gis.plan.model import Plan
from bk_gis.plan.values import Phase

_T = TypeVar("_T")


class Part(NamedTuple):
    """What a page of an atlas shows of a plan."""

    name: str
    whole: Plan
    scale: float  # of the discs, on all pages
    units: Any  # of the whole, in metres, for the overview
    land: Any


@dataclass(frozen=True, eq=False)
class Drawing:
    """A plan up to the last of the phases, and the canvas that it is drawn on; what follows is found once."""

    canvas: Canvas
    plan: Plan
    phases: tuple[Phase, ...]
    lang: Lang
    names_without: bool = False  # units without a cluster, also where they are hatched
    later: gpd.GeoDataFrame | None = None  # communes of later boundaries, to be drawn instead of the plan's
    year: int | None = None  # of these boundaries
    part: Part | None = None
    page: str = ""  # of an atlas
    inset: Inset | None = None  # what is far, brought near in the plan
    beside: tuple[Plan, ...] = ()  # plans whose maps are looked at beside this one: with discs to one scale

    @cached_property
    def dry(self) -> "Drawing":
        """The same where nothing is drawn, to measure."""
        return self.on(replace(self.canvas, dry=True))

    def once(self, what: Hashable, measure: Callable[[], _T]) -> _T:
        """Measure something on this canvas once; the cache of a module would keep canvas and picture."""
        if what not in self._measured:
            self._measured[what] = measure()
        found: _T = self._measured[what]
        return found

    @cached_property
    def _measured(self) -> dict[Hashable, Any]:
        return {}

    def on(self, canvas: Canvas) -> "Drawing":
        """Take another canvas, and keep all that was found of the plan."""
        other = replace(self, canvas=canvas)
        vars(other).update(
            {name: value for name, value in vars(self).items() if name not in {"canvas", "dry", "_measured"}}
        )
        return other

    @property
    def whole(self) -> Plan:
        """The plan of which this may be a part."""
        return self.plan if self.part is None else self.part.whole

    @cached_property
    def tints(self) -> list[str]:
        """Tints of the sub-regions, on a part as on the whole; without any, that of all land."""
        of = {ident: TINTS[i % len(TINTS)] for i, ident in enumerate(self.whole.subregions["id"])}
        return [of[ident] for ident in self.plan.subregions["id"]] or TINTS[:1]

    @cached_property
    def counts(self) -> "pd.Series[bool]":
        """Which clusters exist at the horizon."""
        return self.plan.clusters[self.columns].sum(axis=1) > 0

    @property
    def columns(self) -> list[str]:
        """Columns of the hectares that count."""
        return [phase.column for phase in self.phases]

    @cached_property
    def level(self) -> Level:
        """The level whose units are to have clusters."""
        return covered_level(self.plan)

    @cached_property
    def unit_names(self) -> "pd.Series[str]":
        """Names of the units that are to have clusters, by their codes."""
        return unit_names(self.plan, self.level, self.lang)

    @cached_property
    def coverage(self) -> CoverageReport:
        """Which units have a cluster by the horizon."""
        return check_coverage(self.plan, by=self.phases[-1].end, lang=self.lang)

    @cached_property
    def verdicts(self) -> list[tuple[bool | None, str]]:
        """Whether the plan's rules are kept, and what there is by the horizon."""
        by = self.phases[-1].end
        return verdicts(self.plan, by=by, part=self.part is not None, lang=self.lang)

    @cached_property
    def without(self) -> list[str]:
        """Codes of the units that have no cluster by the horizon."""
        found = self.coverage.table
        return [str(code) for code in found["id"][~found["covered"]]]

    @property
    def hatched(self) -> bool:
        """Whether the units without a cluster are too many to be marked one by one."""
        return len(self.without) > AREA["most_marked"]

    @property
    def borders(self) -> tuple[Level, ...]:
        """Levels whose borders are drawn: districts had ended by some later boundaries."""
        ended = self.later is not None and "district" not in self.later
        return tuple(level for level in levels_of(self.plan) if not (ended and level == "district"))

    def say(self, key: str, **values: object) -> str:
        """Give the words of the sheet, or of every map, in its language."""
        section = "map" if key in words("map") else "sheet"
        kinds = commune_kinds(self.plan.communes["unit_type"])
        return with_kinds(say(f"{section}.{key}", self.lang, **values), kinds)

    def number(self, value: float) -> str:
        """Write a number in the form of the language."""
        return number(value, self.lang)

    def date(self, day: dt.date) -> str:
        """Write a date in the form of the language."""
        return date(day, self.lang)
