"""The sheet for the wall: a frame around the map, on paper."""
