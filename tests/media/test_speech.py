"""``speech``: where the sound goes, what is no sound, what is told before anything is paid for, and players."""

import io
import json
import os
import signal
import stat
import subprocess
import time
import wave

import pytest
import warm

from cometapi.children import waited_for

MP3 = b"\xff\xfb\x10\xc0" + bytes(100)
FLAC = b"fLaC" + bytes(40)
PAGE = "<!DOCTYPE html><html><title>Bad gateway</title></html>"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "d").mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    return tmp_path


@pytest.fixture
def says(raw):
    """Answer every request with these bytes as a sound."""

    def answer(body=MP3, kind="audio/mpeg", status=200):
        raw(lambda talk: talk.whole(body, status, kind))
        return raw

    return answer


def body(raw):
    (talk,) = raw.talks
    return json.loads(talk.body)


def test_only_what_was_asked_for_is_sent(says, cli):
    raw = says()
    cli("speech", "hi", "-o", "a.mp3")

    assert raw.talks[0].path == "/v1/audio/speech"
    assert body(raw) == {"model": "gpt-4o-mini-tts", "voice": "alloy", "input": "hi"}


def test_every_option_has_its_field(says, cli):
    raw = says()
    words = ("--voice", "nova", "--response-format", "flac", "--speed", "1.5", "--instructions", "softly")
    cli("speech", *words, "-m", "x", "-o", "a.flac", stdin="from a pipe\n")

    assert body(raw) == {
        "model": "x",
        "voice": "nova",
        "response_format": "flac",
        "speed": 1.5,
        "instructions": "softly",
        "input": "from a pipe",
    }


def test_a_file_is_written_and_named(says, cli, folder):
    says()
    ran = cli("speech", "hi", "-o", "a.mp3")

    assert (ran.code, ran.out, ran.err) == (0, "a.mp3\n", "")
    assert (folder / "a.mp3").read_bytes() == MP3


def test_a_new_name_has_the_ending_of_the_bytes_and_is_new(says, cli, folder):
    says(FLAC)  # as audio/mpeg
    (folder / "d" / "speech-1.flac").write_bytes(b"old")

    assert cli("speech", "hi", "--save", "d").out == "d/speech-2.flac\n"
    assert (folder / "d" / "speech-1.flac").read_bytes() == b"old"


def test_a_name_that_was_given_is_kept_and_told(says, cli, folder):
    says(FLAC)
    ran = cli("speech", "hi", "-o", "x.mp3")

    assert (ran.code, ran.out) == (0, "x.mp3\n")
    assert ran.err == "cometapi: x.mp3 contains audio/flac, although its name suggests another format.\n"
    assert (folder / "x.mp3").read_bytes() == FLAC


def test_a_pipe_gets_the_bytes_alone(says, environ):
    says()

    assert warm.run(["speech", "hi"], environ, None, b"") == (0, MP3, b"")
    assert warm.run(["speech", "hi", "-o", "-"], environ, None, b"") == (0, MP3, b"")


def test_a_terminal_gets_nothing_before_anything_is_paid_for(says, environ, folder):
    from inprocess import Stream, run

    raw = says()
    streams = [Stream(), Stream(terminal=True), Stream(terminal=True)]
    assert run(["speech", "hi"], environ, streams) == 2
    assert "a terminal cannot show; write it with --output FILE." in " ".join(streams[2].text().split())
    assert raw.accepted == 0
    assert run(["speech", "hi", "--save", "d"], environ, [Stream(), Stream(terminal=True), Stream(terminal=True)]) == 0


NO_SOUND = {
    "a page": (PAGE, "text/html", "The service answered with a page of HTML instead of a file: Bad gateway"),
    "a page that calls itself a sound": (
        PAGE,
        "audio/mpeg",
        "The service answered with a page of HTML instead of a file: Bad gateway",
    ),
    "an error": ('{"error": {"message": "m"}}', "audio/mpeg", "The service refused the request: m."),
    "an error as JSON": ('{"error": {"message": "m"}}', "application/json", "The service refused the request: m."),
    "JSON": ('{"audio": "data"}', "audio/mpeg", 'The service answered with JSON instead of a file: {"audio": "data"}'),
    "XML": (
        "<?xml version='1.0'?><Error>No</Error>",
        "audio/mpeg",
        "The service answered with text instead of a file: <?xml version='1.0'?><Error>No</Error>",
    ),
    "nothing": ("", "audio/mpeg", "The service returned an empty reply."),
}


@pytest.mark.parametrize("words", [("-o", "a.mp3"), ("--save", "d"), ("--play",), (), ("--response-format", "wav")])
@pytest.mark.parametrize("kind", NO_SOUND)
def test_what_is_no_sound_is_a_failure_with_its_text(kind, words, says, cli, folder):
    data, media_type, sentence = NO_SOUND[kind]
    says(data, media_type)
    ran = cli("speech", "hi", *words)

    assert (ran.code, ran.out, ran.err.splitlines()[0]) == (1, "", f"cometapi: {sentence}")
    assert not (folder / "a.mp3").exists()
    assert os.listdir(folder / "d") == []


