"""Commands that are not one request: a short function each, named by ``run`` in the manifest."""
