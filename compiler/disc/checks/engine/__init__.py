"""How checks run: in which order, by which settings, and what a spec accepts. No check lives here."""
