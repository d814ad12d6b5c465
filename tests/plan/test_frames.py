"""A plan is a value: nothing changes it behind its back, and it equals what says the same."""

import copy
import pickle

import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis

FRAMES = ("subregions", "districts", "communes", "clusters", "place_names")
NOWHERE = shapely.Point(0, 0)


def by_loc(frame):
    for name in frame.columns:
        frame.loc[frame.index[0], name] = NOWHERE if name == "geometry" else frame[name].iloc[-1]


def by_column(frame):
    frame["new"] = 1
    frame[frame.columns[0]] = frame[frame.columns[0]].iloc[::-1].to_numpy()


def in_place(frame):
    del frame[frame.columns[0]]
    frame.index += 5
    frame.columns = [f"{name}_" for name in frame.columns]


def by_array(frame):
    for name in frame.columns:
        frame[name].array[0] = NOWHERE if name == "geometry" else frame[name].iloc[-1]


def by_crs(frame):
    if "geometry" in frame:
        frame.set_crs("EPSG:9213", allow_override=True, inplace=True)


@pytest.mark.parametrize("name", FRAMES)
@pytest.mark.parametrize("change", [by_loc, by_column, in_place, by_array, by_crs])
def test_what_is_done_to_a_frame_changes_no_plan(plan, name, change):
    before = copy.deepcopy(getattr(plan, name))
    frame = getattr(plan, name)
    change(frame)
    after = getattr(plan, name)
    pd.testing.assert_frame_equal(pd.DataFrame(after), pd.DataFrame(before))
    assert getattr(after, "crs", None) == getattr(before, "crs", None)


def test_a_frame_that_a_plan_was_made_of_is_not_the_plan(plan):
    communes = plan.communes.copy()
    other = bk_gis.plan.model.replace(plan, communes=communes)
    communes["name"] = "?"
    communes.geometry.array[0] = NOWHERE
    assert other == plan


@pytest.mark.costly
def test_a_plan_equals_what_says_the_same(plan):
    others = (
        plan.replace(clusters=plan.clusters),
        bk_gis.load_plan(),
        bk_gis.load_plan(lang="en"),
        plan.in_language("en"),
        copy.deepcopy(plan),
        pickle.loads(pickle.dumps(plan)),  # noqa: S301
    )
    for other in others:
        assert other == plan
        assert hash(other) == hash(plan)
    assert plan != "a plan"


CHANGES = {
    "name": lambda clusters, row: clusters.loc.__setitem__((row, "name"), "Khác"),
    "ha_2011_2015": lambda clusters, row: clusters.loc.__setitem__((row, "ha_2011_2015"), 7.25),
    "location": lambda clusters, row: clusters.loc.__setitem__((row, "location"), "Xã Khác"),
    "note": lambda clusters, row: clusters.loc.__setitem__((row, "note"), "x"),
}


@pytest.mark.costly
@settings(max_examples=20)
@given(name=st.sampled_from(sorted(CHANGES)), row=st.integers(0, 20))
def test_a_plan_differs_from_one_that_says_another_thing(plan, name, row):
    clusters = plan.clusters
    CHANGES[name](clusters, row)
    assert plan.replace(clusters=clusters) != plan


@pytest.mark.costly
def test_a_plan_as_amended_is_another_one(plan):
    assert bk_gis.load_plan(as_of="2022-12-31") != plan


def test_what_python_shows_of_a_plan_is_short(plan):
    assert repr(plan) == "<Plan 320/QĐ-UBND of 2014-02-25: 21 clusters on 122 communes, by 2025>"
    assert repr(plan.crosswalk) == "<Crosswalk 2014: 122, 2020: 108, 2025: 37>"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("vi", "Cộng dồn (ha)|359,9|Quyết định số 320"), ("en", "Hectares so far|359.9|Decision 320")],
)
def test_a_notebook_shows_a_plan_as_a_table_of_its_phases(plan, lang, words):
    shown = plan.in_language(lang)._repr_html_()
    for word in words.split("|"):
        assert word in shown


def test_text_of_data_is_text_in_a_notebook(plan):
    title = plan.title.model_copy(update={"vi": "<script>alert(1)</script>"})
    assert "<script>" not in plan.replace(clusters=plan.clusters, title=title)._repr_html_()
