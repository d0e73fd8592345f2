"""The values that everything else speaks of: releases, their editions and the facts they carry.

Nothing goes in but plain data; what comes out is frozen and checked. The words are those of the design:
a Release is one act of communication, an Edition is its text in one language, the Record holds the facts
that no language changes.
"""

from pressgen.model.facts import (
    PURPOSES,
    Attachment,
    Correction,
    Event,
    Issued,
    Issuer,
    Kind,
    Mode,
    Participant,
    Record,
    Side,
    Status,
    Translation,
    Withdrawal,
    day_of,
    kinds_told,
)
from pressgen.model.keys import is_key_at, keys_at, model_at, models_in
from pressgen.model.register import (
    Contact,
    Country,
    Entry,
    FormerNames,
    Organisation,
    Person,
    Register,
    Term,
    Topic,
    country_name,
    is_named,
)
from pressgen.model.releases import Alias, Edition, Release, ReleaseFile, is_picture
from pressgen.model.texts import Block, BlockKind, Body, Reference, Section
from pressgen.model.words import Phrase, Value, Words

__all__ = [
    "PURPOSES",
    "Alias",
    "Attachment",
    "Block",
    "BlockKind",
    "Body",
    "Contact",
    "Correction",
    "Country",
    "Edition",
    "Entry",
    "Event",
    "FormerNames",
    "Issued",
    "Issuer",
    "Kind",
    "Mode",
    "Organisation",
    "Participant",
    "Person",
    "Phrase",
    "Record",
    "Reference",
    "Register",
    "Release",
    "ReleaseFile",
    "Section",
    "Side",
    "Status",
    "Term",
    "Topic",
    "Translation",
    "Value",
    "Withdrawal",
    "Words",
    "country_name",
    "day_of",
    "is_key_at",
    "is_named",
    "is_picture",
    "keys_at",
    "kinds_told",
    "model_at",
    "models_in",
]
