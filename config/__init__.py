"""Every setting, declared once, and the texts that are spoken."""
