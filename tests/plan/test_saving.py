"""A saved plan is read as an equal plan, with every text and every digit."""

import datetime as dt

import pandas as pd
import pytest
from agreement import PLANS, made_plans
from failures import english, raises
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import invented_plan
from trials import TEXTS, random_changes

import bk_gis
from bk_gis.io.batches import TextForm
from bk_gis.io.delimited import text_form
from bk_gis.plan.changes import Scenario
from bk_gis.plan.notebook import alike

STATED = """
[[targets]]
clause = "h"
every = "district"
by = 2025
hectares = 12.5

[[errata]]
clause = "h"
measure = "hectares"
stated = 12.5
corrected = 1e9
evidence = "x"
"""


def saved(plan, folder):
    plan.save(folder)
    back = bk_gis.load_plan(folder)
    assert back == plan
    assert alike(back.crosswalk, plan.crosswalk)
    again = folder.with_name("again")
    back.save(again)
    assert files(again) == files(folder)
    return back


def files(folder):
    """Its files; what is said of a trial is in the first alone."""
    return {
        path.relative_to(folder): [line for line in path.read_bytes().split(b"\n") if line[:1] != b"#"]
        for path in folder.rglob("*.*")
    }


@pytest.mark.costly
@pytest.mark.parametrize("name", [None, "tests/fixtures/province", "examples/lao-cai-2026"])
def test_a_plan_with_all_that_it_has_is_saved(tmp_path, name):
    saved(bk_gis.load_plan(name), tmp_path / "saved")


@pytest.mark.costly
@pytest.mark.parametrize("name", PLANS)
def test_awkward_plans_are_saved(tmp_path, name):
    plan = bk_gis.load_plan(PLANS[name].write(tmp_path / "plan"))
    saved(plan.apply(random_changes(plan, 7)), tmp_path / "saved")


@pytest.mark.costly
@settings(max_examples=8)
@given(made=made_plans(), seed=st.integers(0, 999))
def test_made_plans_after_made_changes_are_saved(tmp_path_factory, made, seed):
    folder = tmp_path_factory.mktemp("made")
    plan = bk_gis.load_plan(made.write(folder / "plan"))
    saved(plan.apply(random_changes(plan, seed)), folder / "saved")


@pytest.mark.costly
@pytest.mark.parametrize("text", TEXTS)
def test_texts_are_saved_as_they_are(tmp_path, text):
    clusters = [(text, "Một", "Huyện Đông", (0.0001, "123.4560")), ("b", "Ba", "Huyện Tây", (1 / 3, 0))]
    plan = invented_plan(tmp_path / "a", phases=(2025, 2030), clusters=clusters, words=text, targets=STATED)
    back = saved(plan, tmp_path / "saved")
    assert back.clusters["ha_2026_2030"].tolist() == [123.456, 0]
    assert back.clusters["ha_2021_2025"].tolist() == [0.0001, 1 / 3]


@pytest.mark.costly
def test_a_surveyed_point_keeps_its_digits_and_goes_when_its_cluster_moves(plan, tmp_path):
    lon, lat = 105.8234567891, 22.1987654321
    clusters = plan.clusters
    clusters.loc[0, ["status", "decision", "decision_date"]] = ["founded", "1/QĐ", "2020-01-01"]
    clusters.loc[0, ["lon", "lat"]] = [lon, lat]
    back = saved(plan.replace(clusters=clusters), tmp_path / "saved")
    assert back.clusters.geometry[0].coords[0] == (lon, lat)
    moved = back.apply(Scenario.model_validate({"changes": [{"cluster": "1", "commune": "01864"}]}))
    assert moved.clusters["match_method"][0] == "exact"
    assert moved.clusters["lon"].isna()[0]


@pytest.mark.costly
def test_amendments_that_are_not_made_yet_go_along(plan, tmp_path):
    assert [change.cluster for change in saved(plan, tmp_path / "a").amendments] == ["22"]
    amended = bk_gis.load_plan(as_of=dt.date(2022, 12, 31))
    amended.save(tmp_path / "b")
    back = bk_gis.load_plan(tmp_path / "b")
    assert (len(back.clusters), back.amendments) == (22, ())
    assert alike(back.clusters, amended.clusters)


