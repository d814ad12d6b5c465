"""A commune of any vintage leads to those of any other: whole, split with shares, or why not."""

from decimal import Decimal

import pandas as pd
import pytest
from failures import raises
from hypothesis import given
from hypothesis import strategies as st

import bk_gis
from bk_gis.errors import InputError
from bk_gis.places.vintages.converting import LEDGER

PLAN = bk_gis.load_plan()
CROSSWALK = PLAN.crosswalk
YEARS = (2014, 2020, 2025)
SPLIT = {"02074", "02149", "02155"}  # Phong Huân, Văn Học, Lương Hạ


def convert(frame: dict[str, list], from_: int, to: int, **options) -> pd.DataFrame:
    return bk_gis.convert(pd.DataFrame(frame), PLAN, from_=from_, to=to, **options)


def one(code: str = "", name: str = "", from_: int = 2014, to: int = 2025, **options) -> pd.Series:
    return convert({"code": [code], "xã": [name]}, from_, to, lang="en", **options).iloc[0]


def every_code(year: int) -> list[str]:
    return list(CROSSWALK.units[year])


@pytest.mark.parametrize(
    ("from_", "to", "whole", "split"),
    [(2014, 2020, 119, 3), (2014, 2025, 120, 2), (2020, 2025, 108, 0), (2025, 2025, 37, 0)],
)
def test_so_many_communes_are_whole_and_so_many_split(from_: int, to: int, whole: int, split: int) -> None:
    found = convert({"code": every_code(from_)}, from_, to)["convert_method"].value_counts()
    assert (found.get("whole", 0), found.get("split", 0)) == (whole, split)


@pytest.mark.parametrize("from_", YEARS)
@pytest.mark.parametrize("to", YEARS)
def test_every_code_and_every_name_has_an_answer_in_every_vintage(from_: int, to: int) -> None:
    units = CROSSWALK.units[from_].values()
    by_code = convert({"code": [unit.code for unit in units]}, from_, to)
    by_name = convert({"xã": [unit.full_name for unit in units]}, from_, to)
    assert set(by_code["convert_method"]) <= {"whole", "split"}
    same = list(LEDGER[:-1])
    pd.testing.assert_frame_equal(by_code[same], by_name[same])
    for shares in by_code["convert_shares"]:
        assert shares == "" or sum(map(Decimal, shares.split())) == 1


def test_shares_of_a_split_commune_come_with_the_larger_first() -> None:
    row = one("02074", to=2020)
    assert (row.convert_method, row.convert_codes, row.convert_shares) == (
        "split",
        "02083 02065",
        "0.76 0.24",
    )
    assert row.convert_names == "xã Yên Phong, xã Bằng Lãng"


def test_where_a_share_is_not_known_the_row_says_so() -> None:
    row = one("02149", to=2020)
    assert (row.convert_method, row.convert_codes, row.convert_shares) == ("split", "02137 02152", "")
    assert "it is not known how much in each" in row.convert_reason
    assert one("02149", to=2025).convert_method == "whole"  # both parts are in Cường Lợi by then


def test_backwards_shares_follow_from_the_areas_of_the_plan() -> None:
    row = one(name="Thượng Minh", from_=2025, to=2014)
    areas = PLAN.communes.set_index("code")["area_ha"]
    codes = row.convert_codes.split()
    shares = [float(share) for share in row.convert_shares.split()]
    assert shares == pytest.approx([areas[code] / areas[codes].sum() for code in codes], abs=1e-4)
    without = bk_gis.read_crosswalk("data/crosswalk.csv")
    alone = bk_gis.convert(pd.DataFrame({"xã": ["Thượng Minh"]}), without, from_=2025, to=2014)
    assert alone["convert_shares"].tolist() == [""]
    assert alone["convert_method"].tolist() == ["split"]


