SELECT rowid FROM comment_words WHERE comment_words MATCH ?1;
