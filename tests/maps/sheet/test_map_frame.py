"""The map of the sheet: what is painted, and where names stand."""

import math

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.patches import Circle
from sheets import drawn

from bk_gis.maps.symbols import TABLE


def test_the_painted_area_of_every_phase_is_proportional_to_its_hectares(plan, sheet):
    ratios = []
    for cluster in plan.clusters.to_dict("records"):
        inner = 0.0
        for phase in plan.phases:
            if cluster[phase.column] > 0:
                disc = sheet.discs[f"cluster {cluster['id']} {phase.id}"]
                assert disc.get_facecolor() == pytest.approx(Circle((0, 0), fc=phase.colour).get_facecolor())
                assert disc.get_linewidth() == 0  # an outline would add to what is painted
                ratios.append(math.pi * (disc.radius**2 - inner**2) / cluster[phase.column])
                inner = disc.radius
    assert len(ratios) == len(sheet.discs) == 27
    assert ratios == pytest.approx([ratios[0]] * len(ratios))


def test_no_disc_covers_another(sheet):
    outer = {}
    for name, disc in sheet.discs.items():
        cluster = name.split()[1]
        outer[cluster] = max(outer.get(cluster, (0,)), (disc.radius, *disc.center))
    outer = list(outer.values())
    for i, (r, x, y) in enumerate(outer):
        assert all(math.hypot(x - u, y - v) >= r + s for s, u, v in outer[:i])


@pytest.mark.costly
@pytest.mark.parametrize("paper", ["A4", "A1"])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_cluster_and_district_has_its_name_on_the_map_and_in_the_table(plan, paper, lang):
    texts = drawn(plan, lang=lang, paper=paper).texts
    for number, name in zip(plan.clusters["id"], plan.clusters["name"], strict=True):
        assert texts.count(name) == 1, name
        assert texts.count(f"{number}. {name}") == 1, name
    for name in plan.districts["district"]:
        assert {name, name.upper()} <= set(texts)


def test_no_text_covers_another_or_leaves_the_paper(sheet):
    figure = sheet.axes.figure
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in sheet.axes.texts]
    assert all(figure.bbox.x0 <= b.x0 and b.x1 <= figure.bbox.x1 and b.y0 >= figure.bbox.y0 for b in boxes)
    for i, box in enumerate(boxes):
        for j, other in enumerate(boxes[:i]):
            wide = min(box.x1, other.x1) - max(box.x0, other.x0)
            high = min(box.y1, other.y1) - max(box.y0, other.y0)
            # The boxes of two lines of one paragraph touch; their letters do not.
            assert wide <= 1 or high <= 0.35 * min(box.height, other.height), (
                sheet.texts[i],
                sheet.texts[j],
            )


@pytest.mark.costly
def test_hectares_stand_under_each_name_in_the_form_of_the_language(plan, sheet):
    assert "I 16,74 · II 30,46" in sheet.texts
    assert "I 16.74 · II 30.46" in drawn(plan, lang="en").texts
    assert any(text.startswith("Tỷ lệ 1:") and text.endswith("0.000") for text in sheet.texts)


def test_the_map_is_at_the_scale_that_it_states(plan, sheet):
    """The two ends of the bar are as far from each other as its length says."""
    (stated,) = (text for text in sheet.texts if text.startswith("Tỷ lệ"))
    millimetres_per_km = 1e6 / int(stated.split(":")[1].replace(".", ""))
    places = {text.get_text(): text.get_position()[0] for text in sheet.axes.texts}
    x0, x1 = (sheet.discs[f"cluster {c} 2016-2020"].center for c in ("8", "16"))  # undisturbed ones
    points = plan.clusters.set_index("id").to_crs(9213).geometry
    on_the_ground = points["8"].distance(points["16"]) / 1000
    assert math.dist(x0, x1) == pytest.approx(on_the_ground * millimetres_per_km, rel=1e-6)
    assert "10 km" in places


@pytest.mark.costly
def test_many_clusters_leave_the_table_to_the_districts(province):
    many = pd.concat([province.clusters.iloc[[i % 4]].assign(id=str(i), name=f"CCN {i}") for i in range(240)])
    sheet = drawn(province.replace(clusters=many))
    assert len({name.split()[1] for name in sheet.discs}) == 240
    assert "Huyện Hạ Lưu" in sheet.texts
    assert all(sheet.texts.count(f"CCN {i}") <= 1 for i in range(240))


def test_every_disc_has_the_outline_that_the_page_has(plan, sheet):
    """In the width and the colour of symbols.json, below the disc that it closes."""
    edges = [p for p in sheet.axes.patches if isinstance(p, Circle) and p.get_zorder() == 5.5]
    outer = {}
    for name, disc in sheet.discs.items():
        cluster = name.split()[1]
        outer[cluster] = max(outer.get(cluster, (0,)), (disc.radius, *disc.center))
    assert len(edges) == len(plan.clusters) == len(outer)
    widths = {
        round(edge.radius - radius, 6)
        for edge, (radius, *_) in zip(edges, sorted(outer.values(), reverse=True), strict=True)
    }
    assert len(widths) == 1
    assert {edge.get_facecolor() for edge in edges} == {
        Circle((0, 0), fc=TABLE["disc"]["edge"]).get_facecolor()
    }
