-- Version 4: imports that are mapped anew. Comments stand between statements, as in version 1.

-- The response of the row of a refused cell, and what that row is about.
ALTER TABLE rejected_cells ADD COLUMN response INTEGER;

ALTER TABLE rejected_cells ADD COLUMN subject INTEGER;
