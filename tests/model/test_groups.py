"""The table of groups: each row agrees with the models, the keys and the words that it names."""

import pytest

from pressgen.exports.shapes import RecordShape
from pressgen.exports.table import COLUMNS
from pressgen.frontmatter import FrontMatter
from pressgen.languages import language
from pressgen.model import Record, Register, Side
from pressgen.model.groups import BY_NAME, BY_SINGULAR, GROUPS, KINDS, Group, Membership, Subject, subject_of

every = pytest.mark.parametrize("group", GROUPS, ids=BY_NAME)
TAGS = ("en", "fr", "ar", "cy", "km")


def test_no_two_groups_are_called_alike() -> None:
    assert len(BY_NAME) == len(BY_SINGULAR) == len(GROUPS)


@every
def test_what_a_row_names_is_there(group: Group) -> None:
    assert not group.register or group.register in Register.model_fields
    assert bool(group.register) is not bool(group.words)
    if group.key:
        assert group.key in FrontMatter.model_fields
        assert group.key in Record.model_fields
    else:
        assert group.by is Membership.PARTICIPANTS
    assert group is KINDS or {group.name} <= RecordShape.model_fields.keys() & COLUMNS.keys()


@every
@pytest.mark.parametrize("tag", TAGS)
def test_every_complete_language_has_its_heading(group: Group, tag: str) -> None:
    assert group.name not in language(tag).missing
    assert language(tag).say(group.name)


@every
def test_who_can_take_part_is_a_side(group: Group) -> None:
    side = Subject(group, "x").side
    assert (side != Side()) is (group.by is Membership.SIDES)
    if side != Side():
        assert subject_of(side) == Subject(group, "x")
