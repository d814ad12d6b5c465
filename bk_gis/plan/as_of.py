"""Communes as of a later vintage, dissolved by a crosswalk, and what is approximate of them."""

from collections.abc import Mapping
from typing import NamedTuple

import geopandas as gpd
import shapely

from bk_gis.errors import InputError, Lang
from bk_gis.geo.coverages import area_ha
from bk_gis.language.reasons import Reason, in_words, reason, together
from bk_gis.language.words import both
from bk_gis.places.communes import commune_names
from bk_gis.places.vintages.crosswalk import Crosswalk, Unit

_SAME = ("district_code", "district", "subregion", "subregion_label")


class Members(NamedTuple):
    """The communes that a later unit is made of, and what was done with those that were split."""

    codes: list[str]
    notes: list[Reason]


def with_areas(crosswalk: Crosswalk, communes: gpd.GeoDataFrame) -> Crosswalk:
    """Give a crosswalk the areas of communes, so that shares are known backwards in time."""
    areas = dict(zip(communes["code"], communes["area_ha"], strict=True))
    return crosswalk.with_areas(commune_names(communes), areas)


def communes_as_of(
    communes: gpd.GeoDataFrame, crosswalk: Crosswalk, *, own: int, year: int, lang: Lang
) -> gpd.GeoDataFrame:
    """Dissolve the communes of a vintage into those of a later one; see `Plan.communes_as_of`."""
    crosswalk.require(year)
    if year < own:
        raise InputError(both("fault_content.no earlier communes", own=own, year=year))
    members = members_of(commune_names(communes), crosswalk, own, year)
    at = communes.set_index("code")
    rows = []
    for code, found in members.items():
        unit = crosswalk.units[year].get(code)
        rows.append(_row(at.loc[found.codes], code, unit, found, lang))
    frame = gpd.GeoDataFrame(rows, crs=communes.crs).sort_values("code", ignore_index=True)
    frame["area_ha"] = area_ha(frame.geometry).round(1)
    kept = [name for name in communes.columns if name in frame and frame[name].notna().any()]
    return frame[[*(name for name in kept if name != "geometry"), "made_of", "approximate", "geometry"]]


def members_of(names: Mapping[str, str], crosswalk: Crosswalk, own: int, year: int) -> dict[str, Members]:
    """
    Find the communes of each later unit; `names` are those of a vintage, by code.

    One that was split goes to the unit of its largest share; where shares are not known, to that of the
    lowest code. One that the crosswalk does not know stays as it is.
    """
    found: dict[str, Members] = {}

    def of(code: str) -> Members:
        return found.setdefault(code, Members([], []))

    for code, name in names.items():
        parts = crosswalk.into(code, own, year) if code in crosswalk.units[own] else []
        taker = parts[0].unit.code if parts else code
        of(taker).codes.append(code)
        if not parts:
            of(code).notes.append(reason("conversion.not in crosswalk", name=name))
        for part in parts if len(parts) > 1 else ():
            key = "conversion.all here" if part.unit.code == taker else "conversion.not here"
            known = part.share is not None
            percent = reason("conversion.percent", percent=float(100 * (part.share or 0)))
            share = percent if known else reason("conversion.part not known")
            of(part.unit.code).notes.append(reason(key, name=name, share=share, taker=parts[0].unit.name))
    return {code: made for code, made in found.items() if made.codes}


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
