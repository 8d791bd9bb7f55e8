"""Every setting, declared once, and the texts that are spoken."""

from config.settings import Problem, Settings, SettingsRefused, load

__all__ = ["Problem", "Settings", "SettingsRefused", "load"]
