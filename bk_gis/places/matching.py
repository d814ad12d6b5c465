"""Addresses, as people fill a table with them: a name, an address or several names. No pandas."""

import re
from dataclasses import replace

from bk_gis.language.names import clean, quoted
from bk_gis.language.old_encodings import in_unicode, is_unicode, readings
from bk_gis.language.reasons import Reason, reason, together
from bk_gis.places.address_noise import before_and_after
from bk_gis.places.addresses import Part, is_error_value, level_of, parts
from bk_gis.places.gazetteer import Gazetteer
from bk_gis.places.values import Match, names_of

_JOINED = re.compile(r"(?<=[^\W\dA-ZĐ_])(?=[A-ZĐ])")  # "NàPhặc"


def match_address(gazetteer: Gazetteer, text: str, district: str = "") -> list[Match]:
    """
    Match all of an address. One match for each name; all of them have to hold for the address to be matched.

    The text is what people write: "Nông Thịnh", "thôn Khe Lắc, xã Nông Thịnh, huyện Chợ Mới", "Bành Trạch -
    Thượng Giáo"; in Unicode, TCVN3 or VNI. The district is the one that the record states, as it is written;
    empty when none is stated.
    """
    if not any(c.isalnum() for c in clean(text)):
        return [Match("empty", reason=reason("reason.no place"))]
    if is_error_value(text):
        return [Match("empty", reason=reason("reason.error value", text=quoted(text)))]
    stated = gazetteer.districts.find(district)
    if stated is None:
        return [gazetteer.districts.none_called(district)]
    of_district = gazetteer.districts.read_as.get(district)
    matches = _match_in(gazetteer, text, stated)
    return matches if of_district is None else [_noted(match, _read_as(*of_district)) for match in matches]


def _read_as(text: str, encoding: str) -> Reason:
    return reason("reason.read as", encoding=encoding, text=quoted(text))


def _match_in(gazetteer: Gazetteer, text: str, stated: str) -> list[Match]:
    """Match an address in the district of a key; in an older encoding where one makes a name of it."""
    older = [(read, _read_as(read, name)) for read, name in readings(text)]
    tries: dict[str, Reason | None] = {text: None, **dict(older), _JOINED.sub(" ", clean(text)): None}
    for reading, note in tries.items():
        found = gazetteer.known(reading, stated)
        if found is not None and found.places:
            return [_noted(found, note)]
    if older and not is_unicode(text):
        for reading, note in older:
            matches = _read_address(gazetteer, reading, stated)
            if all(match.places or match.score for match in matches):  # of another district too
                return [_noted(match, note) for match in matches]
    return _read_address(gazetteer, text, stated)


def _read_address(gazetteer: Gazetteer, text: str, stated: str) -> list[Match]:
    """Match an address; one with a name before a change and after it by either, unless these differ."""
    read = [_read_one(gazetteer, one, stated) for one in before_and_after(text)]
    placed = [matches for matches in read if all(match.places for match in matches)] or read[:1]
    meant = [dict.fromkeys(place for match in matches for place in match.places) for matches in placed]
    if all(meant[0].keys() & other.keys() for other in meant[1:]):
        return placed[0]
    either = tuple(dict.fromkeys(place for places in meant for place in places))
    why = reason("reason.before or after", places=names_of(either))
    return [Match("ambiguous", candidates=either, reason=why)]


def _read_one(gazetteer: Gazetteer, text: str, stated: str) -> list[Match]:
    """Match each commune that an address names, in the district that it names with it."""
    levelled = _levelled(gazetteer, parts(text))
    named = _communes(levelled)
    for part in levelled:
        if part.level == "province" and not any(map(gazetteer.may_be_province, _with_others(part, levelled))):
            if gazetteer.later.has_province(part.name) and named:
                return [gazetteer.match_in_province(levelled[i].text, part.name) for i in named]
            why = reason("reason.other province", province=part.name, own=gazetteer.province)
            return [Match("unknown", reason=why)]
    if not named:
        return [Match("unknown", reason=reason("reason.no commune", text=quoted(in_unicode(text))))]
    matches = [_in_context(gazetteer, i, levelled, stated) for i in named]
    if len(matches) > 1 and not any(match.places or match.candidates for match in matches):
        # One reason for the whole, such as a sentence with commas; of each name only where it is the same.
        alike = len({match.reason for match in matches}) == 1
        return matches[:1] if alike else [gazetteer.no_commune(text, stated)]
    return _without_details([levelled[i] for i in named], matches, alone=len(levelled) == len(named))


def _with_others(province: Part, levelled: list[Part]) -> list[str]:
    """Name the provinces that end an address: "tỉnh Thái Nguyên (tỉnh Bắc Kạn cũ)"; else the one alone."""
    last = levelled[levelled.index(province) :]
    return [part.name for part in last] if all(part.level == "province" for part in last) else [province.name]


