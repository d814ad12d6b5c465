"""Every record is placed where it says, or kept with the reason why it could not be."""

from itertools import permutations

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
import shapely
from failures import raises
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.errors import CrsError, InputError
from bk_gis.places.geocoding import is_placed, province_in
from bk_gis.places.match_ledger import LEDGER
from bk_gis.places.values import Alias
from bk_gis.plan.model import Plan

PLAN = bk_gis.load_plan()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return PLAN


def geocode(*rows: tuple[str, str], **options: object) -> gpd.GeoDataFrame:
    return bk_gis.geocode(pd.DataFrame(rows, columns=["xã", "huyện"]), PLAN.communes, **options)


def test_the_plan_places_all_of_its_clusters_as_the_decision_says(plan: Plan) -> None:
    clusters = plan.clusters.set_index("id")
    assert is_placed(plan.clusters).all()
    assert clusters["match_method"].value_counts().to_dict() == {
        "exact": 15,
        "correction": 3,
        "folded": 2,
        "between": 1,
    }
    assert clusters.loc["4", "match_codes"] == "01891 01912"
    corrected = "place_names đính chính 'Hữu Nghĩa' thành 'Hảo Nghĩa'; tâm xã Hảo Nghĩa"
    assert clusters.loc["16", "match_reason"] == corrected


def test_a_record_lies_in_the_commune_that_it_names(plan: Plan) -> None:
    records = plan.communes[["name", "district"]].rename(columns={"name": "xã", "district": "huyện"})
    found = bk_gis.geocode(pd.DataFrame(records), plan.communes)
    assert (found["match_codes"] == plan.communes["code"]).all()
    assert found.geometry.within(plan.communes.geometry).all()
    assert found.crs == "EPSG:4326"


def test_rows_order_index_and_columns_are_kept() -> None:
    records = pd.DataFrame(
        {"n": [1, 2, 3], "Tên_Xã": ["Xuân La", None, "xyz"], "HUYỆN": ["Pác Nặm", "Ba Bể", ""]},
        index=pd.Index(["b", "a", "a"], name="key"),
    )
    before = records.copy()
    found = bk_gis.geocode(records, PLAN.communes)
    pd.testing.assert_frame_equal(pd.DataFrame(found[records.columns]), before)
    pd.testing.assert_frame_equal(records, before)
    assert list(found.columns) == [*records.columns, *LEDGER, "geometry"]
    assert found["match_method"].tolist() == ["exact", "empty", "unknown"]
    assert is_placed(found).tolist() == [True, False, False]
    assert found.geometry.is_empty.tolist() == [False, True, True]


@pytest.mark.parametrize(
    "header",
    [
        "location",
        "place",
        "Commune",
        "xã",
        "Xa",
        "TÊN XÃ",
        "ten_xa",
        "Xã/Phường",
        "Địa chỉ",
        "dia_chi",
        "Địa điểm",
    ],
)
def test_the_column_of_places_is_found(header: str) -> None:
    found = bk_gis.geocode(pd.DataFrame({"a": ["x"], header: ["Xuân La"]}), PLAN.communes)
    assert found["match_method"].tolist() == ["exact"]


def test_the_columns_can_be_said() -> None:
    records = pd.DataFrame({"location": ["x"], "where": ["Xuân La"], "in": ["Ba Bể"]})
    found = bk_gis.geocode(records, PLAN.communes, place="where")
    assert found["match_method"].tolist() == ["exact"]
    found = bk_gis.geocode(records, PLAN.communes, place="where", district="in")
    assert found["match_method"].tolist() == ["unknown"]


def test_a_column_that_is_not_there_or_there_twice_is_said() -> None:
    with raises(InputError, match=r"no column holds place names; .*found a, b"):
        bk_gis.geocode(pd.DataFrame({"a": [1], "b": [2]}), PLAN.communes)
    with raises(InputError, match="there is no column 'c'; found a"):
        bk_gis.geocode(pd.DataFrame({"a": [1]}), PLAN.communes, place="c")
    with raises(InputError, match="the column 'xã' is there several times"):
        bk_gis.geocode(pd.DataFrame([["a", "b"]], columns=["xã", "xã"]), PLAN.communes)


