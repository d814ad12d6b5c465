"""What the ledger says, in both languages: the same facts, and what to do where something is to be done."""

import re
import string
import unicodedata
from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import pandas as pd
import pytest
import shapely
from failures import raises

import bk_gis
from bk_gis.errors import InputError, Lang, Text
from bk_gis.language.reasons import in_words, reason, some_of, together
from bk_gis.language.words import words
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.vintages.reading import read_aliases
from bk_gis.plan import located
from bk_gis.plan.folder import bundled_folder
from bk_gis.reports.workbook import write_workbook

REASONS = words("reason")

PLAN = bk_gis.load_plan()
ALIASES = read_aliases(bundled_folder() / "crosswalk.csv")
DISTRICTS = ", ".join(sorted(PLAN.districts["district"]))


def with_more_names() -> gpd.GeoDataFrame:
    """The communes, and two that make a name doubtful: one like Bằng Lũng, one called as Xuân La."""
    more = PLAN.communes.set_index("name").loc[["Bằng Lũng", "Xuân La"]].reset_index()
    more = more.assign(code=["99998", "99999"], name=["Bằng Lùng", "Xuân La"])
    more.loc[1, "district"] = "Huyện Na Rì"
    return pd.concat([PLAN.communes, more], ignore_index=True)


COMMUNES = with_more_names()
# Place, stated district, and what the ledger says of it in Vietnamese and in English.
NAMES = [
    ("Nông Thịnh", "", "tâm xã Nông Thịnh", "centroid of xã Nông Thịnh"),
    ("Chợ Rã", "Ba Bể", "tâm thị trấn Chợ Rã", "centroid of thị trấn Chợ Rã"),
    (
        "Hữu Nghĩa",
        "Na Rì",
        "place_names đính chính 'Hữu Nghĩa' thành 'Hảo Nghĩa'; tâm xã Hảo Nghĩa",
        "place_names corrects 'Hữu Nghĩa' to 'Hảo Nghĩa'; centroid of xã Hảo Nghĩa",
    ),
    (
        "Đồng Thắng",
        "Chợ Đồn",
        "'Đồng Thắng' là xã năm 2020, gồm Rã Bản, Đông Viên; tâm xã Rã Bản + xã Đông Viên",
        "'Đồng Thắng' is the xã of 2020 made of Rã Bản, Đông Viên; centroid of xã Rã Bản + xã Đông Viên",
    ),
    (
        "Văn Vũ",
        "Na Rì",
        "'Văn Vũ' là xã năm 2020, gồm Vũ Loan và một phần của Văn Học; tâm xã Vũ Loan",
        "'Văn Vũ' is the xã of 2020 made of Vũ Loan and a part of Văn Học; centroid of xã Vũ Loan",
    ),
    (
        "Nông Thinh",
        "Chợ Mới",
        "'Nông Thinh' được hiểu là 'Nông Thịnh'; tâm xã Nông Thịnh",
        "'Nông Thinh' is taken for 'Nông Thịnh'; centroid of xã Nông Thịnh",
    ),
    (
        "Khe Lắc, Nông Thịnh",
        "",
        "'Khe Lắc' được hiểu là một nơi thuộc xã; tâm xã Nông Thịnh",
        "'Khe Lắc' is taken for a place in it; centroid of xã Nông Thịnh",
    ),
    (
        "N«ng ThÞnh",
        "",
        "đọc theo bảng mã TCVN3: 'Nông Thịnh'; tâm xã Nông Thịnh",
        "read as TCVN3, 'Nông Thịnh'; centroid of xã Nông Thịnh",
    ),
    (
        "Bành Trạch - Thượng Giáo",
        "Ba Bể",
        "điểm nằm giữa tâm của xã Bành Trạch, xã Thượng Giáo",
        "point midway between the centroids of xã Bành Trạch, xã Thượng Giáo",
    ),
    (
        "Nguyễn Thị Minh Khai",
        "",
        "một điểm trong địa giới phường Nguyễn Thị Minh Khai; tâm phường Nguyễn Thị Minh Khai nằm ngoài",
        "point on the surface of phường Nguyễn Thị Minh Khai; "
        "the centroid of phường Nguyễn Thị Minh Khai falls outside",
    ),
    ("", "", "không ghi địa điểm", "no place is stated"),
    (
        "#REF!",
        "",
        "'#REF!' là giá trị lỗi của Excel; sửa công thức hoặc gõ lại tên",
        "'#REF!' is an error value of Excel; correct the formula or type the name",
    ),
    (
        "0912345678",
        "",
        "'0912345678' là số, không phải tên; có chọn đúng cột không?",
        "'0912345678' is a number, not a name; is it the right column?",
    ),
    (
        "Nông Thịnh",
        "Định Hoá",
        f"không có huyện, thị xã nào tên 'Định Hoá'; chỉ có {DISTRICTS}",
        f"no district is called 'Định Hoá'; there are {DISTRICTS}",
    ),
    (
        "xã Yên Mỹ, huyện Chợ Đồn",
        "Chợ Mới",
        "địa chỉ ghi huyện Chợ Đồn, cột huyện ghi huyện khác; sửa một trong hai",
        "the text says huyện Chợ Đồn, the record another district; correct one",
    ),
    (
        "xã Tân Sơn, tỉnh Bắc Giang",
        "",
        "địa chỉ thuộc tỉnh khác, Bắc Giang; chỉ tra được các xã của Bắc Kạn",
        "it lies in another province, Bắc Giang; only communes of Bắc Kạn are known",
    ),
    (
        "xã Tân Thịnh, tỉnh Thái Nguyên",
        "",
        "sau sắp xếp, Thái Nguyên không có xã nào tên 'Tân Thịnh'; kiểm tra lại chính tả",
        "no later commune of Thái Nguyên is called 'Tân Thịnh'; check its spelling",
    ),
    (
        "thôn Nà Cà",
        "",
        "không ghi xã, chỉ ghi 'thôn Nà Cà'; ghi thêm tên xã",
        "it names no commune, only 'thôn Nà Cà'; add the commune",
    ),
    (
        "Nông Thịnh",
        "Ba Bể",
        "Huyện Ba Bể không có xã nào tên 'Nông Thịnh', nhưng có Nông Thịnh (Huyện Chợ Mới); "
        "sửa tên xã hoặc tên huyện",
        "no commune in Huyện Ba Bể is called 'Nông Thịnh', but Nông Thịnh (Huyện Chợ Mới); "
        "correct one of the two",
    ),
    (
        "Nông Thị",
        "Chợ Mới",
        "Huyện Chợ Mới không có xã nào tên 'Nông Thị'; có phải là Nông Thịnh (Huyện Chợ Mới), "
        "Nông Hạ (Huyện Chợ Mới)?",
        "no commune in Huyện Chợ Mới is called 'Nông Thị'; did you mean Nông Thịnh (Huyện Chợ Mới), "
        "Nông Hạ (Huyện Chợ Mới)?",
    ),
    (
        "xã Lạ",
        "",
        "không có xã nào tên 'xã Lạ'; kiểm tra lại chính tả, và xem xã có thuộc tỉnh không",
        "no commune is called 'xã Lạ'; check its spelling, and that it lies in the province",
    ),
    (
        "Nà Cà",
        "",
        "không có xã nào tên 'Nà Cà'; ghi rõ nơi này thuộc xã nào",
        "no commune is called 'Nà Cà'; write the commune that it lies in",
    ),
    (
        "Xuân La",
        "",
        "có 2 xã cùng tên 'Xuân La': Xuân La (Huyện Pác Nặm), Xuân La (Huyện Na Rì); ghi rõ là xã nào",
        "2 communes are called 'Xuân La': Xuân La (Huyện Pác Nặm), Xuân La (Huyện Na Rì); state which",
    ),
    (
        "Trần Phú",
        "",
        "'Trần Phú' có thể là một trong các đơn vị: xã năm 2020, gồm Hữu Thác, Hảo Nghĩa; "
        "xã năm 2025, gồm Văn Minh, Cư Lễ, Hữu Thác, Hảo Nghĩa; ghi thêm huyện",
        "'Trần Phú' may be one of several: the xã of 2020 made of Hữu Thác, Hảo Nghĩa; "
        "the xã of 2025 made of Văn Minh, Cư Lễ, Hữu Thác, Hảo Nghĩa; state the district",
    ),
    (
        "Bằng Lung",
        "Chợ Đồn",
        "'Bằng Lung' gần giống Bằng Lũng (Huyện Chợ Đồn), Bằng Lùng (Huyện Chợ Đồn), "
        "Bằng Lãng (Huyện Chợ Đồn); sửa thành một trong các tên đó",
        "'Bằng Lung' is like Bằng Lũng (Huyện Chợ Đồn), Bằng Lùng (Huyện Chợ Đồn), "
        "Bằng Lãng (Huyện Chợ Đồn); correct it to one of them",
    ),
    (
        "Nà Phặc, Nông Thịnh",
        "",
        "có thể là một hoặc tất cả các xã Nà Phặc (Huyện Ngân Sơn), Nông Thịnh (Huyện Chợ Mới); "
        "nếu là tất cả, ghi 'và' giữa các tên",
        "it may be one or all of Nà Phặc (Huyện Ngân Sơn), Nông Thịnh (Huyện Chợ Mới); "
        "separate them by 'và' if all are meant",
    ),
    (
        "Quang Phong (nay là xã Côn Minh)",
        "",
        "tên trước và sau khi thay đổi là hai nơi khác nhau: Quang Phong (Huyện Na Rì), "
        "Côn Minh (Huyện Na Rì); chỉ ghi một tên",
        "the names before and after the change are two places: Quang Phong (Huyện Na Rì), "
        "Côn Minh (Huyện Na Rì); write one of them",
    ),
]
INSIDE = PLAN.communes.set_index("name").geometry["Xuân La"].representative_point()
NEAR = shapely.Point(PLAN.communes.total_bounds[2], PLAN.communes.total_bounds[1])
# A point, the district that the record states, and what the ledger says of it.
POINTS = [
    (INSIDE, "Pác Nặm", "", ""),
    (shapely.Point(100, 10), "", "điểm không nằm trong xã nào", "the point lies in no commune"),
    (None, "", "dòng này không có tọa độ", "the record has no point"),
    (
        shapely.Point(22.5, 105.7),
        "",
        "tọa độ không phải là độ: ghi kinh độ trước (đến 180), vĩ độ sau (đến 90)",
        "its coordinates are no degrees: longitude first, up to 180 and 90",
    ),
    (
        INSIDE,
        "Huyện Ba Bể",
        "dòng này ghi Huyện Ba Bể, điểm nằm trong Huyện Pác Nặm",
        "the record states Huyện Ba Bể, the point lies in Huyện Pác Nặm",
    ),
]


