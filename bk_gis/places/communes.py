"""What places are found on: communes, by themselves or as a plan has them."""

from collections.abc import Iterable
from typing import Protocol

import geopandas as gpd
import pandas as pd

from bk_gis.errors import InputError
from bk_gis.geo.crs import require_wgs84
from bk_gis.language.words import both
from bk_gis.places.values import Place


class OnCommunes(Protocol):
    """Whatever has communes and corrections of printed names: a plan."""

    @property
    def communes(self) -> gpd.GeoDataFrame:
        """Polygons in EPSG:4326, as `Plan.communes`."""

    @property
    def place_names(self) -> pd.DataFrame:
        """Corrections, as `Plan.place_names`."""


def communes_in(plan: OnCommunes | gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """
    Take the communes of a plan, or communes alone.

    Raises
    ------
    CrsError
        They are not in EPSG:4326.
    InputError
        It is neither, or the communes have no codes or names.
    """
    communes = plan if isinstance(plan, gpd.GeoDataFrame) else getattr(plan, "communes", None)
    if not isinstance(communes, gpd.GeoDataFrame):
        raise InputError(both("fault_places.no communes", kind=type(plan).__name__))
    if missing := [name for name in ("code", "name") if name not in communes]:
        raise InputError(both("fault_places.commune columns", names=missing))
    require_wgs84(communes)
    return communes


def places_of(communes: pd.DataFrame) -> list[Place]:
    """Take the communes as the places that a name can mean; a column that is not there is empty."""
    more = (column(communes, name) for name in ("district", "unit_type", "district_code"))
    return list(map(Place, communes["code"], communes["name"], *more))


def column(table: pd.DataFrame, name: str) -> Iterable[str]:
    """Take a column of texts, empty ones where there is none."""
    return table.get(name, [""] * len(table))
