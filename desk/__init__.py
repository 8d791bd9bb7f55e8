"""The engine: the phone line, the rules, the records and the voice, without a window."""
