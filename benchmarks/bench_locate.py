"""
Compare the point locator with its peers: the same points, the same communes, identical results.

    python benchmarks/bench_locate.py [POINTS ...]

Needs the extra `bench`. By default 1 and 10 million random points over the bounds of the plan's communes;
peers take part up to 1 million. Each engine begins with its own kind of frame, with all indexes that it keeps
already built; ours builds everything anew in each run. Times are of the processor, the least of five runs
in turn.
"""

import argparse
import time
import tracemalloc
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

import bk_gis
from bk_gis.geo.locator import Array, Locator

SEED = 320
RUNS = 5
PEERS_UP_TO = 1_000_000
Run = Callable[[], Any]
Gather = Callable[[Array, Array], Array]
BYTES_A_POINT = 40
OURS = "bk_gis, build and query, from x and y"
GEOMETRIES = "bk_gis, build and query, from geometries"
JOIN = "bk_gis.join_regions, with its columns"
SJOIN = "geopandas sjoin within, the same columns"
COLUMNS = ["code", "name", "district_code", "district", "subregion", "subregion_label"]


def random_points(count: int, bounds: Array) -> tuple[Array, Array]:
    """Draw points evenly over the bounds."""
    low, high = bounds.reshape(2, 2)
    x, y = np.random.default_rng(SEED).uniform(low, high, (count, 2)).T
    return np.ascontiguousarray(x), np.ascontiguousarray(y)


def peers(communes: gpd.GeoDataFrame, x: Array, y: Array) -> dict[str, Run]:
    """Give a function for each peer: positions of the polygons, -1 for none."""
    polygons = communes.geometry.to_numpy()
    geometry = shapely.points(x, y)
    points = gpd.GeoDataFrame(geometry=geometry, crs=communes.crs)
    areas = communes[["geometry"]]
    engines: dict[str, Run] = {}

    def gathered(index: Array, polygon: Array) -> Array:
        found = np.full(len(x), -1)
        found[index] = polygon
        return found

    def sjoin(predicate: str) -> Run:
        def run() -> Array:
            joined = points.sjoin(areas, predicate=predicate)
            return gathered(joined.index.to_numpy(), joined["index_right"].to_numpy())

        return run

    engines["geopandas sjoin within"] = sjoin("within")
    engines["geopandas sjoin intersects"] = sjoin("intersects")

    of_polygons = shapely.STRtree(polygons)
    engines["shapely tree of polygons"] = lambda: gathered(*of_polygons.query(geometry, predicate="within"))
    of_points = shapely.STRtree(geometry)
    engines["shapely tree of points"] = lambda: gathered(
        *of_points.query(polygons, predicate="contains")[::-1]
    )
    engines["SedonaDB"] = _sedona(communes, points, gathered)
    engines["DuckDB spatial"] = _duckdb(communes, x, y, gathered)
    engines["polars-st"] = _polars(polygons, geometry, gathered)
    return engines


QUERY = "SELECT points.i, areas.k FROM points JOIN areas ON ST_Within(points.geometry, areas.geometry)"


def _sedona(communes: gpd.GeoDataFrame, points: gpd.GeoDataFrame, gathered: Gather) -> Run:
    import pyarrow as pa
    import sedonadb

    session = sedonadb.connect()
    numbered = points.assign(i=np.arange(len(points)))
    areas = communes.assign(k=np.arange(len(communes)))[["k", "geometry"]]
    session.create_data_frame(numbered).to_memtable().to_view("points")
    session.create_data_frame(areas).to_memtable().to_view("areas")

    def run() -> Array:
        table = pa.table(session.sql(QUERY))
        return gathered(table["i"].to_numpy(), table["k"].to_numpy())

    return run


def _duckdb(communes: gpd.GeoDataFrame, x: Array, y: Array, gathered: Gather) -> Run:
    import duckdb
    import duckdb_extension_spatial as packaged

    base = duckdb.connect(config={"allow_unsigned_extensions": "true"})
    [extension] = Path(packaged.__file__).parent.rglob("spatial.duckdb_extension")
    base.execute(f"LOAD '{extension}'")
    base.register("xy", pd.DataFrame({"i": np.arange(len(x)), "x": x, "y": y}))
    base.register("wkb", pd.DataFrame({"k": np.arange(len(communes)), "wkb": communes.geometry.to_wkb()}))
    base.execute("CREATE TABLE points AS SELECT i, ST_Point(x, y) AS geometry FROM xy")
    base.execute("CREATE TABLE areas AS SELECT k, ST_GeomFromWKB(wkb) AS geometry FROM wkb")

    def run() -> Array:
        found = base.execute(QUERY).fetchnumpy()
        return gathered(found["i"], found["k"])

    return run


