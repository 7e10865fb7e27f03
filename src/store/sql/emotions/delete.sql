DELETE FROM emotions WHERE placement = ?1 AND persona = ?2;
