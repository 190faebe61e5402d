"""Fetching from a server that means harm. It stands at 127.0.0.2, which counts as public here; what it must not reach
listens at 127.0.0.1 and at ::1, and would tell that somebody had asked."""

from __future__ import annotations

import gzip
import ipaddress
import itertools
import socket
import threading
import zlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from registry.errors import FetchFailed, FetchForbidden, TooLarge
from registry.fetch import Limits, fetch
from registry.fetch.addresses import is_public
from registry.fetch.body import decoded

HOSTILE = ipaddress.ip_address("127.0.0.2")
LINES = b"HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n"
PACKED = LINES + b"content-encoding: gzip\r\ntransfer-encoding: chunked\r\n\r\n"
HEAD = zlib.compressobj(wbits=31).flush(zlib.Z_FULL_FLUSH)
NOTHING = b"\0\0\0\xff\xff" * 2000
INSIDE = [
    "127.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
    "[64:ff9b::7f00:1]", "[::1%25lo]", "[::]", "0.0.0.0", "0", "127.1", "2130706433", "017700000001", "0177.0.0.1",
    "0x7f.1", "0x7f000001",
    "localhost", "LOCALHOST.", "127.0.0.1.", "%31%32%37.0.0.1",
]  # fmt: skip


@contextmanager
def serving(address, answer):
    """A server whose every answer is written by `answer(handler)`; gives its port and what it was asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            try:
                answer(self)
            except OSError:
                return

        def log_message(self, *words):
            return

    class Server(ThreadingHTTPServer):
        address_family = socket.AF_INET6 if ":" in address else socket.AF_INET
        daemon_threads = True
        block_on_close = False

    served = Server((address, 0), Handler)
    threading.Thread(target=served.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield served.server_port, asked
    finally:
        served.shutdown()
        served.server_close()


def attacked(answer, *, ports=(), host=str(HOSTILE), **limits):
    """What fetching makes of a hostile answer."""
    with serving(str(HOSTILE), answer) as (port, _):
        allowed = Limits(ports=frozenset({port, *ports}), **{"seconds": 10, "max_bytes": 1_000_000, **limits})
        return fetch(f"http://{host}:{port}/", limits=allowed, allow=lambda one: one == HOSTILE or is_public(one))


def writing(*pieces):
    """A server that writes so and hangs up."""

    def answer(handler):
        for piece in pieces:
            handler.wfile.write(piece)

    return answer


def endless(head, piece):
    """A server that does not stop."""

    def answer(handler):
        handler.wfile.write(head)
        for each in itertools.repeat(piece):
            handler.wfile.write(each)

    return answer


def moved(target, status=302):
    """A server that sends one elsewhere."""
    return writing(f"HTTP/1.1 {status} Moved\r\nlocation: {target}\r\ncontent-length: 0\r\n\r\n".encode())


def chunk(data):
    return b"%x\r\n%b\r\n" % (len(data), data)


@pytest.mark.parametrize("host", INSIDE)
@pytest.mark.parametrize("inside", ["127.0.0.1", "::1"])
def test_no_spelling_of_an_address_in_a_redirect_leads_inside(host, inside):
    with serving(inside, writing(LINES, b"\r\nsecret")) as (port, asked):
        with pytest.raises((FetchForbidden, FetchFailed)):
            attacked(moved(f"http://{host}:{port}/"), ports=[port])
        assert asked == []


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "gopher://127.0.0.1/",
        "http://x@127.0.0.1/",
        "http://127.0.0.2\\@127.0.0.1/",
        "http://127.0.0.2:22/",
        "//127.0.0.1/",
    ],
)
def test_a_redirect_to_what_is_no_public_web_address_is_forbidden(target):
    with pytest.raises(FetchForbidden):
        attacked(moved(target))


@pytest.mark.parametrize("host", ["127。0。0。1", "１２７.０.０.１", "①②⑦.⓪.⓪.①", "ⓛocalhost"])
def test_letters_and_dots_of_other_scripts_do_not_hide_this_machine(host):
    with serving("127.0.0.1", writing(LINES, b"\r\nsecret")) as (port, asked):
        with pytest.raises((FetchForbidden, FetchFailed)):
            fetch(f"http://{host}:{port}/", limits=Limits(ports=frozenset({port})))
        assert asked == []


@pytest.mark.parametrize("status", [300, 301, 302, 303, 304, 307, 308])
def test_a_redirect_that_says_nowhere_to_go_is_no_document(status):
    with pytest.raises(FetchFailed, match=f"answered {status}"):
        attacked(writing(f"HTTP/1.1 {status} So\r\ncontent-length: 0\r\n\r\n".encode()))


@pytest.mark.parametrize(
    "answers", [["127.0.0.2", "127.0.0.1"], ["127.0.0.2", "::1"], ["::ffff:127.0.0.1"], ["169.254.169.254"]]
)
def test_a_name_with_one_address_inside_is_forbidden(monkeypatch, answers):
    told = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, 80)) for each in answers]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: told)
    with pytest.raises(FetchForbidden, match=r"both\.test leads to an address that is not public"):
        attacked(writing(LINES, b"\r\nhello"), host="both.test")


def test_a_name_that_changes_its_mind_between_redirects_is_forbidden(monkeypatch):
    turns = iter([HOSTILE, HOSTILE, "127.0.0.1", "127.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, port, *__, **___: [(2, 1, 6, "", (str(next(turns)), port))])
    with pytest.raises(FetchForbidden, match="not public"):
        attacked(moved("/again"), host="flip.test")


@pytest.mark.parametrize(
    "answer",
    [
        endless(LINES + b"\r\n", b"x" * 9000),
        endless(LINES + b"transfer-encoding: chunked\r\n\r\n", chunk(b"x" * 9000)),
        endless(PACKED + chunk(HEAD), chunk(NOTHING)),
    ],
    ids=["without length", "in chunks", "packed blocks of nothing"],
)
def test_a_body_without_end_stops_at_the_limit_not_at_the_deadline(answer):
    with pytest.raises(TooLarge, match="more than 1,000,000 bytes"):
        attacked(answer, seconds=60)


@pytest.mark.parametrize(
    "answer",
    [
        endless(LINES, b"x-more: " + b"y" * 900 + b"\r\n"),
        endless(b"HTTP/1.1 200 ", b"y" * 900),
        writing(b"\0\xff" * 500),
        writing(LINES, b"content-length: -1\r\n\r\n"),
        writing(LINES, b"content-length: 9\r\n\r\nhi"),
    ],
    ids=["headers", "status line", "garbage", "length below nothing", "broken off"],
)
def test_an_answer_that_is_none_says_so(answer):
    with pytest.raises(FetchFailed, match="could not be read"):
        attacked(answer, seconds=60)


def test_a_packed_bomb_stops_at_the_ratio():
    packed = gzip.compress(bytes(20_000_000))
    with pytest.raises(TooLarge, match="more than 200 times"):
        attacked(writing(PACKED, chunk(packed), b"0\r\n\r\n"), max_bytes=25_000_000)


def test_all_members_of_a_packed_page_are_read_wherever_it_is_cut_and_nothing_after_them():
    packed = gzip.compress(b"one, ") + gzip.compress(b"two")
    for at in range(len(packed) + 1):
        assert b"".join(decoded([packed[:at], packed[at:]], "gzip", Limits(), "it")) == b"one, two"
    assert attacked(endless(PACKED + chunk(packed), chunk(b"z" * 9000)), seconds=60).data == b"one, two"


def test_what_a_stranger_wrote_is_not_told_at_length():
    for answer in (
        writing(b"HTTP/1.1 200 OK\r\ncontent-type: ", b"a" * 50_000, b"\r\n\r\n"),
        writing(b"HTTP/1.1 404 ", b"a" * 50_000, b"\r\n\r\n"),
        moved("http://nowhere.invalid/" + "a" * 50_000),
    ):
        with pytest.raises((FetchFailed, FetchForbidden)) as told:
            attacked(answer)
        assert len(str(told.value)) < 1000
