"""Plan folders that were never decided: districts of two square communes each, or communes alone."""

import csv
import json
from itertools import cycle

import bk_gis

CORNER = (105.8, 22.1)
SIDE = 0.1  # degrees
COMMUNES = ("Một", "Hai", "Ba", "Bốn")
DISTRICTS = ("Huyện Đông", "Huyện Tây")
COLOURS = ("#0072B2", "#F0A800", "#7A1248", "#444444", "#00A070")


def write_plan(
    folder,
    *,
    phases,
    clusters,
    communes=COMMUNES,
    districts=DISTRICTS,
    regions=(),
    words=None,
    place_names="",
    targets="",
    rule=True,
    statuses=(),
):
    """
    Write a plan folder.

    `phases` are end years, five years apart; `clusters` are (name, location, district, hectares by phase);
    without `districts` there are communes alone, in `regions` of two if any, and no cluster states one.
    `words` stand wherever a plan has free text; `statuses` are (status, date) for each cluster;
    `place_names` are lines of that file, `targets` more of plan.toml; by a `rule` every district, sub-region
    or commune has a cluster by the end.
    """
    folder.mkdir(parents=True)
    ids = [f"{end - 4}-{end}" for end in phases]
    (folder / "plan.toml").write_text(
        _toml(phases, ids, districts, words, rule=rule, regions=regions, communes=communes) + targets,
        encoding="utf-8",
    )
    if place_names:
        head = "printed,district,corrected,reason,source\n"
        (folder / "place_names.csv").write_text(head + place_names, encoding="utf-8")
    stated = ["district"] if districts else []
    columns = ["id", "name", "printed_name", "location", *stated]
    columns += [f"ha_{i.replace('-', '_')}" for i in ids]
    columns += ["status", "decision_date"] if statuses else []
    with (folder / "clusters.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(columns)
        for number, (name, location, district, hectares) in enumerate(clusters, start=1):
            where = [location, district] if districts else [location]
            became = statuses[number - 1] if statuses else ()
            rows.writerow([number, name, f"CCN {name}", *where, *hectares, *became])
    features = [
        _commune(i, name, districts[i // 2] if districts else None) for i, name in enumerate(communes)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    (folder / "communes.geojson").write_text(json.dumps(collection), encoding="utf-8")
    return folder


def invented_plan(folder, **parts):
    return bk_gis.load_plan(write_plan(folder, **parts))


def _commune(i, name, district):
    west, south = CORNER[0] + SIDE * (i // 2), CORNER[1] + SIDE * (i % 2)
    east, north = west + SIDE, south + SIDE
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "properties": {
            "code": f"{i:05}",
            "name": name,
            "unit_type": "Xã",
            **({"district_code": f"{i // 2:03}", "district": district} if district else {}),
        },
        "geometry": {"type": "Polygon", "coordinates": [[[round(x, 5), round(y, 5)] for x, y in ring]]},
    }


def _toml(phases, ids, districts, words, *, rule, regions, communes):
    def text(usual):
        # JSON's strings are TOML's, but for the one control character that JSON lets be.
        return json.dumps(words or usual, ensure_ascii=False).replace("\x7f", "\\u007f")

    def both(usual):
        return f"{{ vi = {text(usual)}, en = {text(usual)} }}"

    lines = [
        f"title = {both('Một quy hoạch')}",
        f"decision = {{ number = {text('1/QĐ')}, date = 2020-01-01, issuer = {both('UBND')} }}",
        f"boundaries = {{ date = 2020-01-01, credit = {text('own')}, note = {both('invented')} }}",
    ]
    for end, name, colour in zip(phases, ids, cycle(COLOURS), strict=False):
        lines += [
            "[[phases]]",
            f'id = "{name}"\nstart = {end - 4}\nend = {end}\ncolour = "{colour}"\nlabel = {both(name)}',
        ]
    for i, district in enumerate(districts or ()):
        lines += [
            "[[subregions]]",
            f'id = "s{i}"\nclause = "{i}"\nlabel = {both(f"Tiểu vùng {i}")}',
            f"districts = [{json.dumps(district, ensure_ascii=False)}]",
        ]
    for i, region in enumerate(regions):
        lines += [
            "[[subregions]]",
            f'id = "s{i}"\nclause = "{i}"\nlabel = {both(region)}',
            f"communes = {json.dumps(communes[2 * i : 2 * i + 2], ensure_ascii=False)}",
        ]
    every = "district" if districts else "subregion" if regions else "commune"
    if rule:
        lines.append(f'[[targets]]\nclause = "1"\nby = {phases[-1]}\nevery = "{every}"\nclusters = 1\n')
    lines.append("")
    return "\n".join(lines)
