"""What decision 320/QĐ-UBND of 25 February 2014 says, clause by clause, and what the plan makes of it."""

import pytest
import shapely

import bk_gis
from bk_gis.language.names import fold

PHASES = ("2011-2015", "2016-2020", "2021-2025")


def hectares(plan, phase):
    (column,) = (p.column for p in plan.phases if p.id == phase)
    return plan.clusters[column]


def of_subregion(plan, subregion):
    districts = plan.districts.loc[plan.districts["subregion"] == subregion, "district"]
    return plan.clusters[plan.clusters["district"].isin(districts)]


def clusters_named(plan, target):
    """The clusters that a clause of a sub-region lists, its names corrected."""
    clusters = of_subregion(plan, target.subregion)
    corrections = {
        fold(row.printed): row.corrected
        for row in plan.place_names.itertuples()
        if row.corrected and row.district in set(clusters["district"])
    }
    by_name = {fold(row.name): row.id for row in clusters[["id", "name"]].itertuples(index=False)}
    return [by_name[fold(corrections.get(fold(name), name))] for name in target.names]


def test_the_annex_lists_21_clusters_in_its_own_order(plan):
    assert plan.clusters["id"].tolist() == [str(i) for i in range(1, 22)]


def test_names_and_places_are_kept_as_printed_beside_the_corrected_ones(plan):
    clusters = plan.clusters.set_index("id")
    printed = clusters["printed_name"].str.removeprefix("CCN ")
    differ = printed != clusters["name"]
    assert dict(zip(printed[differ], clusters["name"][differ], strict=True)) == {
        "Huyền Tung": "Huyền Tụng",
        "Lũng Diệc": "Lũng Diếc",
        "Vàng Mười": "Vằng Mười",
        "Nhà Phặc": "Nà Phặc",
        "Cỏ Linh": "Cổ Linh",
    }
    assert clusters.loc[["1", "4", "16", "20"], "location"].tolist() == [
        "Huyền Tung",
        "Bánh Trạch - Thượng Giáo",
        "Hữu Nghĩa",
        "Cỏ Linh",
    ]


@pytest.mark.parametrize(
    ("phase", "clusters", "total", "expansions"),
    [("2011-2015", 7, 164.44, 0), ("2016-2020", 11, 195.46, 1), ("2021-2025", 9, 129, 5)],
)
def test_clause_5_2_states_clusters_hectares_and_expansions_of_a_phase(
    plan, phase, clusters, total, expansions
):
    in_phase = hectares(plan, phase)
    assert (in_phase > 0).sum() == clusters
    assert in_phase.sum() == pytest.approx(total, abs=1e-9)
    assert ((in_phase > 0) & (plan.clusters["founded"] != phase)).sum() == expansions


@pytest.mark.parametrize(
    ("year", "clusters", "total"), [(2015, 7, 164.44), (2020, 17, 359.9), (2025, 21, 488.9)]
)
def test_clause_7_states_how_many_clusters_exist_by_a_year(plan, year, clusters, total):
    by = plan.hectares_by(year)
    assert (by > 0).sum() == clusters
    assert by.sum() == pytest.approx(total, abs=1e-9)


def test_the_expansions_are_the_ones_that_the_clauses_name(plan):
    later = plan.clusters[hectares(plan, "2016-2020") > 0]
    assert later.loc[later["founded"] == "2011-2015", "name"].tolist() == ["Pù Pét"]
    last = plan.clusters[(hectares(plan, "2021-2025") > 0) & (plan.clusters["founded"] == "2011-2015")]
    assert set(last["name"]) == {"Huyền Tụng", "Cẩm Giàng", "Khe Lắc", "Ngọc Phái", "Nam Bằng Lũng"}


def test_clause_4_6_every_district_has_a_cluster_by_2020(plan):
    report = bk_gis.check_coverage(plan, by=2020)
    assert report.ok
    assert len(report.table) == 8
    assert report.missing == []


def test_by_2015_ba_be_and_pac_nam_have_none(plan):
    report = bk_gis.check_coverage(plan, by=2015)
    assert not report.ok
    assert report.missing == ["Huyện Ba Bể", "Huyện Pác Nặm"]


def test_clauses_6_1_to_6_4_divide_the_eight_districts_among_four_subregions(plan):
    divided = plan.districts.groupby("subregion")["district"].agg(set).to_dict()
    assert divided == {
        "centre": {"Thị xã Bắc Kạn", "Huyện Bạch Thông", "Huyện Chợ Mới"},
        "east": {"Huyện Na Rì"},
        "west": {"Huyện Chợ Đồn"},
        "north": {"Huyện Ba Bể", "Huyện Pác Nặm", "Huyện Ngân Sơn"},
    }


def test_every_subregion_has_a_clause_for_every_phase(plan):
    stated = {(t.subregion, t.phase) for t in plan.targets if t.subregion and t.phase}
    assert stated == {(s, phase) for s in plan.subregions["id"] for phase in PHASES}


