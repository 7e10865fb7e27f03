SELECT
  placement, persona, value
FROM emotions;
