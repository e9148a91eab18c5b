"""The work on single specs, one after the other, in other processes or on other machines, or remembered."""
