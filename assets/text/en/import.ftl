# Survey files: why one is refused
import-not-found = There is no file “{ $file }”. Nothing was imported. Check the name and the folder.
import-is-a-folder = “{ $file }” is a folder, not a file. Nothing was imported. Choose the survey file inside it.
import-no-plain-file = “{ $file }” is not a plain file. Nothing was imported. Save the answers as a CSV file and choose that.
import-not-allowed = You may not read “{ $file }”. Nothing was imported. Ask its owner for access or copy it to your own folder.
import-unreadable = “{ $file }” cannot be read ({ $error }). Nothing was imported. Check that the disk or network is there and try again.
import-no-thread = The system refuses more work at once. Nothing was imported. Close other programs and try again.
import-empty-file = “{ $file }” is empty. Nothing was imported. Choose a file with a header and rows.
import-header-only = “{ $file }” has a header but no rows. Nothing was imported. Export the answers again, or check the number of header rows.
import-is-a-document = “{ $file }” is a Klantreis document, not a survey file. Nothing was imported. Open it with Open instead.
import-not-a-table = “{ $file }” is { $kind }, whatever its name ends in. Nothing was imported. Save the answers as a CSV or XLSX file and choose that.
import-endless-row = “{ $file }” has a row of more than { $megabytes } MB. Nothing was imported. Check that this is a table, and that a quote is not left open.
import-too-wide = “{ $file }” has more than { $most } columns. Nothing was imported. Check the delimiter.
import-unknown-encoding = “{ $label }” is not an encoding that Klantreis knows. Nothing was imported. Use for example utf-8, windows-1252, macintosh or utf-16le.
import-bad-delimiter = “{ $delimiter }” is not a delimiter. Nothing was imported. Use a plain character, such as a comma, a semicolon or a tab, or a few of them.
import-bad-quote = “{ $quote }” is not a quote or escape character. Nothing was imported. Use one plain character, or nothing.
import-bad-decimal = “{ $decimal }” is not a decimal sign. Nothing was imported. Use a point or a comma.
import-cannot-write = The table cannot be written ({ $error }). The survey file is as it was. Check the folder and the space on the disk.

import-kind-picture = a picture
import-kind-pdf = a PDF document
import-kind-media = sound or film
import-kind-archive = a packed archive
import-kind-program = a program
import-kind-database = a database
import-kind-page = a web page or XML
import-kind-apple = a document of an Apple program such as Numbers
import-kind-office = a text document or a presentation
import-kind-columnar = a data file such as Parquet
import-kind-statistics = a data file of a statistics program such as SPSS
import-kind-binary = not text

# Workbooks: why one is refused
import-workbook-locked = “{ $file }” is protected with a password. Nothing was imported. Open it in your spreadsheet program, save it without a password and choose that.
import-workbook-damaged = “{ $file }” is damaged, or no workbook that Klantreis can read. Nothing was imported. Open it in your spreadsheet program, save it again as XLSX or CSV and choose that.
import-workbook-too-large = “{ $file }” unpacks to more than Klantreis may hold (more than { $megabytes } MB). Nothing was imported. Save the sheet with the answers as CSV and choose that.
import-workbook-too-wide = In “{ $file }” cells stand so far apart that its rows are too long. Nothing was imported. Delete the cells far from the table, or save the sheet as CSV and choose that.
import-workbook-without-sheet = “{ $file }” has no sheet with cells. Nothing was imported. Choose a workbook that holds the answers.
import-no-such-sheet = “{ $file }” has no sheet called “{ $sheet }”. Nothing was imported. It has: { $sheets }. Name one of these.

# JSON: why a file is refused
import-json-damaged = “{ $file }” is not valid JSON: it goes wrong in line { $line }, at character { $column }. Nothing was imported. Export the answers again.
import-json-cut-off = “{ $file }” ends in the middle of a record: a part is missing. Nothing was imported. Export or download the answers again.
import-json-bad-record = Record { $record } of “{ $file }” holds text that is not valid JSON. Nothing was imported. Export the answers again.
import-json-mixed = Record { $record } of “{ $file }” is built differently from the records before it: all must be objects, or all lists. Nothing was imported. Export the answers again, or save them as CSV.
import-json-too-deep = In “{ $file }” more than { $most } objects or lists stand inside each other. Nothing was imported. Export the answers as a flatter file, or as CSV.
import-json-too-wide = The records of “{ $file }” have more than { $most } different fields. Nothing was imported. Export only the fields you need, or save the answers as CSV.
import-json-endless = “{ $file }” has a record of more than { $megabytes } MB. Nothing was imported. Export the answers again, each as a record of its own.
import-json-no-records = “{ $file }” holds no records. Nothing was imported. Export the answers again.
import-json-no-path = “{ $file }” has no list at “{ $path }”. Nothing was imported. { $count ->
    [0] It has no lists; leave the path out.
   *[other] It has lists at: { $lists }.
}

