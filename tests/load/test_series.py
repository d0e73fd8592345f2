"""Series in the register and in releases: their ids and days are checked as those of all other lists are."""

from datetime import date

from tests.load.project import Load, english, reported

SERIES = "chair: {{names: {{en: Our chair, km: ប្រធាន}}, from: 2022-01-01, to: {to}}}\n"
YEAR = SERIES.format(to="2022-12-31")


def test_a_release_is_one_of_a_series_of_the_register(loading: Load) -> None:
    loaded = loading({"a.en.md": english("series: [chair, chair]"), "register/series.yml": YEAR})

    assert reported(loaded) == []
    assert loaded.releases[0].record.series == ("chair",)
    assert loaded.register.series["chair"].end == date(2022, 12, 31)


def test_a_series_that_the_register_lacks_is_reported_with_the_nearest(loading: Load) -> None:
    loaded = loading({"a.en.md": english("series: [chiar]"), "register/series.yml": YEAR})

    (problem,) = loaded.problems
    assert problem.message == "unknown series 'chiar' (series[1])"
    assert problem.hint == "did you mean 'chair'? If it is new, add it to register/series.yml"


def test_a_series_that_ends_before_it_begins_is_reported(loading: Load) -> None:
    loaded = loading({"a.en.md": english("series: [chair]"), "register/series.yml": SERIES.format(to="2021-12-31")})

    assert reported(loaded) == [("register/series.yml:1:8", "PG036")]
