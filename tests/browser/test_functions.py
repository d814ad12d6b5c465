"""The page's own functions, in a blank page: the same as the library's, and what they promise."""

import math
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import invented_plan

import bk_gis
from bk_gis.language.names import bare
from bk_gis.maps.page.data import page_data
from bk_gis.maps.page.topology import encode_polyline
from bk_gis.maps.symbols import ring_radii

SOURCES = Path(bk_gis.__file__).parent / "maps" / "page" / "src"
MODULES = ("text", "plan", "search", "shapes", "symbols", "state")
HECTARES = st.floats(0.1, 500).map(lambda ha: round(ha, 2))
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
# Each example is a call into the browser: some milliseconds, more on a busy machine.
quick = settings(deadline=None, max_examples=40)


@pytest.fixture(scope="module")
def call(browser):
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.fulfill(path=SOURCES / urlsplit(route.request.url).path[1:]))
    page.route("**/", lambda route: route.fulfill(body="", content_type="text/html"))
    page.goto("http://page.test/")  # modules want an address; the files answer it, and no network
    page.evaluate(
        """async (names) => {
          const modules = await Promise.all(names.map((name) => import(`/${name}.js`)));
          window.bkgis = Object.assign({}, ...modules);
        }""",
        MODULES,
    )

    def call(function, *args):
        return page.evaluate(f"(args) => ({function})(...args)", list(args))

    yield call
    page.close()


@quick
@given(hectares=st.lists(HECTARES | st.just(0), min_size=1, max_size=5), scale=st.floats(0.1, 10))
def test_rings_have_the_radii_of_the_library(call, hectares, scale):
    assert call("bkgis.ringRadii", hectares, [1] * len(hectares), scale) == pytest.approx(
        ring_radii(hectares, scale)
    )


def test_a_phase_that_is_not_counted_adds_no_ring(call):
    assert call("bkgis.ringRadii", [10, 20, 30], [1, 0, 1], 1) == pytest.approx(ring_radii([10, 0, 30], 1))


@quick
@given(radii=st.lists(st.floats(1, 30), min_size=1, max_size=12), gap=st.floats(0, 5))
def test_circles_side_by_side_never_overlap_and_stay_near_their_point(call, radii, gap):
    spots = call("bkgis.sideBySide", radii, gap)
    circles = list(zip(spots, radii, strict=True))
    for i, (a, r) in enumerate(circles):
        for b, s in circles[:i]:
            assert math.dist(a, b) >= r + s + gap - 1e-9
        # The point itself stays open, where the leaders meet.
        assert len(radii) == 1 or math.hypot(*a) >= r + gap / 2 - 1e-9
    # No farther than in a row.
    assert all(math.hypot(*spot) <= 2 * sum(radii) + gap * len(radii) for spot in spots)
    if len(radii) == 1:
        assert spots == [[0, 0]]


@st.composite
def labelled_discs(draw):
    number = st.floats(0, 400)
    size = st.floats(5, 60)
    keys = {"x": number, "y": number, "r": st.floats(3, 20), "width": size, "height": st.floats(8, 20)}
    return draw(st.lists(st.fixed_dictionaries(keys), max_size=25))


@quick
@given(items=labelled_discs())
def test_labels_cover_no_disc_and_no_other_label(call, items):
    placed = call(
        """(items) => {
          const taken = new bkgis.Taken();
          for (const item of items) taken.addDisc(item);
          return bkgis.placeLabels(items, taken);
        }""",
        items,
    )
    boxes = [(p["x"], p["y"], p["x"] + p["item"]["width"], p["y"] + p["item"]["height"]) for p in placed]
    for i, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[:i]:
            assert left >= other[2] or right <= other[0] or top >= other[3] or bottom <= other[1]
        for disc in items:
            x, y = np.clip(disc["x"], left, right), np.clip(disc["y"], top, bottom)
            assert math.hypot(x - disc["x"], y - disc["y"]) >= disc["r"] - 1e-6
    if len(items) == 1:
        assert len(placed) == 1


@quick
@given(path=st.lists(st.tuples(st.integers(-18 * 10**6, 18 * 10**6), st.integers(-9 * 10**6, 9 * 10**6))))
def test_polylines_are_read_as_the_library_writes_them(call, path):
    flat = [value for vertex in path for value in vertex]
    assert call("bkgis.decodePolyline", encode_polyline(path)) == flat


