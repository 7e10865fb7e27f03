DELETE FROM identities
WHERE key NOT IN (SELECT respondent FROM responses WHERE respondent IS NOT NULL)
  AND key NOT IN (SELECT employee FROM responses WHERE employee IS NOT NULL)
  AND key NOT IN (SELECT respondent FROM contacts)
  AND key NOT IN (SELECT employee FROM contacts WHERE employee IS NOT NULL);
