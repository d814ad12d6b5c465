"""Whatever the system: text is read and written in a stated encoding, and lines end as we say."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2] / "bk_gis"
NEEDED = {
    "read_text": {"encoding"},
    "write_text": {"encoding", "newline"},
    "open": {"encoding", "newline"},
    "to_csv": {"lineterminator"},
}


def unsaid(call):
    """What a call leaves to the system: nothing where it takes bytes, or is no call of a path's."""
    if not isinstance(call.func, ast.Attribute) or call.func.attr not in NEEDED:
        return set()
    constants = [arg.value for arg in call.args if isinstance(arg, ast.Constant)]
    if call.func.attr == "open" and (
        "b" in "".join(map(str, constants)) or ast.unparse(call.func.value) in OURS
    ):
        return set()
    if call.func.attr == "read_text" and call.args:
        return set()
    return NEEDED[call.func.attr] - {keyword.arg for keyword in call.keywords}


OURS = ("os", "Image")  # whose open takes no text


def test_no_text_is_read_or_written_as_the_system_likes():
    left = [
        f"{path.name}:{node.lineno}: {sorted(missing)}"
        for path in ROOT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (missing := unsaid(node))
    ]
    assert not left, "\n".join(left)
