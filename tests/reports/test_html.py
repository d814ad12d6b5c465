"""A report as one page: it opens without a network, and text from data stays text."""

import json
import re
from html.parser import HTMLParser

import pytest
from PIL import Image

from bk_gis.reports.html import to_html
from bk_gis.reports.layout import Picture, Report, Section, Table
from bk_gis.reports.plan_report import make_report

EVIL = '<script>alert(1)</script>" onload="x'


class Page(HTMLParser):
    """Collects the tags, attributes and visible text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.text.append(data)


def test_text_from_data_stays_text():
    report = Report(EVIL, EVIL, [Section(EVIL, [EVIL, Table([EVIL], [[EVIL]])])])
    page = Page(to_html(report, lang="vi", maps=[(EVIL, f"<p>{EVIL}</p>")]))
    assert "script" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    places = (
        "title",
        "h1",
        "subtitle",
        "heading",
        "paragraph",
        "title of the table",
        "head",
        "cell",
        "caption",
    )
    assert "".join(page.text).count(EVIL) == len(places)
    assert ("srcdoc", f"<p>{EVIL}</p>") in page.attributes


def test_the_page_asks_for_nothing(province):
    text = to_html(make_report(province), lang="vi")
    assert not [value for name, value in Page(text).attributes if name in ("src", "href")]
    assert "http" not in text
    assert "@import" not in text


@pytest.mark.costly
def test_a_comparison_shows_both_states_at_the_first_horizon_that_differs(bk, tmp_path):
    changes = (
        'title = { vi = "Bỏ bớt", en = "Fewer" }\n[[changes]]\ncluster = "2"\ndrop = true\nreason = "none"\n'
    )
    (tmp_path / "a.toml").write_text(changes, encoding="utf-8")
    asked = ("compare", tmp_path / "a.toml", "--plan", "tests/fixtures/province", "--lang", "en")
    assert bk(*asked, "-o", tmp_path / "a.html").code == 0
    page = Page((tmp_path / "a.html").read_text(encoding="utf-8"))
    shown = [value for name, value in page.attributes if name == "srcdoc"]
    states = [json.loads(re.search(r'id="bk-plan">(.*?)</script>', html, re.DOTALL)[1]) for html in shown]
    assert [len(state["clusters"]["id"]) for state in states] == [4, 3]
    clusters, phases = states[0]["clusters"], states[0]["phases"]
    row = clusters["id"].index("2")
    first = next(phase["end"] for phase, ha in zip(phases, clusters["ha"], strict=True) if ha[row])
    assert [state["by"] for state in states] == [first, first]


def test_a_picture_is_part_of_the_page(tmp_path):
    Image.new("L", (1, 1)).save(tmp_path / "map.png")
    report = Report("a", "b", [Section("Map", [Picture(tmp_path / "map.png")])])
    assert 'src="data:image/png;base64,iVBORw' in to_html(report, lang="en")


@pytest.mark.parametrize("name", ["map.svg", "no.png"])
def test_another_picture_is_refused(tmp_path, name):
    report = Report("a", "b", [Section("Map", [Picture(tmp_path / name)])])
    with pytest.raises((ValueError, FileNotFoundError)):
        to_html(report, lang="en")


@pytest.mark.costly
@pytest.mark.parametrize("ending", [".docx", ".html"])
@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n cut off"])
def test_a_picture_that_is_none_is_refused(bk, tmp_path, ending, content):
    (tmp_path / "map.png").write_bytes(content)
    done = bk("report", "--picture", tmp_path / "map.png", "-o", tmp_path / f"a{ending}")
    assert done.code == 2
    assert "map.png: cannot be read" in done.said
