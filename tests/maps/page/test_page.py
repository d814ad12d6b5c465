"""The page as a file: whole, small, the same each time, and without a way to the network."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import folium
import pytest

import bk_gis
from bk_gis.maps.page import ForeignLayerWarning

DRAW = "import sys, bk_gis; bk_gis.phase_map(bk_gis.load_plan(), by=2020, lang='en').save(sys.argv[1])"


class Reader(HTMLParser):
    """Elements of a page with their attributes; what stands in scripts and styles."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.texts, self._inside = [], {"script": [], "style": []}, None
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag in self.texts:
            self._inside = tag
            self.texts[tag].append("")

    def handle_endtag(self, tag):
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data):
        if self._inside:
            self.texts[self._inside][-1] += data

    def attributes(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def saved(page, path):
    page.save(path)
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def html(plan, tmp_path_factory):
    return saved(bk_gis.phase_map(plan), tmp_path_factory.mktemp("page") / "map.html")


def test_it_is_a_folium_map(plan):
    assert isinstance(bk_gis.phase_map(plan), folium.Map)


def test_it_is_at_most_450_kib(html):
    assert len(html.encode()) <= 450 * 1024


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
        if attributes.get("type") != "application/json"
    ]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in running]
    assert rules["script-src"].split() == [f"'sha256-{value}'" for value in hashes]
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "http" not in policy
    before = html[: html.index("Content-Security-Policy")]
    assert "<script" not in before, "a script stands before the policy"
    assert "<style" not in before, "a style stands before the policy"


def test_the_same_map_has_the_same_bytes(plan, tmp_path, html):
    assert saved(bk_gis.phase_map(plan), tmp_path / "again.html") == html


def test_another_process_draws_the_same_bytes(plan, python, tmp_path):
    here = saved(bk_gis.phase_map(plan, by=2020, lang="en"), tmp_path / "here.html")
    python(DRAW, tmp_path / "there.html", PYTHONHASHSEED="4242")
    assert (tmp_path / "there.html").read_text(encoding="utf-8") == here


def test_an_open_file_gets_the_same_page(plan, tmp_path, html):
    with (tmp_path / "map.html").open("wb") as file:
        bk_gis.phase_map(plan).save(file)
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == html


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


def test_layers_that_need_the_network_are_named(plan, tmp_path):
    page = bk_gis.phase_map(plan)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x", name="Sky").add_to(page)
    folium.raster_layers.ImageOverlay(
        "https://example.org/a.png", [[22, 105], [23, 106]], name="Old map"
    ).add_to(page)
    with pytest.warns(ForeignLayerWarning) as caught:
        html = saved(page, tmp_path / "map.html")
    messages = sorted(str(warning.message) for warning in caught)
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
    page = bk_gis.phase_map(plan)
    folium.TileLayer("https://tiles.example/{z}/{x}/{y}.png", attr="x").add_to(page)
    with pytest.warns(ForeignLayerWarning) as caught:
        page.save(tmp_path / "map.html")
    assert caught[0].filename == __file__


class BrokenLayer(folium.map.Layer):
    def render(self, **_kwargs):
        raise RuntimeError("cannot be drawn")


def test_a_page_that_cannot_be_drawn_leaves_the_old_one(plan, tmp_path):
    target = tmp_path / "map.html"
    target.write_text("old", encoding="utf-8")
    page = bk_gis.phase_map(plan)
    BrokenLayer("broken").add_to(page)
    with pytest.raises(RuntimeError, match="cannot be drawn"):
        page.save(target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_disk_that_fails_leaves_the_old_page(plan, tmp_path, monkeypatch):
    target = tmp_path / "map.html"
    target.write_text("old", encoding="utf-8")

    def fail(*_args):
        raise OSError("no space left")

    monkeypatch.setattr("pathlib.Path.replace", fail)
    with pytest.raises(OSError, match="no space left"):
        bk_gis.phase_map(plan).save(target)
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_named(plan, tmp_path):
    with pytest.raises(bk_gis.MissingFileError, match="nowhere"):
        bk_gis.phase_map(plan).save(tmp_path / "nowhere" / "map.html")


def test_a_notebook_gets_the_whole_page(plan):
    frame = bk_gis.phase_map(plan)._repr_html_()
    (attributes,) = Reader(frame).attributes("iframe")
    assert 'id="bk-plan"' in attributes["srcdoc"]


@pytest.mark.parametrize("by", [2014, 2026, "2020", 0])
def test_a_year_that_ends_no_phase_is_refused(plan, by):
    with pytest.raises(bk_gis.InputError, match="expected one of 2015, 2020, 2025"):
        bk_gis.phase_map(plan, by=by)


@pytest.mark.parametrize("lang", ["fr", "", None, "VI"])
def test_a_language_that_is_not_on_the_page_is_refused(plan, lang):
    with pytest.raises(bk_gis.InputError, match="expected vi or en"):
        bk_gis.phase_map(plan, lang=lang)
