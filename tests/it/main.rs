//! All integration tests in one binary. One module a subject.
