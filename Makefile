# Two commands do everything on a fresh Debian machine with Python 3.11, make and git: make maps, make test.
.PHONY: docs fuzz guided maps notebooks test test-fast test-long test-inputs test-national test-lowest lint page page-check bench bench-held bench-map bench-places bench-start trust clean
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SUDO := $(shell test "$$(id -u)" = 0 || echo sudo)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

maps: $(VENV)/.installed
	$(BIN)/bk-gis maps -o maps
	$(BIN)/bk-gis map --plan examples/lao-cai-2026 --by 2030 -o maps/lao-cai-2026.html
	$(BIN)/bk-gis print --plan examples/lao-cai-2026 -o maps/lao-cai-2026.pdf
	$(BIN)/bk-gis print --atlas --paper A4 -o maps/atlas-bac-kan.pdf
	$(BIN)/bk-gis print --atlas --paper A4 --plan examples/lao-cai-2026 -o maps/atlas-lao-cai-2026.pdf
	$(BIN)/bk-gis coverage --by 2020

# One worker a core; a worker that is done takes over from another, so that files stay together at first.
PYTEST := -m pytest -n auto --dist worksteal
FAST := -m "not browser and not subprocess and not costly and not slow" --hypothesis-profile quick

test: $(VENV)/.installed-test chromium strace
	$(BIN)/python $(PYTEST)

test-fast: $(VENV)/.installed-test
	$(BIN)/python $(PYTEST) $(FAST)

# What is slow, and three times as many examples of what has to hold for every input.
test-long: $(VENV)/.installed-test chromium strace office
	$(BIN)/python $(PYTEST) -m "slow or hypothesis" --hypothesis-profile long

# The site of docs/ in both languages: open build/site/index.html.
docs: $(VENV)/.installed-test
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet

# Run the notebooks and keep what they show.
notebooks: $(VENV)/.installed-test
	$(BIN)/python scripts/run_notebooks.py

# Files of every reader, damaged for so long; prints what was tried. Outside of CI.
MINUTES ?= 10
fuzz: $(VENV)/.installed-test
	$(BIN)/python tests/io/fuzz.py $(MINUTES)

# The same, led by what of the code each input reaches: it keeps a corpus in build/guided. Outside of CI.
guided: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check atheris
	$(BIN)/python tests/io/guided.py $(MINUTES)

# The bundled data against what they were made from, which is no part of the project.
INPUTS ?= ../shared
test-inputs: $(VENV)/.installed-test
	BK_GIS_INPUTS="$(abspath $(INPUTS))" $(BIN)/python -m pytest tests/inputs

# Our crosswalk against the national one of a package that is MIT but requires a GPL one: it is no dependency, only
# its data are read. Without a network the test is skipped, and says so.
test-national: $(VENV)/.installed-test
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --dest build/national \
	  vietnamadminunits==1.0.4 || true
	BK_GIS_NATIONAL=build/national $(BIN)/python -m pytest tests/national

# With the lowest versions that pyproject.toml allows, which call some things that are deprecated by now.
test-lowest: $(VENV)-lowest/.installed-test
	$(VENV)-lowest/bin/python $(PYTEST) $(FAST) -W ignore::DeprecationWarning

lint: $(VENV)/.installed-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/oxlint --deny-warnings bk_gis/maps/page/src

# The page's script and style, bundled of the modules in src/; both are committed, so that only who changes
# src/ needs Node, and minified, so that a page is a sixth smaller. Afterwards `make maps`.
ESBUILD := node_modules/.bin/esbuild
BUNDLE = $(ESBUILD) bk_gis/maps/page/src/page.js bk_gis/maps/page/src/page.css \
  --bundle --minify --line-limit=160 --format=iife --global-name=bkgis --charset=utf8 --log-level=warning --outdir=$(1)

# The mode for trying changes lies packed in the page, and takes what it needs of the page from there.
define PACK
$(ESBUILD) bk_gis/maps/page/src/trial/mode.js bk_gis/maps/page/src/trial/trial.css --bundle --minify --format=esm \
  --charset=utf8 --log-level=warning --external:./bk_gis/maps/page/src/shared.js --outdir=build/mode
$(BIN)/python scripts/pack_mode.py build/mode/mode.js build/mode/trial.css $(1)/page.js $(1)/mode.txt
endef

page: $(ESBUILD) $(VENV)/.installed
	$(call BUNDLE,bk_gis/maps/page)
	$(call PACK,bk_gis/maps/page)

