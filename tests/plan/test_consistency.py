"""Names of plan.toml become codes; what fits none, and targets that contradict each other, is said."""

import pytest
from failures import english

SUBREGION = """
[[subregions]]
id = "s{0}"
clause = "{0}"
label = {{ vi = "Tiểu vùng {0}", en = "Sub-region {0}" }}
districts = ["{1}"]
"""


def test_a_loaded_plan_goes_by_codes(plan):
    codes = set(plan.districts["district_code"])
    stated = {target.district for target in plan.targets if target.district is not None}
    assert stated
    assert stated <= codes


def test_a_district_that_is_none_is_said_with_those_there_are(folder):
    folder.replace("plan.toml", '"Huyện Pác Nặm"', '"Huyện Xa Lạ"')
    said = [english(problem) for problem in folder.problems()]
    assert any("'Huyện Xa Lạ' is no district of communes.geojson; expected one of" in text for text in said)
    assert any('in no sub-region, by communes.geojson: "Huyện Pác Nặm"; expected' in text for text in said)


def test_all_that_is_in_no_sub_region_is_one_fault_to_be_pasted(folder):
    folder.replace("plan.toml", '"Thị xã Bắc Kạn", "Huyện Bạch Thông", ', "")
    said = english(folder.problem())
    assert '"Thị xã Bắc Kạn", "Huyện Bạch Thông"; expected each in one' in said


def test_a_district_in_two_sub_regions_is_said(folder):
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    more = SUBREGION.format(9, "Huyện Pác Nặm")
    (folder / "plan.toml").write_text(text + more, encoding="utf-8")
    assert "'Huyện Pác Nặm' is there 2 times; expected once" in english(folder.problem())


@pytest.mark.parametrize("level", ["commune", "district", "subregion"])
def test_a_rule_may_ask_for_any_level_that_the_plan_has(folder, level):
    import bk_gis

    rule = f'\n[[targets]]\nclause = "x"\nby = 2025\nevery = "{level}"\nclusters = 1\n'
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(text + rule, encoding="utf-8")
    assert bk_gis.load_plan(folder.path).targets[-1].every == level


@pytest.mark.parametrize(
    ("old", "new", "column", "message"),
    [
        (
            '[[targets]]\nclause = "7"\nby = 2025',
            '[[targets]]\nclause = "7"\nby = 2020\nhectares = 360\n\n[[targets]]\nclause = "7"\nby = 2025',
            "targets[20].hectares",
            "states hectares already in targets[19]",
        ),
        (
            'qualifiers = { jobs = "khoảng" }',
            'qualifiers = { jobs = "ước" }',
            "targets[2].qualifiers",
            "'ước'",
        ),
        (
            'qualifiers = { jobs = "khoảng" }',
            'qualifiers = { job = "khoảng" }',
            "targets[2].qualifiers",
            "'job'",
        ),
        ("stated = 339.3", "stated = 393.3", "errata[1]", "no target of clause 6.4.c states"),
        ('every = "district"\nclusters = 1', 'every = "district"', "targets[1]", "states no figure"),
        ('clause = "5.2.a"\n', 'clause = "5.2.a"\nby = 2015\n', "targets[2]", "a phase and `by`"),
        ("by = 2020\nevery", "every", "targets[1]", "needs `by`"),
    ],
)
def test_a_contradiction_is_located(folder, old, new, column, message):
    folder.replace("plan.toml", old, new)
    found = [(p.column, english(p.message)) for p in folder.problems()]
    assert any(c == column and message in m for c, m in found), found


def test_two_faults_are_said_together(folder):
    folder.replace("plan.toml", "stated = 339.3", "stated = 393.3")
    folder.replace("plan.toml", 'jobs = "khoảng"', 'jobs = "chừng"')
    assert len(folder.problems()) == 2
