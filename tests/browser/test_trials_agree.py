"""What is tried on the page is what Python makes of it: the same clusters, figures, verdicts and file."""

import pytest
from agreement import PLANS
from trials import odd_changes, random_changes, spelled

import bk_gis
from bk_gis.checks.auditing.held import broken_targets
from bk_gis.checks.coverage_detail import check_rules, repairs
from bk_gis.maps.page.data import page_data
from bk_gis.plan.changes import changes_text

TRY = """(data, texts) => {
  const plan = bkgis.readPlan(data);
  const before = JSON.stringify(plan);
  const answers = texts.map((text) => {
    let read;
    try {
      read = bkgis.readChanges(text);
      bkgis.fitting(plan, read);
    } catch (refusal) {
      if (!(refusal instanceof bkgis.Refusal)) throw refusal;
      return { refused: refusal.key, row: refusal.row };
    }
    const tried = bkgis.apply(plan, read.document.changes).at(-1);
    return {
      clusters: tried.clusters.map(({ id, name, location, district, ha, latlng }) =>
        [id, name, location, data.districts.name[district] ?? null, ha, latlng]),
      units: plan.phases.map(({ end }) => bkgis.summarise(tried, { by: end, alone: false })),
      short: plan.rules.map((rule) => bkgis.shortUnits(tried, rule)
        .map((u) => bkgis.unitName(plan.units[u], "vi"))),
      broken: bkgis.brokenTargets(tried).map((one) => [one.clause, one.measure, one.stated, one.now]),
      repairs: bkgis.repairsOf(tried).map(({ unit, forward, added }) => [
        bkgis.unitName(plan.units[unit], "vi"), forward.map(({ change }) => change),
        added?.communes.map(({ code }) => code) ?? [], added?.ha ?? null,
      ]),
      text: bkgis.writeChanges(read.document),
      link: bkgis.writeChanges(bkgis.fromAddress(plan, bkgis.toAddress(read.document))),
    };
  });
  if (JSON.stringify(plan) !== before) throw new Error("the plan was altered");
  return answers;
}"""


LETTERS = {
    "capital_billion_vnd": "v",
    **{name: name[0] for name in ("clusters", "new", "expansions", "hectares", "jobs")},
}
AWKWARD = ("no districts", "between communes", "short forms and an unplaced cluster")


@pytest.mark.costly
@pytest.mark.parametrize("name", ["Bắc Kạn", *AWKWARD])
def test_random_changes_lead_to_the_same_plan_on_the_page_and_in_python(call, plan, tmp_path, name):
    try_both(call, named(plan, tmp_path, name), range(6))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Bắc Kạn", *AWKWARD])
def test_hundreds_of_random_changes_do(call, plan, tmp_path, name):
    try_both(call, named(plan, tmp_path, name), range(100, 150))


@pytest.mark.slow
@pytest.mark.parametrize("name", ["Bắc Kạn", *AWKWARD])
def test_what_cannot_be_made_is_refused_by_both_and_nothing_else(call, plan, tmp_path, name):
    plan = named(plan, tmp_path, name)
    made = [odd_changes(plan, seed) for seed in range(60)]
    texts = [changes_text(scenario) for scenario in made]
    answers = call(TRY, page_data(plan, by=plan.phases[-1].end, lang="vi"), texts)
    refused = 0
    for scenario, text, answer in zip(made, texts, answers, strict=True):
        try:
            after = plan.apply(scenario)
        except bk_gis.InputError:
            assert "refused" in answer, text
            refused += 1
            continue
        assert "refused" not in answer, (text, answer)
        compare(plan, after, answer)
    assert 10 < refused < 50


READ = """(texts) => texts.map((text) => {
  try {
    return bkgis.writeChanges(bkgis.readChanges(text).document);
  } catch (refusal) {
    if (!(refusal instanceof bkgis.Refusal)) throw refusal;
    return null;
  }
})"""


def test_a_file_as_hands_write_it_is_read_by_both_or_refused_by_both(call, plan, tmp_path):
    texts = [spelled(random_changes(plan, seed, length=1 + seed % 4), seed) for seed in range(300)]
    answers = call(READ, texts)
    for text, answer in zip(texts, answers, strict=True):
        (tmp_path / "hand.toml").write_text(text, encoding="utf-8", newline="")
        try:
            expected = changes_text(bk_gis.read_changes(tmp_path / "hand.toml"))
        except bk_gis.InputError:
            expected = None
        assert answer == expected, text
    assert 100 < sum(answer is not None for answer in answers) < 250


def named(plan, folder, name):
    return plan if name == "Bắc Kạn" else bk_gis.load_plan(PLANS[name].write(folder / "plan"))


def try_both(call, plan, seeds):
    made = [random_changes(plan, seed, length=1 + seed % 8) for seed in seeds]
    texts = [changes_text(scenario) for scenario in made]
    answers = call(TRY, page_data(plan, by=plan.phases[-1].end, lang="vi"), texts)
    for scenario, text, answer in zip(made, texts, answers, strict=True):
        assert "refused" not in answer, (text, answer)
        compare(plan, plan.apply(scenario), answer)
        assert answer["text"] == answer["link"] == text


def compare(plan, after, answer):
    columns = [phase.column for phase in plan.phases]
    clusters = after.clusters
    districts = clusters["district"] if len(plan.districts) else [None] * len(clusters)
    hectares = clusters[columns].to_numpy().tolist()
    rows = list(zip(clusters["id"], clusters["name"], clusters["location"], districts, hectares, strict=True))
    assert [tuple(row[:4]) for row in answer["clusters"]] == [row[:4] for row in rows]
    for row, (*_, own) in zip(answer["clusters"], rows, strict=True):
        assert row[4] == pytest.approx(own)
    for point, (*_, latlng) in zip(clusters.geometry, answer["clusters"], strict=True):
        assert (latlng is None) == (point is None or point.is_empty)
        assert latlng is None or (point.y, point.x) == pytest.approx(latlng, abs=3e-4)  # some 30 m
    for phase, found in zip(plan.phases, answer["units"], strict=True):
        table = bk_gis.check_coverage(after, by=phase.end).table
        assert [unit["clusters"] for unit in found["units"]] == table["clusters"].tolist()
        assert [unit["hectares"] for unit in found["units"]] == pytest.approx(table["hectares"].tolist())
    rules = check_rules(after)
    assert [tuple(sorted(short)) for short in answer["short"]] == [
        tuple(sorted(short)) for short in rules["short"]
    ]
    broken = broken_targets(plan, after)
    figures = len(broken) - sum(~rules["holds"] & check_rules(plan)["holds"])  # rules are the last
    rows = broken[["clause", "measure", "stated", "after"]].iloc[:figures].to_numpy().tolist()
    expected = sorted((clause, LETTERS[measure], *figures) for clause, measure, *figures in rows)
    for row, found in zip(expected, sorted(answer["broken"]), strict=True):
        assert found == [*row[:2], *map(pytest.approx, row[2:])]
    for (unit, forward, communes, ha), row in zip(
        answer["repairs"], repairs(after).to_dict("records"), strict=True
    ):
        assert (unit, forward, communes) == (row["name"], list(row["forward"]), list(row["communes"]))
        assert ha is None or ha == pytest.approx(row["hectares"])