# Survey files: why a mapping is refused
import-no-columns = The mapping says nothing about the columns of “{ $file }”. Nothing was imported. Say for at least one column what it is.
import-missing-column = The mapping names { $count ->
    [one] a column that “{ $file }” does not have
   *[other] columns that “{ $file }” does not have
}: { $columns }. Nothing was imported. The file has: { $present }. Change the mapping or choose the file it was made for.
import-duplicate-header = Several columns are called “{ $column }”. Nothing was imported. Name the one you mean by its number: { $numbers }.
import-bad-scale = The scale of “{ $column }” goes from { $min } to { $max }, which is not a scale. Nothing was imported. Give a lowest and a higher highest value.
import-bad-date-format = “{ $format }” is not a way to write dates (column “{ $column }”). Nothing was imported. Use for example %d-%m-%Y or %Y-%m-%d.

# Survey files: what was seen or repaired
import-warn-nul = { $count ->
    [one] One NUL byte stands in the text; it was left out.
   *[other] { $count } NUL bytes stand in the text; they were left out.
}
import-warn-mended = { $count ->
    [one] Row { $rows } was damaged and has been repaired: quotes or delimiters stood where they do not belong. Check it.
   *[other] { $count } rows were damaged and have been repaired: quotes or delimiters stood where they do not belong. Check them, first of all rows { $rows }.
}
import-warn-unclosed-quote = { $count ->
    [one] Row { $rows }: a quote is opened and never closed. The row was repaired: it was read without quotes.
   *[other] In { $count } rows a quote is opened and never closed. They were repaired: they were read without quotes. First of all rows { $rows }.
}
import-warn-header-again = { $count ->
    [one] Row { $rows } repeats the header. It was left out; the rows below it were read.
   *[other] { $count } rows repeat the header: rows { $rows }. They were left out; the rows below them were read.
}
import-warn-remarks = { $count ->
    [one] Row { $rows } is a remark on the file and was left out.
   *[other] { $count } rows are remarks on the file and were left out: rows { $rows }.
}
import-warn-second-table = In row { $row } a second table begins, with other columns. It was left out. Import it by itself: put it in a file of its own, or leave out the rows above it.
import-warn-footer = { $count ->
    [one] Row { $first } after the table was left out: it is no answer.
   *[other] { $count } rows after the table (rows { $first } to { $last }) were left out: they are no answers.
}
import-warn-ragged = { $count ->
    [one] One row has more or fewer cells than the header.
   *[other] { $count } rows have more or fewer cells than the header.
}
import-warn-ragged-rows = { $count ->
    [one] One row has more or fewer cells than the header: row { $rows }.
   *[other] { $count } rows have more or fewer cells than the header, first of all rows { $rows }.
}
import-warn-damaged-text = { $count ->
    [one] Row { $rows } has bytes that are no text in this encoding; they are shown as �.
   *[other] { $count } rows have bytes that are no text in this encoding; they are shown as �. First of all rows { $rows }.
}
import-warn-foreign-bytes = { $count ->
    [one] The file is UTF-8, but row { $rows } has bytes that are not; they were read as Windows-1252. Check it.
   *[other] The file is UTF-8, but { $count } rows have bytes that are not; they were read as Windows-1252. Check them, first of all rows { $rows }.
}
import-warn-mixed-encoding = { $count ->
    [one] The file is { $encoding }, but line { $rows } is UTF-8; its letters may look wrong. Check it.
   *[other] The file is { $encoding }, but { $count } lines are UTF-8; their letters may look wrong. Check them, first of all lines { $rows }.
}
import-warn-mixed-dates = “{ $column }” holds dates in more than one way: most are { $format }, but { $count ->
    [one] one is not
   *[other] { $count } are not
} (such as { $example }, { $other }). Dates that do not fit are refused; days up to 12 may be read in the wrong order.
import-warn-mixed-orders = In “{ $day }” the day comes before the month, in “{ $month }” the month before the day. Check both.
import-warn-mixed-decimals = In “{ $column }” some numbers have a decimal point and others a decimal comma. They were read with “{ $sign }”; numbers that do not fit are refused. Check a few.
import-warn-formulas = { $count ->
    [one] One cell begins with “=”, as a formula does. It is kept as text; nothing is calculated.
   *[other] { $count } cells begin with “=”, as formulas do. They are kept as text; nothing is calculated.
}
import-warn-cell-errors = { $count ->
    [one] One cell holds an error of the spreadsheet: { $error } in row { $row }.
   *[other] { $count } cells hold an error of the spreadsheet, the first one { $error } in row { $row }.
}
import-warn-cells-lost = { $count ->
    [one] One cell of the workbook cannot be read; it counts as empty.
   *[other] { $count } cells of the workbook cannot be read; they count as empty.
}
import-warn-other-sheets = Sheet “{ $sheet }” was read. { $count ->
    [one] The workbook has another one: { $others }.
   *[other] The workbook has { $count } others: { $others }.
}
import-warn-no-sheets = “{ $file }” is no workbook and has no sheets: “{ $sheet }” was passed over.
import-warn-json-path = The records at “{ $path }” were read; what stands beside them in the file was left out. { $count ->
    [0] { "" }
   *[other] There are also records at { $lists }.
}
import-warn-date-order = The dates of “{ $column }” were read as { $format }, but nothing proves it: { $other } reads them too. Check a few.
import-warn-direction-high = Check which end of “{ $column }” is good. The mapping says a high answer is good, but of the { $n } respondents who also answered “{ $with }” those who are positive there answer low here (r = { $r }).
import-warn-direction-low = Check which end of “{ $column }” is good. The mapping says a low answer is good, but of the { $n } respondents who also answered “{ $with }” those who are positive there answer high here (r = { $r }).
import-skipped-preview = { $count ->
    [one] One row was left out because it is a preview (column “{ $column }”, row { $rows }).
   *[other] { $count } rows were left out because they are previews (column “{ $column }”, first of all rows { $rows }).
}
import-skipped-spam = { $count ->
    [one] One row was left out because the survey tool calls it spam (column “{ $column }”, row { $rows }).
   *[other] { $count } rows were left out because the survey tool calls them spam (column “{ $column }”, first of all rows { $rows }).
}
import-skipped-unfinished = { $count ->
    [one] One row was left out because it was not finished (column “{ $column }”, row { $rows }).
   *[other] { $count } rows were left out because they were not finished (column “{ $column }”, first of all rows { $rows }).
}
import-skipped-test = { $count ->
    [one] One row was left out because it is a test (column “{ $column }”, row { $rows }).
   *[other] { $count } rows were left out because they are tests (column “{ $column }”, first of all rows { $rows }).
}
import-skipped-unanswered = { $count ->
    [one] One row was left out because nobody answered it (column “{ $column }”, row { $rows }).
   *[other] { $count } rows were left out because nobody answered them (column “{ $column }”, first of all rows { $rows }).
}
import-skipped-other = { $count ->
    [one] One row was left out by a rule of the mapping: { $reason } (column “{ $column }”, row { $rows }).
   *[other] { $count } rows were left out by a rule of the mapping: { $reason } (column “{ $column }”, first of all rows { $rows }).
}

