"""For all tests, however they are started."""

import os

# windows are drawn without a screen unless somebody wants to see them
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
