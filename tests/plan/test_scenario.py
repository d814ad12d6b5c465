"""A plan changed by a small file of changes: the original is never altered, and faults come all at once."""

import pandas as pd
import pytest
from amendments import ALL_KINDS, FORWARD, changes
from failures import english, raises
from trials import random_changes

import bk_gis
from bk_gis.checks.comparison import compare
from bk_gis.plan.changes import _EXAMPLES, Change, Scenario, read_changes
from bk_gis.plan.folder import bundled_folder


@pytest.fixture
def scenario(tmp_path):
    def write(text):
        path = tmp_path / "changes.toml"
        path.write_text(text, encoding="utf-8")
        return read_changes(path)

    return write


def frozen(plan):
    return plan.clusters.to_json(), plan.title, plan.decision


def test_a_cluster_brought_forward_closes_the_gap(province, scenario):
    assert not bk_gis.check_coverage(province, by=2030).ok
    after = province.apply(scenario(FORWARD))
    assert bk_gis.check_coverage(after, by=2030).ok
    assert after.clusters.set_index("id").loc["4", "founded"] == "2026-2030"


def test_the_original_is_never_altered(province, scenario):
    before = frozen(province)
    after = province.apply(scenario(ALL_KINDS))
    assert frozen(province) == before
    assert (after.title.en, after.decision.number) == ("Amended", "9/QĐ-UBND")
    assert after.decision.date.isoformat() == "2027-03-01"


def test_a_cluster_can_be_moved_resized_dropped_and_added(province, scenario):
    after = province.apply(scenario(ALL_KINDS)).clusters.set_index("id")
    assert after.index.tolist() == ["1", "3", "4", "5"]
    assert after.loc["1", ["ha_2026_2030", "ha_2031_2035", "ha", "commune"]].tolist() == [
        45,
        0,
        45,
        "Bãi Giữa",
    ]
    assert after.loc["5", ["ha", "founded", "commune", "match_method"]].tolist() == [
        *(12.5, "2031-2035", "Giếng Nước"),
        "exact",
    ]


def test_changes_are_made_in_order(province, scenario):
    again = (
        FORWARD
        + '\n[[changes]]\ncluster = "4"\nmove = { from = "2026-2030", to = "2031-2035" }\nreason = "back"\n'
    )
    after = province.apply(scenario(again))
    assert compare(province, after).changes.empty


def test_replace_without_a_change_is_the_same_plan(plan):
    assert plan.replace(clusters=plan.clusters).clusters.equals(plan.clusters)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("ha_2026_2030", -1.0, "-1 is no area"),
        ("ha_2026_2030", float("nan"), "nan is no area"),
        ("ha_2026_2030", float("inf"), "inf is no area"),
        ("id", "2", "'2' is already the id of row 2|'2' is already the id of row 3"),
        ("district", "Huyện Không Có", "is no district"),
    ],
)
def test_replace_refuses_clusters_that_a_file_could_not_hold(province, column, value, message):
    clusters = province.clusters.copy()
    clusters.loc[0, column] = value
    with raises(bk_gis.InputError, match=message):
        province.replace(clusters=clusters)


def test_replace_reads_texts_as_load_plan_does(plan):
    table = pd.read_csv(bundled_folder() / "clusters.csv")
    table = table.fillna(dict.fromkeys((c for c in table if c.startswith("ha_")), 0))
    assert table["id"].dtype == "int64"
    assert plan.replace(clusters=table).clusters.equals(plan.clusters)
    odd = table.assign(id=table["id"].astype(float), name=" " + pd.Categorical(table["name"]).astype(str))
    assert plan.replace(clusters=odd).clusters.equals(plan.clusters)


@pytest.mark.parametrize("column", ["id", "name", "printed_name", "location", "district"])
def test_replace_lists_every_text_that_is_missing(province, column):
    clusters = province.clusters.astype({column: object})
    clusters[column] = [None, *clusters[column][1:2], float("nan"), " "]
    clusters.loc[1, "ha_2026_2030"] = -1.0
    with pytest.raises(bk_gis.InputError) as failure:
        province.replace(clusters=clusters)
    assert [(p.row, p.column) for p in failure.value.problems] == [
        (2, column),
        (3, "ha_2026_2030"),
        (4, column),
        (5, column),
    ]
    assert english(failure.value.problems[0].message) == "is empty; expected text"


def test_replace_takes_one_id_for_the_same_whether_it_is_a_number_or_a_text(province):
    clusters = province.clusters.assign(id=pd.Series([1, "1", 1.0, "2"], dtype=object))
    with raises(bk_gis.InputError, match="is already the id of row 2") as failure:
        province.replace(clusters=clusters)
    assert [problem.row for problem in failure.value.problems] == [3, 4]


def test_replace_refuses_a_table_without_rows(province):
    with raises(bk_gis.InputError, match="clusters: has no rows; expected at least one"):
        province.replace(clusters=province.clusters.iloc[:0])


