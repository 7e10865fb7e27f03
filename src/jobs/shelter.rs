//! A thread of its own for foreign code that may panic on hostile input.
//!
//! For parsers of other people's file formats only: a fault of our own must be seen.

use std::io;
use std::panic;
use std::thread::{Builder, current, scope};

/// Name of such threads.
const NAME: &str = "shelter";
/// Deeply nested input must not run out of stack.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Runs `work` on a thread of its own and waits for it. None when it panicked: then nothing of
/// it is left, since all it made was its own.
///
/// # Errors
/// When the system refuses another thread.
pub fn shelter<T: Send>(work: impl FnOnce() -> T + Send) -> io::Result<Option<T>> {
    scope(|threads| {
        let builder = Builder::new().name(NAME.to_owned()).stack_size(STACK_BYTES);
        Ok(builder.spawn_scoped(threads, work)?.join().ok())
    })
}

/// Whether this thread is such a place: a panic here is told in a sentence by whoever waits.
#[must_use]
pub fn is_sheltered() -> bool {
    current().name() == Some(NAME)
}

/// From now on panics in a shelter are not printed. Call once, when the program starts.
pub fn hush_shelters() {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |fault| {
        if !is_sheltered() {
            usual(fault);
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_ends_in_the_shelter() {
        let made = shelter(|| (is_sheltered(), 7)).unwrap();
        assert_eq!(made, Some((true, 7)));
        assert_eq!(shelter(|| assert!(!is_sheltered(), "a panic on purpose")).unwrap(), None);
        assert!(!is_sheltered());
    }
}
