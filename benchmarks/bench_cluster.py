"""
Join a frame that outgrows one process: dask-geopandas on two workers, held to the join in one process.

    python benchmarks/bench_cluster.py [POINTS]

Needs the extra `bench`. Each worker may have half of the memory that one process takes; one that takes more
is killed, and the benchmark fails. Points are read and written partition by partition; the communes are one
value of the graph, which each worker gets once, whatever the number of partitions.
"""

import argparse
import logging
import os
import resource
import tempfile
import time
from pathlib import Path

import dask_geopandas
import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from bench_files import run
from bench_locate import random_points
from distributed import Client, LocalCluster

import bk_gis

ROWS = 100_000  # of a partition
ANSWER = ["i", "commune_code", "district", "join_method"]
ONE = """
import sys, geopandas as gpd, bk_gis
joined = bk_gis.join_regions(gpd.read_parquet(sys.argv[1]), bk_gis.load_plan())
joined.to_parquet(sys.argv[2])
"""


def write_points(count: int, folder: Path) -> None:
    """Write points as files of a partition each."""
    x, y = random_points(count, bk_gis.load_plan().communes.total_bounds)
    for part, start in enumerate(range(0, count, ROWS)):
        some = slice(start, start + ROWS)
        frame = gpd.GeoDataFrame(
            {"i": np.arange(count)[some]}, geometry=shapely.points(x[some], y[some]), crs=4326
        )
        frame.to_parquet(folder / f"part.{part:04}.parquet")


def main() -> None:
    """Print the time and memory of both ways; fail where the results differ."""
    parser = argparse.ArgumentParser()
    parser.add_argument("points", nargs="?", type=int, default=5_000_000)
    count = parser.parse_args().points
    with tempfile.TemporaryDirectory() as name:
        source, alone, together = (Path(name, part) for part in ("points", "one.parquet", "two"))
        source.mkdir()
        write_points(count, source)
        start = time.perf_counter()
        one = run("-c", ONE, source, alone)
        seconds = time.perf_counter() - start
        limit = round(one.megabytes / 2)
        with (
            LocalCluster(
                n_workers=2,
                threads_per_worker=1,
                memory_limit=f"{limit}MB",
                dashboard_address=None,
                silence_logs=logging.CRITICAL,
            ) as cluster,
            Client(cluster) as client,
        ):
            before = client.run(os.getpid)
            start = time.perf_counter()
            lazy = bk_gis.join_regions(dask_geopandas.read_parquet(source), bk_gis.load_plan())
            communes = [key for key in lazy.__dask_graph__() if "Regions" in str(key)]
            lazy.to_parquet(together)
            joined = time.perf_counter() - start
            assert client.run(os.getpid) == before, "a worker took too much memory"
            most = max(client.run(lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024).values())
        answers = [gpd.read_parquet(path, columns=[*ANSWER, "geometry"]) for path in (alone, together)]
        found = [pd.DataFrame(answer[ANSWER]).sort_values("i", ignore_index=True) for answer in answers]
        pd.testing.assert_frame_equal(*found)
    print(f"{count:,} points in {-(-count // ROWS)} partitions: results identical")
    print(f"one process: {seconds:.1f} s, {one.megabytes:,.0f} MB")
    print(f"two workers of at most {limit:,} MB each: {joined:.1f} s, {most:,.0f} MB each at most")
    print(f"values of the graph that hold the communes: {len(communes)}")


if __name__ == "__main__":
    main()
