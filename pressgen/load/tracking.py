"""Remember what was asked while something was built, so that it need not be built again while the answers are the same.

A `Tracked` value answers questions about what lies around a release: the register, the other releases, the files that
texts point to. Each answer depends on the question and on the value alone. What a release asked is kept with it; when
the value has changed, the questions are asked again, and the release is built anew only if an answer differs. The idea
is that of https://github.com/typst/comemo.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import update_wrapper
from typing import Any, Concatenate, ParamSpec, TypeAlias, TypeVar

from pressgen.model import ValueWithDigest

Question: TypeAlias = tuple[str, tuple[Hashable, ...]]
"""The name of a method, and its arguments."""
Asked: TypeAlias = Mapping[Question, object]
"""Questions with their answers; of a value that knows its digest, the digest."""

P = ParamSpec("P")
T = TypeVar("T", bound="Tracked")
Answer = TypeVar("Answer")


class Tracked:
    """A value whose answers are remembered until somebody takes them."""

    def __init__(self) -> None:
        self._asked: dict[Question, object] = {}

    def take(self) -> Asked:
        """Return what was asked since the last time."""
        asked, self._asked = self._asked, {}
        return asked

    def remember(self, question: Question, answer: object) -> None:
        """Remember an answer."""
        self._asked[question] = _plain(answer)

    def answers_alike(self, asked: Asked) -> bool:
        """Return whether all questions have the same answers now."""
        # In their order: what is asked of an entry is asked after whether there is one.
        return all(_plain(_METHODS[name](self, *arguments)) == answer for (name, arguments), answer in asked.items())


_METHODS: dict[str, Callable[..., object]] = {}


def tracked(method: Callable[Concatenate[T, P], Answer]) -> Callable[Concatenate[T, P], Answer]:
    """Have the answers of a method remembered; its arguments are hashable and given by position."""

    def answer(self: T, /, *arguments: P.args, **named: P.kwargs) -> Answer:
        found = method(self, *arguments, **named)
        self.remember((method.__qualname__, arguments), found)
        return found

    _METHODS[method.__qualname__] = method
    update_wrapper(answer, method)
    return answer


def _plain(answer: Any) -> object:  # noqa: ANN401  # whatever a method answers
    return answer.digest if isinstance(answer, ValueWithDigest) else answer
