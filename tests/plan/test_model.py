"""What a plan is: nested units in degrees, clusters with types, horizons."""

import pandas as pd
import pytest
import shapely
from failures import raises

from bk_gis.errors import InputError
from bk_gis.plan.located import place, say_ledger
from bk_gis.plan.model import phases_shown


def test_by_default_the_plan_of_bac_kan_is_loaded(plan):
    assert plan.decision.number == "320/QĐ-UBND"
    assert plan.decision.date.isoformat() == "2014-02-25"
    assert [phase.id for phase in plan.phases] == ["2011-2015", "2016-2020", "2021-2025"]


def test_everything_of_a_plan_is_in_degrees(plan):
    for frame in (plan.subregions, plan.districts, plan.communes, plan.clusters):
        assert frame.crs == "EPSG:4326"
        assert frame.columns[-1] == "geometry"


@pytest.mark.parametrize("level", ["districts", "subregions"])
def test_districts_and_subregions_are_made_of_whole_communes(plan, level):
    units = getattr(plan, level)
    assert units["communes"].sum() == len(plan.communes) == 122
    assert units["area_ha"].sum() == pytest.approx(plan.communes["area_ha"].sum(), abs=10)
    assert shapely.coverage_is_valid(units.geometry.to_numpy())
    key = "district" if level == "districts" else "subregion"
    name = "district" if level == "districts" else "id"
    for unit in units.itertuples():
        members = plan.communes[plan.communes[key] == getattr(unit, name)]
        assert unit.geometry.equals(shapely.coverage_union_all(members.geometry.to_numpy()))


def test_districts_stand_in_the_order_of_the_decision(plan):
    assert plan.districts["subregion"].drop_duplicates().tolist() == plan.subregions["id"].tolist()
    assert plan.subregions["id"].tolist() == ["centre", "east", "west", "north"]


NUMBERS = ("match_score", "decision_ha", "investment_billion_vnd", "lon", "lat")


def test_columns_have_the_type_of_their_values(plan):
    for name, values in plan.clusters.drop(columns="geometry").items():
        number = name.startswith("ha") or name in NUMBERS
        kind = pd.api.types.is_float_dtype if number else pd.api.types.is_string_dtype
        assert kind(values), name


def test_a_horizon_counts_the_phases_that_end_by_then(plan):
    assert [p.id for p in plan.phases_by(2014)] == []
    assert [p.id for p in plan.phases_by(2015)] == ["2011-2015"]
    assert [p.id for p in plan.phases_by(2024)] == ["2011-2015", "2016-2020"]
    assert plan.hectares_by(2014).tolist() == [0.0] * 21
    assert (plan.hectares_by(2025) == plan.clusters["ha"]).all()


def test_phases_are_shown_up_to_a_horizon_that_ends_one(plan):
    assert phases_shown(plan, None, "vi") == plan.phases
    assert [phase.end for phase in phases_shown(plan, 2020, "vi")] == [2015, 2020]
    with raises(InputError, match="no phase ends in 2017; expected one of 2015, 2020, 2025"):
        phases_shown(plan, 2017, "vi")


def test_words_are_looked_up_by_language(plan):
    assert plan.title["vi"].startswith("Quy hoạch")
    assert plan.title["en"].startswith("Industrial")


def placed(plan, lang="vi"):
    given = ["id", "name", "printed_name", "location", "district", "district_code", "location_code"]
    given += ["lon", "lat"]
    stated = plan.clusters[given]
    return place(stated, plan.communes, plan.place_names, lang)


def test_no_cluster_is_lost_and_each_has_its_reasons(plan):
    clusters, reasons = placed(plan)
    assert clusters["id"].tolist() == plan.clusters["id"].tolist()
    assert list(reasons) == plan.clusters["id"].tolist()
    assert clusters.crs == "EPSG:4326"


def test_the_ledger_in_the_other_language_is_what_placing_in_it_gives(plan):
    clusters, reasons = placed(plan)
    english, _ = placed(plan, "en")
    said = say_ledger(clusters, reasons, "en")
    assert said["match_reason"].equals(english["match_reason"])
    assert said["join_reason"].equals(english["join_reason"])
    assert said.geometry.geom_equals(clusters.geometry).all()


def test_rows_of_other_clusters_go_by_their_order_whatever_their_index_is(plan):
    twice = plan.clusters.set_axis([0] * len(plan.clusters))
    assert plan.replace(clusters=twice).clusters.equals(plan.replace(clusters=plan.clusters).clusters)
