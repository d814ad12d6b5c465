"""Nothing of a plan is kept once it is let go: a notebook may open, draw and check plans all day."""

import gc
import weakref

import pytest

import bk_gis

USES = {
    "page": lambda plan, folder: bk_gis.phase_map(plan).save(str(folder / "page.html")),
    "sheet": lambda plan, folder: bk_gis.print_map(plan, folder / "sheet.png"),
    "checks": lambda plan, _: (
        bk_gis.check_coverage(plan),
        bk_gis.check_status(plan, by=2020),
        bk_gis.audit(plan),
    ),
    "files": lambda plan, folder: bk_gis.export(plan, folder / "plan.gpkg"),
    "join": lambda plan, _: bk_gis.join_regions(plan.clusters[["id", "geometry"]], plan),
    "geocode": lambda plan, _: bk_gis.geocode(plan.clusters[["id", "location"]], plan),
}


@pytest.mark.costly
@pytest.mark.parametrize("use", USES)
def test_a_plan_that_was_used_and_let_go_is_gone(use, tmp_path):
    plan = bk_gis.load_plan()
    USES[use](plan, tmp_path)
    kept = weakref.ref(plan)
    del plan
    gc.collect()
    assert kept() is None
