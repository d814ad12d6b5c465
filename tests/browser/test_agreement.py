"""The page, which counts by itself, has the library's answer for plans that are awkward to count."""

import re

import pytest
from agreement import PLANS, made_plans
from hypothesis import given, settings

import bk_gis
from bk_gis.language.formats import number
from bk_gis.maps.page.data import page_data


@pytest.mark.parametrize("name", PLANS)
def test_the_opened_page_has_the_librarys_answer(meeting, tmp_path, name):
    made = PLANS[name]
    plan = bk_gis.load_plan(made.write(tmp_path / "plan"))
    bk_gis.phase_map(plan, lang="en").save(tmp_path / "map.html")
    room = meeting(tmp_path / "map.html")
    for by in made.phases:
        room.set(by=by)
        rows = room.summary()
        whole = rows["Whole province"]
        missing = made.missing(by)
        assert (int(whole["Clusters"]), whole["ha"]) == shown(made.whole(by))
        assert whole["Covered"] == f"{len(made.counted(by)) - len(missing)}/{len(made.counted(by))}"
        for unit, counted in made.counted(by).items() if made.districts or made.regions else ():
            assert (int(rows[unit]["Clusters"]), rows[unit]["ha"]) == shown(counted)
            assert rows[unit]["Covered"] == ("no" if unit in missing else "yes")
        said = room.words(room.page.locator("#bk-verdict"))
        assert made.became(by) in said
        if missing:
            assert made.said(by) in said
        else:
            assert "missing" not in said
        assert bool(re.search("[✓✗]", said)) == made.rule, "no rule, no verdict"
        if made.rule and not missing:
            assert "✓" in said


def shown(counted):
    clusters, hectares = counted
    return clusters, number(hectares, "en", digits=2)


@settings(max_examples=25)
@given(made=made_plans())
def test_the_page_counts_any_plan_as_the_library_does(call, made, tmp_path_factory):
    plan = bk_gis.load_plan(made.write(tmp_path_factory.mktemp("made") / "p"))
    data = page_data(plan, by=made.phases[-1], lang="vi")
    for by in made.phases:
        units, whole = call(
            """(data, by) => {
              const plan = bkgis.readPlan(data);
              const { units, whole } = bkgis.summarise(plan, { by, alone: false });
              return [units, whole];
            }""",
            data,
            by,
        )
        table = bk_gis.check_coverage(plan, by=by).table
        assert [unit["clusters"] for unit in units] == table["clusters"].tolist()
        assert [unit["hectares"] for unit in units] == pytest.approx(table["hectares"].tolist())
        assert [bool(unit["covered"]) for unit in units] == table["covered"].tolist()
        assert (whole["clusters"], whole["hectares"]) == pytest.approx(made.whole(by))
        sentence = """(data, by) => {
          bkgis.learn(data.words);
          return bkgis.statusSentence(bkgis.readPlan(data), { by, lang: "en" });
        }"""
        assert call(sentence, data, by) == made.became(by)
