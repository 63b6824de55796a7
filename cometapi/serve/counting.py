"""How many tokens a request has, for clients that ask before they send: an estimate, because only the service can count.

What stands in a text is counted by kind, each with the tokens that it has on average in four public tokenizers: OpenAI's o200k and
cl100k, Google's Gemma and Anthropic's for Claude 2. The manifest says how many times as many a vendor's models have. Measured on 326
texts of 1 to 8 KB in English, German, code, JSON, YAML and logs, added up by kind, the estimate is

- for OpenAI (o200k) from 5 % below to 15 % above; Chinese, Japanese and Russian up to 20 % above;
- for Google (Gemma) from 12 % below to 13 % above; Russian 30 %, Chinese and Japanese up to 45 % above;
- for Claude not known, because the tokenizers since Claude 3 are not public. Users report about 10 % more tokens than OpenAI's have
  for English and code, and since Opus 4.7 another 15 to 45 %: the estimate is some 25 % above the former, and from 10 % above to 15 %
  below the latter.
"""

import json
import re

EASTERN = "\u3000-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"  # Chinese, Japanese, Korean
ACCENTED = "\u00c0-\u024f"
KINDS = (  # what stands in a text, and its tokens
    (r"[A-Z]?[a-z]{1,10}|[A-Z]{1,4}", 1.2),  # a word, or one of those that a name is made of
    (r"\d{1,3}", 1.5),
    (r"[!-/:-@\[-`{-~]", 0.6),  # a sign: several that stand together are often one token
    (r"\n\s*", 2),  # the end of a line, and the indentation of the next one
    (f"[{EASTERN}]", 0.85),
    (f"[{ACCENTED}]", 2),  # a letter that few words have breaks them up
    (rf"[^\W\d_A-Za-z{ACCENTED}{EASTERN}]", 0.5),  # a letter of another alphabet
    (rf"[^\w\s!-~{EASTERN}]", 2),
)
ALWAYS, TURN = 4, 3  # tokens that every request has besides its texts, and every turn
MEDIUM = 1300  # tokens of an image or a page
DATA = re.compile(r"(?:data:[^,]*,)?[A-Za-z0-9+/=_-]{512,}")  # the bytes of a medium
TURNS = ("messages", "input", "contents")
OBJECTS = ("tools", "input", "args", "response")  # what a model reads as JSON: tools, what they get, and what they say
UNREAD = ("model", "metadata", "signature", "thoughtSignature", "encrypted_content", "cache_control")


def tokens(body, times=1, tools=0):
    """The tokens of a request's body: its instructions, turns and tools. ``times`` as many as usual, and ``tools`` more where it has
    tools.
    """
    body = body if isinstance(body, dict) else {}
    turns = sum(len(body[name]) for name in TURNS if isinstance(body.get(name), list))
    said = ALWAYS + TURN * turns + sum(map(of_text, read(body)))
    return round(said * times + (tools if body.get("tools") else 0))


def read(value):
    """The texts of a JSON value that a model reads: a generator."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from read(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name in OBJECTS and (isinstance(one, dict) or name == "tools"):
                yield json.dumps(one, ensure_ascii=False)
            elif name not in UNREAD:
                yield from read(one)


def of_text(text):
    """The tokens of a text; of the data of a medium those of a medium."""
    if DATA.fullmatch(text):
        return MEDIUM
    return sum(len(re.findall(kind, text)) * each for kind, each in KINDS)
