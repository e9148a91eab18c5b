"""Values every stage shares: numbers, places, diagnostics, lines, figures, documents. Imports nothing above."""
