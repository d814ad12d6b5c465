"""The national table of 2020 to 2025, in the form of the package vietnamadminunits, which is not needed."""

import json
import zipfile
from pathlib import Path
from typing import Any

from bk_gis.io.whole import file_error, saying_faults
from bk_gis.language.words import both
from bk_gis.places.vintages.crosswalk import Crosswalk, Piece, Unit, whole_share

ENDINGS = (".json", ".whl")
_FOLDER = "vietnamadminunits/data"
_FILES = ("converter_2025.json", "parser_legacy.json", "parser_from_2025.json")
_WARDS = ("NO_ACCENTED", "ACCENTED")  # the latter has names that only marks tell apart


def read_national(path: Path) -> Crosswalk:
    """
    Read converter_2025.json, which needs the other two files of its folder, or the package's own file (.whl).

    The first has keys without marks, the others the codes and the names that these stand for. It says which
    communes were divided, but not in which shares.
    """
    with saying_faults(path):
        converter, old, new = (json.loads(text) for text in _texts(path))
        units: dict[int, dict[str, Unit]] = {2020: {}, 2025: {}}
        pieces = []
        for province, key, takers in _changes(converter):
            before = _old_unit(old, *key.split("_"))
            units[2020].setdefault(before.code, before)
            for taker in takers:
                after = _new_unit(new, province, taker)
                units[2025].setdefault(after.code, after)
                pieces.append(Piece((before.code, after.code), whole_share(len(takers))))
    return Crosswalk(units, tuple(pieces))


def _texts(path: Path) -> list[str]:
    """Read the three files, out of the package or beside the one that was given."""
    if path.suffix.lower() == ".whl":
        with zipfile.ZipFile(path) as package:
            return [package.read(f"{_FOLDER}/{name}").decode("utf-8") for name in _FILES]
    if missing := [name for name in _FILES[1:] if not path.with_name(name).is_file()]:
        raise file_error(path, both("fault_places.national files", files=missing))
    return [path.read_text(encoding="utf-8"), *(path.with_name(n).read_text("utf-8") for n in _FILES[1:])]


def _changes(converter: Any) -> list[tuple[str, str, list[str]]]:
    """List each old commune's key with the new province and the new communes that took it."""
    whole = [
        (province, key, [taker])
        for province, takers in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items()
        for taker, keys in takers.items()
        for key in keys
    ]
    divided = [
        (province, key, [taker["newWardKey"] for taker in takers])
        for province, keys in converter["DICT_PROVINCE_WARD_DIVIDED"].items()
        for key, takers in keys.items()
    ]
    return [*whole, *divided]


def _old_unit(old: Any, province: str, district: str, ward: str) -> Unit:
    of_district = old["DICT_PROVINCE_DISTRICT"][province][district]
    of_province = old["DICT_PROVINCE"][province]["provinceShort"]
    if not ward:  # an island district without communes
        kind, name = of_district["districtType"], of_district["districtShort"]
        return Unit(of_district["districtCode"], name, kind, of_district["district"], of_province)
    tables = (old[f"DICT_PROVINCE_DISTRICT_WARD_{kind}"].get(province, {}) for kind in _WARDS)
    return Unit(
        *_ward([table.get(district, {}) for table in tables], ward), of_district["district"], of_province
    )


def _new_unit(new: Any, province: str, ward: str) -> Unit:
    tables = [new[f"DICT_PROVINCE_WARD_{kind}"].get(province, {}) for kind in _WARDS]
    return Unit(*_ward(tables, ward), province=new["DICT_PROVINCE"][province]["provinceShort"])


def _ward(tables: list[Any], ward: str) -> tuple[str, str, str]:
    found = next(table[ward] for table in tables if ward in table)
    return found["wardCode"], found["wardShort"], found["wardType"]