def test_the_communes_arrive_and_add_up(call, plan):
    found = call(
        """(data) => {
          const plan = bkgis.readPlan(data);
          const boxes = (units) => units.map((unit) => bkgis.boundsOf(unit, plan));
          return { communes: boxes(plan.communes), districts: boxes(plan.districts),
                   subregions: boxes(plan.subregions), whole: plan.bounds,
                   inside: plan.communes.map((commune, i) =>
                     bkgis.inside(bkgis.ringsOf(commune, plan), data.inner[i])) };
        }""",
        {
            **page_data(plan, by=2025, lang="vi"),
            "inner": [[p.y, p.x] for p in plan.communes.representative_point()],
        },
    )
    for level in ("communes", "districts", "subregions"):
        expected = getattr(plan, level).geometry.bounds[["miny", "minx", "maxy", "maxx"]].to_numpy()
        assert np.array(found[level]).reshape(-1, 4) == pytest.approx(expected, abs=1e-5)
    west, south, east, north = plan.communes.total_bounds
    assert np.ravel(found["whole"]) == pytest.approx([south, west, north, east], abs=1e-5)
    assert all(found["inside"])


@quick
@given(words=TEXT)
def test_folding_twice_changes_nothing(call, words):
    once = call("bkgis.searchKey", words)
    assert call("bkgis.searchKey", once) == once


def test_names_fold_as_in_the_library(call, plan):
    names = [*plan.communes["name"], *plan.clusters["name"]]
    assert call("(names) => names.map(bkgis.searchKey)", names) == [bare(name) for name in names]


@quick
@given(value=st.floats(0, 1e7).map(lambda value: round(value, 2)), lang=st.sampled_from(["vi", "en"]))
def test_numbers_are_written_in_the_form_of_their_language_and_read_back(call, value, lang):
    text = call("bkgis.formatNumber", lang, value)
    plain = text.replace(".", "").replace(",", ".") if lang == "vi" else text.replace(",", "")
    assert float(plain) == value
    assert not text.endswith((",", "."))


@pytest.mark.parametrize(
    ("value", "vi", "en"),
    [
        (488.9, "488,9", "488.9"),
        (164.44, "164,44", "164.44"),
        (129, "129", "129"),
        (1234567.5, "1.234.567,5", "1,234,567.5"),
        (0.1 + 0.2, "0,3", "0.3"),
        (0, "0", "0"),
        (100, "100", "100"),
        (1000, "1.000", "1,000"),
    ],
)
def test_numbers_of_the_plan(call, value, vi, en):
    assert [call("bkgis.formatNumber", lang, value) for lang in ("vi", "en")] == [vi, en]


@quick
@given(day=st.dates(date(1900, 1, 1)))
def test_dates_in_both_languages(call, day):
    assert call("bkgis.formatDate", "vi", day.isoformat()) == f"{day:%d/%m/%Y}"
    assert call("bkgis.formatDate", "en", day.isoformat()) == f"{day.day} {day:%B} {day.year}"


CELLS = TEXT | st.sampled_from(
    ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "\t=1", " =1", "a;b", 'a"b', "a\nb"]
)


