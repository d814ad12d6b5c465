"""A decision's table of clusters, read as people have it."""
