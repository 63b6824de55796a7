"""What programs read first: ``llms.txt`` lists the pages, ``llms-full.txt`` has most of them in one file."""

TITLES = {
    "guide": "Guides",
    "command": "Commands",
    "topic": "Topics",
    "reference": "Reference",
    "manifest": "The manifest's language",
    "changes": "Changes",
}
IN_FULL = ("start", "guide", "topic", "command", "reference")


def files(model, pages, written):
    """The two files."""
    parts = [f"# {model.name}", f"> {model.summary}", " ".join(model.description.split())]
    for kind, title in TITLES.items():
        listed = [f"- [{page.title}]({page.path}.md): {page.summary}" for page in pages if page.kind == kind]
        parts += [f"## {title}", "\n".join(listed)] if listed else []
    full = [written[f"{page.path}.md"] for page in pages if page.kind in IN_FULL and page.path != "all"]
    return {"llms.txt": "\n\n".join(parts) + "\n", "llms-full.txt": "\n".join(full)}
