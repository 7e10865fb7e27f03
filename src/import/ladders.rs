//! Answers in words, from worst to best or from least to most, in Dutch and English.
//!
//! Word lists and the look-up in them; which way is good is asked of a person where it matters.

use super::words::plain;

/// What the words of a ladder speak of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Family {
    /// How much one agrees.
    Agreement,
    /// How satisfied one is.
    Satisfaction,
    /// How easy it was: from difficult to easy.
    Ease,
    /// How much effort it took: from little to much.
    Effort,
    /// How good it was.
    Quality,
    /// How likely one is to do something.
    Likelihood,
    /// Faces and thumbs.
    Face,
}

/// Steps of a ladder, each with the words for it.
pub(super) struct Ladder {
    pub family: Family,
    /// Number of the first step.
    pub first: i32,
    /// Steps parted by `;`, words for one step by `|`.
    steps: &'static str,
}

const fn from_one(family: Family, steps: &'static str) -> Ladder {
    Ladder { family, first: 1, steps }
}

/// The ladders, the usual ones first.
pub(super) const LADDERS: &[Ladder] = &[
    from_one(
        Family::Agreement,
        "strongly disagree|completely disagree|totally disagree|fully disagree|disagree strongly;\
         disagree|somewhat disagree;\
         neutral|neither agree nor disagree|neither agree or disagree|neither|undecided;\
         agree|somewhat agree;\
         strongly agree|completely agree|totally agree|fully agree|agree strongly",
    ),
    from_one(Family::Agreement, "sd;d;n;a;sa"),
    from_one(
        Family::Agreement,
        "strongly disagree|completely disagree|totally disagree;disagree;\
         somewhat disagree|slightly disagree;neutral|neither agree nor disagree|neither;\
         somewhat agree|slightly agree;agree;strongly agree|completely agree|totally agree",
    ),
    from_one(
        Family::Agreement,
        "strongly disagree|completely disagree|totally disagree;disagree|somewhat disagree;\
         agree|somewhat agree;strongly agree|completely agree|totally agree",
    ),
    from_one(
        Family::Agreement,
        "helemaal mee oneens|helemaal oneens|zeer mee oneens|zeer oneens|volledig mee oneens|\
         volledig oneens|sterk mee oneens|helemaal niet mee eens|totaal niet mee eens|\
         zeer niet mee eens;\
         mee oneens|oneens|niet mee eens|enigszins mee oneens|een beetje mee oneens;\
         neutraal|niet mee eens niet mee oneens|niet eens niet oneens|niet eens en niet oneens|\
         niet mee eens en niet mee oneens|noch mee eens noch mee oneens|noch eens noch oneens|\
         eens noch oneens|mee eens noch mee oneens|niet mee eens maar ook niet mee oneens;\
         mee eens|eens|enigszins mee eens|een beetje mee eens;\
         helemaal mee eens|helemaal eens|zeer mee eens|zeer eens|volledig mee eens|volledig eens|\
         sterk mee eens|totaal mee eens",
    ),
    from_one(
        Family::Agreement,
        "helemaal mee oneens|helemaal oneens|volledig mee oneens|zeer mee oneens;\
         mee oneens|oneens;enigszins mee oneens|beetje mee oneens|een beetje mee oneens;\
         neutraal|niet mee eens niet mee oneens|niet eens niet oneens;\
         enigszins mee eens|beetje mee eens|een beetje mee eens;mee eens|eens;\
         helemaal mee eens|helemaal eens|volledig mee eens|zeer mee eens",
    ),
    from_one(
        Family::Satisfaction,
        "very dissatisfied|very unsatisfied|extremely dissatisfied|completely dissatisfied|\
         highly dissatisfied;\
         dissatisfied|unsatisfied|somewhat dissatisfied;\
         neutral|neither satisfied nor dissatisfied|neither satisfied or dissatisfied|neither;\
         satisfied|somewhat satisfied;\
         very satisfied|extremely satisfied|completely satisfied|highly satisfied",
    ),
    from_one(
        Family::Satisfaction,
        "very dissatisfied|extremely dissatisfied;dissatisfied|somewhat dissatisfied;\
         satisfied|somewhat satisfied;very satisfied|extremely satisfied",
    ),
    from_one(
        Family::Satisfaction,
        "extremely dissatisfied|very dissatisfied;dissatisfied|moderately dissatisfied;\
         somewhat dissatisfied|slightly dissatisfied;\
         neutral|neither satisfied nor dissatisfied;somewhat satisfied|slightly satisfied;\
         satisfied|moderately satisfied;extremely satisfied|very satisfied",
    ),
    from_one(
        Family::Satisfaction,
        "not at all satisfied;not so satisfied|slightly satisfied;\
         somewhat satisfied|moderately satisfied;very satisfied;extremely satisfied",
    ),
    from_one(
        Family::Satisfaction,
        "zeer ontevreden|heel ontevreden|erg ontevreden|helemaal niet tevreden|\
         zeer niet tevreden|helemaal ontevreden;\
         ontevreden|niet tevreden|enigszins ontevreden|niet zo tevreden;\
         neutraal|niet tevreden niet ontevreden|niet tevreden en niet ontevreden|\
         noch tevreden noch ontevreden|tevreden noch ontevreden|\
         niet ontevreden niet tevreden|niet tevreden maar ook niet ontevreden;\
         tevreden|enigszins tevreden;\
         zeer tevreden|heel tevreden|erg tevreden|helemaal tevreden",
    ),
    from_one(
        Family::Satisfaction,
        "zeer ontevreden|heel ontevreden|erg ontevreden;ontevreden;tevreden;\
         zeer tevreden|heel tevreden|erg tevreden",
    ),
    Ladder {
        family: Family::Satisfaction,
        first: 0,
        steps: "dissatisfied|unsatisfied|not satisfied|neutral or dissatisfied|ontevreden|\
                niet tevreden|neutraal of ontevreden;satisfied|tevreden",
    },
    from_one(
        Family::Ease,
        "very difficult|extremely difficult|very hard;difficult|hard|somewhat difficult;\
         neutral|neither easy nor difficult|neither difficult nor easy|neither|ok|okay;\
         easy|somewhat easy;very easy|extremely easy",
    ),
    from_one(
        Family::Ease,
        "extremely difficult|very difficult;difficult;somewhat difficult|slightly difficult;\
         neutral|neither easy nor difficult;somewhat easy|slightly easy;easy;\
         extremely easy|very easy",
    ),
    from_one(Family::Ease, "not at all easy;not so easy;somewhat easy;very easy;extremely easy"),
    from_one(
        Family::Ease,
        "zeer moeilijk|heel moeilijk|erg moeilijk;moeilijk|enigszins moeilijk|lastig;\
         neutraal|niet makkelijk niet moeilijk|niet gemakkelijk niet moeilijk|\
         niet moeilijk niet makkelijk|niet moeilijk niet gemakkelijk|\
         makkelijk noch moeilijk|gemakkelijk noch moeilijk;\
         makkelijk|gemakkelijk|eenvoudig|enigszins makkelijk;\
         zeer makkelijk|heel makkelijk|erg makkelijk|zeer gemakkelijk|heel gemakkelijk|\
         zeer eenvoudig|heel eenvoudig",
    ),
    from_one(
        Family::Effort,
        "very low effort|very little effort|very little|no effort|no effort at all|\
         almost no effort|very low;\
         low effort|little effort|little|not much effort|low;\
         neutral|moderate effort|moderate|some effort|average effort|average|medium;\
         high effort|much effort|a lot of effort|much|a lot|high;\
         very high effort|very much effort|very much|a great deal of effort|very high",
    ),
    from_one(
        Family::Effort,
        "zeer weinig moeite|heel weinig moeite|erg weinig moeite|geen moeite|\
         helemaal geen moeite|geen enkele moeite|zeer weinig|heel weinig;\
         weinig moeite|niet veel moeite|weinig;\
         neutraal|gemiddeld|niet veel niet weinig|niet weinig niet veel|niet veel en niet weinig|\
         enige moeite|redelijk wat moeite;\
         veel moeite|veel;\
         zeer veel moeite|heel veel moeite|erg veel moeite|zeer veel|heel veel",
    ),
    from_one(
        Family::Quality,
        "very poor|terrible|very bad|awful;poor|bad;\
         fair|average|ok|okay|neutral|acceptable|adequate;good;\
         very good|excellent|great|outstanding",
    ),
    from_one(Family::Quality, "poor|very poor;fair|average;good;very good;excellent|outstanding"),
    from_one(
        Family::Quality,
        "zeer slecht|heel slecht|erg slecht;slecht;\
         matig|redelijk|neutraal|gemiddeld|voldoende|niet goed niet slecht;goed;\
         zeer goed|heel goed|erg goed|uitstekend",
    ),
    from_one(
        Family::Quality,
        "slecht|zeer slecht;matig|onvoldoende;voldoende|redelijk;goed;zeer goed|uitstekend",
    ),
    from_one(
        Family::Likelihood,
        "very unlikely|extremely unlikely|not at all likely;\
         unlikely|somewhat unlikely|not so likely;\
         neutral|neither likely nor unlikely|neither;likely|somewhat likely;\
         very likely|extremely likely",
    ),
    from_one(
        Family::Likelihood,
        "very unlikely|extremely unlikely;unlikely|somewhat unlikely;likely|somewhat likely;\
         very likely|extremely likely",
    ),
    from_one(
        Family::Likelihood,
        "not at all likely;not so likely;somewhat likely;very likely;extremely likely",
    ),
    from_one(
        Family::Likelihood,
        "zeer onwaarschijnlijk|heel onwaarschijnlijk|helemaal niet waarschijnlijk;\
         onwaarschijnlijk|niet waarschijnlijk;neutraal|niet waarschijnlijk niet onwaarschijnlijk;\
         waarschijnlijk;zeer waarschijnlijk|heel waarschijnlijk|uiterst waarschijnlijk",
    ),
    from_one(
        Family::Face,
        "\u{1f621}|\u{1f620}|\u{1f62d}|\u{1f622}|\u{1f92c}|\u{1f616};\u{1f641}|\u{2639}|\u{1f61e}|\u{1f615}|\u{1f61f};\u{1f610}|\u{1f611};\
         \u{1f642}|\u{1f60a}|\u{263a};\u{1f600}|\u{1f603}|\u{1f604}|\u{1f601}|\u{1f60d}|\u{1f929}",
    ),
    from_one(
        Family::Face,
        "\u{1f641}|\u{2639}|\u{1f61e}|\u{1f621}|\u{1f615}|\u{1f620};\u{1f610}|\u{1f611};\
         \u{1f642}|\u{1f60a}|\u{1f600}|\u{1f603}|\u{1f604}|\u{263a}|\u{1f601}",
    ),
    Ladder { family: Family::Face, first: 0, steps: "\u{1f44e};\u{1f44d}" },
    from_one(Family::Face, "not good|not_good;okay|ok;great"),
];

impl Ladder {
    /// Number of steps.
    pub fn len(&self) -> i32 {
        i32::try_from(self.steps.split(';').count()).unwrap_or(0)
    }

    /// Number of the last step.
    pub fn last(&self) -> i32 {
        self.first + self.len() - 1
    }

    /// The step a cell stands for.
    pub fn step(&self, cell: &str) -> Option<i32> {
        let cell = word(cell);
        let on = |step: &str| step.split('|').any(|w| w.trim() == cell);
        let at = self.steps.split(';').position(on)?;
        i32::try_from(at).ok().map(|at| self.first + at)
    }
}

/// A cell in plain words; a face without its colour.
fn word(cell: &str) -> String {
    let plain = plain(cell);
    if !plain.is_empty() {
        return plain;
    }
    let is_tone = |c: &char| matches!(*c, '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    cell.trim().chars().filter(|c| !is_tone(c)).collect()
}
