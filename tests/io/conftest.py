"""What the tests of files share."""

from pathlib import Path

import geopandas as gpd
import pytest
import shapely


@pytest.fixture
def points():
    return gpd.GeoDataFrame(
        {"name": ["Cẩm Giàng", 'quo"te, comma', "đ\nline"], "n": [1, 2, 3]},
        geometry=[shapely.Point(105.9, 22.2), shapely.Point(), shapely.Point(106.1, 22.4)],
        crs="EPSG:4326",
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.csv"
