"""Damage to files, as a disk, a transfer or a person does it; the same of the same number."""

import io
import random
import re
import zipfile

WORDS = (
    b"99999999999",
    b"-1",
    b"0.0000000001",
    b"1e400",
    b"9" * 400,
    b"9" * 5000,
    b"NaN",
    b"\x00",
    b"\xff\xfe",
    b"\x1b[31m",
    b"[" * 5000,
    b"<a>" * 2000,
    b"</w:tbl>",
    b"constructor",
    b"__proto__",
    b"XFD1048576",
    b'"',
    b"'",
    b",",
    b"\r",
    b"\xe1\xba",
    b"",
)


def damaged(data, seed):
    """Damage bytes once to three times; of an archive rather one of its parts, packed again."""
    chance = random.Random(seed)  # noqa: S311
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = _archive(data, chance) if data[:2] == b"PK" and chance.random() < 0.8 else _bytes(data, chance)
    return data


def _archive(data, chance):
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as source:
            parts = [(name, source.read(name)) for name in source.namelist()]
    except Exception:  # noqa: BLE001  (it was damaged before)
        return _bytes(data, chance)
    which = chance.randrange(len(parts) or 1)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for number, (name, content) in enumerate(parts):
            if number != which:
                target.writestr(name, content)
            elif chance.random() < 0.9:  # else it is gone
                target.writestr(name, _bytes(content, chance))
    return out.getvalue()


def _bytes(data, chance):
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 2, 8, 64, 1024)))
    numbers = [found.span() for found in re.finditer(rb"\d+", data)]
    names = [found.span() for found in re.finditer(rb'"[^"\n]{1,60}"', data)]
    way = chance.choice((0, 1, 1, 1, 2, 3, 4, 5, 6, 7))
    if way == 0:
        return data[:at]
    if way == 1:
        return data[:at] + bytes(chance.randrange(256) for _ in range(end - at)) + data[end:]
    if way == 2:
        return data[:at] + data[end:]
    if way == 3:
        return data[:end] + data[at:]
    if way == 4:
        return data[:at] + chance.choice(WORDS) + data[at:]
    spans = numbers if way in (5, 6) else names
    at, end = chance.choice(spans) if spans else (at, end)
    inner = (at + 1, end - 1) if way == 7 and spans else (at, end)
    return data[: inner[0]] + chance.choice(WORDS) + data[inner[1] :]
