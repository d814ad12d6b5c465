"""Changes of a plan as values: a file of what is tried in the room, or of what later decisions made."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field, ValidationError, model_validator

from bk_gis.errors import Fault, InputError, Lang, Problem, Text, in_asked_language
from bk_gis.io.whole import existing, whole_file
from bk_gis.language.names import clean
from bk_gis.language.words import both, require_language
from bk_gis.plan.cells import check_area
from bk_gis.plan.toml_file import faults, read_toml, toml_text
from bk_gis.plan.values import Date, PhaseId, Table, Words

_EXAMPLES: dict[str, Text | str] = {
    "plan": 'plan = "8/QĐ-UBND"',
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
    "commune": 'commune = "01960"',
    "location": 'location = "Đồng Lau"',
    "district": 'district = "Huyện Sông Dưới"',
}
_CHANGE = re.compile(r"\s*\[\[\s*changes\s*\]\]")
_PLACE = re.compile(r"(?:changes\[(\d+)\]\.?)?(\w+)?")  # what of a change, or of the file
_Mode = Literal["json", "python"]
_DECIDED = ("decision", "date", "source")  # of a change that was decided, and not only tried


def _filled(text: str) -> str:
    """Refuse a text without a letter that can be seen."""
    if not clean(text):
        raise Fault(both("fault_clusters.empty"))
    return text


# Numbers are numbers and texts are texts here: "12" is no number, as it is none on the page.
_Text = Annotated[str, Field(strict=True, min_length=1), AfterValidator(_filled)]
_Flag = Annotated[bool, Field(strict=True)]
_Hectares = Annotated[float, Field(strict=True, ge=0), AfterValidator(check_area)]
_Day = Annotated[Date, Field(strict=True)]


class Move(Table):
    """Hectares that go from one phase to another."""

    origin: PhaseId = Field(alias="from")
    to: PhaseId

    @model_validator(mode="after")
    def _of_two(self) -> "Move":
        if self.origin == self.to:
            raise Fault(both("fault_changes.same phase", phase=self.to))
        return self


class Change(Table):
    """
    What happens to one cluster, and why; one that does several things does them in this order.

    `drop` removes the cluster, `add` makes a new one. `move` takes all hectares of a phase to another,
    `hectares` sets those of the phases it names. `name` is another name. `commune` is the code of the commune
    that the cluster goes to; `location` and `district` are words for it, as clusters.csv has them.
    `decision`, `date` and `source` are those of the decision that makes it, if they are not the file's.
    """

    cluster: _Text
    add: _Flag = False
    drop: _Flag = False
    move: Move | None = None
    hectares: Mapping[PhaseId, _Hectares] = {}
    name: _Text | None = None
    commune: _Text | None = None
    location: _Text | None = None
    district: _Text | None = None
    reason: _Text | None = None
    decision: _Text | None = None
    date: _Day | None = None
    source: _Text | None = None

    @property
    def phases(self) -> tuple[str, ...]:
        """The phases that it names."""
        return (*self.hectares, *((self.move.origin, self.move.to) if self.move else ()))


class Scenario(Table):
    """
    Changes to a plan, one after the other; with `decision`, `date` and `source` where a decision makes them.

    `plan` is the number of the decision that they change: those of another plan are then refused.
    """

    plan: _Text | None = None
    title: Words | None = None
    decision: _Text | None = None
    date: _Day | None = None
    source: _Text | None = None
    changes: tuple[Change, ...] = Field(min_length=1)

    def __repr__(self) -> str:
        """Count the changes."""
        return f"<Scenario: changes: {len(self.changes)}>"

    @property
    def decided(self) -> tuple[Change, ...]:
        """The changes, each with the decision, date and source that it has itself or of the file."""
        one_by_one = (self, *self.changes)
        own, *stated = (one.model_dump(include={*_DECIDED}, exclude_none=True) for one in one_by_one)
        pairs = zip(self.changes, stated, strict=True)
        return tuple(change.model_copy(update=own | its) for change, its in pairs)

    def after(self, earlier: "Scenario") -> "Scenario":
        """Put earlier changes before these; what is said of all of them is said anew where it is."""
        own = self.model_dump(include={"plan", "title", *_DECIDED}, exclude_none=True)
        return earlier.model_copy(update=own | {"changes": (*earlier.changes, *self.changes)})

    @property
    def reasons(self) -> dict[str, str]:
        """Why each cluster changes, by its id."""
        found: dict[str, dict[str, None]] = {}
        for change in filter(lambda one: one.reason, self.changes):
            found.setdefault(change.cluster, {})[str(change.reason)] = None
        return {cluster: "; ".join(reasons) for cluster, reasons in found.items()}


Changes = Scenario | Iterable[Change | Mapping[str, Any]]  # as they are given


@in_asked_language
def read_changes(path: str | Path, *, lang: Lang = "vi") -> Scenario:
    """
    Read a file of changes, such as the page saves, for `plan.apply`.

    Parameters
    ----------
    path
        A changes.toml; docs/changes.md says what it may hold.
    lang
        Language of errors.

    Returns
    -------
    Scenario
        The changes in their order, in `changes`.

    Raises
    ------
    MissingFileError
        There is no such file.
    InputError
        Anything in it is wrong; `problems` lists all of it.

    Examples
    --------
    >>> import bk_gis
    >>> changes = bk_gis.read_changes("data/changes.toml")
    >>> changes, changes.changes[0].cluster
    (<Scenario: changes: 1>, '22')
    """
    require_language(lang)
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
            problems += located([Problem(path.name, None, f"changes[{number}]", message)], path)
    return decided


def made_by(changes: Iterable[Change], day: dt.date | None) -> list[Change]:
    """Keep the changes that are decided by a day; none without one."""
    return [
        change for change in changes if day is not None and change.date is not None and change.date <= day
    ]


def scenario_of(given: Any, file: str = "changes") -> Scenario:
    """Take changes that are given as values: a scenario, or a list of changes or of dicts."""
    if isinstance(given, Scenario):
        return given
    listed = (
        list(given) if isinstance(given, Iterable) and not isinstance(given, str | BaseModel) else [given]
    )
    # A table gives the names of its columns, a dict its keys.
    wrong = [change for change in listed if not isinstance(change, Change | Mapping)]
    if isinstance(given, Mapping | Change) or wrong:
        kind = type(wrong[0] if isinstance(given, list | tuple) else given).__name__
        expected = '[{"cluster": "5", "drop": True}]'
        raise InputError(both("fault_changes.no changes", kind=kind, expected=expected))
    try:
        return Scenario(changes=tuple(listed))
    except ValidationError as error:
        raise InputError(faults(error, Scenario, file, _EXAMPLES)) from None


def _read(path: Path, problems: list[Problem]) -> Scenario | None:
    content = read_toml(path, problems)
    try:
        return None if content is None else Scenario.model_validate(content)
    except ValidationError as error:
        problems += located(faults(error, Scenario, path.name, _EXAMPLES), path)
    return None


def located(problems: Iterable[Problem], path: Path) -> list[Problem]:
    """Add the lines of a file of changes at which something is wrong, where they can be told."""
    text = path.read_text(encoding="utf-8-sig")
    lines = [] if '"""' in text or "'''" in text else text.split("\n")
    begun = [0, *(i for i, line in enumerate(lines, start=1) if _CHANGE.match(line))]
    found = []
    for problem in problems:
        place = _PLACE.match(problem.column or "")
        number, key = (int(place[1] or 0), place[2]) if place else (0, None)
        if number < len(begun):
            first, last = begun[number], (*begun, len(lines) + 1)[number + 1]
            keyed = re.compile(rf"\s*{key}\s*=")
            rows = (row for row in range(first + 1, last) if keyed.match(lines[row - 1]))
            found.append(replace(problem, row=next(rows, first or None)))
        else:
            found.append(problem)
    return found


