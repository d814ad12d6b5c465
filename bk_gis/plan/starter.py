"""A plan folder to start from: small, invented, complete, and commented line by line."""

import json
from pathlib import Path
from typing import Any

from bk_gis.errors import InputError
from bk_gis.io.whole import whole_file

_PLAN = """\
# Một quy hoạch: mọi con số, tên và chỉ tiêu của một quyết định. Nội dung dưới đây là ví dụ, không có thật:
# thay bằng của tỉnh mình rồi chạy: bk-gis check THƯ_MỤC. Từng mục được giải thích ở docs/plan-folder.md.
# A plan: everything in one decision that is a number, a name or a target. All of this is invented; put
# your own in its place, then run: bk-gis check FOLDER. Every setting is described in docs/plan-folder.md.

[title]
vi = "Quy hoạch phát triển các cụm công nghiệp tỉnh Ví Dụ đến năm 2030"
en = "Industrial cluster plan of an invented province to 2030"

[decision]
number = "00/QĐ-UBND"
date = 2020-01-15
issuer = { vi = "UBND tỉnh Ví Dụ", en = "People's Committee of an invented province" }

# Ranh giới xã: ai vẽ, vào ngày nào, tin được đến đâu. Bản đồ ghi lại điều này.
# Who drew the communes, as of when, and how far to trust them. The map says so.
[boundaries]
date = 2020-01-15
credit = "invented"
note = { vi = "Ranh giới ví dụ, không có thật.", en = "Invented boundaries." }

# Xã đọc từ communes.geojson: code, name, unit_type, district_code, district, hệ tọa độ EPSG:4326. Muốn đọc
# thẳng một tệp khác (GeoPackage, Shapefile, GeoParquet, MapInfo; hệ tọa độ nào cũng được) thì ghi tên tệp
# và tên cột:
# Communes are read from communes.geojson: code, name, unit_type, district_code, district, in EPSG:4326.
# To read another file as it is (GeoPackage, Shapefile, GeoParquet, MapInfo; any known CRS), say which, and
# what its columns are called where that differs:
# [communes]
# file = "ranh_gioi.shp"
# layer = "xa"                             # of a GeoPackage with several
# encoding = "cp1258"                      # only where the Shapefile's own .cpg is missing or wrong
# crs = "EPSG:5897"                        # only where the file states none: a Shapefile without .prj
# columns = { code = "MA_XA", name = "TEN_XA", district_code = "MA_HUYEN", district = "TEN_HUYEN" }
# digits = { code = 5, district_code = 3 } # codes that the file keeps as numbers

# Các giai đoạn, theo thứ tự. clusters.csv có một cột cho mỗi giai đoạn: ha_ và id, "-" viết thành "_".
# Phases in order. clusters.csv has one column for each: ha_ and the id, "-" written "_".
[[phases]]
id = "2021-2025"
start = 2021
end = 2025
colour = "#0072B2"
label = { vi = "Giai đoạn 2021-2025", en = "2021-2025" }

[[phases]]
id = "2026-2030"
start = 2026
end = 2030
colour = "#E69F00"
label = { vi = "Giai đoạn 2026-2030", en = "2026-2030" }

# Tiểu vùng; mỗi huyện thuộc đúng một tiểu vùng. Quyết định không chia thì gộp mọi huyện thành một.
# Sub-regions; each district belongs to one. Where the decision has none, make one of all districts.
[[subregions]]
id = "all"
clause = "6"
label = { vi = "Toàn tỉnh", en = "Whole province" }
districts = ["Huyện Sông Trên", "Huyện Sông Dưới"]

# Những gì quyết định ghi, từng điểm một: bk-gis audit kiểm tra từng con số. `phase` là riêng một giai đoạn,
# `by` là cộng dồn đến một năm; không có `subregion` hay `district` thì là toàn tỉnh. `qualifiers` giữ nguyên
# chữ của quyết định về độ chính xác: "khoảng", "hơn", "trên", "từ", "gần".
# What the decision states, clause by clause: bk-gis audit checks each figure. `phase` counts one phase,
# `by` all up to a year; without `subregion` or `district` it is the province. `qualifiers` keep the
# decision's own words for how exact a figure is: "khoảng", "hơn", "trên", "từ", "gần".
[[targets]]
clause = "5.a"
phase = "2021-2025"
clusters = 2
hectares = 55
capital_billion_vnd = 330
jobs = 4400
qualifiers = { capital_billion_vnd = "khoảng", jobs = "khoảng" }

[[targets]]
clause = "5.b"
phase = "2026-2030"
new = 1
expansions = 1
hectares = 35
capital_billion_vnd = 210
jobs = 2800
qualifiers = { jobs = "hơn" }

[[targets]]
clause = "7"
by = 2030
clusters = 3
hectares = 90
capital_billion_vnd = 540
jobs = 7200

# Một quy tắc: đến một năm, huyện (hoặc tiểu vùng) nào cũng có ít nhất từng ấy cụm, hay từng ấy hecta.
# A rule: every district (or subregion) has at least so many clusters, or hectares, by a year.
[[targets]]
clause = "4"
by = 2025
every = "district"
clusters = 1

# Con số mà chính quyết định ghi sai, kèm chứng cứ; bk-gis audit khi đó coi phần lệch là đã giải thích.
# A figure that the decision itself gets wrong, with the evidence; bk-gis audit then takes the difference
# as explained.
# [[errata]]
# clause = "5.b"
# measure = "capital_billion_vnd"
# stated = 210
# corrected = 201
# evidence = { vi = "...", en = "..." }
"""

