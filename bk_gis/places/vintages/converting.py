"""Records of one vintage to the communes of another: whole, split with shares, or why not."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from bk_gis.errors import InputError, Lang, Problem, Text, in_asked_language
from bk_gis.io.headers import find_column, require_table
from bk_gis.language.names import clean, value_text
from bk_gis.language.reasons import Reason, in_words, reason, together
from bk_gis.language.words import both, require_language
from bk_gis.places.communes import OnCommunes
from bk_gis.places.geocoding import DISTRICT_COLUMNS, PLACE_COLUMNS
from bk_gis.places.ledgers import CONVERT_LEDGER
from bk_gis.places.vintages.crosswalk import Crosswalk, Part, Unit
from bk_gis.places.vintages.splitting import split_rows
from bk_gis.places.vintages.units import Units

CODE_COLUMNS = ("code", "commune code", "ward code", "mã xã", "mã phường", "mã xã phường", "maxa", "mã")
PROVINCE_COLUMNS = ("province", "tỉnh", "tên tỉnh", "tỉnh thành phố", "tỉnh tp")
LEDGER = tuple(CONVERT_LEDGER)
_TEXT = pd.StringDtype("python", na_value=np.nan)
_MOST_SAID = 6  # parts that a reason lists


class Conversion(NamedTuple):
    """What a record is in another vintage."""

    method: str
    parts: tuple[Part, ...]
    candidates: tuple[Unit, ...]
    reason: Reason | None

    def cells(self, lang: Lang) -> tuple[str, ...]:
        """Give the ledger's cells, in its order."""
        shares = [f"{part.share.normalize():f}" for part in self.parts if part.share is not None]
        return (
            self.method,
            " ".join(part.unit.code for part in self.parts),
            ", ".join(part.unit.full_name for part in self.parts),
            " ".join(shares),
            " ".join(unit.code for unit in self.candidates),
            in_words(self.reason, lang),
        )


@in_asked_language
def convert(
    records: pd.DataFrame,
    plan_or_crosswalk: Crosswalk | OnCommunes,
    *,
    from_: int,
    to: int,
    code: str | None = None,
    place: str | None = None,
    district: str | None = None,
    province: str | None = None,
    split: str | Sequence[str] = (),
    lang: Lang = "vi",
) -> pd.DataFrame:
    """
    Find the commune of another vintage in which each record's commune lies.

    Parameters
    ----------
    records
        Any table. Rows, order, index and columns are kept; a column with a ledger name is refused.
    plan_or_crosswalk
        A plan with a crosswalk, or what `read_crosswalk` gives.
    from_, to
        Years of the boundaries: those that the records have, and those that are asked for.
    code, place
        Columns with the code and with the name or the address of the commune; by default code, mã xã and
        the like, and location, xã and the like. One of them is enough, and where only one is given it is
        the only one; where there are both they have to agree, and with the district.
    district, province
        Columns that decide between communes of one name; by default district, province and the like.
    split
        Column or columns of hectares or counts to divide where a commune was split: only then such a record
        becomes several, each with its share, and `convert_row` says by the index which record it comes from.
    lang
        Language of `convert_reason`, `vi` or `en`.

    Returns
    -------
    pandas.DataFrame
        The records with six ledger columns. `convert_method` is whole; split, where the commune lies in
        several; between, where a record names several; or ambiguous, differs, vintage (it is of another one),
        unknown, empty, where there is no answer. `convert_codes`, `convert_names` and `convert_shares` are
        those of the communes of `to`, the largest share first, and no shares where they are not known;
        `convert_candidates` are codes of `from_` that may be meant; `convert_reason` says why in words.

    Raises
    ------
    InputError
        There are no boundaries of a year, no column holds communes, a column has a ledger name, the plan
        has no crosswalk, the language is unknown, or a column to be split holds what is no number: every one
        is listed, the first row being row 2, as in a file.

    Notes
    -----
    Shares are of area. Those of a commune of the first vintage stand in the crosswalk; those of a later one
    in earlier ones follow from the areas of the plan's communes, and are not known without a plan. What is
    split keeps its digits: a column of whole numbers stays whole, and parts add up to what they were.

    Examples
    --------
    >>> import bk_gis
    >>> import pandas as pd
    >>> records = pd.DataFrame({"xã": ["Huyền Tụng", "Bằng Vân"]})
    >>> bk_gis.convert(records, bk_gis.load_plan(), from_=2014, to=2025)["convert_names"].to_list()
    ['phường Đức Xuân', 'xã Bằng Vân']
    """
    return convert_rows(
        records,
        plan_or_crosswalk,
        years=(from_, to),
        columns={"code": code, "place": place, "district": district, "province": province},
        split=[split] if isinstance(split, str) else split,
        lang=lang,
    )


