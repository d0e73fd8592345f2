"""The size of a picture, from files of every form, and from files with wrong sizes."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.load.pictures import size_of
from tests.blocks import html_of_blocks
from tests.load.project import Load, english, khmer, reported


def png(width: int, height: int) -> bytes:
    header = struct.pack(">II5B", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def segment(mark: int, data: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + struct.pack(">H", len(data) + 2) + data


def exif(turn: int, order: str = "<", *, form: int = 3, count: int = 1, tag: int = 0x0112, tiff: int = 42) -> bytes:
    mark = {"<": b"II", ">": b"MM"}[order]
    entry = struct.pack(f"{order}HHIHxx", tag, form, count, turn)
    return segment(0xE1, b"Exif\0\0" + mark + struct.pack(f"{order}HIH", tiff, 8, 1) + entry + bytes(4))


def jpeg(width: int, height: int, *before: bytes, frame: int = 0xC2) -> bytes:
    start = segment(0xE0, b"JFIF\0" + bytes(9))
    return b"\xff\xd8" + start + b"".join(before) + segment(frame, struct.pack(">BHHB", 8, height, width, 3) + bytes(9))


def webp(form: bytes, data: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(data) + 12) + b"WEBP" + form + struct.pack("<I", len(data)) + data


def with_note(picture: bytes, turn: int, order: str = "<") -> bytes:
    note = b"eXIf" + exif(turn, order)[10:]
    return picture + struct.pack(">I", len(note) - 4) + note + struct.pack(">I", zlib.crc32(note))


PIXELS = struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


def box(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content) + 8) + name + content


def avif(width: int, height: int, turn: int | None = None, mirror: int | None = None, *, clap: bool = False) -> bytes:
    """Build the head of an AVIF whose second item is the primary one, the first being a small picture of it."""
    own = [box(b"ispe", struct.pack(">III", 0, width, height))]
    own += [box(b"irot", bytes([turn]))] if turn is not None else []
    own += [box(b"imir", bytes([mirror]))] if mirror is not None else []
    own += [box(b"clap", bytes(32))] if clap else []
    properties = box(b"ipco", box(b"ispe", struct.pack(">III", 0, 9, 9)) + b"".join(own))
    places = bytes([1, 0x81]), bytes([len(own), *(0x80 | place for place in range(2, 2 + len(own)))])
    belonging = struct.pack(">II", 0, 2) + struct.pack(">H", 1) + places[0] + struct.pack(">H", 2) + places[1]
    parts = box(b"iprp", properties + box(b"ipma", belonging))
    meta = box(b"meta", bytes(4) + box(b"pitm", struct.pack(">IH", 0, 2)) + parts)
    return box(b"ftyp", b"avif" + bytes(4) + b"avifmif1") + meta


AVIF = avif(30, 20, turn=1)
GIF = b"GIF89a" + struct.pack("<HH", 300, 200) + bytes(20)
LOSSY = webp(b"VP8 ", bytes(3) + b"\x9d\x01\x2a" + struct.pack("<HH", 1200 | 0x4000, 800))
LOSSLESS = webp(b"VP8L", b"\x2f" + (1199 | 799 << 14).to_bytes(4, "little") + bytes(8))
EXTENDED = webp(b"VP8X", bytes(4) + (1199).to_bytes(3, "little") + (799).to_bytes(3, "little"))


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.png", png(1000, 667), (1000, 667)),
        ("a.gif", GIF, (300, 200)),
        ("a.jpg", jpeg(1200, 800), (1200, 800)),
        ("a.jpg", jpeg(1200, 800, frame=0xC0), (1200, 800)),
        ("filled.jpg", jpeg(1200, 800, b"\xff\xff\xff" + segment(0xFE, b"words")), (1200, 800)),
        ("named-otherwise.png", jpeg(1200, 800), (1200, 800)),
        ("tables.jpg", jpeg(1200, 800, segment(0xC4, bytes(40))), (1200, 800)),
        ("upright.jpg", jpeg(1200, 800, exif(1)), (1200, 800)),
        ("turned.jpg", jpeg(1200, 800, exif(6)), (800, 1200)),
        ("turned.jpg", jpeg(1200, 800, exif(8, ">")), (800, 1200)),
        ("upside-down.jpg", jpeg(1200, 800, exif(3)), (1200, 800)),
        # What browsers make of notes that are odd, as seen in Chromium.
        ("twice.jpg", jpeg(1200, 800, exif(6), exif(1)), (800, 1200)),
        ("twice.jpg", jpeg(1200, 800, exif(1), exif(6)), (1200, 800)),
        ("twice.jpg", jpeg(1200, 800, exif(6, tag=0x0100), exif(6)), (1200, 800)),
        ("twice.jpg", jpeg(1200, 800, segment(0xE1, b"http://ns.adobe.com/xap/"), exif(6)), (800, 1200)),
        ("of-four-octets.jpg", jpeg(1200, 800, exif(6, form=4)), (1200, 800)),
        ("two-of-them.jpg", jpeg(1200, 800, exif(6, count=2)), (1200, 800)),
        ("no-tiff.jpg", jpeg(1200, 800, exif(6, tiff=43)), (1200, 800)),
        ("turned.png", with_note(png(1200, 800), 6), (800, 1200)),
        ("upside-down.png", with_note(png(1200, 800), 3, ">"), (1200, 800)),
        ("turned-too-late.png", with_note(png(1200, 800) + PIXELS, 6), (1200, 800)),
        ("wider-than-its-screen.gif", GIF[:13] + b"\x2c" + struct.pack("<HHHH", 5, 3, 400, 20), (405, 200)),
        ("timed.gif", GIF[:13] + b"\x21\xf9\x04" + bytes(5) + b"\x2c" + struct.pack("<4H", 0, 0, 400, 20), (400, 200)),
        ("a.avif", avif(1200, 800), (1200, 800)),
        ("turned.avif", avif(1200, 800, turn=1), (800, 1200)),
        ("turned.avif", avif(1200, 800, turn=3), (800, 1200)),
        ("upside-down.avif", avif(1200, 800, turn=2), (1200, 800)),
        ("mirrored.avif", avif(1200, 800, mirror=1), (1200, 800)),
        ("a.webp", LOSSY, (1200, 800)),
        ("a.webp", LOSSLESS, (1200, 800)),
        ("a.webp", EXTENDED, (1200, 800)),
        ("a.svg", b'<?xml version="1.0"?>\n<svg xmlns="x" width="120" height="80px" viewBox="0 0 1 1">', (120, 80)),
        ("a.svg", b"<!-- x --><svg viewBox='0 0 24.4 12' width='100%'><svg width='9' height='9'>", (24, 12)),
        ("a.svg", b'<svg viewBox="-10,-10,200,1e2">', (200, 100)),
        ("a.SVG", b'<svg width="12" height="9">', (12, 9)),
        ("units.svg", b'<svg width="100mm" height="1.5in">', (378, 144)),
        ("one-side.svg", b'<svg width="200" viewBox="0 0 400 100">', (200, 50)),
        ("one-side.svg", b'<svg height="60" viewBox="0 0 400 100">', (240, 60)),
        ("share.svg", b'<svg width="100%" height="50" viewBox="0 0 400 100">', (200, 50)),
        ("no-ratio.svg", b'<svg viewBox="0 0 400 100" preserveAspectRatio="none">', (300, 150)),
        ("no-ratio.svg", b'<svg width="200">', (200, 150)),
        ("nothing.svg", b"<svg>", (300, 150)),
        ("nonsense.svg", b"<svg width='x' height='y' viewBox='0 0 1e999 1e999'>", (300, 150)),
        ("named.svg", b'<svg:svg xmlns:svg="x" id="a>b" width="9" height="8">', (9, 8)),
        ("commented.svg", b'<!-- <svg width="1" height="1"> --><svg width="9" height="8">', (9, 8)),
        ("wide.svg", '<?xml version="1.0" encoding="utf-16"?><svg width="9" height="8"/>'.encode("utf-16"), (9, 8)),
    ],
)  # fmt: skip
def test_what_a_file_says(tmp_path: Path, name: str, data: bytes, size: tuple[int, int]) -> None:
    (tmp_path / name).write_bytes(data)
    assert size_of(str(tmp_path / name)) == size


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"a photograph",
        png(0, 5),
        png(2**31, 2**31),
        png(10, 10)[:20],
        b"\x89PNG\r\n\x1a\n" + b"\0" * 40,
        GIF[:7],
        b"\xff\xd8\xff",
        b"\xff\xd8" + b"\xff" * 5_000,
        b"\xff\xd8\xff\xe0\0\0" + b"\xff\xe0\0\0" * 5_000,
        jpeg(10, 10, segment(0xDA, b"")),
        jpeg(0, 10),
        b"RIFF0000WEBPVP8 ",
        b"RIFF0000WEBPVP8X",
        b"RIFF0000WAVEfmt ",
        b"<svg",
        b"<html><svg width='9' height='9'/></html>",
        b"<svg width='999999' height='999999'>",
        b"<svg width='0' height='9'>",
        b"<svg width='50vw' height='5ex'>",
        AVIF[:60],
        avif(30, 20, clap=True),
        b"<svg " * 20_000,
    ],
)
def test_a_file_that_says_nothing_true_has_no_size(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.svg").write_bytes(data)
    assert size_of(str(tmp_path / "a.svg")) is None


def test_a_broken_note_of_the_camera_turns_nothing(tmp_path: Path) -> None:
    for broken in (
        b"Exif\0\0",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\xff\xff",
        b"http://ns.adobe.com/xap/",
    ):
        (tmp_path / "a.jpg").write_bytes(jpeg(30, 20, segment(0xE1, broken)))
        assert size_of(str(tmp_path / "a.jpg")) == (30, 20)


def test_no_file_has_no_size(tmp_path: Path) -> None:
    assert size_of(str(tmp_path / "a.png")) is None
    assert size_of(str(tmp_path)) is None


HEADS = st.sampled_from(
    [png(9, 9), jpeg(9, 9, exif(6)), GIF, LOSSY, LOSSLESS, EXTENDED, AVIF, b"<svg viewBox='0 0 9 9'>"]
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@given(HEADS, st.integers(0, 60), st.binary(max_size=40))
def test_any_bytes_give_a_size_or_none(folder: Path, head: bytes, at: int, noise: bytes) -> None:
    file = folder / "any.svg"
    file.write_bytes(head[:at] + noise + head[at + len(noise) :])
    found = size_of(str(file))
    assert found is None or all(side > 0 for side in found)


def test_a_release_knows_the_sizes_of_its_pictures(loading: Load) -> None:
    picture = "![Two people](x/hands.png)"
    loaded = loading({
        "x.en.md": english("attachments: [{file: hands.png, alt: Two}, {file: a.pdf}]", body=f"Text.\n\n{picture}"),
        "x.km.md": khmer(body=f"{picture}\n\nក ![រូបភាព](x/broken.jpg) ខ"),
        "x/hands.png": png(1200, 800), "x/a.pdf": b"%PDF", "x/broken.jpg": b"\xff\xd8\xff",
    })  # fmt: skip

    assert reported(loaded) == []
    (release,) = loaded.releases
    assert {file.name: (file.width, file.height) for file in release.files} == {
        "hands.png": (1200, 800), "a.pdf": (0, 0), "broken.jpg": (0, 0)
    }  # fmt: skip
    html = {
        tag: html_of_blocks(edition.body.blocks, edition.body.references) for tag, edition in release.editions.items()
    }
    sized = '<img src="pressgen:0" width="1200" height="800" alt="Two people">'
    assert sized in html["en"]
    assert sized in html["km"]
    assert '<img src="pressgen:1" alt="រូបភាព">' in html["km"]
