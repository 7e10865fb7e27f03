SELECT
  id, title, description, icon, owner, moment_of_truth, marks, sub_journey,
  (
    SELECT json_group_array(hex(channel) ORDER BY position)
    FROM touchpoint_channels
    WHERE touchpoint = touchpoints.id
  ) AS channels
FROM touchpoints;
