"""The communes of a plan in other vintages: which lie where, dissolved, and in words."""

from collections.abc import Iterable
from typing import Any, NamedTuple

import geopandas as gpd
import shapely

from bk_gis.errors import InputError, Lang
from bk_gis.geo.coverages import area_ha
from bk_gis.language.reasons import Reason, in_words, reason, together
from bk_gis.language.words import both
from bk_gis.places.communes import commune_names
from bk_gis.places.vintages.crosswalk import Crosswalk, Part, Unit

_SAME = ("district_code", "district", "subregion", "subregion_label")


class Members(NamedTuple):
    """The communes that a later unit is made of, and what was done with those that were split."""

    codes: list[str]
    notes: list[Reason]


def with_areas(crosswalk: Crosswalk, communes: gpd.GeoDataFrame) -> Crosswalk:
    """Give a crosswalk the areas of communes, so that shares are known backwards in time."""
    areas = dict(zip(communes["code"], communes["area_ha"], strict=True))
    return crosswalk.with_areas(commune_names(communes), areas)


def later_years(plan: Any) -> tuple[int, ...]:
    """List the years of the boundaries after the plan's own that its crosswalk has."""
    if plan.crosswalk is None:
        return ()
    own = own_year(plan)
    return tuple(year for year in plan.crosswalk.years if year > own)


def own_year(plan: Any) -> int:
    """Find the year of the boundaries that the plan is written on."""
    return _crosswalk(plan).vintage(plan.boundaries.date)


def later_year(plan: Any, year: int | None) -> int | None:
    """Refuse boundaries that a map cannot show; None for the plan's own."""
    if year is None:
        return None
    own = own_year(plan)
    _crosswalk(plan).require(year)
    if year < own:
        raise InputError(both("fault_content.no earlier communes", own=own, year=year))
    return None if year == own else year


def parts_of(plan: Any, code: str, year: int) -> list[Part]:
    """Find the units of a year in which a commune of the plan lies; none if the crosswalk has it not."""
    crosswalk, own = _crosswalk(plan), own_year(plan)
    return crosswalk.into(code, own, year) if code in crosswalk.units[own] else []


def members(plan: Any, year: int) -> dict[str, Members]:
    """
    Find the communes of the plan that each unit of a year is drawn of, by its code in order.

    One that was split goes to the unit of its largest share; where shares are not known, to that of the
    lowest code. One that the crosswalk does not know stays as it is.
    """
    found: dict[str, Members] = {}

    def of(code: str) -> Members:
        return found.setdefault(code, Members([], []))

    for code, name in commune_names(plan.communes).items():
        parts = parts_of(plan, code, year)
        taker = parts[0].unit.code if parts else code
        of(taker).codes.append(code)
        if not parts:
            of(code).notes.append(reason("conversion.not in crosswalk", name=name))
        for part in parts if len(parts) > 1 else ():
            key = "conversion.all here" if part.unit.code == taker else "conversion.not here"
            why = reason(key, name=name, share=_share(part), taker=parts[0].unit.name)
            of(part.unit.code).notes.append(why)
    return {code: made for code, made in sorted(found.items()) if made.codes}


def communes_as_of(plan: Any, year: int) -> gpd.GeoDataFrame:
    """Dissolve the communes of a plan into those of a later year; see `Plan.communes_as_of`."""
    later_year(plan, year)
    communes = plan.communes
    at, units = communes.set_index("code"), _crosswalk(plan).units[year]
    rows = [
        _row(at.loc[made.codes], code, units.get(code), made, plan.lang)
        for code, made in members(plan, year).items()
    ]
    frame = gpd.GeoDataFrame(rows, crs=communes.crs)
    frame["area_ha"] = area_ha(frame.geometry).round(1)
    kept = [name for name in communes.columns if name in frame and frame[name].notna().any()]
    return frame[[*(name for name in kept if name != "geometry"), "made_of", "approximate", "geometry"]]


def _row(
    members: gpd.GeoDataFrame, code: str, unit: Unit | None, found: Members, lang: Lang
) -> dict[str, object]:
    same = {
        name: members[name].iloc[0] if members[name].nunique(dropna=False) == 1 else None
        for name in _SAME
        if name in members
    }
    if unit is not None and not unit.district:
        same.pop("district", None)
        same.pop("district_code", None)
    return {
        "code": code,
        "name": members["name"].iloc[0] if unit is None else unit.name,
        "unit_type": members["unit_type"].iloc[0] if unit is None else unit.kind,
        **same,
        "made_of": " ".join(found.codes),
        "approximate": in_words(together(found.notes), lang),
        "geometry": shapely.coverage_union_all(members.geometry.to_numpy()),
    }


def place_words(plan: Any, codes: Iterable[str], year: int, lang: Lang) -> str:
    """Say in which units of a year communes lie, with shares where one was split; "?" for not known."""
    said: dict[str, None] = {}
    for code in codes:
        parts = parts_of(plan, code, year)
        for part in parts:
            share = "" if len(parts) == 1 else f" ({in_words(_share(part), lang)})"
            said[f"{part.unit.full_name}{share}"] = None
        if not parts:
            said["?"] = None
    return ", ".join(said)


def _share(part: Part) -> Reason:
    if part.share is None:
        return reason("conversion.part not known")
    return reason("conversion.percent", percent=float(100 * part.share))


def _crosswalk(plan: Any) -> Crosswalk:
    if plan.crosswalk is None:
        raise InputError(both("fault_places.no crosswalk"))
    crosswalk: Crosswalk = plan.crosswalk
    return crosswalk
