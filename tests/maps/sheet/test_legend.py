"""The legend of the sheet has the scale and the marks of the map."""

import pytest
from matplotlib.patches import Circle
from sheets import drawn


def test_the_legends_circles_have_the_scale_of_the_map(sheet):
    disc = sheet.discs["cluster 7 2021-2025"]  # 50 ha, as the legend's greatest circle
    circles = [p for p in sheet.axes.patches if isinstance(p, Circle) and p.get_linewidth() > 0]
    nested = [p.radius for p in circles if p.center[0] == circles[0].center[0]]
    assert max(nested) == pytest.approx(disc.radius)


@pytest.mark.costly
def test_districts_without_a_cluster_are_marked_on_the_map_and_in_the_legend(plan, sheet):
    marked = {text for text in drawn(plan, by=2015).texts if text.startswith("✗")}
    assert marked == {"✗ HUYỆN BA BỂ", "✗ HUYỆN PÁC NẶM", "✗ Huyện, thị xã chưa có cụm"}
    assert not [text for text in sheet.texts if "✗" in text], "by 2025 each has one"
