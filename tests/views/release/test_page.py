"""What the page of a release shows, and what it leaves out."""

import re
from dataclasses import replace
from datetime import date

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.archive import Hidden
from pressgen.languages import language
from pressgen.model import FrozenMap, Kind, Participant, Release, Side, Translation, Words
from pressgen.model.groups import COUNTRIES, GROUPS, KINDS, ORGANISATIONS, PEOPLE, TOPICS, Subject
from pressgen.text.filling import Filling
from pressgen.text.parsing import parse_body
from pressgen.views.facts import SiteFacts
from pressgen.views.lists.listing import Connections, ListingEntry
from pressgen.views.release.body import back_labels, block_html
from pressgen.views.release.page import release_page
from pressgen.views.release.signatories import signatories_in
from pressgen.views.release.signature import signed_at
from pressgen.views.titles import kept, length_of
from tests.blocks import block_of
from tests.views.samples import (
    CAMBODIAN_SITE,
    COMMUNIQUE,
    EXAMPLIAN_SITE,
    SEED,
    body_of,
    connections_of,
    listing_entry,
)

EN, KM = language("en"), language("km")
DAY = date(2022, 2, 15)
SEED_TITLE = kept(SEED.editions["en"].title_line, "en", listing_entry(SEED, "KH").names["en"])


def changed(release: Release, tag: str = "en", **update: object) -> Release:
    edition = release.editions[tag].model_copy(update=update)
    return release.model_copy(update={"editions": {**release.editions, tag: edition}})


def recorded(release: Release, **update: object) -> Release:
    return release.model_copy(update={"record": release.record.model_copy(update=update)})


def article(release: Release, tag: str = "en", **more: object) -> str:
    more = {"connections": connections_of(release, "KH"), **more}
    return release_page(CAMBODIAN_SITE, tag, release, **more).article  # type: ignore[arg-type]


# Participants


def test_an_honorific_before_no_name_stands_before_the_office() -> None:
    guest = Participant(honorific="H.E. Ms.", role="Ambassador of Norway", country="NO")
    html = article(recorded(SEED, participants=(guest,)))

    assert (
        '<span class="pg-person__honorific">H.E. Ms.</span> <span class="pg-person__role">Ambassador of Norway</span>'
    ) in html
    assert "pg-person__name" not in html


# Signature


@pytest.mark.parametrize(
    "last",
    [
        "Phnom Penh, 15 February 2022",
        "PHNOM PENH, 15 FEBRUARY 2022",
        "Phnom Penh, February 15, 2022",
        "Phnom Penh, 15th February 2022",
        "Phnom Penh, 15.02.2022",
        "Done at Phnom Penh, 15 February 2022.",
        "Issued by the Ministry\nPhnom Penh, Tuesday 15 Feb. 2022",
        "Phnom Penh,\n15 February 2022",
    ],
)
def test_a_signature_line_that_is_printed_is_not_doubled(last: str) -> None:
    html = article(changed(SEED, body=body_of("The Ministers met.", last))).partition("</article>")[0]

    assert html.count("pg-signature") == 1
    assert len(re.findall(r"Phnom Penh", html, re.IGNORECASE)) == 2  # in the facts, and where the text has it


@pytest.mark.parametrize(
    "last",
    [
        "The Ministers will meet again.",
        "Done at Oslo on 15 February 2022, in English, the text being authentic beside that of Phnom Penh.",
        "Done at Phnom Penh on 14 February 2022, in Khmer and English, both texts being equally authentic.",
        "They met in Phnom Penh on 15 February 2022 and agreed to meet again in Oslo in March.",
        "Phnom Penh, 16 February 2022",
        "Phnom Penh, 15 March 2022",
        "Oslo, 15 February 2022",
    ],
)
def test_a_signature_line_is_added_where_the_text_has_none(last: str) -> None:
    html = article(changed(SEED, body=body_of("The Ministers met.", last)))

    assert '<p class="pg-signature">Phnom Penh, 15 February 2022</p>' in html


def test_khmer_digits_and_a_lunar_line_sign_too() -> None:
    last = "រាជធានីភ្នំពេញ ថ្ងៃអង្គារ ១៤កើត ខែមាឃ ឆ្នាំឆ្លូវ ត្រីស័ក ព.ស.២៥៦៥\nត្រូវនឹងថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២"

    assert signed_at(tuple(body_of("…", last).blocks), "រាជធានីភ្នំពេញ", DAY, KM) is not None


