"""The national table in the form of the package vietnamadminunits, on invented provinces."""

import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis.errors import InputError


def ward(code: str, name: str) -> dict[str, str]:
    return {"wardCode": code, "wardShort": name, "wardType": "Xã"}


def district(code: str, name: str) -> dict[str, str]:
    return {
        "districtCode": code,
        "districtShort": name,
        "districtType": "Huyện",
        "district": f"Huyện {name}",
    }


FILES = {
    "converter_2025.json": {
        "DICT_PROVINCE_WARD_NO_DIVIDED": {
            "tinhmoi": {
                "xabinhan": ["tinhcu_huyenmot_xatanan", "tinhcu_huyenhai_xatanan", "tinhcu_huyendao_"]
            }
        },
        "DICT_PROVINCE_WARD_DIVIDED": {
            "tinhmoi": {"tinhcu_huyenmot_xãyên": [{"newWardKey": "xabinhan"}, {"newWardKey": "xãlâm"}]}
        },
    },
    "parser_legacy.json": {
        "DICT_PROVINCE": {"tinhcu": {"provinceShort": "Cũ"}},
        "DICT_PROVINCE_DISTRICT": {
            "tinhcu": {
                "huyenmot": district("101", "Một"),
                "huyenhai": district("102", "Hai"),
                "huyendao": district("103", "Đảo"),
            }
        },
        "DICT_PROVINCE_DISTRICT_WARD_NO_ACCENTED": {
            "tinhcu": {
                "huyenmot": {"xatanan": ward("00001", "Tân An")},
                "huyenhai": {"xatanan": ward("00002", "Tân An")},
            }
        },
        "DICT_PROVINCE_DISTRICT_WARD_ACCENTED": {"tinhcu": {"huyenmot": {"xãyên": ward("00003", "Yên")}}},
    },
    "parser_from_2025.json": {
        "DICT_PROVINCE": {"tinhmoi": {"provinceShort": "Mới"}},
        "DICT_PROVINCE_WARD_NO_ACCENTED": {"tinhmoi": {"xabinhan": ward("00001", "Bình An")}},
        "DICT_PROVINCE_WARD_ACCENTED": {"tinhmoi": {"xãlâm": ward("00004", "Lâm")}},
    },
}


@pytest.fixture(params=["folder", "package"])
def national(request, tmp_path: Path) -> Path:
    if request.param == "folder":
        for name, content in FILES.items():
            (tmp_path / name).write_text(json.dumps(content), encoding="utf-8")
        return tmp_path / "converter_2025.json"
    with zipfile.ZipFile(tmp_path / "vietnamadminunits-1.whl", "w") as package:
        for name, content in FILES.items():
            package.writestr(f"vietnamadminunits/data/{name}", json.dumps(content))
    return tmp_path / "vietnamadminunits-1.whl"


def test_codes_and_names_are_those_of_the_two_other_files(national: Path) -> None:
    records = pd.DataFrame({"xã": ["Tân An", "Tân An", "Yên", "Đảo"], "huyện": ["", "Hai", "", "Đảo"]})
    found = bk_gis.convert(records, bk_gis.read_crosswalk(national), from_=2020, to=2025)
    assert found["convert_method"].tolist() == ["ambiguous", "whole", "split", "whole"]
    assert found["convert_codes"].tolist() == ["", "00001", "00001 00004", "00001"]
    assert found["convert_shares"].tolist() == ["", "1", "", "1"]


def test_a_stated_province_decides_and_another_one_is_refused(national: Path) -> None:
    records = pd.DataFrame({"xã": ["Yên", "Yên"], "tỉnh": ["Tỉnh Cũ", "Bắc Giang"]})
    found = bk_gis.convert(records, bk_gis.read_crosswalk(national), from_=2020, to=2025, lang="en")
    assert found["convert_method"].tolist() == ["split", "unknown"]
    assert "another province" in found["convert_reason"][1]


@pytest.mark.parametrize(
    ("address", "method"),
    [
        ("xã Yên, huyện Một, tỉnh Cũ", "split"),
        ("xã Yên, huyện Một, Cũ", "split"),
        ("xã Yên, tỉnh Bắc Giang", "unknown"),
    ],
)
def test_the_province_of_an_address_counts(national: Path, address: str, method: str) -> None:
    found = bk_gis.convert(
        pd.DataFrame({"xã": [address]}), bk_gis.read_crosswalk(national), from_=2020, to=2025
    )
    assert found["convert_method"].tolist() == [method]


def test_the_converter_alone_says_which_files_it_needs(tmp_path: Path) -> None:
    (tmp_path / "converter_2025.json").write_text("{}", encoding="utf-8")
    with raises(InputError, match=r"needs parser_legacy\.json, parser_from_2025\.json beside it"):
        bk_gis.read_crosswalk(tmp_path / "converter_2025.json")


@pytest.mark.parametrize("content", ["{}", "[", "[]"])
def test_a_file_that_is_none_is_an_error_that_names_it(tmp_path: Path, content: str) -> None:
    for name in FILES:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with raises(InputError, match=r"converter_2025\.json"):
        bk_gis.read_crosswalk(tmp_path / "converter_2025.json")
