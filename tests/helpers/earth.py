"""Files for Google Earth."""

import xml.etree.ElementTree as ET
import zipfile


def kml_tree(path):
    if path.suffix == ".kmz":
        with zipfile.ZipFile(path) as archive:
            assert archive.namelist()[0] == "doc.kml", "Google Earth opens the first one"
            return ET.fromstring(archive.read("doc.kml"))  # noqa: S314 - our own
    return ET.parse(path).getroot()  # noqa: S314 - our own
