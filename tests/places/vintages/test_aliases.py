"""Names after the mergers of 2020 and 2025 lead to the communes of the plan that they are made of."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.matching import match_address
from bk_gis.places.values import Place
from bk_gis.places.vintages.aliases import aliases
from bk_gis.places.vintages.reading import read_aliases
from bk_gis.plan.folder import bundled_folder

ALIASES = read_aliases(bundled_folder() / "crosswalk.csv")
COMMUNES = bk_gis.load_plan().communes
GAZETTEER = Gazetteer(
    map(Place, *(COMMUNES[name] for name in ("code", "name", "district", "unit_type", "district_code"))),
    aliases=ALIASES,
    province="Bắc Kạn",
)


def found(text: str, district: str = "") -> tuple[str, str]:
    matches = match_address(GAZETTEER, text, district)
    return matches[0].method, "|".join(place.name for match in matches for place in match.places)


def test_122_communes_became_108_and_then_37() -> None:
    assert len([alias for alias in ALIASES if alias.district]) == 108
    assert len([alias for alias in ALIASES if alias.province]) == 37


@pytest.mark.parametrize("which", ["district", "province"])
def test_every_commune_is_part_of_exactly_one_later_commune(which: str) -> None:
    codes = [code for alias in ALIASES if getattr(alias, which) for code in alias.codes]
    assert len(codes) == len(set(codes))
    # Of Văn Học it is not known which part went where in 2020.
    assert set(COMMUNES["code"]) - set(codes) == ({"02149"} if which == "district" else set())


@pytest.mark.parametrize(
    ("text", "district", "communes"),
    [
        ("Đồng Thắng", "Chợ Đồn", "Đông Viên|Rã Bản"),
        ("xã Sơn Thành, huyện Na Rì, tỉnh Bắc Kạn", "", "Lương Thành|Lam Sơn"),
        ("xã Trần Phú", "Na Rì", "Hữu Thác|Hảo Nghĩa"),
        ("Quân Hà", "", "Quân Bình|Hà Vị"),
        ("Thượng Minh", "", "Bành Trạch|Hà Hiệu|Chu Hương|Mỹ Phương|Yến Dương"),
        ("xã Na Rì", "", None),
        ("xã Na Rì, tỉnh Thái Nguyên", "", None),
    ],
)
def test_a_later_name_leads_to_what_it_is_made_of(text: str, district: str, communes: str | None) -> None:
    method, names = found(text, district)
    assert method == "alias"
    if communes is not None:
        assert set(names.split("|")) <= set(communes.split("|")) | set(COMMUNES["name"])
    expected = {alias.codes for alias in ALIASES if alias.name in text}
    codes = tuple(COMMUNES.set_index("name").loc[names.split("|"), "code"])
    assert codes in expected


def test_a_name_of_the_plans_own_time_comes_first() -> None:
    assert found("Đức Xuân") == ("exact", "Đức Xuân")
    method, names = found("phường Đức Xuân, tỉnh Thái Nguyên")
    assert method == "alias"
    assert set(names.split("|")) == {"Nguyễn Thị Minh Khai", "Đức Xuân", "Huyền Tụng"}
    assert found("phường Đức Xuân, Thái Nguyên")[0] == "alias"


def test_a_name_of_several_times_is_ambiguous_unless_a_district_is_stated() -> None:
    assert found("Trần Phú") == ("ambiguous", "")
    assert found("xã Trần Phú, Thái Nguyên")[0] == "alias"


def test_a_districts_name_alone_is_not_the_commune_that_was_called_after_it() -> None:
    assert found("Na Rì")[1] == ""
    assert found("Ba Bể")[1] == ""


def test_another_commune_of_the_later_province_is_not_taken() -> None:
    assert found("xã Tân Thịnh, tỉnh Thái Nguyên") == ("unknown", "")
    assert found("xã Nông Thịnh, tỉnh Thái Nguyên") == ("unknown", "")


def test_a_later_name_does_not_move_a_commune_to_another_district() -> None:
    assert found("Xuân Dương", "Ba Bể") == ("unknown", "")


def test_a_folder_may_do_without_a_crosswalk(tmp_path: Path) -> None:
    assert read_aliases(tmp_path / "crosswalk.csv") == []


def test_a_crosswalk_may_be_as_excel_saves_it_where_the_comma_is_the_decimal_mark(tmp_path: Path) -> None:
    with (bundled_folder() / "crosswalk.csv").open(encoding="utf-8", newline="") as file:
        rows = [[cell.replace(".", ",") for cell in row] for row in csv.reader(file)]
    with (tmp_path / "crosswalk.csv").open("w", encoding="utf-16", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert read_aliases(str(tmp_path / "crosswalk.csv")) == ALIASES


def test_a_plan_of_today_knows_the_names_of_before() -> None:
    plan = bk_gis.load_plan()
    today = plan.communes_as_of(2025)
    names = dict(zip(today["code"], today["name"], strict=True))
    records = pd.DataFrame({"xã": ["Nông Thịnh", "Lương Hạ", "Đồng Thắng", "Na Rì", "Chợ Xa"]})
    before = aliases(plan.crosswalk, 2025, names)
    assert {alias.year for alias in before} == {"2014", "2020"}
    found = bk_gis.geocode(records, today, aliases=before, fuzzy=False, lang="en")
    assert found["match_method"].tolist() == ["alias", "alias", "alias", "exact", "unknown"]
    assert found["match_codes"].tolist() == ["02107", "02155", "02014", "02155", ""]
    assert "the xã of 2014 that lies in Thanh Thịnh now" in found["match_reason"][0]
    assert "lies mostly in Na Rì now, and in Cường Lợi" in found["match_reason"][1]


@pytest.mark.costly
def test_a_plan_gives_the_later_names_of_its_own_crosswalk_as_the_command_does(tmp_path: Path) -> None:
    plan, later = bk_gis.load_plan(), bk_gis.read_crosswalk(bundled_folder() / "crosswalk.csv")
    records = pd.DataFrame({"xã": ["phường Bắc Kạn", "xã Phong Quang", "Nông Thịnh", "Hà Nội"]})
    records.to_csv(tmp_path / "in.csv", index=False)
    command = [sys.executable, "-m", "bk_gis.cli", "geocode", str(tmp_path / "in.csv"), "-o"]
    subprocess.run([*command, str(tmp_path / "out.csv")], check=True, capture_output=True)
    said = bk_gis.read_table(tmp_path / "out.csv")[["match_method", "match_codes"]].fillna("").to_dict("list")

    def found(communes: Any, **given: Any) -> dict[str, Any]:
        placed = bk_gis.geocode(records, communes, **given)
        return dict(placed[["match_method", "match_codes"]].to_dict("list"))

    assert said["match_method"] == ["alias", "alias", "exact", "unknown"]
    assert found(plan) == said == found(plan, aliases=later) == found(plan.communes, aliases=later)
    for none in (found(plan.communes), found(plan, aliases=())):
        assert none["match_method"] == ["unknown", "unknown", "exact", "unknown"]
    today = bk_gis.geocode(records, plan.communes_as_of(2025), aliases=later)
    assert today["match_method"].tolist() == ["folded", "folded", "alias", "unknown"]


def test_an_earlier_name_stands_for_one_commune_and_its_vintage_has_to_be_there() -> None:
    crosswalk = bk_gis.load_plan().crosswalk
    assert crosswalk is not None
    for alias in aliases(crosswalk, 2025):
        assert len(alias.codes) == 1
        assert alias.earlier
    with raises(bk_gis.InputError, match="there are no boundaries of 2013"):
        aliases(crosswalk, 2013)
