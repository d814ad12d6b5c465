"""The layouts of annexes that docs/annex.md lists, each as an office has it: cells with bars between."""

import pytest
from failures import english, raises

from bk_gis.errors import InputError
from bk_gis.plan.annex.reading import read_annex


@pytest.fixture
def annex(tmp_path):
    """Read rows that are copied as text with tabs."""

    def annex(*rows, ending=".txt", **options):
        lines = [row.replace("|", "\t" if ending == ".txt" else ";") for row in rows]
        (tmp_path / f"a{ending}").write_text("\n".join(lines), encoding="utf-8")
        return read_annex(tmp_path / f"a{ending}", **options)

    return annex


def rows_of(annex, *columns):
    """Clusters as text, without ids: name, place, district where there are any, hectares."""
    return ["|".join(row) for row in annex.clusters.drop(columns=["id", "printed_name", *columns]).to_numpy()]


def said(annex):
    return list(map(english, annex.notes))


def not_taken(annex):
    return [english(problem) for problem in annex.skipped]


HEAD = "TT|Tên CCN|Địa điểm|Giai đoạn 2021-2025|Giai đoạn 2026-2030"


def test_one_column_of_hectares_and_the_district_in_the_cell_of_the_place(annex):
    read = annex(
        "TT|Tên cụm công nghiệp|Địa điểm (xã, huyện)|Diện tích (ha)",
        "1|CCN Hồ Sơn 1|Xã Hồ Sơn, xã Cai Kinh, huyện Hữu Lũng|73,76",
        "2|CCN Minh Sơn|Xã Minh Sơn, huyện Hữu Lũng|55",
        phases=["2021-2030"],
    )
    assert rows_of(read) == [
        "Hồ Sơn 1|Xã Hồ Sơn, xã Cai Kinh, huyện Hữu Lũng|huyện Hữu Lũng|73.76",
        "Minh Sơn|Xã Minh Sơn, huyện Hữu Lũng|huyện Hữu Lũng|55",
    ]


def test_one_column_of_hectares_asks_for_its_phase(annex):
    with raises(InputError, r"'Diện tích \(ha\)' does not say when its phase begins; name the phases"):
        annex("TT|Tên CCN|Diện tích (ha)", "1|CCN A|5")


def test_no_districts_at_all(annex):
    read = annex(
        HEAD, "1|CCN Hồ Sơn 1|Xã Cai Kinh|73,76|-", "2|CCN B|Xã Tuấn Sơn|-|55", "|Tổng cộng||73,76|55"
    )
    assert rows_of(read) == ["Hồ Sơn 1|Xã Cai Kinh|73.76|", "B|Xã Tuấn Sơn||55"]
    assert "district" not in read.clusters


def test_a_district_in_a_column_of_its_own_holds_for_the_empty_cells_below(annex):
    head = "TT|Huyện, thị xã|Tên CCN|Xã|Giai đoạn 2026-2030"
    read = annex(head, "1|Na Rì|CCN A|Xã A|7", "2||CCN B|Xã B|5", "3|Chợ Mới|CCN C|Xã C|5")
    assert rows_of(read) == ["A|Xã A|Na Rì|7", "B|Xã B|Na Rì|5", "C|Xã C|Chợ Mới|5"]
    assert "row 3 states no district: taken to be Na Rì, as above" in said(read)


EXISTING = (
    "TT|Tên CCN|Địa điểm|Diện tích hiện có (ha)|Quy hoạch đến năm 2025 (ha)|Quy hoạch đến năm 2030 (ha)"
)


def test_cumulative_columns_after_what_exists(annex):
    read = annex(
        EXISTING,
        "I|Huyện Hữu Lũng||30|73,76|128,76",
        "1|CCN Hồ Sơn 1|Xã Hồ Sơn|30|73,76|73,76",
        "2|CCN Minh Sơn|Xã Minh Sơn|||55",
        phases=["2021-2025", "2026-2030"],
    )
    assert list(read.clusters.columns[-3:]) == ["ha_hien_co", "ha_2021_2025", "ha_2026_2030"]
    assert rows_of(read, "location", "district") == ["Hồ Sơn 1|30|43.76|", "Minh Sơn|||55"]
    assert read.mismatches == ()
    assert any('first phase with id = "hien-co", start = 2020, end = 2020' in note for note in said(read))


