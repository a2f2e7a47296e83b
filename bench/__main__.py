"""`python -m bench`: every benchmark in one run, printed as tables of ratios. Each runs in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples" / "in-force"
RUNS = (
    ("reading", [str(EXAMPLES)]),
    ("coverage", []),
    ("mutations", []),
    ("consultation", []),
    ("load", []),
    ("documents", []),
)


def main() -> int:
    """Run what is there; status 1 when one of them failed."""
    failed = 0
    for name, arguments in RUNS:
        if not (HERE / f"{name}.py").exists():
            continue
        print(f"\n== {name}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", f"bench.{name}", *arguments], check=False).returncode != 0
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
