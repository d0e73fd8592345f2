from pressgen.plugin.material.fixes import with_fixes
from pressgen.plugin.material.search_box import PLACE

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
        page = with_fixes(MENU.format(tabindex=tabindex))

        drawer = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off"'
        assert f'{drawer} aria-label="Navigation"><label class="md-header__button md-icon" for="__drawer">' in page
        assert page.count("<input") == 2
        assert 'id="__nav_4" checked aria-label="The &quot;Manual&quot; &amp; more">' in page
        assert '<label class="md-nav__link " for="__nav_4" id="__nav_4_label">' in page
        assert '<nav class="md-nav" data-md-level="1" aria-label="The &quot;Manual&quot; &amp; more" aria-' in page


def test_what_the_theme_writes_otherwise_stays_as_it_is() -> None:
    page = '<nav class="menu"><label tabindex="0">Own</label></nav>'

    assert with_fixes(page) == page


def test_a_label_names_only_a_box_that_is_there() -> None:
    label = '<label class="md-nav__title" for="__toc">Contents</label>'

    assert with_fixes(label) == '<label class="md-nav__title">Contents</label>'
    assert with_fixes(f'<input id="__toc">{label}') == f'<input id="__toc">{label}'


def test_what_a_page_of_the_archive_holds_is_no_article_in_itself() -> None:
    page = (
        '<main><article class="md-content__inner md-typeset"><article class="pg-release">…</article></article></main>'
    )

    assert with_fixes(page) == (
        '<main><div class="md-content__inner md-typeset"><article class="pg-release">…</article></div></main>'
    )


NAME = 'Ministry of Affairs &amp; <span class="pg-kept">Co-operation</span>'
HEADER = """\
<body dir="ltr">
<header><nav class="md-header__inner md-grid" aria-label="Header">
<a href="../" title="M" class="md-header__button md-logo" aria-label="M" data-md-component="logo">logo</a>
<div class="md-header__title" data-md-component="header-title">
  <div class="md-header__ellipsis">
    <div class="md-header__topic">
      <span class="md-ellipsis">
        Ministry of Affairs &amp; Co-operation
      </span>
    </div>
    <div class="md-header__topic" data-md-component="header-topic">
      <span class="md-ellipsis">A page</span>
    </div>
  </div>
</div>
<form data-md-component="palette"></form>
<div class="md-header__option">
  <div class="md-select"><button></button><div class="md-select__inner"><ul><li>English</li></ul></div></div>
</div>
</nav></header>
<label class="md-nav__title" for="__drawer"><a href="../">logo</a> Ministry of Affairs &amp; Co-operation </label>
<button type="button" class="md-top md-icon" data-md-component="top" hidden><svg></svg> Back to top</button>
"""


def test_what_the_header_says_of_the_page_is_one_part_and_the_name_a_link_home() -> None:
    page = with_fixes(HEADER, "en")

    part = page[page.index('<div class="pg-masthead"') : page.index('<form data-md-component="palette">')]
    assert 'data-md-component="header-topic" lang="en" dir="ltr"' in part
    assert f'<a class="pg-masthead__name" href="../">{NAME}</a>' in part
    assert '<div class="md-select">' in part
    assert PLACE in part
    assert page.count('<div class="md-select">') == page.count("header-topic") == 1
    assert "A page" not in page
    assert f"</a>\n<span>{NAME}</span>\n</label>" in page


def test_the_way_back_to_the_top_is_a_link() -> None:
    assert '<p class="pg-to-top"><a href="#">Back to top</a></p>' in with_fixes(HEADER)
