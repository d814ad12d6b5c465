"""The page as a file: whole, small, the same each time, and without a way to the network."""

import folium
import pytest
from failures import raises
from pages import Reader, saved

import bk_gis

DRAW = "import sys, bk_gis; bk_gis.phase_map(bk_gis.load_plan(), by=2020, lang='en').save(sys.argv[1])"


@pytest.fixture(scope="module")
def html(plan, tmp_path_factory):
    return saved(bk_gis.phase_map(plan), tmp_path_factory.mktemp("page") / "map.html")


def test_it_is_a_folium_map(plan):
    assert isinstance(bk_gis.phase_map(plan), folium.Map)


def test_it_is_at_most_450_kib(html):
    assert len(html.encode()) <= 450 * 1024


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
    with raises(bk_gis.MissingFileError, match="nowhere"):
        bk_gis.phase_map(plan).save(tmp_path / "nowhere" / "map.html")


@pytest.mark.costly
def test_a_notebook_gets_the_whole_page(plan):
    frame = bk_gis.phase_map(plan)._repr_html_()
    (attributes,) = Reader(frame).attributes("iframe")
    assert 'id="bk-plan"' in attributes["srcdoc"]


@pytest.mark.parametrize("by", [2014, 2026, "2020", 0])
def test_a_year_that_ends_no_phase_is_refused(plan, by):
    with raises(bk_gis.InputError, match="expected one of 2015, 2020, 2025"):
        bk_gis.phase_map(plan, by=by)


@pytest.mark.parametrize("lang", ["fr", "", None, "VI"])
def test_a_language_that_is_not_on_the_page_is_refused(plan, lang):
    with raises(bk_gis.InputError, match="expected vi or en"):
        bk_gis.phase_map(plan, lang=lang)
