"""The manual's page on the plugin's options, from the model that reads them."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from pressgen.model import Issuer, Words
from pressgen.settings import Settings, SiteLinks

_OPTIONS = """\
The options of a site in `mkdocs.yml`, below `plugins: - pressgen:`. Every option has a default. `pressgen check`
reports a wrong one with its line ([PG060](problems.md#PG060)).
"""


def options_page() -> Iterator[str]:
    """Describe every option of the plugin."""
    yield _OPTIONS
    for name, field in Settings.model_fields.items():
        yield f"## `{name}` {{ #{name} }}\n"
        yield f"{field.description}\n"
        if isinstance(field.default, BaseModel):
            yield from (f"- `{key}`{_needed(part)}" for key, part in type(field.default).model_fields.items())
            yield ""
        yield f"Default: {_default(field)}.\n"
    yield "## Example\n"
    yield _EXAMPLE


def _needed(field: FieldInfo) -> str:
    return " (required)" if field.default is PydanticUndefined else ""


def _default(field: FieldInfo) -> str:
    default = field.default
    if isinstance(default, Issuer):
        words = {key: _plain(words) for key, words in default if isinstance(words, Words) and words}
        return "`" + ", ".join(f"{key}: {text}" for key, text in words.items()) + "`"
    if isinstance(default, SiteLinks):
        return "none"
    if isinstance(default, tuple):
        return f"`[{', '.join(default)}]`"
    return f"`{default!r}`" if str(default).startswith("#") else f"`{default}`"


def _plain(words: Words) -> str:
    return next(iter(words.root.values()))


_EXAMPLE = """\
```yaml
plugins:
  - pressgen:
      languages: [en, km]
      timezone: Asia/Phnom_Penh
      colour: "#1b3a6b"
      issuer:
        country: KH
        state: {en: Kingdom of Cambodia, km: ព្រះរាជាណាចក្រកម្ពុជា}
        motto: {en: Nation Religion King, km: ជាតិ សាសនា ព្រះមហាក្សត្រ}
        name:
          en: Ministry of Foreign Affairs and International Cooperation
          km: ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ
        place: {en: Phnom Penh, km: រាជធានីភ្នំពេញ}
```
"""