def match_reasons(lang: Lang) -> list[str]:
    records = pd.DataFrame([row[:2] for row in NAMES], columns=["xã", "huyện"])
    found = bk_gis.geocode(
        records, COMMUNES, corrections=PLAN.place_names, aliases=ALIASES, province="Bắc Kạn", lang=lang
    )
    return found["match_reason"].tolist()


def join_reasons(lang: Lang) -> list[str]:
    points, districts = zip(*((point, district) for point, district, *_ in POINTS), strict=True)
    frame = gpd.GeoDataFrame({"huyện": districts}, geometry=list(points), crs="EPSG:4326")
    return bk_gis.join_regions(frame, PLAN, lang=lang)["join_reason"].tolist()


def nearest_reason(lang: Lang) -> str:
    frame = gpd.GeoDataFrame(geometry=[NEAR], crs="EPSG:4326")
    joined = bk_gis.join_regions(frame, PLAN, nearest_within_m=100_000, lang=lang)
    return str(joined["join_reason"].iloc[0])


def zone_reason(lang: Lang) -> str:
    """Of points that were read in the zone beside the province's, and lie outside by that."""
    points = gpd.GeoSeries(PLAN.communes.representative_point(), crs="EPSG:4326").to_crs("EPSG:9213")
    frame = gpd.GeoDataFrame(geometry=points.set_crs("EPSG:9212", allow_override=True))
    joined = bk_gis.join_regions(frame, PLAN, lang=lang)
    return str(joined.loc[joined["join_method"] == "zone", "join_reason"].iloc[0])