@pytest.mark.parametrize(
    ("code", "name", "from_", "method", "said"),
    [
        ("99999", "", 2014, "unknown", "no commune of 2014 has the code '99999'"),
        ("1834", "", 2014, "unknown", "'1834' has lost its leading zero, is it 01834"),
        (
            "1834",
            "",
            2025,
            "vintage",
            "'1834' is no commune of 2025, but phường Nguyễn Thị Minh Khai of 2014",
        ),
        ("02155", "Yến Lạc", 2014, "differs", "as thị trấn Yến Lạc of 2020"),
        ("02155", "Chợ Rã", 2014, "differs", "but the name is 'Chợ Rã'"),
        ("01996", "", 2025, "vintage", "is no commune of 2025, but"),
        ("", "Thượng Minh", 2014, "vintage", "is no commune of 2014, but xã Thượng Minh of 2025"),
        ("", "xã Sơn Thành, huyện Na Rì", 2014, "vintage", "xã Sơn Thành of 2020"),
        ("", "Nông Thịnh", 2025, "vintage", "but xã Nông Thịnh of 2014; separate the rows"),
        ("", "Chợ Xa", 2014, "unknown", "no commune is called"),
        ("", "", 2014, "empty", "no place is stated"),
        ("", "#N/A", 2014, "empty", "error value"),
    ],
)
def test_what_has_no_answer_says_why(code: str, name: str, from_: int, method: str, said: str) -> None:
    row = one(code, name, from_=from_)
    assert row.convert_method == method
    assert said in row.convert_reason
    assert row.convert_codes == row.convert_shares == ""


def test_a_code_of_several_meanings_says_as_which_it_was_taken() -> None:
    row = one("02113")
    assert row.convert_names == "xã Thanh Thịnh"
    assert row.convert_reason.startswith(
        "code 02113 is taken for xã Nông Thịnh of 2014, not xã Thanh Thịnh of 2020; "
    )


def test_several_communes_in_a_cell_are_whole_only_if_they_became_one() -> None:
    assert one(name="Chu Hương - Mỹ Phương").convert_names == "xã Thượng Minh"
    row = one(name="Chu Hương - Nông Thịnh")
    assert (row.convert_method, row.convert_shares) == ("between", "")
    assert row.convert_names == "xã Thượng Minh, xã Thanh Thịnh"


def test_a_name_that_two_communes_have_is_not_guessed(tmp_path) -> None:
    (tmp_path / "c.csv").write_text(
        "code_2014,name_2014,district_2014,code_2025,name_2025,unit_type_2025\n"
        "00001,Tân An,Huyện Một,00001,Tân An,Xã\n00002,Tân An,Huyện Hai,00003,Bình An,Xã\n",
        encoding="utf-8",
    )
    crosswalk = bk_gis.read_crosswalk(tmp_path / "c.csv")
    records = pd.DataFrame({"xã": ["Tân An", "Tân An"], "huyện": ["", "Hai"]})
    found = bk_gis.convert(records, crosswalk, from_=2014, to=2025)
    assert found["convert_method"].tolist() == ["ambiguous", "whole"]
    assert found["convert_candidates"].tolist() == ["00001 00002", ""]
    assert found["convert_codes"].tolist() == ["", "00003"]


def test_numbers_of_excel_and_gaps_are_codes_without_their_zero() -> None:
    found = convert({"mã xã": [1834.0, None, 2074]}, 2014, 2025)
    assert found["convert_method"].tolist() == ["unknown", "empty", "unknown"]
    assert found["convert_candidates"].tolist() == ["01834", "", "02074"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            {"from_": 2013, "to": 2025},
            "there are no boundaries of 2013 in the crosswalk; the earliest is 2014",
        ),
        ({"from_": 2014, "to": 2030}, "expected one of 2014, 2020, 2025"),
        ({"from_": 2014, "to": 2025, "lang": "fr"}, "there is no language 'fr'"),
        ({"from_": 2014, "to": 2025, "code": "x"}, "there is no column 'x'"),
        ({"from_": 2014, "to": 2025, "split": ["x"]}, "there is no column 'x'"),
    ],
)
def test_what_cannot_be_asked_is_refused(options: dict, said: str) -> None:
    with raises(InputError, match=said):
        bk_gis.convert(pd.DataFrame({"code": ["02074"]}), PLAN, **options)


def test_a_table_without_communes_or_with_a_ledger_is_refused() -> None:
    with raises(InputError, match="no column holds communes"):
        convert({"ha": [1]}, 2014, 2025)
    with raises(InputError, match="already have convert_codes"):
        convert({"code": ["02074"], "convert_codes": [1]}, 2014, 2025)


def test_a_plan_without_a_crosswalk_says_so(province) -> None:
    with raises(InputError, match=r"the plan has no crosswalk\.csv"):
        bk_gis.convert(pd.DataFrame({"code": ["02074"]}), province, from_=2014, to=2025)


