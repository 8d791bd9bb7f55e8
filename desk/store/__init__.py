"""What is kept on disk: the journal, and the views and people beside it."""