def test_a_dask_frame_is_refused_with_the_line_that_takes_it() -> None:
    import dask.dataframe

    records = pd.DataFrame({"xã": ["Bành Trạch", "Đâu đó"]})
    frame = dask.dataframe.from_pandas(records, npartitions=2)
    with raises(InputError, r"call frame\.map_partitions\(bk_gis\.geocode, plan, meta=.*head\(0\), plan\)\)"):
        bk_gis.geocode(frame, PLAN)
    meta = bk_gis.geocode(records.head(0), PLAN)
    found = frame.map_partitions(bk_gis.geocode, PLAN, meta=meta).compute()
    assert found["match_method"].tolist() == bk_gis.geocode(records, PLAN)["match_method"].tolist()


def test_a_ledger_in_the_way_is_refused() -> None:
    found = geocode(("Xuân La", ""))
    with raises(InputError, match=r"already have match_method, .*, match_reason; drop or rename"):
        bk_gis.geocode(found, PLAN.communes)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:9213", None])
def test_records_keep_their_own_geometry_as_text(crs: str | None) -> None:
    shapes = gpd.GeoSeries([shapely.Point(106.0, 22.0), None], crs="EPSG:4326")
    shapes = shapes.set_crs(None, allow_override=True) if crs is None else shapes.to_crs(crs)
    found = bk_gis.geocode(gpd.GeoDataFrame({"xã": ["Xuân La", "?"]}, geometry=shapes), PLAN.communes)
    assert found.geometry.is_empty.tolist() == [False, True]
    before = shapely.from_wkt(found["geometry_before"].iloc[0])
    assert before.distance(shapely.Point(106.0, 22.0)) < 1e-9
    assert found["geometry_before"].isna().tolist() == [False, True]
    with raises(InputError, match="already have match_method"):
        bk_gis.geocode(found, PLAN.communes)


def test_communes_have_to_have_a_crs() -> None:
    with raises(CrsError, match="EPSG:4326"):
        bk_gis.geocode(pd.DataFrame({"xã": ["a"]}), PLAN.communes.set_crs(None, allow_override=True))


def test_a_column_of_anything_is_matched_as_text() -> None:
    cells = ["Xuân La", None, np.nan, 12, 1.5, ["Xuân La"], {"a": 1}, pd.NaT, b"x", True]
    found = bk_gis.geocode(pd.DataFrame({"xã": pd.Series(cells, dtype=object)}), PLAN.communes)
    assert len(found) == len(cells)
    assert found["match_method"].tolist()[:3] == ["exact", "empty", "empty"]


@pytest.mark.costly
def test_a_text_is_matched_alike_whatever_rows_come_before_it() -> None:
    square = gpd.GeoDataFrame(
        {"code": ["1", "2"], "name": ["Phường 1", "True"], "district": ["A", "A"]},
        geometry=[shapely.box(105, 22, 105.1, 22.1), shapely.box(105.1, 22, 105.2, 22.1)],
        crs="EPSG:4326",
    )
    for cells in permutations([1, 1.0, True, "1", None]):
        found = bk_gis.geocode(pd.DataFrame({"ward": pd.Series(cells, dtype=object)}), square)
        codes = {True: "2", None: ""}
        expected = [codes[cell] if cell is True or cell is None else "1" for cell in cells]
        assert found["match_codes"].tolist() == expected


def test_a_list_of_arrow_is_matched_as_text() -> None:
    lists = pd.array([["Xuân La"], None], dtype=pd.ArrowDtype(pa.list_(pa.string())))
    found = bk_gis.geocode(pd.DataFrame({"xã": lists}), PLAN.communes)
    assert len(found) == 2
    assert found["match_method"].iloc[1] == "empty"