@pytest.mark.parametrize(
    ("total", "hectares"), [("40|60", ["A|20|20", "B||20"]), ("20|40", ["A|20|", "B||20"])]
)
def test_the_total_of_the_phases_decides_whether_columns_are_cumulative(annex, total, hectares):
    """A column of totals beside two columns of years, which could be either."""
    first, whole = total.split("|")
    read = annex(
        "TT|Tên CCN|Năm 2025 (ha)|Năm 2030 (ha)|Tổng (ha)",
        f"1|CCN A|20|20|{first}",
        "2|CCN B|-|20|20",
        f"|Tổng cộng|20|40|{whole}",
        phases=["2021-2025", "2026-2030"],
    )
    assert rows_of(read, "location") == hectares
    assert read.mismatches == ()


def test_one_figure_of_the_total_row_decides_too(annex):
    rows = ["TT|Tên CCN|Năm 2025 (ha)|Năm 2030 (ha)", "1|CCN A|10|20", "2|CCN B|-|20"]
    phases = ["2021-2025", "2026-2030"]
    assert rows_of(annex(*rows, "|Tổng cộng|40", phases=phases), "location") == ["A|10|10", "B||20"]
    assert rows_of(annex(*rows, "|Tổng cộng|50", phases=phases), "location") == ["A|10|20", "B||20"]


def test_what_columns_hold_is_asked_where_it_is_not_certain(annex):
    rows = ["TT|Tên CCN|Hiện có (ha)|Quy hoạch (ha)", "1|CCN A|10|20", "2|CCN B|-|20"]
    with raises(InputError, "as additions they make 50 ha, as cumulative figures 40 ha; say --increments or"):
        annex(*rows, phases=["2030"])
    assert rows_of(annex(*rows, phases=["2030"], measure="increments"), "location") == ["A|10|20", "B||20"]
    assert rows_of(annex(*rows, phases=["2030"], measure="cumulative"), "location") == ["A|10|10", "B||20"]


@pytest.mark.parametrize("heads", ["Giai đoạn 2021-2025|Giai đoạn 2026-2030", "Năm 2025 (ha)|Năm 2030 (ha)"])
def test_figures_that_only_grow_are_asked_for(annex, heads):
    rows = [f"TT|Tên CCN|{heads}", "1|CCN A|10|20", "2|CCN B|-|20"]
    with raises(InputError, "say --increments or --cumulative"):
        annex(*rows, phases=["2021-2025", "2026-2030"])
    ended = annex(*rows, "3|CCN C|5|-", phases=["2021-2025", "2026-2030"])
    assert rows_of(ended, "location") == ["A|10|20", "B||20", "C|5|"]


def test_a_cumulative_figure_that_falls_is_refused(annex):
    rows = [EXISTING, "1|CCN A|Xã A|75|50|50", "2|CCN B|Xã B|-|10|20"]
    with raises(InputError, "row 2, column 2021-2025: 'CCN A' falls from 75 to 50 ha"):
        annex(*rows, phases=["2021-2025", "2026-2030"], measure="cumulative")


CHANGES = (
    "TT|Tên CCN|Địa điểm|Diện tích theo QĐ 64/2015 (ha)|Diện tích sau điều chỉnh (ha)",
    "|Tổng cộng||135|225",
    "I|Giữ nguyên||50|50",
    "1|CCN Y Can|Xã Quy Mông|50|50",
    "II|Mở rộng||30|75",
    "1|CCN Âu Lâu|Phường Âu Lâu|30|75",
    "III|Đưa ra khỏi quy hoạch||55|0",
    "1|CCN Đầm Hồng|Phường Yên Bái|55|0",
    "IV|Bổ sung mới||-|60",
    "1|CCN Bản Phiệt|Phường Lào Cai|-|60",
    "V|Đưa từ sau năm 2030 lên||-|40",
    "1|CCN Châu Quế|Xã Châu Quế||40",
)


