"""What is removed from the theme's HTML, and what stays."""

from __future__ import annotations

from pressgen.plugin.material.fixes import without_second_drawer, without_translation_links

BOX = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"'


def test_the_themes_own_check_box_is_removed_where_the_header_has_one() -> None:
    named = f'<header>{BOX} aria-label="Menu"><label for="__drawer"></label></header>'

    assert without_second_drawer(f"<body>\n    {BOX}>\n    {named}") == f"<body>\n    {named}"


def test_the_themes_own_check_box_stays_where_the_sites_header_has_none() -> None:
    page = f"<body>{BOX}><header>Own</header>"

    assert without_second_drawer(page) == page


def test_the_themes_links_to_translations_are_removed() -> None:
    head = '<head>\n  <link rel="alternate" href="../km/" hreflang="km">\n  <title>A</title>'

    assert without_translation_links(head) == "<head>\n  <title>A</title>"


def test_complete_links_and_feeds_stay() -> None:
    head = (
        '<link rel="alternate" href="https://example.org/km/" hreflang="km">'
        '<link rel="alternate" type="application/rss+xml" title="News" href="feed.xml">'
    )

    assert without_translation_links(head) == head