def _levelled(gazetteer: Gazetteer, found: list[Part]) -> list[Part]:
    """Give the parts at the end a level where they are the province or the district and do not say so."""
    result = [_own_level(gazetteer, part) for part in found]
    if result and result[-1].link == "path":
        if _is_above(gazetteer, result[0]) and not _is_above(gazetteer, result[-1]):
            result.reverse()
        result = [replace(part, link="comma") for part in result]
    explicit = any(part.level == "district" for part in result)
    last = len(result) - 1
    while last > 0 and result[last].level == "province":
        last -= 1
    if last > 0 and _ends_in_province(gazetteer, result, last):
        result[last] = replace(result[last], level="province")
        last -= 1
    if last > 0 and not explicit and _may_be_district(gazetteer, result[last]):
        result[last] = replace(result[last], level="district")
    return result


def _own_level(gazetteer: Gazetteer, part: Part) -> Part:
    """Correct the level of a part by the names there are."""
    if gazetteer.is_whole_name(part.text):
        # "Bản Thi" is a commune, though "bản" is a hamlet; "Phuong Linh" is no ward of the name Linh.
        return replace(part, name=part.text, level="")
    if part.text.endswith((" cũ", " CŨ")) and not gazetteer.is_name(part.name):
        part = replace(part, text=part.text[:-3], name=part.name[:-3])  # "Chợ Cũ" may be a commune
    text = part.text if part.level else gazetteer.unglued(part.text)
    if text == part.text:
        return part
    level, name = level_of(text)
    return replace(part, text=text, name=name, level=level)


def _is_above(gazetteer: Gazetteer, part: Part) -> bool:
    """Whether a part may be a district or the province."""
    own = bool(gazetteer.province) and gazetteer.may_be_province(part.name)
    return part.level in ("district", "province") or gazetteer.districts.has(part.name) or own


def _may_be_district(gazetteer: Gazetteer, part: Part) -> bool:
    return part.level == "" and part.link != "list" and gazetteer.districts.has(part.name)


def _ends_in_province(gazetteer: Gazetteer, found: list[Part], last: int) -> bool:
    part = found[last]
    if part.level or part.link == "list":
        return False
    if gazetteer.later.has_province(part.name):
        return True
    if gazetteer.province:
        return gazetteer.may_be_province(part.name)
    # Where the province is not known: a district's name that follows another district.
    return last > 1 and all(_may_be_district(gazetteer, found[i]) for i in (last - 1, last))


def _in_context(gazetteer: Gazetteer, i: int, levelled: list[Part], stated: str) -> Match:
    """Match one part in the district that follows it, else in the last before it, else in the stated one."""
    districts = [j for j, part in enumerate(levelled) if part.level == "district"]
    around = [j for j in districts if j > i] or districts[-1:]
    if not around:
        return gazetteer.match(levelled[i].text, stated)
    text = levelled[around[0]].text
    own = gazetteer.districts.find(text)
    if own is None:
        return gazetteer.districts.none_called(text)
    if stated and not gazetteer.districts.same(own, stated):
        return Match("unknown", reason=reason("reason.districts differ", district=text))
    return gazetteer.match(levelled[i].text, own)


def _communes(levelled: list[Part]) -> list[int]:
    """
    Which parts name a commune.

    Those that say so, what follows one before the district ("xã A, B"), and what is listed with one
    ("A và xã B"). Where none says so, every part without a level before the district, or after it.
    """
    marked = [i for i, part in enumerate(levelled) if part.level == "commune"]
    districts = [i for i, part in enumerate(levelled) if part.level == "district"]
    unmarked = [i for i, part in enumerate(levelled) if part.level == ""]
    if not marked:
        before = [i for i in unmarked if not districts or i < districts[-1]]
        return before or unmarked
    listed = [
        i
        for i in unmarked
        if (i > marked[0] and not any(j < i for j in districts))
        or (i + 1 < len(levelled) and i + 1 in marked and levelled[i + 1].link in ("list", "dash"))
    ]
    return sorted([*marked, *listed])


def _without_details(named: list[Part], matches: list[Match], *, alone: bool) -> list[Match]:
    """
    Drop what stands before a commune and is smaller than it: "Khe Lắc, Nông Thịnh".

    Only what is like no commune at all, and followed by a comma or in an address that goes on.
    Communes with only commas between them have to be of one district, since the first may be a hamlet.
    """
    if any(part.level for part in named) or len(named) == 1:
        return matches
    failing = [i for i, match in enumerate(matches) if not match.places]
    commas = all(part.link == "comma" for part in named[1:])
    only_last = failing == list(range(len(matches) - 1)) and (commas or not alone)
    if only_last and not any(matches[i].candidates for i in failing):
        within = ", ".join(named[i].text for i in failing)
        return [_noted(matches[-1], reason("reason.detail", text=quoted(within)))]
    districts = {place.district for match in matches for place in match.places}
    if not failing and commas and len(districts) > 1:
        places = tuple(place for match in matches for place in match.places)
        why = reason("reason.one or all", places=names_of(places))
        return [Match("ambiguous", candidates=places, reason=why)]
    return matches


def _noted(match: Match, note: Reason | None) -> Match:
    return replace(match, reason=together([note, match.reason]))
