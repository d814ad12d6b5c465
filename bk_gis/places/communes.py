"""What places are found on: communes, by themselves or as a plan has them."""

import datetime as dt
from collections.abc import Iterable
from typing import Any, Protocol

import geopandas as gpd
import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Problem
from bk_gis.geo.crs import WGS84, is_wgs84, require_map_crs, require_wgs84
from bk_gis.language.words import both
from bk_gis.places.values import Alias, Place
from bk_gis.places.vintages.aliases import aliases
from bk_gis.places.vintages.crosswalk import Crosswalk

_SHOWN = 10  # rows and codes, at most, that a message names
_AS_TEXT = {"code": ".astype(int).astype(str).str.zfill(5)", "name": ".astype(str)"}


class OnCommunes(Protocol):
    """Whatever has communes and corrections of printed names: a plan."""

    @property
    def communes(self) -> gpd.GeoDataFrame:
        """Polygons in EPSG:4326, as `Plan.communes`."""

    @property
    def place_names(self) -> pd.DataFrame:
        """Corrections, as `Plan.place_names`."""

    @property
    def crosswalk(self) -> Crosswalk | None:
        """What became of the communes, as `Plan.crosswalk`."""

    @property
    def boundaries(self) -> Any:
        """The date of the communes, as `Plan.boundaries`."""


def communes_in(plan: OnCommunes | gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """
    Take the communes of a plan, or communes alone, in EPSG:4326.

    It is an error where they have no CRS, or coordinates that it does not allow; where it is neither; or a
    code or name is missing, empty or no text, or a code is there twice.
    """
    communes = plan if isinstance(plan, gpd.GeoDataFrame) else getattr(plan, "communes", None)
    if not isinstance(communes, gpd.GeoDataFrame):
        raise InputError(both("fault_places.no communes", kind=type(plan).__name__))
    if missing := [name for name in ("code", "name") if name not in communes]:
        raise InputError(both("fault_places.commune columns", names=missing))
    if problems := [problem for name in ("code", "name") for problem in _faults(communes[name], name)]:
        raise InputError(problems)
    require_map_crs(communes.crs)
    if communes.crs is not None and not is_wgs84(communes):
        communes = communes.to_crs(WGS84)
    require_wgs84(communes)
    return communes


def _faults(values: "pd.Series[Any]", column: str) -> Iterable[Problem]:
    """Find what is wrong with codes or names; a row is known by its position, the first is 0."""
    text = np.array([isinstance(value, str) for value in values], dtype=bool)
    empty = values.isna().to_numpy() | [isinstance(value, str) and not value.strip() for value in values]
    texts = values.where(text & ~empty)  # anything may be there, such as a list, which has no hash
    again = texts.notna().to_numpy() & texts.duplicated(keep=False).to_numpy() & (column == "code")
    for key, which in (("empty", empty), ("no text", ~text & ~empty), ("again", again)):
        rows = np.flatnonzero(which)
        if rows.size:
            codes = list(dict.fromkeys(texts.iloc[rows]))[:_SHOWN]
            said = {
                "count": len(rows),
                "rows": rows[:_SHOWN].tolist(),
                "codes": codes,
                "how": _AS_TEXT[column],
            }
            yield Problem("communes", None, column, both(f"fault_places.commune {key}", **said))


def commune_names(communes: gpd.GeoDataFrame) -> dict[str, str]:
    """Names of communes by code."""
    return dict(zip(communes["code"], communes["name"], strict=True))


def later_names(
    communes: gpd.GeoDataFrame, crosswalk: Crosswalk | None, date: dt.date | None = None
) -> list[Alias]:
    """Names that the communes of a date had at other times; without it, of the vintage with most of them."""
    if crosswalk is None:
        return []
    names = commune_names(communes)
    return aliases(crosswalk, crosswalk.vintage(date) if date else crosswalk.vintage_of(names), names)


def places_of(communes: pd.DataFrame) -> list[Place]:
    """Take the communes as the places that a name can mean; a column that is not there is empty."""
    more = (column(communes, name) for name in ("district", "unit_type", "district_code"))
    return list(map(Place, communes["code"], communes["name"], *more))


def column(table: pd.DataFrame, name: str) -> Iterable[str]:
    """Take a column of texts, empty ones where there is none."""
    return table.get(name, [""] * len(table))