def test_a_format_without_a_mark_is_judged_by_its_header_alone(says, cli, folder):
    says('{"looks": "like JSON"}', "audio/pcm")
    assert cli("speech", "hi", "--response-format", "pcm", "-o", "a.pcm").code == 0
    assert (folder / "a.pcm").read_bytes() == b'{"looks": "like JSON"}'

    says('{"error": {"message": "m"}}', "application/json")
    assert cli("speech", "hi", "--response-format", "pcm", "-o", "b.pcm").code == 1
    assert not (folder / "b.pcm").exists()


def test_a_sound_whose_header_says_json_is_one(says, cli):
    says(MP3, "application/json")

    assert cli("speech", "hi", "--save", "d").out == "d/speech-1.mp3\n"


@pytest.mark.parametrize("sign", ["a", "ü"])
def test_text_that_is_too_long_is_told_before_anything_is_sent(sign, says, cli):
    raw = says()
    assert cli("speech", sign * 4096, "-o", "a.mp3").code == 0
    for words, stdin in (((sign * 4097,), ""), ((), sign * 4097)):
        ran = cli("speech", *words, "-o", "b.mp3", stdin=stdin)
        assert (ran.code, ran.err.splitlines()[0]) == (2, "cometapi: TEXT takes at most 4,096 characters, not 4,097.")
    assert raw.accepted == 1


BEFORE = {
    "a model without instructions": (
        "hi -m tts-1 --instructions softly -o a.mp3",
        "The models tts-1 and tts-1-hd do not support --instructions.",
    ),
    "a file that is there": ("hi -o there.mp3", "{folder}/there.mp3 already exists."),
    "a folder that is not": ("hi -o no/a.mp3", "--output is in a folder that does not exist: {folder}/no."),
    "no text": ("-o a.mp3", "TEXT is missing or empty: give it as an argument or through a pipe."),
    "a speed out of range": ("hi --speed 9 -o a.mp3", "--speed must be between 0.25 and 4, not 9."),
}


@pytest.mark.parametrize("case", BEFORE)
def test_what_can_be_known_is_told_before_anything_is_sent(case, says, cli, folder):
    line, sentence = BEFORE[case]
    raw = says()
    (folder / "there.mp3").write_bytes(b"old")
    ran = cli("speech", *line.split())

    assert (ran.code, ran.err.splitlines()[0]) == (2, f"cometapi: {sentence.format(folder=folder)}")
    assert raw.accepted == 0
    assert (folder / "there.mp3").read_bytes() == b"old"


@pytest.mark.parametrize("words", [("--save", "d"), ("-o", "d/a.mp3")])
def test_a_folder_that_is_read_only_is_told_before_anything_is_sent(words, says, cli, monkeypatch):
    raw = says()
    monkeypatch.setattr("os.access", lambda path, mode: not str(path).endswith("d"))
    ran = cli("speech", "hi", *words)

    assert (ran.code, raw.accepted) == (2, 0)
    assert "cannot be written to." in ran.err


def wav(claimed, frames=b"\1\0" * 400):
    """A WAV of 400 samples whose header says other sizes, as a service says them that does not know the end."""
    made = io.BytesIO()
    with wave.open(made, "wb") as sound:
        sound.setparams((1, 2, 8000, 400, "NONE", ""))
        sound.writeframes(frames)
    data = bytearray(made.getvalue())
    data[4:8] = data[40:44] = claimed.to_bytes(4, "little")
    return bytes(data)


@pytest.mark.parametrize("claimed", [0, 0x7FFFFFFF, 0xFFFFFFFF, 900])
def test_the_sizes_in_a_wav_are_mended_in_a_file_and_left_in_a_pipe(claimed, says, cli, environ, folder):
    says(wav(claimed), "audio/wav")
    for words, name in ((("-o", "a.wav"), "a.wav"), (("--save", "d"), "d/speech-1.wav")):
        assert cli("speech", "hi", "--response-format", "wav", *words).out == f"{name}\n"
        with wave.open(str(folder / name)) as sound:
            assert (sound.getnframes(), len(sound.readframes(1000))) == (400, 800)
    assert warm.run(["speech", "hi"], environ, None, b"")[1] == wav(claimed)


def test_a_wav_that_tells_the_truth_stays_as_it_is(says, cli, folder):
    whole = wav(800) + b"LIST\4\0\0\0abcd"
    says(whole, "audio/wav")
    cli("speech", "hi", "-o", "a.wav")

    assert (folder / "a.wav").read_bytes() == whole


