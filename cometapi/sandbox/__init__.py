"""The sandbox: a server on loopback that answers from sample replies."""
