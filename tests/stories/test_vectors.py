"""Page vectors: translations lie close, other subjects do not."""

import numpy as np
import pytest

from dragoman.stories.alignment import fit, unit
from dragoman.stories.segment import MARK, Segmenter
from dragoman.stories.vectors import load_vectors

SUMMIT = {
    "en": "The presidents of Russia and North Korea met at a cosmodrome in the Far East and spoke about rockets.",
    "bn": "রাশিয়া ও উত্তর কোরিয়ার প্রেসিডেন্ট দূরপ্রাচ্যের এক মহাকাশ কেন্দ্রে বৈঠক করে রকেট নিয়ে কথা বলেছেন।",
    "hi": "रूस और उत्तर कोरिया के राष्ट्रपतियों ने सुदूर पूर्व के एक अंतरिक्ष केंद्र में मिलकर रॉकेटों पर बात की।",
    "vi": "Tổng thống Nga và lãnh đạo Triều Tiên gặp nhau tại sân bay vũ trụ ở Viễn Đông và bàn về tên lửa.",
    "ru": "Президенты России и Северной Кореи встретились на космодроме на Дальнем Востоке и говорили о ракетах.",
    "ko": "러시아와 북한 정상이 극동의 우주기지에서 만나 로켓에 대해 이야기했다.",
}
HARVEST = {
    "en": "Farmers in the delta lost most of their rice harvest after weeks of rain flooded the fields.",
    "bn": "কয়েক সপ্তাহের বৃষ্টিতে মাঠ ডুবে যাওয়ায় বদ্বীপের কৃষকেরা ধানের বেশির ভাগ ফসল হারিয়েছেন।",
    "hi": "हफ़्तों की बारिश से खेत डूब जाने पर डेल्टा के किसानों ने धान की अधिकांश फ़सल खो दी।",
    "vi": "Nông dân vùng đồng bằng mất phần lớn vụ lúa sau nhiều tuần mưa làm ngập ruộng.",
    "ru": "Крестьяне в дельте потеряли большую часть урожая риса: недели дождей затопили поля.",
    "ko": "몇 주 동안 내린 비로 논이 잠겨 삼각주의 농민들이 쌀 수확 대부분을 잃었다.",
}


def test_the_nearest_in_another_language_is_the_translation() -> None:
    texts = [*SUMMIT.values(), *HARVEST.values()]
    vectors = load_vectors().embed(texts, [*SUMMIT, *HARVEST])
    assert vectors.shape == (12, load_vectors().dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0)
    near = vectors @ vectors.T
    for one in range(1, 6):
        assert near[one, 0] > near[one, 6]
        assert near[6 + one, 6] > near[6 + one, 0]


def test_a_text_has_one_vector_in_whatever_company() -> None:
    vectors = load_vectors()
    together = vectors.embed([SUMMIT["hi"], HARVEST["ru"]], ["hi", "ru"])
    assert np.array_equal(together[:1], vectors.embed([SUMMIT["hi"]], ["hi"]))


def test_a_text_without_words_has_no_direction() -> None:
    vectors = load_vectors()
    assert not vectors.embed(["", " \n"], [None, "en"]).any()
    assert vectors.embed([], []).shape == (0, vectors.dimensions)


def test_a_language_without_a_mean_is_read_all_the_same() -> None:
    assert load_vectors().embed(["Presidente de Rusia"], ["xx"]).any()


def test_words_are_cut_where_their_pieces_are_likeliest() -> None:
    import marisa_trie

    tokens = marisa_trie.Trie([MARK + "to", MARK + "t", "o", "ken", "k", "e", "n", MARK])
    chances = [0.0] * len(tokens)
    for token in tokens:
        chances[tokens[token]] = -2.0
    segmenter = Segmenter(tokens, chances)
    assert [tokens.restore_key(id) for id in segmenter.ids("token ☂n")] == [MARK + "to", "ken", MARK, "n"]


def test_alignment_turns_down_what_differs_between_versions() -> None:
    rng = np.random.default_rng(1)
    topics = rng.normal(size=(40, 1, 8))
    noise = rng.normal(size=(40, 3, 8)) * np.array([6, 6, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])
    versions = (topics + noise + rng.normal(size=(1, 3, 8)) * 9).astype(np.float32)
    languages = ["a", "b", "c"]

    def first(aligned: np.ndarray, other: np.ndarray) -> float:
        return float(((aligned @ other.T).argmax(axis=1) == np.arange(10)).mean())

    alignment = fit(versions[:30], languages)
    a, b = (alignment.apply(versions[30:, i], [languages[i]] * 10) for i in (0, 1))
    means = versions[:30].mean(axis=0)
    plain = [unit(versions[30:, i] - means[i]) for i in (0, 1)]
    assert first(a, b) > first(*plain)
