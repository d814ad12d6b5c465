"""The document of the page: language, policy, and nothing that asks the network."""

import base64
import hashlib
import re
import zlib

import folium
import pytest
from failures import english
from pages import Reader, saved

import bk_gis
from bk_gis.maps.page import ForeignLayerWarning
from bk_gis.maps.page.parts import page_html


@pytest.fixture(scope="module")
def html(plan, tmp_path_factory):
    return saved(bk_gis.phase_map(plan), tmp_path_factory.mktemp("page") / "map.html")


@pytest.mark.costly
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_it_names_its_language_and_title(plan, tmp_path, lang):
    page = Reader(saved(bk_gis.phase_map(plan, lang=lang), tmp_path / "map.html"))
    assert page.attributes("html") == [{"lang": lang}]
    assert f"<title>{plan.title[lang]}</title>" in (tmp_path / "map.html").read_text(encoding="utf-8")


def test_no_element_and_no_style_asks_for_anything(html):
    page = Reader(html)
    assert {"link", "img", "iframe", "object", "embed"}.isdisjoint(tag for tag, _ in page.elements)
    for tag, attributes in page.elements:
        assert {"src", "srcset", "data", "poster", "action"}.isdisjoint(attributes), tag
    for style in page.texts["style"]:
        assert "@import" not in style
        assert all(url.startswith(("data:", "#")) for url in re.findall(r"url\([\"']?([^)]*)\)", style))


def unpacked(text, known):
    """What two letters of 91 hold in 13 bits, packed behind what is known."""
    digits = [chr(code) for code in range(33, 127) if chr(code) not in '"&<']
    pairs = zip(text[::2], text[1::2], strict=True)
    bits = "".join(f"{digits.index(a) + 91 * digits.index(b):013b}" for a, b in pairs)
    packed = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits) - 7, 8))
    length = len(known.encode()).to_bytes(2, "little")
    head = b"\x78\xda\0" + length + bytes(byte ^ 255 for byte in length)
    return zlib.decompress(head + known.encode() + packed).decode().removeprefix(known)


def test_its_policy_allows_the_scripts_in_it_and_nothing_else(html):
    page = Reader(html)
    (policy,) = [
        meta["content"]
        for meta in page.attributes("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    ]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    running = [
        text
        for text, attributes in zip(page.texts["script"], page.attributes("script"), strict=True)
        if "type" not in attributes
    ]
    (packed,) = [
        text
        for text, attributes in zip(page.texts["script"], page.attributes("script"), strict=True)
        if attributes.get("id") == "bk-mode"
    ]
    (own,) = [text for text in running if "start(" in text]
    running.append(unpacked(packed, own[15_001:47_001]))
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running]
    assert rules["script-src"].split() == [f"'sha256-{value}'" for value in hashes]
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "http" not in policy
    before = html[: html.index("Content-Security-Policy")]
    assert "<script" not in before, "a script stands before the policy"
    assert "<style" not in before, "a style stands before the policy"


@pytest.mark.costly
@pytest.mark.parametrize("fixed", [False, True])
def test_without_folium_the_page_is_the_same(plan, tmp_path, fixed):
    page = saved(bk_gis.phase_map(plan, by=2020, lang="en", fixed=fixed), tmp_path / "map.html")
    assert page_html(plan, by=2020, lang="en", fixed=fixed) == page


@pytest.mark.costly
def test_rendering_twice_is_the_same(plan, tmp_path):
    page = with_layers(bk_gis.phase_map(plan))
    first = saved(page, tmp_path / "first.html")
    assert saved(page, tmp_path / "second.html") == first
    other = with_layers(bk_gis.phase_map(plan))
    assert saved(other, tmp_path / "other.html") == first


def test_a_layer_that_is_added_after_saving_is_in_the_next_page(plan, tmp_path):
    page = bk_gis.phase_map(plan)
    before = saved(page, tmp_path / "map.html")
    folium.GeoJson({"type": "Point", "coordinates": [105.8, 22.1]}, name="Added afterwards").add_to(page)
    assert "Added afterwards" not in before
    assert "Added afterwards" in saved(page, tmp_path / "map.html")


def with_layers(page):
    """One of each kind of layer that folium's users add, all without the network."""
    group = folium.FeatureGroup(name="Roads").add_to(page)
    folium.PolyLine([[22.1, 105.7], [22.2, 105.9]], tooltip="QL3").add_to(group)
    folium.GeoJson({"type": "Point", "coordinates": [105.8, 22.1]}, name="Points").add_to(page)
    folium.CircleMarker([22.15, 105.8], popup=folium.Popup("A popup"), tooltip="A tip").add_to(page)
    folium.Marker([22.2, 105.85], popup="A pin").add_to(page)
    return page


def test_layers_without_the_network_are_saved_without_a_warning(plan, tmp_path):
    # Warnings are errors here.
    html = saved(with_layers(bk_gis.phase_map(plan)), tmp_path / "map.html")
    for words in ("Roads", "QL3", "Points", "A popup", "A tip", "A pin"):
        assert words in html
    assert not [a for a in Reader(html).attributes("script") if "src" in a]
    assert not Reader(html).attributes("link")


@pytest.mark.costly
def test_layers_that_need_the_network_are_named(plan, tmp_path):
    page = bk_gis.phase_map(plan)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x", name="Sky").add_to(page)
    folium.raster_layers.ImageOverlay(
        "https://example.org/a.png", [[22, 105], [23, 106]], name="Old map"
    ).add_to(page)
    with pytest.warns(ForeignLayerWarning) as caught:
        html = saved(page, tmp_path / "map.html")
    messages = sorted(english(warning.message) for warning in caught)
    assert len(messages) == 2
    assert "'Old map'" in messages[0]
    assert "https://example.org/a.png" in messages[0]
    assert "'Sky'" in messages[1]
    assert "Content-Security-Policy" not in html, "the policy would keep a layer from the network"


def test_with_tiles_only_pictures_may_come_from_the_network(plan, tmp_path):
    page = bk_gis.phase_map(plan)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x", name="Sky").add_to(page)
    with pytest.warns(ForeignLayerWarning):
        html = saved(page, tmp_path / "map.html")
    (policy,) = [meta["content"] for meta in Reader(html).attributes("meta") if "http-equiv" in meta]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert [name for name, value in rules.items() if "http" in value] == ["img-src"]


def test_the_layer_is_blamed_at_the_callers_line(plan, tmp_path):
    page = bk_gis.phase_map(plan, lang="en")
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x").add_to(page)
    with pytest.warns(ForeignLayerWarning) as caught:
        page.save(tmp_path / "map.html")
    assert caught[0].filename == __file__
    assert str(caught[0].message) == english(caught[0].message), "in the language of the page"
