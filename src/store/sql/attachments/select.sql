SELECT
  id, touchpoint, note, persona, name, blob, width, height, size, position
FROM attachments;
