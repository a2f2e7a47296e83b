"""Old .doc and .wps files through LibreOffice where it is installed; one clear sentence where it is not."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from ingest.readers import docx
from kg.errors import UnreadableDocument

TIME_LIMIT = 120


def decode(name: str, data: bytes) -> str:
    """Text of a .doc, .wps, .rtf or .odt. Raises UnreadableDocument."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableDocument(
            f"{name}：读取此格式需要安装 LibreOffice。请安装，或在 Word、WPS 中另存为 .docx 后再提供。"
        )
    with tempfile.TemporaryDirectory(prefix="huishang-office-") as folder:
        source = Path(folder) / f"in{Path(name).suffix.lower()}"
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [office, profile, "--headless", "--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=False, capture_output=True, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired as error:
            raise UnreadableDocument(f"{name}：转换超时。请在 Word 或 WPS 中另存为 .docx 后再提供。") from error
        made = Path(folder) / "in.docx"
        if not made.exists():
            raise UnreadableDocument(f"{name}：无法转换，文件可能已损坏或加密。请另存为 .docx 后再提供。")
        return docx.decode(name, made.read_bytes())
