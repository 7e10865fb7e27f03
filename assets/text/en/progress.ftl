# progress
progress-comments = Reading what respondents wrote
