# filter