def test_groups_of_change_give_the_plan_after_the_change(annex):
    read = annex(*CHANGES, phases=["2026-2030"])
    ends = ["Y Can|50", "Âu Lâu|75", "Bản Phiệt|60", "Châu Quế|40"]
    assert rows_of(read, "location") == ends
    assert not_taken(read) == ["a.txt, row 8: 'CCN Đầm Hồng' is in a group that leaves the plan"]
    assert any(note.endswith("is of before the change; it is only checked") for note in said(read))
    assert read.mismatches == ()
    spoilt = annex(*(row.replace("Mở rộng||30", "Mở rộng||40") for row in CHANGES), phases=["2026-2030"])
    assert [english(one) for one in spoilt.mismatches] == [
        "a.txt, row 5, column Diện tích theo QĐ 64/2015 (ha): "
        "'Mở rộng' states 40 ha, its figures add up to 30"
    ]


def test_a_cluster_of_which_nothing_is_left_is_named_without_a_group(annex):
    head = "TT|Tên CCN|Trước điều chỉnh (ha)|Sau điều chỉnh đến năm 2030 (ha)"
    read = annex(head, "1|CCN A|10|20", "2|CCN B|7|-", phases=["2026-2030"])
    assert rows_of(read, "location") == ["A|20"]
    assert not_taken(read) == ["a.txt, row 3: 'CCN B' has no hectares left after the change"]


def test_30_to_75_is_75(annex):
    head = "TT|Tên CCN|Diện tích (ha)"
    read = annex(head, "1|CCN A|30 -> 75", "2|CCN B|từ 10 lên 20,5 ha", "3|CCN C|(50)*", phases=["2030"])
    assert rows_of(read, "location") == ["A|75", "B|20.5", "C|50"]
    assert "row 2: from 30 ha; the new 75 ha count" in said(read)


@pytest.mark.parametrize("first", ["I|Huyện Na Rì||7|5", "I. Huyện Na Rì|||7|5", "|I. Huyện Na Rì||7|5"])
@pytest.mark.parametrize(
    "second", ["II|Huyện Chợ Mới", "Huyện Chợ Mới", "II Huyện Chợ Mới", "|HUYỆN CHỢ MỚI"]
)
@pytest.mark.parametrize("outer", [[], ["A|Giữ nguyên"], ["A. CCN đã thành lập"]])
def test_headings_with_numerals_letters_or_none(annex, first, second, outer):
    read = annex(HEAD, *outer, first, "1|CCN A|Xã A|7|5", second, "1|CCN B|Xã B|-|5")
    assert [row.casefold() for row in rows_of(read)] == ["a|xã a|huyện na rì|7|5", "b|xã b|huyện chợ mới||5"]
    assert read.mismatches == ()


def test_districts_with_numbers_and_clusters_with_dashes(annex):
    read = annex(
        HEAD,
        "1|Huyện Na Rì||7|5",
        "-|CCN A|Xã A|7|-",
        "+|CCN B|Xã B|-|5",
        "2|Huyện Chợ Mới",
        "-|CCN C|Xã C|1|",
    )
    assert rows_of(read) == ["A|Xã A|Huyện Na Rì|7|", "B|Xã B|Huyện Na Rì||5", "C|Xã C|Huyện Chợ Mới|1|"]
    assert read.clusters["id"].tolist() == ["1", "2", "3"]


def test_a_heading_of_a_commune_is_the_place(annex):
    read = annex(
        "TT|Cụm công nghiệp|Giai đoạn 2026-2030", "I|Xã Cai Kinh|7", "1|CCN A|7", "II|Phường B|5", "1|CCN B|5"
    )
    assert rows_of(read) == ["A|Xã Cai Kinh|7", "B|Phường B|5"]


