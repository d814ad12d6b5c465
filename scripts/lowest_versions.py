"""Print the lowest versions that pyproject.toml allows of what bk_gis needs, as constraints for pip."""

import tomllib
from pathlib import Path

PROJECT = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
NEEDED = PROJECT["dependencies"]

print(*(requirement.replace(">=", "==") for requirement in NEEDED), sep="\n")
