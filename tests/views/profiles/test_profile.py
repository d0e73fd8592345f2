"""Profiles: what they say of a relationship, a person, a topic, and that no link leads to an empty page."""

import re
from dataclasses import replace
from datetime import date

import pytest

from pressgen.archive import Channel, Encounter
from pressgen.archive.people import each_once, individuals
from pressgen.languages import complete_languages, language
from pressgen.model import Event, Kind, Mode, Participant, Person, Side, Words
from pressgen.site.output import PageOutput
from pressgen.views.facts import Names, SiteFacts
from pressgen.views.profiles.encountered import encounters_strip, sentence, tallies_of
from tests.views.encounter_samples import (
    AMBASSADOR,
    FACTS,
    MEETINGS,
    OURS,
    REGISTER,
    SETTINGS,
    UNA,
    pages,
    release,
    site,
)
from tests.views.golden import assert_golden

PAGES = pages(site(*MEETINGS))
NORWAY = Side(country="NO")


def encounter(day: date, channel: Channel = Channel.MEETING) -> Encounter:
    return Encounter(day, day, (NORWAY,), channel, f"{day}")


def page(address: str, *more: object) -> str:
    site_pages = pages(site(*MEETINGS, *more)) if more else PAGES  # type: ignore[arg-type]
    return site_pages[f"{address}index.html"]


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_country(tag: str) -> None:
    assert_golden(f"country.{tag}.html", page(f"{tag}/countries/no/"))


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_person(tag: str) -> None:
    assert_golden(f"person.{tag}.html", page(f"{tag}/people/una-corrigall/"))


def test_group() -> None:
    assert_golden("topics.en.html", page("en/topics/"))


def test_a_country_opens_with_what_the_encounters_amount_to() -> None:
    html = page("en/countries/no/")

    assert "Last contact: a video call on 15 February 2022. 1 visit, 1 meeting and 1 video call since 2015." in html
    assert "Kingdom of Norway" in html
    assert "4 releases" in html


SENTENCES = {
    "en": "Last contact: a meeting on 1 May 2020. 9 meetings since 2015.",
    "fr": "Dernier contact : rencontre, 1er mai 2020. 9 rencontres depuis 2015.",
    "ar": "آخر اتصال: لقاء، 1 مايو 2020. 9 لقاءات منذ عام 2015.",
    "cy": "Y cyswllt diweddaraf: cyfarfod, 1 Mai 2020. 9 cyfarfod ers 2015.",
    "km": "ទំនាក់ទំនងចុងក្រោយ៖ ជំនួប ថ្ងៃទី១ ខែឧសភា ឆ្នាំ២០២០។ ជំនួបចំនួន ៩ ចាប់តាំងពីឆ្នាំ២០១៥។",
}


@pytest.mark.parametrize("tag", complete_languages())
def test_the_sentence_in_every_language(tag: str) -> None:
    met = [encounter(date(2020, 5, 1)), *(encounter(date(2015, 1, day)) for day in range(1, 9))]

    assert " ".join(sentence(met[0], tallies_of(met), language(tag))) == SENTENCES[tag].replace(" :", "\u00a0:")


def test_one_encounter_is_reported_once_and_none_not_at_all() -> None:
    met = [encounter(date(2020, 5, 1))]

    assert sentence(met[0], tallies_of(met), language("en")) == ("Last contact: a meeting on 1 May 2020.",)
    assert sentence(None, (), language("en")) == ()


def test_encounters_of_one_year_name_that_year() -> None:
    met = [encounter(date(2020, 5, 1)), encounter(date(2020, 1, 1), Channel.WRITTEN)]

    assert sentence(met[0], tallies_of(met), language("en"))[1] == "1 meeting and 1 message in 2020."


def test_the_strip_shows_silence_up_to_the_archives_last_year() -> None:
    met = [encounter(date(2015, 5, 1)), encounter(date(2017, 5, 1), Channel.CALL)]

    view = encounters_strip(tallies_of(met), 2019, language("en"))

    assert view is not None
    assert view.svg.count("pg-strip__year") == 5
    assert view.columns == ("Meetings", "Telephone calls", "Total")
    assert view.rows == (("2017", ("0", "1", "1")), ("2015", ("1", "0", "1")))
    assert "2015: 1 meeting and 2017: 1 telephone call." in view.svg


def test_people_have_the_office_of_the_last_time() -> None:
    people = [one for meeting in (MEETINGS[1], MEETINGS[0]) for one in individuals(meeting) if one.side == NORWAY]

    (una,) = each_once(people)

    assert una.participant.role.root["en"] == "Minister of Foreign Affairs"
    assert una.times == 2


def test_people_without_entry_are_one_by_their_name_and_side() -> None:
    twice = [Participant(name="Jan  BERG", country="NO"), Participant(name="Jan Berg", country="NO")]
    elsewhere = Participant(name="Jan Berg", country="SE")

    people = individuals(release("x", date(2020, 1, 1), *twice, elsewhere))

    assert [(one.side.country, one.times) for one in each_once(people)] == [("NO", 2), ("SE", 1)]