def test_the_names_of_a_clause_are_the_clusters_of_its_subregion_and_phase(plan):
    """With place_names.csv: Nghiê Loan, Cỏ Linh and (Nam) Bằng Lũng are spelt another way there."""
    for target in plan.targets:
        if target.subregion and target.phase:
            clusters = of_subregion(plan, target.subregion)
            expected = clusters.loc[hectares(plan, target.phase)[clusters.index] > 0, "id"]
            assert sorted(clusters_named(plan, target)) == sorted(expected), target.clause
            counted = target.clusters or (target.new or 0) + (target.expansions or 0)
            assert counted == len(target.names) == len(expected), target.clause
            assert (target.hectares or 0) == pytest.approx(
                hectares(plan, target.phase)[clusters.index].sum(), abs=1e-9
            ), target.clause


def test_the_subtotals_of_the_annex_are_those_of_its_rows(plan):
    subtotals = [t for t in plan.targets if t.hectares_by_phase]
    assert [t.district for t in subtotals].count(None) == 1
    assert {t.district for t in subtotals} - {None} == set(plan.districts["district_code"])
    for target in subtotals:
        rows = plan.clusters
        if target.district:
            rows = rows[rows["district_code"] == target.district]
        sums = tuple(rows[p.column].sum() for p in plan.phases)
        assert target.hectares_by_phase == pytest.approx(sums, abs=1e-9), target.clause
        assert target.hectares == pytest.approx(sum(sums), abs=1e-9), target.clause


def test_only_the_known_erratum_breaks_the_capital_of_7_26_billion_a_hectare(plan):
    odd = [
        t.clause
        for t in plan.targets
        if t.subregion and t.hectares and t.capital_billion_vnd != pytest.approx(7.26 * t.hectares, rel=1e-3)
    ]
    (erratum,) = (e for e in plan.errata if e.measure == "capital_billion_vnd")
    assert odd == [erratum.clause] == ["6.4.c"]
    assert erratum.stated == 339.3
    assert erratum.corrected == pytest.approx(7.26 * 55)


def test_every_correction_says_why_and_on_what_evidence(plan):
    names = plan.place_names
    assert (names[["reason", "reason_en"]].map(len) > 20).all(axis=None)
    assert not names["reason"].map(str.isascii).any(), "the reason is Vietnamese, and English beside it"
    assert names["source"].str.contains("320/QĐ-UBND|GSO|855/NQ-UBTVQH14").all()
    undecided = names[names["corrected"] == ""]
    assert undecided["printed"].tolist() == ["Pù Mát"]
    assert undecided["reason"].str.startswith("Chưa xác định").all()
    assert undecided["reason_en"].str.startswith("Undecided").all()
    assert (names["printed"] != names["corrected"]).all()


def test_no_name_is_corrected_without_a_row_that_says_so(plan):
    corrections = {(r.printed, r.district): r.corrected for r in plan.place_names.itertuples()}
    for row in plan.clusters.itertuples():
        printed = row.printed_name.removeprefix("CCN ")
        if printed != row.name:
            assert corrections[printed, row.district] == row.name
        else:
            assert (printed, row.district) not in corrections


def test_no_correction_is_there_for_nothing(plan):
    """Each is needed by a cluster, a place, a clause's list, or the centres that clause 6 names."""
    printed = {
        *plan.clusters["printed_name"].str.removeprefix("CCN "),
        *plan.clusters["location"].str.split(" - ").explode(),
        *(name for target in plan.targets for name in target.names),
        *("Yên Lạc", "Bộc Bó", "Pù Mát"),
    }
    assert set(plan.place_names["printed"]) <= printed


def test_21_of_21_clusters_are_placed_in_the_district_that_they_state(plan):
    assert (~plan.clusters.geometry.is_empty).sum() == 21
    assert set(plan.clusters["join_method"]) == {"within"}
    assert (plan.clusters["district"] == plan.clusters["district_joined"]).all()


@pytest.mark.parametrize(
    ("cluster", "commune"),
    [("1", "Huyền Tụng"), ("14", "Nông Thịnh"), ("16", "Hảo Nghĩa"), ("18", "Nà Phặc"), ("20", "Cổ Linh")],
)
def test_a_cluster_stands_in_the_commune_that_its_row_means(plan, cluster, commune):
    (row,) = plan.clusters[plan.clusters["id"] == cluster].itertuples()
    (place,) = plan.communes[plan.communes["name"] == commune].itertuples()
    assert row.match_codes == place.code
    assert place.geometry.contains(row.geometry)


def test_the_two_clusters_of_xuat_hoa_share_a_centroid(plan):
    second, third = (plan.clusters.set_index("id").loc[i] for i in ("2", "3"))
    assert second["match_codes"] == third["match_codes"]
    assert second.geometry.equals(third.geometry)


def test_banh_trach_thuong_giao_is_a_point_inside_the_two_together(plan):
    cluster = plan.clusters.set_index("id").loc["4"]
    two = plan.communes[plan.communes["name"].isin(["Bành Trạch", "Thượng Giáo"])]
    assert sorted(cluster["match_codes"].split()) == two["code"].tolist()
    assert cluster["match_method"] == "between"
    assert shapely.union_all(two.geometry).contains_properly(cluster.geometry)
