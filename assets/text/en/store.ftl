# The document file: why it could not be opened, read or written.

store-not-found = “{ $file }” is not there. Check the name and the folder.
store-folder-missing = The folder “{ $folder }” is not there, so nothing was made. Make it first, or choose another folder.
store-is-folder = “{ $file }” is a folder, not a Klantreis document. Choose a file that ends in .klantreis.
store-exists = “{ $file }” exists already and was left as it is. Choose another name.
store-not-a-document = “{ $file }” is not a Klantreis document. It was left as it is; choose a file that was made by Klantreis.
store-other-program = “{ $file }” is a database of another program. It was left as it is; choose a file that was made by Klantreis.
store-newer = “{ $file }” was made by a newer Klantreis (file version { $version }; this program knows up to { $known }). It was left as it is; install the newer version to open it.
store-truncated = “{ $file }” is not complete: the end of the file is missing. Copy or download it again, or open a backup.
store-damaged = “{ $file }” is damaged and was left as it is. Open a backup, or copy the file again from where it came.
store-altered = “{ $file }” was altered by another program ({ $detail }), so it is not safe to open. It was left as it is; open a backup.
store-busy = “{ $file }” is in use at this moment, and nothing was changed. Try again when the other work has ended.
store-disk-full = The disk is full, so “{ $file }” was left as it was. Make room and try again.
store-replaced = Another file has taken the place of “{ $file }” while it was open, so nothing was written. Save your work as a copy under another name.
store-read-only = “{ $file }” can only be read, so nothing was changed. Save a copy and work in that.
store-folder-protected = Nothing can be written in the folder “{ $folder }”. Choose another folder.
store-needs-recovery = “{ $file }” was not closed properly and stands where nothing can be written. Copy it, together with the file that ends in “-journal”, to a folder of your own and open it there.
store-same-file = “{ $file }” is the document itself. Choose another name for the copy.
store-too-many = “{ $what }” has too many different values to count by, and nothing was imported. Leave this column out of the mapping, or group its values.
store-still-active = This import is still counted in “{ $file }”, so its answers were kept. Take it back first.
store-refused = “{ $file }” refused this change, and nothing was changed ({ $detail }). This is a fault in the program; please report it.
store-io = The system did not let Klantreis use “{ $file }” ({ $detail }). Check that the disk is connected and that you may use the file.

store-duplicate-answer = the same response had answered this already
store-duplicate-contact = A contact with this id is in the document already.
store-copying = Copying the document
store-reading-answers = Reading the answers
