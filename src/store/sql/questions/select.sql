SELECT
  id, survey, code, metric, scale_min, scale_max, better, boxed, break_low, break_high,
  wording, kind, labels
FROM questions;
