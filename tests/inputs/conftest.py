"""The project's inputs, which are no part of it: `make test-inputs INPUTS=folder`."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def inputs():
    """The folder that holds `decree/` and `data/`."""
    return Path(os.environ["BK_GIS_INPUTS"])
