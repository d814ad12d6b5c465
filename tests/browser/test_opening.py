"""The page opens by double-click, without a network, on a projector and on a phone."""

from pathlib import Path

import pytest
import shapely
from made_provinces import maker
from meeting import PHONE, near

import bk_gis

MAPS = Path(__file__).parents[2] / "maps"
EXIST = {2015: 7, 2020: 17, 2025: 21}


@pytest.mark.parametrize("name", ["ccn-2015-vi", "ccn-2020-vi", "ccn-2025-vi", "ccn-2025-en"])
def test_a_committed_map_opens_with_its_horizon_and_language(meeting, plan, name):
    _, by, lang = name.split("-")
    room = meeting(MAPS / f"{name}.html")
    assert room.state()["by"] == int(by)
    assert room.page.get_by_role("heading", level=1).inner_text() == plan.title[lang]
    assert room.page.title() == plan.title[lang]
    assert room.page.evaluate("document.documentElement.lang") == lang
    assert room.page.get_by_role("region", name="Bản đồ" if lang == "vi" else "Map").is_visible()
    assert len(room.discs()) == EXIST[int(by)]


@pytest.mark.parametrize("by", EXIST)
def test_each_marker_is_painted_in_the_colour_of_its_founding_phase(meeting, draw, plan, by):
    room = meeting(draw(by))
    room.only_markers()
    pixels = room.pixels()
    colours = {phase.id: phase.colour for phase in plan.phases}
    painted = {name: pixels[disc.pixel] for name, disc in room.discs().items()}
    founded = plan.clusters.set_index("name")["founded"]
    end = {phase.id: phase.end for phase in plan.phases}
    assert set(painted) == {name for name, phase in founded.items() if end[phase] <= by}
    for name, pixel in painted.items():
        assert near(pixel, colours[founded[name]]), (name, pixel, founded[name])


def test_a_cluster_that_does_not_exist_yet_is_not_painted(meeting, draw, plan):
    room = meeting(draw(2025))
    room.only_markers()
    places = {name: disc.pixel for name, disc in room.discs().items()}
    room.set(by=2015)
    pixels = room.pixels()
    for name in set(places) - set(room.discs()):
        assert not any(near(pixels[places[name]], phase.colour, 40) for phase in plan.phases), name


def test_there_are_twenty_one_markers_and_twenty_one_entries_in_the_list(room, plan):
    names = plan.clusters["name"].tolist()
    assert sorted(room.discs()) == sorted(names)
    entries = room.page.get_by_role("list").get_by_role("button")
    listed = [room.words(entry) for entry in entries.all()]
    assert len(listed) == 21
    for name, entry in zip(names, listed, strict=True):
        assert entry.startswith(name)


@pytest.mark.parametrize("size", [PHONE, {"width": 320, "height": 640}, {"width": 1366, "height": 768}])
def test_nothing_has_to_be_scrolled_sideways(meeting, draw, size):
    room = meeting(draw(), size=size)
    assert room.page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_the_whole_province_is_in_view_at_first(room):
    inside = "bkPage.map.getBounds().contains(L.latLngBounds(bkPage.plan.bounds))"
    assert room.page.evaluate(inside)
    box = room.page.get_by_role("region", name="Bản đồ").bounding_box()
    for disc in room.discs().values():
        x, y = disc.centre
        assert box["x"] < x < box["x"] + box["width"]
        assert box["y"] < y < box["y"] + box["height"]


WHOLE = """() => {
  const [[south, west], [north, east]] = bkPage.plan.bounds;
  const size = bkPage.map.getSize();
  const [a, b] = [[north, west], [south, east]].map((at) => bkPage.map.latLngToContainerPoint(at));
  const inside = a.x >= 0 && a.y >= 0 && b.x <= size.x && b.y <= size.y;
  return inside && Math.max((b.x - a.x) / size.x, (b.y - a.y) / size.y) > 0.5;
}"""


