"""The report that one attaches to a paper for a meeting."""

import pytest
from docx import Document
from PIL import Image

from bk_gis.language.formats import number
from bk_gis.reports.layout import to_markdown
from bk_gis.reports.plan_report import make_report


@pytest.mark.parametrize(
    ("lang", "verdict"), [("vi", "ĐẠT: đến năm 2020, 8/8"), ("en", "YES: by 2020, 8 of 8")]
)
def test_the_verdict_comes_first_at_the_horizon_of_the_plans_own_rule(plan, lang, verdict):
    text = to_markdown(make_report(plan, lang=lang))
    assert verdict in text.split("\n\n")[3]


def test_a_gap_comes_with_what_would_close_it(plan):
    text = to_markdown(make_report(plan, by=2015, lang="en"))
    assert "NO: by 2015, 6 of 8 districts have a cluster; missing: Huyện Ba Bể, Huyện Pác Nặm." in text
    assert "Nghiên Loan (2016-2020, 15 ha)" in text


def test_each_cluster_is_listed_with_what_each_phase_adds_and_the_sums(plan):
    text = to_markdown(make_report(plan, lang="en"))
    assert "| 1 | Huyền Tụng | Huyền Tung | Thị xã Bắc Kạn | 32.7 |  | 12 | 44.7 |" in text
    row = next(line for line in text.splitlines() if line.startswith("|  | Total |"))
    sums = [number(plan.clusters[name].sum(), "en") for name in (*(p.column for p in plan.phases), "ha")]
    assert row.split(" | ")[-4:] == [*sums[:-1], f"{sums[-1]} |"]


@pytest.mark.costly
def test_an_office_that_the_plan_names_is_at_the_head_and_signs(bk, folder, tmp_path):
    folder.replace(
        "plan.toml",
        "[boundaries]",
        '[sheet]\nagency = "Sở A"\nsignatory = "Giám đốc"\nname = "Lê B"\n\n[boundaries]',
    )

    def said(*options):
        assert bk("report", "--plan", folder.path, "-o", tmp_path / "a.docx", *options).code == 0
        document = Document(str(tmp_path / "a.docx"))
        return "\n".join(cell.text for table in document.tables for row in table.rows for cell in row.cells)

    stated = said("--number", "12/BC")
    assert [text in stated for text in ("SỞ A", "GIÁM ĐỐC", "Lê B", "Số: 12/BC")] == [True] * 4
    assert "SỞ A" not in said("--agency", "Sở C")
    assert bk("report", "-o", tmp_path / "a.docx", "--number", "12/BC").code == 2


def test_every_difference_and_the_sources_are_in_it(plan):
    text = to_markdown(make_report(plan, lang="en"))
    assert "55 ha × 7.26 = 399.3" in text
    assert plan.boundaries.credit in text
    assert plan.boundaries.note["en"] in text


@pytest.mark.costly
def test_a_written_report_draws_its_own_map(bk, tmp_path):
    asked = ("report", "--plan", "tests/fixtures/province", "--lang", "en")
    for name in ("a.docx", "b.docx", "a b.md"):
        assert bk(*asked, "-o", tmp_path / name).code == 0
    assert len(Document(str(tmp_path / "a.docx")).inline_shapes) == 1
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert "](<a b-map.png>)" in (tmp_path / "a b.md").read_text(encoding="utf-8")
    with Image.open(tmp_path / "a b-map.png") as picture:
        assert picture.width > 1000
    assert "![" not in bk(*asked).out  # nothing is written that was not asked for


@pytest.mark.costly
def test_a_horizon_within_a_phase_has_the_map_of_the_phases_before(bk, tmp_path):
    asked = ("report", "--plan", "tests/fixtures/province")
    assert bk(*asked, "--by", 2033, "-o", tmp_path / "a.md").code == 0
    assert (tmp_path / "a-map.png").exists()
    assert bk(*asked, "--by", 2020, "-o", tmp_path / "b.md").code == 0
    assert not (tmp_path / "b-map.png").exists()


def test_text_cannot_end_its_cell_or_open_a_tag(plan):
    clusters = plan.clusters.copy()
    clusters.loc[0, "name"] = "a | b <script>\nc"
    text = to_markdown(make_report(plan.replace(clusters=clusters)))
    assert "a \\| b &lt;script> c" in text
    assert "<script" not in text


def test_another_ending_is_refused(bk, tmp_path):
    assert bk("report", "-o", tmp_path / "a.pdf").code == 2