def test_a_title_does_not_break_within_a_compound() -> None:
    html = article(changed(SEED, title="A Consulate-General in Halme, an Ober-und-Unterlandesgericht"))

    assert "<w->Consulate-General</w->" in html
    assert "Ober-und-Unterlandesgericht" in html


def test_a_closing_clause_is_read_and_not_set_apart() -> None:
    clause = "Done at Phnom Penh on 15 February 2022, in Khmer and English, both texts being equally authentic."
    html = article(changed(SEED, body=body_of("The Ministers met.", clause)))

    assert "pg-signature" not in html
    assert clause in html


@pytest.mark.parametrize(
    ("tag", "place", "last"),
    [
        (
            "fr",
            "Almadine",
            "Fait à Almadine, le 15 février 2022, en arabe et en français, tous deux faisant foi.",
        ),
        ("ar", "ألمادين", "حُرّر في ألمادين في ١٥ فبراير ٢٠٢٢ بالعربية والفرنسية، وتتساوى النصوص في الحجية."),
        ("ar", "ألمادين", "حرر في ألمادين بتاريخ 15 فبراير 2022 من نسختين أصليتين باللغتين العربية والإنكليزية."),
        ("km", "ភ្នំពេញ", "ធ្វើនៅរាជធានីភ្នំពេញ ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២ ជាភាសាខ្មែរ និងភាសាអង់គ្លេស ដែលមានតម្លៃស្មើគ្នា។"),
        (
            "cy",
            "Caerdydd",
            "Gwnaed yng Nghaerdydd, Caerdydd, 15 Chwefror 2022, yn Gymraeg ac yn Saesneg, ill dau.",
        ),
    ],
)
def test_the_closing_clause_of_an_instrument_signs_it(tag: str, place: str, last: str) -> None:
    assert signed_at(tuple(body_of("…", last, ". . . . .").blocks), place, DAY, language(tag)) is not None


def test_the_only_paragraph_of_a_text_signs_nothing() -> None:
    assert signed_at(tuple(body_of("Phnom Penh, 15 February 2022").blocks), "Phnom Penh", DAY, EN) is None


def test_a_release_without_place_is_signed_with_its_day() -> None:
    html = article(changed(SEED, place="", body=body_of("The Ministers met.")))

    assert '<p class="pg-signature">15 February 2022</p>' in html


def test_a_release_without_dateline_is_not_signed_below_its_text() -> None:
    html = article(recorded(changed(SEED, body=body_of("The Ministers met.")), dateline=False))

    assert "pg-signature" not in html


def test_a_release_without_dateline_keeps_the_one_that_its_text_prints() -> None:
    printed = article(SEED)

    assert '<div class="pg-signature"><p id="para-3">Phnom Penh, 15 February 2022</p></div>' in printed
    assert article(recorded(SEED, dateline=False)) == printed


SIGNATURES = ("For the Republic of Examplia\nJean MARTIN\nMinister", "For the Republic of Estara\nIlse Brandt")


def beside(*texts: str) -> list[str]:
    """Return the texts that stand beside each other below others."""
    tree = html5lib.parseFragment(article(changed(SEED, body=body_of(*texts))), namespaceHTMLElements=False)
    blocks = [each for each in tree.iter("div") if each.get("class") == "pg-signatories"]
    return ["".join(each.itertext()).replace("\n", " ") for block in blocks for each in block]


def test_signatures_that_close_a_text_stand_beside_each_other() -> None:
    assert beside("The Ministers met.", *SIGNATURES) == [text.replace("\n", " ") for text in SIGNATURES]


@pytest.mark.parametrize(
    "texts",
    [
        SIGNATURES[:1],
        (*SIGNATURES, "They parted."),
        ("For the Republic of Examplia", "For the Republic of Estara"),
        (SIGNATURES[0], "For interviews\nPress Desk, +855 23 555 010"),
        (SIGNATURES[0], "For the press\nThe Ministers will speak at noon."),
        (SIGNATURES[0], "Ilse Brandt\nMinister"),
    ],
)
def test_other_paragraphs_stay_below_each_other(texts: tuple[str, ...]) -> None:
    assert beside("The Ministers met.", *texts) == []


