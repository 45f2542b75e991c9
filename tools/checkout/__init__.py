"""What `./zb` does: makes the environment a checkout runs in. Standard library only; it knows no package registry."""
