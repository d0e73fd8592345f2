"""What is removed from the theme's HTML, and what stays."""

from __future__ import annotations

from pressgen.plugin.material.fixes import squeezed, without_second_drawer

BOX = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"'


def test_the_themes_own_check_box_is_removed_where_the_header_has_one() -> None:
    named = f'<header>{BOX} aria-label="Menu"><label for="__drawer"></label></header>'

    assert without_second_drawer(f"<body>\n    {BOX}>\n    {named}") == f"<body>\n    {named}"


def test_the_themes_own_check_box_stays_where_the_sites_header_has_none() -> None:
    page = f"<body>{BOX}><header>Own</header>"

    assert without_second_drawer(page) == page


PAGE = """<body>
    <p title="two  spaces">One

        <b>two</b>   three</p>


    <pre>
  code   </pre>
    <script>a  =  "<p>"

    b</script><!--  kept  -->
  <textarea> \n\n </textarea>
</body>"""


def test_spaces_are_one_where_browsers_show_one() -> None:
    assert squeezed(PAGE) == (
        '<body>\n<p title="two  spaces">One\n<b>two</b> three</p>\n<pre>\n  code   </pre>\n'
        '<script>a  =  "<p>"\n\n    b</script><!--  kept  -->\n<textarea> \n\n </textarea>\n</body>'
    )


def test_nothing_is_lost_where_a_tag_is_not_closed() -> None:
    assert squeezed('a  <b c="  d  e') == 'a <b c=" d e'
