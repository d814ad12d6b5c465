"""The page of a real plan of communes alone: up to six clusters in one of them, some of them in two."""

from itertools import combinations
from math import dist
from pathlib import Path

import pytest
from meeting import PHONE, ROOM

PAGE = Path(__file__).parents[2] / "maps" / "lao-cai-2026.html"
SIZES = [ROOM, {"width": 1024, "height": 768}, PHONE]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size["width"]))
def test_54_discs_stand_apart_and_near_their_communes(meeting, size):
    discs = list(meeting(PAGE, size=size).discs().values())
    assert len(discs) == 54
    assert all(dist(a.centre, b.centre) > a.r + b.r for a, b in combinations(discs, 2))
    largest = max(disc.r for disc in discs)
    assert max(dist(disc.centre, disc.anchor) for disc in discs) < 6 * largest


def test_a_cluster_in_two_communes_says_both_and_a_commune_all_that_it_has(meeting):
    room = meeting(PAGE, view="#cluster=1")
    assert "Xã Yên Bình và Phường Văn Phú" in room.words(room.popup())
    room.page.keyboard.press("Escape")
    room.page.get_by_role("combobox").fill("phuong van phu")
    room.page.keyboard.press("Enter")
    clusters = room.popup().get_by_role("button", name="Phú Thịnh")
    assert clusters.count() == 6


def test_what_is_assumed_of_a_cluster_is_said_in_its_details_and_marked_in_the_list(meeting):
    room = meeting(PAGE, view="#by=2050&cluster=55")
    assert "Giả định: diện tích sau năm 2030" in room.words(room.popup())
    assert room.page.get_by_role("list").get_by_role("button").filter(has_text="Púng Luông*").count() == 1
