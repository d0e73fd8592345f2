import re
from importlib.resources import files

import jinja2
import material

ENTRY = re.compile(r'^\s*"([a-z.]+)":', re.MULTILINE)
OURS = files("pressgen") / "theme" / "partials" / "languages" / "km.html"
THEIRS = files(material) / "templates" / "partials" / "languages" / "en.html"


def test_the_khmer_of_the_theme_has_every_key_of_material() -> None:
    assert set(ENTRY.findall(OURS.read_text(encoding="utf-8"))) == set(
        ENTRY.findall(THEIRS.read_text(encoding="utf-8"))
    )


def test_the_theme_can_say_every_word() -> None:
    environment = jinja2.Environment()  # the theme escapes by itself
    ours = environment.from_string(OURS.read_text(encoding="utf-8")).module
    own_words = {key: str(ours.t(key)) for key in ENTRY.findall(THEIRS.read_text(encoding="utf-8"))}
    assert own_words["language"] == "km"
    assert own_words["search.result.other"].count("#") == 1
    spoken = [text for key, text in own_words.items() if not key.startswith(("language", "direction", "search.config"))]
    assert all(re.search(r"[\u1780-\u17ff]", text) for text in spoken)
    assert "\u200b" not in "".join(own_words.values())