def test_only_people_of_the_register_have_a_page_to_go_to() -> None:
    html = page("en/countries/no/")

    assert 'href="../../../en/people/una-corrigall/"' in html
    assert '<bdi class="pg-kept">Karim BEN SALAH</bdi>' in html
    assert not [path for path in PAGES if "karim" in path]


def test_offices_are_headings_between_the_years_where_there_were_several() -> None:
    html = page("en/people/una-corrigall/")
    headings = re.findall(r"<h([34])[^>]*>(.*?)</h", html[html.index('id="releases"') :])
    side = '<span class="pg-dot">&nbsp;· </span><bdi>Norway</bdi>'

    assert headings == [
        ("3", f"<span>Minister of Foreign Affairs</span>{side}"),
        ("4", "2022"),
        ("4", "2019"),
        ("3", f"<span>Ambassador</span>{side}"),
        ("4", "2015"),
    ]


def test_an_office_that_the_register_lacks_is_as_the_releases_print_it() -> None:
    jan = Participant(name="Jan Berg", person="jan", country="NO", role=Words({"en": "Envoy"}))
    later = jan.model_copy(update={"role": Words({"en": "Minister"})})
    silent = jan.model_copy(update={"role": Words({})})
    register = REGISTER.model_copy(update={"people": {"jan": Person(names=Words({"en": "Jan Berg"}))}})
    facts = replace(FACTS, names=Names.of(register))
    days = ((2, silent), (4, jan), (6, silent), (8, later), (9, later))
    releases = [release(f"x{day}", date(2020, 1, day), OURS, one) for day, one in days]
    html = pages(site(*releases, register=register, facts=facts))["en/people/jan/index.html"]

    assert re.findall(r'pg-profile__office"><span>(\w+)<|id="(y[^"]+)"|releases/(x\d)/', html) == [
        ("Minister", "", ""), ("", "y2020", ""), ("", "", "x9"), ("", "", "x8"), ("", "", "x6"),
        ("Envoy", "", ""), ("", "y2020-1", ""), ("", "", "x4"), ("", "", "x2"),
    ]  # fmt: skip


def test_one_office_is_no_heading() -> None:
    html = pages(site(release("x", date(2020, 1, 1), OURS, UNA)))["en/people/una-corrigall/index.html"]

    assert "pg-profile__office" not in html
    assert '<h3 id="y' in html


def test_a_person_opens_with_their_last_contact_and_their_lines_show_the_channel() -> None:
    html = page("en/people/una-corrigall/")

    assert "Last contact: a video call on 15 February 2022." in html
    assert '<i class="pg-mark pg-video"></i> Video call' in html


def test_dates_of_people_say_what_they_are_of() -> None:
    html = page("en/countries/no/")
    una = html[html.index("una-corrigall") :]

    assert '<span class="pg-dot">&nbsp;· </span>in office since 1 June 2018</span>' in una
    assert "Last contact: <time" in una
    assert html.count("Last contact: <time") == html.count('<span class="pg-individual__last">')


def test_an_honorific_that_a_release_lacks_comes_from_the_register() -> None:
    plain = UNA.model_copy(update={"honorific": Words({})})
    html = page("ar/countries/no/", release("2024-01-01-x", date(2024, 1, 1), OURS, plain))

    assert "معالي السيدة" in html


def test_what_the_release_prints_wins_over_the_register() -> None:
    acting = UNA.model_copy(update={"role": Words({"en": "Acting Minister"})})
    html = page("ar/countries/no/", release("2024-01-01-x", date(2024, 1, 1), OURS, acting, tags=("en",)))

    assert '<span class="pg-individual__role"><span lang="en" dir="ltr">Acting Minister</span></span>' in html


def test_a_person_knows_whom_they_met() -> None:
    html = page("en/people/una-corrigall/")
    met = html[html.index('id="met"') : html.index('id="releases"')]

    assert "Karim BEN SALAH" in met
    assert "3 releases" in met
    assert "Una" not in met


def test_a_letter_is_no_meeting_of_people() -> None:
    written = release("2024-02-02-x", date(2024, 2, 2), OURS, AMBASSADOR, kind=Kind.CONDOLENCE)
    site_pages = pages(site(written))

    assert 'id="met"' not in site_pages["en/people/una-corrigall/index.html"]
    assert "1 release" in site_pages["en/people/una-corrigall/index.html"]


def test_people_are_ordered_as_the_register_says_and_stand_with_their_office() -> None:
    people = {
        "aulne": Person(names=Words({"en": "Béatrix d’Aulne"}), sort=Words({"en": "Zeta"})),
        "una": REGISTER.people["una-corrigall"].model_copy(update={"sort": Words({"en": "Corrigall", "ar": "أ"})}),
        "abel": Person(names=Words({"en": "Kim Abel"})),
    }
    register = REGISTER.model_copy(update={"people": people})
    minister = Participant(name="Kim Abel", person="abel", country="NO", role=Words({"en": "Minister of Trade"}))
    present = [Participant(name=id_, person=id_, country="NO") for id_ in ("aulne", "una")]
    facts = replace(FACTS, names=Names.of(register))
    made = site(release("x", date(2020, 1, 1), minister, *present), register=register, facts=facts)
    html = pages(made)["en/people/index.html"]

    assert re.findall(r'pg-member__name" href="[^"]+/([a-z]+)/"', html) == ["una", "abel", "aulne"]
    assert "<span>Minister of Foreign Affairs</span>" in html
    assert '<span>Minister of Trade</span><span class="pg-dot">&nbsp;· </span><bdi>Norway</bdi></small>' in html


