//! All integration tests in one binary. One module a subject.

// The house: which room may call which.
mod layers;
// The house: lengths, first lines, words that must not stand anywhere.
mod tidy;
// The house: both languages have the same texts, each used and each there.
mod language;
// A sample map with answers, built by hand.
mod energie;
// The picture: drawn to files to look at, nothing clipped, everything said in words.
mod looks;
