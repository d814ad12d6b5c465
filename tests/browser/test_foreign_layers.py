"""It stays a folium map: layers of others show on it and in its layer control."""

import warnings

import folium
import folium_layers
import pytest
from failures import english
from folium import plugins

import bk_gis
from bk_gis.maps.page import ForeignLayerWarning

MIDDLE = [22.2, 105.85]


@pytest.fixture
def with_layers(plan, meeting, tmp_path):
    def open_map(*layers):
        page = bk_gis.phase_map(plan)
        for layer in layers:
            layer.add_to(page)
        page.save(tmp_path / "map.html")
        page.save(tmp_path / "map.html")  # a second time, which once left names of the first
        room = meeting(tmp_path / "map.html")
        room.page.get_by_text("Lớp bản đồ").click()
        return room

    return open_map


def paths(room):
    return room.page.locator("path.leaflet-interactive")


def test_geojson_shows_with_its_tooltip_and_can_be_switched_off(with_layers):
    area = {"type": "Polygon", "coordinates": [[[105.7, 22.1], [106, 22.1], [106, 22.3], [105.7, 22.1]]]}
    feature = {"type": "Feature", "properties": {"name": "Khu"}, "geometry": area}
    collection = {"type": "FeatureCollection", "features": [feature]}
    tip = folium.GeoJsonTooltip(["name"])
    room = with_layers(folium.GeoJson(collection, name="Quy hoạch khác", tooltip=tip))
    box = room.page.get_by_role("checkbox", name="Quy hoạch khác")
    assert box.is_checked()
    assert paths(room).count() == 1
    paths(room).hover()
    assert room.words(room.page.get_by_role("tooltip")) == "name Khu"
    box.uncheck()
    assert paths(room).count() == 0
    box.check()
    assert paths(room).count() == 1


def test_a_group_of_markers_shows_with_popups_of_its_own(with_layers):
    group = folium.FeatureGroup(name="Trạm")
    folium.CircleMarker(MIDDLE, radius=12, popup=folium.Popup("Trạm điện"), tooltip="110 kV").add_to(group)
    folium.Marker([22.3, 105.7], popup="Cầu").add_to(group)
    room = with_layers(group)
    assert room.page.get_by_role("checkbox", name="Trạm").is_checked()
    room.page.locator(".leaflet-marker-icon[src^='data:']").click()
    assert "Cầu" in room.words(room.popup())
    room.page.get_by_role("checkbox", name="Trạm").uncheck()
    assert paths(room).count() == 0


def test_a_group_that_is_hidden_at_first_can_be_shown(with_layers):
    group = folium.FeatureGroup(name="Sau này", show=False)
    folium.CircleMarker(MIDDLE).add_to(group)
    room = with_layers(group)
    box = room.page.get_by_role("checkbox", name="Sau này")
    assert not box.is_checked()
    box.check()
    assert paths(room).count() == 1


def test_names_of_layers_are_text(with_layers):
    run = "window.__pwned=1"
    name = f"<img src=x onerror='{run}'></script><script>{run}</script> ${{{run}}} `{{{{ 2 }}}}`\u2028"
    room = with_layers(folium.FeatureGroup(name=name))
    label = room.page.get_by_role("group").filter(has_text="onerror").locator("label").last
    assert label.text_content() == name
    assert room.page.evaluate("window.__pwned") is None


def test_a_basemap_without_a_network_leaves_the_plan_whole(plan, meeting, tmp_path):
    page = bk_gis.phase_map(plan)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x", name="Sky").add_to(page)
    with pytest.warns(ForeignLayerWarning, match="Sky"):
        page.save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    assert len(room.discs()) == 21
    asked = [fault for fault in room.faults if "tiles.example" in fault or "ERR_" in fault]
    assert asked
    assert room.faults == asked
    room.faults.clear()  # what it asked for is what the warning said


def saved_page(plan, path, *names, add=folium_layers.add):
    """Save a page with layers; the warnings that it gave."""
    page = bk_gis.phase_map(plan)
    for name in names:
        add(page, name)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        page.save(path)
    return [english(warning.message) for warning in caught]


def test_every_layer_and_plugin_of_folium_is_tried():
    """A class that a later folium adds has to be put into folium_layers.py."""
    classes = {name for module in (folium, plugins) for name in dir(module) if name[0].isupper()}
    assert classes - set(folium_layers.LAYERS) == folium_layers.NONE