@in_asked_language
def write_changes(scenario: Changes, path: str | Path) -> None:
    """
    Write changes as a changes.toml: the same changes are the same bytes, from here and from the page.

    Parameters
    ----------
    scenario
        The changes, as `read_changes` gives them; or a list of changes or of dicts, as `plan.apply` takes it.
    path
        File to write, whole or not at all.

    Raises
    ------
    InputError
        They are no changes; `problems` lists what is wrong with a list.

    Examples
    --------
    >>> import bk_gis
    >>> bk_gis.write_changes(bk_gis.read_changes("data/changes.toml"), "changes.toml")
    """
    text = changes_text(scenario_of(scenario))
    with whole_file(path) as part:
        part.write_text(text, encoding="utf-8", newline="\n")


def changes_text(scenario: Scenario) -> str:
    """Write changes as TOML; docs/changes.md has the rules, which the page keeps too."""
    changes = [("[[changes]]\n", record) for record in change_records(scenario, mode="python")]
    return toml_text([("", head_record(scenario, mode="python")), *changes])


def head_record(scenario: Scenario, *, mode: _Mode = "json") -> dict[str, Any]:
    """Give what stands above the changes, with the keys and values of the file in their order."""
    head = scenario.model_dump(mode=mode, exclude_none=True, exclude={"changes"})
    one_title = scenario.title is not None and scenario.title.vi == scenario.title.en
    return head | ({"title": head["title"]["vi"]} if one_title else {})


def change_records(scenario: Scenario, *, mode: _Mode = "json") -> list[dict[str, Any]]:
    """List the changes as plain records, with the keys and values of the file in their order."""
    return [
        change.model_dump(mode=mode, by_alias=True, exclude_defaults=True)
        | ({"hectares": dict(sorted(change.hectares.items()))} if change.hectares else {})
        for change in scenario.changes
    ]
