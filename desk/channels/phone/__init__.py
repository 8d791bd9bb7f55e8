"""The phone line: calls by SIP, and what is said and heard in them."""
