"""Releases for the tests of views: the seed in two languages, and the papers of an invented ministry."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from markupsafe import escape

from pressgen.archive import Hidden
from pressgen.archive.relations import relations_of
from pressgen.model import (
    Attachment,
    Block,
    Body,
    Contact,
    Correction,
    Country,
    Edition,
    Event,
    Issued,
    Issuer,
    Kind,
    Mode,
    Organisation,
    Participant,
    Record,
    Reference,
    Register,
    Release,
    ReleaseFile,
    Section,
    Side,
    Status,
    Translation,
    Withdrawal,
    Words,
)
from pressgen.settings import Settings
from pressgen.views.facts import Names, SiteFacts
from pressgen.views.lists.listing import Connections, ListingEntry, Partner
from tests.blocks import block_of


def paragraph(number: int, text: str, html: str | None = None) -> Block:
    anchor = f"para-{number}"
    inner = str(escape(text)) if html is None else html
    return block_of(kind="paragraph", anchor=anchor, html=f'<p id="{anchor}">{inner}</p>', text=text)


def body_of(*texts: str, references: tuple[Reference, ...] = ()) -> Body:
    blocks = tuple(paragraph(number, text) for number, text in enumerate(texts, 1))
    return Body(sections=(Section(blocks=blocks),), references=references)


def connections_of(release: Release, home: str = "XA") -> Connections:
    """Return what a release names on the site of the country `home`, in an archive that has no other."""
    named = relations_of([release], Register(), Side(country=home))[release.id].named
    return Connections(about=tuple(subject for subject in named if subject.group.listed_by_author))


def listing_entry(
    release: Release, home: str = "XA", hidden: Hidden | None = None, register: Register | None = None
) -> ListingEntry:
    """List a release on the site of the country `home`, in an archive that has no other."""
    partners = relations_of([release], Register(), Side(country=home))[release.id].partners
    facts = SiteFacts(("en", "km", "fr", "ar"), EXAMPLIA, names=Names.of(register or SAMPLE_REGISTER))
    names = ({tag: facts.side(side, tag, release.record.day) for tag in facts.languages} for side in partners)
    return ListingEntry.of(release, tuple(map(Partner, partners, names)), hidden)


CAMBODIA = Issuer(
    country="KH",
    state=Words({"en": "Kingdom of Cambodia", "km": "ព្រះរាជាណាចក្រកម្ពុជា"}),
    motto=Words({"en": "Nation Religion King", "km": "ជាតិ សាសនា ព្រះមហាក្សត្រ"}),
    name=Words({
        "en": "Ministry of Foreign Affairs and International Cooperation",
        "km": "ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ",
    }),
    place=Words({"en": "Phnom Penh", "km": "រាជធានីភ្នំពេញ"}),
)  # fmt: skip

CAMBODIAN_SITE = SiteFacts.of(
    Settings(languages=("en", "km"), timezone="Asia/Phnom_Penh", issuer=CAMBODIA),
    Register(organisations={"asean": Organisation(names=Words({"en": "ASEAN", "km": "អាស៊ាន"}))}),
    site_name="Press releases",
    site_url="https://press.example/mfaic/",
)

SEED_EN = Edition(
    release="2022-02-15-norway-video-call",
    language="en",
    title="Outcomes of the Video Call between\nHis Excellency PRAK Sokhonn, Deputy Prime Minister,\n"
    "Minister of Foreign Affairs and International Cooperation of the Kingdom of Cambodia,\n"
    "and Her Excellency Anniken Huitfeldt, Minister of Foreign Affairs of the Kingdom of Norway\n"
    "on 14 February 2022",
    summary="",
    place="Phnom Penh",
    body=body_of(
        "On 14 February 2022, His Excellency PRAK Sokhonn, Deputy Prime Minister, Minister of Foreign Affairs and "
        "International Cooperation of Cambodia, had a video call with Her Excellency Ms. Anniken Huitfeldt, Minister "
        "of Foreign Affairs of Norway. The two Ministers exchanged views on how to further strengthen Cambodia-Norway "
        "bilateral ties and ASEAN-Norway partnership.",
        "His Excellency PRAK Sokhonn thanked Her Excellency Anniken Huitfeldt for committing to support Cambodia's "
        "ASEAN Chairmanship 2022 under the theme «ASEAN A.C.T: Addressing Challenges Together» and briefed his "
        "counterpart on Cambodia's priorities in further advancing ASEAN Community building.",
        "Phnom Penh, 15 February 2022",
    ),
)

SEED_KM = Edition(
    release=SEED_EN.release,
    language="km",
    title="លទ្ធផលនៃការពិភាក្សាតាមប្រព័ន្ធវីដេអូ\nរវាងឯកឧត្តម ប្រាក់ សុខុន និងលោកជំទាវ អាន់នីខេន ហ៊ុយហ្វែល\nថ្ងៃទី១៤ ខែកុម្ភៈ ឆ្នាំ២០២២",
    summary="",
    place="រាជធានីភ្នំពេញ",
    body=body_of(
        "នៅថ្ងៃទី១៤ ខែកុម្ភៈ ឆ្នាំ២០២២ ឯកឧត្តម ប្រាក់ សុខុន ឧបនាយករដ្ឋមន្ត្រី រដ្ឋមន្ត្រីការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ "
        "បានជួបពិភាក្សាតាមប្រព័ន្ធវីដេអូជាមួយលោកជំទាវ អាន់នីខេន ហ៊ុយហ្វែល រដ្ឋមន្ត្រីការបរទេសន័រវែស។ "
        "រដ្ឋមន្ត្រីទាំងពីរបានផ្លាស់ប្តូរទស្សនៈស្តីពីការពង្រឹងចំណងមិត្តភាពទ្វេភាគី និងភាពជាដៃគូអាស៊ាន-ន័រវែស។",
        "រាជធានីភ្នំពេញ ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២",
    ),
    translation=Translation.COURTESY,
)

SEED_PARTICIPANTS = (
    Participant(
        honorific=Words({"en": "His Excellency", "km": "ឯកឧត្តម"}),
        name=Words({"en": "PRAK Sokhonn", "km": "ប្រាក់ សុខុន"}),
        role=Words(
            {
                "en": "Deputy Prime Minister, Minister of Foreign Affairs and International Cooperation",
                "km": "ឧបនាយករដ្ឋមន្ត្រី រដ្ឋមន្ត្រីការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ",
            }
        ),
        country="KH",
    ),
    Participant(
        honorific=Words({"en": "Her Excellency", "km": "លោកជំទាវ"}),
        name=Words({"en": "Anniken Huitfeldt"}),
        role=Words({"en": "Minister of Foreign Affairs", "km": "រដ្ឋមន្ត្រីការបរទេស"}),
        country="NO",
    ),
)

SEED = Release(
    id=SEED_EN.release,
    record=Record(
        issued=Issued(day=date(2022, 2, 15)),
        kind=Kind.READOUT,
        participants=SEED_PARTICIPANTS,
        event=Event(start=date(2022, 2, 14), mode=Mode.VIDEO),
        countries=("MM",),
        organisations=("asean",),
        issuers=(CAMBODIA,),
        authoritative=("en",),
    ),
    original="en",
    editions={"en": SEED_EN, "km": SEED_KM},
)

EXAMPLIA = Issuer(
    country="XA",
    state=Words({"fr": "République d'Examplie", "ar": "جمهورية إكسامبليا"}),
    motto=Words({"fr": "Unité – Travail – Progrès", "ar": "وحدة – عمل – تقدم"}),
    name=Words({"fr": "Ministère des Affaires étrangères", "ar": "وزارة الشؤون الخارجية"}),
    place=Words({"fr": "Exampole", "ar": "إكسامبوليس"}),
)
ELSEWHERE = Issuer(
    country="MA",
    state=Words({"fr": "Royaume du Maroc", "ar": "المملكة المغربية"}),
    name=Words({
        "fr": "Ministère des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger",
        "ar": "وزارة الشؤون الخارجية والتعاون الإفريقي والمغاربة المقيمين بالخارج",
    }),
)  # fmt: skip

SAMPLE_REGISTER = Register(
    countries={"XA": Country(names=Words({"fr": "Examplie", "ar": "إكسامبليا"}))},
    organisations={
        "au": Organisation(names=Words({"fr": "Union africaine", "ar": "الاتحاد الأفريقي"})),
        "un": Organisation(names=Words({"fr": "Nations Unies"})),
    },
    contacts={
        "presse": Contact(
            names=Words({"fr": "Service de presse", "ar": "مصلحة الصحافة"}),
            email="presse@diplomatie.example",
            phone="+216 71 000 000",
        ),
    },
)
PRESS_DESK = (SAMPLE_REGISTER.contacts["presse"],)
EXAMPLIAN_SITE = SiteFacts.of(
    Settings(languages=("fr", "ar"), timezone="Africa/Tunis", issuer=EXAMPLIA, colour="#7a1f2b"),
    SAMPLE_REGISTER,
    site_name="Communiqués",
    site_url="https://diplomatie.example/",
)

_COMMUNIQUE_FR = Body(
    sections=(
        Section(
            blocks=(
                paragraph(1, "Les Ministres se sont réunis à Exampole le 4 mai 2023."),
                block_of(
                    kind="list",
                    anchor="para-2",
                    html='<ol class="printed"><li id="para-2"><span class="mark">1.</span> Les deux Parties saluent la '
                    "qualité de leurs relations et l'élan nouveau que la visite leur donne, dans tous les domaines de "
                    'la coopération.</li><li id="para-3"><span class="mark">2.</span> Elles conviennent :'
                    '<ol class="printed"><li id="para-4"><span class="mark">(a)</span> de tenir la commission mixte ;'
                    '</li><li id="para-5"><span class="mark">(b)</span> de réviser l\'<a href="pressgen:0">accord de '
                    '2019</a><sup class="footnote-ref" id="fnref-1"><a href="#fn-1">1</a></sup>.</li></ol></li></ol>',
                    text="1. Les deux Parties …",
                ),
            )
        ),
        Section(
            heading=block_of(
                kind="heading",
                anchor="cooperation-economique",
                html='<h2 id="cooperation-economique">Coopération économique</h2>',
                text="Coopération économique",
                level=2,
            ),
            blocks=(
                block_of(
                    kind="table",
                    anchor="table-1",
                    html='<table id="table-1">'
                    "<thead><tr><th>Délégation</th><th>Chef de délégation</th><th>Sièges</th></tr></thead>"
                    "<tbody><tr><td>Examplie</td><td>S.E. M. Karim BEN SALAH</td><td>12</td></tr>"
                    "<tr><td>Maroc</td><td>S.E. M. Nasser BOURITA</td><td>9</td></tr></tbody></table>",
                    text="Délégation …",
                ),
                block_of(
                    kind="quote",
                    anchor="para-6",
                    html='<blockquote id="para-6">'
                    "<p>Nos deux pays sont liés par l'histoire et par la géographie.</p></blockquote>",
                    text="Nos deux pays …",
                ),
                block_of(
                    kind="definitions",
                    anchor="para-7",
                    html='<dl id="terms-1"><dt>Commission mixte</dt><dd>Prochaine session à Rabat, fin 2023.</dd></dl>',
                    text="Commission mixte …",
                ),
                block_of(
                    kind="end-mark", anchor="mark-1", html='<p class="end-mark" id="mark-1">* * *</p>', text="* * *"
                ),
                block_of(
                    kind="notes",
                    anchor="notes",
                    html='<ol class="notes" id="notes"><li id="fn-1"><p><span class="mark">1</span> Signé à Rabat le '
                    '12 juin 2019.<a class="footnote-back" href="#fnref-1">↩︎</a></p></li></ol>',
                    text="1 Signé à Rabat le 12 juin 2019.",
                ),
            ),
        ),
    ),
    references=(Reference(target="2019-accord.fr.md", picture=False),),
)

COMMUNIQUE_FR = Edition(
    release="2023-05-04-communique-conjoint",
    language="fr",
    title="Communiqué conjoint à l'issue de la visite officielle du Ministre des Affaires étrangères "
    "du Royaume du Maroc",
    summary="",
    place="Exampole",
    body=_COMMUNIQUE_FR,
)
COMMUNIQUE_AR = Edition(
    release=COMMUNIQUE_FR.release,
    language="ar",
    title="بيان مشترك في ختام الزيارة الرسمية لوزير الشؤون الخارجية للمملكة المغربية",
    summary="",
    place="إكسامبوليس",
    body=Body(
        sections=(
            Section(
                blocks=(
                    paragraph(1, "اجتمع الوزيران في إكسامبوليس يوم 4 مايو 2023."),
                    block_of(
                        kind="list",
                        anchor="para-2",
                        html='<ol class="printed"><li id="para-2"><span class="mark">1.</span> يشيد الطرفان بجودة '
                        "علاقاتهما وبالزخم الجديد الذي أضفته عليها الزيارة في جميع مجالات التعاون القائمة بين البلدين."
                        '</li><li id="para-3"><span class="mark">2.</span> واتفقا على عقد اللجنة المشتركة في الرباط.'
                        "</li></ol>",
                        text="1. يشيد الطرفان …",
                    ),
                )
            ),
        )
    ),
    translation=Translation.OFFICIAL,
)
COMMUNIQUE_PARTICIPANTS = (
    Participant(
        honorific=Words({"fr": "S.E. M.", "ar": "معالي السيد"}),
        name=Words({"fr": "Karim BEN SALAH", "ar": "كريم بن صالح"}),
        role=Words({"fr": "Ministre des Affaires étrangères", "ar": "وزير الشؤون الخارجية"}),
        country="XA",
    ),
    Participant(
        honorific=Words({"fr": "S.E. M.", "ar": "معالي السيد"}),
        name=Words({"fr": "Nasser BOURITA", "ar": "ناصر بوريطة"}),
        role=Words({"fr": "Ministre des Affaires étrangères", "ar": "وزير الشؤون الخارجية"}),
        country="MA",
    ),
    Participant(
        honorific=Words({"fr": "Mme", "ar": "السيدة"}),
        name=Words({"fr": "Leïla HADDAD"}),
        role=Words({"fr": "Ambassadrice", "ar": "السفيرة"}),
        country="MA",
    ),
)

COMMUNIQUE = Release(
    id=COMMUNIQUE_FR.release,
    record=Record(
        issued=Issued(day=date(2023, 5, 4), time=datetime(2023, 5, 4, 18, 30, tzinfo=ZoneInfo("Africa/Tunis"))),
        participants=COMMUNIQUE_PARTICIPANTS,
        kind=Kind.JOINT_STATEMENT,
        number="MAE/2023/117",
        event=Event(start=date(2023, 5, 3), end=date(2023, 5, 4), mode=Mode.IN_PERSON, place=Words({"fr": "Exampole"})),
        organisations=("au",),
        corrections=(
            Correction(date=date(2023, 5, 6), note=Words({"fr": "Le nom du chef de délégation est corrigé."})),
        ),
        issuers=(EXAMPLIA, ELSEWHERE),
        authoritative=("fr", "ar"),
        contacts=("presse",),
        attachments=(
            Attachment(file="accord.pdf", title=Words({"fr": "Accord de coopération", "ar": "اتفاق التعاون"})),
            Attachment(
                file="signature.png",
                title=Words({"fr": "La signature"}),
                alt=Words({"fr": "Deux ministres signent à une table"}),
                caption=Words({"fr": "Les deux ministres à Exampole"}),
                credit=Words({"und": "A. Photographe"}),
            ),
        ),
    ),
    original="fr",
    editions={"fr": COMMUNIQUE_FR, "ar": COMMUNIQUE_AR},
    files=(
        ReleaseFile(name="accord.pdf", size=214_321),
        ReleaseFile(name="signature.png", size=1_400_000),
    ),
)

FRENCH_ONLY = Release(
    id="2023-06-01-declaration",
    record=Record(
        issued=Issued(day=date(2023, 6, 1)),
        kind=Kind.STATEMENT,
        organisations=("au",),
        status=Status.WITHDRAWN,
        withdrawn=Withdrawal(date=date(2023, 6, 3), reason=Words({"fr": "La réunion est reportée."})),
        embargo=datetime(2023, 6, 1, 9, 0, tzinfo=UTC),
        issuers=(EXAMPLIA,),
        authoritative=("fr",),
    ),
    original="fr",
    editions={
        "fr": Edition(
            release="2023-06-01-declaration",
            language="fr",
            title="Déclaration sur la réunion de l'Union africaine",
            summary="",
            place="Exampole",
            body=body_of("Le Ministère prend note de la réunion de l'Union africaine et se félicite de ses résultats."),
        )
    },
)
