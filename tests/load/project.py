"""Files and helpers from which the tests of the loader build their projects."""

from collections.abc import Callable, Mapping
from pathlib import Path

from pressgen.load import Loaded
from pressgen.model import Participant
from pressgen.settings import Settings

SETTINGS = Settings.model_validate(
    {
        "languages": ("en", "km"),
        "timezone": "Asia/Phnom_Penh",
        # Most releases and registers of these tests are half translated, and about something else.
        "ignore": {"PG076": "tested in test_wording.py"},
        "issuer": {
            "country": "KH",
            "state": {"en": "Kingdom of Cambodia", "km": "ព្រះរាជាណាចក្រកម្ពុជា"},
            "name": {"en": "Ministry of Foreign Affairs", "km": "ក្រសួងការបរទេស"},
            "place": {"en": "Phnom Penh", "km": "រាជធានីភ្នំពេញ"},
        },
    }
)

Load = Callable[..., Loaded]


def write(project: Path, files: Mapping[str, str | bytes]) -> None:
    for path, content in files.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())


def english(*lines: str, body: str = "The Ministers met.") -> str:
    return "\n".join(("---", "title: A", "date: 2022-02-15", "kind: readout", *lines, "---", "", body, ""))


def khmer(*lines: str, body: str = "រដ្ឋមន្ត្រីបានជួបគ្នា។") -> str:
    return "\n".join(("---", "title: ក", *lines, "---", "", body, ""))


def reported(loaded: Loaded) -> list[tuple[str, str]]:
    """Return the place and the code of each problem."""
    return [(str(problem.place).removeprefix("releases/"), problem.code.id) for problem in loaded.problems]


def words_of(participant: Participant, tag: str) -> tuple[str, str, str]:
    """Return the honorific, name and role of a participant in a language."""
    honorific, name, role = (
        words.in_language(tag).text for words in (participant.honorific, participant.name, participant.role)
    )
    return honorific, name, role
