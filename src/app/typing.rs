//! Keys typed faster than frames are drawn: what follows a key that moves the keys elsewhere waits
//! for the next frame, so that no letter is lost and none is taken for a command.
//!
//! Only puts events off; it never drops or changes one.

use egui::{Event, Key};

/// Takes out of `events` what has to wait for the next frame.
pub(super) fn wait(events: &mut Vec<Event>) -> Vec<Event> {
    let typed = |event: &Event| matches!(event, Event::Text(_) | Event::Paste(_));
    let mut after_text = false;
    let mut split = events.len();
    for (index, event) in events.iter().enumerate() {
        after_text |= typed(event);
        if !moves_keys(event) {
            continue;
        }
        // Enter chooses among what the text before it found.
        split = if after_text { index } else { index + 1 };
        break;
    }
    if events.get(split..).unwrap_or_default().iter().any(|e| typed(e) || moves_keys(e)) {
        events.split_off(split)
    } else {
        Vec::new()
    }
}

/// Whether a key opens a field, chooses or leaves: the next key belongs to something else.
fn moves_keys(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else {
        return false;
    };
    match key {
        Key::Enter | Key::F2 | Key::Tab | Key::Escape => true,
        Key::K => modifiers.command,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::Modifiers;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn plain(it: Key) -> Event {
        key(it, Modifiers::NONE)
    }

    fn text(letter: &str) -> Event {
        Event::Text(letter.to_owned())
    }

    #[test]
    fn what_follows_a_key_that_moves_the_keys_waits() {
        let palette = || key(Key::K, Modifiers::COMMAND);
        for (events, now) in [
            (vec![palette(), plain(Key::T), text("t"), plain(Key::Enter)], 1),
            (vec![plain(Key::T), text("t"), plain(Key::Enter)], 2),
            (vec![plain(Key::Enter), text("x")], 1),
            (vec![plain(Key::F2), text("x")], 1),
            (vec![plain(Key::Enter)], 1),
            (vec![text("a"), plain(Key::B), text("b")], 3),
            (vec![palette(), Event::PointerGone], 2),
            (vec![], 0),
        ] {
            let mut first = events.clone();
            let later = wait(&mut first);
            assert_eq!(first.len(), now, "{events:?}");
            assert_eq!([first, later].concat(), events);
        }
    }

    #[test]
    fn every_event_comes_in_the_end() {
        let mut events = vec![text("a"), plain(Key::Enter), text("b"), plain(Key::Tab), text("c")];
        let all = events.clone();
        let mut seen = Vec::new();
        for _ in 0..9 {
            let later = wait(&mut events);
            seen.append(&mut events);
            events = later;
        }
        assert_eq!(seen, all);
    }
}
