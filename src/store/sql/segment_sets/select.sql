SELECT segments, value FROM segment_sets ORDER BY segments;