def test_replace_says_which_column_is_missing(province):
    with raises(bk_gis.InputError, match="no column location"):
        province.replace(clusters=province.clusters.drop(columns="location"))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('cluster = "99"\ndrop = true', "'99' is the id of no cluster"),
        ('cluster = "1"\nadd = true', "adds cluster '1', which is there"),
        (
            'cluster = "9"\nadd = true\nname = "A"',
            "a new cluster needs name, hectares, and commune \\(or",
        ),
        ('cluster = "1"\nhectares = { "2040-2045" = 1 }', "'2040-2045' is no phase of this plan"),
        ('cluster = "1"\nmove = { from = "2026-2030", to = "2040" }', "'2040' is no phase"),
        ('cluster = "2"\nmove = { from = "2031-2035", to = "2026-2030" }', "has no hectares in 2031-2035"),
        ('cluster = "2"\nhectares = { "2026-2030" = 0 }', "leaves cluster '2' without hectares"),
        ('cluster = "2"\ndrop = true\nlocation = "A"', "drops the cluster and changes it"),
        ('cluster = "2"', "changes nothing"),
        ('cluster = "2"\ndistrict = "Huyện Xa"', "'Huyện Xa' is no district"),
        ('cluster = "2"\nlocation = "Nơi Xa"', "no commune in Huyện Hạ Lưu is called 'Nơi Xa'"),
    ],
)
def test_a_change_that_cannot_be_is_refused(province, scenario, text, message):
    with raises(bk_gis.InputError, match=message):
        province.apply(scenario(changes(f'[[changes]]\nreason = "r"\n{text}\n')))


def test_all_faults_are_said_at_once(province, scenario):
    text = "".join(f'[[changes]]\nreason = "r"\ncluster = "{n}"\ndrop = true\n' for n in (97, 98, 99))
    with pytest.raises(bk_gis.InputError) as failure:
        province.apply(scenario(changes(text)))
    assert [p.column for p in failure.value.problems] == ["changes[1]", "changes[2]", "changes[3]"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[changes", "is not readable TOML"),
        (changes('[[changes]]\nreason = "r"\n'), r"changes\[1\].cluster: is missing; expected cluster = "),
        (changes('[[changes]]\ncluster = "1"\nreason = "r"\ndelete = true\n'), r"changes\[1\].delete"),
        (
            changes('[[changes]]\ncluster = "1"\nreason = "r"\nhectares = { "2026-2030" = -1 }\n'),
            "cannot be -1; expected hectares = ",
        ),
    ],
)
def test_a_file_that_is_no_scenario_is_refused(scenario, text, message):
    with raises(bk_gis.InputError, match=message):
        scenario(text)


MANY_FAULTS = """
title = "Thử"
date = "soon"
year = 2027

[[changes]]
cluster = 4
reason = ""
move = { from = "2026-2030", too = "2031-2035" }
hectares = { "2026-2030" = "x", "2031-2035" = inf }
add = "maybe"
delete = true

[[changes]]
cluster = "99"
move = 3
"""


def faults(scenario, text):
    with pytest.raises(bk_gis.InputError) as failure:
        scenario(text)
    return {problem.column: english(problem.message) for problem in failure.value.problems}


def test_each_fault_of_a_file_is_said_with_an_example_of_what_is_expected(scenario):
    change = ", ".join(Change.model_fields)
    move = 'expected move = { from = "2016-2020", to = "2011-2015" }'
    assert faults(scenario, MANY_FAULTS) == {
        "date": "cannot be 'soon'; expected date = 2027-03-01",
        "year": "is not known here; expected plan, title, decision, date, source, changes",
        "changes[1].cluster": 'cannot be 4; expected cluster = "4"',
        "changes[1].reason": 'is empty; expected reason = "chưa có nhà đầu tư"',
        "changes[1].move.to": f"is missing; {move}",
        "changes[1].move.too": "is not known here; expected from, to",
        "changes[1].hectares.2026-2030": """cannot be 'x'; expected hectares = { "2016-2020" = 12.5 }""",
        "changes[1].hectares.2031-2035": """cannot be inf; expected hectares = { "2016-2020" = 12.5 }""",
        "changes[1].add": "cannot be 'maybe'; expected add = true",
        "changes[1].delete": f"is not known here; expected {change}",
        "changes[2].move": f"cannot be 3; {move}",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "is missing"),
        ("changes = []", "is empty"),
        ('[changes]\ncluster = "4"\nreason = "r"', "cannot be that"),
    ],
)
def test_a_file_without_a_list_of_changes_is_told_how_to_begin_one(scenario, text, said):
    expected = "expected at least one [[changes]] with cluster and what changes"
    assert faults(scenario, changes(text)) == {"changes": f"{said}; {expected}"}


def test_every_setting_has_an_example_that_is_one(scenario):
    one = [_EXAMPLES[name] for name in Scenario.model_fields if name != "changes"]
    shown = [_EXAMPLES[name] for name in Change.model_fields]
    made = scenario("\n".join([*one, "[[changes]]", *shown]))
    assert made.changes[0].model_fields_set == set(Change.model_fields)


