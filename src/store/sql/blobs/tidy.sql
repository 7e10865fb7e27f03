-- An undo step names a picture or version by its identity in writing, and so does a version that
-- holds a picture.
DELETE FROM blobs
WHERE id NOT IN (SELECT blob FROM attachments)
  AND id NOT IN (SELECT blob FROM versions)
  AND NOT EXISTS (
    SELECT 1
    FROM (
      SELECT changes AS words FROM history
      UNION ALL
      SELECT CAST(body.bytes AS TEXT) FROM versions JOIN blobs AS body ON body.id = versions.blob
    )
    WHERE instr(words, lower(
      substr(hex(blobs.id), 1, 8) || '-' || substr(hex(blobs.id), 9, 4) || '-' ||
      substr(hex(blobs.id), 13, 4) || '-' || substr(hex(blobs.id), 17, 4) || '-' ||
      substr(hex(blobs.id), 21)
    )) > 0
  );
