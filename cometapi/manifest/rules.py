"""Second step of the press: every fault of the sources, all at once. What passes here cannot fail later.

A rule is a function from Sources to findings; RULES is the list. The shape of a file is the schema's matter, what files
say of each other is a rule's.
"""

from dataclasses import replace

from cometapi.manifest import (
    agent_rules,
    argument_rules,
    behaviour_rules,
    body_rules,
    column_rules,
    deprecation_rules,
    flag_rules,
    limit_rules,
    overview_rules,
    own_rules,
    place_rules,
    program_rules,
    protocol_rules,
    relation_rules,
    reply_rules,
    request_rules,
    section_rules,
    shape_rules,
    step_rules,
    topic_rules,
)
from cometapi.manifest.load import listed
from cometapi.manifest.routes import placed_routes
from cometapi.manifest.schema_errors import shapes
from cometapi.manifest.shared_columns import columns_are_somewhere, joined
from cometapi.manifest.traverse import arguments_of, declared_arguments, unknown


def check(sources):
    """All findings. Rules about meaning run on the files whose shape is right, and not when the program's own is not."""
    faults = list(shapes(sources))
    findings = [finding for _, finding in faults]
    wrong = {source.file for source, _ in faults}
    is_broken_own = sources.base is not None and wrong  # what it declares may be of any shape
    if sources.program.file not in wrong and not is_broken_own:
        right = without(sources, wrong)
        findings += columns_are_somewhere(right, sources.commands.keys() - right.commands.keys())
        judged = joined(right)
        findings += [finding for rule in RULES for finding in rule(judged)]
    return findings or list(section_rules.replies_are_used(sources))


def without(sources, wrong):
    """The sources but for these files."""
    right = {
        kind: {stem: source for stem, source in getattr(sources, kind).items() if source.file not in wrong}
        for kind in ("protocols", "commands", "topics", "agents")
    }
    return replace(sources, **right, is_whole=sources.is_whole and not wrong)


def names_are_declared(sources):
    """Names of settings, services, credentials, protocols, formats and option sets that nobody declares."""
    named = [path.stem for path in listed(sources.root / "spec" / "protocols", ".yaml")]  # faulty ones, too
    program = {**sources.program.data, "protocols": dict.fromkeys([*sources.protocols, *named])}
    for source in [sources.program, *sources.commands.values()]:
        for path, name, kind in references(source.data):
            if name not in program.get(kind, {}):
                yield source.finding(path, unknown(name, program.get(kind, {})))


def references(data):
    """Every name in a file that the program file has to declare: (path, name, kind)."""
    for section in ("services", "credentials"):
        for name, one in data.get(section, {}).items():
            for key in one.keys() & {"setting", "user", "password"}:
                yield (section, name, key), one[key], "settings"
    for number, one in enumerate(data.get("paths", [])):
        for key, kind in (("service", "services"), ("credential", "credentials"), ("protocol", "protocols")):
            if key in one:
                yield ("paths", number, key), one[key], kind
    for number, one in enumerate(data.get("hints", [])):
        for place, name in enumerate(one.get("exits", [])):
            yield ("hints", number, "exits", place), name, "exits"
    for name, one in data.get("settings", {}).items():
        if is_kept(one.get("complete")):
            yield ("settings", name, "complete"), one["complete"], "completions"
        if "supplies" in one:
            yield ("settings", name, "supplies"), one["supplies"], "settings"
    for name, one in data.get("waiters", {}).items():
        if "like" in one:
            yield ("waiters", name, "like"), one["like"], "waiters"
    for number, name in enumerate(data.get("use", [])):
        yield ("use", number), name, "options"
    if "other_models" in data:
        yield ("other_models", "by"), data["other_models"]["by"], "completions"
    if "window" in data:
        yield ("window",), data["window"], "completions"
    if "wait" in data:
        yield ("wait", "for"), data["wait"]["for"], "waiters"
    for path, item in declared_arguments(data):
        for key, kind in (("default_from", "settings"), ("complete", "completions")):
            if key in item and (key != "complete" or is_kept(item[key])):
                yield (*path, key), item[key], kind
    for prefix, one in placed_routes(data):
        yield from route_references(prefix, one)


def is_kept(completion):
    """Whether the words of a completion are kept, and not those that every program has: $files and the like."""
    return completion is not None and not completion.startswith("$")


