# export
export-unknown-format = The format of { $file } is not known. Let the name end in .svg or .png.
export-unknown-page = There is no paper size “{ $name }”. Use { $known }.
