"""Office files in and out: delimited text, Excel, vector files, headers; whole or not at all."""
