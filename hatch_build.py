"""Building the wheel: with HUISHANG_COMPILE=1 the reading of documents is compiled to machine code, by mypyc.

What is compiled is the same typed Python that runs without a compiler; sources stay beside the compiled modules, which
Python prefers. Left out: modules that a reading does not pass through (readers of formats, spaCy, all behind the
provisions), and those whose values are sent between processes or kept.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ASKED = "HUISHANG_COMPILE"
COMPILED = (
    "ingest/*.py",
    "ingest/extract/**/*.py",
    "ontology/lexemes.py",
    "ontology/finder.py",
    "ontology/readings.py",
)
PLAIN = ("__init__.py", "nlp.py")


class CompiledReading(BuildHookInterface[Any]):
    """Adds the compiled modules to the wheel, which then is for this platform and version of Python."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile where that is asked for; a folder installed for editing stays plain Python."""
        if version == "editable" or os.environ.get(ASKED) != "1":
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        built = Path(self.root, "build", "compiled")
        compile_modules(Path(self.root), built)
        build_data["force_include"] |= {str(path): str(path.relative_to(built)) for path in built.rglob("*.so")}


def compile_modules(root: Path, built: Path) -> None:
    """Compiled modules of `COMPILED` below `built`."""
    from mypyc.build import mypycify
    from setuptools import Distribution

    modules = [str(path.relative_to(root)) for path in compiled_modules(root)]
    extensions = mypycify(modules, opt_level="2", multi_file=True, target_dir=str(built / "c"))
    command = Distribution({"name": "huishang", "ext_modules": extensions}).get_command_obj("build_ext")
    command.build_lib, command.build_temp, command.parallel = str(built), str(built / "o"), os.cpu_count()
    command.ensure_finalized()
    command.run()


def compiled_modules(root: Path) -> Iterator[Path]:
    """Every module that is compiled."""
    for pattern in COMPILED:
        yield from (path for path in sorted(root.glob(pattern)) if path.name not in PLAIN)