def convert_rows(
    records: pd.DataFrame,
    plan_or_crosswalk: Crosswalk | OnCommunes | None,
    *,
    years: tuple[int, int],
    columns: dict[str, str | None],
    split: Sequence[str],
    lang: Lang,
    problem: Callable[[int, object, Text], Problem] | None = None,
) -> pd.DataFrame:
    """Convert records, see `convert`; `problem` says where a cell is."""
    require_language(lang)
    require_table(records)
    crosswalk = _crosswalk(plan_or_crosswalk)
    crosswalk.require(*years)
    if taken := [name for name in (*LEDGER, "convert_row") if name in records]:
        raise InputError(both("fault_places.columns taken", names=taken))
    units = Units(crosswalk, years[0])
    texts, numbers = _distinct(records, _columns(records, columns))
    found = [_converted(crosswalk, units, text, years) for text in texts]
    cells = [conversion.cells(lang) for conversion in found]
    ledger = {
        name: pd.array([row[i] for row in cells], dtype=_TEXT).take(numbers) for i, name in enumerate(LEDGER)
    }
    converted = records.assign(**ledger)
    if not split:
        return converted
    parts = [conversion.parts if conversion.method == "split" else () for conversion in found]
    return split_rows(converted, [parts[number] for number in numbers], split, problem or _problem)


def _problem(row: int, column: object, message: Text) -> Problem:
    return Problem("records", row + 2, str(column), message)


def joined_converter(given: Crosswalk | None, date: dt.date, to: int, lang: Lang) -> Callable[[Any], Any]:
    """Give what adds the communes of another vintage to points joined to the communes of a date."""
    crosswalk = _crosswalk(given)
    years = (crosswalk.vintage(date), to)
    crosswalk.require(to)

    def add(joined: pd.DataFrame) -> pd.DataFrame:
        column = "commune_code_joined" if "commune_code_joined" in joined else "commune_code"
        codes = joined[[column]].set_axis(["code"], axis=1).reset_index(drop=True)
        columns = dict.fromkeys(("place", "district", "province")) | {"code": "code"}
        found = convert_rows(codes, crosswalk, years=years, columns=columns, split=(), lang=lang)
        return joined.assign(**{name: found[name].array for name in LEDGER})

    return add


def _crosswalk(given: Crosswalk | OnCommunes | None) -> Crosswalk:
    crosswalk = getattr(given, "crosswalk", given)
    if crosswalk is None:
        raise InputError(both("fault_places.no crosswalk"))
    if not isinstance(crosswalk, Crosswalk):
        raise InputError(both("fault_places.not a crosswalk", kind=type(given).__name__))
    return crosswalk


def _columns(records: pd.DataFrame, named: dict[str, str | None]) -> list[Any]:
    """Find the columns of code, name, district and province, in this order; None for none."""
    code = find_column(records, named["code"], CODE_COLUMNS, None)
    if named["code"] is not None and named["place"] is None:
        return [code, None, None, None]
    place = find_column(records, named["place"], PLACE_COLUMNS, "communes" if code is None else None)
    guessed = named["code"] is None and code is not None and place is not None
    if guessed:
        codes = (value_text(value).strip().isdecimal() for value in records[code].dropna())
        code = None if named["place"] is not None or not any(codes) else code  # it may hold something else
    district = find_column(records, named["district"], DISTRICT_COLUMNS, None)
    province = find_column(records, named["province"], PROVINCE_COLUMNS, None)
    return [code, place, district, province]


def _distinct(records: pd.DataFrame, columns: list[Any]) -> tuple[list[tuple[str, ...]], Any]:
    """Give each distinct combination of texts a number; missing is the empty text."""
    cells = ([None] * len(records) if column is None else records[column].tolist() for column in columns)
    texts = pd.DataFrame(dict(enumerate(cells)), dtype=object).map(value_text, na_action="ignore").fillna("")
    numbers = texts.groupby(list(texts), sort=False).ngroup().to_numpy()
    return list(texts.drop_duplicates().itertuples(index=False, name=None)), numbers


def _converted(
    crosswalk: Crosswalk, units: Units, text: tuple[str, ...], years: tuple[int, int]
) -> Conversion:
    code, name, district, province = text
    if not clean(code) and clean(name).replace(" ", "").isdecimal():
        code, name = name, ""  # a code in the column of names
    meant = units.find(code, name, district, province)
    if not meant.units:
        return Conversion(meant.method, (), meant.candidates, meant.reason)
    lies_in = [crosswalk.into(unit.code, *years) for unit in meant.units]
    said = together([meant.reason, *(_said(u, p, years) for u, p in zip(meant.units, lies_in, strict=True))])
    if len(lies_in) == 1:
        return Conversion("whole" if len(lies_in[0]) == 1 else "split", tuple(lies_in[0]), (), said)
    targets = {part.unit: None for parts in lies_in for part in parts}
    if len(targets) == 1:
        return Conversion("whole", tuple(lies_in[0]), (), said)
    return Conversion("between", tuple(Part(unit, None) for unit in targets), (), said)


def _said(unit: Unit, parts: list[Part], years: tuple[int, int]) -> Reason:
    from_, to = map(str, years)
    if len(parts) == 1:
        after = parts[0].unit
        key = "conversion.same" if after.full_name == unit.full_name else "conversion.whole"
        return reason(key, name=unit.full_name, year=from_, unit=after.full_name, later=to)
    if any(part.share is None for part in parts):
        names = tuple(part.unit.full_name for part in parts)
        return reason("conversion.no shares", name=unit.full_name, year=from_, units=names, later=to)
    said = tuple(
        reason("conversion.part", percent=float(100 * part.share), unit=part.unit.full_name)
        for part in parts[:_MOST_SAID]
        if part.share is not None
    )
    if more := len(parts) - _MOST_SAID:
        said = (*said, reason("conversion.more", count=more)) if more > 0 else said
    return reason("conversion.split", name=unit.full_name, year=from_, parts=said, later=to)
