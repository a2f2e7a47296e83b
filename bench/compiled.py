"""Whether the compiled reading says what the plain one says: `python -m bench.compiled COMPILED FOLDER...`.

COMPILED is a folder that a compiled wheel was installed into (`make fast` does that). Every text below the folders is
read by both, whole and broken off at several places, since a compiler's mistake would show in words nobody foresaw.
Prints each text that is read differently, then how much faster the compiled one is; ends with 1 where one differs.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

HERE = Path(__file__).parent.parent
SHARES = (0.37, 0.71)  # of a text, where it is broken off
READ = "read"  # first argument of the process that reads


def main(arguments: Sequence[str] | None = None, plain: Path = HERE) -> int:
    chosen = list(sys.argv[1:] if arguments is None else arguments)
    if chosen[0] == READ:
        print(*_digests(chosen[1:]), sep="\n")
        return 0
    (*expected, slow), (*found, fast) = (_read(root, chosen[1:]) for root in (plain, Path(chosen[0])))
    different = [a.split()[1] for a, b in zip(expected, found, strict=True) if a != b]
    for name in different:
        print(f"read differently: {name}")
    gain = float(slow) / max(float(fast), 1e-9)
    print(f"{len(expected)} texts and pieces, {len(different)} read differently; {gain:.2f} times as fast")
    return 1 if different else 0


def _read(root: Path, folders: Sequence[str]) -> list[str]:
    """A line a text, then the seconds, of the reading in `root` in a process of its own."""
    command = [sys.executable, "-P", __file__, READ, *folders]
    environment = os.environ | {"PYTHONPATH": str(root.resolve())}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.splitlines()


def _digests(folders: Sequence[str]) -> Iterator[str]:
    """Digest and name of each text's reading, then the seconds of the processor they took."""
    from ingest.reading import read_text
    from kg.ids import digest
    from ontology.vocabulary import load_vocabulary

    vocabulary = load_vocabulary()
    read_text("", "第一条 县民政局负责审核。", "", vocabulary)
    begun = time.process_time()
    for name, text in _texts(folders):
        yield f"{digest(repr(read_text(name, text, '', vocabulary)))} {name}"
    yield str(time.process_time() - begun)


def _texts(folders: Sequence[str]) -> Iterator[tuple[str, str]]:
    for path in sorted(p for folder in folders for p in Path(folder).rglob("*.txt")):
        text = path.read_text(encoding="utf-8-sig")
        name = path.name.replace(" ", "_")
        yield name, text
        yield from ((f"{name}[:{int(len(text) * share)}]", text[: int(len(text) * share)]) for share in SHARES)


if __name__ == "__main__":
    sys.exit(main())
