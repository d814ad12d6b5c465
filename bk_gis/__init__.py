"""
Industrial-cluster plans: data that adds up, maps that open offline, a check of district coverage.

>>> import bk_gis
>>> plan = bk_gis.load_plan()
>>> bk_gis.check_coverage(plan, by=2020).ok
True
"""

import lazy_loader

__version__ = "0.1.0"

# The public names stand in __init__.pyi, for type checkers and for this line: nothing heavy is imported until
# a name is asked for. No module may have a function's name: importing the module would hide the function.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
