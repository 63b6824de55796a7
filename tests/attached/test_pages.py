"""--file URL: what a page says, where it may lead, how much may come of it; and no credential for anybody."""

import gzip
import json
import time

import pytest
from conftest import chunk
from rawserver import RawServer

from cometapi.attached import page

PAGE = """<!doctype html><html><head><title>Title</title><style>.s{color:red}</style></head><body><script>var hidden = 1</script>
<noscript>nothing</noscript><h1>Head &amp; more</h1><p>Some <b>bold</b>
text</p><ul><li>one<li>two</ul><template>not</template><pre>  a
    b</pre><table><tr><td>1</td><td>2</td></tr></table></body></html>"""
TEXT = "Title\n\nHead & more\n\nSome bold text\n\none\ntwo\n\n  a\n    b\n\n1\t2"


class Site:
    """A server of pages by path, beside a service that answers; ``asked`` are the Talks about pages."""

    def __init__(self, raw, host):
        self.raw, self.server, self.paths = raw, RawServer(host), {}
        self.server(lambda talk: self.paths[talk.path.partition("?")[0]](talk))
        raw(lambda talk: talk.stream(chunk("An answer", "stop"), "data: [DONE]\n\n").end())
        self.url = self.server.url

    @property
    def asked(self):
        return self.server.talks

    def page(self, path, body, status=200, content_type="text/html", *more):
        self.paths[path] = lambda talk: talk.whole(body, status, content_type, *more)

    def leads(self, path, target, status=302):
        self.paths[path] = lambda talk: talk.whole("", status, "text/html", f"Location: {target}")

    @property
    def prompt(self):
        """What the model was asked; None when nothing was."""
        return json.loads(self.raw.talks[-1].body)["messages"][-1]["content"] if self.raw.talks else None


@pytest.fixture
def sites(raw):
    made = []

    def begin(host="127.0.0.1"):
        made.append(Site(raw, host))
        return made[-1]

    yield begin
    for one in made:
        one.server.close()


@pytest.fixture
def site(sites):
    return sites()


def of(url, text):
    return f"File: {url}\n```\n{text}\n```\n\nhi"


def refused(ran, site, *words):
    """Whether a call failed with a sentence, asked nothing of the model, and named what it was about."""
    return (
        ran.code in (1, 2, 69)
        and "fault of the program" not in ran.err
        and site.prompt is None
        and all(word in ran.err for word in words)
    )


def test_a_page_is_its_text_and_nobody_gets_a_key(cli, site):
    site.page("/page", PAGE)
    ran = cli("chat", "hi", "--file", f"{site.url}/page?a=1#part", env={"COMETAPI_ACCESS_TOKEN": "token-0002"})

    assert ran.code == 0, ran
    assert site.prompt == of(f"{site.url}/page?a=1#part", TEXT)
    assert site.asked[0].path == "/page?a=1"
    assert not {"authorization", "x-api-key", "cookie", "x-goog-api-key"} & set(site.asked[0].headers)
    assert "sk-test-key" not in str(site.asked[0].headers)


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "text/markdown", "application/octet-stream", ""])
def test_what_is_no_markup_stays_as_it_is(cli, site, kind):
    site.page("/p", '{"a": "<b>"}', 200, kind)
    cli("chat", "hi", "-F", f"{site.url}/p")

    assert site.prompt == of(f"{site.url}/p", '{"a": "<b>"}')


def test_a_page_that_does_not_say_what_it_is(cli, site):
    site.page("/p", "<!DOCTYPE html><p>Hello", 200, "")
    cli("chat", "hi", "-F", f"{site.url}/p")

    assert site.prompt == of(f"{site.url}/p", "Hello")


@pytest.mark.parametrize("status", [404, 500, 403, 503, 304])
def test_no_page_is_no_context(cli, site, status):
    site.page("/gone", "<p>not found</p>", status)

    assert refused(cli("chat", "hi", "-F", f"{site.url}/gone"), site, f"{site.url}/gone", str(status))


CHARSETS = {
    "header": ("text/html; charset=iso-8859-1", "<p>Grüße".encode("latin-1")),
    "header before meta": ("text/html; charset=utf-8", '<meta charset="latin-1"><p>Grüße'.encode()),
    "mark": ("text/html", "\ufeff<p>Grüße".encode("utf-16-le")),
    "mark before meta": ("text/html", '\ufeff<meta charset="latin-1"><p>Grüße'.encode()),
    "meta": ("text/html", '<meta charset="windows-1252"><p>Grüße'.encode("cp1252")),
    "old meta": (
        "text/html",
        b'<meta http-equiv="content-type" content="text/html; charset=ISO-8859-1"><p>Gr\xfc\xdfe',
    ),
    "nothing": ("text/html", "<p>Grüße".encode()),
    "an odd one": ("text/html; charset=zip", "<p>Grüße".encode()),
    "an unknown one": ("text/html; charset=x-unheard-of", "<p>Grüße".encode()),
}