@quick
@given(rows=st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_csv_cells_come_back_and_none_is_a_formula(call, lang, rows):
    text = call("bkgis.toCsv", lang, rows)
    assert text.startswith("\ufeff")
    read = read_csv(text[1:], ";" if lang == "vi" else ",")
    assert len(read) == len(rows)
    for cells, back in zip(rows, read, strict=True):
        for cell, found in zip(cells, back, strict=True):
            assert found in (cell, f"'{cell}")
            assert not found.lstrip().startswith(("=", "+", "-", "@")), found


def read_csv(text, separator):
    """By RFC 4180, strictly: Python's reader takes a lone carriage return for a line's end."""
    rows, row, i = [], [], 0
    while i < len(text):
        if text[i] == '"':
            cell = ""
            while True:
                end = text.index('"', i + 1)
                cell += text[i + 1 : end]
                i = end + 1
                if text[i] != '"':
                    break
                cell += '"'
        else:
            end = min(j for j in (text.find(separator, i), text.find("\r\n", i)) if j >= 0)
            cell, i = text[i:end], end
        row.append(cell)
        if text[i] == separator:
            i += 1
            continue
        assert text[i : i + 2] == "\r\n"
        rows.append(row)
        row, i = [], i + 2
    return rows


def test_numbers_in_csv_stay_numbers(call):
    assert call("bkgis.toCsv", "vi", [["a", -1.5, 16.74]]) == "\ufeffa;-1,5;16,74\r\n"
    assert call("bkgis.toCsv", "en", [["a", -1.5, 16.74]]) == "\ufeffa,-1.5,16.74\r\n"


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A plan of three phases and four clusters, two in each district."""
    places = [("Một", "Huyện Đông"), ("Hai", "Huyện Đông"), ("Ba", "Huyện Tây"), ("Bốn", "Huyện Tây")]
    clusters = [(f"C{place}", place, district, [1, 0, 0]) for place, district in places]
    return invented_plan(
        tmp_path_factory.mktemp("small") / "plan", phases=[2015, 2020, 2025], clusters=clusters
    )


def with_hectares(plan, rows):
    columns = [phase.column for phase in plan.phases]
    ha = np.array(rows)
    ids = np.array([phase.id for phase in plan.phases], dtype=object)
    clusters = plan.clusters.assign(
        **dict(zip(columns, ha.T, strict=True)), ha=ha.sum(axis=1), founded=ids[(ha > 0).argmax(axis=1)]
    )
    return replace(plan, clusters=clusters)


PHASES = st.lists(HECTARES | st.just(0.0), min_size=3, max_size=3).filter(any)


@quick
@given(rows=st.lists(PHASES, min_size=4, max_size=4), by=st.sampled_from([2015, 2020, 2025]))
def test_the_page_counts_what_the_library_counts(call, small, rows, by):
    plan = with_hectares(small, rows)
    data = page_data(plan, by=by, lang="vi")
    sums, missing = call(
        """(data, by) => {
          const plan = bkgis.readPlan(data);
          return [bkgis.summarise(plan, { by, alone: false }), bkgis.missingDistricts(plan, by)];
        }""",
        data,
        by,
    )
    for level, key in (("district", "districts"), ("subregion", "subregions")):
        report = bk_gis.check_coverage(plan, by=by, level=level)
        for row, found in zip(report.table.itertuples(), sums[key], strict=True):
            assert (found["clusters"], bool(found["covered"])) == (row.clusters, row.covered)
            assert found["hectares"] == pytest.approx(row.hectares, abs=1e-6)
    assert [plan.districts["district"][d] for d in missing] == bk_gis.check_coverage(plan, by=by).missing
    assert sums["whole"]["hectares"] == pytest.approx(plan.hectares_by(by).sum(), abs=1e-6)
    assert sums["whole"]["covered"] == 2 - len(missing)


@quick
@given(
    state=st.fixed_dictionaries(
        {
            "by": st.sampled_from([2015, 2020, 2025]),
            "alone": st.booleans(),
            "lang": st.sampled_from(["vi", "en"]),
            "place": st.none() | st.tuples(st.sampled_from(["district", "subregion"]), st.integers(0, 1)),
            "cluster": st.none() | st.integers(0, 3),
        }
    )
)
def test_an_address_brings_back_its_state(call, small, state):
    place = state.pop("place")
    state = {**state, "district": None, "subregion": None, "playing": False, **dict([place] if place else [])}
    back = call(
        """(data, state) => {
          const plan = bkgis.readPlan(data);
          return bkgis.fromHash(plan, `#${bkgis.toHash(plan, state)}`);
        }""",
        page_data(small, by=2020, lang="vi"),
        state,
    )
    assert back == state


@quick
@given(junk=TEXT)
def test_any_address_gives_a_state(call, small, junk):
    state = call(
        "(data, junk) => bkgis.fromHash(bkgis.readPlan(data), junk)",
        page_data(small, by=2020, lang="vi"),
        junk,
    )
    assert state["by"] in (2015, 2020, 2025)
    assert state["lang"] in ("vi", "en")


def test_search_ranks_the_whole_name_first_and_finds_parts(call, plan):
    look = """(data, words) => bkgis.search(bkgis.readPlan(data), words)
      .map(({ kind, item }) => [kind, item.name])"""
    data = page_data(plan, by=2025, lang="vi")
    # The commune is spelt with the tone on the other vowel.
    assert call(look, data, "xuat hoa")[:2] == [["cluster", "Xuất Hóa"], ["commune", "Xuất Hoá"]]
    assert call(look, data, "  ") == []


def test_no_question_alters_the_plan(call, plan):
    """What the page remembers lies beside the plan, which stays as it was read."""
    before, after, frozen = call(
        """(data) => {
          const plan = bkgis.readPlan(data);
          const before = JSON.stringify(plan);
          bkgis.summarise(plan, { by: 2020, alone: false });
          bkgis.search(plan, "xuat hoa");
          for (const unit of [...plan.communes, ...plan.districts, ...plan.subregions]) {
            bkgis.ringsOf(unit, plan);
            bkgis.boundsOf(unit, plan);
          }
          const values = [plan, ...plan.communes, ...plan.districts, ...plan.subregions, ...plan.clusters];
          return [before, JSON.stringify(plan), values.every(Object.isFrozen)];
        }""",
        page_data(plan, by=2025, lang="vi"),
    )
    assert after == before
    assert frozen
