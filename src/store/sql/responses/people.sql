SELECT key, coalesce(-respondent, joined, key), day FROM responses WHERE batch = ?1 ORDER BY key;
