"""Where a download may lead: judged by the addresses that a host has, not by what it is called."""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Network, ip_address, ip_network

from cometapi.http.url import is_loopback

METADATA = {  # where machines of a cloud get their credentials
    "169.254.169.254",
    "169.254.170.2",
    "169.254.170.23",
    "100.100.100.200",
    "168.63.129.16",
    "192.0.0.192",
    "fd00:ec2::254",
    "fd00:ec2::23",
    "fd20:ce::254",
    "fe80::a9fe:a9fe",
}
METADATA_NAMES = {"metadata.google.internal", "metadata.goog", "instance-data"}  # what only a proxy would look up
# With an IPv4 address at their end.
HOLDING = [IPv6Network(one) for one in ("64:ff9b::/96", "64:ff9b:1::/96", "::/96", "::ffff:0:0:0/96")]
LOCAL = [ip_network(one) for one in ("64:ff9b:1::/48", "fec0::/10", "192.0.0.0/24")]  # global only to some Pythons


class Judge:
    """Which hosts and addresses a download may lead to.

    ``trusts`` tells of a host whether it may be in a private network; those with the credentials of a cloud's machines are
    never taken. ``refused`` makes the error of a host that is not taken.
    """

    def __init__(self, trusts, refused):
        self.trusts, self.refused = trusts, refused

    def check(self, host):
        """Raise the error for a host that may not be led to by its very name; behind a proxy nothing else can be judged."""
        host = plain(host)
        address = literal(host)
        is_free = host not in METADATA_NAMES and (not is_loopback(host) or self.trusts(host))
        if not (self.allows(host, address) if address else is_free):
            raise self.refused(host)

    def taken(self, host, found):
        """Those of the addresses that ``getaddrinfo`` found that may be connected to; raises the error where none may."""
        allowed = [one for one in found if self.allows(plain(host), literal(one[4][0]))]
        if found and not allowed:
            raise self.refused(plain(host))
        return allowed

    def allows(self, host, address):
        """Whether an address that a host has may be connected to."""
        return not is_metadata(address) and (not is_inside(address) or self.trusts(host))


def plain(host):
    """A host as it is compared: small letters, no brackets, no dot at the end."""
    return host.strip("[]").rstrip(".").lower()


def literal(host):
    """The address that a host is, in any way of writing it that a system takes (``127.1``, ``0``, ``0x7f000001``); None of a
    name.
    """
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        pass
    try:
        return IPv4Address(socket.inet_aton(host)) if host[:1].isdigit() and " " not in host else None
    except (OSError, UnicodeError):
        return None


def inner(address):
    """The IPv4 address that an IPv6 address stands for, else the address itself."""
    if address.version == 4:
        return address
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    is_holding = int(address) > 1 and any(address in network for network in HOLDING)
    return IPv4Address(int(address) & 0xFFFFFFFF) if is_holding else address


def is_metadata(address):
    """Whether an address is one of those from which a cloud's machine gets its credentials."""
    return bool(METADATA & {str(address), str(inner(address))})


def is_inside(address):
    """Whether an address is this machine, in a private network, or no single machine's."""
    one = inner(address)
    is_local = any(address in network for network in LOCAL)
    return is_local or not one.is_global or one.is_multicast or is_metadata(address)


def leads_inside(host):
    """Whether a host is this machine, or has an address in a private network."""
    address = literal(host)
    if address or is_loopback(host):
        return not address or is_inside(address)
    with suppress(OSError, UnicodeError):
        return any(is_inside(literal(one[4][0])) for one in socket.getaddrinfo(host, None))
    return False
