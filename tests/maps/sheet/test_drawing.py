"""What a sheet shows of a plan, up to a horizon and in a language."""

import re

import pytest
from invented import invented_plan
from sheets import drawn

from bk_gis.language.formats import roman


@pytest.mark.costly
def test_a_horizon_shows_nothing_of_later_phases(plan):
    early = drawn(plan, by=2015)
    assert {name.rsplit(" ", 1)[1] for name in early.discs} == {"2011-2015"}
    assert "Phúc Lộc" not in early.texts
    assert "Tại mốc 2015: 6/8 huyện, thị xã có" in " ".join(early.texts)
    assert "Huyện Ba Bể (chưa có)" in early.texts


@pytest.fixture(scope="module")
def communes_alone(tmp_path_factory):
    """A plan of today: neither districts nor sub-regions; one of four communes has no cluster."""
    clusters = [(f"Cụm {place}", place, None, [10, 5]) for place in ("Một", "Hai", "Bốn")]
    folder = tmp_path_factory.mktemp("today") / "plan"
    return invented_plan(folder, phases=[2030, 2035], clusters=clusters, districts=())


@pytest.mark.costly
def test_a_plan_of_communes_alone_is_drawn_without_the_levels_that_it_has_not(communes_alone):
    texts = drawn(communes_alone).texts
    assert {"✗ BA", "✗ Xã chưa có cụm", "Cụm · xã"} <= set(texts)
    assert not [text for text in texts if re.search("[Hh]uyện|[Tt]iểu vùng", text)]
    assert "Cụm Một" in texts


@pytest.mark.costly
def test_a_cluster_stands_with_its_place_where_communes_are_the_only_level(communes_alone):
    """It may lie in two communes, so that it is a row of its own and of neither."""
    texts = drawn(communes_alone).texts
    clusters = communes_alone.clusters
    rows = {f"{c.id}. {c.name} · {c.location}" for c in clusters.itertuples()}
    assert rows <= set(texts)


FORTY = tuple(f"Xã {i}" for i in range(40))


@pytest.mark.costly
def test_too_many_communes_without_a_cluster_are_hatched_and_named_on_demand(tmp_path):
    parts = {"clusters": [("A", "Xã 7", None, [10])], "communes": FORTY, "districts": ()}
    plan = invented_plan(tmp_path / "plan", phases=[2030], rule=False, **parts)
    sheet = drawn(plan)
    assert not [text for text in sheet.texts if "✗" in text or text.startswith("XÃ ")]
    assert "Xã chưa có cụm" in sheet.texts
    swatch, hatched = [patch for patch in sheet.axes.patches if patch.get_gid() == "without"]
    box = hatched.get_path().get_extents()
    assert box.width > 20 * swatch.get_path().get_extents().width
    assert {text.removeprefix("XÃ ") for text in drawn(plan, names_without=True).texts} >= {"0", "39"}
    words = " ".join(sheet.texts)
    assert "Đến năm 2030, 1/40 xã có cụm công nghiệp; chưa có: Xã 0" in words
    assert "và 31 nơi khác." in words
    assert "Xã 20" not in words


@pytest.mark.costly
@pytest.mark.parametrize(("rule", "colour"), [(True, "#17663a"), (False, "#1c2329")])
def test_only_a_rule_that_is_kept_is_green(tmp_path, rule, colour):
    clusters = [("A", "Một", "Huyện Đông", [10]), ("B", "Ba", "Huyện Tây", [5])]
    sheet = drawn(invented_plan(tmp_path / "plan", phases=[2030], clusters=clusters, rule=rule))
    verdict = next(text for text in sheet.axes.texts if "2/2" in text.get_text())
    assert verdict.get_color() == colour


@pytest.mark.costly
@pytest.mark.parametrize(
    ("rule", "last", "said"),
    [
        (
            2020,
            2030,
            [("#a3261b", "Chưa đạt mục tiêu điểm 1: đến năm 2020, 1/2"), ("#17663a", "Tại mốc 2030: 2/2")],
        ),
        (2020, 2020, [("#a3261b", "CHƯA ĐẠT: đến năm 2020, 1/2")]),
        (2030, 2030, [("#17663a", "ĐẠT: đến năm 2030, 2/2")]),
        (
            2030,
            2020,
            [("#a3261b", "Tại mốc 2020: 1/2"), ("#17663a", "Đạt mục tiêu điểm 1: đến năm 2030, cả 2")],
        ),
    ],
)
def test_the_rule_has_its_verdict_whatever_the_horizon_and_what_is_not_kept_stands_first(
    tmp_path, rule, last, said
):
    clusters = [("A", "Một", "Huyện Đông", [10, 0]), ("B", "Ba", "Huyện Tây", [0, 5])]
    targets = f'[[targets]]\nclause = "1"\nby = {rule}\nevery = "district"\nclusters = 1\n'
    plan = invented_plan(
        tmp_path / "plan", phases=[2020, 2030], clusters=clusters, rule=False, targets=targets
    )
    starts = tuple(words for _, words in said)
    shown = [text for text in drawn(plan, by=last).axes.texts if text.get_color() in ("#a3261b", "#17663a")]
    first = [text for text in shown if text.get_text().startswith(starts)]
    assert [text.get_color() for text in first] == [colour for colour, _ in said]
    for text, words in zip(first, starts, strict=True):
        assert text.get_text().startswith(words)


def test_numerals():
    assert [roman(i) for i in (1, 3, 4, 6, 9, 14)] == ["I", "III", "IV", "VI", "IX", "XIV"]
