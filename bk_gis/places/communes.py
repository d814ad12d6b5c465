"""What places are found on: communes, by themselves or as a plan has them."""

from typing import Protocol

import geopandas as gpd
import pandas as pd

from bk_gis.geo.crs import require_wgs84


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
    """
    communes = plan if isinstance(plan, gpd.GeoDataFrame) else plan.communes
    require_wgs84(communes)
    return communes
