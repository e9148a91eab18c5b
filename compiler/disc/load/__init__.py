"""Reading what people wrote: YAML with places, and its check against a JSON Schema."""
