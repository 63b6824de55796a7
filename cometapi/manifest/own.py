"""Commands that are compiled when the program runs: a user's own, from YAML files in a folder of theirs.

The folder is laid out like ``spec/``: ``commands/NAME.yaml`` and the sample replies in ``replies/``.
"""

from cometapi.manifest.arguments import whole
from cometapi.manifest.compile import command_data
from cometapi.manifest.compile_program import option_sets, program_data
from cometapi.manifest.load import load_own
from cometapi.manifest.rules import check, without
from cometapi.manifest.shared_columns import joined


def compiled(folder):
    """``(commands, findings)``: the data of each command by its words, and every fault of the files.

    A command of which a file has a fault is left out.
    """
    sources, findings = load_own(folder)
    findings += check(sources)
    wrong = {finding.file for finding in findings}
    program = program_data(sources)
    sets = option_sets(program)
    right = [source.data for source in joined(without(sources, wrong)).commands.values()]
    commands = {data["command"]: whole(command_data(data, program), sets) for data in right}
    return commands, sorted(set(findings))
