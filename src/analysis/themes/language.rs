//! Whether a text is clearly Dutch or clearly English, by the little words that hold sentences together.
//!
//! A text of a few words is neither: then themes of both languages are looked for.

use crate::model::folding::is_word;

/// The language of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spoken {
    /// Clearly Dutch.
    Dutch,
    /// Clearly English.
    English,
    /// Neither clearly.
    Unclear,
}

/// Little words of one language that are none of the other, sorted.
const DUTCH: [&str; 40] = [
    "aan", "als", "bij", "dan", "dat", "de", "deze", "dit", "door", "een", "en", "er", "geen",
    "heb", "heeft", "het", "hun", "ik", "je", "kan", "maar", "mijn", "moest", "naar", "niet",
    "nog", "om", "onze", "ook", "te", "uit", "van", "veel", "voor", "waren", "wel", "werd", "wij",
    "zeer", "zijn",
];
const ENGLISH: [&str; 40] = [
    "about", "again", "and", "are", "because", "but", "could", "did", "does", "for", "from",
    "have", "i", "it", "just", "my", "not", "our", "so", "than", "that", "the", "their", "there",
    "they", "this", "to", "us", "very", "when", "which", "who", "why", "will", "with", "would",
    "you", "your", "yours", "yourself",
];

/// The language of a folded text: at least two little words, and twice as many as of the other.
#[must_use]
pub fn spoken_in(folded: &str) -> Spoken {
    let (mut dutch, mut english) = (0_usize, 0_usize);
    for word in folded.split(|c| !is_word(c)) {
        dutch += usize::from(DUTCH.binary_search(&word).is_ok());
        english += usize::from(ENGLISH.binary_search(&word).is_ok());
    }
    match (dutch, english) {
        (d, e) if d >= 2 && d >= 2 * e => Spoken::Dutch,
        (d, e) if e >= 2 && e >= 2 * d => Spoken::English,
        _ => Spoken::Unclear,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn little_words_tell_the_language() {
        assert!(DUTCH.is_sorted() && ENGLISH.is_sorted());
        assert!(DUTCH.iter().all(|word| !ENGLISH.contains(word)));
        for (text, spoken) in [
            ("de monteur kwam niet op tijd", Spoken::Dutch),
            ("the engineer did not come", Spoken::English),
            ("prima", Spoken::Unclear),
            ("de the", Spoken::Unclear),
            ("", Spoken::Unclear),
        ] {
            assert_eq!(spoken_in(text), spoken, "{text}");
        }
    }
}
