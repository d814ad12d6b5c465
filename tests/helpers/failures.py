"""Errors of bk_gis as tests read them: in English, with Vietnamese beside it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from bk_gis.errors import BkGisError, Text


def english(said: Any) -> str:
    """The English text of an error, a Problem or a message; the Vietnamese one has to be there."""
    text = getattr(said, "text", said)
    assert isinstance(text, Text)
    assert text.vi
    return text.en


@contextmanager
def raises(kind: type[BkGisError], match: str = "") -> Iterator[Any]:
    """Expect an error whose English text matches, as pytest.raises does with str()."""
    with pytest.raises(kind) as failure:
        yield failure
    assert re.search(match, english(failure.value)), english(failure.value)