# Whether what is committed is what src/ gives.
page-check: $(ESBUILD) $(VENV)/.installed
	$(call BUNDLE,build/page)
	$(call PACK,build/page)
	diff build/page/mode.txt bk_gis/maps/page/mode.txt
	diff build/page/page.js bk_gis/maps/page/page.js && diff build/page/page.css bk_gis/maps/page/page.css

$(ESBUILD): package.json
	@command -v npm >/dev/null || { $(SUDO) apt-get update -qq; $(SUDO) apt-get install -y -qq npm; }
	npm install --no-package-lock --silent
	touch $@

# The figures of SECURITY.md, by writer and reader. Some minutes.
trust: $(VENV)/.installed-test
	$(BIN)/python benchmarks/trust.py

bench: bench-start bench-places bench-map

# From start to end of a command, beside the import of geopandas.
bench-start: $(VENV)/.installed
	$(BIN)/python benchmarks/bench_start.py

# Locating and names beside their peers; the labelled set's precision and recall. Some minutes.
bench-places: $(VENV)/.installed-bench
	$(BIN)/python benchmarks/bench_excel.py
	$(BIN)/python benchmarks/bench_locate.py
	$(BIN)/python benchmarks/bench_names.py
	$(BIN)/python benchmarks/bench_files.py
	$(BIN)/python benchmarks/bench_cluster.py
	$(BIN)/python benchmarks/labelled_names.py

# From file to file beside geopandas alone: warns where a ratio is lost, and does not fail.
bench-held: $(VENV)/.installed-test
	$(BIN)/python benchmarks/bench_files.py --held

# The page beside its peers; see benchmarks/README.md. Peers link to jQuery and Bootstrap, so that they are
# packed once, outside of the checkout, and put into their pages.
PEER_ASSETS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/bk_gis-bench

bench-map: $(VENV)/.installed-bench chromium $(PEER_ASSETS)/jquery-3.7.1.tgz $(PEER_ASSETS)/bootstrap-5.2.2.tgz
	$(BIN)/python benchmarks/bench_map.py $(PEER_ASSETS)
	$(BIN)/python benchmarks/bench_trial.py
	$(BIN)/python benchmarks/bench_country.py

$(PEER_ASSETS)/%.tgz:
	@command -v npm >/dev/null || { $(SUDO) apt-get update -qq; $(SUDO) apt-get install -y -qq npm; }
	mkdir -p $(@D)
	npm pack --silent --pack-destination $(@D) $(subst -,@,$*)

# Debian parts venv from Python; where it is missing it is installed.
$(VENV)/bin/python $(VENV)-lowest/bin/python: %/bin/python:
	$(PYTHON) -m venv $* || { rm -rf $*; \
	  $(SUDO) apt-get update -qq; $(SUDO) apt-get install -y -qq python3-venv && $(PYTHON) -m venv $*; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --editable .
	touch $@

$(VENV)/.installed-test: pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --editable '.[test]'
	touch $@ $(VENV)/.installed

$(VENV)-lowest/.installed-test: pyproject.toml | $(VENV)-lowest/bin/python
	$(PYTHON) scripts/lowest_versions.py > $(VENV)-lowest/constraints.txt
	$(VENV)-lowest/bin/python -m pip install --quiet --disable-pip-version-check \
	  --constraint $(VENV)-lowest/constraints.txt --editable '.[test]'
	touch $@

$(VENV)/.installed-bench: pyproject.toml | $(VENV)/bin/python
	$(INSTALL) --editable '.[bench]'
	touch $@ $(VENV)/.installed

# Playwright's own driver needs libatomic, which a small Debian does not have.
.PHONY: chromium
chromium: | $(VENV)/bin/python
	@{ command -v chromium && $(BIN)/python -c "import ctypes; ctypes.CDLL('libatomic.so.1')"; } >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq; \
	  $(SUDO) apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core libatomic1; }

# By which a test sees that no command opens a socket; without it the test is skipped, and says so.
.PHONY: strace
strace:
	@command -v strace >/dev/null || { $(SUDO) apt-get update -qq; $(SUDO) apt-get install -y -qq strace; } || true

# By which a test prints what the reports give, with fonts as wide as Times New Roman that have Vietnamese letters.
.PHONY: office
office:
	@{ command -v soffice && command -v pdftotext && ls -d /usr/share/fonts/truetype/croscore; } >/dev/null 2>&1 || { \
	  $(SUDO) apt-get update -qq; $(SUDO) apt-get install -y -qq --no-install-recommends \
	    libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-croscore fonts-dejavu-core; }

clean:
	rm -rf $(VENV) $(VENV)-lowest
