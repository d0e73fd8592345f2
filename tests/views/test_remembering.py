"""A memoised function returns the same results, and is not called twice for the same arguments."""

from pressgen.views.remembering import remembered


def test_the_same_is_asked_for_once() -> None:
    asked: list[tuple[object, str]] = []

    @remembered(4)
    def function(one: object, other: str) -> str:
        asked.append((one, other))
        return f"{one} {other}"

    value, equal = [1], [1]
    texts = ["a", str(b"a", "ascii"), "b"]
    assert [function(value, word) for word in texts] == ["[1] a", "[1] a", "[1] b"]
    assert function(equal, "a") == "[1] a"
    assert asked == [(value, "a"), (value, "b"), (equal, "a")]


def test_nothing_is_an_answer_too() -> None:
    asked: list[int] = []

    @remembered(4)
    def function(number: int) -> None:
        asked.append(number)

    for number in (1, 1, 2, 1):
        assert function(number) is None  # type: ignore[func-returns-value]
    assert asked == [1, 2]


def test_no_more_is_remembered_than_was_said() -> None:
    asked: list[int] = []

    @remembered(2)
    def function(number: int) -> int:
        asked.append(number)
        return number

    for number in (1, 2, 3, 1, 3):
        assert function(number) == number
    assert asked == [1, 2, 3, 1]


def test_arguments_compared_by_identity_are_kept_as_long_as_their_result() -> None:
    @remembered(1000)
    def length(of: list[int]) -> int:
        return len(of)

    # Each list would get the place of the one before it, if that were not kept.
    assert [length([0] * count) for count in range(100)] == list(range(100))