def test_a_place_within_a_commune_is_completed_by_the_heading(annex):
    read = annex(HEAD, "I|Phường Sông Công||7|", "1|CCN A|Tổ dân phố 1|7|", "2|CCN B|Xã C||5")
    assert rows_of(read, "name") == ["Tổ dân phố 1, Phường Sông Công|7|", "Xã C||5"]


def test_three_rows_of_a_head_with_counts_beside_hectares(annex):
    read = annex(
        "STT|Tên CCN|Địa điểm|Quy hoạch phát triển||||Tổng số|",
        "|||Giai đoạn 2021-2025||Giai đoạn 2026-2030||Số CCN|Diện tích (ha)",
        "|||Số CCN|Diện tích (ha)|Số CCN|Diện tích (ha)||",
        "A|Huyện Na Rì||1|10|1|20|2|30",
        "01|Vằng Mười|Xã Trần Phú|1|10|||1|10",
        "02|Côn Minh|Xã Côn Minh|||1|20|1|20",
        "|TỔNG CỘNG (2 CCN)||1|10|1|20|2|30",
    )
    assert rows_of(read, "location", "district") == ["Vằng Mười|10|", "Côn Minh||20"]
    assert list(read.sums[-1].heads.values()) == [
        "Giai đoạn 2021-2025",
        "Giai đoạn 2026-2030",
        "Tổng số Diện tích (ha)",
    ]
    assert read.mismatches == ()


def test_headings_of_headings(annex):
    read = annex(
        HEAD,
        "I|CCN giữ nguyên||12|",
        "I.1|CCN đã thành lập||7|",
        "1|Phú Thịnh 1|Xã Yên Bình, phường Văn Phú|7|",
        "I.2|CCN chưa thành lập||5|",
        "1|Hợp Minh|Phường Âu Lâu|5|",
        "II|Quy hoạch mới|||5",
        "1|Bản Phiệt 1|Phường Lào Cai||5",
    )
    assert read.clusters["id"].tolist() == ["I.1.1", "I.2.1", "II.1"]
    assert read.mismatches == ()


@pytest.mark.parametrize("mark", ["", "2a", "-", "+", "*"])
def test_a_row_without_a_plain_number_is_a_cluster(annex, mark):
    read = annex(
        HEAD, "I|Huyện Hữu Lũng", "1|CCN Hồ Sơn 1|Xã Hồ Sơn|73,76|-", f"{mark}|CCN Minh Sơn|Xã Minh Sơn||55"
    )
    assert rows_of(read, "location", "district") == ["Hồ Sơn 1|73.76|", "Minh Sơn||55"]
    assert read.clusters["id"].tolist() == ["1", mark if mark == "2a" else "1a"]


def test_no_column_of_numbers(annex):
    read = annex("Tên CCN|Địa điểm|Giai đoạn 2026-2030", "CCN A|Xã A|7", "Minh Sơn|Xã B|5", "Tổng||12")
    assert rows_of(read) == ["A|Xã A|7", "Minh Sơn|Xã B|5"]
    assert "the clusters have no numbers: ids are 1 to 2" in said(read)


def test_name_and_place_in_one_cell(annex):
    head = "TT|Tên, địa điểm cụm công nghiệp|Giai đoạn 2026-2030"
    read = annex(head, "1|CCN A, xã B, huyện C|7", "2|CCN Minh Sơn (xã Minh Sơn)|5", "3|CCN D - xã D|1")
    assert rows_of(read) == ["A|xã B, huyện C|huyện C|7", "Minh Sơn|xã Minh Sơn||5", "D|xã D||1"]
    assert "clusters without a district: 2, 3" in said(read)


def test_notes_below_and_titles_above(annex):
    notes = ["Ghi chú:", "1. CCN A mở rộng thêm 20 ha sau năm 2030.", "(*)|tính đến 31/12/2020"]
    read = annex("Phụ lục I", "", HEAD, "1|CCN A|Xã A|7|5", "|Tổng||7|5", *notes)
    assert rows_of(read) == ["A|Xã A|7|5"]
    assert not_taken(read) == [
        "a.txt, row 1: 'Phụ lục I': outside the table",
        "a.txt, row 6: up to row 8, beginning with 'Ghi chú:': no hectares",
    ]


