"""A later name stands for the places that it is made of, unless it means several things."""

from dataclasses import replace

from gazetteers import ALIKE, LATER, PLACES, SPRING, SPRINGS, STONE

from bk_gis.language.reasons import in_words
from bk_gis.places.later_names import LaterNames
from bk_gis.places.values import Alias


def test_a_later_name_is_all_that_it_is_made_of():
    match = LaterNames([LATER], PLACES).match("tân suối", "")
    assert match is not None
    assert (match.method, match.places) == ("alias", (SPRING, SPRINGS))


def test_it_holds_in_the_district_of_all_its_members_only():
    later = LaterNames([LATER], PLACES)
    assert later.match("Tân Suối", "Huyện Đồi Thông").places == (SPRING, SPRINGS)
    assert later.match("Tân Suối", "Huyện Cai Lậy") is None


def test_a_name_that_means_different_places_at_different_times_is_ambiguous():
    other = replace(LATER, codes=("5",), year="2020")
    match = LaterNames([LATER, other], PLACES).match("Tân Suối", "")
    assert (match.method, match.places) == ("ambiguous", ())
    assert set(match.candidates) == {SPRING, SPRINGS, STONE}


def test_a_province_that_is_stated_decides():
    later = LaterNames([LATER], PLACES)
    assert later.has_province("tỉnh mới")
    assert later.match_in_province("Tân Suối", "Tỉnh Mới").places == (SPRING, SPRINGS)
    assert later.match_in_province("Tân Suối", "Tỉnh Khác").method == "unknown"


def test_a_later_name_stands_for_all_that_it_is_made_of():
    names = LaterNames([Alias("Bằng Lũng Mới", ("1", "2"), "Xã", "2025", province="Thái Nguyên")], ALIKE)
    match = names.match("bằng lũng mới", "")
    assert match is not None
    assert [place.code for place in match.places] == ["1", "2"]
    assert names.has_province("thái nguyên")
    lost = names.match_in_province("Tân Bình", "Thái Nguyên")
    assert (
        in_words(lost.reason, "en")
        == "no later commune of Thái Nguyên is called 'Tân Bình'; check its spelling"
    )