def route_references(prefix, one):
    """The names in one part of a file that may hold request and response: (path, name, kind)."""
    for key, kind in (("service", "services"), ("credential", "credentials")):
        if key in one.get("request", {}):
            yield (*prefix, "request", key), one["request"][key], kind
    if "credential" in one:
        yield (*prefix, "credential"), one["credential"], "credentials"
    response = one.get("response", {})
    if "protocol" in response:
        yield (*prefix, "response", "protocol"), response["protocol"], "protocols"
    for number, column in enumerate(response.get("columns", [])):
        if "format" in column:
            yield (*prefix, "response", "columns", number, "format"), column["format"], "formats"


def words_are_single(sources):
    """A file whose name is not its protocol's, command's, topic's or agent's, and positionals that look like the words of longer commands."""
    words = {}
    for kind in ("protocol", "command", "topic", "agent"):
        for stem, source in getattr(sources, f"{kind}s").items():
            name = source.data[kind]
            if stem != name.replace(" ", "-"):
                yield source.finding((kind,), f"The file of this {kind} is named {name.replace(' ', '-')}.yaml.")
            if kind == "command":
                words[name] = source
    for command, source in words.items():
        longer = next((other for other in words if other.startswith(f"{command} ")), None)
        words_like = [item for _, item in arguments_of(source.data) if "name" in item and not is_message(item)]
        if longer and words_like:
            sentence = f"Its positionals are ambiguous with longer commands, such as {longer}."
            yield source.finding(("command",), sentence)


def is_message(item):
    """Whether a positional is free text, which is rarely a single word; after -- it may be anything."""
    return item.get("does") == "message"


RULES = [
    names_are_declared,
    words_are_single,
    program_rules.named_commands_exist,
    program_rules.hints_name_options,
    program_rules.sample_times_make_sense,
    program_rules.network_options_have_settings,
    program_rules.settings_make_sense,
    program_rules.formats_have_writers,
    program_rules.credentials_are_secret,
    program_rules.formats_make_sense,
    program_rules.completions_are_kept,
    *overview_rules.RULES,
    *topic_rules.RULES,
    *agent_rules.RULES,
    *own_rules.RULES,
    flag_rules.option_sets_stand_once,
    flag_rules.flags_are_single,
    flag_rules.flags_are_declared,
    flag_rules.flags_of_sets_are_declared,
    flag_rules.spellings_are_of_sets,
    flag_rules.option_sets_go_together,
    flag_rules.short_letters_agree,
    argument_rules.orders_compare,
    argument_rules.assignments_are_taken,
    argument_rules.words_can_be_typed,
    argument_rules.words_are_mapped,
    argument_rules.arguments_make_sense,
    argument_rules.values_follow_settings,
    place_rules.places_exist,
    place_rules.places_are_of_arguments,
    place_rules.pages_go_somewhere,
    place_rules.values_fit_places,
    place_rules.places_are_apart,
    place_rules.headers_are_free,
    shape_rules.shapes_are_filled,
    shape_rules.shared_shapes_are_filled,
    shape_rules.context_has_its_media,
    shape_rules.attachments_have_a_place,
    section_rules.behaviours_have_their_ground,
    section_rules.sections_have_their_ground,
    section_rules.charges_have_their_ground,
    section_rules.others_are_served_by_programs,
    section_rules.programs_make_their_own,
    section_rules.streams_can_be_switched,
    section_rules.columns_are_single,
    column_rules.column_types_are_needed,
    relation_rules.relations_make_sense,
    relation_rules.choices_can_be_made,
    relation_rules.variables_are_single,
    deprecation_rules.commands_to_use_exist,
    deprecation_rules.settings_to_use_exist,
    limit_rules.limits_make_sense,
    request_rules.paths_have_sources,
    request_rules.selectors_compile,
    protocol_rules.selectors_compile,
    protocol_rules.commands_speak_their_protocol,
    protocol_rules.answers_can_be_read,
    protocol_rules.servers_can_be_spoken_to,
    request_rules.requests_are_complete,
    request_rules.runs_exist,
    behaviour_rules.behaviours_are_single,
    behaviour_rules.behaviours_are_offered,
    *reply_rules.RULES,
    *step_rules.RULES,
    *body_rules.RULES,
]