records = st.lists(
    st.tuples(
        st.sampled_from([*every_code(2014), "1834", "99999", "", *SPLIT]),
        st.decimals(min_value=-(10**6), max_value=10**6, places=2),
        st.integers(0, 10**6),
    )
)


@pytest.mark.costly
@given(records)
def test_nothing_of_a_table_changes_but_the_ledger_that_is_added(rows: list[tuple]) -> None:
    frame = pd.DataFrame(rows, columns=["code", "ha", "count"], index=range(7, 7 + len(rows)))
    found = bk_gis.convert(frame.astype({"code": "str"}), PLAN, from_=2014, to=2020)
    pd.testing.assert_frame_equal(found[frame.columns], frame.astype({"code": "str"}))
    assert list(found.columns) == [*frame.columns, *LEDGER]


@pytest.mark.costly
@given(records, st.sampled_from([(2014, 2020), (2014, 2025)]))
def test_what_is_split_adds_up_to_the_last_digit(rows: list[tuple], years: tuple[int, int]) -> None:
    frame = pd.DataFrame(rows, columns=["code", "ha", "count"])
    frame = frame.astype({"code": "str", "ha": "str", "count": "int64"})
    found = bk_gis.convert(frame, PLAN, from_=years[0], to=years[1], split=["ha", "count"])
    assert found["convert_row"].drop_duplicates().tolist() == list(frame.index)
    for row, group in found.groupby("convert_row"):
        assert sum(map(Decimal, group["ha"])) == Decimal(frame.loc[row, "ha"])
        assert group["count"].sum() == frame.loc[row, "count"]
    lone = found[~found["convert_row"].duplicated(keep=False)]
    pd.testing.assert_frame_equal(lone[frame.columns], frame.loc[lone["convert_row"]], check_index_type=False)
    for codes in found.loc[found["convert_shares"].ne(""), "convert_codes"]:
        assert " " not in codes


DISTRICTS = sorted({unit.district for unit in CROSSWALK.units[2014].values()})


@pytest.mark.parametrize(
    ("code", "name", "district", "candidate", "said"),
    [
        (
            "",
            "Bộc Bố",
            "Huyện Ba Bể",
            "01864",
            "no commune in Huyện Ba Bể is called 'Bộc Bố', but Bộc Bố (Huyện",
        ),
        ("", "BẰNG PHÚC", "BK", "02041", "no district is called 'BK'"),
        ("", "xã Bộc Bố, huyện Pác Nặm", "Ba Bể", "01864", "the text says huyện Pác Nặm, the record another"),
        (
            "",
            "xã Bằng Thành, huyện Ba Bể",
            "",
            "01858",
            "no commune in Huyện Ba Bể is called 'xã Bằng Thành'",
        ),
        ("", "xã Bằng Phúc, huyện BK", "", "02041", "no district is called 'huyện BK'"),
        ("", "N«ng ThÞnh", "Ba BÓ", "02113", "is called 'Nông Thịnh', but Nông Thịnh (Huyện Chợ Mới)"),
        ("01864", "Bộc Bố", "Ba Bể", "01864", "but Bộc Bố (Huyện Pác Nặm); correct one of the two"),
        ("02113", "Nông Thịnh", "Ba Bể", "02113", "no commune in Huyện Ba Bể is called 'Nông Thịnh'"),
        ("02113", "Nông Thịnh", "BK", "02113", "no district is called 'BK'"),
        ("02113", "xã Nông Thịnh, huyện Chợ Mới", "Ba Bể", "02113", "the text says huyện Chợ Mới"),
    ],
)
def test_a_wrong_district_is_what_is_said_to_be_wrong(
    code: str, name: str, district: str, candidate: str, said: str
) -> None:
    found = convert({"code": [code], "xã": [name], "huyện": [district]}, 2014, 2025, lang="en").iloc[0]
    assert (found.convert_method, found.convert_codes) == ("unknown", "")
    assert found.convert_candidates == candidate
    assert said in found.convert_reason


def test_a_wrong_province_is_what_is_said_to_be_wrong() -> None:
    frame = {"code": ["01942"], "xã": ["Bằng Vân"], "tỉnh": ["Hà Nội"]}
    found = convert(frame, 2025, 2014, lang="en").iloc[0]
    assert (found.convert_method, found.convert_candidates) == ("unknown", "01942")
    assert found.convert_reason.startswith("it lies in another province, Hà Nội")