@pytest.mark.parametrize(
    "first", ["Pour la République", "Au nom de l’État", "عن جمهورية إستارا", "ជំនួសរាជរដ្ឋាភិបាល", "Ar ran y Weriniaeth"]
)
def test_signatures_of_all_complete_languages_are_recognised(first: str) -> None:
    blocks = tuple(body_of("…", f"{first}\nA. B.-C", f"{first}\nD. E").blocks)

    assert signatories_in(blocks) == blocks[1:]


def test_place_and_day_above_many_signatures_are_not_set_again() -> None:
    done = "Done at Phnom Penh, 15 February 2022."
    html = article(changed(SEED, body=body_of("The Ministers met.", done, *SIGNATURES, *SIGNATURES)))

    assert html.count('pg-signature"') == 1
    assert '<p class="pg-signature">' not in html


# Notices


def test_a_courtesy_translation_says_so_above_the_letterhead_and_leads_to_the_original() -> None:
    html = article(SEED, "km")

    assert html.index("pg-notice--courtesy") < html.index("pg-letterhead")
    assert 'href="../../../en/releases/2022-02-15-norway-video-call/"' in html
    assert "pg-notice" not in article(SEED, "en")


def test_the_notice_above_the_letterhead_names_whose_translation_it_is() -> None:
    html = article(changed(SEED, "km", translator="The Embassy in Oslo & friends"), "km")
    above = html[: html.index("pg-letterhead")]

    assert "ការបកប្រែ៖ The Embassy in Oslo &amp; friends" in above
    assert html.count("The Embassy in Oslo") == 1


def test_the_way_back_from_a_note_says_where_it_leads() -> None:
    html = (
        '<ol class="notes" id="notes"><li id="fn-7"><p>N.<a class="footnote-back" href="#fnref-7">x</a></p></li></ol>'
    )
    block = block_of(kind="notes", anchor="notes", html=html, text="N.")

    filling = Filling(back_labels=back_labels([block], EN))
    assert 'href="#fnref-7" aria-label="Back to the text at note 7"' in block_html(block, filling)


def test_an_official_translation_is_no_warning() -> None:
    html = article(changed(SEED, "km", translation=Translation.OFFICIAL), "km")

    assert "pg-notice" not in html
    assert KM.say("notice-official", language=KM.name_of("en")) in html


def test_a_text_that_is_authentic_warns_of_nothing_and_says_that_all_are_equal() -> None:
    html = article(recorded(SEED, authoritative=("en", "km")), "km")

    assert "pg-notice" not in html
    assert KM.say("equally-authentic", languages=KM.join([KM.name_of("en"), KM.name_of("km")])) in html


@pytest.mark.parametrize("hidden, sort", [(Hidden.DRAFT, "draft"), (Hidden.EMBARGO, "embargo")])
def test_a_preview_is_marked(hidden: Hidden, sort: str) -> None:
    embargoed = recorded(SEED, embargo=COMMUNIQUE.record.issued.time)

    html = article(embargoed, hidden=hidden)

    assert f"pg-notice--{sort}" in html
    assert "pg-notice" not in article(embargoed)


def other_release(number: str = "") -> ListingEntry:
    return listing_entry(recorded(SEED, number=number).model_copy(update={"id": "other"}), "KH")


@pytest.mark.parametrize(
    "way,label",
    [
        ("superseded_by", "<strong>Replaced by</strong>"),
        ("corrected_by", "<strong>Corrected by</strong>"),
        ("supersedes", "Replaces"),
        ("corrects", "Corrects"),
    ],
)
def test_what_changes_another_text_is_said_in_both_under_the_facts(way: str, label: str) -> None:
    html = article(SEED, connections=Connections(**{way: (other_release("11/2022"),)}))

    link = f'<a href="../../../en/releases/other/">{SEED_TITLE}</a>'
    row = f"<dt>{label}</dt><dd>No.\u00a0<bdi>11/2022</bdi>, 15 February 2022, {link}</dd>"
    (facts,) = re.findall(r"<dl class=.pg-facts pg-facts--stacked.>.*?</dl>", html, re.DOTALL)
    assert row in facts
    assert "pg-notice" not in html


