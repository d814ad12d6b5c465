"""CRS, geodesic areas, coverages and their repair, which polygon holds a point."""
