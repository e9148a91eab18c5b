"""The document in each output format. An emitter escapes and lays out; it never decides what is said."""