def test_a_wrong_district_does_not_hide_that_a_name_is_of_another_vintage() -> None:
    found = convert({"xã": ["Sơn Thành", "Thượng Minh"], "huyện": ["BK", "Ba Bể"]}, 2014, 2025)
    assert found["convert_method"].tolist() == ["vintage", "vintage"]


@pytest.mark.parametrize("year", [2014, 2020])
@pytest.mark.parametrize("beside", ["code", "nothing"])
@pytest.mark.parametrize("form", ["{name}", "{full}, {district}", "xã {name}, {stated}", "{name}, {stated}"])
def test_no_reason_denies_a_commune_of_the_vintage(year: int, beside: str, form: str) -> None:
    rows = []
    for i, unit in enumerate(CROSSWALK.units[year].values()):
        for stated in (DISTRICTS[i % len(DISTRICTS)], DISTRICTS[(i + 3) % len(DISTRICTS)], "huyện BK"):
            name = form.format(name=unit.name, full=unit.full_name, district=unit.district, stated=stated)
            rows.append((unit, unit.code if beside == "code" else "", name, stated))
    units, codes, names, stated = zip(*rows, strict=True)
    found = convert({"code": codes, "xã": names, "huyện": stated}, year, 2025, lang="en")
    assert not found["convert_method"].isin(["vintage", "differs"]).any()
    namesakes = pd.Series([unit.name for unit in CROSSWALK.units[year].values()]).value_counts()
    for unit, row in zip(units, found.itertuples(), strict=True):
        if namesakes[unit.name] == 1 and row.convert_method not in ("whole", "split"):
            assert unit.code in row.convert_candidates.split(), (row.xã, row.huyện, row.convert_reason)
        if namesakes[unit.name] == 1 and row.huyện not in (unit.district, ""):
            assert row.convert_method == "unknown", (row.xã, row.huyện)


def test_a_code_that_is_named_is_the_only_key() -> None:
    frame = {"match_codes": ["02113", ""], "xã": ["Chợ Rã", "Chợ Rã"], "huyện": ["BK", ""]}
    assert convert(frame, 2014, 2025, code="match_codes")["convert_method"].tolist() == ["whole", "empty"]
    both = convert(frame, 2014, 2025, code="match_codes", place="xã")
    assert both["convert_method"].tolist() == ["differs", "whole"]


def test_names_in_an_older_encoding_agree_with_their_codes() -> None:
    """0xAD is ư in TCVN3, and a soft hyphen that cannot be seen in Unicode."""
    frame = {"code": ["01852", "02155", "01852"], "xã": ["N«ng Th\xadîng", "YÕn L¹c", ""]}
    found = convert(frame, 2014, 2025, lang="en")
    assert found["convert_method"].tolist() == ["whole", "differs", "whole"]
    assert "as thị trấn Yến Lạc of 2020" in found["convert_reason"][1]
    assert convert({"xã": frame["xã"][:1]}, 2014, 2025)["convert_method"].tolist() == ["whole"]


def test_one_column_to_split_needs_no_list() -> None:
    frame = pd.DataFrame({"code": ["02074"], "workers": [100]})
    one_column, listed = (
        bk_gis.convert(frame, PLAN, from_=2014, to=2020, split=split) for split in ("workers", ["workers"])
    )
    pd.testing.assert_frame_equal(one_column, listed)
    assert one_column["workers"].tolist() == [76, 24]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_reasons_are_in_the_language_asked_for(lang) -> None:
    found = convert({"code": ["02113"]}, 2014, 2025, lang=lang)["convert_reason"][0]
    assert ("thuộc" in found) == (lang == "vi")


def test_both_languages_say_the_same_facts() -> None:
    from string import Formatter

    from bk_gis.language.words import words

    for key, both in words("conversion").items():
        vi, en = ({name for _, name, _, _ in Formatter().parse(both[lang]) if name} for lang in ("vi", "en"))
        assert vi == en, key
        assert both["vi"].count(";") == both["en"].count(";"), key


def test_a_column_of_other_codes_is_passed_over() -> None:
    found = convert({"code": ["DN-1", "DN-2"], "xã": ["Nông Thịnh", "Chợ Rã"]}, 2014, 2025)
    assert found["convert_method"].tolist() == ["whole", "whole"]
    found = convert({"code": ["1", "2"], "xã": ["Nông Thịnh", "Chợ Rã"]}, 2014, 2025, place="xã")
    assert found["convert_method"].tolist() == ["whole", "whole"]