@pytest.mark.parametrize("kind", CHARSETS)
def test_the_charset_is_that_of_the_header_the_mark_or_the_page(cli, site, kind):
    content_type, body = CHARSETS[kind]
    site.page("/p", body, 200, content_type)
    cli("chat", "hi", "-F", f"{site.url}/p")

    assert site.prompt == of(f"{site.url}/p", "Grüße")


def test_a_page_in_no_known_encoding_is_refused(cli, site):
    site.page("/p", b"<p>Gr\xfc\xdfe")

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, f"{site.url}/p")


def test_a_medium_is_what_its_bytes_are(cli, site):
    site.page("/p", b"%PDF-1.7", 200, "text/html")
    site.page("/q.txt", b"\x89PNG\r\n\x1a\n", 200, "text/plain")
    cli("chat", "hi", "-F", f"{site.url}/p", "-F", f"{site.url}/q.txt")

    assert [one["type"] for one in site.prompt] == ["file", "image_url", "text"]
    assert site.prompt[0]["file"]["filename"] == "p"


def test_a_pdf_is_read_where_the_protocol_takes_no_link(cli, site):
    site.page("/a.pdf", b"%PDF-1.7", 200, "application/pdf")
    cli("chat", "hi", "-F", f"{site.url}/a.pdf")

    assert site.prompt[0]["file"]["file_data"] == "data:application/pdf;base64,JVBERi0xLjc="


def test_an_archive_is_refused(cli, site):
    site.page("/a.zip", b"PK\3\4\0\xff", 200, "application/zip")

    assert refused(cli("chat", "hi", "-F", f"{site.url}/a.zip"), site, f"{site.url}/a.zip")


# --- where it may lead


@pytest.mark.parametrize("count", [1, 5])
def test_five_redirects_are_followed(cli, site, count):
    for number in range(count):
        site.leads(f"/{number}", f"/{number + 1}", (301, 302, 303, 307, 308)[number])
    site.page(f"/{count}", "there", 200, "text/plain")
    cli("chat", "hi", "-F", f"{site.url}/0")

    assert site.prompt == of(f"{site.url}/0", "there")


def test_more_are_not(cli, site):
    site.leads("/", "/")

    assert refused(cli("chat", "hi", "-F", f"{site.url}/"), site, f"{site.url}/")
    assert len(site.asked) == 6


ASTRAY = [
    "http://127.0.0.2:{port}/x",
    "//127.0.0.2:{port}/x",
    "http://localhost:{port}/x",
    "http://[::1]:{port}/x",
    "http://[::ffff:127.0.0.2]:{port}/x",
    "http://2130706434:{port}/x",
    "http://0x7f000002:{port}/x",
    "http://0177.0.0.2:{port}/x",
    "http://127.2:{port}/x",
    "http://0:{port}/x",
    "http://0.0.0.0:{port}/x",
    "http://10.0.0.1/x",
    "http://192.168.1.1/x",
    "http://172.16.0.1/x",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/x",
    "http://100.100.100.200/latest/meta-data/",
    "http://[fd00:ec2::254]/x",
    "http://[fe80::1]/x",
    "http://[64:ff9b::a9fe:a9fe]/x",
    "http://[64:ff9b::7f00:2]/x",
    "http://[2002:7f00:2::]/x",
    "http://metadata.google.internal/x",
    "http://user:secret@{host}/x",
    "file:///etc/passwd",
    "ftp://127.0.0.1/x",
    "gopher://127.0.0.1/x",
    "http://a\\b@{host}/x",
]


@pytest.mark.parametrize("target", ASTRAY)
def test_what_the_user_did_not_name_is_not_followed(cli, site, sites, target):
    other = sites("127.0.0.2")
    other.page("/x", "secret", 200, "text/plain")
    site.leads("/p", target.format(port=other.server.port, host=site.url[7:]))
    started = time.monotonic()
    ran = cli("chat", "hi", "-F", f"{site.url}/p")

    assert refused(ran, site, f"{site.url}/p")
    assert (other.asked, len(site.asked)) == ([], 1)
    assert time.monotonic() - started < 5


def test_a_host_that_the_user_named_may_be_led_to_again(cli, sites):
    one, other = sites("127.0.0.3"), sites("127.0.0.3")
    one.leads("/p", f"{other.url}/q")
    other.page("/q", "there", 200, "text/plain")
    cli("chat", "hi", "-F", f"{one.url}/p")

    assert one.prompt == of(f"{one.url}/p", "there")


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f.1", "LOCALHOST"])
def test_what_the_user_named_is_read(cli, site, host):
    site.page("/p", "there", 200, "text/plain")
    ran = cli("chat", "hi", "-F", f"http://{host}:{site.server.port}/p")

    assert "there" in site.prompt, ran


