"""What is compiled, and the comparison of the compiled reading with the plain one."""

import ast
import importlib.util
from pathlib import Path

import pytest

from bench.compiled import HERE, main

STANDS_IN = {
    **{f"{package}/__init__.py": "" for package in ("ingest", "kg", "ontology")},
    "ingest/reading.py": "def read_text(name, text, sha256, vocabulary):\n    return text.upper()\n",
    "kg/ids.py": "def digest(text):\n    return text.replace(' ', '')\n",
    "ontology/vocabulary.py": "def load_vocabulary():\n    return None\n",
}


def _compiled() -> list[Path]:
    spec = importlib.util.spec_from_file_location("hatch_build", HERE / "hatch_build.py")
    assert spec is not None and spec.loader is not None
    hook = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(hook)
    return list(hook.compiled_modules(HERE))


def test_what_a_reading_passes_through_is_compiled():
    names = {str(path.relative_to(HERE)) for path in _compiled()}
    assert {"ingest/walk.py", "ingest/context.py", "ingest/extract/acts/verbs.py", "ontology/lexemes.py"} <= names


@pytest.mark.parametrize("left_out", ["ingest/nlp.py", "ingest/__init__.py", "ingest/readers/pdf.py", "kg/model.py"])
def test_left_plain(left_out):
    assert HERE / left_out not in _compiled()


@pytest.mark.parametrize("module", _compiled(), ids=lambda path: path.stem)
def test_nothing_that_compiled_means_something_else(module):
    """A cached property would be worked out at each use, and what it keeps be lost."""
    names = {node.id for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))) if isinstance(node, ast.Name)}
    assert "cached_property" not in names


def test_read_alike(tmp_path, capsys):
    _write(tmp_path / "one", STANDS_IN)
    assert _compare(tmp_path, tmp_path / "one") == 0
    assert "3 texts and pieces, 0 read differently" in capsys.readouterr().out


def test_read_differently(tmp_path, capsys):
    _write(tmp_path / "one", STANDS_IN | {"ingest/reading.py": "def read_text(*_):\n    return ''\n"})
    assert _compare(tmp_path, tmp_path / "one") == 1
    assert "read differently: a.txt[:4]" in capsys.readouterr().out


def _write(root: Path, files: dict[str, str]) -> None:
    for name, words in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, encoding="utf-8")


def _compare(folder: Path, compiled: Path) -> int:
    """Compare `compiled` with the stand-ins, on a text of twelve characters."""
    _write(folder / "plain", STANDS_IN)
    _write(folder / "texts", {"a.txt": "abcdefghijkl"})
    return main([str(compiled), str(folder / "texts")], plain=folder / "plain")
