"""A name is like another as typists spoil it; what is known of the district makes less enough."""

import pytest
from gazetteers import ALIKE, PLACES, SPRING, STONE
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.places.likeness import LikeNames

LIKE = LikeNames(PLACES, ["huyện đồi thông", "Huyện Đồi Thông"])


@pytest.mark.parametrize("place", [SPRING, STONE])
def test_a_name_is_most_like_itself(place):
    near, enough, _ = LIKE.near(place.name, "")
    assert near[0] == place
    assert enough


def test_of_two_that_are_as_near_none_is_ahead():
    near, _, ahead = LIKE.near("Suối Trang", "")
    assert {place.name for place in near[:2]} == {"Suối Trong", "Suối Trung"}
    assert not ahead


@given(st.text(max_size=15))
def test_at_most_five_are_shown_and_none_is_enough_without_one(name):
    near, enough, _ = LIKE.near(name, "")
    assert len(near) <= 5
    assert near or not enough


def test_the_likest_names_come_first_and_have_to_be_ahead_of_the_next():
    near, enough, ahead = LikeNames(ALIKE, ["Huyện Chợ Đồn"]).near("Bằng Lung", "Huyện Chợ Đồn")
    assert [place.name for place in near] == ["Bằng Lũng", "Bằng Lãng"]
    assert (enough, ahead) == (True, True)
    none, enough, _ = LikeNames(ALIKE, []).near("Khuổi Mấn", "")
    assert (none, enough) == ((), False)
