"""The page, which counts by itself, has the library's answer for plans that are awkward to count."""

import re
from dataclasses import replace

import pytest
from agreement import PLANS, made_plans
from hypothesis import given, settings

import bk_gis
from bk_gis.language.formats import number
from bk_gis.maps.page.data import page_data
from bk_gis.plan.values import Target


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


STATED = [
    {"by": 2015, "hectares": 164.44},
    {"by": 2020, "hectares": 362.9},
    {"by": 2020, "hectares": 400, "qualifiers": {"hectares": "khoảng"}},
    {"by": 2025, "hectares": 490, "qualifiers": {"hectares": "gần"}},
    {"by": 2025, "hectares": 480, "qualifiers": {"hectares": "trên"}},
    {"by": 2025, "hectares": 488.9, "qualifiers": {"hectares": "hơn"}},
    {"hectares": 488.8},
    {"phase": "2016-2020", "hectares": 200},
    {"phase": "2016-2020", "subregion": "north", "hectares": 95},
    {"by": 2020, "subregion": "north", "hectares": 110.2},
    {"by": 2020, "district": "061", "hectares": 43.2},
]


@pytest.mark.costly
def test_what_is_stated_of_a_phase_or_up_to_a_year_differs_where_the_audit_says_so(call, plan):
    differing = 0
    for stated in STATED:
        one = replace(plan, targets=(Target(clause="1", **stated),), errata=())
        (row,) = [row for row in bk_gis.audit(one).to_dict("records") if row["measure"] == "hectares"]
        alone = "phase" in stated
        by = 2020 if alone else stated.get("by", 2025)
        shown = call(
            """(data, state) => {
              const plan = bkgis.readPlan(data);
              const { districts, subregions, whole } = bkgis.summarise(plan, state);
              return [whole, ...subregions, ...districts].filter(({ stated }) => stated !== null)
                .map(({ hectares, stated }) => [stated[0], hectares, bkgis.differs(hectares, stated)]);
            }""",
            page_data(one, by=2025, lang="vi", fixed=True),
            {"by": by, "alone": alone},
        )
        assert shown == [[row["stated"], pytest.approx(row["computed"]), row["verdict"] == "differs"]], stated
        differing += row["verdict"] == "differs"
    assert 3 < differing < len(STATED) - 3


@settings(max_examples=25)
@given(made=made_plans())
def test_the_page_counts_any_plan_as_the_library_does(call, made, tmp_path_factory):
    plan = bk_gis.load_plan(made.write(tmp_path_factory.mktemp("made") / "p"))
    data = page_data(plan, by=made.phases[-1], lang="vi")
    for by in made.phases:
        units, whole, wrong = call(
            """(data, by) => {
              const plan = bkgis.readPlan(data);
              const { districts, units, whole } = bkgis.summarise(plan, { by, alone: false });
              const wrong = districts.filter(({ hectares, stated }) => bkgis.differs(hectares, stated));
              return [units, whole, wrong.length];
            }""",
            data,
            by,
        )
        table = bk_gis.check_coverage(plan, by=by).table
        assert [unit["clusters"] for unit in units] == table["clusters"].tolist()
        assert [unit["hectares"] for unit in units] == pytest.approx(table["hectares"].tolist())
        assert [bool(unit["covered"]) for unit in units] == table["covered"].tolist()
        assert not wrong, "each district states what it has by each horizon"
        assert (whole["clusters"], whole["hectares"]) == pytest.approx(made.whole(by))
        sentence = """(data, by) => {
          bkgis.learn(data.words);
          return bkgis.statusSentence(bkgis.readPlan(data), { by, lang: "en" });
        }"""
        assert call(sentence, data, by) == made.became(by)