@pytest.mark.parametrize("again", [[HEAD], [HEAD, "1|2|3|4|5"], ["(1)|(2)|(3)|(4)|(5)"]])
def test_the_head_again_on_the_next_page(annex, again):
    read = annex(HEAD, "I|Huyện Na Rì||7|5", "1|CCN A|Xã A|7|", *again, "2|CCN B|Xã B||5", "|Tổng||7|5")
    assert rows_of(read) == ["A|Xã A|Huyện Na Rì|7|", "B|Xã B|Huyện Na Rì||5"]
    assert read.mismatches == ()


def test_a_head_of_two_rows_may_begin_above_the_names(annex):
    head = ["||Diện tích (ha)|", "TT|Tên CCN|2021-2025|2026-2030"]
    read = annex(*head, "1|CCN A|10|-", "2|CCN B|-|5", "|Tổng|10|5", ending=".csv")
    assert rows_of(read, "location") == ["A|10|", "B||5"]
    assert not_taken(read) == []


def test_several_tables_in_a_file(annex):
    read = annex(
        "Biểu 1",
        "TT|Tên CCN|Địa điểm|Giai đoạn 2026-2030",
        "1|CCN A|Xã A|10",
        "|Cộng||10",
        "Biểu 2",
        "TT|Tên CCN|Địa điểm|Ngành nghề|Giai đoạn 2026-2030",
        "1|CCN B|Xã B|cơ khí|20",
        "|Cộng|||20",
        "TT|Tên CCN|Vốn đầu tư (tỷ đồng)",
        "1|CCN A|70",
    )
    assert rows_of(read) == ["A|Xã A|10", "B|Xã B|20"]
    assert read.clusters["id"].tolist() == ["1.1", "2.1"]
    assert "columns that are not read: Ngành nghề" in said(read)
    assert any("'TT | Tên CCN | Vốn đầu tư (tỷ đồng)': another table" in one for one in not_taken(read))


def test_a_cluster_that_two_tables_list_is_refused(annex):
    rows = ["TT|Tên CCN|Giai đoạn 2026-2030", "1|CCN A|10"]
    with raises(InputError, r"row 5: 'CCN A' is already in row 2 of a\.txt"):
        annex(*rows, "", "TT|Tên CCN|Địa điểm|Giai đoạn 2026-2030", "1|CCN A||10")


def test_lines_torn_by_a_pdf(annex):
    read = annex(
        "TT|Tên cụm",
        "công nghiệp|Địa điểm|Giai đoạn",
        "2021-2025|Giai đoạn 2026-2030",
        "I|Huyện Na",
        "Rì||7|5",
        "1|CCN Hồ Sơn",
        "1|Xã A|7|-",
        "2|CCN B|Xã B|-|5",
        "|Tổng",
        "cộng||7|5",
    )
    assert rows_of(read) == ["Hồ Sơn 1|Xã A|Huyện Na Rì|7|", "B|Xã B|Huyện Na Rì||5"]
    assert read.mismatches == ()


def test_lines_torn_beyond_repair_are_refused(annex):
    with raises(
        InputError, "row 3: '1 . Xã Lạng . 7 . -' has hectares, but it is not clear of which cluster"
    ):
        annex(HEAD, "1|CCN Hồ Sơn", "1|Xã", "Lạng|7|-", "2|CCN B|Xã B|-|5")
    with raises(InputError, "row 4: 'A . 7 . -' has hectares, but it is not clear of which cluster"):
        annex(HEAD, "1|CCN Hồ Sơn", "1|Xã", "A|7|-", "2|CCN B|Xã B|-|5")


def test_cells_of_several_lines_copied_line_by_line(annex):
    read = annex(HEAD, "1|CCN Hồ|Xã Hồ Sơn,|73,76|-", "|Sơn 1|xã Cai Kinh||", "2|CCN B|Xã B|-|55")
    assert rows_of(read) == ["Hồ Sơn 1|Xã Hồ Sơn, xã Cai Kinh|73.76|", "B|Xã B||55"]
    assert "row 3 is the rest of the one above: 'CCN Hồ Sơn 1'" in said(read)


