"""Districts are found as people name them; where two share a name, only the unit tells them apart."""

import pytest
from gazetteers import ALIKE, PLACES

from bk_gis.language.names import fold
from bk_gis.places.districts import DistrictNames
from bk_gis.places.values import Place

NAMES = DistrictNames(PLACES)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Huyện Cai Lậy", "Huyện Cai Lậy"),
        ("TX. Cai Lậy", "Thị xã Cai Lậy"),
        ("02", "Thị xã Cai Lậy"),
        ("Đồi Thông", "Huyện Đồi Thông"),
        ("doi thong", "Huyện Đồi Thông"),
        ("Đồi Thôngg", "Huyện Đồi Thông"),
        ("thôn Một, huyện Đồi Thông", "Huyện Đồi Thông"),
    ],
)
def test_a_district_is_found_as_people_write_it(text, name):
    key = NAMES.find(text)
    assert key is not None
    assert NAMES.name(key) == name


def test_a_name_that_two_share_stands_for_both():
    shared = NAMES.find("Cai Lậy")
    twins = [NAMES.find("Huyện Cai Lậy"), NAMES.find("Thị xã Cai Lậy")]
    assert shared not in twins
    assert all(NAMES.same(shared, twin) for twin in twins)
    assert not NAMES.same(*twins)


@pytest.mark.parametrize(("text", "found"), [("", ""), ("#N/A", ""), ("Huyện Xa Lạ", None)])
def test_no_text_is_any_district_and_an_unknown_one_is_none(text, found):
    assert NAMES.find(text) == found


def test_places_without_districts_have_none():
    bare = DistrictNames([Place("1", "Một", "")])
    assert not bare
    assert bare.find("Huyện Đồi Thông") == ""


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Chợ Đồn", "Huyện Chợ Đồn"),
        ("H. Cho Don", "Huyện Chợ Đồn"),
        ("060", "Huyện Chợ Đồn"),
        ("TX Cai Lậy", "Thị xã Cai Lậy"),
        ("Cai Lậy", fold("Cai Lậy")),
        ("", ""),
        ("#REF!", ""),
        ("Ba Bể", None),
    ],
)
def test_a_district_is_found_by_its_name_or_code_and_nothing_is_guessed_between_two_of_one_name(text, key):
    assert DistrictNames(ALIKE).find(text) == key


def test_the_name_of_two_districts_may_be_either_but_these_are_not_one():
    districts = DistrictNames(ALIKE)
    assert districts.same(fold("Cai Lậy"), "Thị xã Cai Lậy")
    assert not districts.same("Huyện Cai Lậy", "Thị xã Cai Lậy")
    assert districts.has("cai lay")
    assert not DistrictNames([Place("1", "Bằng Lũng", "")])
