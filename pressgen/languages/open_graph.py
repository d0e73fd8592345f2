"""Finds the value of `og:locale` for a language: a language and a territory (https://ogp.me/#optional).

Programs know only the values that Facebook has, and take any other for English; a language without one gets no value.
"""

from __future__ import annotations

import re
from functools import cache

from pressgen.languages.tags import likely, parts_of

# The values of Meta's own Graph API (`EnumLocale`, https://github.com/facebook/facebook-java-business-sdk), but for
# those that name a joke, a test or no language of BCP 47.
_VALUES = frozenset(
    """
    af_ZA ak_GH am_ET ar_AR as_IN ay_BO az_AZ be_BY bg_BG bm_ML bn_IN br_FR bs_BA ca_ES cb_IQ co_FR cs_CZ cx_PH cy_GB
    da_DK de_DE el_GR en_GB en_IN en_US eo_EO es_CL es_CO es_ES es_LA es_MX es_VE et_EE eu_ES fa_IR ff_NG fi_FI fo_FO
    fr_CA fr_FR fy_NL ga_IE gl_ES gn_PY gu_IN ha_NG he_IL hi_IN hr_HR ht_HT hu_HU hy_AM id_ID ig_NG is_IS it_IT iu_CA
    ja_JP jv_ID ka_GE kk_KZ km_KH kn_IN ko_KR ks_IN ku_TR ky_KG la_VA lg_UG li_NL ln_CD lo_LA lt_LT lv_LV mg_MG mi_NZ
    mk_MK ml_IN mn_MN mos_BF mr_IN ms_MY mt_MT my_MM nb_NO nd_ZW ne_NP nl_BE nl_NL nn_NO nr_ZA ns_ZA ny_MW om_ET or_IN
    pa_IN pcm_NG pl_PL ps_AF pt_BR pt_PT qu_PE rm_CH rn_BI ro_RO ru_RU rw_RW sa_IN sc_IT se_NO si_LK sk_SK sl_SI sn_ZW
    so_SO sq_AL sr_RS ss_SZ st_ZA su_ID sv_SE sw_KE sy_SY sz_PL ta_IN te_IN tg_TJ th_TH ti_ET tk_TM tl_PH tn_BW tpi_PG
    tr_TR ts_ZA tt_RU tz_MA uk_UA ur_PK uz_UZ ve_ZA vi_VN wo_SN xh_ZA yi_DE yo_NG zh_CN zh_HK zh_TW zu_ZA
    """.split()  # noqa: SIM905  # to be read and compared
)

# Languages whose subtag in BCP 47 is another than Facebook's. It has one Arabic, whose territory is no country.
_NAMES = {"ckb": "cb", "ceb": "cx", "fil": "tl", "no": "nb", "nso": "ns", "syr": "sy", "szl": "sz", "tzm": "tz"}
_EVERYWHERE = {"ar": "ar_AR", "eo": "eo_EO"}
# The Spanish of Latin America (region 419 of UN M49), of which Facebook has some countries' own.
_AMERICAN_SPANISH = frozenset("419 AR BO BR BZ CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE".split())  # noqa: SIM905

# A language that is named within another: zh-yue is Cantonese, and no Chinese that Facebook means.
_WITHIN_ANOTHER = re.compile(r"[a-z]{2,3}-[a-z]{3}(-|$)")


@cache
def open_graph_locale(tag: str) -> str:
    """Return the value of `og:locale` for a language tag (pt-BR: pt_BR, km: km_KH), or nothing.

    The territory is the tag's own region, or else the country in which the language is most used, or the only one that
    has a value. A language in another script than that of the value has none (sr-Latn).
    """
    language, script, region = parts_of(tag)
    if _WITHIN_ANOTHER.match(tag):
        return ""
    if language in _EVERYWHERE:
        value = _EVERYWHERE[language]
        return value if script == likely(language)[1] else ""
    name = _NAMES.get(language, language)
    of_language = [value for value in _VALUES if value.partition("_")[0] == name]
    territory = region or likely(f"{language}_{script}")[2] or likely(language)[2]
    value = f"{name}_{territory}"
    if value not in of_language and language == "es" and territory in _AMERICAN_SPANISH:
        value = "es_LA"
    if value not in of_language and not region and len(of_language) == 1:
        value = of_language[0]
    return value if value in of_language and script == _script_of(language, value) else ""


def _script_of(language: str, value: str) -> str:
    """Return the script of a language in the territory of a value."""
    return parts_of(f"{language}-{value.partition('_')[2]}")[1]
