from pressgen.plugin.mends import mended

MENU = """\
<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">
<label class="md-overlay" for="__drawer"></label>
<label class="md-header__button md-icon" for="__drawer"></label>
<nav class="md-nav md-nav--primary md-nav--lifted" aria-label="Navigation" data-md-level="0">
<input class="md-nav__toggle md-toggle " type="checkbox" id="__nav_4" checked>
<label class="md-nav__link " for="__nav_4" id="__nav_4_label" tabindex="{tabindex}">
  <span class="md-nav__icon md-icon"></span>
</label>
<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_4_label" aria-expanded="true">
  <label class="md-nav__title" for="__nav_4">
    <span class="md-nav__icon md-icon"></span>
    The <em>"Manual"</em> &amp; more
  </label>
"""


def test_the_boxes_that_open_menus_have_names_and_their_labels_take_no_focus() -> None:
    for tabindex in ("0", ""):
        page = mended(MENU.format(tabindex=tabindex))

        drawer = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"'
        assert f'{drawer} aria-label="Navigation"><label class="md-header__button md-icon" for="__drawer">' in page
        assert page.count("<input") == 2
        assert 'id="__nav_4" checked aria-label="The &quot;Manual&quot; &amp; more">' in page
        assert '<label class="md-nav__link " for="__nav_4" id="__nav_4_label">' in page
        assert '<nav class="md-nav" data-md-level="1" aria-label="The &quot;Manual&quot; &amp; more" aria-' in page


def test_what_the_theme_writes_otherwise_stays_as_it_is() -> None:
    page = '<nav class="menu"><label tabindex="0">Own</label></nav>'

    assert mended(page) == page


def test_a_label_names_only_a_box_that_is_there() -> None:
    label = '<label class="md-nav__title" for="__toc">Contents</label>'

    assert mended(label) == '<label class="md-nav__title">Contents</label>'
    assert mended(f'<input id="__toc">{label}') == f'<input id="__toc">{label}'


def test_what_a_page_of_the_archive_holds_is_no_article_in_itself() -> None:
    page = (
        '<main><article class="md-content__inner md-typeset"><article class="pg-release">…</article></article></main>'
    )

    assert mended(page) == (
        '<main><div class="md-content__inner md-typeset"><article class="pg-release">…</article></div></main>'
    )
