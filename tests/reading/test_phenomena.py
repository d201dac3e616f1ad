"""One phenomenon a sentence: what is reported, with which status, in each language.

Sentences are ours. The day of publication is Thursday, 14 September 2023. A report is written as type, status,
actors > recipients, and the day where it matters; an empty list says that nothing may be reported.
"""

from collections.abc import Callable

import pytest

from dragoman.records import Reading, Report

Read = Callable[..., Reading]


def told(report: Report) -> str:
    sides = " > ".join(
        ",".join(sorted(party.country or party.entity or "?" for party in side)) or "-"
        for side in (report.actors, report.recipients)
    )
    return f"{report.type} {report.status} {sides}"


def told_all(reading: Reading) -> list[str]:
    return sorted(told(report) for report in reading.reports)


ENGLISH = {
    "subject and object": ("Russia attacked Ukraine.", ["ASSAULT occurred RUS > UKR"]),
    "a denial is of what others say": (
        "Iran said it had attacked Iraq. Iran denied the accusation.",
        ["ASSAULT occurred IRN > IRQ", "REJECT occurred IRN > -"],
    ),
    "and of what they claimed before": (
        "Iraq accused Iran of attacking Erbil. Iran denied the accusation.",
        [
            "ACCUSE occurred IRQ > IRN",
            "ASSAULT alleged IRN > IRQ",
            "ASSAULT denied IRN > IRQ",
            "REJECT occurred IRN > -",
        ],
    ),
    "what is always denied is denied": (
        "Niger's president has always denied persecuting his critics.",
        ["COERCE denied NER > -", "REJECT occurred NER > -"],
    ),
    "whom the words of a threat name": (
        "Washington warned that it would impose visa bans on Georgian officials.",
        ["THREATEN occurred USA > GEO"],
    ),
    "passive with agent": ("Ukraine was attacked by Russia.", ["ASSAULT occurred RUS > UKR"]),
    "who bombs his own ground hits his own people": (
        "Myanmar's army bombed a village in Rakhine state.",
        ["ASSAULT occurred MMR > MMR"],
    ),
    "whom an attack at home hits stays open": (
        "Myanmar's army attacked a village in Rakhine state.",
        ["ASSAULT occurred MMR > -"],
    ),
    "whose a village on the border is": (
        "Azerbaijani forces opened fire on an Armenian border village.",
        ["ASSAULT occurred AZE > ARM"],
    ),
    "the city that is left": (
        "Russian forces pulled back from the city of Kherson.",
        ["RETREAT occurred RUS > UKR"],
    ),
    "both sides of a meeting": ("Vladimir Putin met Kim Jong Un.", ["CONSULT occurred PRK,RUS > -"]),
    "negation": ("Vladimir Putin did not meet Kim Jong Un.", ["CONSULT not_occurred PRK,RUS > -"]),
    "future": ("Vladimir Putin will visit China next week.", ["CONSULT planned RUS > CHN"]),
    "possibility": ("Vladimir Putin may visit China next week.", ["CONSULT forecast RUS > CHN"]),
    "what an if supposes is no report": ("If Russia attacks Poland, NATO will respond.", []),
    "what an if makes conditional": (
        "The United States will impose sanctions on Iran if Iran attacks Israel.",
        ["SANCTION conditional USA > IRN"],
    ),
    "allegation": (
        "Ukraine accused Russia of attacking Odesa.",
        ["ACCUSE occurred UKR > RUS", "ASSAULT alleged RUS > UKR"],
    ),
    "noun with owner": ("Xi Jinping's visit to Vietnam ended on Wednesday.", ["CONSULT occurred CHN > VNM"]),
    "office and country": (
        "The French president met the Indian prime minister.",
        ["CONSULT occurred FRA,IND > -"],
    ),
    "capitals speak": ("Beijing condemned Washington.", ["ACCUSE occurred CHN > USA"]),
    "what is demanded is no report": (
        "Turkey called on Israel to stop the strikes.",
        ["REQUEST occurred TUR > ISR"],
    ),
    "a mere statement": ("The minister said that the weather was fine in Paris.", []),
    "background nouns": ("Prices rose amid the war and the sanctions.", []),
    "who must act is asked": (
        "Russia said on Tuesday that Sudan must return the helicopter.",
        ["REQUEST occurred RUS > SDN"],
    ),
    "what a demand says in a that-clause": (
        "Turkey demanded on Friday that Sweden hand over two suspects.",
        ["REQUEST occurred TUR > SWE"],
    ),
    "whom a refusal is about": (
        "Israel is refusing to lift the blockade on Palestinians.",
        ["REJECT occurred ISR > PSE"],
    ),
    "who rejects calls by another": (
        "Hungary rejected calls by Germany for new talks.",
        ["REJECT occurred HUN > DEU"],
    ),
    "a pronoun behind said is who speaks": (
        "In a letter to Russia, Japan said it would recall its ambassador from Russia.",
        ["SANCTION planned JPN > RUS"],
    ),
    "rebels of a people are of no state": ("Kurdish rebels attacked Turkish soldiers.", []),
    "a name in capitals before its noun": (
        "US border patrol agents beat up Mexican migrants.",
        ["ASSAULT occurred USA > MEX"],
    ),
    "a movement with its name": (
        "The Hezbollah movement rejected Israel's offer.",
        ["REJECT occurred LBN > ISR"],
    ),
    "a subject before an aside": (
        "Anita Anand, head of Canada's foreign ministry, condemned Russia.",
        ["ACCUSE occurred CAN > RUS"],
    ),
    "others who are only counted": (
        "France, Spain and six other countries expelled Russian diplomats.",
        ["SANCTION occurred ESP,FRA > RUS"],
    ),
    "an object pronoun is never the subject": (
        "Morocco cut ties with Iran, accusing it of aggression.",
        ["ACCUSE occurred MAR > IRN", "SANCTION occurred MAR > IRN"],
    ),
    "who would bring a threat about": (
        "Venezuela threatened to close its border if Colombia sent more troops.",
        ["THREATEN occurred VEN > COL"],
    ),
    "what must be done to somebody": ("Iran said that Israel must be punished.", []),
    "a demand ends where another acts": (
        "Turkey called on Israel to stop the strikes, and Egypt condemned Israel.",
        ["ACCUSE occurred EGY > ISR", "REQUEST occurred TUR > ISR"],
    ),
    "migrants are not of the place": ("Croatia took in refugees.", []),
    "accidents": ("A train hit a truck near Lyon and killed two people.", []),
    "arrested people of no told country": ("Six people were arrested in Tallinn.", ["COERCE occurred EST > -"]),
    "disapproval that is only planned": ("Norway will condemn Sweden next week.", []),
    "plans for a meeting": (
        "The ministers spoke of plans for a summit between Norway and Sweden.",
        ["CONSULT planned NOR,SWE > -"],
    ),
    "states commit no private crimes": ("Norway raped a woman.", []),
    "governors act for their state in what only authorities do": (
        "Kano's governor imposed a curfew.",
        ["COERCE occurred NGA > -"],
    ),
    "a dateline's state is nobody who acts": (
        "KHARTOUM, Sudan - Rebels of the M23 movement seized an oil tanker.",
        ["COERCE occurred COD > -"],
    ),
    "whom police without a name arrest in a text about one country": (
        "Lawyers marched in Kampala, Uganda. About 40 marchers were arrested.",
        ["COERCE occurred UGA > -", "PROTEST occurred UGA > -"],
    ),
}
BENGALI = {
    "both sides of a meeting": ("ভ্লাদিমির পুতিন কিম জং–উনের সঙ্গে বৈঠক করেছেন।", ["CONSULT occurred PRK,RUS > -"]),
    "negation behind": ("ভ্লাদিমির পুতিন কিম জং–উনের সঙ্গে বৈঠক করেননি।", ["CONSULT not_occurred PRK,RUS > -"]),
    "future": ("আগামী সপ্তাহে চীন সফর করবেন ভ্লাদিমির পুতিন।", ["CONSULT planned RUS > CHN"]),
    "bare goal": ("বুধবার রাশিয়া সফর করেছেন সি চিন পিং।", ["CONSULT occurred CHN > RUS"]),
    "genitive actor": ("রাশিয়ার হামলায় ইউক্রেনে পাঁচজন নিহত হয়েছেন।", ["ASSAULT occurred RUS > UKR"]),
    "dative of whom it is asked": ("তুরস্ক ইসরায়েলকে হামলা বন্ধের আহ্বান জানিয়েছে।", ["REQUEST occurred TUR > ISR"]),
    "against": ("যুক্তরাষ্ট্র রাশিয়ার বিরুদ্ধে নিষেধাজ্ঞা আরোপ করেছে।", ["SANCTION occurred USA > RUS"]),
    "a mere statement": ("প্যারিসের আবহাওয়া ভালো বলে জানিয়েছেন মন্ত্রী।", []),
    "a town where a curfew holds tells whose it is": (
        "কাম্পালায় কারফিউ।",
        ["COERCE occurred UGA > -"],
    ),
    "the place of another clause tells whose authorities act": (
        "উগান্ডায় ভোট শেষ হওয়ার পর ইন্টারনেট বন্ধ করে দেওয়া হয়েছে।",
        ["COERCE occurred UGA > -"],
    ),
}
HINDI = {
    "who heeds a request is asked": (
        "तुर्की के अनुरोध पर नाटो ने बैठक की।",
        ["CONSULT occurred org:nato > -", "REQUEST occurred TUR > org:nato"],
    ),
    "companion": ("व्लादिमीर पुतिन ने किम जोंग उन से मुलाकात की।", ["CONSULT occurred PRK,RUS > -"]),
    "negation": ("व्लादिमीर पुतिन ने किम जोंग उन से मुलाकात नहीं की।", ["CONSULT not_occurred PRK,RUS > -"]),
    "future": ("व्लादिमीर पुतिन अगले सप्ताह चीन का दौरा करेंगे।", ["CONSULT planned RUS > CHN"]),
    "agent and target": ("रूस ने यूक्रेन पर हमला किया।", ["ASSAULT occurred RUS > UKR"]),
    "order of words": ("यूक्रेन पर रूस ने हमला किया।", ["ASSAULT occurred RUS > UKR"]),
    "against": ("अमेरिका ने रूस के खिलाफ प्रतिबंध लगाए।", ["SANCTION occurred USA > RUS"]),
    "of whom it is asked": ("तुर्की ने इसराइल से हमले रोकने की अपील की।", ["REQUEST occurred TUR > ISR"]),
    "a mere statement": ("मंत्री ने कहा कि पेरिस में मौसम अच्छा है।", []),
    "an auxiliary behind a participle leaves it the clause's verb": (
        "बगदाद में कर्फ्यू लगा दिया गया है।",
        ["COERCE occurred IRQ > -"],
    ),
    "a time between two postpositions": (
        "युगांडा में शुक्रवार रात से कर्फ्यू लागू कर दिया गया।",
        ["COERCE occurred UGA > -"],
    ),
}
VIETNAMESE = {
    "order of words": ("Nga tấn công Ukraine.", ["ASSAULT occurred RUS > UKR"]),
    "passive": ("Ukraine bị Nga tấn công.", ["ASSAULT occurred RUS > UKR"]),
    "serial verbs": ("Tổng thống Nga Vladimir Putin đã tới thăm Trung Quốc.", ["CONSULT occurred RUS > CHN"]),
    "future": ("Tổng thống Nga Vladimir Putin sẽ thăm Trung Quốc vào tuần tới.", ["CONSULT planned RUS > CHN"]),
    "negation": ("Tổng thống Nga Vladimir Putin không thăm Trung Quốc.", ["CONSULT not_occurred RUS > CHN"]),
    "both sides of a meeting": ("Ông Vladimir Putin đã gặp ông Kim Jong Un.", ["CONSULT occurred PRK,RUS > -"]),
    "against": ("Mỹ áp đặt lệnh trừng phạt đối với Nga.", ["SANCTION occurred USA > RUS"]),
    "of whom it is asked": ("Thổ Nhĩ Kỳ kêu gọi Israel ngừng tấn công.", ["REQUEST occurred TUR > ISR"]),
    "a mere statement": ("Bộ trưởng cho biết thời tiết ở Paris rất đẹp.", []),
}
RUSSIAN = {
    "words set apart by marks": ("Россия назвала удар «варварской акцией».", ["ACCUSE occurred RUS > -"]),
}
KOREAN = {
    "who is asked stands before what is asked": (
        "미국은 중국에 러시아를 설득해 달라고 당부했다.",
        ["REQUEST occurred USA > CHN"],
    ),
    "the subject of quoted words is accused": (
        '케냐 외교부는 러시아가 "등에 칼을 꽂았다"고 성토했다.',
        ["ACCUSE occurred KEN > RUS"],
    ),
    "the topic of what is said is not who says it": (
        "케냐 외교부는 과도한 무력은 쓰지 않았다고 부인했다.",
        ["REJECT occurred KEN > -"],
    ),
}
CASES = [
    pytest.param(code, text, expected, id=f"{code}: {name}")
    for code, cases in (
        ("en", ENGLISH),
        ("bn", BENGALI),
        ("hi", HINDI),
        ("vi", VIETNAMESE),
        ("ru", RUSSIAN),
        ("ko", KOREAN),
    )
    for name, (text, expected) in cases.items()
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_a_sentence_and_what_it_tells(read: Read, code: str, text: str, expected: list[str]) -> None:
    assert told_all(read(text, code)) == expected


@pytest.mark.parametrize("code", ["en", "bn", "hi", "vi"])
def test_the_language_shows_by_itself(read: Read, code: str) -> None:
    texts = {
        "en": "The two presidents met on Wednesday and it was said that they had agreed on all of it.",
        "bn": "বুধবার দুই প্রেসিডেন্টের মধ্যে বৈঠক হয়েছে এবং তাঁরা একমত হয়েছেন বলে জানা গেছে।",
        "hi": "बुधवार को दोनों राष्ट्रपतियों की बैठक हुई और कहा गया कि वे इस बात पर सहमत हैं।",
        "vi": "Hai tổng thống đã gặp nhau hôm thứ Tư và cho biết họ đã đồng ý với nhau về mọi việc.",
    }
    assert read(texts[code]).language == code


def test_a_meeting_is_dated_by_the_weekday_before(read: Read) -> None:
    for text, code in (
        ("Vladimir Putin met Kim Jong Un in Vladivostok on Wednesday.", "en"),
        ("বুধবার মস্কোতে কিম জং–উনের সঙ্গে বৈঠক করেছেন ভ্লাদিমির পুতিন।", "bn"),
        ("व्लादिमीर पुतिन ने बुधवार को व्लादिवोस्तोक में किम जोंग उन से मुलाकात की।", "hi"),
        ("Ông Vladimir Putin đã gặp ông Kim Jong Un tại Vladivostok hôm thứ Tư.", "vi"),
    ):
        (report,) = read(text, code).reports
        assert report.time and report.time.earliest == report.time.latest == "2023-09-13", text
        assert report.place and report.place.country == "RUS", text


@pytest.mark.parametrize("quotes", ["“{}”", '"{}"'])
def test_quoted_words_have_a_speaker(read: Read, quotes: str) -> None:
    text = quotes.format("We condemn the attack on Kyiv,") + " Emmanuel Macron said on Wednesday."
    reading = read(text, "en")
    (quotation,) = reading.quotations
    assert quotation.speaker is not None and reading.names[quotation.speaker].name == "Emmanuel Macron"


def test_a_claim_at_two_removes_keeps_both_sources(read: Read) -> None:
    text = "Vladimir Putin met Kim Jong Un on Wednesday, Reuters reported, citing KCNA."
    (report,) = read(text, "en").reports
    assert [link.entity for link in report.attribution] == ["org:reuters", "org:kcna"]


def test_the_day_of_saying_dates_nothing_that_is_said(read: Read) -> None:
    text = "Antony Blinken said on Wednesday that Russia had attacked Odesa."
    assert all(report.time is None for report in read(text, "en").reports if report.type == "ASSAULT")


def test_a_pronoun_looks_back_and_says_so(read: Read) -> None:
    text = "Emmanuel Macron arrived in Hanoi on Monday. He met Vietnamese President Vo Van Thuong."
    reading = read(text, "en")
    (report,) = [report for report in reading.reports if report.sentence == 1]
    assert {party.country for party in report.actors} == {"FRA", "VNM"}
    assert any("he" in party.how.lower() or "pronoun" in party.how for party in report.actors)


def test_without_a_publication_date_weekdays_stay_open(read: Read) -> None:
    (report,) = read("Vladimir Putin met Kim Jong Un on Wednesday.", "en", None).reports
    assert report.time is None or report.time.earliest is None


def test_clutter_is_dropped_and_never_read(read: Read) -> None:
    reading = read("Vladimir Putin met Kim Jong Un.\n\nRead also: Russia attacked Ukraine\n", "en")
    assert told_all(reading) == ["CONSULT occurred PRK,RUS > -"] and reading.dropped
