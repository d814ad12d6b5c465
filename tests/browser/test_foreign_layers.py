"""It stays a folium map: layers of others show on it and in its layer control."""

import folium
import pytest

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
