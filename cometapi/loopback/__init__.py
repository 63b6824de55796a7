"""What the servers of this program share, which listen on this machine only: the sandbox and the gateway."""
