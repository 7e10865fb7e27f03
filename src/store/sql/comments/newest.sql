SELECT max(key) FROM comments;
