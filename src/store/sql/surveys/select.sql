SELECT
  id, name, wave, audience,
  (
    SELECT json_group_array(hex(journey) ORDER BY position)
    FROM survey_journeys
    WHERE survey = surveys.id
  ) AS journeys
FROM surveys;
