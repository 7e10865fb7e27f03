INSERT INTO batches (
  id, survey, file_name, file_hash, profile, imported_at, rows_read, responses, answers,
  comments, duplicates, rejected, origin, hand_kind, file_bytes, continues, contacts, active
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 1
)
ON CONFLICT (id) DO UPDATE SET
  survey = excluded.survey,
  file_name = excluded.file_name,
  file_hash = excluded.file_hash,
  profile = excluded.profile,
  imported_at = excluded.imported_at,
  rows_read = excluded.rows_read,
  responses = excluded.responses,
  answers = excluded.answers,
  comments = excluded.comments,
  duplicates = excluded.duplicates,
  rejected = excluded.rejected,
  origin = excluded.origin,
  hand_kind = excluded.hand_kind,
  file_bytes = excluded.file_bytes,
  continues = excluded.continues,
  contacts = excluded.contacts,
  active = excluded.active;
