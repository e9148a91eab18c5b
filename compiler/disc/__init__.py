"""disc: the compiler for China's public budget disclosures."""

__version__ = "0.1.0"
