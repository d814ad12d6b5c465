"""What is written into the page's data element can be read back, and can end no element."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bk_gis.maps.page.data import to_inert_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["</script>", "<!--", "]]>", "\u2028", "\u2029", "&lt;", "\\u003c", '"', "\x00"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(TEXTS, inner),
    max_leaves=20,
)


@given(VALUES)
def test_it_parses_back_to_the_same_value(value):
    assert json.loads(to_inert_json(value)) == value


@given(VALUES)
def test_it_holds_nothing_that_could_end_an_element_or_a_line(value):
    assert not set(to_inert_json(value)) & set("<>&\u2028\u2029\r\n")


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_json_does_not_have_is_refused(number):
    with pytest.raises(ValueError, match="JSON"):
        to_inert_json([number])
