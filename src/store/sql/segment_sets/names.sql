SELECT dimensions.name, dimension_values.value
FROM segment_sets
JOIN dimension_values ON dimension_values.key = segment_sets.value
JOIN dimensions ON dimensions.key = dimension_values.dimension
WHERE segment_sets.segments = ?1
ORDER BY dimensions.key;
