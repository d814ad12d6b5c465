"""The bundled plan as a sheet, drawn once."""

import pytest
from sheets import drawn


@pytest.fixture(scope="session")
def sheet(plan):
    return drawn(plan)
