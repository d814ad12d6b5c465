"""Two states of a plan: what changed, coverage and targets before and after."""

import json

import pytest
from amendments import FORWARD

from bk_gis.checks.comparison import compare

PROVINCE = "tests/fixtures/province"


@pytest.mark.costly
def test_a_plan_and_itself_do_not_differ(plan):
    found = compare(plan, plan)
    assert found.changes.empty
    assert found.targets.empty
    assert (found.coverage["hectares_before"] == found.coverage["hectares_after"]).all()
    assert all(before == after for _, before, after in found.verdicts)


@pytest.mark.costly
def test_every_change_is_listed_with_its_reason(bk, every_kind):
    answer = bk("compare", every_kind, "--plan", PROVINCE, "--format", "json", "--lang", "en")
    assert answer.code == 0
    rows = json.loads(answer.out)["changes"]
    assert [(r["id"], r["what"], r["before"], r["after"], r["reason"]) for r in rows] == [
        ("1", "location", "Cửa Sông", "Bãi Giữa", "another site"),
        ("1", "2026-2030", 40.0, 45.0, "another site"),
        ("1", "2031-2035", 10.0, 0.0, "another site"),
        ("2", "withdrawn", 20.0, None, "no investor"),
        ("4", "2026-2030", 0.0, 25.0, "the hills have none by 2030"),
        ("4", "2031-2035", 25.0, 0.0, "the hills have none by 2030"),
        ("5", "added", None, 12.5, "asked for by the district"),
    ]


@pytest.mark.costly
def test_two_folders_and_a_folder_and_a_file_can_be_compared(bk, every_kind):
    assert "Nothing changes." in bk("compare", PROVINCE, PROVINCE, "--lang", "en").out
    by_file = bk("compare", PROVINCE, every_kind, "--plan", PROVINCE).out
    assert by_file == bk("compare", every_kind, "--plan", PROVINCE).out


def test_an_unknown_cluster_is_an_error_of_the_input(bk, tmp_path):
    (tmp_path / "a.toml").write_text(FORWARD.replace('"4"', '"44"'), encoding="utf-8")
    answer = bk("compare", tmp_path / "a.toml", "--plan", PROVINCE)
    assert answer.code == 2
    assert "a.toml, row 5, column changes[1]: '44' is the id of no cluster" in answer.said