PDF = """\
                     PHỤ LỤC
 TT   Tên CCN             Địa điểm           Giai đoạn      Giai đoạn
                                             2021-2025      2026-2030
 I    Huyện Hữu Lũng                             73,76             55
 1    CCN Hồ Sơn 1        Xã Hồ Sơn,             73,76              -
                          xã Cai Kinh
 2    CCN Minh Sơn        Xã Minh Sơn                -             55
      Tổng cộng                                  73,76             55
"""


def test_columns_of_a_pdf_that_spaces_hold_apart(annex):
    read = annex(*PDF.splitlines())
    assert rows_of(read, "district") == ["Hồ Sơn 1|Xã Hồ Sơn, xã Cai Kinh|73.76|", "Minh Sơn|Xã Minh Sơn||55"]
    assert read.mismatches == ()


def test_columns_of_money_people_and_parts_of_the_land_are_named_and_not_read(annex):
    others = ["Nhu cầu vốn 2026-2030 (tỷ đồng)", "Đất công nghiệp (ha)", "Tỷ lệ lấp đầy"]
    read = annex("|".join(["TT|Tên CCN|Giai đoạn 2026-2030 (ha)", *others]), "1|CCN A|7|70|5|60%")
    assert rows_of(read, "location") == ["A|7"]
    assert f"columns that are not read: {', '.join(others)}" in said(read)


@pytest.mark.parametrize(
    "row", ["-|Giai đoạn 1||30|", "|||30|", "|Phía Bắc||30|", "|Trong đó mở rộng||30|45"]
)
def test_a_row_with_hectares_that_is_not_understood_is_refused(annex, row):
    with raises(InputError, "row 3: .* has hectares, but it is not clear of which cluster"):
        annex(HEAD, "1|CCN A|Xã A|75|45", row)


@pytest.mark.parametrize("name", ["Cộng Hòa", "Tổng Cọt", "Mở Rộng Xuân La"])
@pytest.mark.parametrize("mark", ["", "2", "-"])
def test_names_that_begin_like_totals_and_headings(annex, name, mark):
    read = annex(HEAD, "1|CCN A|Xã A|75|45", f"{mark}|{name}|Xã B|1|2", "|Tổng cộng||76|47")
    assert rows_of(read, "location") == ["A|75|45", f"{name}|1|2"]
    assert read.mismatches == ()


def test_areas_in_other_units_are_not_taken_for_hectares(annex):
    with raises(InputError, "no head of a table is found; expected .* and one of hectares"):
        annex("TT|Tên CCN|Diện tích quy hoạch (m2)", "1|CCN A|750000", phases=["2030"])
    read = annex("TT|Tên CCN|Diện tích (ha)|Diện tích (m²)", "1|CCN A|75|750000", phases=["2030"])
    assert rows_of(read, "location") == ["A|75"]


def test_headings_without_numbers_are_counted_for_ids(annex):
    read = annex(HEAD, "Huyện Na Rì", "1|CCN A|Xã A|7|5", "Huyện Chợ Mới", "1|CCN B|Xã B|-|5")
    assert read.clusters["id"].tolist() == ["1.1", "2.1"]


def test_what_is_put_off_stays_where_there_is_a_column_for_it(annex):
    head = "TT|Tên CCN|Giai đoạn 2021-2030 (ha)|Sau năm 2030 (ha)"
    rows = ["I|Giữ nguyên", "1|CCN A|10|-", "II|Phát triển sau năm 2030", "1|CCN B|-|20"]
    with raises(InputError, "does not say when its phase begins"):
        annex(head, *rows)
    assert rows_of(annex(head, *rows, phases=["2021-2030", "2031-2050"]), "location") == ["A|10|", "B||20"]
    less = annex(head.rpartition("|")[0], *rows[:3], "1|CCN B|20")
    assert not_taken(less) == ["a.txt, row 5: 'CCN B' is in a group that is put off beyond the plan"]
