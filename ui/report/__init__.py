"""The supervisor's report: drawn figures, for the screen and for paper, and the pages of a PDF."""
