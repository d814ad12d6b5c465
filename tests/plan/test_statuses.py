"""What became of clusters is read from columns that may be there; what contradicts itself is said by row."""

import math

import pytest
from failures import english
from invented import invented_plan, write_plan

import bk_gis
from bk_gis.plan.statuses import has_statuses, is_surveyed

CLUSTERS = [("A", "Một", "Huyện Đông", (30,)), ("B", "Ba", "Huyện Tây", (20,))]


@pytest.fixture
def with_columns(tmp_path):
    """A plan folder whose clusters.csv has more columns: a header and a row for each of two clusters."""

    def write(*lines):
        folder = write_plan(tmp_path / "plan", phases=[2025], clusters=CLUSTERS)
        path = folder / "clusters.csv"
        rows = path.read_text(encoding="utf-8").splitlines()
        text = "\n".join(f"{row},{more}" for row, more in zip(rows, lines, strict=True))
        path.write_text(text, encoding="utf-8")
        return folder

    return write


def test_nothing_is_known_of_a_plan_without_the_columns(tmp_path):
    clusters = invented_plan(tmp_path / "plan", phases=[2025], clusters=CLUSTERS).clusters
    assert clusters["status"].tolist() == ["unknown", "unknown"]
    assert clusters["decision"].tolist() == ["", ""]
    assert clusters["decision_ha"].isna().all()
    assert not has_statuses(clusters)


def test_the_foundings_of_bac_kan_are_those_that_are_known(plan):
    clusters = plan.clusters.set_index("name")
    founded = clusters[clusters["status"] == "founded"]
    assert founded["decision"].to_dict() == {
        "Chu Hương": "1885/QĐ-UBND",
        "Cẩm Giàng": "1868/QĐ-UBND",
        "Nam Bằng Lũng": "1852/QĐ-UBND",
        "Vằng Mười": "1747/QĐ-UBND",
    }
    assert (clusters["status"] == "unknown").sum() == 17
    assert clusters.loc["Cẩm Giàng", ["decision_date", "decision_ha"]].tolist() == ["2020-10-16", 40]
    assert clusters.loc["Vằng Mười", "investment_billion_vnd"] == 149
    assert (founded["decision_source"] != "").all()


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("founded", "founded"),
        ("Đã thành lập", "founded"),
        ("CHƯA THÀNH LẬP", "planned"),
        ("đã rút khỏi quy hoạch", "withdrawn"),
        ("", "unknown"),
        ("chưa rõ", "unknown"),
    ],
)
def test_a_status_is_read_in_either_language(with_columns, written, status):
    plan = bk_gis.load_plan(with_columns("status", written, ""))
    assert plan.clusters["status"].tolist() == [status, "unknown"]


def test_a_status_without_a_decision_is_allowed(with_columns):
    plan = bk_gis.load_plan(with_columns("status,decision", "founded,", ","))
    assert plan.clusters["decision"].tolist() == ["", ""]


@pytest.mark.parametrize("date", ["2020-10-06", "6/10/2020", "06-10-2020", "2020-10-06 00:00:00"])
def test_a_date_has_the_year_or_the_day_first(with_columns, date):
    plan = bk_gis.load_plan(with_columns("status,decision_date", f"founded,{date}", ","))
    assert plan.clusters["decision_date"].tolist() == ["2020-10-06", ""]


@pytest.mark.parametrize(
    ("header", "row", "column", "words"),
    [
        ("status", "built", "status", "'built' is no status; expected founded, planned,"),
        ("status,decision_date", "founded,autumn", "decision_date", "'autumn' is no date; expected one like"),
        ("status,decision_date", "founded,2020-13-01", "decision_date", "'2020-13-01' is no date"),
        ("status,decision_date", "founded,31/02/2021", "decision_date", "'31/02/2021' is no date"),
        ("status,decision_date", "founded,1/2/21", "decision_date", "'1/2/21' is no date"),
        ("status,decision_ha", "founded,forty", "decision_ha", "'forty' is not a number; expected hectares"),
        ("status,decision_ha", "founded,1.850", "decision_ha", "may be thousands or a decimal"),
        ("status,decision_ha", "founded,-3", "decision_ha", "-3 is negative"),
        ("status,decision", ",9/QĐ-UBND", "status", "has decision and no status; expected one of founded"),
        ("status,lon,lat", "founded,105.85,", "lat", "is empty; expected lon and lat, or neither"),
        ("status,lon,lat", "planned,105.85,22.15", "lon", "has a surveyed point, but is not founded"),
        ("status,lon,lat", "founded,22.15,105.85", "lon", "lies outside of the plan, which reaches"),
        ("status,lon,lat", "founded,east,22.15", "lon", "'east' is not in degrees; expected a number like"),
    ],
)  # fmt: skip
def test_a_fault_is_located(with_columns, header, row, column, words):
    with pytest.raises(bk_gis.InputError) as failure:
        bk_gis.load_plan(with_columns(header, "," * header.count(","), row))
    (problem,) = failure.value.problems
    assert (problem.file, problem.row, problem.column) == ("clusters.csv", 3, column)
    assert words in english(problem.message)


def test_a_surveyed_cluster_stands_where_it_was_surveyed(with_columns):
    plan = bk_gis.load_plan(with_columns("status,lon,lat", 'founded,"105,8212",22.1634', ",,"), lang="en")
    clusters = plan.clusters
    assert (clusters.geometry.x[0], clusters.geometry.y[0]) == (105.8212, 22.1634)
    assert is_surveyed(clusters).tolist() == [True, False]
    assert clusters["match_reason"][0] == "surveyed at 22.16340, 105.82120, not the centroid"
    assert clusters["match_codes"][0] == "00000"
    assert clusters["commune"].tolist() == ["Một", "Ba"]
    assert (
        plan.in_language("vi").clusters["match_reason"][0]
        == "tọa độ đã đo 22.16340, 105.82120, không phải tâm xã"
    )


def test_replace_reads_statuses_as_a_file_does(with_columns):
    header = "status,decision,decision_date,decision_ha,investment_billion_vnd,decision_source,lon,lat"
    plan = bk_gis.load_plan(
        with_columns(header, "founded,9,2021-01-02,12.3450,7.5,news,105.82,22.16", "," * header.count(","))
    )
    assert plan.clusters["decision_ha"][0] == 12.345
    again = plan.replace(clusters=plan.clusters)
    assert again.clusters.equals(plan.clusters)
    assert math.isnan(again.clusters["decision_ha"][1])
    spoilt = plan.clusters.assign(status=["built", "unknown"])
    with pytest.raises(bk_gis.InputError) as failure:
        plan.replace(clusters=spoilt)
    assert "clusters, row 2, column status: 'built' is no status" in english(failure.value)