def earlier_reasons(lang: Lang) -> list[str]:
    """Of names of 2014 on the communes of 2025: one that lies in another, one that was split."""
    before = read_aliases(bundled_folder() / "crosswalk.csv", vintage=2025)
    records = pd.DataFrame({"xã": ["Nông Thịnh", "Lương Hạ"]})
    found = bk_gis.geocode(records, PLAN.communes_as_of(2025), aliases=before, lang=lang)
    return found["match_reason"].tolist()


def test_a_place_name_is_answered_in_the_language_asked_for() -> None:
    assert match_reasons("vi") == [vi for *_, vi, _ in NAMES]
    assert match_reasons("en") == [en for *_, en in NAMES]


def test_a_point_is_answered_in_the_language_asked_for() -> None:
    assert join_reasons("vi") == [vi for *_, vi, _ in POINTS]
    assert join_reasons("en") == [en for *_, en in POINTS]
    vietnamese = re.fullmatch("điểm không nằm trong xã nào, cách (.+) ([0-9]+) m", nearest_reason("vi"))
    english = re.fullmatch("the point lies in no commune, ([0-9]+) m from (.+)", nearest_reason("en"))
    assert vietnamese
    assert english
    assert vietnamese.groups() == english.groups()[::-1]


def test_vietnamese_comes_first() -> None:
    records = pd.DataFrame([row[:2] for row in NAMES], columns=["xã", "huyện"])
    options = {"corrections": PLAN.place_names, "aliases": ALIASES, "province": "Bắc Kạn"}
    assert bk_gis.geocode(records, COMMUNES, **options)["match_reason"].tolist() == match_reasons("vi")
    frame = gpd.GeoDataFrame(geometry=[shapely.Point(100, 10)], crs="EPSG:4326")
    assert bk_gis.join_regions(frame, PLAN)["join_reason"].tolist() == ["điểm không nằm trong xã nào"]
    assert PLAN.lang == "vi"
    assert PLAN.clusters["match_reason"].str.contains("tâm ").all()


