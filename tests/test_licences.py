"""What comes with bk_gis may be used by anybody: the licences of all that it needs are permissive."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|HPND|PSF|Python Software Foundation|CMU|Unlicense|0BSD|Zlib)\b", re.IGNORECASE
)
OTHER = {
    "certifi": "MPL-2.0: a list of certificates, used as it is",
    "xstatic-leaflet": "says (same as Leaflet), which is BSD-2-Clause",
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
DIRECT = PROJECT["dependencies"]


def name_of(requirement):
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def licence(name):
    about = metadata.metadata(name)
    classifiers = [text for text in about.get_all("Classifier") or [] if text.startswith("License")]
    stated = [about.get("License-Expression"), *classifiers, (about.get("License") or "").partition("\n")[0]]
    return "; ".join(filter(None, stated))


def needed():
    """Every package that bk_gis needs, and what those need."""
    found, waiting = set(), list(map(name_of, DIRECT))
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            requires = metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # of another system, or another version of Python
            continue
        found.add(name)
        waiting += [name_of(one) for one in requires if "extra ==" not in one]
    return sorted(found)


def test_every_licence_is_permissive():
    names = needed()
    assert set(map(name_of, PROJECT["dependencies"])) <= set(names)
    other = {name: licence(name) for name in names if not PERMISSIVE.search(licence(name))}
    assert other.keys() <= OTHER.keys(), other


def test_each_dependency_has_its_reason():
    reasons = (ROOT / "SECURITY.md").read_text(encoding="utf-8").partition("## Dependencies")[2]
    assert [name for name in map(name_of, DIRECT) if name not in reasons.replace("_", "-")] == []


def test_an_upper_bound_stands_only_where_a_file_of_the_package_is_used():
    """folium is written for one version of Leaflet, whose files go into each page."""
    assert [one for one in PROJECT["dependencies"] if re.search("<|==|~=", one)] == [
        "xstatic-leaflet==1.9.3.*"
    ]
