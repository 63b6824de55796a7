"""Every way to the network: requests, bodies, the transport, errors of the service, pages, the cache."""
