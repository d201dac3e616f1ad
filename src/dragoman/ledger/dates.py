"""The feature `dates`: whether two statements can speak of the same days."""

from __future__ import annotations

from .levels import Feature
from .postponed import AGAINST, puts_off
from .statements import CLAIMED, DONE, Fact, own_word

__all__ = ["AGAINST", "ARRANGED", "EXACT_DAYS", "STAY", "dates", "is_shipment"]

EXACT_DAYS = 10
"""An interval of at most so many days dates an act; a longer one only limits it."""
STAY = 3
"""Days between two days of one visit, told by different stops of it."""
_LONG_DAYS = 92
_FAR_DOWN = 3
"""Number of the sentence from which on an article mostly looks back, long after title and lead."""
_REMEMBERED = 5
"""Days within which somebody's words are told again rather than said anew."""
_SLACK = 3
"""Days by which an act may miss the window announced for it."""
_WAITS = {
    "CONSULT": 120,
    "RETREAT": 120,
    "SUPPORT": 240,
    "SANCTION": 75,
    "AGREE": 120,
    "CONCEDE": 120,
    "AID": 270,
    "COOPERATE": 120,
}
_WAIT_OF_A_VISIT = 540
_WAIT = 45
_WAIT_OF_A_MEASURE = 180
_COURSE_DAYS = 540
_HOSTILE = frozenset(("ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "ACCUSE", "REQUEST", "REJECT", "THREATEN"))

ARRANGED = frozenset(("CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "RETREAT"))
"""What is arranged before it takes place."""
_MEASURES = frozenset(("COERCE", "MOBILIZE"))
"""What a state announces and then does, unlike blows, of which one follows another."""
_ANSWERED = 21
"""Days within which a denial is an answer to what was announced, or looks back at it."""
_SOON_DAYS = 7
_GOING_ON = 21
"""Days after which what was told as going on may have ended and begun anew."""
_REPEATED = frozenset(("ASSAULT", "PROTEST", "MOBILIZE", "COERCE", "RETREAT", "AID"))
"""What comes day after day."""
_WORDS = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN"))
"""What is said again on the next day."""
_FOUGHT = frozenset(("ASSAULT", "PROTEST", "MOBILIZE"))
"""What is new every day where it is news at all."""
_FIRE = frozenset(("aerial", "drone", "heavy-weapons", "firearms"))

_COURSE = Feature("dates", "one course of deliveries", 0.25)
_NEW_COURSE = Feature("dates", "courses far apart", 0, True)
_SHIPMENT = Feature("dates", "a dated shipment and a course", 0, True)
_APART = Feature("dates", "apart", 0, True)
_DAYS = Feature("dates", "same days", 0.3)
_STAY = Feature("dates", "days of one stay", 0.15)
_DAY_APART = Feature("dates", "a day apart", 0.15)
_NEXT_DAY = Feature("dates", "a day apart, each the news of its day", 0.0)
_OVERLAP = Feature("dates", "days overlap", 0.25)
_OLD_NEWS = Feature("dates", "told as news two or three days later", 0.15)
_RETOLD = Feature("dates", "words told again some days later, far down in an article", 0.1)
_LATE_NEWS = Feature("dates", "told as news four days later or more", 0.0)
_FRESH = Feature("dates", "news of the same days", 0.2)
_NEW_NEWS = Feature("dates", "told as news two or three days later, of what comes day after day", 0.0)
_NEXT_NEWS = Feature("dates", "told as news four days later or more, of what comes day after day", -0.1)
_LIMITED = Feature("dates", "within a long span", 0.15)
_VAGUE = Feature("dates", "within a very long span", 0.0)
_BLOW = Feature("dates", "a fight that goes on, and one blow", -0.1)
_STILL = Feature("dates", "told as still going on within three weeks", 0.2)
_BEGIN = Feature("dates", "spans from the same day", 0.25)
_WEEKS = Feature("dates", "told within three weeks", 0.2)
_MONTHS = Feature("dates", "claimed within two months", 0.15)
_STRIKES = Feature("dates", "strikes claimed weeks apart", 0, True)
_TWO_OFF = Feature("dates", "called off more than three weeks apart", 0, True)
_CLAIMS = Feature("dates", "claimed more than two months apart", 0, True)
_UNDATED_PAGE = Feature("dates", "a page without a date", 0.1)
_UNKNOWN = Feature("dates", "unknown", 0.05)
_WINDOW = Feature("dates", "in its window", 0.3)
_PUT_OFF = Feature("dates", "put off, and what was announced", 0.25)
_OTHER_WINDOW = Feature("dates", "another window", 0, True)
_AFTER = Feature("dates", "after an undated announcement", 0.2)
_AFTER_THREAT = Feature("dates", "after an undated forecast of force or protest", 0.05)
_SOON_AFTER = Feature("dates", "within days of an undated forecast of force or protest", 0.15)
_DENIED_FIRST = Feature("dates", "denied in the weeks before it took place", 0.2)
_DENIED_PLAN = Feature("dates", "denied or called off when it was announced", 0.25)
_HEADLINE = Feature("dates", "a title announces what its text tells as done", 0.25)
_OVER = Feature("dates", "announced after it was over", 0, True)
_LATE = Feature("dates", "too long after the announcement", 0, True)


def dates(a: Fact, b: Fact) -> Feature:
    """When: days that overlap. What is announced comes in its window or, undated, as the next such act.

    Accounts of one event may be a day apart; the dissent is kept as a conflict. Days of one visit may lie
    three days apart, since it has stops. Deliveries of arms are one course until a shipment has its own days.
    """
    if a.family == "arms":
        return _arms(a, b)
    announced = a.put_off or b.put_off or (a.ahead and b.ahead)
    if announced and (puts_off(a, b) or puts_off(b, a)):
        return _PUT_OFF
    if a.ahead != b.ahead:
        return _ahead(a, b) if a.ahead else _ahead(b, a)
    first, last = a.when.first, a.when.last
    other_first, other_last = b.when.first, b.when.last
    gap = max(first or 0, other_first or 0) - min(last or 10**7, other_last or 10**7)
    if first is None or last is None or other_first is None or other_last is None:
        return _half_open(a, b, gap)
    if gap > 0:
        if _two_days_of_one_page(a, b):
            return _APART
        if a.status == b.status == "ongoing" and gap <= _GOING_ON and not (a.when.from_text or b.when.from_text):
            return _STILL
        if a.visit and b.visit and gap <= STAY and a.when.from_text and b.when.from_text:
            return _DAY_APART if gap == 1 else _STAY
        if gap > 1 or not (a.when.from_text and b.when.from_text) or max(a.when.days, b.when.days) > EXACT_DAYS:
            return _APART
        return _NEXT_DAY if a.family in _REPEATED | _WORDS and _each_its_day(a, b) else _DAY_APART
    longer, shorter = max(a.when.days, b.when.days), min(a.when.days, b.when.days)
    if longer <= EXACT_DAYS:
        return _DAYS if a.when.from_text and b.when.from_text else _news(a, b)
    if _is_course(a) != _is_course(b) and shorter <= EXACT_DAYS:
        return _BLOW
    if shorter > EXACT_DAYS and abs(first - other_first) <= 1:
        return _BEGIN
    if longer <= _LONG_DAYS:
        return _LIMITED
    return _UNKNOWN if shorter > EXACT_DAYS or not (a.when.from_text and b.when.from_text) else _VAGUE


def _two_days_of_one_page(a: Fact, b: Fact) -> bool:
    """Whether one article gives two acts days of their own, as far as they are no stops of one visit."""
    own = a.statement.article == b.statement.article and a.when.from_text and b.when.from_text
    return own and not (a.visit and b.visit) and max(a.when.days, b.when.days) <= EXACT_DAYS


def _each_its_day(a: Fact, b: Fact) -> bool:
    """Whether the account of the later day was published later too: each is the news of its own day."""
    early, late = sorted((a, b), key=lambda fact: fact.when.first or 0)
    return early.published is not None and late.published is not None and early.published < late.published


def _news(a: Fact, b: Fact) -> Feature:
    """Days of which at least one account gives none: news is mostly of the day before."""
    dated = a if a.when.from_text else b if b.when.from_text else None
    fresh = b if dated is a else a
    if dated is not None:
        lag = (fresh.published or 0) - (dated.when.last or 0)
    else:
        lag = abs((a.published or 0) - (b.published or 0))
    if lag > 1 and a.family in _FOUGHT and not own_word(fresh):
        return _NEXT_NEWS if lag > 3 else _NEW_NEWS
    if lag > 3:
        again = lag <= _REMEMBERED and a.family in _WORDS and _looks_back(a, b)
        return _RETOLD if again else _LATE_NEWS
    if lag > 1:
        return _OLD_NEWS
    return _FRESH if dated is None else _OVERLAP


def _looks_back(a: Fact, b: Fact) -> bool:
    """Whether the younger of two stands far down in its article, where papers tell again what was said before."""
    younger = max(a, b, key=lambda fact: fact.published or 0)
    return younger.statement.report.sentence >= _FAR_DOWN


def _half_open(a: Fact, b: Fact, gap: int) -> Feature:
    if 1 < gap <= _ANSWERED and (_denied_ahead(a, b) or _denied_ahead(b, a)):
        return _DENIED_FIRST
    if gap > 1:
        return _APART
    if a.published is None or b.published is None:
        return _UNDATED_PAGE
    between = abs(a.published - b.published)
    if between <= 21:
        return _BLOW if _is_course(a) != _is_course(b) else _WEEKS
    if a.ahead and between <= max(_wait(a), _wait(b)):
        return _WEEKS if a.visit or b.visit else _UNKNOWN
    if a.status == b.status == "not_occurred" and a.family in ARRANGED:
        return _TWO_OFF
    if a.status in CLAIMED and b.status in CLAIMED:
        if _fighting(a) or _fighting(b):
            return _STRIKES
        if between <= 60:
            return _MONTHS
        if a.family in _HOSTILE and not (a.when.from_text or b.when.from_text):
            return _CLAIMS
    return _UNKNOWN


def _denied_ahead(denial: Fact, deed: Fact) -> bool:
    """Whether something that is arranged was denied before it took place."""
    if (
        denial.status != "denied"
        or denial.when.from_text
        or deed.status not in DONE
        or deed.family not in ARRANGED
    ):
        return False
    return denial.when.last is not None and deed.when.first is not None and denial.when.last < deed.when.first


def _is_course(fact: Fact) -> bool:
    """Whether it tells a fight that goes on since some day, of which a single blow is no account."""
    time = fact.statement.report.time
    return fact.family in _HOSTILE and time is not None and time.latest is None and fact.when.days > EXACT_DAYS


def _fighting(fact: Fact) -> bool:
    """Whether it is an act of war that comes again and again, unlike a murder or a kidnapping."""
    return not _FIRE.isdisjoint(fact.statement.report.mode)


def _arms(a: Fact, b: Fact) -> Feature:
    one, other = is_shipment(a), is_shipment(b)
    if one != other:
        return _SHIPMENT
    if one:
        gap = max(a.when.first or 0, b.when.first or 0) - min(a.when.last or 0, b.when.last or 0)
        return _APART if gap > 1 else _DAYS if gap <= 0 else _DAY_APART
    if a.published is not None and b.published is not None and abs(a.published - b.published) > _COURSE_DAYS:
        return _NEW_COURSE
    return _COURSE


def is_shipment(fact: Fact) -> bool:
    """Return whether the text gives a delivery days of its own."""
    return fact.family == "arms" and fact.when.from_text and fact.when.days <= EXACT_DAYS


def _wait(fact: Fact) -> int:
    """Return the days for which an announcement without a date may wait for its act."""
    if fact.visit:
        return _WAIT_OF_A_VISIT
    if fact.status == "planned" and fact.family in _MEASURES:
        return _WAIT_OF_A_MEASURE
    return _WAITS.get(fact.family, _WAIT)


def _ahead(plan: Fact, deed: Fact) -> Feature:
    """Whether what is announced can be what then happened, or was denied or called off."""
    if _is_headline(plan, deed):
        return _HEADLINE
    if deed.status in AGAINST and not deed.when.from_text:
        return _denied(plan, deed)
    when, done = plan.when, deed.when
    if when.from_text and when.first is not None and when.last is not None:
        if done.first is None or done.last is None:
            if done.last is not None and done.last < when.first - _SLACK:
                return _OTHER_WINDOW
            limited = done.from_text and done.last is not None and done.last <= when.last + _SLACK
            return _WINDOW if limited and not _over(plan, deed) else _UNKNOWN
        gap = max(when.first, done.first) - min(when.last, done.last)
        if done.from_text and _over(plan, deed):
            return _OVER
        if gap > 0 and plan.statement.article == deed.statement.article and done.from_text:
            return _OTHER_WINDOW  # one article that tells both with days of their own tells two acts
        return _WINDOW if gap <= (_SLACK if when.days < 28 else 0) else _OTHER_WINDOW
    if when.from_text and when.first is not None and done.last is not None and done.last < when.first:
        return _OTHER_WINDOW
    if plan.said is None or done.last is None:
        return _UNDATED_PAGE
    wait = done.last - plan.said
    # A deed dated by its publication may have been told a day before the announcement of another outlet.
    if wait < (0 if done.from_text and done.days <= EXACT_DAYS else -1):
        return _OVER
    if wait > _wait(plan):
        return _LATE
    if plan.family in _HOSTILE:
        if plan.status == "planned" and plan.family in _MEASURES:
            return _AFTER
        return _SOON_AFTER if wait <= _SOON_DAYS else _AFTER_THREAT
    return _AFTER


def _is_headline(plan: Fact, deed: Fact) -> bool:
    """Whether a title announces what its text, of the same days, tells as done."""
    if plan.statement.start or plan.statement.article != deed.statement.article or plan.family == "CONSULT":
        return False
    fresh = plan.published is not None and deed.when.last is not None and deed.when.last >= plan.published - 1
    return fresh and not plan.when.from_text


def _over(plan: Fact, deed: Fact) -> bool:
    """Whether a deed was over before something was announced for days that still lay ahead."""
    if plan.said is None or deed.when.last is None or plan.when.last is None or plan.when.last <= plan.said:
        return False
    if plan.when.days > 1 and deed.when.last < min(plan.said, plan.when.first or 0):
        return True
    return deed.when.last < plan.said - (plan.statement.article != deed.statement.article)


def _denied(plan: Fact, word: Fact) -> Feature:
    """Whether a denial or calling-off without days of its own speaks of what is announced."""
    if plan.said is None or word.published is None:
        return _UNDATED_PAGE
    since = word.published - plan.said
    if since < -_ANSWERED:
        return _OVER
    last = plan.when.last if plan.when.from_text else None
    if word.published > last + _ANSWERED if last is not None else since > _wait(plan):
        return _LATE
    return _DENIED_PLAN
