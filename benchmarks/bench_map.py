"""
The page beside its peers: bytes, build, time to painted markers, a step of the timeline, frames.

`make bench-map` runs it; everything that it prints was measured in that one run, medians throughout.
"""

import argparse
import datetime as dt
import os
import platform
import tempfile
import time
import warnings
from collections.abc import Iterable
from math import isnan, nan
from pathlib import Path
from statistics import median

from browser import SETTLE_MS, chromium, opened, painted_ms, pan_frames, step_ms, zoom_frames
from made_plan import made_plan
from peers import PEERS, Build, Page, inlined, ours, swift

import bk_gis

OURS = "bk_gis"
CIRCLES = "folium.CircleMarker"
CANVAS = "folium.CircleMarker, canvas"
Files = dict[str, tuple[Page, Path]]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("assets", type=Path, help="folder with jquery-3.7.1.tgz and bootstrap-5.2.2.tgz")
    arguments.add_argument("--loads", type=int, default=7, help="loads of each default page")
    arguments.add_argument(
        "--sizes", type=int, nargs="*", default=[1000, 10000], help="numbers of made clusters"
    )
    options = arguments.parse_args()
    warnings.filterwarnings("ignore", module="swiftmap")
    load = os.getloadavg()[0]
    today = dt.datetime.now(dt.UTC).date()
    print(f"{today}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}")
    with tempfile.TemporaryDirectory() as name:
        default_page(options.assets, Path(name), options.loads)
        for count in options.sizes:
            made_pages(options.assets, Path(name), count)


def default_page(assets: Path, folder: Path, loads: int) -> None:
    """Bytes of the bundled plan's page, and milliseconds from navigation to painted markers."""
    plan = bk_gis.load_plan()
    variants: dict[str, tuple[Build, bool, bool]] = {OURS: (ours, True, True)}
    for words, backdrop, bootstrap in (
        ("", True, True),
        (", no backdrop", False, True),
        (", no backdrop, no Bootstrap", False, False),
    ):
        variants |= {
            name + words: (build, backdrop, bootstrap)
            for name, build in PEERS.items()
            if bootstrap or build is not swift  # which has none
        }
    files: Files = {}
    for name, (build, backdrop, bootstrap) in variants.items():
        page = build(plan, backdrop)
        files[name] = (page, _write(folder, page, assets, bootstrap=bootstrap))
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in files}
    with chromium() as browser:
        for _ in range(loads):
            for name, (page, file) in files.items():
                times[name].append(painted_ms(browser, page, file))
    rows = [
        (name, _kib(file), *map(median, zip(*times[name], strict=True)), min(times[name])[0])
        for name, (_, file) in files.items()
    ]
    columns = ("KiB", "painted ms", "all ms", "least ms")
    _table(f"default page, {len(plan.clusters)} clusters, {loads} loads", columns, rows)


def made_pages(assets: Path, folder: Path, count: int) -> None:
    """Build, bytes, painted markers and a step for a made plan; frames for the largest."""
    plan, loading = made_plan(count)
    print(f"\nload_plan with {count:,} clusters, geocoding included, in no figure below: {loading:.2f} s")
    builds: dict[str, Build] = {OURS: ours, **PEERS}
    files: Files = {}
    seconds: dict[str, list[float]] = {name: [] for name in builds}
    bare: dict[str, float] = {}
    for turn in range(5 if count <= 1000 else 3):
        for name, build in builds.items():
            if name == CANVAS and turn:
                continue
            start = time.perf_counter()
            page = build(plan, True)  # noqa: FBT003
            seconds[name].append(time.perf_counter() - start)
            files[name] = (page, _write(folder, page, assets))
    for name, build in PEERS.items():
        if name != CANVAS:
            bare[name] = _kib(_write(folder, build(plan, False), assets))  # noqa: FBT003
    bare |= {OURS: _kib(files[OURS][1]), CANVAS: bare[CIRCLES]}

    painted: dict[str, list[float]] = {name: [] for name in files}
    moves: dict[str, tuple[list[float], list[float]]] = {}
    with chromium() as browser:
        for _ in range(3):
            for name, (page, file) in files.items():
                painted[name].append(painted_ms(browser, page, file)[0])
        for name in (OURS, CIRCLES, CANVAS):
            with opened(browser, *files[name]) as tab:
                tab.wait_for_timeout(1000)
                moves[name] = (pan_frames(tab), zoom_frames(tab))
    steps = {limit: _steps(files, len(plan.phases), uncapped=not limit) for limit in (True, False)}

    nothing = (nan, nan, nan)
    _table(
        f"{count:,} clusters",
        ("build s", "KiB", "KiB bare", "painted ms", "call ms", "step ms", "all ms", "step 60 Hz"),
        [
            (
                name,
                nan if name == CANVAS else median(seconds[name]),  # builds as CIRCLES does
                _kib(file),
                bare[name],
                median(painted[name]),
                *steps[False].get(name, nothing),
                steps[True].get(name, nothing)[1],
            )
            for name, (_, file) in files.items()
        ],
    )
    _table(
        f"{count:,} clusters, frames in ms",
        ("pan median", "pan worst", "zoom median", "zoom worst"),
        [(name, median(pan), max(pan), median(zoom), max(zoom)) for name, (pan, zoom) in moves.items()],
    )


def _steps(files: Files, phases: int, *, uncapped: bool) -> dict[str, tuple[float, ...]]:
    """Medians of what `step_ms` gives, of three windows each."""
    steps: dict[str, list[tuple[float, float, float]]] = {
        name: [] for name, (page, _) in files.items() if page.step is not None
    }
    with chromium(uncapped=uncapped) as browser:
        for _ in range(3):
            for name, taken in steps.items():
                page, file = files[name]
                with opened(browser, page, file) as tab:
                    tab.wait_for_timeout(SETTLE_MS)
                    step_ms(tab, page, phases)  # warms the scripts up
                    taken.extend(step_ms(tab, page, phases))
    return {name: tuple(map(median, zip(*taken, strict=True))) for name, taken in steps.items()}


def _write(folder: Path, page: Page, assets: Path, *, bootstrap: bool = True) -> Path:
    file = folder / f"{len(list(folder.iterdir()))}.html"
    file.write_text(inlined(page.html, assets, bootstrap=bootstrap), encoding="utf-8", newline="\n")
    return file


def _kib(file: Path) -> float:
    return file.stat().st_size / 1024


def _table(title: str, columns: Iterable[str], rows: list[tuple[str, *tuple[float, ...]]]) -> None:
    """Print figures, and each as a multiple of ours, which is the first row."""
    _, *first = rows[0]
    width = max(len(name) for name, *_ in rows)
    print(f"\n{title} (in brackets: as a multiple of {rows[0][0]})")
    print(" " * width, *(f"{column:>18}" for column in columns))
    for name, *values in rows:
        cells = [
            "–" if isnan(v) else f"{_figure(v)} ({v / own:.1f})" for v, own in zip(values, first, strict=True)
        ]
        print(f"{name:<{width}}", *(f"{cell:>18}" for cell in cells))


def _figure(value: float) -> str:
    return f"{value:.3f}" if value < 10 else f"{value:,.0f}"


if __name__ == "__main__":
    main()
