"""Serves a folder on this machine as hosts do, text compressed, and counts every byte."""

from __future__ import annotations

import gzip
import mimetypes
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

COMPRESSED = frozenset({"text/html", "text/css", "text/plain", "text/javascript", "application/json", "image/svg+xml"})
"""What hosts compress by themselves: kinds of text that have a well-known name."""


@dataclass
class Counted:
    """What went over the wire: each answer with its time (seconds since 1970), its address and its bytes."""

    answers: list[tuple[float, str, int]] = field(default_factory=list)

    def clear(self) -> None:
        """Begin anew."""
        self.answers.clear()


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, Counted]]:
    """Serve a folder; yield its address with a slash at its end, and the count, which grows with each answer."""
    counted = Counted()
    lock = threading.Lock()

    @cache
    def answer(name: str) -> tuple[bytes, bytes] | None:
        path = folder / name
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file() or folder not in path.resolve().parents:
            return None
        guessed, packed = mimetypes.guess_type(path.name)
        kind = "application/gzip" if packed else guessed or "application/octet-stream"
        body, headers = path.read_bytes(), f"Content-Type: {kind}\r\nCache-Control: max-age=600\r\n"
        if kind in COMPRESSED:
            body, headers = gzip.compress(body, 6), headers + "Content-Encoding: gzip\r\n"
        head = f"HTTP/1.1 200 OK\r\n{headers}Content-Length: {len(body)}\r\nConnection: keep-alive\r\n\r\n"
        return head.encode("ascii"), body

    class Host(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:  # the name that the server calls
            name = unquote(urlsplit(self.path).path).lstrip("/")
            head, body = answer(name) or (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", b"")
            with lock:
                counted.answers.append((time.time(), name, len(head) + len(body)))
            self.wfile.write(head + body)

        def handle(self) -> None:
            with suppress(ConnectionError):  # a browser that is closed hangs up
                super().handle()

        def log_message(self, *_arguments: object) -> None:
            """Log nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/", counted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
