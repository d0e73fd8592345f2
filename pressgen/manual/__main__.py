"""Write what the documentation takes from the package, below the working folder."""

from __future__ import annotations

from pathlib import Path

from pressgen.manual import reference


def main() -> None:
    """Write every generated file, below the working folder."""
    for name, text in reference().items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    main()
