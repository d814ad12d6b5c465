"""What a page has to know of a plan besides, so that changes of it can be tried."""

from typing import Any, SupportsFloat

import numpy as np
import shapely

from bk_gis.checks.auditing.held import held_figures
from bk_gis.checks.auditing.records import Records
from bk_gis.geo.crs import metric_crs, moved
from bk_gis.language.names import clean
from bk_gis.maps.page.topology import PRECISION
from bk_gis.places.centres import Centres
from bk_gis.plan.model import Plan
from bk_gis.plan.notebook import kept
from bk_gis.plan.values import QUALIFIERS

_LETTERS = {"capital_billion_vnd": "v", "jobs": "j"}  # of measures; the others' are their first


def short(value: SupportsFloat) -> int | float:
    """Write 20.0 as 20."""
    number = float(value)
    return int(number) if number.is_integer() else round(number, 6)


def _middles(plan: Plan) -> dict[int, list[int]]:
    """Find the points of communes whose centroid lies outside; the others the page works out by itself."""
    communes, plane = kept(plan, "communes"), metric_crs(kept(plan, "communes"))
    land = plan.land if plane == plan.crs else moved(communes.geometry.to_numpy(), communes.crs, plane)
    odd = np.flatnonzero(~shapely.contains_properly(land, shapely.centroid(land)))
    centres = Centres(communes)
    points = [centres.point(((communes["code"].iloc[i],),))[0] for i in odd]
    return {int(i): [round(v * 10**PRECISION) for v in (p.x, p.y)] for i, p in zip(odd, points, strict=True)}


def checked(plan: Plan, subregions: list[str], districts: list[str]) -> dict[str, Any]:
    """
    List the figures that the records give, which changes may break, and the points that the page has not.

    A target is its clause; the place of its sub-region, ~ that of its district, or None; and its figures:
    the place of the phase, or ~ that of the last one that is counted, then for each measure its letter,
    what is stated, and on which side the true figure may lie if it is qualified.
    """
    position = {phase.id: i for i, phase in enumerate(plan.phases)}
    found: dict[tuple[Any, ...], dict[int, str]] = {}
    for target, measure, stated in ((held.target, held.measure, held.stated) for held in held_figures(plan)):
        where = None if target.subregion is None else subregions.index(target.subregion)
        where = where if target.district is None else ~districts.index(target.district)
        until = ~(len(plan.phases_by(target.by or plan.phases[-1].end)) - 1)
        when = position[target.phase] if target.phase else until
        side = QUALIFIERS.get(clean(target.qualifiers.get(measure, "")), "")
        figures = found.setdefault((target.clause, where), {})
        figure = f"{_LETTERS.get(measure, measure[0])}{short(stated)}{side[:1].upper()}"
        figures[when] = figures.get(when, str(when)) + figure
    rates = Records(plan).rates
    return {
        "targets": [[*key, " ".join(figures.values())] for key, figures in found.items()],
        "rates": {_LETTERS[measure]: rate.value for measure, rate in rates.items() if rate},
        "middles": _middles(plan),
    }
