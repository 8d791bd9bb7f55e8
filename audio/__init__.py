"""Sound: text to speech, prompt sentences to clips, hold music, keys heard in the sound, WAV files, the
loudspeaker.

PCM is always `bytes`, signed 16-bit little-endian, mono. Nothing here imports the engine or the windows.
"""
