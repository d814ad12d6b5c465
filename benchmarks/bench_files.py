"""
Compare `bk-gis join` and `bk-gis geocode` with their peers at the whole job, from file to file.

    python benchmarks/bench_files.py [ROWS ...] [--jobs join-csv,join-parquet,...] [--rounds 3] [--ours]
    python benchmarks/bench_files.py --held    # beside geopandas alone, and warns where a ratio is lost

Needs the extra `bench`. Each run is a process of its own; processor time (of all of its threads) and the
most memory that it held are the system's. Engines take turns, and each has its best of the
rounds. Every answer is first
compared with ours, row by row: same rows, same cells of the input, same commune.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import shapely
from bench_locate import random_points

import bk_gis
from bk_gis.places.centres import Centres

FOLDER = Path(__file__).parent
BK_GIS = "import sys; from bk_gis.cli.main import main; sys.exit(main())"
# A job: the command, the ending of its files, the form of a text, the peers that do it.
UNJOINED = "unjoined"  # reads and writes the same cells by Arrow, and joins nothing: a floor, not a peer
POINT_PEERS = ("duckdb", "geopandas", "sedonadb", "polars", UNJOINED)
JOBS: dict[str, tuple[str, str, dict[str, str], tuple[str, ...]]] = {
    "join-csv": ("join", ".csv", {}, POINT_PEERS),
    "join-semicolons": ("join", ".csv", {"separator": ";", "decimal": ","}, ("duckdb", "geopandas")),
    "join-utf16": ("join", ".csv", {"encoding": "utf-16"}, ("geopandas",)),  # which DuckDB cannot write
    "join-quoted": ("join", ".csv", {"quoted": "yes"}, ("duckdb", "geopandas")),
    "join-parquet": ("join", ".parquet", {}, POINT_PEERS),
    "join-gpkg": ("join", ".gpkg", {}, ("geopandas",)),
    "geocode-csv": ("geocode", ".csv", {}, ("duckdb", "geopandas")),
}


# How many times our processor time geopandas takes at least for so many rows; a quarter below is a warning.
HELD_ROWS = 300_000
HELD = {"join-csv": 3.0, "join-parquet": 1.6, "geocode-csv": 1.8}


class Cost(NamedTuple):
    """What a run took: seconds on the processor, most memory in MB."""

    seconds: float
    megabytes: float


# A small process starts each run: a new one counts the memory of the one that starts it as its own.
START = """
import os, sys
pid = os.posix_spawn(sys.executable, [sys.executable, *sys.argv[1:]], os.environ)
_, status, used = os.wait4(pid, 0)
print(status, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def run(*command: object) -> Cost:
    """Run a command to its end; processor time and peak memory as the system counted them."""
    words = [str(word) for word in command]
    done = subprocess.run(
        [sys.executable, "-c", START, *words],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "BK_GIS_LANG": "en", "NO_COLOR": "1"},
    )
    status, seconds, megabytes = map(float, done.stdout.split()[-3:])
    if status:
        raise SystemExit(f"failed: {' '.join(words)}\n{done.stderr}")
    return Cost(seconds, megabytes)


def places(count: int, communes: gpd.GeoDataFrame) -> pa.Table:
    """Make up a table: a number with leading zeros, a name, a day, hectares, a point and a place."""
    draw = np.random.default_rng(320)
    x, y = random_points(count, communes.total_bounds)
    number = np.arange(count)
    unit = draw.integers(len(communes), size=count)
    days = pd.date_range("2014-01-01", periods=365).strftime("%d/%m/%Y")
    names = pa.array([f"{['Nông', 'Hoàng', 'Triệu', 'Bàn'][i % 4]} Văn {i}" for i in range(5000)])
    forms = [str.upper, str.lower, str.title, str]
    spelt = pa.array([form(name) for form in forms for name in communes["name"]])
    take = lambda texts, index: pa.array(texts).take(pa.array(index))  # noqa: E731
    return pa.table(
        {
            "ma": pa.array(np.char.zfill(number.astype(str), 8)),
            "ho_ten": take(names, draw.integers(5000, size=count)),
            "ngay": take(list(days), draw.integers(365, size=count)),
            "ha": pa.array(draw.integers(1, 10_000, count) / 100),
            "x": x,
            "y": y,
            "place": take(spelt, unit + len(communes) * draw.integers(4, size=count)),
            "district": take(communes["district"].to_numpy(), unit),
        }
    )


def write_input(table: pa.Table, path: Path, job: str) -> None:
    """Write the input of a job in its form."""
    command, ending, form, _ = JOBS[job]
    kept = table.select(["ma", "ho_ten", "ngay", "ha"])
    if ending == ".csv":
        columns = ["place", "district"] if command == "geocode" else ["x", "y"]
        kept = table.select(["ma", "ho_ten", "ngay", "ha", *columns]).to_pandas()
        if command == "join":  # so that no point lies on a border, which to peers is in no polygon
            kept[columns] = (kept[columns].round(6) + 3e-7).round(7)
        if "quoted" in form:
            kept["ho_ten"] = "thôn " + kept["ho_ten"] + ', xã "Mới"'
        kept.rename(columns={"x": "lon", "y": "lat"}).to_csv(
            path,
            index=False,
            sep=form.get("separator", ","),
            decimal=form.get("decimal", "."),
            encoding=form.get("encoding", "utf-8"),
        )
        return
    spots = shapely.points(table["x"].to_numpy(), table["y"].to_numpy())
    frame = gpd.GeoDataFrame(kept.to_pandas(), geometry=spots, crs="EPSG:4326")
    frame.to_parquet(path) if ending == ".parquet" else frame.to_file(path, use_arrow=True)


