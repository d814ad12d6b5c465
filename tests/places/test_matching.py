"""What people write in a cell is matched to the communes that they mean, or to none; nothing is guessed."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.language.names import INVISIBLE, bare, unmarked
from bk_gis.language.reasons import in_words
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.matching import match_address
from bk_gis.places.values import Alias, Place

LABELLED = Path(__file__).parents[2] / "benchmarks" / "place_names.csv"


def communes_of_the_plan() -> Gazetteer:
    communes = bk_gis.load_plan().communes
    columns = ("code", "name", "district", "unit_type", "district_code")
    rows = map(Place, *(communes[name] for name in columns))
    return Gazetteer(rows, province="Bắc Kạn")


GAZETTEER = communes_of_the_plan()


def found(text: str, district: str = "", gazetteer: Gazetteer = GAZETTEER) -> str:
    matches = match_address(gazetteer, text, district)
    return "|".join(p.name for m in matches for p in m.places) if all(m.places for m in matches) else ""


def method(text: str, district: str = "") -> str:
    return match_address(GAZETTEER, text, district)[0].method


def reason(text: str, district: str = "") -> str:
    return "; ".join(in_words(match.reason, "en") for match in match_address(GAZETTEER, text, district))


def test_precision_comes_first_on_the_labelled_set() -> None:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = [(row["communes"], found(row["text"], row["district"])) for row in csv.DictReader(file)]
    matched = [(meant, got) for meant, got in rows if got]
    meant = [(meant, got) for meant, got in rows if meant]
    assert sum(a == b for a, b in matched) / len(matched) >= 0.99
    assert sum(a == b for a, b in meant) / len(meant) >= 0.95


def test_no_commune_is_ever_taken_for_another_that_was_meant() -> None:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["communes"]]
    assert [
        row["text"] for row in rows if found(row["text"], row["district"]) not in ("", row["communes"])
    ] == []


@pytest.mark.parametrize(
    ("text", "district", "expected"),
    [
        ("Nông Thịnh", "", "exact"),
        ("xã Nông Thịnh", "Chợ Mới", "folded"),
        ("Xuất Hóa", "", "folded"),
        ("Nghiê Loan", "Pác Nặm", "fuzzy"),
        ("nong thinh", "", "fuzzy"),
        ("", "Chợ Mới", "empty"),
        (" - ", "", "empty"),
        ("Hữu Nghĩa", "Na Rì", "unknown"),
        ("huyện Chợ Mới", "", "unknown"),
    ],
)
def test_each_stage_says_its_name(text: str, district: str, expected: str) -> None:
    assert method(text, district) == expected


def test_the_stated_district_decides_between_equals() -> None:
    two = Gazetteer([Place("1", "Tân Lập", "Huyện A"), Place("2", "Tân Lập", "Huyện B")])
    assert [m.places[0].code for m in match_address(two, "Tân Lập", "B")] == ["2"]
    [match] = match_address(two, "Tân Lập")
    assert match.method == "ambiguous"
    assert [place.code for place in match.candidates] == ["1", "2"]


@pytest.mark.parametrize(
    ("district", "codes"),
    [
        ("Huyện Cai Lậy", ["1"]),
        ("thị xã Cai Lậy", ["2"]),
        ("TX. Cai Lậy", ["2"]),
        ("H.Cai Lậy", ["1"]),
        ("Thi xã Cai Lậy", ["2"]),
        ("Cai Lậy", []),
        ("TP Cai Lậy", []),
    ],
)
def test_a_huyen_and_a_thi_xa_of_one_name_are_two_districts(district: str, codes: list[str]) -> None:
    two = Gazetteer([Place("1", "Tân Bình", "Huyện Cai Lậy"), Place("2", "Tân Bình", "Thị xã Cai Lậy")])
    for match in (*match_address(two, "Tân Bình", district), *match_address(two, f"xã Tân Bình, {district}")):
        assert [place.code for place in match.places] == codes
        assert len(match.places or match.candidates) == (1 if codes else 2)


def test_the_stated_unit_decides_between_equals() -> None:
    two = Gazetteer([Place("1", "Sịa", "A", "Xã"), Place("2", "Sịa", "A", "Thị trấn")])
    assert [m.places[0].code for m in match_address(two, "thị trấn Sịa", "A")] == ["2"]
    assert match_address(two, "Sịa", "A")[0].method == "ambiguous"


def test_a_name_like_two_communes_is_ambiguous() -> None:
    two = Gazetteer([Place("1", "Bằng Lũng", "A"), Place("2", "Bằng Lùng", "A")])
    [match] = match_address(two, "Bằng Lung", "A")
    assert match.method == "ambiguous"
    assert len(match.candidates) == 2
    assert "Bằng Lũng (A), Bằng Lùng (A)" in in_words(match.reason, "en")


def test_likeness_is_not_enough_where_it_is_not_asked_for() -> None:
    strict = Gazetteer([Place("1", "Nghiên Loan", "Pác Nặm")], fuzzy=False)
    for text in ("Nghiê Loan", "nghien loan"):
        [match] = match_address(strict, text, "Pác Nặm")
        assert match.method == "unknown"
        assert [place.code for place in match.candidates] == ["1"]
        assert in_words(match.reason, "en").endswith("did you mean Nghiên Loan (Pác Nặm)?")


def test_a_commune_of_another_district_is_not_taken_but_shown() -> None:
    [match] = match_address(GAZETTEER, "Nông Thịnh", "Na Rì")
    assert not match.places
    assert [place.name for place in match.candidates] == ["Nông Thịnh"]
    words = "no commune in Huyện Na Rì is called 'Nông Thịnh', but Nông Thịnh (Huyện Chợ Mới)"
    assert in_words(match.reason, "en") == f"{words}; correct one of the two"


def test_a_district_that_is_none_is_said_with_those_there_are() -> None:
    assert reason("Nông Thịnh", "Định Hoá").startswith(
        "no district is called 'Định Hoá'; there are Huyện Ba Bể,"
    )


@pytest.mark.parametrize(
    "district", ["Chợ Mới", "huyện chợ mới", "H. Chợ Mới", "Cho Moi", "065", "Chợ Mơi", "HuyÖn Chî Míi"]
)
def test_a_district_is_known_however_it_is_written(district: str) -> None:
    assert found("Nông Thịnh", district) == "Nông Thịnh"


def test_text_and_record_may_not_state_different_districts() -> None:
    assert found("xã Yên Mỹ, huyện Chợ Đồn", "Chợ Đồn") == "Yên Mỹ"
    assert (
        reason("xã Yên Mỹ, huyện Chợ Đồn", "Chợ Mới")
        == "the text says huyện Chợ Đồn, the record another district; correct one"
    )


def test_another_province_is_not_matched() -> None:
    words = "it lies in another province, Bắc Giang; only communes of Bắc Kạn are known"
    assert reason("xã Tân Sơn, tỉnh Bắc Giang") == words


def test_a_hamlet_before_its_commune_is_said_to_be_left_out() -> None:
    assert found("Khe Lắc, Nông Thịnh") == "Nông Thịnh"
    assert reason("Khe Lắc, Nông Thịnh") == "'Khe Lắc' is taken for a place in it"


def test_communes_of_two_districts_that_only_a_comma_parts_are_ambiguous() -> None:
    assert match_address(GAZETTEER, "Nà Phặc, Nông Thịnh")[0].method == "ambiguous"
    assert found("Nà Phặc và Nông Thịnh") == "Nà Phặc|Nông Thịnh"


def test_an_older_encoding_is_named() -> None:
    assert reason("N«ng ThÞnh") == "read as TCVN3, 'Nông Thịnh'"
    assert reason("Noâng Thònh") == "read as VNI, 'Nông Thịnh'"


def test_what_is_not_found_in_an_older_encoding_is_said_in_unicode() -> None:
    assert reason("N«ng ThÞnh", "TP.Th¸i Nguyªn").startswith("no district is called 'TP.Thái Nguyên'")
    assert "no commune is called 'Xã Không Có'" in reason("X· Kh«ng Cã")


def test_corrections_hold_in_their_district_only() -> None:
    places = [Place("1", "Hảo Nghĩa", "Na Rì"), Place("2", "Nghĩa Tá", "Chợ Đồn")]
    corrections = [("Hữu Nghĩa", "Huyện Na Rì", "Hảo Nghĩa"), ("Hữu Nghĩa", "Chợ Đồn", "")]
    known = Gazetteer(places, corrections)
    [match] = match_address(known, "Hữu Nghĩa", "Na Rì")
    assert (match.method, match.places[0].code) == ("correction", "1")
    assert in_words(match.reason, "en") == "place_names corrects 'Hữu Nghĩa' to 'Hảo Nghĩa'"
    assert not match_address(known, "Hữu Nghĩa", "Chợ Đồn")[0].places


def test_a_later_name_stands_for_the_communes_it_is_made_of() -> None:
    places = [Place("1", "Hảo Nghĩa", "Na Rì"), Place("2", "Hữu Thác", "Na Rì"), Place("3", "Cư Lễ", "Na Rì")]
    old = Alias("Trần Phú", ("1", "2"), "Xã", "2020", district="Na Rì")
    new = Alias("Trần Phú", ("1", "2", "3"), "Phường", "2025", parts=("Văn Học",))
    [match] = match_address(Gazetteer(places, aliases=[old]), "xã Trần Phú")
    assert (match.method, [p.code for p in match.places]) == ("alias", ["1", "2"])
    before = "the xã of 2020 made of Hảo Nghĩa, Hữu Thác"
    assert in_words(match.reason, "en") == f"'Trần Phú' is {before}"
    both = Gazetteer(places, aliases=[old, new])
    assert [p.code for p in match_address(both, "Trần Phú", "Na Rì")[0].places] == ["1", "2"]
    [unclear] = match_address(both, "Trần Phú")
    assert unclear.method == "ambiguous"
    after = "the phường of 2025 made of Hảo Nghĩa, Hữu Thác, Cư Lễ and a part of Văn Học"
    several = f"'Trần Phú' may be one of several: {before}; {after}; state the district"
    assert in_words(unclear.reason, "en") == several


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nà Cà", "no commune is called 'Nà Cà'; write the commune that it lies in"),
        ("N/A", "no commune is called 'N/A'; write the commune that it lies in"),
        ("Gần chợ, phía bắc", "no commune is called 'Gần chợ, phía bắc'; write the commune that it lies in"),
        ("thôn Nà Cà", "it names no commune, only 'thôn Nà Cà'; add the commune"),
        ("tổ 5, huyện Chợ Mới", "it names no commune, only 'tổ 5, huyện Chợ Mới'; add the commune"),
        ("Na Rì", "it names no commune, only 'Na Rì'; add the commune"),
        ("Bắc Kạn", "it names no commune, only 'Bắc Kạn'; add the commune"),
        ("xã Lạ", "no commune is called 'xã Lạ'; check its spelling, and that it lies in the province"),
        ("0912345678", "'0912345678' is a number, not a name; is it the right column?"),
        ("106.12, 22.3", "'106.12, 22.3' is a number, not a name; is it the right column?"),
        ("z" * 200, f"no commune is called '{'z' * 60}…'; write the commune that it lies in"),
    ],
)
def test_a_cell_without_a_commune_says_what_to_do(text: str, words: str) -> None:
    assert reason(text) == words
    assert method(text) == "unknown"


def test_a_wrong_district_is_said_once_for_all_names_of_a_cell() -> None:
    [match] = match_address(GAZETTEER, "Nà Lẻng, Khuổi Tặc, huyện Lạ Lùng")
    assert in_words(match.reason, "en").startswith("no district is called 'huyện Lạ Lùng'; there are ")


@pytest.mark.parametrize(
    "error", ["#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#SPILL!", " #n/a "]
)
def test_an_error_value_of_excel_is_an_empty_cell(error: str) -> None:
    assert method(error) == "empty"
    words = "is an error value of Excel; correct the formula or type the name"
    assert reason(error) == f"'{error.strip()}' {words}"
    assert method("Nông Thịnh", error) == "exact", "a district that is none decides nothing"
    assert method("# 5 Nông Thịnh!") != "empty"


@pytest.mark.parametrize("place", GAZETTEER.places, ids=lambda place: place.name)
def test_a_name_may_run_into_its_unit_and_is_never_itself_taken_apart(place: Place) -> None:
    for unit in ("TT", "TTr", "XÃ", "xã", "phường", "Thị trấn"):
        for glued in (f"{unit}{place.name}", f"{unit}{place.name}".upper()):
            assert found(glued) == place.name
            assert found(f"Nà Cà, {glued}, {place.district}") == place.name
    for name in (place.name, place.name.upper(), place.name.lower(), bare(place.name)):
        assert GAZETTEER.unglued(name) == name


@pytest.mark.parametrize(
    ("text", "communes"),
    [
        ("PĐức Xuân", "Đức Xuân"),
        ("XBằng Lãng", "Bằng Lãng"),
        ("xaNong Thinh", "Nông Thịnh"),
        ("P.Đức Xuân", "Đức Xuân"),
        ("Phà Hiệu", ""),
        ("PHÀ HIỆU", ""),
        ("Xân Tình", ""),
        ("TTNà Cà", ""),
    ],
)
def test_a_letter_that_begins_a_word_is_no_unit(text: str, communes: str) -> None:
    assert found(text) == communes


def test_no_name_of_another_place_is_taken_apart() -> None:
    with LABELLED.open(encoding="utf-8", newline="") as file:
        others = [row["text"] for row in csv.DictReader(file) if not row["communes"] and row["text"].strip()]
    assert len(others) > 200
    assert [text for text in others if GAZETTEER.unglued(text) != text] == []


TEXTS = st.text(
    alphabet="xãphườngthị trấnhuyện-,;.&()/+0123456789\n'\"BNĐabàéèêïøÞ\u0300\u0323\u200b", max_size=60
)


@settings(deadline=None)
@given(
    text=st.one_of(st.text(max_size=40), TEXTS), district=st.one_of(st.just(""), st.text(max_size=15), TEXTS)
)
def test_any_text_gets_an_answer_with_a_reason(text: str, district: str) -> None:
    matches = match_address(GAZETTEER, text, district)
    assert matches
    assert all(match.places or match.reason for match in matches)
    assert all(0 <= match.score <= 1 for match in matches)


@settings(deadline=None)
@given(
    place=st.sampled_from(list(GAZETTEER.places)),
    unit=st.sampled_from(["{}", "xã {}", "X. {}", "XÃ {}", "thôn Nà Cà, xã {}", "UBND xã {}"]),
    tail=st.sampled_from(["", ", {}", " - {}", ", {}, tỉnh Bắc Kạn", " ({})"]),
)
def test_every_commune_is_found_in_every_form_of_address(place: Place, unit: str, tail: str) -> None:
    text = unit.format(place.name) + tail.format(place.district)
    assert found(text) == place.name


@settings(deadline=None)
@given(
    place=st.sampled_from(list(GAZETTEER.places)),
    form=st.sampled_from(["{}", "xã {}", "{}, {}", "thôn Nà Cà, xã {}, huyện {}, tỉnh Bắc Kạn"]),
    unseen=st.sampled_from(sorted(map(chr, INVISIBLE))),
    data=st.data(),
)
def test_no_invisible_character_changes_a_match(
    place: Place, form: str, unseen: str, data: st.DataObject
) -> None:
    text = form.format(place.name, place.district)
    i = data.draw(st.integers(0, len(text)))
    j = data.draw(st.integers(0, len(place.district)))
    spoilt = place.district[:j] + unseen + place.district[j:]
    assert match_address(GAZETTEER, text[:i] + unseen + text[i:], spoilt) == match_address(
        GAZETTEER, text, place.district
    )


def test_a_mark_of_direction_hides_no_older_encoding() -> None:
    assert found("\u202aN«ng H¹\u202c", "\u200eChî Míi") == "Nông Hạ"


@pytest.mark.parametrize(
    "text", ["260000", "ĐT: 0209 3870 123", "Việt Nam", "xã Lạ, huyện Na Rì 263000", "Tỉnh lộ 254"]
)
def test_what_is_no_province_is_not_called_one(text: str) -> None:
    assert found(text) == ""
    assert "another province" not in reason(text)


@settings(deadline=None)
@given(
    place=st.sampled_from(list(GAZETTEER.places)),
    before=st.sampled_from(["", "1. ", "(2) ", "• ", "– ", "“", "tại ", "thôn Nà Cà thuộc "]),
    after=st.sampled_from(
        [
            "",
            "”",
            " (cũ)",
            " cũ",
            ", Vietnam",
            " - Bắc Kạn 260000",
            ", tỉnh Bắc Cạn, Việt Nam. Tel: 0209 3870 123",
        ]
    ),
)
def test_what_stands_around_a_commune_changes_no_match(place: Place, before: str, after: str) -> None:
    assert found(f"{before}xã {place.name}{after}", place.district) == place.name


@settings(deadline=None)
@given(place=st.sampled_from(list(GAZETTEER.places)), unit=st.sampled_from(["Commune", "Ward", "Township"]))
def test_a_romanised_address_is_the_vietnamese_one_without_marks(place: Place, unit: str) -> None:
    name, district = unmarked(place.name).title(), unmarked(place.district.split(maxsplit=1)[1]).title()
    district = district.removeprefix("Xa ")  # "Thị xã"
    assert found(f"{name} {unit}, {district} District, Bac Kan Province, Vietnam") == place.name


def test_names_before_and_after_a_change_have_to_mean_one_place() -> None:
    assert found("xã Nông Hạ (nay là xã Thanh Thịnh), huyện Chợ Mới") == "Nông Hạ"
    assert found("xã Quang Phong (nay là xã Côn Minh), huyện Na Rì") == ""
    assert "before and after the change" in reason("xã Quang Phong (nay là xã Côn Minh), huyện Na Rì")


def test_a_path_of_arrows_may_begin_with_the_province() -> None:
    assert found("Bắc Kạn > Na Rì > Cư Lễ") == found("Cư Lễ > Na Rì > Bắc Kạn") == "Cư Lễ"


def test_cu_may_be_part_of_a_name() -> None:
    places = [
        Place("1", "Chợ Cũ", "Huyện Bến Mới", "xã", "11"),
        Place("2", "Hạ", "Huyện Bến Mới", "xã", "11"),
    ]
    gazetteer = Gazetteer(places)
    for text in ("Chợ Cũ", "xã chợ cũ, huyện Bến Mới cũ", "XÃ CHỢ CŨ (CŨ)", "Chợ Cũ cũ"):
        assert found(text, gazetteer=gazetteer) == "Chợ Cũ"
