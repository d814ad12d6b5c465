"""The command line: `bk-gis`."""
