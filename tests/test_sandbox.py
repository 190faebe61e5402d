import os
import signal
import subprocess
import sys
import threading
import time

import pytest

from registry import sandbox
from registry.errors import TooLarge, Unreadable
from registry.sandbox import Pool, read_guarded
from registry.steps.read import read
from tests.steps.read.papers import lines, pdf, report

PAGE = b"<html><body><main><h1>Rain</h1><p>It rained 40 mm on Monday, more than ever.</p></main></body></html>"


@pytest.mark.parametrize("data", [PAGE, report(), pdf(lines("The canal has 17 locks and 3 bridges."))])
def test_a_guarded_reading_is_the_same_reading(data):
    assert read_guarded(data) == read(data)


def test_plain_text_needs_no_worker(monkeypatch):
    monkeypatch.setattr(sandbox, "POOL", None)
    assert read_guarded(b"Nine boats sank.", name="a.txt").text == "Nine boats sank."


def test_errors_cross_over():
    with pytest.raises(Unreadable, match="scan"):
        read_guarded(pdf([]))
    with pytest.raises(TooLarge, match="limit"):
        read_guarded(b"<html>" + b" x" * 13_000_000, name="a.html")
    with pytest.raises(Unreadable, match="empty"):
        read_guarded(b"", name="a.html")
    with pytest.raises(Unreadable, match="too deep"):
        read_guarded(b"<html><body>" + b"<div>" * 200_000 + b"x")


def test_a_folder_of_documents_brings_no_modules_of_its_own(tmp_path, monkeypatch):
    for name in ("lxml", "docx", "pypdfium2", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    pool = Pool(1)
    assert pool.read(PAGE, None, None, 20).title == "Rain"
    pool.close()


def test_a_worker_that_dies_is_an_unreadable_document_and_the_next_one_works():
    pool = Pool(1)
    pool.read(PAGE, None, None, 20)
    worker = pool._idle.queue[0]
    worker._process.send_signal(signal.SIGSTOP)
    killer = threading.Timer(0.3, worker._process.kill)
    killer.start()
    with pytest.raises(Unreadable, match="broke down"):
        pool.read(PAGE, None, None, 20)
    assert pool.read(PAGE, None, None, 20).title == "Rain"
    pool.close()


def test_a_reader_that_hangs_is_stopped_in_time():
    pool = Pool(1)
    pool.read(PAGE, None, None, 20)
    pool._idle.queue[0]._process.send_signal(signal.SIGSTOP)
    begun = time.monotonic()
    with pytest.raises(Unreadable, match="too long"):
        pool.read(PAGE, None, None, 0.5)
    assert time.monotonic() - begun < 5
    assert pool.read(PAGE, None, None, 20).title == "Rain"
    pool.close()


def test_a_reader_on_a_busy_machine_is_given_more_time_than_it_may_use_of_a_processor():
    pool = Pool(1)
    pool.read(PAGE, None, None, 20)
    process = pool._idle.queue[0]._process
    process.send_signal(signal.SIGSTOP)
    threading.Timer(1.0, process.send_signal, [signal.SIGCONT]).start()
    assert pool.read(PAGE, None, None, 0.5).title == "Rain"
    pool.close()


def test_a_document_that_needs_too_much_memory_does_not_take_this_process_along():
    pool = Pool(1, memory=400_000_000)
    with pytest.raises(Unreadable, match=r"memory|broke down"):
        pool.read(b"<html><body>" + b"<p>a<b>c</b></p>" * 700_000, None, None, 30)
    assert pool.read(PAGE, None, None, 20).title == "Rain"
    pool.close()


@pytest.mark.parametrize("message", ["needs more memory", "cannot be parsed"])
def test_a_reader_that_failed_reads_nothing_more(monkeypatch, message):
    pool = Pool(1)
    assert pool.read(PAGE, None, None, 20).title == "Rain"
    worker = pool._idle.queue[0]
    monkeypatch.setattr(worker, "ask", lambda *_: {"error": "Unreadable", "message": message})
    with pytest.raises(Unreadable, match=message):
        pool.read(PAGE, None, None, 20)
    assert not worker.lives
    assert pool.read(PAGE, None, None, 20).title == "Rain"
    pool.close()


def test_a_document_that_takes_too_much_processor_time_is_stopped():
    pool = Pool(1)
    with pytest.raises(Unreadable, match="too long"):
        pool.read(b"<html><body>" + b"<p>a<b>c</b></p>" * 300_000, None, None, 1)
    pool.close()


def test_a_worker_ends_with_its_parent():
    script = (
        "import sys; from registry import sandbox; sandbox.read_guarded(b'<html><body><p>Nine boats sank there.');"
        "print(sandbox.POOL._idle.queue[0]._process.pid, flush=True); import os; os._exit(1)"
    )
    pid = int(subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False).stdout)
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("the worker outlived its parent")


def test_several_threads_share_few_workers():
    pool, titles = Pool(2), []
    threads = [threading.Thread(target=lambda: titles.append(pool.read(PAGE, None, None, 20).title)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["Rain"] * 8
    assert pool._idle.qsize() <= 2
    pool.close()
