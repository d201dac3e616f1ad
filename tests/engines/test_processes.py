import pytest

from dragoman.engines import Unread, map_articles
from dragoman.records import Article, Reading

pytestmark = pytest.mark.usefixtures("plain_reader")


def articles(number: int) -> list[Article]:
    return [Article(id=str(n), text="unreadable" if n == 5 else f"RUS helps PRK. {n}") for n in range(number)]


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_order_is_kept_and_a_failure_stays_with_its_article(jobs: int | None) -> None:
    results = list(map_articles(articles(50), jobs))
    assert [article.id for article, _ in results] == [str(n) for n in range(50)]
    failed = [article.id for article, reading in results if isinstance(reading, Unread)]
    assert failed == ["5"]
    assert all(reading.text == article.text for article, reading in results if isinstance(reading, Reading))


def test_one_job_takes_nothing_ahead() -> None:
    taken = []

    def coming() -> object:
        for article in articles(3):
            taken.append(article.id)
            yield article

    results = map_articles(coming(), 1)  # type: ignore[arg-type]
    next(results)
    assert taken == ["0"]
