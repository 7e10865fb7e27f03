# export
export-unknown-format = Het formaat van { $file } is onbekend. Laat de naam eindigen op .svg of .png.
export-unknown-page = Het papierformaat “{ $name }” bestaat niet. Gebruik { $known }.