def player(folder, script, name="mpg123"):
    """A player of this name that does what the script says; it is told the file as the last word."""
    path = folder / "bin" / name
    path.write_text(f"#!/bin/sh\nfor file; do :; done\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


def with_players(folder):
    return {"PATH": f"{folder / 'bin'}", "TMPDIR": str(folder / "tmp")}


def test_a_sound_is_played_and_gone(says, cli, folder):
    says()
    player(folder, f'/bin/cat "$file" > {folder}/heard; echo "$file" > {folder}/told')
    ran = cli("speech", "'; touch x; '", "--play", env=with_players(folder))

    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (folder / "heard").read_bytes() == MP3
    assert (folder / "told").read_text().startswith("/")
    assert os.listdir(folder / "tmp") == []
    assert not (folder / "x").exists()


PLAYERS = {
    "none": (None, "No audio player for audio/mpeg was found."),
    "one that fails": ("exit 1", "{folder}/bin/mpg123 could not play the audio (exit code 1)."),
}


@pytest.mark.parametrize("kind", PLAYERS)
def test_a_sound_is_kept_where_no_player_plays_it(kind, says, cli, folder):
    says()
    script, sentence = PLAYERS[kind]
    if script:
        player(folder, script)
    ran = cli("speech", "hi", "--play", env=with_players(folder))

    assert (ran.code, ran.out) == (0, "speech-1.mp3\n")
    assert ran.err == f"cometapi: {sentence.format(folder=folder)}\n"
    assert (folder / "speech-1.mp3").read_bytes() == MP3
    assert os.listdir(folder / "tmp") == []


@pytest.mark.parametrize("words", [("-o", "a.mp3"), ("--save", "d")])
def test_a_file_is_written_whatever_the_player_does(words, says, cli, folder):
    says()
    player(folder, "exit 3")
    ran = cli("speech", "hi", *words, "--play", env=with_players(folder))

    path = ran.out.strip()
    assert (ran.code, (folder / path).read_bytes()) == (0, MP3)
    assert "could not play the audio (exit code 3)." in ran.err


def test_a_player_gets_only_what_it_plays(says, cli, folder):
    says(FLAC, "audio/flac")
    player(folder, f"touch {folder}/played")  # mpg123, which plays MP3 alone

    assert cli("speech", "hi", "--play", env=with_players(folder)).out == "speech-1.flac\n"
    says(b"\0\1" * 50, "audio/pcm")
    player(folder, f"touch {folder}/played", "mpv")
    ran = cli("speech", "hi", "--response-format", "pcm", "--play", env=with_players(folder))
    assert (ran.out, ran.err) == ("speech-1.pcm\n", "cometapi: No audio player for audio/pcm was found.\n")
    assert not (folder / "played").exists()


def test_a_player_that_hangs_ends_with_ctrl_c_and_the_sound_is_kept(says, environ, folder):
    from conftest import PROGRAM

    says()
    player(folder, f"echo $$ > {folder}/pid; exec /bin/sleep 60")
    environ = {**environ, **with_players(folder)}
    running = subprocess.Popen(
        [PROGRAM, "speech", "hi", "--play"], env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=folder
    )
    end = time.monotonic() + 20
    while not (folder / "pid").exists() or not (folder / "pid").read_text().strip():
        assert time.monotonic() < end
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=20)

    assert (running.returncode, out) == (130, b"")
    assert b"Saved speech-1.mp3." in err
    assert (folder / "speech-1.mp3").read_bytes() == MP3
    assert os.listdir(folder / "tmp") == []
    with pytest.raises(ProcessLookupError):
        os.kill(int((folder / "pid").read_text()), 0)


def test_events_in_the_place_of_a_sound_are_no_sound(raw, cli, folder):
    raw(lambda talk: talk.whole(b'data: {"error": {"message": "no"}}\n\n', 200, "text/event-stream"))
    ran = cli("speech", "hi", "-o", "a.mp3")

    assert (ran.code, "instead of a file" in ran.err, (folder / "a.mp3").exists()) == (1, True, False)


def test_a_player_that_ctrl_c_meets_while_it_is_started_is_ended_too(monkeypatch):
    start, started = subprocess.Popen, []

    def starting(*words, **named):
        started.append(start(*words, **named))
        os.kill(os.getpid(), signal.SIGINT)
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", starting)
    with pytest.raises(KeyboardInterrupt):
        waited_for(["sleep", "60"])
    assert started[0].returncode == -signal.SIGKILL


@pytest.mark.parametrize("status", [500, 502, 504])
def test_what_may_have_been_paid_for_is_not_sent_again(status, raw, cli):
    raw(lambda talk: talk.whole({}, status))
    ran = cli("speech", "hi", "-o", "a.mp3", "--retries", "5")

    assert (ran.code, len(raw.talks)) == (69, 1)


def test_a_sound_that_is_cut_leaves_no_file(raw, cli, folder):
    raw(lambda talk: talk.head(200, "audio/mpeg", "Content-Length: 1000").send(MP3))
    ran = cli("speech", "hi", "-o", "a.mp3")

    assert (ran.code, ran.out, (folder / "a.mp3").exists()) == (69, "", False)