@pytest.mark.parametrize("view", ["", "#cluster=12"])
@pytest.mark.parametrize(
    "later",
    [
        ("<div id=box hidden>{}</div>", "box.hidden = false"),
        ("<details id=box><summary>map</summary>{}</details>", "box.open = true"),
        ("<div id=box style='width:0;height:0;overflow:hidden'>{}</div>", "box.style = ''"),
    ],
)
def test_a_map_that_is_shown_later_shows_the_whole_plan_then(meeting, draw, tmp_path, later, view):
    hidden, show = later
    page = f"<iframe src='{draw().as_uri()}{view}' style='width:1000px;height:600px;border:0'></iframe>"
    (tmp_path / "slide.html").write_text(f"<!DOCTYPE html>{hidden.format(page)}", encoding="utf-8")
    room = meeting(tmp_path / "slide.html")
    room.page.wait_for_timeout(300)
    room.page.evaluate(show)
    frame = room.page.frames[1]
    frame.wait_for_function("() => window.bkPage && bkPage.map.getSize().x > 60")
    frame.evaluate("bkPage.ready")
    if view:  # its details are in the frame too, and may push a part of the plan out of it
        inside = "L.latLngBounds(bkPage.plan.bounds).contains(bkPage.map.getCenter())"
        frame.wait_for_function(f"() => bkPage.map.getZoom() < 11 && {inside}")
        assert frame.get_by_role("heading", level=2).first.bounding_box()["y"] > 0
    else:
        frame.wait_for_function(WHOLE)


def test_a_window_that_is_turned_fits_the_plan_again_until_somebody_moves_it(meeting, draw):
    room = meeting(draw(), size={"width": 1366, "height": 768})
    for size in (
        {"width": 844, "height": 390},
        {"width": 390, "height": 844},
        {"width": 1920, "height": 1080},
    ):
        room.page.set_viewport_size(size)
        whole = f"() => innerWidth === {size['width']} && ({WHOLE})()"
        room.page.wait_for_function(whole, polling=100, timeout=20_000)
    room.zoom_to((22.2, 105.9), 12)
    room.page.set_viewport_size({"width": 1366, "height": 768})
    room.page.wait_for_timeout(100)
    assert room.page.evaluate("bkPage.map.getZoom()") == 12
    # The way back to the whole is a fit again.
    room.page.get_by_role("button", name="Xem toàn tỉnh").click()
    room.page.set_viewport_size({"width": 844, "height": 390})
    room.page.wait_for_function(f"() => innerWidth === 844 && ({WHOLE})()", polling=100, timeout=20_000)


def test_a_map_that_is_hidden_for_a_while_stays_where_somebody_moved_it(room):
    room.zoom_to((22.2, 105.9), 12)
    for hidden in ("true", "false"):
        room.page.evaluate(f"void (document.querySelector('.bk-page').hidden = {hidden})")
        room.page.wait_for_timeout(100)
    assert room.page.evaluate("bkPage.map.getZoom()") == 12


def test_a_notebook_shows_the_page_in_a_frame(plan, tmp_path, meeting):
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html>{bk_gis.phase_map(plan)._repr_html_()}", encoding="utf-8")
    room = meeting(path)
    frame = room.page.frame_locator("iframe")
    assert frame.get_by_role("heading", level=1).inner_text() == plan.title["vi"]
    frame.get_by_role("radio", name="2015").check()
    assert frame.get_by_role("list").get_by_role("button").count() == 7


def test_a_narrow_plan_stays_where_it_was_fitted_beside_the_legend(meeting, tmp_path):
    plan = maker([shapely.box(0, 0, 0.2, 1.6)], 40, 6, 12)(tmp_path / "plan")
    bk_gis.phase_map(plan).save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    room.page.wait_for_timeout(600)  # Leaflet would have moved it by now
    legend = room.page.locator(".bk-legend").bounding_box()
    frame = room.page.get_by_role("region", name="Bản đồ").bounding_box()
    xs = [disc.centre[0] for disc in room.discs().values()]
    middle = (legend["x"] + legend["width"] + frame["x"] + frame["width"]) / 2
    assert min(xs) - 40 < middle < max(xs) + 40
