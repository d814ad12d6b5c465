"""Build data/communes.geojson from the input polygons and check it against an independent source.

    python scripts/build_communes.py ../shared/data data/communes.geojson

The input folder holds communes_2014.geojson and commune_points_2014.csv; neither is part of the project.
Prints the figures that data/SOURCES.md quotes and exits 1 when a check does not hold.
"""

import json
import sys
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Geod

METRIC_CRS = "EPSG:9213"  # VN-2000 / TM-3 106-30, Bắc Kạn's own zone
TOLERANCE_M = 20.0  # half of the 42-48 m by which the input's inner boundaries are off
DECIMALS = 5  # about 1 m
MAX_BYTES = 500 * 1024
PROPERTIES = ["code", "name", "unit_type", "district_code", "district"]


def simplify(
    communes: gpd.GeoDataFrame,
    *,
    crs: str = METRIC_CRS,
    tolerance_m: float = TOLERANCE_M,
    decimals: int = DECIMALS,
) -> gpd.GeoDataFrame:
    """Simplify as a coverage, round every vertex alike (shared edges stay shared), sort by code."""
    properties = [name for name in PROPERTIES if name in communes]
    metric = communes.to_crs(crs)
    metric["geometry"] = shapely.coverage_simplify(metric.geometry.to_numpy(), tolerance_m)
    degrees = metric.to_crs("EPSG:4326")
    rounded = shapely.transform(degrees.geometry.to_numpy(), lambda xy: np.round(xy, decimals))
    degrees["geometry"] = shapely.orient_polygons(shapely.remove_repeated_points(rounded))
    return degrees[[*properties, "geometry"]].sort_values("code", ignore_index=True)


def to_geojson(communes: gpd.GeoDataFrame, *, decimals: int = DECIMALS) -> str:
    """One feature a line: a change of one commune is one line of a diff."""
    properties = communes.columns.drop("geometry")
    lines = []
    for row in communes.itertuples():
        rings = [row.geometry.exterior, *row.geometry.interiors]
        feature = {
            "type": "Feature",
            "properties": {key: getattr(row, key) for key in properties},
            "geometry": {
                "type": "Polygon",
                "coordinates": [np.round(ring.coords, decimals).tolist() for ring in rings],
            },
        }
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def check(built: gpd.GeoDataFrame, points: pd.DataFrame, size: int) -> list[str]:
    """Print the figures; return what does not hold."""
    problems = []
    geometries = built.geometry.to_numpy()
    if not shapely.coverage_is_valid(geometries) or not shapely.is_valid(geometries).all():
        problems.append("the result is not a valid coverage")
    if size > MAX_BYTES:
        problems.append(f"{size} bytes are more than {MAX_BYTES}")
    geod = Geod(ellps="WGS84")
    km2 = sum(abs(geod.geometry_area_perimeter(g)[0]) for g in geometries) / 1e6

    centres = gpd.GeoDataFrame(points, geometry=gpd.points_from_xy(points.lon, points.lat), crs="EPSG:4326")
    joined = centres.sjoin(built, predicate="within", lsuffix="point", rsuffix="commune")
    same = joined[joined.code_point == joined.code_commune]
    if len(same) != len(points):
        missed = sorted(set(points.code) - set(same.code_point))
        problems.append(f"independent centre points outside the commune of the same code: {missed}")
    metric = built.to_crs(METRIC_CRS).set_index("code").geometry.centroid
    away = centres.to_crs(METRIC_CRS).set_index("code").geometry
    offset = away.distance(metric.loc[away.index])

    print(f"communes                         {len(built)}")
    print(f"vertices                         {shapely.get_num_coordinates(geometries).sum()}")
    print(f"bytes                            {size}")
    print(f"geodesic area, km2               {km2:.1f}")
    print(f"independent points in the commune of the same code   {len(same)} of {len(points)}")
    print(f"point to centroid, median m      {offset.median():.0f}")
    return problems


def main(inputs: Path, target: Path) -> int:
    """Build, check, and write only what passed."""
    source = gpd.read_file(inputs / "communes_2014.geojson").to_crs("EPSG:4326")
    points = pd.read_csv(inputs / "commune_points_2014.csv", dtype={"code": str})
    text = to_geojson(simplify(source))
    built = gpd.read_file(text)
    problems = check(built, points, len(text.encode()))
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    target.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
