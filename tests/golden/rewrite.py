"""`python -m tests.golden.rewrite` writes every golden file anew; read the difference before you commit it."""

from __future__ import annotations

from tests.golden.reading import HERE, NAMES, files


def main() -> None:
    for name in NAMES:
        for file, content in files(name).items():
            (HERE / name / file).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