def test_an_ipv6_address_that_the_user_named_is_read(cli, sites):
    site = sites("::1")
    site.page("/p", "there", 200, "text/plain")
    cli("chat", "hi", "-F", f"{site.url}/p")

    assert "there" in site.prompt


METADATA = [
    "169.254.169.254",
    "2852039166",
    "0xA9FEA9FE",
    "[::ffff:169.254.169.254]",
    "100.100.100.200",
    "[fd00:ec2::254]",
]


@pytest.mark.parametrize("host", METADATA)
def test_credentials_of_a_cloud_are_never_read(cli, site, host):
    ran = cli("chat", "hi", "-F", f"http://{host}/latest/meta-data/")

    assert (ran.code, refused(ran, site, "cloud's credentials")) == (2, True)


def test_a_name_is_judged_by_its_address(cli, site, monkeypatch):
    from cometapi.http import dial

    known = dial.socket.getaddrinfo

    def found(host, port, **options):
        return known("127.0.0.1" if host == "public.example" else host, port, **options)

    monkeypatch.setattr(dial.socket, "getaddrinfo", found)
    site.leads("/p", f"http://public.example:{site.server.port}/x")
    site.page("/x", "secret", 200, "text/plain")

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, "public.example")
    assert len(site.asked) == 1


def test_behind_a_proxy_addresses_are_judged_too(cli, site, sites):
    proxy = sites("127.0.0.4")
    proxy.server(lambda talk: talk.whole("", 302, "text/html", "Location: http://169.254.169.254/x"))
    ran = cli("chat", "hi", "-F", "http://public.example/p", env={"HTTP_PROXY": proxy.url})

    assert refused(ran, site, "169.254.169.254")
    assert [talk.path for talk in proxy.asked] == ["http://public.example/p"]


@pytest.mark.parametrize(
    "url", ["http://user:pw@127.0.0.1/x", "http:///x", "http://a b/x", "https://127.0.0.1:99999/x"]
)
def test_no_url_of_a_page(cli, site, url):
    ran = cli("chat", "hi", "-F", url)

    assert (ran.code, refused(ran, site)) == (2, True)
    assert "pw" not in ran.err.split("Try:")[0].replace("password", "")


# --- how much, and how long


def test_a_page_without_an_end(cli, site):
    def endless(talk):
        talk.head(200, "text/plain")
        while True:
            talk.send(b"x" * 65536)

    site.paths["/p"] = endless

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, f"{site.url}/p", "20 MiB")


def test_a_page_that_unpacks_to_too_much(cli, site):
    site.page("/p", gzip.compress(b"x" * (30 * 2**20)), 200, "text/plain", "Content-Encoding: gzip")

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, f"{site.url}/p")


def test_a_compressed_page_is_read(cli, site):
    site.page("/p", gzip.compress(b"there"), 200, "text/plain", "Content-Encoding: gzip")
    cli("chat", "hi", "-F", f"{site.url}/p")

    assert site.prompt == of(f"{site.url}/p", "there")


def dripping(talk):
    talk.head(200, "text/plain")
    while True:
        talk.send(b"x")
        time.sleep(0.05)


@pytest.mark.parametrize(
    "act", [dripping, lambda talk: talk.stall(), lambda talk: talk.head(200, "text/plain").stall()]
)
def test_a_page_that_does_not_end_in_time(cli, site, monkeypatch, act):
    monkeypatch.setattr(page, "PATIENCE", 1.0)
    site.paths["/p"] = act
    started = time.monotonic()

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, f"{site.url}/p")
    assert time.monotonic() - started < 8


def test_markup_that_takes_long_to_read(cli, site, monkeypatch):
    monkeypatch.setattr(page, "PATIENCE", 1.0)
    site.page("/p", "<b><p>x" * 700_000)

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, f"{site.url}/p", "too long")


@pytest.mark.parametrize(
    "part", ["< ", "<", "<div>", "<!--", "<a x=", "&amp", "<table><a>", "<svg><style>", "<pre>" + " " * 20]
)
def test_hostile_markup_is_read_within_the_time_of_a_page(cli, site, part):
    site.page("/p", part * 50_000 + "x")

    assert cli("chat", "hi", "-F", f"{site.url}/p").code == 0


def test_a_broken_page_is_no_page(cli, site):
    site.paths["/p"] = lambda talk: talk.head(200, "text/plain", "Content-Length: 100").send("half")

    assert refused(cli("chat", "hi", "-F", f"{site.url}/p"), site, f"{site.url}/p")


def test_nobody_there(cli, site, nobody):
    assert refused(cli("chat", "hi", "-F", f"{nobody}/p"), site, f"{nobody}/p")


@pytest.mark.parametrize("way", ["--dry-run", "--curl"])
def test_a_preview_reads_no_page(cli, site, way):
    ran = cli("chat", "hi", "-F", f"{site.url}/p", way)

    assert (ran.code, site.asked, site.prompt) == (0, [], None)
    assert f"the text of {site.url}/p is left out" in ran.err
