"""Districts and communes that plan.toml names become codes, and what fits none is said."""

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
    assert any("'Huyện Pác Nặm' of communes.geojson is in no sub-region" in text for text in said)


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
