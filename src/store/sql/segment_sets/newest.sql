SELECT coalesce(max(segments), 0) FROM segment_sets;
