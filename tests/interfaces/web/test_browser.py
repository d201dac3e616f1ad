"""The pages in a browser: wide and narrow, light and dark, without script, by keyboard, and by axe's rules."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from dragoman.store import Archive

from .conftest import BAD, TOKEN

sys.path.insert(0, str(Path(__file__).parents[3] / "tools"))
browsing = pytest.importorskip("browsing")
pytest.importorskip("playwright", reason="pages are looked at with playwright, which is not installed")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(browsing.chromium() is None, reason=browsing.NONE)]

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}}
PHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 780}, "has_touch": True}
BOTH = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
Open = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    with browsing.browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def address(samples_path: Path) -> Iterator[str]:
    with browsing.served(samples_path, TOKEN) as address:
        yield address


@pytest.fixture(scope="session")
def pages(samples_path: Path) -> dict[str, str]:
    return dict(browsing.pages(samples_path))


@pytest.fixture
def open_page(chromium: Any, address: str) -> Iterator[Open]:
    """Opens an empty page of some size; at the end, nothing of it may have complained or asked elsewhere."""
    contexts, faults = [], []

    def open_(**options: Any) -> Any:
        context = chromium.new_context(base_url=address, locale="en-GB", reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.on("console", lambda told: faults.append(told.text) if told.type == "error" else None)
        page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(address) else None)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert [fault for fault in faults if "status of 404" not in fault] == []


@pytest.mark.parametrize(
    "look", [{**DESKTOP, "color_scheme": "light"}, {**PHONE, "color_scheme": "dark"}], ids=["light", "dark-phone"]
)
def test_every_page_is_accessible_and_as_wide_as_its_window(
    open_page: Open, pages: dict[str, str], look: dict[str, Any]
) -> None:
    page = open_page(**look)
    found = []
    for name, url in pages.items():
        page.goto(url)
        figures = page.locator("figure[data-drawn][data-chart='map'], figure[data-drawn][data-chart='network']")
        for figure in figures.all():
            figure.locator("svg").wait_for()
        wide, window = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        found += [f"{name}: {wide} wide in a window of {window}"] if wide > window else []
        page.evaluate(AXE)
        result = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)
        found += [
            f"{name}: {one['id']} ({one['impact']}): {one['nodes'][0]['html'][:200]}"
            for one in result["violations"]
            if one["impact"] in ("moderate", "serious", "critical")
        ]
    assert not found, "\n".join(found)


@BOTH
def test_from_today_to_a_sentence_and_back(open_page: Open, size: dict[str, Any]) -> None:
    page = open_page(**size)
    page.goto("/")
    first = page.locator("article.line .gloss a").first
    what = first.inner_text()
    first.click()
    assert page.locator("h1").inner_text() == what
    assert page.locator(".passage blockquote mark.m-act").first.is_visible()
    page.locator(".source .outlet a").first.click()
    assert page.locator(".text .sentence").first.is_visible()
    page.locator(".reports li a[href^='#s']").first.click()
    assert page.locator(".sentence:target").is_visible()
    page.locator(".reports a.gloss").first.click()
    assert page.locator(".passage:target").is_visible()
    for _ in range(4):
        page.go_back()
    page.wait_for_url(lambda url: url.endswith("/"))
    assert page.locator("article.line .gloss a").first.inner_text() == what


@BOTH
def test_filters_change_the_list_and_the_address_alone(open_page: Open, size: dict[str, Any]) -> None:
    page = open_page(**size)
    page.goto("/events")
    page.evaluate("window.same = true")
    page.select_option("select[name=type]", "SANCTION")
    page.wait_for_url("**/events?type=SANCTION")
    page.locator("#list figure svg").wait_for()
    kinds = {kind.inner_text() for kind in page.locator("#list .line .kind").all()}
    assert len(kinds) == 1
    page.locator(".views a", has_text="Table").click()
    page.wait_for_url("**view=table")
    assert page.locator("table.events tbody tr").count()
    page.fill("input[name=actor]", "Nobody at all")
    page.press("input[name=actor]", "Enter")
    page.locator("#list .nothing").wait_for()
    page.go_back()
    page.locator("table.events").wait_for()
    assert page.locator("select[name=type]").input_value() == "SANCTION"


def test_a_list_goes_on_where_it_ended(open_page: Open) -> None:
    page = open_page(**DESKTOP)
    page.goto("/events?view=table")
    page.evaluate("window.same = true")
    first = page.locator("table.events a[href^='/events/']").first.get_attribute("href")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**cursor=**")
    page.locator(f"table.events a[href='{first}']").wait_for(state="detached")
    assert page.evaluate("window.same") is True


def test_pages_work_without_script(open_page: Open) -> None:
    page = open_page(**DESKTOP, java_script_enabled=False)
    page.goto("/events")
    page.select_option("select[name=type]", "SANCTION")
    page.locator(".filters button").click()
    assert page.url.endswith("/events?type=SANCTION")
    assert page.locator("#list .line").count()
    page.locator(".line .gloss a").first.click()
    assert page.locator("ol.history li").first.is_visible()
    page.locator("header .cite summary").click()
    assert page.locator("header .cite .words").is_visible()
    assert not page.locator("button.copy:visible").count()


@BOTH
def test_search_in_bengali(open_page: Open, size: dict[str, Any]) -> None:
    page = open_page(**size)
    page.goto("/")
    page.fill("#find", browsing.SEARCHED)
    page.press("#find", "Enter")
    page.wait_for_url("**/search?q=**")
    hit = page.locator(".hits mark.m-hit").first
    assert browsing.SEARCHED in hit.inner_text()
    hit.click()
    assert page.locator(".sentence:target").is_visible()


@BOTH
def test_language_and_theme_are_kept(open_page: Open, size: dict[str, Any]) -> None:
    page = open_page(**size, color_scheme="light")
    page.goto("/events?type=AID")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    light = page.evaluate(paper)
    page.locator("details.menu summary").click()
    page.locator("details.menu a[lang=bn]").click()
    assert page.locator("html").get_attribute("lang") == "bn"
    assert page.locator("select[name=type]").input_value() == "AID"
    page.locator("details.menu summary").click()
    page.locator("details.menu a[href*='theme=dark']").click()
    page.goto("/about")
    assert page.locator("html").get_attribute("lang") == "bn"
    assert page.evaluate(paper) != light


def test_a_menu_closes_by_key_and_a_figure_is_reached_by_it(open_page: Open, pages: dict[str, str]) -> None:
    page = open_page(**DESKTOP)
    page.goto(pages["today-year"])
    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    assert skip.evaluate("it => it === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    menu = page.locator("details.menu")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    assert menu.locator("a").first.is_visible()
    page.keyboard.press("Escape")
    assert not menu.locator("a").first.is_visible()
    spot = page.locator("figure[data-chart=map] svg a").first
    spot.focus()
    assert spot.get_attribute("aria-label")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events**")


def test_a_citation_is_copied(open_page: Open, pages: dict[str, str], address: str) -> None:
    page = open_page(**DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    page.goto(pages["event"])
    page.locator("header .cite summary").click()
    page.locator("header .cite button.copy").click()
    page.locator("button.copy", has_text="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert page.locator("h1").inner_text() in copied
    assert address + pages["event"] in copied


@pytest.mark.parametrize("name", ["today-year", "events", "event", "actor", "relations", "relation"])
def test_figures_are_drawn(open_page: Open, pages: dict[str, str], name: str) -> None:
    page = open_page(**DESKTOP)
    page.goto(pages[name])
    figures = page.locator("figure.chart")
    for figure in figures.all():
        figure.locator("svg").wait_for()
        assert figure.locator("svg :is(rect, circle, path, line)").count() > 1
    assert figures.count()


def test_layers_of_an_article_are_shown_and_hidden(open_page: Open, pages: dict[str, str]) -> None:
    page = open_page(**DESKTOP)
    page.goto(pages["article"])
    name = page.locator(".text mark.m-names:not(.m-reports)").first
    shade = "it => getComputedStyle(it).backgroundColor"
    shown = name.evaluate(shade)
    page.uncheck("#layer-names")
    assert name.evaluate(shade) != shown


@BOTH
def test_a_merge_is_made_and_undone(
    chromium: Any, samples_path: Path, tmp_path: Path, open_page: Open, size: dict[str, Any]
) -> None:
    own = tmp_path / "own.db"
    shutil.copy(samples_path, own)
    with Archive(own) as archive:
        one, other = [event.id for event in archive.events(type="SANCTION")][:2]
    with browsing.served(own, TOKEN) as elsewhere:
        page = chromium.new_context(base_url=elsewhere, **size).new_page()
        page.goto(f"/events/{one}")
        page.locator("details.judge summary", has_text="Join").last.click()
        form = page.locator("form", has=page.locator("input[name=b]"))
        form.locator("input[name=b]").fill(other)
        form.locator("input[name=token]").fill(TOKEN)
        form.locator("button").click()
        page.wait_for_url("**done=kept")
        page.locator(".notice[role=status]").wait_for()
        undo = page.locator(".judgements form")
        undo.locator("input[name=token]").fill(TOKEN)
        undo.locator("button").click()
        page.wait_for_url("**done=undone")
        assert not page.locator(".judgements").count()
        page.goto(f"/events/{other}")
        assert page.url.endswith(other)
        page.context.close()
    with Archive(own) as archive:
        assert archive.judgements() == []


@BOTH
def test_nothing_of_a_hostile_article_runs(open_page: Open, size: dict[str, Any]) -> None:
    page = open_page(**size)
    for url in ("/articles/hostile", f"/search?q={quote('script')}", "/articles", "/search?q=Ukraine"):
        page.goto(url)
        assert page.title() != "run"
        assert not page.locator("main script").count()
    page.goto("/articles/hostile")
    assert page.locator("h1").inner_text() == BAD
