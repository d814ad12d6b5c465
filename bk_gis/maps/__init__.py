"""The plan drawn: the page for the screen, the sheet for paper."""
