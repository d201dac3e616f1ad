"""People whom papers name by initials, by looks alone, or in a spelling of their own (Hindi)."""

import pytest

from dragoman.pipeline import Context, explain_article, load_context
from dragoman.records import Article


@pytest.fixture(scope="module")
def context() -> Context:
    return load_context()


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("विदेश राज्य मंत्री के.एल. रामनाथन ने कहा।", "के.एल. रामनाथन", None),
        ("भाजपा अध्यक्ष जे.पी. नड्डा ने नेपाल का दौरा किया।", "जे.पी. नड्डा", "per:jp-nadda"),
        ("फ्रांस के राष्ट्रपति मैक्रां ने कहा कि बातचीत होगी।", "मैक्रां", "per:emmanuel-macron"),
        ("केन्या के राष्ट्रपति ने किसुमु, एल्डोरेट और नकुरु में रैलियां कीं।", "एल्डोरेट", "geonames:198629"),
        ("इसे स्टैनफोर्ड के कॉर्नवेल विश्वविद्यालय में बनाया गया।", "कॉर्नवेल विश्वविद्यालय", None),
    ],
)
def test_a_name_is_whole(context: Context, text: str, name: str, entity: str | None) -> None:
    article = Article(id="a", text=text, language="hi", published="2025-06-11")
    names = {one.text: one for one in explain_article(article, context).reading.names}
    assert name in names
    assert entity is None or names[name].entity == entity
