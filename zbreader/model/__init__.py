"""The ground: plain frozen data that every room shares. Standard library only, no behaviour beyond reading oneself."""
