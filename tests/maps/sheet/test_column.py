"""The column beside the map: table, verdict, sources."""

import re
import shutil
from dataclasses import replace

import pandas as pd
import pytest
from failures import raises
from sheets import drawn

import bk_gis


@pytest.mark.costly
def test_the_table_is_in_the_order_of_the_annex(plan, sheet):
    rows = [text.split(". ", 1)[1] for text in sheet.texts if re.match(r"\d+\. \w", text)]
    assert rows == plan.clusters["name"].tolist()


@pytest.mark.costly
def test_the_sheet_says_what_it_is_and_how_far_to_trust_it(plan, sheet):
    text = " ".join(sheet.texts)
    for part in (plan.title["vi"], plan.decision.number, "25/02/2014", plan.decision.issuer["vi"]):
        assert part in text
    for part in (plan.boundaries.credit, plan.boundaries.note["vi"], "Vị trí tham khảo", "EPSG:9213"):
        assert part in text


@pytest.mark.costly
def test_a_cluster_without_a_place_is_named(province):
    clusters = province.clusters.copy()
    clusters.loc[0, "location"] = "Nơi Không Có"
    assert "Chưa định vị được: Cửa Sông." in drawn(province.replace(clusters=clusters)).texts


@pytest.mark.costly
def test_where_many_clusters_have_a_note_the_others_are_named_and_the_table_stays(plan):
    clusters = plan.clusters.assign(note=[f"ghi chú {i}" for i in range(len(plan.clusters))])
    texts = " ".join(drawn(plan.replace(clusters=clusters)).texts)
    assert "ghi chú 7" in texts
    assert "ghi chú 8" not in texts
    others = ", ".join(map(str, range(9, 22)))
    assert f"Ghi chú của các cụm {others}: xem trang bản đồ hoặc báo cáo." in texts
    assert "không đủ chỗ" not in texts


@pytest.mark.costly
def test_the_block_has_what_plan_toml_says_and_room_for_a_pen_where_it_says_nothing(tmp_path):
    folder = tmp_path / "plan"
    shutil.copytree("tests/fixtures/province", folder)
    texts = drawn(bk_gis.load_plan(folder)).texts
    assert {"Sở Công Thương", "Ký tên, đóng dấu"} & set(texts) == {"Ký tên, đóng dấu"}
    toml = (folder / "plan.toml").read_text(encoding="utf-8")
    block = '[sheet]\nagency = "Sở Công Thương"\nsignatory = "Giám đốc"\nname = "Lê Thị B"\nnumber = "07"\n'
    (folder / "plan.toml").write_text(f"{toml}\n{block}date = 2030-01-31\n", encoding="utf-8")
    texts = drawn(bk_gis.load_plan(folder)).texts
    assert {"Sở Công Thương", "Giám đốc", "Lê Thị B", "07", "Ngày 31/01/2030"} <= set(texts)


def test_hectares_stand_by_sub_region_and_phase(sheet):
    caption = sheet.texts.index("Diện tích theo tiểu vùng (ha), đến năm 2025")
    at = sheet.texts.index("Tiểu vùng phía Bắc và Tây Bắc", caption)
    assert sheet.texts[at : at + 5] == ["Tiểu vùng phía Bắc và Tây Bắc", "16,74", "95,46", "55", "167,2"]


@pytest.mark.costly
def test_a_paper_with_too_little_room_lists_units_and_says_so(plan):
    rows = [plan.clusters.assign(id=plan.clusters["id"] + f".{i}") for i in range(12)]
    texts = drawn(plan.replace(clusters=pd.concat(rows)), paper="A4").texts
    assert "không đủ chỗ" in " ".join(texts)
    assert "Huyện Ba Bể" in texts
    assert not [text for text in texts if re.match(r"\d+\.\d+\. ", text)]


@pytest.mark.costly
def test_a_paper_that_is_too_small_is_an_error_that_names_larger_ones(province):
    phases = tuple(
        province.phases[0].model_copy(update={"id": str(i), "start": i, "end": i}) for i in range(1901, 2001)
    )
    hectares = pd.DataFrame(1.0, province.clusters.index, [phase.column for phase in phases])
    crowded = replace(province, phases=phases, clusters=province.clusters.join(hectares))
    with raises(bk_gis.InputError, match="A4 is too small for the legend.* A3, A2, A1, A0"):
        drawn(crowded, paper="A4")
