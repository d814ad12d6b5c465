"""What a sheet shows of a plan, up to a horizon and in a language."""

import re

import pytest
from invented import invented_plan
from sheets import drawn

from bk_gis.maps.sheet.drawing import roman


def test_a_horizon_shows_nothing_of_later_phases(plan):
    early = drawn(plan, by=2015)
    assert {name.rsplit(" ", 1)[1] for name in early.discs} == {"2011-2015"}
    assert "Phúc Lộc" not in early.texts
    assert "CHƯA ĐẠT: đến năm 2015, 6/8 huyện, thị xã có" in " ".join(early.texts)
    assert "Huyện Ba Bể (chưa có)" in early.texts


@pytest.fixture(scope="module")
def communes_alone(tmp_path_factory):
    """A plan of today: neither districts nor sub-regions; one of four communes has no cluster."""
    clusters = [(f"Cụm {place}", place, None, [10, 5]) for place in ("Một", "Hai", "Bốn")]
    folder = tmp_path_factory.mktemp("today") / "plan"
    return invented_plan(folder, phases=[2030, 2035], clusters=clusters, districts=())


def test_a_plan_of_communes_alone_is_drawn_without_the_levels_that_it_has_not(communes_alone):
    texts = drawn(communes_alone).texts
    assert {"✗ BA", "✗ Xã, phường chưa có cụm", "Cụm · xã, phường"} <= set(texts)
    assert not [text for text in texts if re.search("[Hh]uyện|[Tt]iểu vùng", text)]
    assert "Cụm Một" in texts


def test_a_cluster_stands_with_its_place_where_communes_are_the_only_level(communes_alone):
    """It may lie in two communes, so that it is a row of its own and of neither."""
    texts = drawn(communes_alone).texts
    clusters = communes_alone.clusters
    rows = {f"{c.id}. {c.name} · {c.location}" for c in clusters.itertuples()}
    assert rows <= set(texts)


def test_numerals():
    assert [roman(i) for i in (1, 3, 4, 6, 9, 14)] == ["I", "III", "IV", "VI", "IX", "XIV"]
