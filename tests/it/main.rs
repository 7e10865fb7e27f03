//! All integration tests in one binary. One module a subject.

// The house: which room may call which.
mod layers;
// The house: lengths, first lines, words that must not stand anywhere.
mod tidy;
// The house: both languages have the same texts, each used and each there.
mod language;

// The window: from its start screen to a map.
mod window_start;
// The document file: what is written is read again, and bad files are told apart.
mod store;
// The document: undo restores, memory equals the file, a journey file loses nothing.
mod laws;
// The samples: their figures, counted independently of the library.
mod samples;

// Import: a real survey gives the figures that others computed.
mod airport;
// Import: every public file and any bytes are read or refused, never a panic.
mod import_files;
// Import: the rules of a mapping, each on a small file.
mod import_rules;
