"""A report as a Word document that can be handed in."""
