//! Two threads at one piece of work: one makes pieces, the other takes them, in order.
//!
//! Knows nothing of what a piece is. At most a few wait, so memory stays flat.

use super::Cancelled;
use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use std::io;
use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// Pieces that may wait for the taker.
const WAITING: usize = 4;

/// The maker's end of a pipe.
pub struct Outlet<T> {
    full: Sender<T>,
    used: Receiver<T>,
}

impl<T: Default> Outlet<T> {
    /// A piece to fill: one that was taken, as the taker left it, or a new one.
    #[must_use]
    pub fn blank(&self) -> T {
        self.used.try_recv().unwrap_or_default()
    }

    /// Hands a piece to the taker; waits while too many wait already.
    ///
    /// # Errors
    /// `Cancelled` when the taker has stopped: nobody wants more.
    pub fn send(&self, piece: T) -> Result<(), Cancelled> {
        self.full.send(piece).map_err(|_| Cancelled)
    }
}

/// Runs `make` on a thread of that name while this thread takes what it sends, until `make` ends
/// or `take` fails. Gives what `make` gave, and whether all was taken; returns when both ended.
///
/// # Errors
/// When the system refuses another thread; nothing was made then.
pub fn pipe<T: Default + Send, M: Send, E>(
    name: &str,
    make: impl FnOnce(&Outlet<T>) -> M + Send,
    mut take: impl FnMut(&mut T) -> Result<(), E>,
) -> io::Result<(M, Result<(), E>)> {
    let (full, pieces) = bounded(WAITING);
    let (give_back, used) = unbounded();
    scope(|threads| {
        let outlet = Outlet { full, used };
        let maker =
            Builder::new().name(name.to_owned()).spawn_scoped(threads, move || make(&outlet))?;
        let taken = pieces.iter().try_for_each(|mut piece| {
            take(&mut piece)?;
            // The maker may have ended; then nobody fills it again.
            let _ = give_back.send(piece);
            Ok(())
        });
        // A maker that still sends learns that it is over.
        drop(pieces);
        match maker.join() {
            Ok(made) => Ok((made, taken)),
            Err(panic) => resume_unwind(panic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_in_order_and_are_used_again() {
        let make = |outlet: &Outlet<Vec<u32>>| {
            for number in 0..1000 {
                let mut piece = outlet.blank();
                piece.push(number);
                outlet.send(piece).unwrap();
            }
            "made"
        };
        let (mut met, mut used_again) = (Vec::new(), 0);
        let take = |piece: &mut Vec<u32>| {
            used_again += u32::from(piece.capacity() > 4);
            met.append(piece);
            piece.reserve(100);
            Ok::<_, ()>(())
        };
        assert_eq!(pipe("test", make, take).unwrap(), ("made", Ok(())));
        assert_eq!(met, (0..1000).collect::<Vec<_>>());
        assert!(used_again > 900, "only {used_again} pieces were used again");
    }

    #[test]
    fn a_taker_that_fails_stops_the_maker() {
        let make = |outlet: &Outlet<u32>| (0..u32::MAX).find(|n| outlet.send(*n).is_err());
        let take = |piece: &mut u32| if *piece < 10 { Ok(()) } else { Err("full") };
        let (made, taken) = pipe("test", make, take).unwrap();
        assert_eq!(taken, Err("full"));
        assert!(made.is_some_and(|n| n > 10 && n < 20), "{made:?}");
    }

    #[test]
    #[should_panic(expected = "a fault of the maker")]
    fn a_panic_of_the_maker_is_not_lost() {
        let _ = pipe("test", |_: &Outlet<u32>| panic!("a fault of the maker"), |_| Ok::<_, ()>(()));
    }
}