def test_neighbours_and_related_releases_are_referred_to_in_the_same_form() -> None:
    neighbour, relative = other_release("AS/12/FC.1"), replace(other_release(), release="relative")
    connections = Connections(partner=Side(country="NO"), later=neighbour, related=(relative,))

    html = article(SEED, connections=connections)

    link = f'<a href="../../../en/releases/other/">{SEED_TITLE}</a>'
    assert f"<dt>Later</dt><dd><bdi>AS/12/FC.1</bdi>, 15 February 2022, {link}</dd>" in html
    assert f"<li>15 February 2022, {link.replace('other', 'relative')}</li>" in html


@pytest.mark.parametrize("way", ["corrects", "related"])
def test_no_release_is_referred_to_twice(way: str) -> None:
    connections = Connections(partner=Side(country="NO"), earlier=other_release(), **{way: (other_release(),)})

    assert article(SEED, connections=connections).count("releases/other/") == 1


# People


def test_two_sides_face_each_other_and_three_stand_in_a_list() -> None:
    third = Participant(name="Retno Marsudi", role="Minister for Foreign Affairs", country="ID")
    two = SEED.record.participants

    assert "pg-sides--facing" in article(SEED)
    assert "pg-sides--facing" not in article(recorded(SEED, participants=(*two, third)))


def test_people_of_one_country_stand_together_where_it_is_first_named() -> None:
    one, other = SEED.record.participants
    html = article(recorded(SEED, participants=(one, other, one.model_copy(update={"name": Words("EAT Sophea")}))))

    assert html.count('<div class="pg-side">') == 2
    assert html.index("EAT Sophea") < html.index("Norway</h2>")


def test_a_name_in_another_script_carries_its_own_mark() -> None:
    assert '<bdi class="pg-kept" lang="und-Latn">Anniken Huitfeldt</bdi>' in article(SEED, "km")
    assert '<bdi class="pg-kept">Anniken Huitfeldt</bdi>' in article(SEED, "en")


def test_words_in_another_language_than_the_page_say_so() -> None:
    html = release_page(EXAMPLIAN_SITE, "ar", COMMUNIQUE).article

    assert '<span lang="fr" dir="ltr">Exampole</span>' in html


def test_country_names_come_from_the_register_first() -> None:
    html = release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE).article

    assert "Examplie</h2>" in html
    assert "Maroc</h2>" in html


# The text


def test_a_reference_becomes_a_link_relative_to_the_page() -> None:
    html = release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE, links=("fr/releases/2019-accord/#para-3",)).article

    assert '<a href="../../../fr/releases/2019-accord/#para-3">accord de 2019</a>' in html


def test_a_reference_that_the_public_cannot_follow_keeps_its_words_only() -> None:
    html = release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE, links=("",)).article

    assert "accord de 2019" in html
    assert "<a>" not in html
    assert "pressgen:" not in html


@pytest.mark.parametrize("words", ['href="pressgen:0"', '&lt;a href="pressgen:0"&gt;', "pressgen:0"])
def test_words_that_look_like_a_reference_stay_words(words: str) -> None:
    block = block_of(kind="paragraph", anchor="p1", html=f"<p>{words}</p>", text=words)

    assert block_html(block, Filling(("elsewhere/",))) == f"<p>{words}</p>"


def test_the_address_of_a_reference_is_escaped() -> None:
    block = block_of(kind="html", anchor="", html='<a title="x" href="pressgen:0">x</a>', text="x")

    assert block_html(block, Filling(('"><script>',))) == '<a title="x" href="&#34;&gt;&lt;script&gt;">x</a>'


def test_every_paragraph_can_be_linked_to_from_where_the_release_is_cited() -> None:
    tree = html5lib.parseFragment(article(changed(SEED, body=body_of("One.", "Two."))), namespaceHTMLElements=False)
    (places,) = (each for each in tree.iter("p") if each.get("class") == "pg-cite__places")

    assert [(link.get("href"), link.text) for link in places.iter("a")] == [("#para-1", "1"), ("#para-2", "2")]
    assert (places.text or "").strip() == "Link to a paragraph:"
    # A script adds a link to the paragraph that is pointed at; without one the text has none that a keyboard stops at.
    (text,) = (each for each in tree.iter("div") if each.get("class") == "pg-text")
    assert list(text.iter("a")) == []


NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30) | st.sampled_from([
    '"><script>alert(1)</script>', "' onmouseover='x", "<b>", "{{ 7*7 }}", "{name}", "&amp;",
])  # fmt: skip


@settings(max_examples=30)
@given(name=NAMES, role=NAMES, number=NAMES, place=NAMES)
def test_every_word_of_an_author_is_shown_as_it_is(name: str, role: str, number: str, place: str) -> None:
    person = Participant(name=f"N{name}N", role=f"R{role}R", honorific="H", country="NO")
    release = recorded(changed(SEED, place=f"P{place}P"), participants=(person,), number=f"K{number}K")

    tree = html5lib.parseFragment(article(release), namespaceHTMLElements=False)
    texts = {element.get("class"): "".join(element.itertext()) for element in tree.iter() if element.get("class")}

    assert tree.findall(".//script") == []
    assert texts["pg-person__name"] == f"N{name}N"
    assert texts["pg-person__role"] == f"R{role}R"
    assert texts["pg-kind__number"] == f"K{number}K"
    assert f"P{place}P" in texts["pg-fact"] or f"P{place}P" in "".join(tree.itertext())


# Titles


def test_the_title_keeps_its_authors_lines() -> None:
    assert article(SEED).count('<span class="pg-title__line">') == 5


def test_signs_above_letters_do_not_make_a_title_long() -> None:
    assert length_of("ភ្នំ" * 15) == "short"
    assert length_of("x" * 61) == "medium"
    assert length_of("x" * 300) == "longest"


def test_an_attachment_names_its_type_and_size() -> None:
    html = release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE).article

    assert 'href="../../../releases/2023-05-04-communique-conjoint/accord.pdf"' in html
    assert "PDF, 214" in html
    assert 'alt="Deux ministres signent à une table"' in html


def test_notes_stand_below_the_line_that_signs() -> None:
    html = release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE).article

    assert html.index("pg-signature") < html.index('class="notes"')


def test_names_are_not_broken_in_titles() -> None:
    assert "<w->Anniken Huitfeldt</w->" in article(SEED)


def test_words_that_browsers_break_wrongly_are_kept_whole() -> None:
    assert kept("ឧបនាយករដ្ឋមន្ត្រី <b>", "km") == "<w->ឧបនាយករដ្ឋមន្ត្រី</w-> &lt;b&gt;"
    assert kept("ឧបនាយករដ្ឋមន្ត្រី", "en") == "<w->ឧបនាយករដ្ឋមន្ត្រី</w->"


# What leads on from it

EVERYTHING = frozenset({
    Subject(KINDS, "readout"), Subject(COUNTRIES, "NO"), Subject(COUNTRIES, "MM"), Subject(ORGANISATIONS, "asean"),
    Subject(PEOPLE, "anniken-huitfeldt"), Subject(TOPICS, "trade"),
})  # fmt: skip


def registered() -> Release:
    one, other = SEED.record.participants
    known = other.model_copy(update={"person": "anniken-huitfeldt"})
    return recorded(SEED, participants=(one, known), topics=("trade",))


def test_all_that_has_a_profile_is_linked_to_it() -> None:
    html = article(registered(), profiles=EVERYTHING)

    assert '<h2 class="pg-side__name"><a href="../../../en/countries/no/">Norway</a></h2>' in html
    assert '<a href="../../../en/people/anniken-huitfeldt/"><bdi class="pg-kept">Anniken Huitfeldt</bdi></a>' in html
    assert '<dt>Countries</dt><dd><a href="../../../en/countries/mm/">Myanmar</a></dd>' in html
    assert '<dt>Organisations</dt><dd><a href="../../../en/organisations/asean/">ASEAN</a></dd>' in html
    assert '<dt>Topics</dt><dd><a href="../../../en/topics/trade/">trade</a></dd>' in html
    assert '<a href="../../../en/kinds/readout/">Readout</a>' in html


def test_what_has_no_profile_keeps_its_name() -> None:
    html = article(registered())

    assert '<h2 class="pg-side__name">Norway</h2>' in html
    assert "<dt>Countries</dt><dd>Myanmar</dd>" in html
    for group in GROUPS:
        assert f"en/{group.name}/" not in html


