"""Two states of a plan side by side, for people."""

import json
import re
import zipfile

import pandas as pd
import pytest
from amendments import FORWARD

import bk_gis
from bk_gis.plan.changes import Scenario
from bk_gis.reports.html import map_pages
from bk_gis.reports.layout import to_markdown
from bk_gis.reports.plan_report import make_report

PROVINCE = "tests/fixtures/province"


@pytest.mark.costly
def test_coverage_is_shown_before_and_after(bk, every_kind):
    text = bk("compare", every_kind, "--plan", PROVINCE, "--format", "md", "--lang", "en").out
    assert "Before: NO: by 2030, 2 of 3 districts have a cluster; missing: Huyện Đồi Thông." in text
    assert "After: YES: by 2030, 3 of 3 districts have a cluster." in text
    assert "| Huyện Đồi Thông | 2030 | 0 | 1 | 0 | 25 |" in text


@pytest.mark.costly
def test_targets_are_shown_before_and_after(bk, tmp_path):
    (tmp_path / "a.toml").write_text(FORWARD, encoding="utf-8")
    answer = bk("compare", tmp_path / "a.toml", "--plan", PROVINCE, "--format", "json", "--lang", "en")
    targets = json.loads(answer.out)["targets"]
    rule = next(t for t in targets if t["clause"] == "1")
    assert (rule["computed_before"], rule["computed_after"]) == (0, 1)
    assert (rule["verdict_before"], rule["verdict_after"]) == ("differs", "agrees")
    assert not [t for t in targets if t["clause"] == "5"], "what there is by 2035 has not changed"


@pytest.mark.costly
def test_the_comparison_can_be_attached_as_a_word_document(bk, every_kind, tmp_path):
    assert bk("compare", every_kind, "--plan", PROVINCE, "-o", tmp_path / "a.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes()[:2] == b"PK"


TRIAL = """
[[changes]]
cluster = "4"
move = { from = "2031-2035", to = "2026-2030" }
reason = "</script>đồi chưa có"

[[changes]]
cluster = "9"
add = true
hectares = { "2031-2035" = 12.5 }
name = "Mới"
commune = "7"
"""


@pytest.fixture
def trial(tmp_path):
    codes = bk_gis.load_plan(PROVINCE).communes["code"]
    (tmp_path / "trial.toml").write_text(TRIAL.replace('"7"', f'"{codes.iloc[0]}"'), encoding="utf-8")
    return tmp_path / "trial.toml"


@pytest.mark.costly
def test_the_paper_of_a_trial_says_what_changes_why_and_what_no_longer_holds(bk, trial, tmp_path):
    answer = bk("report", "--changes", trial, "--plan", PROVINCE, "-o", tmp_path / "a.md", "--lang", "en")
    assert answer.code == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text.startswith("# TRIAL, not the decision: ")
    assert "2 changes of the plan of decision" in text
    assert re.search(r"\| 9 \| Mới \| added: .*, Huyện Hạ Lưu, 2031-2035 \|  \| 12.5 \|", text)
    assert "| &lt;/script>đồi chưa có |" in text
    assert "After: YES: by 2030, 3 of 3 districts have a cluster." in text
    broken = text.partition("## Targets that no longer hold")[2].partition("##")[0]
    assert "| -25 |" in broken
    for side in ("before", "after"):
        assert f"a-map-{side}.png" in text
        assert (tmp_path / f"a-map-{side}.png").read_bytes()[:4] == b"\x89PNG"


@pytest.mark.costly
def test_the_paper_is_a_word_document_with_both_maps_or_a_page(bk, trial, tmp_path):
    given = ("--changes", trial, "--plan", PROVINCE)
    assert bk("report", *given, "-o", tmp_path / "a.docx").code == 0
    with zipfile.ZipFile(tmp_path / "a.docx") as document:
        assert len([name for name in document.namelist() if name.endswith(".png")]) == 2
        assert "PHƯƠNG ÁN THỬ" in document.read("word/document.xml").decode()
    assert bk("report", *given, "-o", tmp_path / "a.html").code == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").count("<iframe") == 2
    assert bk("compare", trial, "--plan", PROVINCE, "-o", tmp_path / "b.docx").code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


@pytest.mark.costly
def test_every_answer_about_a_trial_says_that_it_is_one(bk, trial, tmp_path):
    given = ("--changes", trial, "--plan", PROVINCE, "--lang", "en")
    said = "TRIAL, not the decision"
    asked = bk("coverage", "--by", "2030", *given)
    assert (asked.code, said in asked.out) == (0, True)
    assert said in bk("coverage", "--by", "2030", "--format", "csv", *given).said
    assert bk("export", "-o", tmp_path / "a.csv", *given).code == 0
    sources = pd.read_csv(tmp_path / "a.csv")["source"]
    assert sources.str.startswith(f"{said}: ").all()
    assert bk("print", "-o", tmp_path / "a.svg", *given).code == 0
    own = bk("coverage", "--by", "2030", "--plan", PROVINCE, "--lang", "en")
    assert said not in own.out + own.said
    assert bk("print", "-o", trial, "--changes", trial).code == 2


def test_maps_beside_each_other_have_discs_to_one_scale():
    before = bk_gis.load_plan(PROVINCE)
    large = [{"cluster": before.clusters["id"].iloc[0], "hectares": {"2031-2035": 900}}]
    pages = [page for _, page in map_pages(before, before.apply(large), lang="vi")]
    scales = {re.search(r'"scale":.*?"legend":\[.*?\]', page)[0] for page in pages}
    assert len(scales) == 1
    assert "800" in scales.pop()


def test_a_picture_and_changes_are_not_taken_together(bk, trial, tmp_path):
    answer = bk("report", "--changes", trial, "--picture", tmp_path / "a.png", "-o", tmp_path / "a.docx")
    assert (answer.code, "leave out --picture" in answer.said) == (2, True)


@pytest.mark.costly
def test_whatever_is_made_of_a_tried_plan_says_so(trial, tmp_path):
    plan = bk_gis.load_plan(PROVINCE)
    tried = plan.apply(bk_gis.read_changes(trial))
    assert tried.heading.en.startswith("TRIAL, not the decision: ")
    assert plan.heading == plan.title == tried.title
    said = [f"{tried.heading.vi}"[:20]]
    assert to_markdown(make_report(tried)).startswith(f"# {said[0]}")
    bk_gis.export(tried, tmp_path / "a.xlsx")
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert any(said[0] in book.read(name).decode("utf-8", "replace") for name in book.namelist())
    bk_gis.print_map(tried, tmp_path / "a.svg")
    assert "PHƯƠNG ÁN THỬ" in (tmp_path / "a.svg").read_text(encoding="utf-8")
    decided = tried.apply(
        Scenario.model_validate({"decision": "9/QĐ", "changes": [{"cluster": "9", "drop": True}]})
    )
    assert decided.heading == decided.title
