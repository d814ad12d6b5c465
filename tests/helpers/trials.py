"""Random sequences of changes that can be made to a plan: what the page and Python have to agree on."""

import json
import random
import re

from bk_gis.plan.changes import Scenario, change_records, head_record

HECTARES = (0.0001, 0.1, 0.3, 1, 7.25, 12.5, 20, 99.999999, 1 / 3, 1000)
TEXTS = ("Đồng Lau", "Cụm 7", '"ngoặc" \\', "</script><b>", "=1+1", "a\nb\tc", "\u202eđảo", "😀", "__proto__")


def random_changes(plan, seed, length=8):
    """A scenario of the plan with so many changes, the same for the same seed."""
    choose = random.Random(seed)  # noqa: S311
    phases = [phase.id for phase in plan.phases]
    table = plan.clusters[["id", *(phase.column for phase in plan.phases)]]
    rows = table.itertuples(index=False)
    records = {ident: dict(zip(phases, ha, strict=True)) for ident, *ha in rows}
    codes = plan.communes["code"].tolist()
    changes = []
    while len(changes) < length:
        change = _one(choose, records, phases, codes)
        if change is not None:
            if choose.random() < 0.3:
                change["reason"] = choose.choice(TEXTS)
            changes.append(change)
    head = {"plan": plan.decision.number} | ({"title": choose.choice(TEXTS)} if choose.random() < 0.5 else {})
    return Scenario.model_validate({**head, "changes": changes})


def _one(choose, records, phases, codes):
    """Make one change to the hectares of clusters by phase; None where it cannot be made."""
    kind = choose.choice(["hectares", "hectares", "move", "move", "commune", "name", "drop", "add", "all"])
    new = next(str(n) for n in range(1, 10**6) if str(n) not in records)
    ident = choose.choice([new, "mới", "constructor"]) if kind == "add" else choose.choice(list(records))
    if (kind == "add") == (ident in records) or (kind == "drop" and len(records) == 1):
        return None
    change = {"cluster": ident}
    ha = dict.fromkeys(phases, 0.0) if kind == "add" else dict(records[ident])
    if kind == "drop":
        del records[ident]
        return {**change, "drop": True}
    if kind == "add":
        change["add"] = True
    if kind in ("move", "all"):
        there = [phase for phase in phases if ha[phase]]
        origin, to = choose.choice(there), choose.choice(phases)
        if origin == to:
            return None
        change["move"] = {"from": origin, "to": to}
        ha[origin], ha[to] = 0.0, ha[origin] + ha[to]
    if kind in ("hectares", "all", "add"):
        named = choose.sample(phases, choose.randint(1, len(phases)))
        change["hectares"] = {phase: choose.choice((0, *HECTARES)) for phase in named}
        ha |= change["hectares"]
    if kind in ("name", "all", "add"):
        change["name"] = choose.choice(TEXTS)
    if kind in ("commune", "all", "add"):
        change["commune"] = choose.choice(codes)
    if not any(ha.values()) or max(ha.values()) > 10**6:
        return None
    records[ident] = ha
    return change


def odd_changes(plan, seed):
    """A scenario whose last change is put together by chance: it may be one that cannot be made."""
    choose = random.Random(seed)  # noqa: S311
    before = random_changes(plan, seed, length=2)
    unknown = choose.random() < 0.1
    phases = [*(phase.id for phase in plan.phases), *(["1999"] * unknown)]
    communes = [*plan.communes["code"].head(3), *(["nowhere"] * unknown)]
    some = [phase for phase in phases if choose.random() < 0.7]
    settings = {
        "add": True,
        "drop": True,
        "move": dict(zip(("from", "to"), choose.sample(phases, 2), strict=True)),
        "hectares": {phase: choose.choice([0, 0, 0.5, 20]) for phase in some},
        "name": "Tên",
        "commune": choose.choice(communes),
        "reason": "vì",
    }
    names = choose.sample(list(settings), choose.choice([0, 1, 1, 2, 3, 4]))
    ids = [*plan.clusters["id"].head(2), *(change.cluster for change in before.changes), "99"]
    last = {"cluster": choose.choice(ids), **{name: settings[name] for name in names}}
    return Scenario.model_validate({"changes": [*before.changes, last]})


def spelled(scenario, seed):
    """The file of a scenario as a hand may write it, the same for the same seed; for some with a slip."""
    choose = random.Random(seed)  # noqa: S311
    head, changes = head_record(scenario, mode="python"), change_records(scenario, mode="python")
    lines = ["# phương án thử", *_pairs(choose, head), ""]
    if choose.random() < 0.2:
        tables = ["{ " + ", ".join(_pairs(choose, one, inline=True)) + " }" for one in changes]
        lines += ["changes = [", *(f"  {table}, # một" for table in tables), "]"]
    else:
        for one in changes:
            tables = [] if choose.random() < 0.5 else [k for k in one if isinstance(one[k], dict)]
            lines += ["[[changes]]", *_pairs(choose, {k: v for k, v in one.items() if k not in tables})]
            for key in tables:
                lines += [f"[changes.{key}]", *_pairs(choose, one[key])]
    text = choose.choice(["\n", "\r\n"]).join([*lines, ""])
    if choose.random() < 0.6:
        at, slip = choose.randrange(len(text)), choose.choice(SLIPS)
        text = text[:at] + slip + text[at + choose.choice([0, 0, 1, 2]) :]
    return text


SLIPS = ("", '"', "'", "\\", "\n", "[", "]", "{", "}", ",", "=", ".", "#", "_", "0", "\x7f", "\u00a0", '"""')


def _pairs(choose, record, *, inline=False):
    """Write a table as lines of TOML, one of many ways."""
    lines = []
    for key, value in record.items():
        name = key if re.fullmatch(r"[\w-]+", key, re.ASCII) and choose.random() < 0.8 else f'"{key}"'
        if isinstance(value, dict) and choose.random() < 0.4:
            lines += [f"{name} . {line}" for line in _pairs(choose, value, inline=True)]
        else:
            lines.append(f"{name}{choose.choice(['=', ' = ', '  ='])}{_written(choose, value, inline)}")
    return lines if inline else [f"{line}{choose.choice(['', '', ' ', '  # vì'])}" for line in lines]


def _written(choose, value, inline):
    if isinstance(value, dict):
        return "{" + ", ".join(_pairs(choose, value, inline=True)) + "}"
    if not isinstance(value, str):
        return str(value).lower()
    basic = json.dumps(
        value, ensure_ascii=choose.random() < 0.3 and value.isprintable() and value < "\U00010000"
    )
    forms = [basic]
    if value.isprintable():
        forms += [f"'{value}'"] * ("'" not in value) + [f"'''{value}'''"] * ("'" not in value)
        forms += [f'"""\n{basic[1:-1]}"""', f'"""{basic[1:-1]}\\\n   """'] * (not inline)
    return choose.choice(forms)
