import os
from pathlib import Path

import pytest

from pressgen.engine import make
from pressgen.site import Output


def written(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def page(number: int) -> bytes:
    return f"page {number}\n".encode()


def process() -> bytes:
    return str(os.getpid()).encode()


def missing() -> bytes:
    return Path("/nowhere/at/all").read_bytes()


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_every_output_is_made_by_however_many(tmp_path: Path, processes: int) -> None:
    outputs = [Output(f"{number % 7}/{number}/index.html", page, {"number": number}) for number in range(100)]

    make(outputs, tmp_path, processes=processes)

    assert written(tmp_path) == {output.path: output.make(**output.inputs) for output in outputs}


def test_the_work_is_shared(tmp_path: Path) -> None:
    make([Output(f"{number}.txt", process, {}) for number in range(100)], tmp_path, processes=2)

    assert len(set(written(tmp_path).values())) == 2


@pytest.mark.parametrize("place", [0, 20, 99])
def test_what_goes_wrong_in_any_process_is_raised(
    tmp_path: Path, place: int, capfd: pytest.CaptureFixture[str]
) -> None:
    outputs = [Output(f"{number}.txt", page, {"number": number}) for number in range(100)]
    outputs[place] = Output("missing.txt", missing, {})

    with pytest.raises(FileNotFoundError):
        make(outputs, tmp_path, processes=3)

    assert "Traceback" not in capfd.readouterr().err