def test_numbered_wards_are_found_in_a_column_of_numbers() -> None:
    square = gpd.GeoDataFrame(
        {"code": ["1", "2"], "name": ["Phường 1", "Phường 2"], "district": ["A", "A"]},
        geometry=[shapely.box(105, 22, 105.1, 22.1), shapely.box(105.1, 22, 105.2, 22.1)],
        crs="EPSG:4326",
    )
    for column in (pd.Series([1.0, None, 2.0]), pd.Series(["01", "", "P.2"]), pd.Series([1, 7, 2])):
        found = bk_gis.geocode(pd.DataFrame({"ward": column}), square)
        assert found["match_codes"].tolist() == ["1", "", "2"]


def test_a_table_without_rows_gives_one_without_rows() -> None:
    found = geocode()
    assert len(found) == 0
    assert list(found.columns) == ["xã", "huyện", *LEDGER, "geometry"]
    assert found["match_score"].dtype == float


def test_an_empty_column_is_a_full_ledger() -> None:
    found = bk_gis.geocode(pd.DataFrame({"xã": [None] * 5}), PLAN.communes)
    assert found["match_method"].tolist() == ["empty"] * 5
    assert found["match_reason"].tolist() == ["không ghi địa điểm"] * 5


def test_several_communes_get_the_point_between_them() -> None:
    found = geocode(("Bành Trạch - Thượng Giáo", "Ba Bể")).iloc[0]
    assert (found.match_method, found.match_codes) == ("between", "01891 01912")
    assert found.match_reason == "điểm nằm giữa tâm của xã Bành Trạch, xã Thượng Giáo"


def test_a_point_is_named_after_its_commune_with_the_unit_said_once() -> None:
    record = pd.DataFrame({"xã": ["Xuân La"]})
    for changed, words in (
        (PLAN.communes.drop(columns="unit_type"), "tâm Xuân La"),
        (PLAN.communes.assign(unit_type=None), "tâm Xuân La"),
        (PLAN.communes.assign(name="Xã " + PLAN.communes["name"]), "tâm Xã Xuân La"),
    ):
        assert bk_gis.geocode(record, changed)["match_reason"].tolist() == [words]


def test_one_commune_said_twice_is_one_commune() -> None:
    found = geocode(("xã Xuân La và xã Xuân La", "")).iloc[0]
    assert (found.match_method, found.match_codes) == ("folded", "01873")


def test_a_later_commune_gets_the_centroid_of_all_it_is_made_of() -> None:
    alias = Alias("Trần Phú", ("02179", "02182"), "Xã", "2020", district="Huyện Na Rì")
    found = geocode(("xã Trần Phú", "Na Rì"), aliases=[alias]).iloc[0]
    parts = PLAN.communes.set_index("code").geometry[["02179", "02182"]]
    assert (found.match_method, found.match_codes) == ("alias", "02179 02182")
    what = "'Trần Phú' là xã năm 2020, gồm Hữu Thác, Hảo Nghĩa"
    assert found.match_reason == f"{what}; tâm xã Hữu Thác + xã Hảo Nghĩa"
    assert found.geometry.distance(shapely.union_all(parts.to_numpy()).centroid) < 1e-4


def test_an_ambiguous_name_is_left_with_its_candidates() -> None:
    twice = pd.concat([PLAN.communes, PLAN.communes.assign(code="9" + PLAN.communes["code"], district="X")])
    found = bk_gis.geocode(pd.DataFrame({"xã": ["Xuân La"]}), twice.reset_index(drop=True)).iloc[0]
    assert (found.match_method, found.match_candidates) == ("ambiguous", "01873 901873")
    assert found.geometry.is_empty