_CLUSTERS = """\
id,name,printed_name,location,district,ha_2021_2025,ha_2026_2030
1,Bến Đá,CCN Bến Đá,Bến Đá,Huyện Sông Trên,30,15
2,Đồng Lau,CCN Đồng Lau,Đồng Lao,Huyện Sông Dưới,25,
3,Cầu Mây,CCN Cầu Mây,Cầu Mây,Huyện Sông Dưới,,20
"""

_PLACE_NAMES = """\
printed,district,corrected,reason,source
Đồng Lao,Huyện Sông Dưới,Đồng Lau,Ví dụ: quyết định in sai tên xã (an example of a misprint).,invented
"""

_COMMUNES = {
    ("900", "Huyện Sông Trên"): ("Bến Đá", "Núi Xanh", "Suối Hai"),
    ("901", "Huyện Sông Dưới"): ("Đồng Lau", "Cầu Mây", "Bãi Cát"),
}
_WEST, _SOUTH, _SIDE = 105.5, 21.5, 0.05  # degrees; squares of about 5 km


def write_starter(folder: str | Path) -> list[Path]:
    """
    Write a small plan folder that works, to be filled in for another province.

    Parameters
    ----------
    folder
        Folder to make; it may be there if it is empty.

    Returns
    -------
    list of pathlib.Path
        The files, in the order in which to fill them in.

    Raises
    ------
    InputError
        The folder is not empty, or is a file.
    """
    folder = Path(folder)
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise InputError(f"{folder} is not empty; expected a new folder, so that nothing is written over")
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "plan.toml": _PLAN,
        "communes.geojson": _communes(),
        "clusters.csv": _CLUSTERS,
        "place_names.csv": _PLACE_NAMES,
    }
    for name, text in texts.items():
        with whole_file(folder / name) as part:
            # Excel takes a .csv for Vietnamese by the mark of UTF-8 alone.
            part.write_text(text, encoding="utf-8-sig" if part.suffix == ".csv" else "utf-8")
    return [folder / name for name in texts]


def _communes() -> str:
    """Draw a row of squares for each district; neighbours share their edges exactly."""
    features: list[dict[str, Any]] = []
    for row, ((district_code, district), names) in enumerate(_COMMUNES.items()):
        for column, name in enumerate(names):
            west, south = _WEST + column * _SIDE, _SOUTH - row * _SIDE
            east, north = _WEST + (column + 1) * _SIDE, _SOUTH - (row - 1) * _SIDE
            corners = [(west, south), (east, south), (east, north), (west, north), (west, south)]
            ring = [[round(x, 6), round(y, 6)] for x, y in corners]
            properties = {
                "code": f"{90000 + len(features)}",
                "name": name,
                "unit_type": "Xã",
                "district_code": district_code,
                "district": district,
            }
            geometry = {"type": "Polygon", "coordinates": [ring]}
            features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n'
