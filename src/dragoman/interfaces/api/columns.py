"""Columns of the lists that an export does not write as tables."""

from __future__ import annotations

from dragoman.interfaces.export.tables import Column

__all__ = ["ARTICLES", "CONFLICTS", "FORECASTS", "HITS", "STORIES"]

ARTICLES = (
    Column("id", "text", "id of the article", lambda a: a.id),
    Column("title", "text", "its title", lambda a: a.title),
    Column("outlet", "text", "its outlet", lambda a: a.outlet),
    Column("published", "text", "when it was published", lambda a: a.published),
    Column("language", "text", "its language", lambda a: a.language),
    Column("url", "text", "its address", lambda a: a.url),
    Column("reports", "whole", "reports read in it", lambda a: a.reports),
)
CONFLICTS = (
    Column("event", "text", "the event in which accounts disagree", lambda c: c.event),
    Column("article", "text", "the article that contradicts itself", lambda c: c.article),
    Column("kind", "text", "kind of contradiction", lambda c: c.kind),
    Column("detail", "text", "what disagrees", lambda c: c.detail),
    Column("articles", "text", "articles behind it", lambda c: "; ".join(one.article for one in c.evidence)),
)
FORECASTS = (
    Column("event", "text", "the event that was announced", lambda f: f.event),
    Column("said", "text", "day on which it was said", lambda f: f.said),
    Column("by", "text", "who said so", lambda f: "; ".join(f.by)),
    Column("about", "text", "what was announced, in English", lambda f: f.about),
    Column("expects", "text", "whether it was to happen: yes or no", lambda f: f.expects),
    Column("from", "text", "first day of its window", lambda f: f.window[0]),
    Column("to", "text", "last day of its window", lambda f: f.window[1]),
    Column("outcome", "text", "came true, did not, open or void", lambda f: f.outcome),
    Column("why", "text", "by what that was decided", lambda f: f.why),
    Column("decided_by", "text", "the event that decided it", lambda f: f.decided_by),
)
HITS = (
    Column("article", "text", "the article", lambda h: h.article),
    Column("sentence", "whole", "number of the sentence", lambda h: h.sentence),
    Column("start", "whole", "where it begins in the article, code points", lambda h: h.start),
    Column("end", "whole", "where it ends", lambda h: h.end),
    Column("text", "text", "the sentence", lambda h: h.text),
    Column("language", "text", "its language", lambda h: h.language),
    Column("score", "number", "how well it fits, 0 to 1", lambda h: h.score),
    Column("title", "text", "title of the article", lambda h: h.title),
    Column("outlet", "text", "its outlet", lambda h: h.outlet),
    Column("published", "text", "when it was published", lambda h: h.published),
)
STORIES = (
    Column("id", "text", "id of the story", lambda s: s.id),
    Column("title", "text", "what it tells, in English", lambda s: s.title),
    Column("first", "text", "first day of publication", lambda s: s.first),
    Column("last", "text", "last day of publication", lambda s: s.last),
    Column("languages", "text", "languages of its articles", lambda s: "; ".join(s.languages)),
    Column("articles", "text", "its articles", lambda s: "; ".join(s.articles)),
    Column("events", "text", "the events that it tells", lambda s: "; ".join(s.events)),
    Column("actors", "text", "who acts in them", lambda s: "; ".join(s.actors)),
)
