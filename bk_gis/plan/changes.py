"""Changes of a plan as values: a file of what is tried in the room, or of what later decisions made."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from bk_gis.errors import InputError, Problem, Text
from bk_gis.io.whole import existing
from bk_gis.language.words import both
from bk_gis.plan.toml_file import faults, read_toml
from bk_gis.plan.values import Amount, Date, Table, Words

_EXAMPLES: dict[str, Text | str] = {
    "title": 'title = { vi = "Điều chỉnh", en = "Amendment" }',
    "decision": 'decision = "9/QĐ-UBND"',
    "date": "date = 2027-03-01",
    "source": 'source = "Công báo tỉnh"',
    "changes": both("fault_toml.some changes"),
    "cluster": 'cluster = "4"',
    "reason": 'reason = "chưa có nhà đầu tư"',
    "add": "add = true",
    "drop": "drop = true",
    "move": 'move = { from = "2016-2020", to = "2011-2015" }',
    "hectares": 'hectares = { "2016-2020" = 12.5 }',
    "name": 'name = "Đồng Lau"',
    "location": 'location = "Đồng Lau"',
    "district": 'district = "Huyện Sông Dưới"',
}
_DECIDED = ("decision", "date", "source")  # of a change that was decided, and not only tried


class Move(Table):
    """Hectares that go from one phase to another."""

    origin: str = Field(alias="from")
    to: str


class Change(Table):
    """
    What happens to one cluster, and why.

    `move` takes all hectares of a phase to another, `hectares` sets those of the phases it names,
    `location` and `district` place the cluster elsewhere, `add` makes a new one, `drop` removes one.
    `decision`, `date` and `source` are those of the decision that makes it, if they are not the file's.
    """

    cluster: str
    reason: str = Field(min_length=1)
    decision: str | None = None
    date: Date | None = None
    source: str | None = None
    add: bool = False
    drop: bool = False
    move: Move | None = None
    hectares: Mapping[str, Amount] = {}
    name: str | None = None
    location: str | None = None
    district: str | None = None

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases that it names."""
        return (*self.hectares, *((self.move.origin, self.move.to) if self.move else ()))


class Scenario(Table):
    """Changes to a plan; with `decision`, `date` and `source` where a decision makes them."""

    title: Words
    decision: str | None = None
    date: Date | None = None
    source: str | None = None
    changes: tuple[Change, ...] = Field(min_length=1)

    @property
    def decided(self) -> tuple[Change, ...]:
        """The changes, each with the decision, date and source that it has itself or of the file."""
        own = self.model_dump(include=set(_DECIDED), exclude_none=True)
        return tuple(
            change.model_copy(update=own | change.model_dump(include=set(_DECIDED), exclude_none=True))
            for change in self.changes
        )

    @property
    def reasons(self) -> dict[str, str]:
        """Why each cluster changes, by its id."""
        found: dict[str, list[str]] = {}
        for change in self.changes:
            found.setdefault(change.cluster, []).append(change.reason)
        return {cluster: "; ".join(dict.fromkeys(reasons)) for cluster, reasons in found.items()}


def load_scenario(path: str | Path) -> Scenario:
    """Read a file of changes; an InputError lists all that is wrong with it."""
    path = existing(path)
    problems: list[Problem] = []
    scenario = _read(path, problems)
    if scenario is None:
        raise InputError(problems)
    return scenario


def read_amendments(path: Path, problems: list[Problem]) -> tuple[Change, ...]:
    """
    Read the changes that later decisions made to a plan, in the order of the file; none without a file.

    Each needs its decision, date and source; what is wrong is added to `problems`.
    """
    scenario = _read(path, problems) if path.exists() else None
    decided = scenario.decided if scenario else ()
    for number, change in enumerate(decided, start=1):
        missing = [_EXAMPLES[name] for name in _DECIDED if not getattr(change, name)]
        if missing:
            message = both("fault_changes.undecided", expected=missing)
            problems.append(Problem(path.name, None, f"changes[{number}]", message))
    return decided


def _read(path: Path, problems: list[Problem]) -> Scenario | None:
    content = read_toml(path, problems)
    try:
        return None if content is None else Scenario.model_validate(content)
    except ValidationError as error:
        problems += faults(error, Scenario, path.name, _EXAMPLES)
    return None
