"""A draft that carries our comments gives the same findings when it is checked again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def checked(draft: Path, *more: str) -> list[str]:
    command = [sys.executable, "-m", "api.cli", "check", str(draft), "--base", str(EXAMPLES / "in-force")]
    done = subprocess.run([*command, "--format", "json", *more], capture_output=True, text=True, cwd=EXAMPLES.parent)
    return sorted(finding["id"] for finding in json.loads(done.stdout)["findings"])


def test_checking_the_commented_draft_again(tmp_path):
    draft = min((EXAMPLES / "drafts").glob("*.docx"))
    first = checked(draft, "--docx", str(tmp_path / draft.name))
    assert first
    assert checked(tmp_path / draft.name) == first