def test_all_of_foliums_layers_at_once_and_offline_leave_the_plan_whole(plan, meeting, tmp_path):
    said = saved_page(plan, tmp_path / "map.html", *folium_layers.LAYERS)
    room = meeting(tmp_path / "map.html")
    assert len(room.discs()) == 21
    assert len(room.summary()) > 1
    for what in (
        "LinearColormap",
        "Choropleth 'Shares'",
        "VegaLite",
        "CustomIcon",
        "Popup",
        "TileLayer 'Sky'",
    ):
        assert any(words.startswith(f"{what} needs the network (https://") for words in said), what
    assert len([words for words in said if words.startswith("GeoJson ")]) == 0
    room.page.get_by_text("Lớp bản đồ").click()
    assert room.page.get_by_role("checkbox", name="Squares").is_checked()
    assert room.page.get_by_role("checkbox", name="Heat (không tải được)").is_disabled()
    room.faults.clear()


@pytest.mark.slow
def test_a_layer_asks_the_network_for_nothing_that_was_not_said(plan, meeting, tmp_path):
    """Each alone: the plan stands; what was not named asks for nothing and fails in nothing."""
    room = None
    for name in folium_layers.LAYERS:
        said = saved_page(plan, tmp_path / "map.html", name)
        if room is None:
            room = meeting(tmp_path / "map.html")
        room.page.goto((tmp_path / "map.html").as_uri())
        room.page.evaluate("bkPage.ready")
        assert len(room.discs()) == 21, name
        assert said or not room.faults, (name, room.faults)
        assert not any("_" in words.split(" needs ")[0] for words in said), said  # no random id
        room.faults.clear()


def test_what_is_put_into_the_page_itself_is_there_and_named(plan, meeting, tmp_path):
    said = saved_page(plan, tmp_path / "map.html", "page", add=lambda page, _: folium_layers.into_page(page))
    assert [words.split(" needs ")[0] for words in said] == ["CssLink", "JavascriptLink"]
    room = meeting(tmp_path / "map.html")
    assert room.page.get_by_role("heading", name="Theirs").count() == 1
    assert room.page.evaluate("window.theirs") == 1
    assert len(room.discs()) == 21
    room.faults.clear()


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("a `backtick` here", "a `backtick` here"),
        ("cost: ${20} and ${window.__run = 1}", "cost: ${20} and ${window.__run = 1}"),
        ("<b>end</b></script><script>window.__run = 1</script>", "end"),
        ("<!-- <script> a comment --> after", "after"),
    ],
)
def test_the_text_of_a_popup_is_shown_as_it_is(with_layers, text, read):
    group = folium.FeatureGroup(name="Theirs")
    folium.CircleMarker(MIDDLE, radius=12, fill=True, popup=text, tooltip=text).add_to(group)
    room = with_layers(group, folium.FeatureGroup(name="Another"))
    paths(room).click()
    assert read in room.words(room.popup())
    assert room.page.evaluate("window.__run") is None
    assert room.page.get_by_role("checkbox", name="Another").is_checked()


@pytest.mark.parametrize("broken", ["this is no script", "throw new Error('theirs')"])
def test_a_layer_that_fails_takes_no_other_with_it(with_layers, broken):
    bad = folium.GeoJson({"type": "Point", "coordinates": [105.8, 22.1]}, name="Bad", on_each_feature=None)
    bad.add_child(folium.Element(""))
    bad.add_child(folium.elements.EventHandler("click", folium.JsCode(f"function () {{}}); {broken}; (")))
    good = folium.FeatureGroup(name="Good")
    folium.CircleMarker(MIDDLE).add_to(good)
    room = with_layers(bad, good)
    assert room.page.get_by_role("checkbox", name="Good").is_checked()
    assert len(room.discs()) == 21
    assert len(room.faults) == 1
    room.faults.clear()


def test_a_geodataframe_explores_itself_on_the_page(plan, meeting, tmp_path):
    page = bk_gis.phase_map(plan)
    plan.communes.explore("district", m=page, name="Theirs")
    plan.clusters.explore("ha", m=page)
    with pytest.warns(ForeignLayerWarning) as caught:
        page.save(tmp_path / "map.html")
    said = {english(warning.message).split(" needs ")[0] for warning in caught}
    assert {"MacroElement", "LinearColormap"} == said
    room = meeting(tmp_path / "map.html")
    assert len(room.discs()) == 21
    assert room.page.locator(".maplegend").is_visible()
    room.page.get_by_text("Lớp bản đồ").click()
    assert room.page.get_by_role("checkbox", name="Theirs").is_checked()
    room.faults.clear()