@pytest.mark.costly
def test_an_amendment_that_no_longer_fits_is_left_out_and_said(plan, tmp_path):
    new = {"cluster": "22", "add": True, "name": "a", "commune": "01864", "hectares": {"2011-2015": 9}}
    after = plan.apply(Scenario.model_validate({"changes": [new]}))
    assert "1876/QĐ-UBND" in english(after.notes[-1])
    assert saved(after, tmp_path / "saved").amendments == ()


@pytest.mark.costly
@settings(max_examples=4)
@given(
    made=made_plans(),
    forms=st.lists(
        st.tuples(st.sampled_from([";", ",", "\t", "|", ":"]), st.sampled_from(["utf-8-sig", "utf-16"])),
        min_size=2,
        max_size=2,
    ),
)
def test_a_saved_table_has_the_form_of_the_one_that_was_read(tmp_path_factory, made, forms):
    folder = tmp_path_factory.mktemp("made")
    made.write(folder / "plan")
    for name, (separator, encoding) in zip(("clusters.csv", "place_names.csv"), forms, strict=True):
        file = folder / "plan" / name
        if file.is_file():
            table = pd.read_csv(file, dtype=str, keep_default_na=False)
            if separator not in ",|":
                hectares = [column for column in table if column.startswith("ha_")]
                table[hectares] = table[hectares].map(lambda cell: cell.replace(".", ","))
            head = "sep=:\n" if separator == ":" else ""
            file.write_text(head + table.to_csv(index=False, sep=separator), encoding, newline="\n")
    plan = bk_gis.load_plan(folder / "plan")
    plan.save(folder / "saved")
    assert bk_gis.load_plan(folder / "saved") == plan
    for name, (separator, _) in zip(("clusters.csv", "place_names.csv"), forms, strict=True):
        if (folder / "saved" / name).is_file():
            there = text_form(folder / "saved" / name)
            assert there == (TextForm() if separator == ":" else plan.forms[name].written)


@pytest.mark.costly
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_rows_that_are_not_changed_are_saved_as_they_stand(folder, tmp_path, encoding):
    for name in ("clusters.csv", "crosswalk.csv"):
        table = pd.read_csv(folder / name, dtype=str, keep_default_na=False)
        numbers = [
            n for n in table if n.startswith("ha_") or n in ("decision_ha", "lon", "lat", "area_share")
        ]
        table[numbers] = table[numbers].map(lambda cell: "" if cell == "0" else cell.replace(".", ","))
        table.to_csv(folder / name, sep=";", index=False, encoding=encoding, lineterminator="\n")
    saved(bk_gis.load_plan(folder.path), tmp_path / "saved")
    cells = [
        (where / "clusters.csv").read_text(encoding).split("\n") for where in (folder, tmp_path / "saved")
    ]
    assert cells[0] == cells[1]
    assert ";0,24\n" in (tmp_path / "saved" / "crosswalk.csv").read_text(encoding)


def test_a_folder_with_anything_in_it_is_left_as_it_is(plan, tmp_path):
    (tmp_path / "a.txt").write_text("a")
    for target in (tmp_path, tmp_path / "a.txt"):
        with raises(bk_gis.InputError, match="is not empty"):
            plan.save(target)
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@pytest.mark.costly
def test_the_command_writes_the_folder_that_the_changes_lead_to(bk, plan, tmp_path):
    scenario = random_changes(plan, 1)
    bk_gis.write_changes(scenario, tmp_path / "trial.toml")
    answer = bk("apply", tmp_path / "trial.toml", "-o", tmp_path / "agreed")
    assert answer.code == 0
    assert "the decision in plan.toml is still that of the plan itself" in answer.said
    assert bk_gis.load_plan(tmp_path / "agreed") == plan.apply(scenario)
    again = bk("apply", tmp_path / "trial.toml", "-o", tmp_path / "agreed")
    assert (again.code, "is not empty" in again.said) == (2, True)


@pytest.mark.costly
def test_the_block_of_agency_and_signature_is_saved(folder, tmp_path):
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(text + '\n[sheet]\nnumber = "01"\n', encoding="utf-8")
    stated = bk_gis.load_plan(folder.path)
    stated.save(tmp_path / "saved")
    assert bk_gis.load_plan(tmp_path / "saved") == stated
    assert bk_gis.load_plan(tmp_path / "saved").sheet.number == "01"