def stated_reasons(lang: Lang) -> list[str]:
    """Those of places that a plan states otherwise than by a name: by coordinates, by a code."""
    clusters = pd.DataFrame(PLAN.clusters.drop(columns="geometry"))
    first, planned = clusters.index[0], clusters["status"] != "founded"
    clusters.loc[first, "location_code"] = PLAN.clusters["match_codes"].iloc[0]
    assert planned[first]
    clusters.loc[clusters["status"] == "founded", ["lon", "lat"]] = 105.85, 22.15
    return PLAN.replace(clusters=clusters).in_language(lang).clusters["match_reason"].tolist()


@pytest.mark.costly
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_sentence_of_the_table_is_one_that_some_record_gets(lang: Lang) -> None:
    said = [*match_reasons(lang), *join_reasons(lang), nearest_reason(lang), zone_reason(lang)]
    said += [*earlier_reasons(lang), *stated_reasons(lang)]
    for key, both in REASONS.items():
        pattern = re.sub(r"\\{\w+\\}", ".+", re.escape(both[lang]))
        assert any(re.search(pattern, sentence) for sentence in said), key


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", REASONS)
def test_both_languages_say_the_same_facts_in_as_many_clauses(key: str) -> None:
    """Behind a semicolon stands what to do; a question asks the reader in both."""
    words = REASONS[key]
    assert set(words) == {"vi", "en"}
    assert places(words["vi"]) == places(words["en"])
    assert words["vi"].count(";") == words["en"].count(";")
    assert words["vi"].endswith("?") == words["en"].endswith("?")
    assert unicodedata.is_normalized("NFC", words["vi"])
    assert words["vi"] != words["en"]


def test_only_the_words_differ_between_the_languages() -> None:
    vietnamese, english = PLAN.clusters, bk_gis.load_plan(lang="en").clusters
    words = ["match_reason", "join_reason"]
    pd.testing.assert_frame_equal(vietnamese.drop(columns=words), english.drop(columns=words))
    assert (vietnamese["match_reason"] != english["match_reason"]).all()


def test_a_plan_says_its_ledger_in_the_other_language_and_moves_nothing() -> None:
    english = bk_gis.load_plan(lang="en")
    assert english.in_language("en") is english
    assert english.in_language("vi").lang == "vi"
    assert english.in_language("vi").clusters.equals(PLAN.clusters)
    by_hand = PLAN.clusters.assign(note=range(21)).set_geometry(PLAN.clusters.translate(0.1)).iloc[::-1]
    again = replace(PLAN, clusters=by_hand).in_language("en").clusters
    assert again["match_reason"].tolist() == english.clusters["match_reason"].tolist()[::-1]
    assert again.drop(columns="match_reason").equals(by_hand.drop(columns="match_reason"))


