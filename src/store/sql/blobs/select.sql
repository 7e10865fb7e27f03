SELECT bytes FROM blobs WHERE id = ?1;
