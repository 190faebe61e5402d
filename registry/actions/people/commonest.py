"""Passwords of ten characters or more that everybody tries first; shorter ones are refused for being short."""

from __future__ import annotations

STEMS = (
    "password", "passw0rd", "p@ssword", "p@ssw0rd", "qwerty", "qwertyuiop", "iloveyou", "letmein", "welcome", "admin",
    "administrator", "changeme", "football", "baseball", "superman", "sunshine", "princess", "trustno1", "dragon",
    "master", "monkey", "secret", "abc", "test", "user", "login", "starwars", "whatever", "claims", "registry",
    "claimregistry", "reviewer", "passwort", "motdepasse", "contraseña", "azerty", "qwertz", "liverpool", "manchester",
    "computer", "internet", "asdfghjkl", "zxcvbnm", "1q2w3e4r", "1qaz2wsx", "q1w2e3r4",
)  # fmt: skip
FEW = ("", "1", "12", "123", "1234", "12345", "123456", "1234567", "123456789", "1234567890", "!", "1!", "123!", "01")
TAILS = FEW + tuple(f"{year}{mark}" for year in range(2015, 2031) for mark in ("", "!"))
WHOLE = (
    "qwertyuiop", "qwertyuiop[]", "qwertzuiop", "azertyuiop", "asdfghjkl;", "1q2w3e4r5t", "1q2w3e4r5t6y",
    "q1w2e3r4t5y6", "1qaz2wsx3edc", "zaq12wsxcde3", "qazwsxedcrfv", "abcdefghij", "abcdefghijk", "abcdefghijkl",
    "a1b2c3d4e5", "abcd123456", "abc1234567", "iloveyou12", "iloveyouso", "letmeinnow", "letmein123", "opensesame",
    "correcthorsebatterystaple", "correct horse battery staple", "thequickbrownfox", "the quick brown fox",
    "1234512345", "1231231231", "123123123123", "1122334455", "112233445566", "0123456789", "123456789a",
    "3141592653", "31415926535", "0987654321", "1029384756", "147258369a", "147258369147", "789456123a",
    "basketball", "chocolate1", "chelsea123", "arsenal123", "barcelona1", "realmadrid", "superman123", "spiderman1",
    "jennifer123", "michael123", "jordan2323", "ashley1234", "charlie123", "pokemon123", "minecraft1", "playstation",
)  # fmt: skip
COMMONEST = frozenset(WHOLE) | {
    word for stem in STEMS for tail in TAILS for word in (stem + tail, stem + stem + tail) if len(word) >= 10
}
