"""What a release may publish from its folder: nothing that runs."""

import pytest

from tests.load.project import Load, english, reported

SVG = b'<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'


@pytest.mark.parametrize(
    "name",
    ["a.html", "a.HTM", "a.xhtml", "a.js", "a.svgz", "a.exe", "a.docm", "a.php", "_headers", "a.shtml", "a.pdf.lnk"],
)
def test_endings_that_run_something(loading: Load, name: str) -> None:
    loaded = loading({"x.en.md": english(f"attachments: [{{file: {name}, title: A}}]"), f"x/{name}": b"data"})
    assert [code for _, code in reported(loaded)] == ["PG059"]
    assert loaded.releases[0].files == ()


@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.js", "a.exe", "a.docm"])
@pytest.mark.parametrize("body", ["A [file]({name}).", "![A]({name})"])
def test_links_to_what_runs_something(loading: Load, name: str, body: str) -> None:
    loaded = loading({"x.en.md": english(body=body.format(name=name)), f"x/{name}": b"data"})
    assert [code for _, code in reported(loaded)] == ["PG059"]
    assert loaded.releases[0].files == ()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", SVG % b"<script>alert(1)</script>"),
        ("a.svg", SVG % b"<s:script xmlns:s='x'/>"),
        ("a.svg", SVG % b"<rect\nonload='x()'/>"),
        ("a.svg", SVG % b"<a href=' javascript:x()'/>"),
        ("a.svg", SVG % b"<foreignObject/>"),
        ("a.svg", b"<!DOCTYPE svg [<!ENTITY x '1'>]>" + SVG % b""),
        ("a.svg", (SVG % b"<script/>").decode().encode("utf-16")),
        ("a.xml", b'<x xmlns="http://www.w3.org/1999/xhtml"/>'),
        ("a.xml", b'<?xml-stylesheet href="a.xsl"?><x/>'),
        ("a.txt", b"<!doctype html><p>"),
        ("a.csv", b"<!-- a --> <html>"),
    ],
)
def test_what_stands_in_a_file(loading: Load, name: str, data: bytes) -> None:
    files = {"x.en.md": english(f"attachments: [{{file: {name}, alt: A}}]"), f"x/{name}": data}
    loaded = loading(files)
    assert [code for _, code in reported(loaded)] == ["PG059"]
    assert loaded.releases[0].files == ()
    picture = english(body=f"![A]({name})")
    assert [code for _, code in reported(loading({**files, "x.en.md": picture}))] == ["PG059"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.svg", SVG % b"<metadata/><path d='M0 0'/><!-- description on the left -->"),
        ("a.pdf", b"%PDF <script>"), ("a.xlsx", b"PK"), ("a.txt", b"5 < 6 and <b>"), ("a.csv", b"a,b\n"),
        ("a.kml", b"<kml><link>x</link></kml>"), ("a.p7s", b"x"), ("a.mp4", b"x"), ("a.zip", b"x"), ("a.docx", b"x"),
    ],
)  # fmt: skip
def test_files_that_are_published(loading: Load, name: str, data: bytes) -> None:
    loaded = loading({"x.en.md": english(f"attachments: [{{file: {name}, alt: A}}]"), f"x/{name}": data})
    assert reported(loaded) == []
    assert [file.name for file in loaded.releases[0].files] == [name]
