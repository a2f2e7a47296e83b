"""LibreOffice for tests: one conversion in a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 120


def convert(files: list[Path], form: str, target: Path) -> list[Path]:
    """The files in another format, e.g. `docx` or `pdf`, in one run; those that came out."""
    assert SOFFICE is not None
    profile = f"-env:UserInstallation={(target / 'profile').as_uri()}"
    command = [SOFFICE, profile, "--headless", "--convert-to", form, "--outdir", str(target), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    suffix = form.split(":")[0]
    return [made for f in files if (made := target / f"{f.stem}.{suffix}").exists()]
