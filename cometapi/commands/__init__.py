"""Commands that are more than one request: a function each, named by ``run`` in the manifest."""
