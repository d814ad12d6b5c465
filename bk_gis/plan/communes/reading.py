"""Read and check the communes of a plan folder; each problem located."""

import json
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely

from bk_gis.errors import InputError, Problem, Text
from bk_gis.geo.coverages import geometry_problems
from bk_gis.geo.crs import WGS84, is_wgs84
from bk_gis.io.encodings import dbf_encoding, encoding_notes
from bk_gis.io.geojson import read_plain
from bk_gis.io.whole import file_error, file_fault, pasted
from bk_gis.language.names import clean
from bk_gis.language.words import both
from bk_gis.places.values import grouped
from bk_gis.plan.communes.columns import (
    encoding_hint,
    guess,
    likely_layer,
    made_codes,
    missing_columns,
    number_codes,
    recognised,
)
from bk_gis.plan.communes.source import CommunesFile, Contract, doubt_of, with_stated_crs

_ENDINGS = (".shp", ".gpkg", ".geojson", ".json", ".kml", ".kmz", ".tab", ".fgb", ".parquet")
COLUMNS = ("code", "name", "unit_type", "district_code", "district")  # the last two where there are districts


def read_communes(
    folder: Path,
    source: CommunesFile | None,
    problems: list[Problem],
    *,
    districts: bool = True,
    province: str = "",
    stating: Callable[[], str | None] = lambda: None,
    notes: list[Text],
) -> gpd.GeoDataFrame:
    """
    Read the file of communes that `source` says; what is wrong goes to `problems`, assumptions to `notes`.

    `districts` says whether they have to be there, `stating` gives the file of clusters that has some,
    `province` where a stated CRS has to lead. Returns the columns of the data contract in EPSG:4326, sorted
    by code; none where the file cannot be used at all, or it is not known which one it is.
    """
    if source is None:
        return _none()
    path = folder / source.file
    if not path.exists() and (
        beside := [one.name for one in folder.iterdir() if one.suffix.lower() in _ENDINGS]
    ):
        lines = [f"file = {json.dumps(name, ensure_ascii=False)}" for name in sorted(beside)]
        problems.append(Problem(path.name, None, None, both("fault_communes.others there", lines=lines)))
        return _none()
    found = read_polygons(path, problems, source.reading)
    if found is None:
        return _none()
    found = source.decoded(found)
    headers = [str(name) for name in found.columns.drop(found.geometry.name)]
    taken = recognised(found[headers], source)
    table = source.in_contract(found, taken)
    made = _with_codes(table, [name for name in headers if name not in taken.values()], source)
    hint = None if source.encoding else encoding_hint(table)
    if message := missing_columns(table, headers, source, districts=districts, stating=stating):
        problems += [Problem(path.name, None, None, fault) for fault in (hint, message) if fault]
        return _none()
    notes += [both("folder.note", file=path.name, note=hint)] if hint else []
    encodings = {} if source.encoding else {file.name: dbf_encoding(file) for file in files_of(path)}
    notes += [
        both("folder.note", file=name, note=note)
        for name, encoding in encodings.items()
        for note in encoding_notes(encoding)
    ]
    notes += _notes(path, taken, table, made)
    texts = {name: cleaned(table[name]) for name in COLUMNS if name in table}
    faults = _text_faults(table, texts, source)
    ambiguous = _ambiguous_districts(texts) if "district" in texts else []
    faults += [(None, "district_code", message) for message in ambiguous]
    doubt = doubt_of(table, source.crs, province)
    table = gpd.GeoDataFrame(texts, geometry=table.geometry.to_numpy(), crs=table.crs)
    table, shapes = _in_degrees(table, source, repair_command(path, source))
    faults += [(row, "geometry", message) for row, message in shapes]
    own: dict[str, str] = {
        ours: theirs for ours, theirs in {**taken, **source.columns}.items() if theirs in headers
    }
    problems += [
        Problem(path.name, row, ", ".join(own.get(name, name) for name in names.split(", ")), message)
        for row, names, message in faults
    ]
    if doubt and not shapes:
        notes.append(both("folder.note", file=path.name, note=doubt))
    if ambiguous:
        return _none()
    return table.sort_values("code", ignore_index=True)


def _none() -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame({name: pd.Series(dtype=str) for name in COLUMNS}, geometry=[], crs=WGS84)


