"""From a spec and a form to a document: measures, sentences, tables, sections."""
