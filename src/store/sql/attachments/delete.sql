DELETE FROM attachments WHERE id = ?1;
