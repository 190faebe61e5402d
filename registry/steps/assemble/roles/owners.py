"""Whose an office is: the body that is named, what a noun stands for, or the body that the document is about.

A newcomer's mistake: the topic for every office. "The union's president" is not the airline's.
"""

from __future__ import annotations

from registry.steps.assemble.roles.titles import Office
from registry.steps.resolve import Story, looks_personal
from registry.steps.resolve.names import clean_name, singular
from registry.steps.resolve.words import words


def label(office: Office, person: str, story: Story, signed: str) -> str:
    """An office with whose it is and where."""
    told = office.told
    whose = belongs(office.owner, story) if office.owner else None
    body = belongs(office.at or signed, story)
    what = belongs(office.of, story) if office.of else whose or body
    if what is None and office.is_open and office.det in ("", "the"):
        what = lent(told, story)
    if what is None or what == person or what.lower() in told.lower():
        return " ".join(told.split())
    if office.joint == "to":
        return f"{told} of {whose} to {what}" if whose else f"{told} to {what}"
    parts = [told, f"of {what}", *(f"of {one}" for one in (whose, body) if one and one != what and not one.islower())]
    if office.place and office.place not in what:
        parts.append(f"in {clean_name(office.place)}")
    return " ".join(" ".join(parts).split())


def belongs(owner: str, story: Story) -> str | None:
    """Whose an office is: the organisation that is named, or what a noun of its own stands for."""
    plain = clean_name(owner)
    if not plain:
        return None
    if not plain.islower():
        return story.expand(plain)
    noun = plain.split()[-1]
    if " " in plain:
        return plain
    meant = story.meant(noun)
    if meant is not None and not looks_personal(meant) and is_called(noun, meant, story):
        return story.expand(meant)
    return None if noun in words()["nouns.generic"] else plain


def is_called(noun: str, name: str, story: Story) -> bool:
    """Whether a body can be meant by a noun: it has the word in its name, publishes the text, or the text says so."""
    known = singular(noun)
    published = name == story.author and known in words()["nouns.bodies"] | words()["nouns.generic"]
    return known in name.lower().split() or published or story.sorts.get(known) is not None


def lent(office: str, story: Story) -> str | None:
    """The body that a document is about, where an office of a body names none."""
    topic = story.topic
    named = (
        any(word[:1].isupper() for word in office.split()[:-1]) or office.split()[-1] not in words()["nouns.corporate"]
    )
    if topic is None or named or story.event or topic == story.home or not is_body(topic, story):
        return None
    return topic


def is_body(name: str, story: Story) -> bool:
    """Whether a name is that of an organisation: a word of it says so, or it publishes the text."""
    sorts = {singular(word) for word in name.lower().split()}
    if name in story.placed or story.is_person(name):
        return False
    return bool(sorts & words()["nouns.bodies"]) or name == story.author
