"""The words that authors write for a key, a kind or a way of meeting that has another name here."""

from __future__ import annotations

from collections.abc import Mapping

from pressgen.model import Kind, Mode

_KINDS_BY_WORDS: Mapping[Kind, str] = {
    Kind.READOUT: "call, phone call, telephone, telephone call, telephone conversation, phone, video call, "
    "video conference, videoconference, talks, conversation, consultations, summary of talks",
    Kind.MEETING: "courtesy call, audience, session, conference, summit, bilateral, bilateral meeting, reception, "
    "encounter, meetings, round table",
    Kind.VISIT: "trip, tour, working visit, official visit, state visit, travel, mission, delegation, visits",
    Kind.STATEMENT: "communique, communiqué, position, declaration, condemnation, reaction, response, comment, "
    "clarification, rebuttal, note, note verbale, press statement, statements",
    Kind.JOINT_STATEMENT: "joint communique, joint communiqué, joint declaration, joint press release, "
    "joint press statement, joint, final communiqué, final communique, chair's statement",
    Kind.ANNOUNCEMENT: "press release, release, news, notice, media advisory, appointment, nomination, announcements, "
    "invitation, programme, agenda, vacancy, tender, election, press note",
    Kind.CONDOLENCE: "condolences, sympathy, obituary, mourning, death, tribute",
    Kind.CONGRATULATION: "congratulations, message, greeting, greetings, felicitation, felicitations, national day, "
    "good wishes, letter",
    Kind.SIGNING: "mou, memorandum, agreement, treaty, accord, protocol, ratification, convention, signature, "
    "exchange of notes, memorandum of understanding",
    Kind.CREDENTIALS: "credential, letters of credence, letter of credence, accreditation, agrement, agrément, "
    "ambassador, presentation of credentials",
    Kind.AID: "assistance, grant, humanitarian, humanitarian aid, donation, relief, scholarship, development, help",
    Kind.BRIEFING: "press conference, conference transcript, interview, transcript, q&a, questions and answers, "
    "press briefing, media briefing, questions, answers, press encounter, press availability, doorstep",
    Kind.SPEECH: "remarks, address, opening remarks, keynote, lecture, intervention, toast, speeches, op-ed, article",
    Kind.ADVISORY: "travel advice, travel advisory, warning, travel warning, alert, security notice, travel, "
    "consular notice, travel notice, safety",
    Kind.CORRECTION: "corrigendum, erratum, errata, correction notice, amendment, corr",
    Kind.OTHER: "miscellaneous, misc, general, none",
}
_MODES_BY_WORDS: Mapping[Mode, str] = {
    Mode.IN_PERSON: "physical, in person, face to face, face-to-face, on site, meeting",
    Mode.CALL: "phone, phone call, telephone, telephone call, by phone, by telephone",
    Mode.VIDEO: "online, videoconference, video-conference, video conference, video call, virtual, zoom, teams, remote",
    Mode.WRITTEN: "letter, mail, e-mail, email, exchange of letters, message, in writing",
}


def _by_word(*tables: Mapping[Kind, str] | Mapping[Mode, str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for table in tables:
        for meant, words in table.items():
            for word in words.split(", "):
                found[word] = (*found.get(word, ()), str(meant))
    return found


OTHER_WORDS = _by_word(_KINDS_BY_WORDS, _MODES_BY_WORDS)
"""What authors write for a kind of release or a way of meeting, and what each may be here, the likeliest first."""

SYNONYMS = {
    "agency": "issuer",
    "annexes": "attachments",
    "author": "issuer",
    "category": "kind",
    "categories": "topics",
    "city": "place",
    "description": "summary",
    "excerpt": "summary",
    "expires": "valid",
    "expiry": "valid",
    "files": "attachments",
    "headline": "title",
    "id": "slug",
    "images": "attachments",
    "lang": "language",
    "lead": "summary",
    "locale": "language",
    "location": "place",
    "ministry": "issuer",
    "organization": "organisation",
    "organizations": "organisations",
    "people": "participants",
    "permalink": "slug",
    "photos": "attachments",
    "position": "role",
    "publish_date": "date",
    "redirect_from": "aliases",
    "ref": "number",
    "reference": "number",
    "see_also": "related",
    "state": "country",
    "symbol": "number",
    "tags": "topics",
    "type": "kind",
    "validity": "valid",
}
"""Keys of other systems, and what the same thing is called here."""
