"""The value of `og:locale` for a language: one that programs accept, or none."""

import pytest
from babel.core import get_global

from pressgen.languages import open_graph_locale
from pressgen.languages.tags import likely, parts_of


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("en", "en_US"), ("en-GB", "en_GB"), ("fr", "fr_FR"), ("fr-CA", "fr_CA"), ("km", "km_KH"), ("cy", "cy_GB"),
        ("pt", "pt_BR"), ("pt-BR", "pt_BR"), ("pt-PT", "pt_PT"), ("ar", "ar_AR"), ("ar-EG", "ar_AR"), ("no", "nb_NO"),
        ("es", "es_ES"), ("es-419", "es_LA"), ("es-AR", "es_LA"), ("es-MX", "es_MX"), ("sw", "sw_KE"), ("fil", "tl_PH"),
        ("zh", "zh_CN"), ("zh-Hans", "zh_CN"), ("zh-Hant", "zh_TW"), ("zh-HK", "zh_HK"), ("zh-Hant-HK", "zh_HK"),
        ("sr", "sr_RS"), ("sr-Cyrl-RS", "sr_RS"), ("eo", "eo_EO"), ("ca-ES-valencia", "ca_ES"), ("mos", "mos_BF"),
    ],
)  # fmt: skip
def test_a_tag_has_the_value_of_its_language_and_territory(tag: str, value: str) -> None:
    assert open_graph_locale(tag) == value


@pytest.mark.parametrize(
    "tag",
    ["fr-CH", "en-AU", "de-AT", "pt-AO", "fa-AF", "sr-Latn", "sr-Latn-RS", "zh-Hant-CN", "zh-yue", "uz-Cyrl", "ku-Arab",
     "ja-Latn", "ar-Latn", "lb", "prs", "qaa", "es-EQ"],
)  # fmt: skip
def test_a_tag_without_one_has_none(tag: str) -> None:
    assert open_graph_locale(tag) == ""


def test_no_language_that_has_a_value_gets_another_language_or_script() -> None:
    renamed = {"ckb": "cb", "ceb": "cx", "fil": "tl", "no": "nb", "nso": "ns", "syr": "sy", "szl": "sz", "tzm": "tz"}
    compared = 0
    for subtags in get_global("likely_subtags"):
        tag = subtags.replace("_", "-")
        value = open_graph_locale(tag)
        if value:
            name, script, region = parts_of(tag)
            territory = value.partition("_")[2]
            assert value.partition("_")[0] == renamed.get(name, name)
            assert script == likely(name)[1] or territory == region or tag == "zh-Hant", tag
            compared += 1
    assert compared > 120
