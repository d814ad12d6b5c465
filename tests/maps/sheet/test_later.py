"""The sheet on boundaries that came later."""

import pytest
from sheets import drawn


@pytest.mark.costly
def test_communes_of_2025_stand_in_the_place_of_districts_and_the_table_stays(plan):
    own, later = drawn(plan), drawn(plan, boundaries=2025)
    texts = set(later.texts)
    assert {"Bằng Thành", "Ranh giới xã năm 2025"} <= texts
    assert "HUYỆN NA RÌ" in own.texts
    assert not {"HUYỆN NA RÌ", "Ranh giới huyện, thị xã"} & texts
    assert "Huyện Na Rì" in texts, "in the table"
    words = " ".join(later.texts)
    assert "gộp từ các xã năm 2014, gần đúng ở Chợ Đồn, Yên Phong" in words
    assert later.discs.keys() == own.discs.keys()


@pytest.mark.costly
def test_in_2020_there_were_districts(plan):
    assert {"HUYỆN NA RÌ", "Ranh giới huyện, thị xã"} <= set(drawn(plan, boundaries=2020).texts)
