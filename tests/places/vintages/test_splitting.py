"""The amounts of a split commune are divided with their digits; what is no amount is located."""

import pandas as pd
import pytest
from failures import raises

import bk_gis
from bk_gis.errors import InputError

PLAN = bk_gis.load_plan()


def convert(frame: dict[str, list], from_: int, to: int, **options) -> pd.DataFrame:
    return bk_gis.convert(pd.DataFrame(frame), PLAN, from_=from_, to=to, **options)


def test_a_split_keeps_the_digits_and_the_decimal_mark_of_its_column() -> None:
    found = convert({"code": ["02074", "02113"], "ha": ["15", "2,55"]}, 2014, 2020, split=["ha"])
    assert found["ha"].tolist() == ["11,40", "3,60", "2,55"]
    found = convert({"code": ["02074"], "ha": [0.3]}, 2014, 2020, split=["ha"])
    assert found["ha"].tolist() == [0.2, 0.1]
    found = convert({"code": ["02074"], "ha": [15]}, 2014, 2020, split=["ha"])
    assert found["ha"].tolist() == [11, 4]


def test_where_shares_are_not_known_nothing_is_divided() -> None:
    found = convert({"code": ["02149"], "ha": [10]}, 2014, 2020, split=["ha"])
    assert found["ha"].tolist() == [10]
    assert found["convert_codes"].tolist() == ["02137 02152"]


@pytest.mark.parametrize(("cell", "said"), [("x", "is no number"), ("1.850", "may be thousands")])
def test_an_amount_that_is_none_is_located(cell: str, said: str) -> None:
    with raises(InputError, match=said) as failure:
        convert({"code": ["02074", "02074"], "ha": ["1", cell]}, 2014, 2020, split=["ha"])
    assert [(p.row, p.column) for p in failure.value.problems] == [(3, "ha")]