def test_the_ministrys_own_country_is_nothing_that_a_release_is_about() -> None:
    assert "<dt>Countries</dt>" not in article(recorded(SEED, countries=("KH", "NO")))


def test_earlier_and_later_with_the_same_partner_name_the_partner() -> None:
    entries = [listing_entry(SEED.model_copy(update={"id": id_}), "KH") for id_ in ("before", "after")]
    connections = Connections(partner=Side(country="NO"), earlier=entries[0], later=entries[1])

    html = article(SEED, connections=connections, profiles=EVERYTHING)

    heading = (
        '<h2 id="neighbours" class="pg-label">Before and after: <a href="../../../en/countries/no/">Norway</a></h2>'
    )
    assert heading in html
    assert html.index("<dt>Earlier</dt>") < html.index("releases/before/") < html.index("<dt>Later</dt>")
    assert html.index("<dt>Later</dt>") < html.index("releases/after/")


def test_the_only_release_with_a_partner_has_no_neighbours() -> None:
    assert "pg-neighbours" not in article(SEED)
    later = listing_entry(SEED.model_copy(update={"id": "after"}), "KH")
    html = article(SEED, connections=Connections(partner=Side(country="NO"), later=later))
    assert "<dt>Earlier</dt>" not in html
    assert "<dt>Later</dt>" in html


def test_the_name_of_a_partner_is_only_a_name() -> None:
    later = listing_entry(SEED.model_copy(update={"id": "after"}), "KH")
    html = article(SEED, connections=Connections(partner=Side(organisation="<b>{partner}</b>"), later=later))

    assert "Before and after: &lt;b&gt;{partner}&lt;/b&gt;</h2>" in html


def test_editions_are_offered_beside_each_other_where_there_are_several() -> None:
    alone = SEED.model_copy(update={"editions": {"en": SEED.editions["en"]}})

    beside = '<a href="../../../releases/2022-02-15-norway-video-call/">'
    assert beside in article(SEED)
    assert beside not in article(alone)


def test_headings_of_the_text_take_no_id_of_the_page() -> None:
    headings = ("Article", "Corrections", "Neighbours", "Exports", "Related 1")
    source = "\n\n".join(f"## {heading}\n\nText." for heading in headings)
    body, _, _ = parse_body(source, language="en", languages=["en"], path="x.md", first_line=1)
    later = listing_entry(SEED.model_copy(update={"id": "after"}), "KH")
    connections = Connections(related=(replace(later, release="relative"),), partner=Side(country="NO"), later=later)
    corrected = recorded(changed(SEED, body=body), corrections=COMMUNIQUE.record.corrections)
    html = article(corrected, connections=connections)
    found = re.findall(r'\sid="([^"]+)"', html)

    assert len(found) == len(set(found))
    assert {"article", "corrections", "neighbours", "related-1"} <= set(found)


# The article that programs extract


def test_the_article_is_the_release_and_nothing_else() -> None:
    page = release_page(CAMBODIAN_SITE, "en", SEED)
    (found,) = re.findall(r"<article\b.*?</article>", page.article, re.DOTALL)

    assert "<h1" in found
    assert "pg-text" in found
    for part in ("pg-crumbs", "pg-source", "pg-cite"):
        assert part in page.article
        assert part not in found
    assert found.rstrip().removesuffix("</article>").rstrip().endswith("</div>")


def test_where_a_page_was_printed_from_is_no_text_of_it() -> None:
    html = article(SEED)

    assert ' data-address="https://press.example/' in html
    assert "Printed from" not in re.sub(r"<[^>]*>", "", html)


def test_further_sheets_of_paper_have_number_and_day_above_them() -> None:
    def above(release: Release, tag: str = "en", site: SiteFacts = CAMBODIAN_SITE) -> str:
        (head,) = re.findall('class="pg-source" data-running="([^"]*)"', release_page(site, tag, release).article)
        return head.replace("\u2068", "[").replace("\u2069", "]")

    def numbered(number: str) -> Release:
        return SEED.model_copy(update={"record": SEED.record.model_copy(update={"number": number})})

    assert above(SEED) == "Press release · 15 February 2022"
    assert above(numbered("7/2022")) == "No.\u00a0[7/2022] · 15 February 2022"
    assert above(numbered("7/2022"), "km") == "លេខ\u00a0[7/2022] · ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២"
    assert above(numbered("AS/\n12")) == "[AS/ 12] · 15 February 2022"
    assert above(SEED, site=replace(CAMBODIAN_SITE, site_url="")) == above(SEED)


