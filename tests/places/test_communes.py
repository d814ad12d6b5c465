"""Communes alone will do as well as a plan: the places that a name can mean are found on either."""

import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis.errors import CrsError, InputError
from bk_gis.places.communes import communes_in, places_of


def test_a_plan_and_its_communes_hold_the_same_places(plan):
    assert communes_in(plan).equals(plan.communes)
    communes = plan.communes
    assert communes_in(communes) is communes
    places = places_of(plan.communes)
    assert [place.code for place in places] == plan.communes["code"].tolist()
    assert {place.district for place in places} == set(plan.districts["district"])


def test_a_column_that_is_not_there_is_empty(plan):
    places = places_of(plan.communes[["code", "name"]])
    assert {(place.district, place.unit, place.district_code) for place in places} == {("", "", "")}


@pytest.mark.parametrize("crs", ["EPSG:9213", "EPSG:3857"])
def test_communes_in_metres_are_transformed_and_join_and_place_the_same(plan, crs):
    there, points = plan.communes.to_crs(crs), plan.clusters[["name", "geometry"]]
    by_plan, by_frame = (bk_gis.join_regions(points, communes) for communes in (plan, there))
    assert by_frame["commune_code"].tolist() == by_plan["commune_code"].tolist()
    records = pd.DataFrame({"xã": plan.communes["name"], "huyện": plan.communes["district"]})
    here, same = (bk_gis.geocode(records, communes) for communes in (plan.communes, there))
    assert same.crs == here.crs
    assert same["match_codes"].tolist() == here["match_codes"].tolist()
    assert here.geometry.geom_equals_exact(same.geometry, 1e-6).all()


def test_communes_without_a_crs_or_in_that_of_no_map_are_refused(plan):
    for crs in (None, 'LOCAL_CS["site",UNIT["metre",1]]'):
        with pytest.raises(CrsError):
            communes_in(plan.communes.set_crs(crs, allow_override=True))


def with_values(communes, column, values):
    communes = communes.assign(**{column: communes[column].astype(object)})
    for row, value in values.items():
        communes.iloc[row, communes.columns.get_loc(column)] = value
    return communes


@pytest.mark.parametrize("use", [bk_gis.join_regions, bk_gis.geocode])
def test_what_no_code_or_name_can_be_is_refused_with_all_of_its_rows(plan, use):
    communes = plan.communes
    twice = with_values(communes, "code", {3: communes["code"][7], 0: communes["code"][9]})
    codes = ", ".join([communes["code"][9], communes["code"][7]])
    points = plan.clusters[["name", "geometry"]].rename(columns={"geometry": "g"}).set_geometry("g")
    given = points if use is bk_gis.join_regions else pd.DataFrame({"xã": ["Nông Thịnh"]})
    for wrong, why in (
        (
            twice,
            rf"column code: codes in more than one row: {codes} .4 rows, the first at positions 0, 3, 7, 9",
        ),
        (
            communes.assign(code=communes["code"].astype(float)),
            r"122 values are no text, the first at positions 0, 1,",
        ),
        (
            communes.assign(code=communes["code"].astype(int)),
            r"by \.astype\(int\)\.astype\(str\)\.str\.zfill\(5\)",
        ),
        (
            with_values(communes, "code", {2: None, 4: " ", 5: float("nan"), 6: ""}),
            r"column code: is empty for 4 .* 2, 4, 5, 6;",
        ),
        (
            with_values(communes, "name", {1: None, 8: pd.NA, 9: "", 3: 7}),
            r"name: is empty for 3 .* 1, 8, 9;.*\n.*name: 1 values are no .* 3; .* by \.astype\(str\)",
        ),
    ):
        with raises(InputError, match=why):
            use(given, wrong)


def test_codes_made_texts_as_the_message_says_are_those_of_before(plan):
    for kind in (int, float):
        numbers = plan.communes.assign(code=plan.communes["code"].astype(kind))
        numbers["code"] = numbers["code"].astype(int).astype(str).str.zfill(5)
        assert communes_in(numbers)["code"].tolist() == plan.communes["code"].tolist()


@pytest.mark.parametrize("kind", ["string", "category", object])
def test_texts_of_every_kind_are_texts(plan, kind):
    assert len(communes_in(plan.communes.astype({"code": kind, "name": kind}))) == len(plan.communes)
