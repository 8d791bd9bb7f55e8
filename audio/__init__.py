"""Sound: text to speech, prompts, music and files."""
