# export
export-unknown-format = The format of { $file } is not known. Let the name end in .svg or .png.
export-unknown-page = There is no paper size “{ $name }”. Use { $known }.
# Words of exports
export-picture-too-large = A picture of { $width } × { $height } pixels cannot be made. Choose a smaller scale, or SVG.
export-picture-failed = The picture could not be drawn: { $reason }. Your map is unchanged. Try SVG instead.
export-source = Source: { $n } responses.
export-source-period = Source: { $n } responses, { $period }.
export-compared = Compared with { $then }.
export-interval = Figures with 95 % interval, { $base }.
export-trademark = Net Promoter, Net Promoter System, Net Promoter Score, NPS and the NPS-related emoticons are registered trademarks of Bain & Company, Inc., Fred Reichheld and Satmetrix Systems, Inc.
export-badge = Badge: { $name }. { $way }
export-source-team = Source: what the team put on the map, no answers.
export-source-contacts = Source: a log of { $n } contacts.
export-source-contacts-period = Source: a log of { $n } contacts, { $period }.
export-only = Filters: { $only }.