def test_saying_a_plan_in_the_other_language_matches_and_joins_nothing(monkeypatch) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise AssertionError("the plan is matched again")

    english = bk_gis.load_plan(lang="en").clusters
    monkeypatch.setattr(located, "Matcher", fail)
    monkeypatch.setattr(located, "Regions", fail)
    monkeypatch.setattr(Gazetteer, "__init__", fail)
    assert PLAN.in_language("en").clusters.equals(english)


def test_what_fills_a_reason_is_said_in_the_language_too() -> None:
    label = Text("vùng thấp", "lowland")
    names = some_of([f"C{i}" for i in range(12)])
    short = reason("explanation.falls short", units=(label, "Ba Bể"))
    assert (in_words(short, "vi"), in_words(short, "en")) == (
        "chưa đạt: vùng thấp và Ba Bể",
        "falls short: lowland and Ba Bể",
    )
    have = reason("explanation.records have", names=names)
    assert in_words(have, "en").endswith("C8, C9 and 2 other clusters")
    assert in_words(reason("explanation.shares", sum=1234.5), "vi").startswith(
        "các tỷ trọng cộng lại 1.234,5 "
    )
    assert in_words(together([None, short, None, have]), "vi") == "; ".join(
        in_words(one, "vi") for one in (short, have)
    )
    assert in_words(together([]), "vi") == in_words(None, "en") == ""


def test_changed_clusters_keep_the_language_of_their_plan() -> None:
    english = bk_gis.load_plan(lang="en")
    assert english.replace(clusters=english.clusters).clusters.equals(english.clusters)


@pytest.mark.parametrize(
    "call",
    [
        lambda: bk_gis.load_plan(lang="fr"),
        lambda: PLAN.in_language("fr"),
        lambda: bk_gis.geocode(pd.DataFrame({"xã": ["Xuân La"]}), COMMUNES, lang="fr"),
        lambda: bk_gis.join_regions(gpd.GeoDataFrame(geometry=[INSIDE], crs="EPSG:4326"), PLAN, lang="fr"),
    ],
)
def test_a_language_that_there_are_no_words_of_is_refused(call) -> None:
    with raises(InputError, match="there is no language 'fr'; expected vi or en"):
        call()


@pytest.mark.costly
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_exports_workbooks_and_audits_give_reasons_in_their_own_language(tmp_path: Path, lang: Lang) -> None:
    lost = PLAN.replace(clusters=PLAN.clusters.assign(location=["Nà Cà", *PLAN.clusters["location"][1:]]))
    unknown = {
        "vi": "Thị xã Bắc Kạn không có xã nào tên 'Nà Cà'; ghi rõ nơi này thuộc xã nào",
        "en": "no commune in Thị xã Bắc Kạn is called 'Nà Cà'; write the commune that it lies in",
    }
    bk_gis.export(lost, tmp_path / "clusters.csv", lang=lang)
    exported = pd.read_csv(tmp_path / "clusters.csv")["match_reason"].tolist()
    assert exported[0] == f"{unknown[lang]}; {REASONS['no point'][lang]}"
    assert exported[1:] == [row.match_reason for row in PLAN.in_language(lang).clusters.iloc[1:].itertuples()]
    write_workbook(lost, tmp_path / "audit.xlsx", lang=lang)
    ledger = pd.read_excel(tmp_path / "audit.xlsx", sheet_name=None, header=None, engine="openpyxl")
    assert any(sheet.isin([unknown[lang]]).any(axis=None) for sheet in ledger.values())
    figures = bk_gis.audit(lost, lang=lang)
    assert unknown[lang] in figures["explanation"].tolist()


@pytest.mark.parametrize(("lang", "page"), [("vi", "names-and-places.md"), ("en", "names-and-places.en.md")])
def test_the_examples_of_the_docs_are_what_the_ledger_says(lang: Lang, page: str) -> None:
    text = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    table = text.partition(" | `match_reason` |\n|---|---|---|\n")[2].partition("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    assert len(rows) > 3
    records = pd.DataFrame([row[:2] for row in rows], columns=["xã", "huyện"])
    found = bk_gis.geocode(records, PLAN.communes, aliases=ALIASES, province="Bắc Kạn", lang=lang)
    assert found["match_reason"].tolist() == [row[2] for row in rows]
