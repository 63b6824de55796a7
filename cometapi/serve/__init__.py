"""The gateway: a server on this machine that passes the requests of other programs on to the service, with the program's own key,
budget and history.
"""
