"""Annexes as offices have them, which once lost rows or doubled hectares, are read as they are meant."""

import pandas as pd
import pytest

PHASES = "2021-2025,2026-2030"


@pytest.fixture
def read(inputs, bk, tmp_path):
    """Rows that read-annex gives of an annex among the cases."""

    def read(name, *columns, phases=None):
        options = [] if phases is None else ["--phases", phases]
        done = bk("read-annex", inputs / "cases" / name, "-o", tmp_path / "b.csv", "--lang", "en", *options)
        assert done.code == 0, done.said
        table = pd.read_csv(tmp_path / "b.csv", dtype=str, keep_default_na=False)
        return table[["name", *columns, *(one for one in table if one.startswith("ha_"))]].to_numpy().tolist()

    return read


def test_automatic_numbers_of_word_count(read):
    assert read("auto_some.docx") == [
        ["Hồ Sơn 1", "73.76", ""],
        ["Minh Sơn", "", "55"],
        ["Hòa Lạc", "", "20"],
    ]


def test_a_cluster_without_a_number_is_one(read):
    assert read("s2.txt") == [["Hồ Sơn 1", "73.76", ""], ["Minh Sơn", "", "55"]]


def test_cumulative_hectares_after_what_exists(read):
    assert read("hien_co.txt", phases=PHASES) == [["Hồ Sơn 1", "30", "43.76", ""], ["Minh Sơn", "", "", "55"]]


def test_one_column_of_hectares_and_the_district_with_the_place(read):
    assert read("mot_cot_dien_tich.txt", "district", phases="2021-2030") == [
        ["Hồ Sơn 1", "huyện Hữu Lũng", "73.76"],
        ["Minh Sơn", "huyện Hữu Lũng", "55"],
    ]


def test_no_districts(read):
    assert read("hai_cap.txt", "location") == [
        ["Hồ Sơn 1", "Xã Cai Kinh", "73.76", ""],
        ["Minh Sơn", "Xã Tuấn Sơn", "", "55"],
    ]


# As the draft of Lào Cai has its annex: groups of change, hectares before and after.
GROUPS = {
    "I": "Các cụm công nghiệp giữ nguyên",
    "I.1": "Đã thành lập",
    "I.2": "Chưa thành lập",
    "II": "Điều chỉnh diện tích",
    "II.1": "Đã thành lập, mở rộng",
    "II.2": "Chưa thành lập, mở rộng",
    "II.3": "Giảm diện tích",
    "III": "Đưa ra khỏi quy hoạch",
    "III.1": "CCN đã thành lập",
    "III.2": "CCN chưa thành lập",
    "IV": "Bổ sung mới",
    "V": "Đưa từ giai đoạn sau năm 2030 lên trước năm 2030",
    "VI": "Lùi sang giai đoạn sau năm 2030",
}


def test_a_real_annex_of_changes_gives_the_plan_after_them(inputs, bk, tmp_path):
    real = pd.read_csv(inputs / "data" / "lao_cai_2026" / "clusters_525_2026.csv", dtype={"group": str})
    ha = real[["ha_before", "ha_by_2030"]]

    def figures(rows):
        return [f"{value:g}".replace(".", ",") if value else "-" for value in ha[rows].sum().round(2)]

    head = ["TT", "Tên CCN", "Địa điểm", "Diện tích trước điều chỉnh (ha)", "Diện tích đến năm 2030 (ha)"]
    rows = [head]
    for mark, name in GROUPS.items():
        inside = (real["group"] + ".").str.startswith(f"{mark}.")
        rows.append([mark, name, "", *figures(inside)])
        for number, i in enumerate(real.index[real["group"] == mark], start=1):
            rows.append([str(number), real["name"][i], real["place"][i], *figures(real.index == i)])
    rows.append(["", "Tổng cộng", "", *figures(slice(None))])
    (tmp_path / "a.txt").write_text("\n".join(map("\t".join, rows)), encoding="utf-8")
    done = bk(
        "read-annex", tmp_path / "a.txt", "-o", tmp_path / "b.csv", "--phases", "2026-2030", "--lang", "en"
    )
    assert done.code == 0, done.said
    found = pd.read_csv(tmp_path / "b.csv")
    left = real[real["ha_by_2030"] > 0]
    assert len(found) == len(left) == 54
    assert found["ha_2026_2030"].tolist() == left["ha_by_2030"].tolist()
    assert found["location"].tolist() == left["place"].tolist()
    assert done.said.count("is in a group that leaves the plan") == 11
    assert done.said.count("is in a group that is put off beyond the plan") == 1
