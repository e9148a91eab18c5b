"""What helps an author: what forms there are, what a spec for one holds, and a skeleton to begin with."""
