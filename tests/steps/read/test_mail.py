"""E-mail: one text of it, decoded, with what its head says; what is attached and what cannot be read."""

from __future__ import annotations

from datetime import date
from email.message import EmailMessage

import pytest

from registry.errors import Unreadable
from registry.model.document import Source
from registry.steps.extract import extract
from registry.steps.read import read

WORDS = (
    "Dear all,\n\nThe Varn Dairy – as you may know – bought milk of 48 farms last year, six fewer than in 2023; "
    "its new hall in Lund is 62 metres long.\n\nKind regards\nIda Roos\n"
)
PAGE = "<html><body><p>The Varn Dairy – as you may know – bought milk of <b>48 farms</b>.</p></body></html>"


def letter(*, text: str = WORDS, page: str = "", coded: str = "quoted-printable", **head: str) -> EmailMessage:
    """An e-mail as a program saves it."""
    made = EmailMessage()
    told = {"From": "Ida Roos <ida@varn.example>", "To": "news@post.example", "Date": "Fri, 14 Mar 2025 09:12:00 +0100"}
    for name, said in (told | {"Subject": "Re: Varn Dairy – the figures"} | head).items():
        if said:
            made[name] = said
    if text:
        made.set_content(text, cte=coded)
    if page:
        made.add_alternative(page, subtype="html", cte="base64")
    return made


@pytest.mark.parametrize("coded", ["quoted-printable", "base64", "8bit"])
def test_an_email_is_its_text_decoded_with_subject_sender_and_day(coded):
    reading = read(bytes(letter(page=PAGE, coded=coded)), name="varn.eml", media_type="application/octet-stream")
    assert reading.media_type == "message/rfc822"
    assert reading.text.strip() == WORDS.strip()
    assert (reading.title, reading.authors, reading.published) == (
        "Varn Dairy – the figures",
        ("Ida Roos",),
        date(2025, 3, 14),
    )
    found = {claim.span.exact for claim in extract(reading, Source("mail", reading.title))}
    assert {"48", "62 metres"} <= found
    assert not {"2025", "8", "80", "93"} & found


def test_an_email_without_plain_text_is_read_as_its_page():
    made = EmailMessage()
    made["Subject"] = "Figures"
    made.set_content(PAGE, subtype="html", charset="windows-1252", cte="quoted-printable")
    reading = read(bytes(made), media_type="message/rfc822")
    assert "Dairy – as you may know – bought milk of 48 farms." in reading.text
    assert "<b>" not in reading.text


def test_what_is_attached_is_left_aside_and_told():
    made = letter()
    made.add_attachment("The old hall had 9 doors.", filename="old.txt")
    reading = read(bytes(made), name="varn.eml")
    assert "9 doors" not in reading.text
    assert "not read: 1 attached" in reading.notes


def test_an_email_of_attachments_alone_says_what_to_give():
    made = letter(text="")
    made.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="a.pdf")
    with pytest.raises(Unreadable, match="give what is attached"):
        read(bytes(made), name="varn.eml")


@pytest.mark.parametrize(
    "head", ["Date: never\n", "From: <>\nDate: 99 Foo 20250 99:99\n", "Subject: =?utf-8?b?%%%?=\n", "Subject: \x01\n"]
)
def test_a_head_that_cannot_be_read_costs_only_what_it_would_have_said(head):
    reading = read(f"{head}MIME-Version: 1.0\n\nThe mill has 12 looms.\n".encode(), name="a.eml")
    assert reading.text.strip() == "The mill has 12 looms."
    assert reading.published is None


def test_an_unknown_charset_is_read_as_far_as_it_can_be():
    data = b'Subject: Mill\nContent-Type: text/plain; charset="klingon"\n\nThe mill has 12 looms.\n'
    assert "12 looms" in read(data, name="a.eml").text


def test_emails_in_emails_without_end_are_refused():
    part = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000))
    with pytest.raises(Unreadable):
        read(part.encode(), name="a.eml")


ANSWER = (
    "No, the hall has 62 windows.\n\nOn Thu, 13 March 2025 at 10:12, Bo Lund <bo@post.example>\nwrote:\n\n"
    "> I heard that the hall has 58 windows.\n>\n>> It has 12 doors, has it not?\n\nIt has 14 doors.\n"
)


def said(made: EmailMessage) -> set[str]:
    """The figures of an e-mail that are claims."""
    return {claim.span.exact for claim in extract(read(bytes(made), name="varn.eml"), Source("mail", "Varn"))}


def test_what_a_letter_answers_is_not_what_its_sender_says():
    assert said(letter(text=ANSWER)) == {"62", "14"}


def test_what_a_page_of_a_letter_answers_is_not_what_its_sender_says():
    for who in ("On 13 March 2025 Bo Lund wrote:", "Am 13. März 2025 schrieb Bo Lund:"):
        page = f"<p>The hall has 62 windows.</p><p>{who}</p><blockquote>The hall has 58 windows.</blockquote>"
        assert said(letter(text="", page=page)) == {"62"}


def test_a_statement_that_a_letter_quotes_is_kept():
    page = "<p>The mayor said in a statement:</p><blockquote>The hall has 58 windows.</blockquote>"
    assert said(letter(text="", page=page)) == {"58"}


@pytest.mark.parametrize(
    ("subject", "text"), [("Fwd: Varn Dairy", ANSWER), ("Re: Varn Dairy", "> The hall has 58 windows.\n")]
)
def test_what_is_passed_on_or_stands_alone_is_read(subject, text):
    assert "58" in said(letter(text=text, Subject=subject))
