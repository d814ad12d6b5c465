"""The page's own functions, in a blank page: the same as the library's, and what they promise."""

from dataclasses import replace
from datetime import date
from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import invented_plan

import bk_gis
from bk_gis.checks.coverage_detail import verdicts
from bk_gis.language.names import bare
from bk_gis.maps.naming import area_spots, place_in_area, place_labels
from bk_gis.maps.page.data import page_data
from bk_gis.maps.page.topology import encode_polyline
from bk_gis.maps.placing import DISC, Box, Label, Taken, leader, side_by_side
from bk_gis.maps.symbols import ring_radii
from bk_gis.plan.values import Target

HECTARES = st.floats(0.1, 500).map(lambda ha: round(ha, 2))
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
# Each example is a call into the browser: some milliseconds, more on a busy machine.
quick = settings(deadline=None, max_examples=40)


@quick
@given(hectares=st.lists(HECTARES | st.just(0), min_size=1, max_size=5), scale=st.floats(0.1, 10))
def test_rings_have_the_radii_of_the_library(call, hectares, scale):
    assert call("bkgis.ringRadii", hectares, [1] * len(hectares), scale) == pytest.approx(
        ring_radii(hectares, scale)
    )


def test_a_phase_that_is_not_counted_adds_no_ring(call):
    assert call("bkgis.ringRadii", [10, 20, 30], [1, 0, 1], 1) == pytest.approx(ring_radii([10, 0, 30], 1))


@st.composite
def discs_on_a_map(draw):
    """Discs of which some share a point; y counts up, as on the sheet."""
    number = st.floats(0, 400).map(lambda value: round(value, 2))
    points = draw(st.lists(st.tuples(number, number), min_size=1, max_size=15))
    discs = st.tuples(st.sampled_from(points), st.floats(2, 20))
    return [(*point, radius) for point, radius in draw(st.lists(discs, min_size=1, max_size=40))]


@quick
@given(discs=discs_on_a_map(), unit=st.floats(0.2, 3), crowd=st.booleans())
def test_discs_stand_side_by_side_as_in_the_library(call, discs, unit, crowd):
    table = np.array(discs)
    spots = call("bkgis.sideBySide", [{"x": x, "y": -y, "r": r} for x, y, r in discs], unit, crowd)
    expected = side_by_side(table[:, :2], table[:, 2], unit, crowd=crowd)
    assert np.array([[spot["x"], -spot["y"]] for spot in spots]) == pytest.approx(expected, abs=1e-6)


NAMES = """(discs, items, frame, unit, paper) => {
  const taken = new bkgis.Taken(frame);
  for (const disc of discs) taken.addDisc(disc, bkgis.DISC.outline * unit);
  const boxes = bkgis.placeLabels(items, taken, unit, { paper });
  return boxes.map((box, i) => [box, box && bkgis.leader(items[i], box, unit)]);
}"""


@quick
@given(
    discs=discs_on_a_map(),
    sizes=st.lists(st.tuples(st.floats(5, 90), st.floats(8, 30)), min_size=40, max_size=40),
    unit=st.floats(0.5, 2),
    paper=st.booleans(),
)
def test_names_stand_where_they_stand_in_the_library(call, discs, sizes, unit, paper):
    taken = Taken(Box(-50, -50, 450, 450))
    for x, y, r in discs:
        taken.add_disc(x, y, r + DISC["outline"] * unit)
    labels = [Label(*disc, *size) for disc, size in zip(discs, sizes, strict=False)]
    boxes = place_labels(labels, taken, unit, paper=paper)
    items = [{"x": n.x, "y": -n.y, "r": n.radius, "width": n.width, "height": n.height} for n in labels]
    found = call(NAMES, items, items, [-50, -450, 450, 50], unit, paper)
    for label, box, (same, line) in zip(labels, boxes, found, strict=True):
        assert (same is None) == (box is None)
        if box is None:
            continue
        assert same == pytest.approx([box.left, -box.top, box.right, -box.bottom], abs=1e-6)
        expected = leader(label, box, unit)
        assert (line is None) == (expected is None)
        if expected:
            assert np.array(line) * [1, -1] == pytest.approx(np.array(expected), abs=1e-6)


AREA_NAMES = """(rings, bounds, size, discs, around, always) => {
  const spots = bkgis.areaSpots(rings, bounds, { around });
  const taken = new bkgis.Taken([-90, -180, 90, 180]);
  for (const disc of discs) taken.addDisc(disc);
  const onPage = spots.map(({ at: [lat, lng], within }) => ({ x: lng, y: -lat, within }));
  return [spots, bkgis.placeInArea(onPage, size, taken, 1, { always })];
}"""


