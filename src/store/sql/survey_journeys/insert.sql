INSERT INTO survey_journeys (survey, position, journey) VALUES (?1, ?2, ?3);
