"""The parts of the gazetteer: districts by what people write, later names, likeness."""

import pytest

from bk_gis.language.names import fold
from bk_gis.language.reasons import in_words
from bk_gis.places.district_names import DistrictNames
from bk_gis.places.later_names import LaterNames
from bk_gis.places.likeness import LikeNames
from bk_gis.places.values import Alias, Place

PLACES = (
    Place("1", "Bằng Lũng", "Huyện Chợ Đồn", "Thị trấn", "060"),
    Place("2", "Bằng Lãng", "Huyện Chợ Đồn", "Xã", "060"),
    Place("3", "Tân Bình", "Huyện Cai Lậy", "Xã", "820"),
    Place("4", "Tân Bình", "Thị xã Cai Lậy", "Xã", "817"),
)


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
    assert DistrictNames(PLACES).find(text) == key


def test_the_name_of_two_districts_may_be_either_but_these_are_not_one():
    districts = DistrictNames(PLACES)
    assert districts.same(fold("Cai Lậy"), "Thị xã Cai Lậy")
    assert not districts.same("Huyện Cai Lậy", "Thị xã Cai Lậy")
    assert districts.has("cai lay")
    assert not DistrictNames([Place("1", "Bằng Lũng", "")])


def test_the_likest_names_come_first_and_have_to_be_ahead_of_the_next():
    near, enough, ahead = LikeNames(PLACES, ["Huyện Chợ Đồn"]).near("Bằng Lung", "Huyện Chợ Đồn")
    assert [place.name for place in near] == ["Bằng Lũng", "Bằng Lãng"]
    assert (enough, ahead) == (True, True)
    none, enough, _ = LikeNames(PLACES, []).near("Khuổi Mấn", "")
    assert (none, enough) == ((), False)


def test_a_later_name_stands_for_all_that_it_is_made_of():
    names = LaterNames([Alias("Bằng Lũng Mới", ("1", "2"), "Xã", "2025", province="Thái Nguyên")], PLACES)
    match = names.match("bằng lũng mới", "")
    assert match is not None
    assert [place.code for place in match.places] == ["1", "2"]
    assert names.has_province("thái nguyên")
    lost = names.match_in_province("Tân Bình", "Thái Nguyên")
    assert (
        in_words(lost.reason, "en")
        == "no later commune of Thái Nguyên is called 'Tân Bình'; check its spelling"
    )