def test_programs_that_cite_pages_read_all_that_a_citation_says() -> None:
    tree = html5lib.parse(release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE).head, namespaceHTMLElements=False)
    read = {each.get("name"): each.get("content") for each in tree.iter("meta") if each.get("name")}

    assert read == {
        "citation_title": COMMUNIQUE.editions["fr"].title_line,
        "citation_publication_date": "2023-05-04T18:30:00+01:00",
        "citation_technical_report_institution": "République d'Examplie, Ministère des Affaires étrangères et Royaume "
        "du Maroc, Ministère des Affaires étrangères, de la Coopération africaine et des Marocains résidant à "
        "l'étranger",
        "citation_technical_report_number": "MAE/2023/117",
        "citation_language": "fr",
        "eprints.place_of_pub": "Exampole",
    }


def test_of_more_than_two_bodies_the_first_has_the_letterhead_and_the_others_a_line() -> None:
    ours, theirs = COMMUNIQUE.record.issuers
    third = theirs.model_copy(update={"name": Words({"fr": "Ministère du Port"}), "state": Words({})})
    html = release_page(EXAMPLIAN_SITE, "fr", recorded(COMMUNIQUE, issuers=(ours, theirs, third))).article
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    (line,) = (each for each in tree.iter("p") if each.get("class") == "pg-letterheads__further")

    assert html.count('<div class="pg-letterhead">') == 1
    assert ["".join(name.itertext()) for name in line] == ["Royaume du Maroc", "Ministère du Port"]
    assert release_page(EXAMPLIAN_SITE, "fr", COMMUNIQUE).article.count('<div class="pg-letterhead">') == 2


def test_more_than_two_sides_are_a_table() -> None:
    people = tuple(Participant(name=f"N{code}", role="R", country=code) for code in ("NO", "FR", "KH"))

    assert "pg-sides--many" in article(recorded(SEED, participants=people))
    assert "pg-sides--many" not in article(recorded(SEED, participants=people[:2]))


def heading(release: Release, site: SiteFacts = CAMBODIAN_SITE, **more: object) -> str:
    """Return what stands over the title of a release, as HTML."""
    html = release_page(site, "en", release, **more).article  # type: ignore[arg-type]
    (found,) = re.findall(r'<span class="pg-kind__document"[^>]*>(.*?)</span>', html)
    return str(found)


@pytest.mark.parametrize(
    ("kind", "over"),
    [
        (Kind.READOUT, "Press release"),
        (Kind.VISIT, "Press release"),
        (Kind.OTHER, "Press release"),
        (Kind.JOINT_STATEMENT, "Joint statement"),
        (Kind.ADVISORY, "Advisory"),
        (Kind.CONDOLENCE, "Message of condolence"),
    ],
)
def test_one_heading_stands_over_a_release_as_its_kind_asks(kind: Kind, over: str) -> None:
    release = recorded(SEED, kind=kind)

    assert heading(release) == over
    # A kind that does not head the paper is named below the text.
    assert ("<dt>Kind</dt>" in article(release)) == (over == "Press release" and kind is not Kind.OTHER)


def test_a_heading_that_names_the_kind_leads_to_its_profile() -> None:
    kinds = frozenset({Subject(KINDS, "advisory")})

    assert heading(recorded(SEED, kind=Kind.ADVISORY), profiles=kinds) == (
        '<a href="../../../en/kinds/advisory/">Advisory</a>'
    )


def test_a_site_names_what_stands_over_a_kind_in_each_language() -> None:
    named = FrozenMap({Kind.READOUT: Words({"en": "Press <statement>", "fr": "Communiqué"})})
    site = replace(CAMBODIAN_SITE, headings=named)

    assert heading(SEED, site) == "Press &lt;statement&gt;"
    assert heading(recorded(SEED, kind=Kind.VISIT), site) == "Press release"
