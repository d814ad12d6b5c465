"""Plans of any number of clusters, made from the bundled one: same communes, phases and sub-regions."""

import csv
import random
import shutil
import tempfile
import time
from pathlib import Path

import bk_gis
from bk_gis.plan.folder import bundled_folder

SEED = 320


def made_plan(count: int) -> tuple[bk_gis.Plan, float]:
    """Load a plan of `count` clusters, spread evenly over the communes; seconds that loading took."""
    plan = bk_gis.load_plan()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("plan.toml", "communes.geojson", "place_names.csv"):
            shutil.copy(bundled_folder() / file, folder)
        with (folder / "clusters.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(_rows(plan, count))
        start = time.perf_counter()
        made = bk_gis.load_plan(folder)
        return made, time.perf_counter() - start


def _rows(plan: bk_gis.Plan, count: int) -> list[list[str]]:
    """Each cluster is founded in one phase, and every fourth chance is an expansion in a later one."""
    chance = random.Random(SEED)  # noqa: S311  # figures to draw, not secrets
    communes = list(zip(plan.communes["name"], plan.communes["district"], strict=True))
    phases = len(plan.phases)
    rows = [
        ["id", "name", "printed_name", "location", "district", *(phase.column for phase in plan.phases)],
    ]
    for i in range(count):
        commune, district = communes[i % len(communes)]
        founding = chance.randrange(phases)
        hectares = [
            f"{chance.randrange(50, 750) / 10:g}"
            if p == founding or (p > founding and chance.random() < 0.25)
            else ""
            for p in range(phases)
        ]
        name = f"{commune} {i // len(communes) + 1}"
        rows.append([str(i + 1), name, f"CCN {name}", commune, district, *hectares])
    return rows
