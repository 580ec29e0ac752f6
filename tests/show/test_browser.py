"""The brief in a real browser, opened from disk."""

import json
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from dragoman.model.spans import words
from tests.show.records import small

CONTRAST = Path(__file__).with_name("contrast.js").read_text(encoding="utf-8")
PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": True}


def logged(page: Chrome, kind: str) -> list[dict[str, Any]]:
    """What the browser has logged since the last call."""
    return page.get_log(kind)  # type: ignore[no-any-return, no-untyped-call]  # selenium does not say


@pytest.fixture
def page(browser: Chrome, brief_file: Path) -> Chrome:
    """The brief, freshly opened, with what was logged before taken away."""
    browser.get("about:blank")
    logged(browser, "performance")
    logged(browser, "browser")
    browser.get(brief_file.as_uri())
    return browser


def requests(page: Chrome) -> list[str]:
    messages = [json.loads(entry["message"])["message"] for entry in logged(page, "performance")]
    return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


def test_nothing_is_asked_from_the_network_and_the_console_is_silent(page: Chrome, brief_file: Path) -> None:
    page.execute_script("for (const d of document.querySelectorAll('details')) d.open = true;")
    page.execute_script("window.scrollTo(0, document.body.scrollHeight);")
    assert requests(page) == [brief_file.as_uri()]
    assert logged(page, "browser") == []


def test_a_version_leads_to_its_sentence_and_the_marked_words_are_the_quoted_ones(page: Chrome) -> None:
    record = small()
    texts = {row.id: row.text for row in record.articles}
    statements = {row.id: row for row in record.statements}
    for version in page.find_elements(By.CSS_SELECTOR, ".versions > li[data-row]"):
        row = statements[version.get_attribute("data-row") or ""]
        press(page, version.find_element(By.CSS_SELECTOR, "a[href^='#w-']"))
        target = page.find_element(By.CSS_SELECTOR, ":target")
        assert target.tag_name == "mark"
        assert target.get_property("textContent") == words(texts[row.article], row.content)
        assert in_view(page, target)
        assert target.find_element(By.XPATH, "ancestor::article").get_attribute("data-article") == row.article


def press(page: Chrome, element: WebElement) -> None:
    """A click in the middle of the window, where nothing that sticks to its edges lies above."""
    page.execute_script("arguments[0].scrollIntoView({block: 'center'});", element)
    element.click()


def in_view(page: Chrome, element: WebElement) -> bool:
    box = page.execute_script("const b = arguments[0].getBoundingClientRect(); return [b.top, b.bottom];", element)
    return bool(box[0] >= 0 and box[1] <= page.execute_script("return innerHeight;"))


def test_a_link_into_something_folded_unfolds_it(page: Chrome) -> None:
    page.execute_script("for (const d of document.querySelectorAll('details')) d.open = false;")
    row = page.find_element(By.CSS_SELECTOR, ".group li[id^='s-']")
    assert not row.is_displayed()
    page.execute_script("location.hash = arguments[0];", row.get_attribute("id"))
    WebDriverWait(page, 5).until(lambda _: row.is_displayed())


def test_every_line_of_the_first_page_leads_to_something_that_is_shown(page: Chrome) -> None:
    for link in page.find_elements(By.CSS_SELECTOR, ".glance a.go"):
        press(page, link)
        assert page.find_element(By.CSS_SELECTOR, ":target").is_displayed()


def test_a_hostile_article_is_shown_as_text(page: Chrome) -> None:
    assert page.title.startswith("Brief")
    assert page.execute_script("return document.scripts.length;") == 1
    body = page.find_element(By.TAG_NAME, "body").get_property("textContent")
    assert isinstance(body, str)
    assert '<script>document.title="taken"</script>' in body
    assert "Ilse ␦Barran␦␦␀" in body
    assert not {"\u202e", "\u200b", "\0"} & set(body)
    addresses = page.execute_script("return [...document.links].map((a) => a.protocol);")
    assert set(addresses) == {"file:", "https:"}


def test_a_button_copies_a_statement_with_its_source(page: Chrome) -> None:
    page.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    row = page.find_element(By.XPATH, "//li[.//span[@data-kind='quotation' and contains(., '40 lorries')]]")
    press(page, row.find_element(By.TAG_NAME, "button"))
    told = page.find_element(By.ID, "told")
    WebDriverWait(page, 5).until(lambda _: told.text)
    assert told.text == "Copied"
    copied = page.execute_async_script("navigator.clipboard.readText().then(arguments[0], arguments[0]);").split("\n")
    assert copied[0] == "“We counted 40 lorries a day in April.”"
    assert copied[1] == "Ilse Barran (Harbour Post, 14 May 2031, quoted)"
    assert copied[2].startswith("01-harbour-post.txt, SHA-256 ")
    assert copied[3] == "https://harbour.example/1?a=1&b=2"


def test_where_copying_is_refused_the_words_are_selected(page: Chrome) -> None:
    page.execute_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));")
    press(page, page.find_element(By.CSS_SELECTOR, ".group button"))
    told = page.find_element(By.ID, "told")
    WebDriverWait(page, 5).until(lambda _: told.text)
    assert told.text == "Select the marked text and copy it"
    assert "We counted 40 lorries" in page.execute_script("return String(getSelection());")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read_on_its_ground(page: Chrome, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    try:
        ground = page.execute_script("return getComputedStyle(document.body).backgroundColor;")
        assert (ground == "rgb(22, 24, 26)") == (scheme == "dark")
        page.execute_script("for (const d of document.querySelectorAll('details')) d.open = true;")
        assert page.execute_script(CONTRAST) == []
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_a_phone_of_360_pixels_shows_everything_without_scrolling_sideways(page: Chrome) -> None:
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", PHONE)
    try:
        assert page.execute_script("return innerWidth;") == 360
        assert page.execute_script("return document.documentElement.scrollWidth;") == 360
    finally:
        page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_the_keyboard_alone_reaches_the_words(page: Chrome) -> None:
    def focused() -> WebElement:
        return page.switch_to.active_element

    body = page.find_element(By.TAG_NAME, "body")
    body.send_keys(Keys.TAB)
    assert focused().get_attribute("class") == "skip"
    assert in_view(page, focused())
    focused().send_keys(Keys.ENTER)
    WebDriverWait(page, 5).until(lambda _: focused().get_attribute("id") == "main")
    focused().send_keys(Keys.TAB)
    assert focused().get_attribute("class") == "go"
    assert page.execute_script("return getComputedStyle(document.activeElement).outlineStyle;") == "solid"
    focused().send_keys(Keys.ENTER)
    assert page.find_element(By.CSS_SELECTOR, ":target").is_displayed()
    reached = page.execute_script(
        "return [...document.querySelectorAll('a[href],button,summary')].every(e => e.tabIndex === 0);"
    )
    assert reached


def test_on_paper_everything_is_unfolded_and_no_button_is_printed(page: Chrome) -> None:
    page.execute_script("dispatchEvent(new Event('beforeprint'));")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert all(page.execute_script("return [...document.querySelectorAll('details')].map((d) => d.open);"))
        assert not any(button.is_displayed() for button in page.find_elements(By.TAG_NAME, "button"))
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
