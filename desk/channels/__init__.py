"""The outside world: each channel turns it into events, and commands into it."""
