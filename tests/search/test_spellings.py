"""Two spellings of a word find each other, and two words that look alike do not."""

from __future__ import annotations

import re

import pytest

from pressgen.search.stemming import spellings, stemmer
from pressgen.search.words import index_words, tokens

SAME = {
    "en": """
        recognise recognize; recognised recognized; recognising recognizing; organisation organization
        organisations organizations; organisational organizational; organiser organizer; mobilise mobilize
        authorise authorize; criticise criticize; emphasise emphasize; economise economize; minimise minimize
        prioritise prioritize; realise realize; civilise civilize; polarisation polarization; militarise militarize
        analyse analyze; analysing analyzing; paralysed paralyzed; colour color; colours colors; coloured colored
        honour honor; honourable honorable; labour labor; labourers laborers; favour favor; favourable favorable
        favourite favorite; behaviour behavior; behavioural behavioral; neighbour neighbor; neighbours neighbors
        neighbouring neighboring; neighbourhood neighborhood; harbour harbor; endeavour endeavor; humour humor
        centre center; centres centers; centred centered; epicentre epicenter; theatre theater; metre meter
        kilometres kilometers; litre liter; fibre fiber; manoeuvre maneuver; manoeuvres maneuvers
        defence defense; defences defenses; offence offense; licence license; licences licenses; practise practice
        practised practiced; practising practicing; travelled traveled; traveller traveler; travelling traveling
        cancelled canceled; labelled labeled; counsellor counselor; councillor councilor; signalled signaled
        fuelled fueled; modelling modeling; marvellous marvelous; jewellery jewelry; fulfil fulfill
        fulfilment fulfillment; enrolment enrollment; skilful skillful; programme program; programmes programs
        cheque check; cheques checks; aluminium aluminum; plough plow; grey gray; sceptical skeptical; mould mold
        catalogue catalog; dialogue dialog; judgement judgment; acknowledgement acknowledgment; ageing aging
        artefact artifact; enquiry inquiry; archaeology archeology; encyclopaedia encyclopedia; paediatric pediatric
        licencing licensing; woollen woolen; sulphur sulfur; yoghurt yogurt; cypher cipher; despatch dispatch
        connexion connection; benefitted benefited; worshipped worshiped; amongst among; gaol jail; pyjamas pajamas
        moustache mustache; anaemia anemia; aesthetic esthetic; gynaecology gynecology; foetus fetus; oestrogen estrogen
        diarrhoea diarrhea; homoeopathy homeopathy; aeroplane airplane; centring centering; haemorrhage hemorrhage
        mediaeval medieval; focussed focused; targetted targeted; learnt learned; whilst while
    """,
    "nb": "Ålesund aalesund; Ålesund Aalesund; Tromsø tromsoe; Ærøya Aeroeya; Håkon Haakon; Ås Aas",
    "nn": "Ålesund aalesund; Førde Foerde",
    "da": "Århus Aarhus; Ålborg Aalborg; Køge Koege; København Koebenhavn; Færøerne Faeroeerne",
    "sv": "Åland Aaland; Malmö Malmoe; Västerås Vaesteraas",
    "de": "Müller Mueller; Österreich Oesterreich; Außenminister Aussenminister; Ägypten Aegypten",
    "hr": "Đakovo Djakovo; Đurđevac Djurdjevac",
    "bs": "Đorđe Djordje",
    "sr": "Београд Beograd; Ђорђе Đorđe; Ђорђе Djordje; Чачак Čačak; Љубљана Ljubljana; министарство ministarstvo; "
    "Његош Njegoš; Џакарта Džakarta; Пољска Poljska; Фрушка Fruška; Холандија Holandija; Ужице Užice; Европа Evropa; "
    "Загреб Zagreb; Конго Kongo; Јужна Južna",
    "pt": "acção ação; direcção direção; projecto projeto; objectivo objetivo; óptimo ótimo; "
    "adoptar adotar; actual atual; contacto contato; exacto exato; Egipto Egito; recepção receção",
    "tr": "Iğdır Igdir; İstanbul istanbul; Diyarbakır diyarbakir",
    "cy": "tŷ ty; Llŷn Llyn; gwên gwen",
    "fr": "œuvre oeuvre; sœur soeur; événement évènement; août aout",
    "is": "Þórður Thordur; Guðmundur Gudmundur",
    "pl": "Łódź Lodz; Wałęsa Walesa",
    "vi": "Đức Duc; Việt Viet; Nguyễn Nguyen",
    "ro": "Bucureşti București; Iaşi Iasi; ţară țară",
    "el": "Αθήνα αθηνα; Ἀθῆναι Αθηναι",
    "ar": "أحمد احمد; إسلام اسلام; مؤتمر موتمر; اتفاقية اتفاقيه; مستشفى مستشفي",
    "he": "שלום שלומ; ארץ ארצ",
    "ru": "ещё еще; Фёдор Федор; Королёв Королев",
    "uk": "ґрунт грунт",
    "nl": "ĳs ijs",
}
APART = {
    "en": """
        size sise; prize prise; price prize; rise rice; wise wize; raise raze; precise prezise; advise advice
        device devise; promise premise; compromise comprise; four for; hour hor; tour tor; your yor; pour por
        contour contor; devour devor; flour flor; there ther; were wer; here her; more mor; acre acer; genre gener
        fence fense; hence hense; science sciense; sentence sentense; presence presense; conference conferense
        metre metric; centre central; defence defend; call cal; tall tal; hall hal; skill skil
        greyhound grayhound; analysis analyst; liter later; color collar; labor labyrinth
        honor honorary; harbor harbinger; program progress; organ organize; real realize; general generous
        neighbor neither; gray grey2; mold model; while whale; check chuck; travel trivial; council counsel
    """,
    "nb": "Oslo Osla; avtale aftale; minister menester",
    "da": "Odense Adense; land lend; møde mode2",
    "sv": "Lund Land; fred frid",
    "pt": "pacto pato; facto fato; impacto impato; apto ato",
    "hr": "dan djan2; voda vodja2",
    "ru": "мир мер; все вес",
}
PRECISE = {
    "en": "precise precision; revise revision; supervise supervision; televise television; advise adviser"
    "; promise promising",
}
"""Words that the stemmer brings together by itself, and that must stay so."""


def pairs(table: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (tag, *pair.split())
        for tag, words in table.items()
        for line in words.strip().splitlines()
        for pair in line.split(";")
        if pair.strip()
    ]


def stems(tag: str, text: str) -> list[str]:
    """Return the stems of a text's words, as the index of a language has them."""
    return list(map(stemmer(tag), index_words(tokens(text))))


@pytest.mark.parametrize(("tag", "one", "other"), [*pairs(SAME), *pairs(PRECISE)])
def test_two_spellings_are_one_word(tag: str, one: str, other: str) -> None:
    assert stems(tag, one) == stems(tag, other)


@pytest.mark.parametrize(("tag", "one", "other"), pairs(APART))
def test_two_words_stay_two(tag: str, one: str, other: str) -> None:
    assert stems(tag, one) != stems(tag, other)


def test_a_word_keeps_its_own_language() -> None:
    assert stems("de", "Aachen") != stems("de", "Achen")
    assert stems("fr", "colour") != stems("fr", "color")
    assert stems("en", "aalesund") != stems("en", "alesund")


@pytest.mark.parametrize("tag", SAME)
def test_every_rule_is_tried_here(tag: str) -> None:
    tried = [word for own, *two in pairs(SAME) if own == tag for text in two for word in index_words(tokens(text))]
    idle = [pattern for pattern, _ in spellings(tag) if not any(re.search(pattern, word) for word in tried)]
    assert idle == []
