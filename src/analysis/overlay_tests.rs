//! Overlay tests.
