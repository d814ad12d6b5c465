"""Communes alone will do as well as a plan: the places that a name can mean are found on either."""

import pytest

from bk_gis.errors import CrsError
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


def test_communes_in_metres_are_refused(plan):
    with pytest.raises(CrsError):
        communes_in(plan.communes.to_crs("EPSG:9213"))
