"""Lists: what a line says, for readers of each language."""

import pytest

from pressgen.archive import Hidden
from pressgen.archive.relations import relations_of
from pressgen.model import Kind, Participant, Register, Release
from pressgen.text.sentence import first_sentence, shortened
from pressgen.views.facts import Side
from pressgen.views.lists.archive import archive_page, month_page, year_page
from pressgen.views.lists.listing import ListingEntry, MonthCount, YearCount
from pressgen.views.pages.home import Front, home_fragment, home_page
from tests.views.samples import COMMUNIQUE, EXAMPLIAN_SITE, FRENCH_ONLY, SEED, listing_entry


def entry(release: Release = FRENCH_ONLY, hidden: Hidden | None = None) -> ListingEntry:
    return listing_entry(release, hidden=hidden)


def partners(release: Release, home: str) -> tuple[Side, ...]:
    return relations_of([release], Register(), Side(country=home))[release.id].partners


def year(language: str, *entries: ListingEntry) -> str:
    return year_page(EXAMPLIAN_SITE, language, 2023, (YearCount(2023, len(entries)),), entries).article


def test_a_title_in_another_language_is_marked_and_said() -> None:
    html = year("ar", entry())

    assert 'lang="fr" dir="ltr">Déclaration' in html
    assert "متاح باللغة الفرنسية فقط" in html
    assert 'lang="fr"' not in year("fr", entry())


def test_every_language_of_a_release_that_lacks_the_readers_is_named() -> None:
    two = FRENCH_ONLY.model_copy(
        update={
            "editions": {**FRENCH_ONLY.editions, "ar": FRENCH_ONLY.editions["fr"].model_copy(update={"language": "ar"})}
        }
    )

    assert "Available only in French and Arabic" in year("en", entry(two))


def test_a_line_names_the_day_the_partner_and_the_kind() -> None:
    html = year("fr", entry(COMMUNIQUE))

    assert '<time datetime="2023-05-04">4 mai</time>' in html
    assert "<bdi>Maroc</bdi>" in html
    assert "Déclaration conjointe" in html


def test_the_issuers_own_country_is_no_partner() -> None:
    assert partners(SEED, "KH") == (Side(country="NO"),)
    assert partners(COMMUNIQUE, "XA") == (Side(country="MA"),)


def test_without_participants_the_partners_are_what_the_release_is_about() -> None:
    assert partners(FRENCH_ONLY, "XA") == (Side(organisation="au"),)


def test_people_without_country_are_no_partners() -> None:
    facts = {"participants": (Participant(name="The Spokesperson"),), "countries": (), "organisations": ()}
    record = SEED.record.model_copy(update={**facts, "kind": Kind.OTHER})
    release = SEED.model_copy(update={"record": record})

    assert partners(release, "KH") == ()


def test_an_authors_preview_marks_what_the_public_does_not_see() -> None:
    assert "pg-line__note--hidden" in year("fr", entry(COMMUNIQUE, hidden=Hidden.DRAFT))
    assert "pg-line__note--hidden" not in year("fr", entry(COMMUNIQUE))


def test_a_withdrawn_release_is_marked_with_the_day_of_its_withdrawal() -> None:
    mark = '<span class="pg-line__note pg-line__note--hidden">'
    assert f"{mark}Retiré le 3 juin 2023</span>" in year("fr", entry(FRENCH_ONLY))

    record = FRENCH_ONLY.record.model_copy(update={"withdrawn": None})
    undated = FRENCH_ONLY.model_copy(update={"record": record})
    assert f"{mark}Retiré</span>" in year("fr", entry(undated))


def test_a_month_shows_its_releases_and_the_ways_to_the_other_months() -> None:
    months = (MonthCount(6, 3), MonthCount(5, 1))

    page = month_page(EXAMPLIAN_SITE, "fr", year=2023, month=5, months=months, entries=(entry(COMMUNIQUE),))

    assert page.address == "fr/releases/2023/05/"
    assert page.title == "Communiqués de presse, mai 2023"
    assert '<a href="../../../../fr/releases/2023/06/">Juin</a> <span class="pg-count">3</span>' in page.article
    assert '<a href="../../../../fr/releases/2023/05/" aria-current="page">' in page.article
    assert '<time datetime="2023-05-04">4 mai</time>' in page.article


def test_the_archive_leads_to_the_rest_of_a_year() -> None:
    years = (YearCount(2023, 40), YearCount(2022, 7))

    html = archive_page(EXAMPLIAN_SITE, "fr", years, (entry(),)).article

    assert '<p class="pg-more"><a href="../../fr/releases/2023/">' in html
    assert '<a href="../../fr/releases/2022/">2022</a> <span class="pg-count">7</span>' in html


def test_an_empty_archive_says_so() -> None:
    assert "Aucun communiqué" in archive_page(EXAMPLIAN_SITE, "fr", (), ()).article
    assert "Aucun communiqué" in home_page(EXAMPLIAN_SITE, "fr", Front()).article


def test_the_fragment_for_a_written_home_page_has_no_title_of_its_own() -> None:
    fragment = home_fragment(EXAMPLIAN_SITE, "fr", Front((entry(),), (YearCount(2023, 1),)))

    assert "<h1" not in fragment
    assert fragment in home_page(EXAMPLIAN_SITE, "fr", Front((entry(),), (YearCount(2023, 1),))).article


@pytest.mark.parametrize(
    "sentence, rest",
    [
        ("H.E. Mr. PRAK Sokhonn met Dr. Smith and the others at No. 5 Main Street.", "They talked."),
        ("On 14 February 2022, the two Ministers had a video call.", "They exchanged views."),
        ("The Minister said: “We shall work together for peace.”", "He then left."),
        ("រដ្ឋមន្ត្រីទាំងពីរបានផ្លាស់ប្តូរទស្សនៈស្តីពីការពង្រឹងចំណងមិត្តភាព។", "បន្ទាប់មក"),
        ("هل استقبل الوزير سفير المملكة المغربية في مقر الوزارة؟", "نعم."),
        ("No full stop ends this one", ""),
    ],
)
def test_first_sentence(sentence: str, rest: str) -> None:
    assert first_sentence(f"{sentence} {rest}") == sentence


def test_a_long_text_is_cut_between_words() -> None:
    assert shortened("one two three four", 12) == "one two…"
    assert len(shortened("x" * 500, 280)) == 280
