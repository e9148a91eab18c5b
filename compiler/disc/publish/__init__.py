"""The site: pages from documents and the theme, the manifest of what is published, writing it all at once."""
