DELETE FROM touchpoint_channels WHERE touchpoint = ?1;