def _with_codes(table: gpd.GeoDataFrame, headers: Sequence[str], source: CommunesFile) -> list[str]:
    """Make codes of names where no column looks like them; say which columns."""
    made = []
    for column, names in (("district_code", ("district",)), ("code", ("unit_type", "name"))):
        needed = column not in table and column not in source.columns and guess(column, headers) is None
        if not needed or not set(names) <= set(table.columns):
            continue
        if column == "district_code":  # one for all communes of a district
            known = table["district"].drop_duplicates()
            table[column] = table["district"].map(dict(zip(known, made_codes(known), strict=True)))
        else:
            table[column] = made_codes(*(table[name] for name in names), apart=table.get("district"))
        made.append(column)
    return made


def _notes(path: Path, taken: Mapping[Contract, str], table: pd.DataFrame, made: Sequence[str]) -> list[Text]:
    """Say which files were read, which columns were taken for which, and which codes were made."""
    notes = []
    if len(files := files_of(path)) > 1:
        notes.append(both("communes.files", file=path.name, files=[file.name for file in files]))
    if taken:
        columns = [f'{ours} = "{theirs}"' for ours, theirs in taken.items()]
        notes.append(both("communes.taken", file=path.name, columns=columns))
    examples = {name: table[name].iloc[0] for name in made}
    return notes + [
        both("communes.codes", file=path.name, column=name, example=code) for name, code in examples.items()
    ]


def _in_degrees(
    communes: gpd.GeoDataFrame, source: CommunesFile, repair: str
) -> tuple[gpd.GeoDataFrame, list[tuple[int | None, Text]]]:
    """Transform to EPSG:4326, and say what keeps the polygons from being a coverage there."""
    try:
        communes = with_stated_crs(communes, source.crs)
    except InputError as error:
        return communes, [(None, error.text)]
    # The default file has to be as the data contract says; one that plan.toml describes may have any CRS.
    polygons = communes.to_crs(WGS84) if source.model_fields_set else communes
    return polygons, geometry_problems(polygons, repair)


def repair_command(path: Path, source: CommunesFile) -> str:
    """Say the command that makes a coverage of a file's polygons, to be pasted."""
    fixed = path.with_name(path.stem + "_fixed.geojson")
    stated = {"layer": source.layer, "encoding": source.encoding, "crs": source.crs}
    options = "".join(f" --{name} {pasted(Path(text))}" for name, text in stated.items() if text)
    return f"bk-gis fix-boundaries {pasted(path)}{options} -o {pasted(fixed)}"


def read_polygons(path: Path, problems: list[Problem], reading: Mapping[str, str]) -> gpd.GeoDataFrame | None:
    """Read the file of communes as it is; None where it cannot be used, which is added to `problems`."""

    def add(message: Text) -> None:
        problems.append(Problem(path.name, None, None, message))

    if fault := None if path.is_dir() else file_fault(path):
        add(fault)
        return None
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            parts = [_read_part(part, reading) for part in files_of(path)]
            communes = parts[0] if len(parts) == 1 else _joined(parts)
    except InputError as error:
        problems += error.problems or [Problem(path.name, None, None, error.text)]
        return None
    kind = "json" if "json" in path.suffix.lower() else "file"
    for doubt in caught:
        if doubt.category is not RuntimeWarning:  # of geometries, which are checked one by one
            add(both(f"fault_communes.doubtful {kind}", said=str(doubt.message)))
    if not isinstance(communes, gpd.GeoDataFrame) or not len(communes):
        add(both("fault_communes.no polygon"))
        return None
    # Heights, and collections for a commune of several parts, are KML's ways.
    shapes = [_gathered(shape) for shape in communes.geometry.force_2d()]
    flat = gpd.GeoSeries(shapes, index=communes.index, crs=communes.crs)
    return communes.set_geometry(flat.set_crs(WGS84, allow_override=True) if is_wgs84(communes) else flat)


def _read_part(path: Path, reading: Mapping[str, str]) -> gpd.GeoDataFrame | pd.DataFrame:
    plain = None if reading else read_plain(path)
    if plain is not None:
        return plain
    from bk_gis.io.vector import read_vector

    return read_vector(path, **reading, **_layer(path, reading))


