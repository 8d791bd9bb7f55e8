"""The supervisor's log: pages, stories and figures, read from the records and never written there."""
