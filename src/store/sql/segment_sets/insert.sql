INSERT INTO segment_sets (segments, value) VALUES (?1, ?2) ON CONFLICT DO NOTHING;
