SELECT key, dimension, value FROM dimension_values ORDER BY key;
