import pytest

import bk_gis


@pytest.fixture(scope="session")
def plan():
    return bk_gis.load_plan()