@quick
@given(
    # From the middle to a corner at each turn: any shape of star.
    arms=st.lists(st.floats(5, 80), min_size=3, max_size=250),
    discs=st.lists(st.tuples(st.floats(-60, 60), st.floats(-60, 60), st.floats(2, 40)), max_size=6),
    around=st.booleans(),
    always=st.booleans(),
)
def test_names_of_areas_stand_where_they_stand_in_the_library(call, arms, discs, around, always):
    turns = np.arange(len(arms)) * 2 * np.pi / len(arms)
    ring = np.column_stack([np.cos(turns), np.sin(turns)]) * np.array(arms)[:, None]
    spots = area_spots([ring], around=around)
    taken = Taken(Box(-90, -180, 90, 180))
    for disc in discs:
        taken.add_disc(*disc)
    box = place_in_area(spots, (40, 10), taken, 1, always=always)
    (west, south), (east, north) = ring.min(axis=0), ring.max(axis=0)
    flipped = [{"x": x, "y": -y, "r": r} for x, y, r in discs]
    bounds = [[south, west], [north, east]]
    found, same = call(AREA_NAMES, [ring[:, ::-1].tolist()], bounds, [40, 10], flipped, around, always)
    assert [spot["within"] for spot in found] == [spot.within for spot in spots]
    places = np.array([spot["at"][::-1] for spot in found]).reshape(-1, 2)
    assert places == pytest.approx(np.array([spot[:2] for spot in spots]).reshape(-1, 2), abs=1e-6)
    assert same == (box and pytest.approx([box.left, -box.top, box.right, -box.bottom], abs=1e-6))


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
          return [bkgis.summarise(plan, { by, alone: false }), bkgis.missingUnits(plan, by)];
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


RULES = [{"clusters": 1}, {"clusters": 2}, {"hectares": 30.5}, {"clusters": 2, "hectares": 30}]


@quick
@given(
    rows=st.lists(PHASES, min_size=4, max_size=4),
    by=st.sampled_from([2015, 2020, 2025]),
    rules=st.lists(st.tuples(st.integers(2014, 2026), st.sampled_from(RULES)), max_size=2),
)
def test_the_sheet_says_what_the_page_says(call, small, rows, by, rules):
    lang = "vi" if len(rules) < 2 else "en"
    targets = [
        Target(clause=str(i), every="district", by=year, **what) for i, (year, what) in enumerate(rules)
    ]
    plan = replace(with_hectares(small, rows), targets=tuple(targets))
    page = call(
        """(data, state) => {
          bkgis.learn(data.words);
          return bkgis.verdicts(bkgis.readPlan(data), state).map(({ ok, words }) => [ok, words]);
        }""",
        page_data(plan, by=by, lang=lang),
        {"by": by, "lang": lang},
    )
    found = verdicts(plan, by=by, lang=lang)
    assert [ok for ok, _ in found] == sorted((ok for ok, _ in page), key=lambda ok: ok is not False)
    own = bk_gis.check_coverage(
        plan, by=by, level="district", lang=lang
    ).verdict()  # where a rule is of the year
    assert {words for _, words in found} - {own} <= {words for _, words in page}


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
    state = {
        **state,
        "district": None,
        "subregion": None,
        "boundaries": None,
        "playing": False,
        "trial": None,
        "link": None,
        "trying": False,
        "before": False,
        **dict([place] if place else []),
    }
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


SHORT = {
    "Xã": ["xã", "x.", "X "],
    "Phường": ["phường", "P.", "p "],
    "Thị trấn": ["thị trấn", "TT.", "tt ", "TTr. ", "T.T "],
}
WITHIN = {"Huyện": ["huyện ", "H.", "h "], "Thị xã": ["thị xã ", "TX.", "tx "]}


def test_search_finds_what_geocode_finds(call, plan):
    """Communes with their district, in every short form, whichever Đ is written."""
    asked = []
    for row in plan.communes.itertuples():
        kind = next(kind for kind in WITHIN if row.district.startswith(kind))
        for unit, within in product(SHORT[row.unit_type], WITHIN[kind]):
            text = f"{unit} {row.name}, {within}{row.district.removeprefix(kind).strip()}"
            asked += [(text.replace("Đ", wrong), row.code) for wrong in ("Đ", "Ð", "Ɖ")]
    found = bk_gis.geocode(pd.DataFrame({"location": [text for text, _ in asked]}), plan)
    assert found["match_codes"].tolist() == [code for _, code in asked]
    look = """(data, asked) => {
      const plan = bkgis.readPlan(data);
      const first = (words) => bkgis.search(plan, words).find(({ kind }) => kind === "commune");
      return asked.map((words) => first(words)?.item.code);
    }"""
    data = page_data(plan, by=2025, lang="vi")
    seen = call(look, data, [text for text, _ in asked])
    assert [text for (text, code), other in zip(asked, seen, strict=True) if other != code] == []


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
