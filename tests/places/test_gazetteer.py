"""A name is matched in stages: by itself, corrected, by a later name, by what it is alike to; else not."""

import pytest
from gazetteers import CAY, LATER, PLACES, SPRING, SPRINGS, STONE, TOWN
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.places.gazetteer import Gazetteer

GAZETTEER = Gazetteer(
    PLACES, corrections=[("Đá Mai", "Huyện Đồi Thông", "Đá Mài")], aliases=[LATER], province="Thử Nghiệm"
)


@pytest.mark.parametrize(
    ("name", "district", "method", "places"),
    [
        ("Suối Trong", "", "exact", (SPRING,)),
        ("xã Suối Trong", "", "folded", (SPRING,)),
        ("SUỐI TRONG", "", "folded", (SPRING,)),
        ("Đá Mai", "Huyện Đồi Thông", "correction", (STONE,)),
        ("Tân Suối", "", "alias", (SPRING, SPRINGS)),
        ("Cây Đa", "Huyện Cai Lậy", "exact", (CAY,)),
        ("Cây Đa", "TX Cai Lậy", "exact", (TOWN,)),
        ("phường Cây Đa", "", "folded", (TOWN,)),
    ],
)
def test_each_stage_says_how_it_matched(name, district, method, places):
    match = GAZETTEER.match(name, district)
    assert (match.method, match.places) == (method, places)


def test_a_name_of_two_districts_is_ambiguous_until_one_is_stated():
    match = GAZETTEER.match("Cây Đa")
    assert (match.method, match.places) == ("ambiguous", ())
    assert set(match.candidates) == {CAY, TOWN}


def test_a_name_between_two_others_is_not_guessed():
    match = GAZETTEER.match("Suối Trang")
    assert match.places == ()
    assert set(match.candidates) == {SPRING, SPRINGS}


def test_where_likeness_is_not_enough_it_only_shows_what_is_near():
    slip = ("Suối Trongg", "Huyện Đồi Thông")
    assert GAZETTEER.match(*slip).places == (SPRING,)
    strict = Gazetteer(PLACES, fuzzy=False).match(*slip)
    assert (strict.places, strict.candidates[0]) == ((), SPRING)


def test_a_place_of_another_district_is_shown_and_not_taken():
    match = GAZETTEER.match("Suối Trong", "Huyện Cai Lậy")
    assert (match.method, match.places, match.candidates) == ("unknown", (), (SPRING,))


@given(st.text(), st.sampled_from(["", "Huyện Đồi Thông", "Cai Lậy", "không có"]))
def test_a_match_has_places_or_a_reason_why_not(name, district):
    match = GAZETTEER.match(name, district)
    assert match.places or match.reason is not None
    assert set(match.places) <= set(PLACES)
