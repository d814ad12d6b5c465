"""The audit of the decision, made once."""

from dataclasses import replace

import pytest

import bk_gis


@pytest.fixture(scope="session")
def found(plan):
    return bk_gis.audit(plan, lang="en")


@pytest.fixture(scope="session")
def unaided(plan):
    """The audit without any erratum or correction: what it finds by itself."""
    return bk_gis.audit(replace(plan, errata=()), lang="en")
