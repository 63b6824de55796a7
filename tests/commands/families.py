"""What the tests of the families of media know of each: how a task is made, looked at, and what its replies look like."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Family:
    """One command that makes a task and how it goes on; ``look`` makes the reply to a look from a state and its facts."""

    create: list[str]
    target: str  # method and path of what is sent
    body: dict[str, Any]  # what is sent
    accepted: Any  # what the service answers
    task: str  # the id in that
    path: str  # where the task is looked at
    look: Any
    running: str
    done: str
    failed: str
    wait: list[str] = field(default_factory=list)  # more words of the wait
    ids: list[Any] = field(default_factory=list)  # other replies with the id, or another one: (reply, id)

    @property
    def name(self):
        return self.create[0]


def kling(status, link=None, reason=None, progress=None):
    data = {"task_id": "k-1", "task_status": status, "task_status_msg": reason or ""}
    data |= {"task_result": {"videos": [{"id": "1", "url": link}]}} if link is not None else {}
    return {"code": 0, "message": "SUCCEED", "data": data}


def midjourney(status, link=None, reason=None, progress="58%"):
    return {
        "id": "1712",
        "action": "IMAGINE",
        "status": status,
        "progress": progress,
        "imageUrl": link or "",
        "failReason": reason or "",
        "buttons": [],
    }


def runway(status, link=None, reason=None, progress=0.58):
    found = {"id": "r-1", "status": status, "progress": progress, "failure": reason}
    return found | ({"output": [link]} if link is not None else {})


def flux(status, link=None, reason=None, progress=None):
    return {"id": "f-1", "status": status, "progress": progress, "error": reason, "result": link and {"sample": link}}


def replicate(status, link=None, reason=None, progress=None):
    return {"id": "p-1", "model": "a/b", "status": status, "output": link, "error": reason, "logs": ""}


def bria(status, link=None, reason=None, progress=None):
    found = {"request_id": "b-1", "status": status, "result": {"seed": 7, "image_url": link} if link else None}
    return found | ({"error": {"code": 422, "message": reason}} if reason else {})


def grok(status, link=None, reason=None, progress=None):
    found = {"status": status, "progress": progress, "video": {"url": link} if link is not None else None}
    return found | ({"error": {"message": reason}} if reason else {})


def seedance(status, link=None, reason=None, progress=None):
    found = {"id": "s-1", "model": "m", "status": status, "content": {"video_url": link} if link is not None else None}
    return found | ({"error": {"code": "Sensitive", "message": reason}} if reason else {})


def suno(status, link=None, reason=None, progress="58%"):
    clips = [] if link is None else [{"id": "c", "title": "Rain", "audio_url": link}]
    data = {"task_id": "u-1", "status": status, "progress": progress, "fail_reason": reason or "", "data": clips}
    return {"code": "success", "message": "", "data": data}


PICTURE = "https://example.com/a.png"
FAMILIES = {
    "kling": Family(
        ["kling", "text2video", "a fox", "--duration", "5", "--own-id", "o-1"],
        "POST /kling/v1/videos/text2video",
        {"prompt": "a fox", "duration": "5", "external_task_id": "o-1"},
        {"code": 0, "message": "SUCCEED", "data": {"task_id": "k-1", "task_status": "submitted"}},
        "k-1",
        "/kling/v1/videos/text2video/k-1",
        kling,
        "processing",
        "succeed",
        "failed",
        ids=[({"code": 0, "data": {"task_id": 7}}, "7")],
    ),
    "kling image": Family(
        ["kling", "image2video", PICTURE, "it turns", "--model", "kling-v2-master", "--own-id", "o-2"],
        "POST /kling/v1/videos/image2video",
        {"image": PICTURE, "prompt": "it turns", "model_name": "kling-v2-master", "external_task_id": "o-2"},
        {"code": 0, "message": "SUCCEED", "data": {"task_id": "k-1", "task_status": "submitted"}},
        "k-1",
        "/kling/v1/videos/image2video/k-1",
        kling,
        "submitted",
        "succeed",
        "failed",
        wait=["--kind", "image2video"],
    ),
    "midjourney": Family(
        ["midjourney", "imagine", "a fox --ar 16:9", "--bot", "niji"],
        "POST /mj/submit/imagine",
        {"prompt": "a fox --ar 16:9", "botType": "NIJI_JOURNEY"},
        {"code": 1, "description": "提交成功", "result": "1712", "properties": {}},
        "1712",
        "/mj/task/1712/fetch",
        midjourney,
        "IN_PROGRESS",
        "SUCCESS",
        "FAILURE",
        ids=[({"code": 1, "result": 1712}, "1712")],
    ),
    "runway": Family(
        ["runway", "image2video", PICTURE, "it turns", "--duration", "10", "--no-watermark"],
        "POST /runwayml/v1/image_to_video",
        {
            "promptImage": PICTURE,
            "promptText": "it turns",
            "model": "gen3a_turbo",
            "duration": 10,
            "watermark": False,
        },
        {"id": "r-1"},
        "r-1",
        "/runwayml/v1/tasks/r-1",
        runway,
        "RUNNING",
        "SUCCEEDED",
        "FAILED",
        ids=[({"id": "", "task_id": "r-2"}, "r-2"), ({"id": 7}, "7")],
    ),
    "flux": Family(
        ["flux", "create", "a fox", "--width", "1024", "--output-format", "png"],
        "POST /flux/v1/flux-pro-1.1",
        {"prompt": "a fox", "width": 1024, "output_format": "png"},
        {"id": "f-1", "polling_url": "https://upstream.example.com/x"},
        "f-1",
        "/flux/v1/get_result?id=f-1",
        flux,
        "Pending",
        "Ready",
        "Content Moderated",
        ids=[({"task_id": "f-2"}, "f-2")],
    ),
    "replicate": Family(
        ["replicate", "create", "black-forest-labs/flux-schnell", "a fox", "--num-outputs", "2", "--set", "input.go=1"],
        "POST /replicate/v1/models/black-forest-labs/flux-schnell/predictions",
        {"input": {"prompt": "a fox", "num_outputs": 2, "go": 1}},
        {"id": "p-1", "status": "starting", "output": None, "error": None, "urls": {"get": "https://x.example.com"}},
        "p-1",
        "/replicate/v1/predictions/p-1",
        replicate,
        "processing",
        "succeeded",
        "canceled",
    ),
    "bria": Family(
        ["bria", "edit", "erase", PICTURE, "--mask", PICTURE],
        "POST /bria/image/edit/erase",
        {"image": PICTURE, "mask": PICTURE},
        {"request_id": "b-1"},
        "b-1",
        "/bria/b-1",
        bria,
        "IN_PROGRESS",
        "COMPLETED",
        "UNKNOWN",
    ),
    "grok": Family(
        ["grok", "video", "a fox", "--image", PICTURE, "--duration", "5", "--resolution", "480p"],
        "POST /grok/v1/videos/generations",
        {
            "prompt": "a fox",
            "model": "grok-imagine-video",
            "image": {"url": PICTURE},
            "duration": 5,
            "resolution": "480p",
        },
        {"request_id": "g-1"},
        "g-1",
        "/grok/v1/videos/g-1",
        grok,
        "pending",
        "done",
        "expired",
        ids=[({"request_id": "", "id": "g-2"}, "g-2")],
    ),
    "grok edit": Family(
        ["grok", "edit", "https://example.com/a.mp4", "make it night"],
        "POST /grok/v1/videos/edits",
        {"video": "https://example.com/a.mp4", "prompt": "make it night"},
        {"request_id": "g-1"},
        "g-1",
        "/grok/v1/videos/g-1",
        grok,
        "pending",
        "done",
        "failed",
    ),
    "seedance": Family(
        ["seedance", "create", "a fox", "-m", "doubao-seedance-1-0-pro"],
        "POST /volc/v3/contents/generations/tasks",
        {"model": "doubao-seedance-1-0-pro", "content": [{"type": "text", "text": "a fox"}]},
        {"id": "s-1"},
        "s-1",
        "/volc/v3/contents/generations/tasks/s-1",
        seedance,
        "running",
        "succeeded",
        "failed",
    ),
    "suno": Family(
        ["suno", "create", "--description", "rain", "--instrumental"],
        "POST /suno/submit/music",
        {"gpt_description_prompt": "rain", "make_instrumental": True},
        {"code": "success", "message": "", "data": "u-1"},
        "u-1",
        "/suno/fetch/u-1",
        suno,
        "IN_PROGRESS",
        "SUCCESS",
        "FAILURE",
    ),
}