def test_a_scenario_without_a_change_is_none(scenario):
    with raises(bk_gis.InputError, match="changes"):
        scenario(changes("changes = []"))
    assert "changes" in Scenario.model_fields


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(bk_gis.MissingFileError):
        read_changes(tmp_path / "no.toml")


def test_changes_of_another_plan_are_refused_and_those_of_this_one_taken(bk, province, scenario, tmp_path):
    own = f'plan = " {province.decision.number}"\n{FORWARD}'
    assert province.apply(scenario(own)).tried is not None
    (tmp_path / "a.toml").write_text(f'# a\nplan = "1/QĐ"\n{FORWARD}', "utf-8")
    answer = bk("compare", tmp_path / "a.toml", "--plan", "tests/fixtures/province")
    assert answer.code == 2
    assert "a.toml, row 2, column plan: the changes are of plan 1/QĐ, not of 7/QĐ-UBND" in answer.said


def test_a_place_may_be_given_by_its_code(province, scenario):
    codes = dict(zip(province.communes["name"], province.communes["code"], strict=True))
    moved = scenario(changes(f'[[changes]]\ncluster = "1"\ncommune = "{codes["Giếng Nước"]}"\n'))
    cluster = province.apply(moved).clusters.set_index("id").loc["1"]
    assert (cluster["commune"], cluster["district"]) == ("Giếng Nước", "Huyện Đồi Thông")
    assert (cluster["match_method"], cluster["match_codes"]) == ("exact", codes["Giếng Nước"])
    twice = scenario(changes('[[changes]]\ncluster = "1"\ncommune = "x"\ndistrict = "y"\n'))
    with raises(bk_gis.InputError, match="'x' is the code of no commune.*\n.*places the cluster twice"):
        province.apply(twice)


def test_changes_of_a_plan_with_changes_are_added_to_them(province, scenario):
    first, second = scenario(FORWARD), scenario(changes('[[changes]]\ncluster = "1"\nname = "Tên"\n'))
    both = province.apply(first).apply(second)
    assert both.untried == province
    assert both.tried.changes == (*first.changes, *second.changes)
    assert both == province.apply([*first.changes, *second.changes]).apply(second)


@pytest.mark.costly
@pytest.mark.parametrize("seed", range(3))
def test_random_changes_can_be_made_and_leave_the_plan_as_it_is(province, seed):
    before = frozen(province)
    made = random_changes(province, seed, length=6)
    after = province.apply(made)
    assert frozen(province) == before
    assert after.clusters["ha"].gt(0).all()
    step = province
    for change in made.changes:
        step = step.apply([change])
    assert step.clusters.equals(after.clusters)


@pytest.mark.parametrize(
    ("column", "instead"),
    [("ha", "edit ha_2026_2030"), ("founded", "edit ha_2026_2030"), ("commune", "edit location")],
)
def test_replace_refuses_edits_that_would_be_lost(province, column, instead):
    with raises(bk_gis.InputError, match=f"column {column}: .*{instead}"):
        province.replace(clusters=province.clusters.assign(**{column: "99"}))


def test_replace_refuses_a_moved_point_but_takes_another_crs(province):
    clusters = province.clusters
    moved = clusters.assign(geometry=clusters.geometry.translate(0.1))
    with raises(bk_gis.InputError, match="column geometry: .*edit location"):
        province.replace(clusters=moved)
    assert province.replace(clusters=clusters.to_crs(province.crs)) == province
    assert province.in_language("en").replace(clusters=clusters) == province


def test_replace_warns_of_columns_that_no_plan_has_and_refuses_hectares_of_no_phase(province):
    with pytest.warns(bk_gis.errors.BkGisWarning, match="score"):
        assert province.replace(clusters=province.clusters.assign(score=1)) == province
    with raises(bk_gis.InputError, match="column ha_9: is no phase"):
        province.replace(clusters=province.clusters.assign(ha_9=1.0))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("ch.toml", r"bk_gis.read_changes\(path\).*, not str"),
        (pd.DataFrame({"cluster": ["1"]}), "not DataFrame"),
        ({"cluster": "1", "drop": True}, "not dict"),
        (Change(cluster="1", drop=True), "not Change"),
        ([5], "not int"),
        ([{"cluster": 5, "drop": True}], 'cannot be 5; expected cluster = "5"'),
        ([], "is empty"),
    ],
)
def test_what_is_no_list_of_changes_is_refused(province, tmp_path, given, message):
    with raises(bk_gis.InputError, match=message):
        province.apply(given)
    with raises(bk_gis.InputError, match=message):
        bk_gis.write_changes(given, tmp_path / "changes.toml")
    assert not list(tmp_path.iterdir())


def test_a_list_of_dicts_is_applied_and_written(province, tmp_path):
    given = [{"cluster": "1", "drop": True}]
    bk_gis.write_changes(given, tmp_path / "changes.toml")
    assert province.apply(given) == province.apply(read_changes(tmp_path / "changes.toml"))


def test_an_id_without_quotes_is_shown_with_them(scenario):
    with raises(bk_gis.InputError, match='cannot be 7; expected cluster = "7"'):
        scenario("[[changes]]\ncluster = 7\ndrop = true\n")
