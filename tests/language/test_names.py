"""Spellings of one name are equal, other names are not; what scanners confuse is near."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bk_gis
from bk_gis.language.names import INVISIBLE, bare, clean, fold, header_words, quoted, similarity

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậềếểễệồốổỗộờớởỡợừứửữựỳýỷỹỵ ĐÔ-.", max_size=30
)
UNSEEN = st.sampled_from(sorted(map(chr, INVISIBLE)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Xuất Hoá", "Xuất Hóa"),
        ("Liêm Thuỷ", "liêm thủy"),
        ("Cao Kỳ", "Cao Kì"),
        ("Bắc Kạn", "Bắc Cạn"),
        ("Kim Hỷ", "Kim Hỉ"),
        ("Sĩ Bình", "Sỹ Bình"),
        ("Cẩm Giàng", "Cẩm-Giàng"),
        ("Cẩm Giàng", "CẨM  GIÀNG"),
        ("Đồng Phúc", "Ðồng Phúc"),  # the Icelandic letter
        ("Nghiên Loan", "Nghiên\u00a0Loan"),
        ("Bộc Bố", "\ufeffBộc Bố\u200b"),
        ("Nông Hạ", "\u2068Nông\u00ad Hạ\u2069\x7f"),
        ("Nông Hạ", "Ｎông\u3000Ｈạ"),
        ("Cẩm Giàng", "Cẩm\u2011Giàng"),
        ("Cao Tân", "Сао Tân"),  # three Cyrillic letters
        ("Sông Cầu", "Phường Sông Cầu"),
        ("Sông Cầu", "P.Sông Cầu"),
        ("Chợ Rã", "TT. Chợ Rã"),
        ("Thị xã Bắc Kạn", "Bắc Kạn"),
        ("Phường 1", "P. 01"),
        ("Thượng Giáo", unicodedata.normalize("NFD", "Thượng Giáo")),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert similarity(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bằng Lũng", "Bằng Lãng"),
        ("Quý", "Qui"),
        ("Ân Tình", "An Tình"),
        ("Đồng Lạc", "Dồng Lạc"),
        ("Phường 1", "P. 10"),
    ],
)
def test_different_letters_and_tones_do_not(one: str, other: str) -> None:
    assert fold(one) != fold(other)
    assert similarity(one, other) < 1


def test_no_two_communes_of_the_plan_fold_alike() -> None:
    names = bk_gis.load_plan().communes["name"]
    assert names.map(fold).is_unique
    assert names.map(bare).is_unique


@settings(deadline=None)
@given(VIETNAMESE)
def test_folding_does_not_depend_on_composition_or_case(name: str) -> None:
    assert fold(unicodedata.normalize("NFD", name)) == fold(name)
    assert fold(name.upper()) == fold(name)
    assert clean(clean(name)) == clean(name)


@settings(deadline=None)
@given(VIETNAMESE, st.data())
def test_what_cannot_be_seen_makes_no_other_name(name: str, data: st.DataObject) -> None:
    for form in ("NFC", "NFD"):
        letters = unicodedata.normalize(form, name)
        i = data.draw(st.integers(0, len(letters)))
        spoilt = letters[:i] + data.draw(UNSEEN) + letters[i:]
        assert clean(spoilt) == clean(name)
        assert quoted(spoilt) == quoted(name)
        assert header_words(spoilt) == header_words(name)


def test_every_format_and_control_character_that_is_no_sign_or_space_is_unseen() -> None:
    signs = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}  # Arabic and the like
    signs.update(range(0x13430, 0x13440))  # Egyptian
    unseen = [
        point
        for point in range(0x110000)
        if unicodedata.category(chr(point)) in ("Cc", "Cf") and not chr(point).isspace()
    ]
    assert set(unseen) - signs <= INVISIBLE
    assert not any(chr(point).isspace() for point in INVISIBLE)


@settings(deadline=None)
@given(VIETNAMESE, VIETNAMESE)
def test_similarity_is_symmetric_and_between_0_and_1(one: str, other: str) -> None:
    assert -0.03 <= similarity(one, other) <= 1
    if not one.isascii() and not other.isascii():
        assert similarity(one, other) == similarity(other, one)


def test_bare_names_have_letters_only() -> None:
    assert bare("Thị trấn Đồng Phúc") == "dong phuc"


@pytest.mark.parametrize(
    ("scanned", "mistaken"),
    [
        ("Cỏ Linh", "Cố Minh"),
        ("Địa Llnh", "Địa Tánh"),
        ("Mỳ Phương", "Mã Phương"),
        ("Bang Lũng", "Bổng Lũng"),
    ],
)
def test_what_scanners_confuse_counts_less_than_another_letter(scanned: str, mistaken: str) -> None:
    right = {"Cỏ Linh": "Cổ Linh", "Địa Llnh": "Địa Linh", "Mỳ Phương": "Mỹ Phương", "Bang Lũng": "Bằng Lũng"}
    assert similarity(scanned, right[scanned]) > similarity(mistaken, right[scanned])


def test_names_typed_without_marks_are_compared_by_letters() -> None:
    assert similarity("cam giang", "Cẩm Giàng") == 0.98
    assert similarity("cam gianh", "Cẩm Giàng") < 0.93
