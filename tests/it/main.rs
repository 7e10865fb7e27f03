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

// The numbers: counts against the slow way, and what the map says of them.
mod numbers;