def _polars(polygons: Array, geometry: Array, gathered: Gather) -> Run:
    import polars as pl
    import polars_st as st

    points = pl.select(st.from_shapely(geometry).alias("geometry")).with_row_index("i")
    areas = pl.select(st.from_shapely(polygons).alias("geometry")).with_row_index("k")

    def run() -> Array:
        joined = points.st.sjoin(areas, on="geometry", predicate="within")
        return gathered(joined["i"].to_numpy(), joined["k"].to_numpy())

    return run


def least(runs: dict[str, Run]) -> dict[str, tuple[float, Any]]:
    """Run all in turn, several times; give each one's least seconds of the processor, of all its threads."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    found: dict[str, Any] = {}
    for _ in range(RUNS):
        for name, run in runs.items():
            start = time.process_time()
            found[name] = run()
            times[name].append(time.process_time() - start)
    return {name: (min(times[name]), found[name]) for name in runs}


def from_points(polygons: Array, geometry: Array) -> Array:
    return Locator(polygons).positions(shapely.get_x(geometry), shapely.get_y(geometry))


def sjoin_columns(points: gpd.GeoDataFrame, communes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    return gpd.sjoin(points, communes[[*COLUMNS, "geometry"]], how="left", predicate="within")


def answer(found: Any, communes: gpd.GeoDataFrame) -> Array:
    """Give what an engine found as positions of the communes; a join's are those of its codes."""
    if not isinstance(found, gpd.GeoDataFrame):
        return found
    codes = found["code" if "code" in found else "commune_code"]
    return pd.Index(communes["code"]).get_indexer(codes)


def peak_bytes(run: Run) -> int:
    """Most memory that a run holds beyond what there was, its result included."""
    tracemalloc.start()
    run()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def main() -> None:
    """Print a line for each engine; fail where a result differs or a promise does not hold."""
    parser = argparse.ArgumentParser()
    parser.add_argument("points", nargs="*", type=int, default=[1_000_000, 10_000_000])
    plan = bk_gis.load_plan()
    communes = plan.communes
    polygons = communes.geometry.to_numpy()
    ours: dict[int, float] = {}
    for count in parser.parse_args().points:
        x, y = random_points(count, communes.total_bounds)

        def from_arrays(x: Array = x, y: Array = y) -> Array:
            return Locator(polygons).positions(x, y)

        runs: dict[str, Run] = {OURS: from_arrays}
        if count <= PEERS_UP_TO:
            geometry = shapely.points(x, y)
            runs[GEOMETRIES] = partial(from_points, polygons, geometry)
            runs |= peers(communes, x, y)
            frame = gpd.GeoDataFrame(geometry=geometry, crs=communes.crs)
            joins = {
                JOIN: partial(bk_gis.join_regions, frame, plan),
                SJOIN: partial(sjoin_columns, frame, communes),
            }
            results = least(joins) | least(runs)
        else:
            results = least(runs)
        seconds, expected = results[OURS]
        ours[count] = seconds
        print(f"\n{count:,} points, {(expected >= 0).mean():.0%} of them in {len(communes)} communes")
        print(f"{'engine':<42}{'processor s':>12}{'from x, y':>12}{'geometries':>12}{'join':>8}  times ours")
        for name, (took, found) in results.items():
            differing = (answer(found, communes) != expected).sum()
            assert not differing, f"{name} differs in {differing} points"
            ratios = [took / results[one][0] for one in (OURS, GEOMETRIES, JOIN) if one in results]
            shown = "".join(f"{ratio:>{width}.1f}" for ratio, width in zip(ratios, (12, 12, 8), strict=False))
            print(f"{name:<42}{took:>12.3f}{shown}")
        beyond = peak_bytes(from_arrays) / count
        assert beyond <= BYTES_A_POINT
        print(f"most memory beyond the input: {beyond:.0f} bytes a point")
    if len(ours) > 1:
        few, *_, many = sorted(ours)
        times = ours[many] / ours[few]
        print(f"\n{many:,} points take {times:.1f} times the processor time of {few:,}")


if __name__ == "__main__":
    main()
