"""Bytes as text: by the encoding that is certain, and never a guess."""

import re
from codecs import lookup

BOMS = (  # UTF-32 before UTF-16, whose mark it begins with
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Encodings of text that a file or a page may name; Python has others, which are no charsets, or cost without a limit.
KNOWN = re.compile(
    r"ascii|utf-(8|16|32)(-sig|-le|-be)?|iso8859-\d+|cp(125\d|437|85\d|866|874|932|949|950)|koi8-[rut]|mac-\w+|tis-620"
    r"|gb2312|gbk|gb18030|big5(hkscs)?|shift_jis|euc_(jp|kr)|iso2022_jp|johab"
)
BROWSERS = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gbk", "shift_jis": "cp932", "euc_kr": "cp949"}
DECLARED = (  # in the first bytes of a file: XML, HTML, and the line of an editor
    re.compile(rb"\A\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)"),
    re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"\A(?:[^\n]*\n)?[^\n]*?\bcoding[:=][ \t]*([-\w.]+)"),
)
BEGINNING = 4096  # bytes in which a file says what it is written in


def marked(content):
    """The encoding that the mark at the beginning of bytes says, None without one."""
    return next((name for mark, name in BOMS if content.startswith(mark)), None)


def declared(content):
    """The encoding that the beginning of a text names, None where it names none; one of two bytes a letter it cannot mean."""
    found = (pattern.search(content[:BEGINNING]) for pattern in DECLARED)
    name = next((known(one[1].decode("ascii", "replace")) for one in found if one), None)
    return "utf-8" if name and name.startswith(("utf-16", "utf-32")) else name


def known(label):
    """The name of an encoding that somebody calls so, None where it is none that is read."""
    try:
        name = lookup(label.strip("\"' ")).name
    except (LookupError, ValueError):
        return None
    return BROWSERS.get(name, name) if KNOWN.fullmatch(name) else None


def text_of_file(content):
    """The text of a file's bytes: by its mark, as UTF-8, or as it says of itself; None where that does not fit."""
    mark = marked(content)
    return first_fitting(content, [mark] if mark else ["utf-8", declared(content)])


def text_of_page(content, label=None):
    """The text of a page: by its header's ``label``, its mark, or what it says of itself, else as UTF-8; None otherwise.

    A few bytes that do not fit what a page says of itself become replacement characters.
    """
    said = known(label or "") or marked(content) or declared(content)
    found = first_fitting(content, [said, "utf-8"])
    return content.decode(said, "replace").removeprefix("\ufeff") if found is None and said else found


def first_fitting(content, names):
    """The bytes as text in the first of some encodings that fits all of them, without a mark; None where none does."""
    for name in filter(None, names):
        try:
            text = content.decode(name).removeprefix("\ufeff")
        except UnicodeError:
            continue
        if "\0" not in text:
            return text
    return None
