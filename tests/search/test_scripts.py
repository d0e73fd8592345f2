"""The joined scripts of the search: how modules are joined, and that the sources have the form that joining needs."""

from __future__ import annotations

from graphlib import CycleError

import pytest
from playwright.sync_api import Browser

from pressgen.search import scripts
from pressgen.search.scripts import (
    MAIN,
    JoiningError,
    box_script,
    joined_modules,
    read_sources,
    search_name,
    search_script,
)

RULES = read_sources()[scripts.RULES]
MODULES = {
    "main.js": 'export { total } from "./sum.js";\nexport { NAME } from "./name.js";\n',
    "sum.js": (
        '// Adds.\nimport { one, two } from "./numbers.js";\n'
        "/* A comment\n   of two lines */\nconst own = /** @type {number} */ (1); // kept\n\n"
        "export function total() {\n  return one + two() + own;\n}\n"
    ),
    "numbers.js": (
        'import values from "../data/values.json" with { type: "json" };\n'
        "const own = 10;\nexport const one = values.one;\nexport const two = () => own;\n"
    ),
    "values.json": '{"one": 100}',
    "name.js": 'export class NAME {\n  static own = "a // b";\n}\n',
    "apart.js": "export const apart = 1;\n",
}


def test_joined_modules_do_what_they_did_apart(browser: Browser) -> None:
    script = joined_modules(MODULES, MAIN).decode()

    address = "data:text/javascript," + "".join(f"%{byte:02x}" for byte in script.encode())
    with browser.new_context() as context:
        read = "(address) => import(address).then(({ total, NAME }) => [total(), NAME.own])"
        found = context.new_page().evaluate(read, address)
    assert found == [111, "a // b"]
    assert "Adds" not in script
    assert "two lines" not in script
    assert "@type" not in script
    assert "apart" not in script  # nothing imports it


@pytest.mark.parametrize(
    "line",
    [
        "export default 1;",
        "export let a = 1;",
        'export * from "./numbers.js";',
        'import * as all from "./numbers.js";',
        'import "./numbers.js";',
        "const here = import.meta.url;",
    ],
)
def test_what_cannot_be_joined_is_refused(line: str) -> None:
    with pytest.raises(JoiningError, match=r"^name\.js has an import or export that cannot be joined_modules"):
        joined_modules({**MODULES, "name.js": f"{line}\nexport class NAME {{}}\n"}, MAIN)


def test_a_module_that_is_not_there_and_a_circle_are_refused() -> None:
    with pytest.raises(KeyError, match=r"values\.json"):
        joined_modules({name: text for name, text in MODULES.items() if name != "values.json"}, MAIN)
    with pytest.raises(CycleError):
        joined_modules({**MODULES, "name.js": 'import { total } from "./sum.js";\n' + MODULES["name.js"],
                "numbers.js": 'import { NAME } from "./name.js";\n' + MODULES["numbers.js"]}, MAIN)  # fmt: skip


def test_the_search_is_one_script_that_every_page_loads_by_its_name() -> None:
    box, search = box_script(RULES).decode(), search_script(RULES).decode()

    assert f'import("./{search_name(RULES)}")' in box
    assert "import " not in search
    assert "import(" in search  # the stemmers are loaded when a language is asked
    assert search_name(RULES) != search_name(RULES.replace("0", "1"))


def test_no_text_of_the_sources_goes_over_the_end_of_a_line() -> None:
    # Joining takes the spaces that lines begin with for indents.
    for name, source in read_sources().items():
        for line in source.splitlines() if name.endswith(".js") else ():
            if line.lstrip().startswith(("//", "/*", "*")):
                continue
            assert line.count("`") % 2 == 0, f"{name}: {line}"


def test_every_module_is_used() -> None:
    used = {MAIN, scripts.BOX}
    while more := {name for one in used for name in read_sources() if f'/{name}"' in read_sources()[one]} - used:
        used |= more
    assert used == read_sources().keys()
