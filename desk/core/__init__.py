"""The rules, pure: events in, a new desk and commands out."""
