"""`python -m bk_gis.cli`: the command line where the command itself is not on the path."""

from bk_gis.cli.main import main

if __name__ == "__main__":
    main()