def test_the_province_is_found_in_a_title() -> None:
    assert province_in(PLAN.title.vi) == "Bắc Kạn"
    assert province_in("Quy hoạch tỉnh Thừa Thiên Huế, năm 2014") == "Thừa Thiên Huế"
    assert province_in("CCN tỉnh Bà Rịa - Vũng Tàu - đến 2030") == "Bà Rịa - Vũng Tàu"
    assert province_in("CCN thành phố Hải Phòng đến 2030") == "Hải Phòng"
    assert province_in("CCN thành phố Lào Cai, tỉnh Lào Cai") == "Lào Cai"
    assert province_in("a title") == ""
    assert geocode(("xã Tân Sơn, tỉnh Bắc Giang", ""), province="Bắc Kạn")["match_method"].tolist() == [
        "unknown"
    ]


@pytest.mark.costly
@settings(deadline=None, max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.text(max_size=12), st.sampled_from(list(PLAN.communes["name"]))),
            st.one_of(st.none(), st.sampled_from(["Ba Bể", "na ri", "?", ""])),
        ),
        max_size=5,
    )
)
def test_a_table_is_matched_row_by_row_as_each_row_alone(rows: list[tuple[str | None, str | None]]) -> None:
    table = pd.DataFrame(rows, columns=["xã", "huyện"], index=range(7, 7 + len(rows)))
    together = bk_gis.geocode(table, PLAN.communes)
    assert together.index.tolist() == table.index.tolist()
    for i in range(len(rows)):
        alone = bk_gis.geocode(table.iloc[[i]], PLAN.communes)
        assert alone[list(LEDGER)].iloc[0].tolist() == together[list(LEDGER)].iloc[i].tolist()
        assert alone.geometry.iloc[0] == together.geometry.iloc[i]


def test_a_plan_brings_its_own_corrections() -> None:
    records = pd.DataFrame({"xã": ["Cỏ Linh"], "huyện": ["Huyện Pác Nặm"]})
    assert bk_gis.geocode(records, PLAN)["match_method"].tolist() == ["correction"]
    assert bk_gis.geocode(records, PLAN.communes, fuzzy=False)["match_method"].tolist() == ["unknown"]


def test_communes_alone_will_do_for_a_join() -> None:
    points = PLAN.clusters[["id", "geometry"]]
    assert bk_gis.join_regions(points, PLAN.communes).equals(bk_gis.join_regions(points, PLAN))


@pytest.mark.parametrize(
    ("place", "district", "name"),
    [
        ("TT. Phñ Th«ng", "", "Phủ Thông"),
        ("x. Lang Ngaâm", "", "Lãng Ngâm"),
        ("Qu©n B×nh", "H. B¹ch Th«ng", "Quân Bình"),
        ("CCN CÈm Giµng", "", "Cẩm Giàng"),
        ("Ä\x90á»©c VÃ¢n", "NgÃ¢n SÆ¡n", "Đức Vân"),
        ("Äá»©c VĂ¢n", "", "Đức Vân"),
        ("MyÞ Phýõng", "", "Mỹ Phương"),
        ("\u2068xã Mỹ Phương\u2069", "", "Mỹ Phương"),
        ("xã Mỹ Phương, Việt Nam", "", "Mỹ Phương"),
        ("Xã Mỹ Phương, Huyện Ba Bể, Tỉnh Bắc Kạn 260000", "", "Mỹ Phương"),
        ("My Phuong Commune, Ba Be District, Bac Kan Province", "", "Mỹ Phương"),
        ("• Mỹ Phương", "", "Mỹ Phương"),
        ("Mỹ Phương- Ba Bể", "", "Mỹ Phương"),
    ],
)
def test_a_cell_as_offices_have_it_is_placed(place: str, district: str, name: str) -> None:
    assert PLAN.communes.set_index("code")["name"][geocode((place, district))["match_codes"].iloc[0]] == name


def test_what_was_assumed_of_a_district_is_said() -> None:
    assert (
        "đọc theo bảng mã TCVN3: 'H. Chợ Mới'" in geocode(("Nông Hạ", "H. Chî Míi"))["match_reason"].iloc[0]
    )
