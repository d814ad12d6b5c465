"""The second plan, examples/lao-cai-2026: what it holds, what the decision did, and what its figures lack."""

import json
import re
from pathlib import Path

import pandas as pd
import pytest
from pypdf import PdfReader

import bk_gis
from bk_gis.checks.comparison import compare
from bk_gis.plan.levels import levels_of
from bk_gis.reports.coverage_blocks import coverage_blocks
from bk_gis.reports.layout import Table, to_markdown
from bk_gis.reports.plan_report import make_report

FOLDER = Path(__file__).parents[1] / "examples" / "lao-cai-2026"
BEFORE = FOLDER / "before"
# Group: clusters, hectares by 2030 before and after. The annex states 13 and 310 of those withdrawn.
GROUPS = {
    "kept": (20, 1056.64, 1056.64),
    "resized": (14, 503.72, 711.17),
    "brought forward": (3, 0, 190),
    "put off": (1, 10, 0),
    "added": (17, 0, 970),
    "withdrawn": (11, 221, 0),
}
FORWARD = {"Phú Thịnh 5": 75, "Phú Thịnh 6": 75, "Châu Quế Thượng": 40}
EXTENDED = {"Thượng Bằng La", "Bảo Thắng", "Trà Trẩu"}


@pytest.fixture(scope="module")
def lao_cai():
    return bk_gis.load_plan(FOLDER, lang="en")


@pytest.fixture(scope="module")
def audited(lao_cai):
    found = bk_gis.audit(lao_cai, lang="en")
    return found[found["verdict"] != "agrees"]


@pytest.mark.costly
def test_clusters_in_several_lines_of_a_table_are_named_below_it(lao_cai):
    found = bk_gis.check_coverage(lao_cai, by=2030)
    lines = [name for names in found.table["names"] if names for name in names.split(", ")]
    assert sorted(found.shared) == sorted({name for name in lines if lines.count(name) > 1})
    blocks = coverage_blocks(lao_cai, found, "en")
    below = blocks[[isinstance(block, Table) for block in blocks].index(True) + 1]
    assert ", ".join(found.shared[:-1]) in below
    assert bk_gis.check_coverage(bk_gis.load_plan()).shared == ()


def test_it_has_99_communes_no_districts_and_54_clusters_by_2030(lao_cai):
    assert len(lao_cai.communes) == 99
    assert levels_of(lao_cai) == ("commune",)
    by_2030 = lao_cai.hectares_by(2030)
    assert (by_2030 > 0).sum() == 54
    assert by_2030.sum() == pytest.approx(2927.81)
    assert lao_cai.clusters["match_method"].isin(["exact", "folded", "between"]).all()
    assert lao_cai.crs.to_epsg() == 9208


def test_clusters_lie_in_two_communes_and_up_to_six_in_one(lao_cai):
    codes = lao_cai.clusters["match_codes"].str.split()
    assert (codes.str.len() == 2).sum() == 4
    assert codes.explode().value_counts().max() == 6  # Văn Phú


def test_some_are_founded_and_the_others_not(lao_cai):
    assert lao_cai.clusters["status"].value_counts().to_dict() == {"planned": 37, "founded": 18}


def test_what_is_assumed_is_marked(lao_cai):
    for plan, assumed in ((lao_cai, {"Púng Luông"}), (lao_cai.before, EXTENDED | {*FORWARD})):
        noted = plan.clusters[plan.clusters["note"].str.startswith("Giả định")]
        assert set(noted["name"]) == assumed
        assert noted["note_en"].str.startswith("Assumed").all()
        assert (noted["ha_2031_2050"] > 0).all()


@pytest.mark.costly
def test_what_is_assumed_is_said_on_paper_in_exports_and_in_the_report(lao_cai, tmp_path):
    said = "Assumed: as many hectares after 2030 as by 2030 before 525/QĐ-UBND."
    bk_gis.print_map(lao_cai, tmp_path / "map.pdf", lang="en")
    text = " ".join(PdfReader(tmp_path / "map.pdf").pages[0].extract_text().split())
    assert f"* 55. Púng Luông: {said}" in text
    assert "55. Púng Luông* · Xã Púng Luông" in text
    bk_gis.export(lao_cai, tmp_path / "a.csv", lang="en")
    notes = pd.read_csv(tmp_path / "a.csv").set_index("name")["note"]
    assert notes.index[notes.str.startswith(said)].tolist() == ["Púng Luông"]
    report = to_markdown(make_report(lao_cai, lang="en"))
    assert f"Púng Luông: {said}" in report
    assert "| resized | 14 | 503.72 | 711.17 |" in report


def test_it_knows_the_plan_that_its_decision_amends(lao_cai):
    assert len(lao_cai.before.clusters) == 49
    assert lao_cai.before.before is None


@pytest.mark.costly
def test_the_groups_of_the_annex_and_their_totals_are_found_from_comparing_alone(lao_cai):
    found = compare(lao_cai.before, lao_cai).groups
    by_2030 = found[found["by"] == 2030].groupby("group")
    sums = by_2030[["hectares_before", "hectares_after"]].sum().round(2)
    assert {group: (len(by_2030.get_group(group)), *row) for group, row in sums.T.items()} == GROUPS


@pytest.mark.costly
def test_the_command_tells_the_groups_to_people_and_programs(bk):
    text = bk("compare", BEFORE, FOLDER, "--format", "md", "--lang", "en").out
    assert "| resized | 14 | 503.72 | 711.17 | 503.72 | 711.17 |" in text
    assert "| brought forward | 3 | 0 | 190 | 190 | 190 |" in text
    assert "| Total |  | 1,791.36 | 2,927.81 |" in text
    (forward,) = re.findall(r"\| 54 \| Châu Quế Thượng \| 2021-2030 .*", text)
    assert forward.endswith("| Assumed: as many hectares after 2030 as 525/QĐ-UBND states by 2030. |")
    groups = json.loads(bk("compare", BEFORE, FOLDER, "--format", "json").out)["groups"]
    assert {row["name"] for row in groups if row["group"] == "put off"} == {"Púng Luông"}


def test_the_audit_finds_the_two_clusters_that_the_draft_lacks(audited):
    draft = audited[audited["clause"] == "annex III (draft)"]
    figures = [tuple(row) for row in draft[["measure", "stated", "computed", "difference"]].to_numpy()[:2]]
    assert figures == [
        ("clusters", 52, 54, 2),
        ("hectares", 2812.81, pytest.approx(2927.81), pytest.approx(115)),
    ]
    assert draft["explanation"].str.contains("Châu Quế and Châu Quế Thượng: 115 ha")[:2].all()
    assert draft["computed"].tolist()[2:] == ["Châu Quế", "Châu Quế Thượng"]
    assert draft["known"].all()


def test_the_audit_finds_that_of_13_withdrawn_11_are_named(audited):
    withdrawn = audited[audited["clause"] == "annex III, III"]
    figures = [tuple(row) for row in withdrawn[["measure", "stated", "computed", "difference"]].to_numpy()]
    assert figures == [("clusters", 13, 11, -2), ("hectares_before", 310, 221, -89)]
    assert withdrawn["explanation"].str.contains("Đầm Hồng").all()
    assert not withdrawn["known"].any(), "what nobody has explained stays open"


def test_nothing_else_of_the_decision_differs(audited):
    others = audited[~audited["clause"].isin(["annex III (draft)", "annex III, III"])]
    assert others["stated"].tolist() == [2928.0, 2928.0]
    assert others["verdict"].unique().tolist() == ["agrees within rounding"]