def test_topics_stand_below_the_wider_ones_with_all_that_they_hold() -> None:
    html = page("en/topics/")

    assert html.index("Trade") < html.index("Fisheries")
    assert html.count('class="pg-members"') == 2
    assert "3 releases" in html
    assert "Nothing was said of it" not in html


def test_a_topic_leads_to_the_wider_and_the_narrower() -> None:
    assert 'href="../../../en/topics/trade/"' in page("en/topics/fisheries/")
    assert 'href="../../../en/topics/fisheries/"' in page("en/topics/trade/")


def test_a_topic_whose_wider_one_is_nowhere_stands_by_itself() -> None:
    register = site().archive.register.model_copy(
        update={"topics": {"fisheries": site().archive.register.topics["fisheries"]}}
    )
    site_pages = pages(site(MEETINGS[1], register=register))

    assert "Fisheries" in site_pages["en/topics/index.html"]


def test_a_list_is_in_the_order_of_its_language() -> None:
    site_pages = pages(
        site(*(release(f"x-{code.lower()}", date(2020, 1, 1), countries=(code,)) for code in ("ZM", "EG", "FI")))
    )

    english, arabic = (site_pages[f"{tag}/countries/index.html"] for tag in ("en", "ar"))
    assert english.index("/eg/") < english.index("/fi/") < english.index("/zm/")
    assert arabic.index("/zm/") < arabic.index("/fi/") < arabic.index("/eg/")


def test_the_description_is_words_alone_where_a_language_has_none_of_its_own() -> None:
    facts = SiteFacts.of(
        SETTINGS.model_copy(update={"languages": ("en", "ar", "de")}), REGISTER, site_name="Press releases", site_url=""
    )
    made = site(*MEETINGS, facts=facts)
    page = next(one for one in made.outputs() if one.path == "de/countries/no/index.html")

    assert isinstance(page, PageOutput)
    assert page.content.result().description.endswith("4 releases since 2015.")
    assert '<span lang="en" dir="ltr">4 releases since 2015.</span>' in page.content.result().article


def test_what_has_no_release_has_no_page() -> None:
    site_pages = pages(site(release("x", date(2020, 1, 1), kind=Kind.STATEMENT)))

    found = {path.split("/")[1] for path in site_pages if path.startswith("en/")}
    assert found == {"index.html", "releases", "kinds", "search"}


def test_a_correction_an_announcement_and_a_superseded_release_are_no_encounters() -> None:
    trip = Event(start=date(2024, 6, 1), mode=Mode.IN_PERSON)
    releases = (
        release("announced", date(2024, 5, 1), OURS, UNA, kind=Kind.ANNOUNCEMENT, event=trip),
        release("told", date(2024, 6, 2), OURS, UNA, event=trip),
        release("told-again", date(2024, 6, 3), OURS, UNA, event=trip, supersedes=("told",)),
        release("corrected", date(2024, 6, 4), OURS, UNA, event=trip, kind=Kind.CORRECTION, corrects=("told-again",)),
    )

    assert [one.release for one in site(*releases).archive.encounters] == ["told-again"]


HOSTILE = '<img src=x onerror="alert(1)">&amp;"\'</svg></script>'


def test_hostile_names_are_words() -> None:
    people = [Participant(name=HOSTILE, role=HOSTILE, honorific=HOSTILE, country="NO"), OURS]
    event = Event(start=date(2020, 1, 1), mode=Mode.CALL, place=Words({"en": HOSTILE}))
    site_pages = pages(site(*MEETINGS, release("x", date(2020, 1, 1), *people, event=event, title=HOSTILE)))

    for path, html in site_pages.items():
        if "/releases/x/" not in path:
            assert "<img" not in html, path
            assert "onerror=&#34;" in html or "onerror" not in html, path
    assert "&lt;img src=x" in site_pages["en/countries/no/index.html"]


def test_people_have_the_day_of_the_event_and_not_of_the_release() -> None:
    call = release("call", date(2022, 2, 15), UNA, event=Event(start=date(2022, 2, 14)))
    later = release("report", date(2022, 3, 1), UNA, event=Event(start=date(2022, 2, 1)))
    announced = release("soon", date(2022, 3, 5), UNA, event=Event(start=date(2022, 6, 1)))

    assert [one.met for one in individuals(call)] == [date(2022, 2, 14)]
    assert [(one.met, one.times) for one in each_once([*individuals(later), *individuals(call)])] == [
        (date(2022, 2, 14), 2)
    ]
    assert [one.met for one in individuals(announced)] == [date(2022, 3, 5)]
