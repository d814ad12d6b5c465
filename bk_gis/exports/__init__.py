"""The plan for QGIS, Google Earth, MapInfo and Excel."""