def write_communes(path: Path) -> gpd.GeoDataFrame:
    """Write the communes as peers read them: with their district, sub-region and centroid."""
    communes = bk_gis.load_plan().communes
    centres = Centres(communes)
    spots = [centres.point(((code,),))[0] for code in communes["code"]]
    columns = ["code", "name", "district_code", "district_name", "subregion", "subregion_label"]
    table = communes.rename(columns={"district": "district_name"})[[*columns, "geometry"]]
    table.assign(lon=[spot.x for spot in spots], lat=[spot.y for spot in spots]).to_parquet(path)
    return communes


def answer(path: Path, job: str, *, ours: bool) -> tuple[pa.Table, list[str]]:
    """Read what a job wrote, by the number of its rows: cells of the input, and codes."""
    form = JOBS[job][2]
    code = ("match_codes" if JOBS[job][0] == "geocode" else "commune_code") if ours else "code"
    if path.suffix == ".csv":
        text = path.read_text(form.get("encoding", "utf-8-sig")).encode()
        parse = pa.csv.ParseOptions(delimiter=form.get("separator", ","), newlines_in_values=True)
        names = next(iter(text.split(b"\n", 1))).decode().strip().replace('"', "").split(parse.delimiter)
        types = pa.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()))
        table = pa.csv.read_csv(pa.BufferReader(text), parse_options=parse, convert_options=types)
    elif path.suffix == ".gpkg":
        table = pa.table(gpd.read_file(path, use_arrow=True).drop(columns="geometry").astype({"ma": "str"}))
    else:
        table = pq.read_table(path)
    same = ["ma", "ho_ten", "ngay", "ha"]
    table = table.select([*same, code]).rename_columns([*same, "code"]).sort_by("ma")
    codes = table["code"].to_pandas().fillna("").astype(str)
    return table.select(same).to_pandas().astype(str), codes.tolist()


def measure(job: str, count: int, rounds: int, engines: list[str], folder: Path) -> dict[str, Cost]:
    """Run each engine in turn, so many rounds; hold their answers to ours."""
    command, ending, form, _ = JOBS[job]
    words = [form.get(*one) for one in (("separator", ","), ("decimal", "."), ("encoding", "utf-8"))]
    communes = write_communes(folder / "communes.parquet")
    source = folder / f"in{ending}"
    write_input(places(count, communes), source, job)
    best: dict[str, Cost] = {}
    expected: Any = None
    for turn in range(rounds):
        for engine in ["bk_gis", *engines]:
            output = folder / f"{engine}{ending}"
            output.unlink(missing_ok=True)
            if engine == "bk_gis":
                cost = run("-c", BK_GIS, command, source, "-o", output)
            else:
                peer = FOLDER / "file_peers.py"
                said = (
                    words[: 2 if engine == "duckdb" else 3] if {"separator", "encoding"} & set(form) else []
                )
                cost = run(peer, command, engine, source, folder / "communes.parquet", output, *said)
            if turn == 0 and engines and engine != UNJOINED:
                cells, codes = answer(output, job, ours=engine == "bk_gis")
                expected = (cells, codes) if expected is None else expected
                assert codes == expected[1], f"{engine} finds other communes"
                pd.testing.assert_frame_equal(cells, expected[0], check_dtype=False)
            before = best.get(engine, cost)
            best[engine] = Cost(*map(min, before, cost))
    return best


def check_held() -> None:
    """Say on standard error which of the committed ratios are lost: timings are no reason to fail."""
    for job, ratio in HELD.items():
        with tempfile.TemporaryDirectory() as folder:
            cost = measure(job, HELD_ROWS, 3, ["geopandas"], Path(folder))
        found = cost["geopandas"].seconds / cost["bk_gis"].seconds
        lost = "" if found > 0.75 * ratio else "WARNING, lost: "
        print(f"{lost}{job}: geopandas takes {found:.1f} times our time, held are {ratio}", file=sys.stderr)


def main() -> None:
    """Print a table for each job: seconds and MB of ours, the peers' as times of ours."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", nargs="*", type=int, default=[1_000_000, 3_000_000])
    parser.add_argument("--jobs", default=",".join(JOBS))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ours", action="store_true", help="without the peers")
    parser.add_argument("--held", action="store_true", help="warn where a committed ratio is lost")
    options = parser.parse_args()
    if options.held:
        check_held()
        return
    print(f"load {os.getloadavg()[0]:.1f} at the start; peers: their processor time and memory ÷ ours")
    print("| job | rows | bk_gis | MB | peer | processor time | memory |\n|---|---|---|---|---|---|---|")
    for job in options.jobs.split(","):
        for count in options.rows:
            with tempfile.TemporaryDirectory() as folder:
                engines = [] if options.ours else list(JOBS[job][3])
                ours, *peers = measure(job, count, options.rounds, engines, Path(folder)).items()
            cells = f"| {job} | {count:,} | {ours[1].seconds:.2f} s | {ours[1].megabytes:.0f} |"
            print(*([] if peers else [f"{cells} | | |"]), end="\n" if not peers else "", flush=True)
            for name, cost in peers:
                seconds, memory = (theirs / own for theirs, own in zip(cost, ours[1], strict=True))
                print(f"{cells} {name} | {seconds:.1f} | {memory:.1f} |", flush=True)


if __name__ == "__main__":
    main()
