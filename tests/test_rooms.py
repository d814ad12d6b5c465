"""The house keeps its order: rooms import from rooms above them, types included; nothing goes round."""

import ast
import importlib
import pkgutil
from pathlib import Path

import bk_gis

PACKAGE = Path(bk_gis.__file__).parent
# In the order of the data; CONTRIBUTING.md says why.
ROOMS = ("errors", "language", "geo", "io", "places", "plan", "checks", "maps", "exports", "reports", "cli")
LONGEST = 300  # lines of a module
LONGEST_CLASS = 250
CROWDED = 3  # modules of one prefix that want a folder


def modules() -> dict[str, Path]:
    paths = {
        ".".join(["bk_gis", *p.relative_to(PACKAGE).with_suffix("").parts]): p for p in PACKAGE.rglob("*.py")
    }
    return {name.removesuffix(".__init__"): path for name, path in paths.items()}


MODULES = modules()
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in MODULES.items()}


def imported(name: str) -> set[str]:
    """Modules of the package that a module imports, be it for types or within a function."""
    found = set()
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} has a relative import"
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                found.add(whole if whole in MODULES else str(node.module))
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            assert name == "bk_gis", f"{name} imports by a string"
    return {module for module in found if module in MODULES and module != name}


ARROWS = {name: imported(name) for name in MODULES}


def room(name: str) -> int:
    return ROOMS.index(name.split(".")[1])


def test_every_module_is_in_a_room():
    assert {name.split(".")[1] for name in MODULES if name != "bk_gis"} == set(ROOMS)


def test_a_room_imports_only_from_rooms_above_it():
    upward = [
        f"{name} -> {target}"
        for name, targets in ARROWS.items()
        if name != "bk_gis"
        for target in targets
        if target == "bk_gis" or room(target) > room(name)
    ]
    assert not upward, "\n".join(sorted(upward))


def test_exports_and_reports_do_not_import_each_other():
    pair = {"exports", "reports"}
    assert not [
        f"{name} -> {target}"
        for name, targets in ARROWS.items()
        for target in targets
        if name != "bk_gis" and {name.split(".")[1], target.split(".")[1]} == pair
    ]


def test_no_imports_go_round_in_a_circle():
    done: set[str] = set()

    def follow(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " -> ".join([*way[way.index(name) :], name])
        if name not in done:
            for target in sorted(ARROWS[name]):
                follow(target, (*way, name))
            done.add(name)

    for name in sorted(MODULES):
        follow(name, ())


def test_no_module_bears_the_name_of_a_public_function():
    names = {name.split(".")[-1] for name in MODULES if name != "bk_gis"}
    assert not names & {name for name in bk_gis.__all__ if callable(getattr(bk_gis, name))}


def test_a_prefix_that_three_modules_share_is_a_folder():
    for _, folder, is_package in pkgutil.walk_packages([str(PACKAGE)], "bk_gis."):
        if is_package:
            names = sorted(m.name for m in pkgutil.iter_modules(importlib.import_module(folder).__path__))
            stems = [name.split("_")[0] for name in names]
            crowded = {stem for stem in stems if stems.count(stem) >= CROWDED}
            assert not crowded, f"{folder} has {crowded}"


def test_modules_and_classes_are_short():
    long = [
        f"{name}: {count} lines"
        for name, path in MODULES.items()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    ] + [
        f"{name}.{node.name}: {node.end_lineno - node.lineno} lines"
        for name, tree in TREES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno > LONGEST_CLASS
    ]
    assert not long, "\n".join(long)
