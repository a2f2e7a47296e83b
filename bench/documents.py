"""What reading office files costs beside the bare library: `python -m bench.documents [--pages 300]`.

Prints seconds and peak memory of a generated .docx and .pdf, each read in a process of its own by this project and by
the library alone (lxml parsing the main part; pdfium giving each page's text). Times of a machine say little, their
ratios hold. The .pdf is printed by LibreOffice and left out where that is not installed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

LINES_A_PAGE = 18
SENTENCE = (
    "第{}条　县级以上人民政府民政部门负责临时救助工作，财政部门安排资金，乡镇人民政府受理申请并在十日内提出意见。"
)
MEASURED = """
import sys, time
from pathlib import Path
path = Path(sys.argv[1])
data = path.read_bytes()
{imports}
start = time.perf_counter()
{work}
took = time.perf_counter() - start
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(took, int(peak.split()[1]) / 1024)
"""  # VmHWM begins anew with the program; ru_maxrss keeps the peak of the process that started it
OURS = ("from ingest.readers import docx, pdf, source", "source.open_bytes(path.name, data)")
BARE = {
    ".docx": (
        "import zipfile, io\nfrom lxml import etree",
        "''.join(etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read('word/document.xml')).itertext())",
    ),
    ".pdf": ("import pypdfium2", "[p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(data)]"),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=300)
    pages = parser.parse_args(arguments).pages
    print(f"{'file':8} {'reader':14} {'seconds':>8} {'MB':>6} {'x bare':>7}")
    with tempfile.TemporaryDirectory() as folder:
        for path in _files(Path(folder), pages):
            _row(path)


def _files(folder: Path, pages: int) -> Iterator[Path]:
    from docx import Document

    document, made = Document(), folder / "long.docx"
    for number in range(1, pages * LINES_A_PAGE + 1):
        document.add_paragraph(SENTENCE.format(number))
    document.save(str(made))
    yield made
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(made)]
        subprocess.run(command, check=True, capture_output=True)
        yield made.with_suffix(".pdf")


def _row(path: Path) -> None:
    bare, ours = _measured(path, *BARE[path.suffix]), _measured(path, *OURS)
    for name, (seconds, memory) in (("bare library", bare), ("huishang", ours)):
        print(f"{path.suffix:8} {name:14} {seconds:8.2f} {memory:6.0f} {seconds / bare[0]:7.1f}")


def _measured(path: Path, imports: str, work: str) -> tuple[float, float]:
    """Seconds and megabytes of one reading in a fresh process."""
    code = MEASURED.format(imports=imports, work=work)
    done = subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True, text=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


if __name__ == "__main__":
    main()
