from __future__ import annotations

import pytest

from tests.web.conftest import NEW, OLD, fill

pytestmark = pytest.mark.browser
QUOTES = "[...document.querySelectorAll('.witness .quote')].map(quote => quote.innerText)"
# No paragraph is told before `answer()`, which gives all that were asked for and says how many.
HELD = """
() => {
  const real = window.fetch;
  const asked = [];
  window.fetch = (address, options) => String(address).endsWith("/paragraph")
    ? new Promise(done => asked.push(
        () => real(address).then(answer => { done(answer.clone()); return answer.text(); })))
    : real(address, options);
  window.answer = async () => {
    await Promise.all(asked.map(one => one()));
    await new Promise(done => setTimeout(done, 100));
    return asked.length;
  };
}
"""


@pytest.fixture
def desk(page, database):
    """A tab at the one open conflict."""
    fill(database, OLD, NEW)
    page.goto("/queue")
    with page.expect_response("**/lease"):
        page.click(".rows .title")
    page.wait_for_load_state()  # before all scripts have come a key is lost
    return page


def test_the_whole_paragraphs_open_and_close_in_place(desk):
    short = desk.evaluate(QUOTES)
    desk.keyboard.press("o")
    desk.wait_for_selector(f".quote[data-short] >> nth={len(short) - 1}")
    long = desk.evaluate(QUOTES)
    assert long != short
    assert all(words in paragraph for words, paragraph in zip(short, long, strict=True))
    desk.keyboard.press("o")
    assert desk.evaluate(QUOTES) == short


def test_a_second_press_before_the_answer_leaves_the_sentences(desk):
    short = desk.evaluate(QUOTES)
    desk.evaluate(HELD)
    desk.keyboard.press("o")
    desk.keyboard.press("o")
    assert desk.evaluate("answer()") == len(short)
    assert desk.evaluate(QUOTES) == short


def test_a_third_press_opens_them_and_they_still_close(desk):
    short = desk.evaluate(QUOTES)
    desk.evaluate(HELD)
    for _ in range(3):
        desk.keyboard.press("o")
    assert desk.evaluate("answer()") == 2 * len(short)
    desk.wait_for_selector(f".quote[data-short] >> nth={len(short) - 1}")
    assert desk.evaluate(QUOTES) != short
    desk.keyboard.press("o")
    assert desk.evaluate(QUOTES) == short