# Survey files: why a cell is refused
import-reason-outside-scale = outside the scale of { $min } to { $max }
import-reason-not-whole = not a whole number
import-reason-no-number = not a number, and not a label of this question
import-reason-no-date = not a date written as { $format }
import-reason-no-weight = not a weight of zero or more
import-reason-no-consent = neither yes nor no
import-reason-no-option = “{ $value }” is not one of the options of this question
import-reason-no-question = the row does not say which question this answers
import-reason-unknown-question = the mapping does not say what the question “{ $question }” is

# Pictures: why one is refused
import-picture-not-found = There is no picture “{ $file }”. The map is as it was. Check the name and the folder.
import-picture-is-a-folder = “{ $file }” is not a picture file. The map is as it was. Choose a picture inside a folder.
import-picture-not-allowed = You may not read “{ $file }”. The map is as it was. Ask its owner for access or copy it to your own folder.
import-picture-unreadable = “{ $file }” cannot be read ({ $error }). The map is as it was. Check that the disk or network is there and try again.
import-picture-empty = “{ $file }” is empty. The map is as it was. Copy or export the picture again and choose that.
import-picture-too-heavy = “{ $file }” is { $megabytes } MB; a picture may be { $most } MB at most. The map is as it was. Save it smaller or as JPEG and choose that.
import-picture-none = “{ $file }” is not a picture, whatever its name ends in. The map is as it was. Choose a PNG, JPEG, WebP, GIF or BMP picture.
import-picture-other-kind = “{ $file }” is { $kind }, which Klantreis does not read. The map is as it was. Save it as PNG or JPEG and choose that (WebP, GIF and BMP are read too).
import-picture-damaged = “{ $file }” is damaged, or made in a way that Klantreis cannot read. The map is as it was. Open it in a picture program, save it as PNG or JPEG and choose that.
import-picture-too-large = “{ $file }” has { $megapixels } megapixels; a picture may have { $most } at most. The map is as it was. Save it smaller and choose that.
import-picture-too-much-memory = “{ $file }” takes too much memory to unpack. The map is as it was. Save it smaller, or as a plain JPEG, and choose that.

import-picture-kind-svg = an SVG drawing
import-picture-kind-heic = a HEIC photo
import-picture-kind-avif = an AVIF picture
import-picture-kind-film = a film
import-picture-kind-tiff = a TIFF picture
import-picture-kind-pdf = a PDF document
import-picture-kind-icon = an icon file
import-picture-kind-photoshop = a Photoshop file
import-picture-kind-newer-jpeg = a picture of a newer JPEG kind

import-progress-reading = Reading the survey file
