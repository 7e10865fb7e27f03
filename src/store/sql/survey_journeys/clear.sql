DELETE FROM survey_journeys WHERE survey = ?1;
