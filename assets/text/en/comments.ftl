# What respondents wrote, as lists and files.
comments-head-date = Date
comments-head-touchpoint = Touchpoint
comments-head-channel = Channel
comments-head-survey = Survey
comments-head-text = What was written
comments-head-themes = Themes (rule)
comments-head-theme = Theme
comments-head-share = Share
comments-label = {"“"}{ $label }” (not on the map)
comments-deleted = Deleted touchpoint
comments-whole = Whole journey
comments-total = { $count ->
    [one] { $count } comment
   *[other] { $count } comments
}
comments-written = { $count ->
    [one] { $count } comment is in { $file }.
   *[other] { $count } comments are in { $file }.
}
comments-withheld = Comments of employees are left out where fewer than ten people stand behind them.
comments-needs-metric = To put comments in order of score, name the score. Nothing was listed. Add for example --metric nps.
comments-no-themes = This document has no themes yet. Add some in the feedback screen, or the themes to begin with: klantreis apply with {"{"}"do": "add_start_themes", "lang": "en"{"}"}.
comments-coverage = { $tagged } of { $count } texts have a theme; { $untagged } have none.
