"""Values do not change, have a hash, and are the same in every process."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args, get_origin

import pytest

import pressgen.model
from pressgen.load import load
from pressgen.model import FrozenMap, Person, Register, Value, Words
from pressgen.model.frozen import share_given
from pressgen.settings import read_configuration

MAREVIA = Path(__file__).parents[2] / "examples" / "marevia"
_PRINT_DIGEST = """
import hashlib, pickle, sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args, get_origin
from pressgen.load import load
from pressgen.settings import read_configuration
project = Path(sys.argv[1])
loaded = load(project, read_configuration(project / "mkdocs.yml").settings)
print(hashlib.sha256(pickle.dumps((loaded.releases, loaded.register))).hexdigest())
"""


def test_a_map_cannot_be_changed() -> None:
    frozen = FrozenMap({"a": 1})
    for change in (
        lambda: frozen.__setitem__("b", 2),
        lambda: frozen.__delitem__("a"),
        lambda: frozen.update(b=2),
        lambda: frozen.setdefault("b", 2),
        lambda: frozen.pop("a"),
        frozen.clear,
        frozen.popitem,
        lambda: frozen.__ior__({"b": 2}),
    ):
        with pytest.raises(TypeError):
            change()
    assert frozen == {"a": 1}


def test_the_order_of_a_map_counts() -> None:
    one, other = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})
    assert one != other
    assert hash(one) != hash(other)
    assert one == FrozenMap({"a": 1, "b": 2})
    assert hash(one) == hash(FrozenMap({"a": 1, "b": 2}))


def test_values_come_back_from_a_pickle() -> None:
    person = Person(names=Words({"en": "Una", "ar": "أونا"}), variants=("Oona",))
    again = pickle.loads(pickle.dumps(person))
    assert again == person
    assert hash(again) == hash(person)
    assert type(again.names.root) is FrozenMap


def test_all_that_is_loaded_has_a_hash_and_is_of_the_model() -> None:
    loaded = load(MAREVIA, read_configuration(MAREVIA / "mkdocs.yml").settings)
    assert len({hash(release) for release in loaded.releases}) == len(loaded.releases)
    assert hash(loaded.register)
    assert {type(person) for person in loaded.register.people.values()} == {Person}
    assert type(loaded.register) is Register


def test_values_are_the_same_in_every_process() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", _PRINT_DIGEST, str(MAREVIA)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def annotations_in(annotation: object) -> Iterator[object]:
    yield annotation
    for part in get_args(annotation):
        yield from annotations_in(part)


def test_no_value_of_the_model_holds_what_can_change() -> None:
    values = [value for value in vars(pressgen.model).values() if isinstance(value, type) and issubclass(value, Value)]
    assert len(values) > 20
    for value in values:
        for name, field in value.model_fields.items():
            kinds = {get_origin(part) or part for part in annotations_in(field.annotation)}
            assert not kinds & {dict, list, set, frozenset}, (value.__name__, name)
            is_frozen = any(getattr(rule, "func", None) is FrozenMap for rule in field.metadata)
            assert (Mapping in kinds) == is_frozen, (value.__name__, name)


def test_a_value_knows_its_digest_and_a_copy_its_own() -> None:
    person = Person(names=Words({"en": "Una", "ar": "أونا"}))
    assert person.digest == Person(names=Words({"en": "Una", "ar": "أونا"})).digest
    assert person.digest != Person(names=Words({"ar": "أونا", "en": "Una"})).digest, "order has a meaning"
    other = person.model_copy(update={"variants": ("Oona",)})
    assert other.digest == Person(names=person.names, variants=("Oona",)).digest != person.digest
    assert person == Person(names=Words({"en": "Una", "ar": "أونا"})), "that one knows its digest, and one does not"


def test_a_value_keeps_its_digest_in_a_pickle() -> None:
    person = Person(names=Words({"en": "Una"}))
    digest = person.digest
    again = pickle.loads(pickle.dumps(person))
    assert again.__dict__["digest"] == digest


def test_what_was_given_is_noted_once_for_all() -> None:
    person = Person(names=Words({"en": "Amara Okonjo"}))
    assert person.model_fields_set
    share_given(person)
    assert person.model_fields_set is person.names.model_fields_set
    copied = person.model_copy(update={"names": Words({"en": "Other"})})
    assert not person.model_fields_set
    assert copied != person
    assert person == Person(names=Words({"en": "Amara Okonjo"}))
