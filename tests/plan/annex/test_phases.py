"""An annex that is read beside a plan.toml has that plan's phases, or says which to state there."""

import tomllib

import pytest
from failures import english, raises

from bk_gis.errors import InputError
from bk_gis.plan.annex.phases import phases_to_state, read_for
from bk_gis.plan.values import Phase

HEAD = "TT\tTên CCN\tĐịa điểm\t{}\n1\tCCN A\tXã B\t{}\n"


@pytest.fixture
def beside(tmp_path):
    """Write phases into plan.toml and an annex beside it; give the folder and the annex."""

    def write(phases, heads, cells="10"):
        tables = [f'[[phases]]\nid = "{name}"\nstart = {start}\nend = {end}\n' for name, start, end in phases]
        (tmp_path / "plan.toml").write_text("".join(tables), encoding="utf-8")
        (tmp_path / "a.txt").write_text(HEAD.format(heads, cells), encoding="utf-8")
        return tmp_path, tmp_path / "a.txt"

    return write


def test_columns_whose_heads_name_no_years_are_of_the_plans_phases_and_that_is_said(beside):
    annex = read_for(*beside([("gd-1", 2021, 2030)], "Diện tích (ha)"))
    assert annex.clusters["ha_gd_1"].tolist() == ["10"]
    assert english(annex.notes[0]) == "the phases are those of plan.toml beside it: gd-1"


def test_heads_that_name_other_years_are_not_of_the_plans_phases(beside):
    phases, heads = [("a", 2021, 2025), ("b", 2026, 2030)], "Đến năm {} (ha)\tĐến năm {} (ha)"
    annex = read_for(*beside(phases, heads.format(2025, 2030), "10\t30"))
    assert annex.clusters[["ha_a", "ha_b"]].to_numpy().tolist() == [["10", "20"]]
    with raises(InputError, match="does not say when its phase begins"):
        read_for(*beside(phases, heads.format(2030, 2050), "10\t30"))


def test_a_phase_of_the_same_years_is_called_as_in_the_plan(beside):
    folder, path = beside([("gd-1", 2021, 2025), ("gd-2", 2026, 2030)], "2021-2025\t2026-2030", "10\t20")
    annex = read_for(folder, path, measure="increments")
    assert annex.clusters[["ha_gd_1", "ha_gd_2"]].to_numpy().tolist() == [["10", "20"]]
    assert phases_to_state(folder, annex) == ""
    named = read_for(folder, path, phases=["2021-2025", "x"], measure="increments")  # by who knows better
    assert "ha_2021_2025" in named.clusters


def test_other_phases_are_written_out_for_plan_toml(beside):
    folder, path = beside([("2021-2025", 2021, 2025)], "Hiện có\t2026-2030\t2031-2035", "5\t10\t20")
    stated = phases_to_state(folder, read_for(folder, path, measure="increments"))
    phases = [Phase.model_validate(table) for table in tomllib.loads(stated)["phases"]]
    assert [(one.id, one.start, one.end) for one in phases] == [
        ("hien-co", 2025, 2025),
        ("2026-2030", 2026, 2030),
        ("2031-2035", 2031, 2035),
    ]


def test_without_a_plan_or_with_another_number_of_phases_the_question_stays(beside, tmp_path):
    folder, path = beside([("a", 2021, 2025), ("b", 2026, 2030)], "Diện tích (ha)")
    for where in (folder, tmp_path / "none"):
        with raises(InputError, match="name the phases"):
            read_for(where, path)
    (tmp_path / "plan.toml").unlink()
    assert phases_to_state(folder, read_for(folder, path, phases=["2021-2030"])) == ""


def test_notes_of_an_annex_are_notes_of_its_clusters(beside):
    annex = read_for(*beside([], "2026-2030\tGhi chú", "10\tđang lập hồ sơ"))
    assert annex.clusters["note"].tolist() == ["đang lập hồ sơ"]
    assert "note" not in read_for(*beside([], "2026-2030\tGhi chú", "10\t")).clusters
