"""Words of the command line to values: the walk over options, types, files, completion."""
