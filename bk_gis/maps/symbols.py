"""
The size of a marker: painted area proportional to hectares, on the page, the sheet and both legends.

symbols.json holds every number and tint that page and sheet share. Lengths are pixels of a laptop's screen
with the whole plan in view; placing.py says what those of discs and names mean. page/src/symbols.js is the
same in JavaScript; a browser test holds the two together.
"""

import json
import math
from collections.abc import Sequence
from pathlib import Path

import shapely

from bk_gis.errors import InputError
from bk_gis.language.words import both
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import kept

TABLE = json.loads((Path(__file__).parent / "symbols.json").read_text(encoding="utf-8"))
LARGEST_RADIUS = float(TABLE["disc"]["largest"])  # a finger wants 24 across
WHOLE_SIDE = float(TABLE["disc"]["whole"])  # the larger side of the plan
# Tints of the sub-regions, one after the other; pale, so that only the phases carry strong colour.
TINTS: list[str] = TABLE["tints"]


def marker_scale(largest_ha: float) -> float:
    """Pixels of radius for the square root of a hectare, so that the largest cluster fits."""
    if not largest_ha > 0:
        raise InputError(both("fault_output.no size", largest=str(largest_ha)))
    return round(LARGEST_RADIUS / math.sqrt(largest_ha), 4)


def largest_ha(*plans: Plan) -> float:
    """Hectares of the largest cluster of some plans."""
    return max(float(kept(plan, "clusters")["ha"].max()) for plan in plans)


def disc_scales(plan: Plan, *beside: Plan) -> tuple[float, float]:
    """
    Pixels of radius for the square root of a hectare: for the largest cluster, and for all of them together.

    At the second one all clusters fill the most that they may of the plan's land; more paint would hide it.
    Plans that are looked at beside each other have the same.
    """
    west, south, east, north = shapely.total_bounds(plan.land)
    share = float(kept(plan, "communes")["area_ha"].sum()) * 1e4 / max(east - west, north - south) ** 2
    most = TABLE["disc"]["most_painted"] * share * WHOLE_SIDE**2
    total = max(float(kept(one, "clusters")["ha"].sum()) for one in (plan, *beside))
    return marker_scale(largest_ha(plan, *beside)), round(math.sqrt(most / (math.pi * total)), 4)


def ring_radii(hectares: Sequence[float], scale: float) -> list[float]:
    """
    Outer radius of each phase's ring, the founding disc first.

    radius = scale * sqrt(hectares up to and with that phase), so that what is seen of each ring is
    proportional to its own hectares.
    """
    radii, total = [], 0.0
    for phase in hectares:
        total += phase
        radii.append(scale * math.sqrt(total))
    return radii


def legend_hectares(largest_ha: float) -> list[float]:
    """Three round values, spread by area, the greatest at most the largest cluster's hectares."""
    steps = [float(f"{m}e{e}") for e in range(-2, 7) for m in (1, 2, 3, 4, 5, 6, 8)]
    top = max((step for step in steps if step <= largest_ha), default=steps[0])
    return [max((step for step in steps if step <= top * share), default=steps[0]) for share in (0.1, 0.4, 1)]