def _gathered(geometry: Any) -> Any:
    """Make one polygon of a collection of nothing but polygons."""
    if geometry is None or geometry.geom_type != "GeometryCollection":
        return geometry
    alone = all(part.geom_type == "Polygon" for part in geometry.geoms)
    return shapely.MultiPolygon(list(geometry.geoms)) if alone else geometry


def files_of(path: Path) -> list[Path]:
    """
    List the files of polygons that a path stands for: itself, or those in a folder, by name.

    A folder without any, or with several formats, which may be the same communes again, is an InputError.
    """
    if path.is_file() or path.suffix.lower() == ".gdb":  # which is a folder to the file system alone
        return [path]
    files = sorted(file for file in path.iterdir() if file.suffix.lower() in _ENDINGS)
    formats = sorted({file.suffix.lower() for file in files})
    if len(formats) != 1:
        several = both("fault_communes.several formats", found=formats, known=_ENDINGS)
        raise file_error(path, several if formats else both("fault_communes.no files", known=_ENDINGS))
    return files


def _joined(parts: Sequence[gpd.GeoDataFrame | pd.DataFrame]) -> gpd.GeoDataFrame | pd.DataFrame:
    """Put the files of a folder below each other, in the CRS of the first."""
    frames = [part for part in parts if isinstance(part, gpd.GeoDataFrame)]
    if len(frames) < len(parts) or len({part.crs is None for part in frames}) > 1:
        raise InputError(both("fault_communes.unlike"))
    frames = [part if part.crs is None else part.to_crs(frames[0].crs) for part in frames]
    same = [part if part.geometry.name == "geometry" else part.rename_geometry("geometry") for part in frames]
    return pd.concat(same, ignore_index=True)


def _layer(path: Path, reading: Mapping[str, str]) -> dict[str, str]:
    """Find the layer to read where none is stated, the only one with geometries; check the stated one."""
    from bk_gis.io.vector import list_layers

    stated = reading.get("layer")
    if path.suffix.lower() == ".parquet":
        return {}
    layers = [name for name, kind in list_layers(path).items() if kind is not None]
    if stated is None and len(layers) > 1:
        raise InputError(both("fault_communes.layers", layers=layers, likely=likely_layer(layers)))
    if stated is not None and stated not in layers:
        raise InputError(both("fault_communes.no layer", stated=stated, layers=layers))
    return {"layer": layers[0]} if layers and stated is None else {}


def _text_faults(
    communes: gpd.GeoDataFrame, texts: Mapping[str, Sequence[str]], source: CommunesFile
) -> list[tuple[int | None, str, Text]]:
    numbers, message = number_codes(communes, source)
    faults: list[tuple[int | None, str, Text]] = [(None, ", ".join(numbers), message)] if numbers else []
    for name, cells in texts.items():
        # GDAL types a column by its values.
        others = [value for value in communes[name].dropna().tolist() if not isinstance(value, str)]
        if others and name not in numbers:
            faults.append((None, name, both("fault_communes.no text", value=str(others[0]))))
        faults += [(i, name, both("fault_communes.empty")) for i, cell in enumerate(cells, 1) if not cell]
    rows = {code: i for i, code in reversed([*enumerate(texts["code"], 1)])}  # at first
    twice = [(i, code) for i, code in enumerate(texts["code"], 1) if code and rows[code] != i]
    return faults + [(i, "code", both("fault_communes.twice", code=code)) for i, code in twice]


def cleaned(values: "pd.Series[Any]") -> list[str]:
    """Clean texts; what is missing is empty."""
    cells = zip(values.tolist(), values.isna().tolist(), strict=True)
    return ["" if none else clean(str(value)) for value, none in cells]


def _ambiguous_districts(texts: Mapping[str, Iterable[str]]) -> list[Text]:
    names = ("district", "district_code")
    pairs = {pair for pair in zip(*(texts[name] for name in names), strict=True) if all(pair)}
    found = [(at, *group) for at in (0, 1) for group in sorted(grouped(pairs, itemgetter(at)).items())]
    return [
        both(
            "fault_communes.ambiguous",
            one=names[at],
            name=name,
            count=len(of),
            other=names[1 - at],
            values=sorted(pair[1 - at] for pair in of),
        )
        for at, name, of in found
        if len(of) > 1
    ]
