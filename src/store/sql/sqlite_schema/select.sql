SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name;
