"""Places are kept by district, grouped in their order and named for people."""

from gazetteers import CAY, PLACES, SPRING, SPRINGS, STONE, TOWN
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.places.values import Place, grouped, names_of, within_district


def test_a_district_is_its_whole_name_or_the_name_that_two_share():
    assert within_district(PLACES, "Huyện Cai Lậy") == [CAY]
    assert within_district(PLACES, "") == list(PLACES)
    assert within_district(PLACES, "Huyện Đồi Thông") == [SPRING, SPRINGS, STONE]


@given(st.lists(st.integers(0, 9)))
def test_groups_hold_every_value_once_in_order(values):
    groups = grouped(values, lambda value: str(value % 3))
    assert sorted(value for group in groups.values() for value in group) == sorted(values)
    for key, group in groups.items():
        assert group == [value for value in values if str(value % 3) == key]


def test_places_are_named_with_their_districts_where_they_have_one():
    assert names_of([TOWN, Place("9", "Một", "")]) == "Cây Đa (Thị xã Cai Lậy), Một"
