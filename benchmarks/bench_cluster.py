"""
Join a dask-geopandas frame on a local cluster of two workers, and hold it to the join in one process.

    python benchmarks/bench_cluster.py [POINTS]

Needs the extra `bench`. Nothing is computed before compute(); the communes are one value of the graph,
which each worker gets once, whatever the number of partitions.
"""

import argparse
import logging
import tempfile
import time

import dask_geopandas
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from bench_locate import random_points
from distributed import Client, LocalCluster, wait

import bk_gis

PARTITIONS = 16


def main() -> None:
    """Print the times of both ways; fail where the results differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("points", nargs="?", type=int, default=1_000_000)
    count = parser.parse_args().points
    plan = bk_gis.load_plan()
    points = gpd.GeoDataFrame(
        {"i": np.arange(count)},
        geometry=shapely.points(*random_points(count, plan.communes.total_bounds)),
        crs="EPSG:4326",
    )
    start = time.perf_counter()
    whole = bk_gis.join_regions(points, plan)
    alone = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        dask_geopandas.from_geopandas(points, npartitions=PARTITIONS).to_parquet(folder)
        with (
            LocalCluster(
                n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            ) as cluster,
            Client(cluster),
        ):
            start = time.perf_counter()
            lazy = bk_gis.join_regions(dask_geopandas.read_parquet(folder), plan)
            planned = time.perf_counter() - start
            start = time.perf_counter()
            wait(lazy.persist())
            joined = time.perf_counter() - start
            found = lazy.compute()
    pd.testing.assert_frame_equal(found, whole)
    communes = [key for key in lazy.__dask_graph__() if "Regions" in str(key)]
    print(f"{count:,} points in {PARTITIONS} partitions on two workers: results identical")
    print(f"in one process                                {alone:>7.2f} s")
    print(f"to plan the lazy join                         {planned:>7.2f} s")
    print(f"to read and join on two workers               {joined:>7.2f} s")
    print(f"values of the graph that hold the communes    {len(communes):>7}")


if __name__ == "__main__":
    main()
