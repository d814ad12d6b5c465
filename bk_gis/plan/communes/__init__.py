"""The file of communes of a plan folder: how it is described, read and checked."""
