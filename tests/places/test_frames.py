"""What is no table, no plan, or has headers of several levels is refused for the reason that is true."""

import geopandas as gpd
import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis import InputError

NAMES = pd.DataFrame({"xã": ["Bằng Vân"]})
SPOTS = gpd.GeoDataFrame(geometry=gpd.points_from_xy([105.9], [22.1]), crs=4326)
CALLS = {
    "geocode": (bk_gis.geocode, NAMES),
    "join_regions": (bk_gis.join_regions, SPOTS),
    "convert": (lambda records, plan: bk_gis.convert(records, plan, from_=2014, to=2025), NAMES),
}


@pytest.mark.parametrize("name", CALLS)
def test_columns_of_several_levels_are_refused_for_that_reason(plan, name):
    call, records = CALLS[name]
    levels = pd.MultiIndex.from_tuples([(column, "a") for column in records])
    with raises(InputError, match=r"columns have 2 levels, such as .* / a; .*map\(' '.join\)"):
        call(records.set_axis(levels, axis=1), plan)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("kind", [list, pd.Series, type(None)])
def test_what_is_no_table_is_refused_by_its_kind(plan, name, kind):
    given = None if kind is type(None) else kind(["Bằng Vân"])
    with raises(InputError, match=rf"expected a table .*not a {kind.__name__}$"):
        CALLS[name][0](given, plan)


@pytest.mark.parametrize("name", ["geocode", "join_regions"])
@pytest.mark.parametrize("given", ["data", None, NAMES])
def test_what_has_no_communes_is_refused_by_its_kind(name, given):
    call, records = CALLS[name]
    with raises(InputError, match=rf"expected a plan .*not a {type(given).__name__}$"):
        call(records, given)


def test_a_plan_and_a_table_in_the_wrong_order_are_named(plan):
    with raises(InputError, match="expected a table .*not a Plan"):
        bk_gis.geocode(plan, NAMES)


@pytest.mark.parametrize("name", ["geocode", "join_regions"])
def test_communes_without_codes_or_names_are_refused(plan, name):
    call, records = CALLS[name]
    with raises(InputError, match="the communes have no column code, name"):
        call(records, plan.communes.drop(columns=["code", "name"]))


@pytest.mark.parametrize("name", ["geocode", "join_regions"])
def test_a_plan_and_its_communes_will_do_alike(plan, name):
    call, records = CALLS[name]
    pd.testing.assert_frame_equal(call(records, plan), call(records, plan.communes))


def test_clusters_of_several_levels_are_refused(plan):
    levels = pd.MultiIndex.from_tuples([(column, "a") for column in plan.clusters])
    with raises(InputError, match="columns have 2 levels"):
        plan.replace(clusters=pd.DataFrame(plan.clusters).set_axis(levels, axis=1))
