# progress
progress-comments = Lezen wat respondenten schreven
