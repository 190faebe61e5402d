import gzip
import ipaddress
import socket
import threading
import time
import zlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from registry.errors import FetchFailed, FetchForbidden, TooLarge
from registry.fetch import Limits, fetch
from registry.fetch.addresses import is_public, resolve

PAGE = b"<html><body><p>Nine boats sank on Monday.</p></body></html>"
HTML = {"content-type": "text/html; charset=utf-8"}


PUBLIC = ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822", "2002:5db8:d822::1", "::ffff:93.184.216.34"]


def answering(*answers):
    """A network whose servers give these answers, one a request."""
    left = list(answers)
    return httpx.MockTransport(lambda request: left.pop(0))


def loopback(address):
    """Whether an address is this machine's; stands in for the public ones in tests."""
    return address.is_loopback


@contextmanager
def server(answer):
    """A real server on this machine; `answer(handler)` writes a response."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            answer(self)

        def log_message(self, *words):
            return

    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.daemon_threads = True
    thread = threading.Thread(target=served.serve_forever, daemon=True)
    thread.start()
    try:
        yield served.server_port
    finally:
        served.shutdown()
        served.server_close()
        thread.join()


def respond(handler, body, status=200, **headers):
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "198.18.0.1", "192.88.99.1", "168.63.129.16", "::", "::1", "fe80::1", "fc00::1", "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::7f00:1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:0:7f00:1::", "2001:db8::1", "100::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    PUBLIC,
)
def test_addresses_that_are_public(address):
    assert is_public(ipaddress.ip_address(address))


def test_a_page_comes_with_its_type_and_final_address():
    moved = httpx.Response(301, headers={"location": "/new"})
    found = fetch(
        "https://example.org/old", transport=answering(moved, httpx.Response(200, headers=HTML, content=PAGE))
    )
    assert (found.data, found.media_type) == (PAGE, "text/html; charset=utf-8")
    assert (found.url, found.final_url) == ("https://example.org/old", "https://example.org/new")
    assert found.redirects == ("https://example.org/old",)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/a", "file:///etc/passwd", "nonsense", "", "http://", "https://example.org:8443/", "http://user:pw@example.org/",
        "http://127.0.0.1/", "http://[::1]/", "http://localhost/", "http://LOCALHOST./", "http://169.254.169.254/latest",
        "http://[64:ff9b::7f00:1]/", "http://[::ffff:10.0.0.1]/", "javascript:alert(1)", "http://exa mple.org\x00/",
    ],
)  # fmt: skip
def test_addresses_that_must_not_be_fetched(url):
    with pytest.raises(FetchForbidden):
        fetch(url, transport=answering())


@pytest.mark.parametrize("host", ["2130706433", "127.1", "0x7f000001", "0"])
def test_numbers_in_disguise_are_found_out_on_connecting(host):
    with pytest.raises((FetchForbidden, FetchFailed)):
        fetch(f"http://{host}/", limits=Limits(seconds=5))


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://10.0.0.1/", "ftp://example.org/", "http://example.org:22/"]
)
def test_a_redirect_is_checked_like_an_address(target):
    with pytest.raises(FetchForbidden):
        fetch("https://example.org/", transport=answering(httpx.Response(302, headers={"location": target})))


def test_a_redirect_to_a_forbidden_host_is_refused_by_the_network(monkeypatch):
    names = {"good.test": "127.0.0.1", "evil.test": "10.0.0.1", "127.0.0.1": "127.0.0.1"}
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, port, *_, **__: [(2, 1, 6, "", (names[host], port))])

    def send_away(handler):
        respond(handler, b"", 302, location=f"http://evil.test:{handler.server.server_port}/")

    with server(send_away) as port, pytest.raises(FetchForbidden, match=r"evil\.test leads to an address"):
        fetch(f"http://good.test:{port}/", limits=Limits(ports=frozenset({port})), allow=loopback)


def test_one_forbidden_address_among_several_is_enough(monkeypatch):
    both = [(2, 1, 6, "", ("93.184.216.34", 80)), (2, 1, 6, "", ("127.0.0.1", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(FetchForbidden, match="not public"):
        fetch("http://both.test/")


def test_a_name_is_resolved_once_and_the_checked_address_is_connected_to(monkeypatch):
    asked = []

    def changing(host, port, *_, **__):
        asked.append(host)
        return [(2, 1, 6, "", ("127.0.0.1" if len(asked) == 1 or host == "127.0.0.1" else "10.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", changing)
    with server(lambda handler: respond(handler, handler.headers["host"].encode(), content_type="text/plain")) as port:
        found = fetch(f"http://rebind.test:{port}/", limits=Limits(ports=frozenset({port})), allow=loopback)
    assert found.data == f"rebind.test:{port}".encode()
    assert asked == ["rebind.test", "127.0.0.1"]


def test_too_many_redirects_end():
    loop = [httpx.Response(302, headers={"location": "/again"}) for _ in range(6)]
    with pytest.raises(FetchFailed, match="more than 5 times"):
        fetch("https://example.org/", transport=answering(*loop))


@pytest.mark.parametrize(("status", "words"), [(404, "404"), (500, "500"), (403, "403"), (204, "204")])
def test_an_answer_without_a_document_says_which(status, words):
    with pytest.raises(FetchFailed, match=words):
        fetch("https://example.org/", transport=answering(httpx.Response(status)))


def test_a_picture_is_no_document():
    with pytest.raises(FetchFailed, match="image/png"):
        fetch("https://example.org/", transport=answering(httpx.Response(200, headers={"content-type": "image/png"})))


def test_a_host_that_does_not_exist_says_so():
    with pytest.raises(FetchFailed, match="no host nothing"):
        fetch("http://nothing.invalid/")


def test_a_closed_port_says_so():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port = held.getsockname()[1]
        with pytest.raises(FetchFailed, match="could not be read"):
            fetch(f"http://127.0.0.1:{port}/", limits=Limits(ports=frozenset({port})), allow=loopback)


def test_a_silent_server_ends_at_the_deadline():
    gate = threading.Event()
    with server(lambda handler: gate.wait(10) and None) as port:
        begun = time.monotonic()
        with pytest.raises(FetchFailed, match=r"within 0\.5 seconds"):
            fetch(f"http://127.0.0.1:{port}/", limits=Limits(seconds=0.5, ports=frozenset({port})), allow=loopback)
        assert time.monotonic() - begun < 3
        gate.set()


@pytest.mark.parametrize("head", [True, False])
def test_a_server_that_drips_ends_at_the_deadline(head):
    gate = threading.Event()

    def drip(handler):
        if not head:
            respond(handler, b"", content_type="text/plain", transfer_encoding="chunked")
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n" if head else b"")
        while not gate.wait(0.05):
            try:
                handler.wfile.write(b"x" if head else b"1\r\nx\r\n")
            except OSError:
                return

    with server(drip) as port:
        begun = time.monotonic()
        with pytest.raises(FetchFailed):
            fetch(f"http://127.0.0.1:{port}/", limits=Limits(seconds=0.6, ports=frozenset({port})), allow=loopback)
        assert time.monotonic() - begun < 3
        gate.set()


@pytest.mark.parametrize(("name", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress)])
def test_a_packed_page_is_unpacked(name, pack):
    packed = httpx.ByteStream(pack(PAGE * 400))
    answer = httpx.Response(200, headers={**HTML, "content-encoding": name}, stream=Once(packed))
    assert fetch("https://example.org/", transport=answering(answer)).data == PAGE * 400


class Once(httpx.SyncByteStream):
    """A body that is handed out in small pieces, as a network does."""

    def __init__(self, whole):
        self.whole = b"".join(whole)

    def __iter__(self):
        return (self.whole[at : at + 1000] for at in range(0, len(self.whole), 1000))


def test_a_bomb_stops_at_the_ratio():
    bomb = gzip.compress(bytes(60_000_000), compresslevel=9)
    answer = httpx.Response(200, headers={**HTML, "content-encoding": "gzip"}, stream=Once([bomb]))
    with pytest.raises(TooLarge, match="more than 200 times its size"):
        fetch("https://example.org/", transport=answering(answer))


def test_a_large_body_stops_at_the_limit():
    answers = [
        httpx.Response(200, headers=HTML, stream=Once([bytes(3000)])),
        httpx.Response(200, headers={**HTML, "content-length": "99999999"}, stream=Once([b"x"])),
        httpx.Response(
            200, headers={**HTML, "content-encoding": "gzip"}, stream=Once([gzip.compress(bytes(range(256)) * 16)])
        ),
    ]
    for answer in answers:
        with pytest.raises(TooLarge, match="2,000"):
            fetch("https://example.org/", limits=Limits(max_bytes=2000), transport=answering(answer))


@pytest.mark.parametrize("body", [b"not gzip at all", gzip.compress(PAGE * 90)[:-20]])
def test_a_body_that_cannot_be_unpacked_says_so(body):
    answer = httpx.Response(200, headers={**HTML, "content-encoding": "gzip"}, stream=Once([body]))
    with pytest.raises(FetchFailed, match=r"packed|broke off"):
        fetch("https://example.org/", transport=answering(answer))


def test_a_packing_that_was_not_asked_for_is_refused():
    answer = httpx.Response(200, headers={**HTML, "content-encoding": "br"}, stream=Once([b"x"]))
    with pytest.raises(FetchFailed, match="br"):
        fetch("https://example.org/", transport=answering(answer))


def test_the_proxy_of_the_environment_is_not_used(monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    with server(lambda handler: respond(handler, PAGE, content_type="text/html")) as port:
        found = fetch(f"http://127.0.0.1:{port}/", limits=Limits(ports=frozenset({port})), allow=loopback)
    assert found.data == PAGE


def test_a_name_server_that_does_not_answer_is_not_waited_for(monkeypatch):
    gate = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: gate.wait(10) and [])
    assert resolve("slow.test", 80, 0.1) == []
    gate.set()
