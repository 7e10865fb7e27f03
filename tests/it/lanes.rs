//! Maps with every kind of lane, column, mark, picture and arrow: nothing overlaps, nothing is cut,
//! everything is said in words.

#![expect(clippy::unwrap_used, reason = "a test says so when its own ground gives way")]

use super::energie::Energie;
use super::looks::nothing_is_clipped;
use klantreis::analysis::{Comparison, Overlay};
use klantreis::export::{png, svg};
use klantreis::model::*;
use klantreis::render::map::{self, Detail, MapRequest, Mode, Purpose, Scores};
use klantreis::render::measure;
use klantreis::render::poster::paper;
use klantreis::render::scene::{Anchor, Rect, Scene, Shape, Subject};
use klantreis::render::theme::Theme;
use klantreis::text::{Lang, Texts};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The sample with all that an editor can do to a map.
struct Rich {
    sample: Energie,
    pictures: BTreeMap<BlobId, Vec<u8>>,
    word: usize,
    figures: Option<(Overlay, Comparison, [Overlay; 1])>,
}

/// Kinds of lanes with a note for each, in both languages.
const NOTES: [(LaneKind, [&str; 2]); 9] = [
    (LaneKind::Thoughts, ["Will they call me back today?", "Bellen ze me vandaag nog terug?"]),
    (LaneKind::Pains, ["Waiting without knowing why", "Wachten zonder te weten waarom"]),
    (LaneKind::Gains, ["A person who listens", "Iemand die luistert"]),
    (LaneKind::Needs, ["One clear amount a month", "Eén duidelijk bedrag per maand"]),
    (
        LaneKind::Opportunities,
        ["Show the first bill before it is sent", "Laat de eerste factuur vooraf zien"],
    ),
    (LaneKind::Images, ["The kitchen table", "De keukentafel"]),
    (LaneKind::Frontstage, ["Adviser explains the offer", "Adviseur legt de offerte uit"]),
    (LaneKind::Systems, ["Billing engine", "Factuursysteem"]),
    (LaneKind::Notes, ["Ask the call centre in May", "In mei de klantenservice vragen"]),
];

fn put<R: Record>(table: &mut Table<R>, record: R) -> R::Id {
    let id = record.id();
    table.insert(id, record);
    id
}

impl Rich {
    fn new(lang: Lang) -> Self {
        let sample = Energie::new(lang);
        let word = usize::from(lang == Lang::Nl);
        let mut rich = Self { sample, pictures: BTreeMap::new(), word, figures: None };
        rich.columns();
        rich.lanes();
        rich.marks();
        rich.people();
        rich.arrows();
        let (overlay, comparison, _) = rich.sample.figures(Metric::Ces);
        let (nps, ..) = rich.sample.figures(Metric::Nps);
        rich.figures = Some((overlay, comparison, [nps]));
        rich
    }

    fn model(&mut self) -> &mut Model {
        &mut self.sample.model
    }

    fn stage(&self, index: usize) -> StageId {
        self.sample.model.stages_of(self.sample.journey)[index].id
    }

    fn step(&self, stage: usize, step: usize) -> StepId {
        self.sample.model.steps_of(self.stage(stage))[step].id
    }

    fn lane(&self, kind: LaneKind) -> LaneId {
        self.sample.model.lane_of_kind(self.sample.journey, kind).unwrap().id
    }

    fn card(&self, stage: usize, index: usize) -> PlacementId {
        let lane = self.lane(LaneKind::Touchpoints);
        self.sample.model.placements_in(self.stage(stage), lane)[index].id
    }

    /// The second stage by steps, the fourth folded, the fifth by steps with something loose, the
    /// last one narrow, the third wide.
    fn columns(&mut self) {
        for (index, view, width) in [
            (1, StageView::Steps, 100),
            (2, StageView::Together, 130),
            (3, StageView::Folded, 100),
            (4, StageView::Steps, 80),
            (5, StageView::Together, 50),
        ] {
            let stage = self.stage(index);
            let stage = self.model().stages.get_mut(&stage).unwrap();
            (stage.view, stage.width) = (view, width);
        }
        let (first, second) = (self.step(1, 0), self.step(1, 1));
        for (index, step) in [first, first, second].into_iter().enumerate() {
            let card = self.card(1, index);
            self.model().placements.get_mut(&card).unwrap().spot = Spot::Step(step);
        }
        // The first card of the second stage covers both its steps, that of the third one the
        // folded stage too.
        let (wide, over) = (self.card(1, 0), self.card(2, 0));
        self.model().placements.get_mut(&wide).unwrap().span = 2;
        self.model().placements.get_mut(&over).unwrap().span = 3;
        let (loose, step) = (self.card(4, 1), self.step(4, 0));
        self.model().placements.get_mut(&loose).unwrap().spot = Spot::Step(step);
    }

    fn lanes(&mut self) {
        let journey = self.sample.journey;
        let mut position = 20;
        let mut add = |model: &mut Model, kind| {
            position += 1;
            let lane = Lane { position, ..Lane::new(LaneId::fresh(), journey, kind, None) };
            put(&mut model.lanes, lane)
        };
        for (kind, text) in NOTES {
            let lane = add(self.model(), kind);
            for stage in [0, 2, 5] {
                let (spot, text) = (Spot::Stage(self.stage(stage)), text[self.word].to_owned());
                let note = Note::new(NoteId::fresh(), journey, spot, lane, text);
                let span = if stage == 0 { 2 } else { 1 };
                put(&mut self.model().notes, Note { span, ..note });
            }
            let spot = Spot::Step(self.step(4, 1));
            let note = Note::new(NoteId::fresh(), journey, spot, lane, text[self.word].to_owned());
            let note = put(&mut self.model().notes, note);
            if kind == LaneKind::Images {
                self.attach(Holder::Note(note), (300, 200));
            }
        }
        for kind in [
            LaneKind::LineOfInteraction,
            LaneKind::Channels,
            LaneKind::LineOfInternalInteraction,
            LaneKind::Metric,
            LaneKind::Emotion,
        ] {
            let lane = add(self.model(), kind);
            if matches!(kind, LaneKind::Metric | LaneKind::Emotion) {
                self.model().lanes.get_mut(&lane).unwrap().metric = Some(Metric::Nps);
            }
        }
        let folded = self.lane(LaneKind::Gains);
        self.model().lanes.get_mut(&folded).unwrap().folded = true;
    }

    fn attach(&mut self, holder: Holder, (width, height): (u32, u32)) {
        let image = image::RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([(x * 200 / width) as u8 + 40, (y * 160 / height) as u8 + 60, 140])
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
        let (blob, name) = (BlobId::fresh(), "sketch.png".to_owned());
        let (width, height) = (i64::from(width), i64::from(height));
        let size = i64::try_from(bytes.get_ref().len()).unwrap();
        self.pictures.insert(blob, bytes.into_inner());
        let id = AttachmentId::fresh();
        let picture = Attachment { id, holder, name, blob, width, height, size, position: 0 };
        put(&mut self.model().attachments, picture);
    }

    fn marks(&mut self) {
        let other = Journey::named(JourneyId::fresh(), "Signing".to_owned());
        let other = put(&mut self.model().journeys, Journey { position: 9, ..other });
        let cards: Vec<PlacementId> = [(0, 0), (0, 1), (1, 1), (2, 1), (4, 2), (5, 0), (5, 1)]
            .map(|(s, c)| self.card(s, c))
            .into();
        for (card, hue) in cards.iter().zip(Hue::ALL) {
            let touchpoint = self.model().placements[card].touchpoint;
            let link = WebLink { title: String::new(), url: "https://example.org".into() };
            let marks = Marks {
                hue: Some(hue),
                tags: ["onboarding", "legal", "a tag of quite some words"].map(Into::into).into(),
                links: vec![link.clone(), link],
                evidence: Some(Evidence::Assumption),
                stands_out: true,
            };
            let shown = self.model().touchpoints.get_mut(&touchpoint).unwrap();
            (shown.marks, shown.sub_journey) = (marks, Some(other));
            self.model().placements.get_mut(card).unwrap().locked = true;
            let item = Item::Touchpoint(touchpoint);
            let (author, text) = (String::new(), "Why?".to_owned());
            let (id, at) = (RemarkId::fresh(), "2026-01-01T00:00:00Z".to_owned());
            let remark = Remark { id, item, author, text, at, resolved: false };
            put(&mut self.model().remarks, remark);
        }
        let touchpoint = self.model().placements[&cards[3]].touchpoint;
        self.attach(Holder::Touchpoint(touchpoint), (640, 360));
        let notes: Vec<NoteId> = self.model().notes.keys().copied().collect();
        for (note, hue) in notes.iter().step_by(5).zip(Hue::ALL) {
            let note = self.model().notes.get_mut(note).unwrap();
            note.marks.hue = Some(hue);
            note.marks.tags = vec!["to check".into()];
            note.marks.evidence = Some(Evidence::Anecdote);
        }
    }

    fn people(&mut self) {
        for (name, shift) in [("Renters", -0.8), ("Owners of a heat pump", 0.9)] {
            let persona = Persona::named(PersonaId::fresh(), name.into());
            let persona = put(&mut self.model().personas, persona);
            let cards: Vec<Emotion> = self.model().emotions.values().copied().collect();
            for (index, old) in cards.into_iter().enumerate().filter(|(index, _)| index % 5 != 3) {
                let lean = if index % 2 == 0 { shift } else { -shift / 2.0 };
                let value = (old.value + lean).clamp(-2.0, 2.0);
                let emotion = Emotion { persona, value, ..old };
                put(&mut self.model().emotions, emotion);
            }
        }
    }

    fn arrows(&mut self) {
        let journey = self.sample.journey;
        for (from, to, kind, label) in [
            ((0, 0), (0, 1), ArrowKind::Next, ""),
            ((0, 1), (1, 1), ArrowKind::Next, ""),
            ((1, 1), (1, 2), ArrowKind::Branch, "not sure yet"),
            ((1, 2), (2, 1), ArrowKind::Next, ""),
            ((4, 0), (5, 1), ArrowKind::Branch, "cannot pay"),
            ((4, 2), (2, 2), ArrowKind::LoopBack, "wants a person"),
            ((2, 2), (0, 1), ArrowKind::LoopBack, ""),
        ] {
            let card = |rich: &Self, (stage, index)| CardRef::Card(rich.card(stage, index));
            let (from, to) = (card(self, from), card(self, to));
            let (id, label) = (ArrowId::fresh(), label.to_owned());
            put(&mut self.model().arrows, Arrow { id, journey, from, to, kind, label });
        }
    }

    fn scene(&self, request: &MapRequest) -> Scene {
        let texts = Texts::new(request.lang);
        let (overlay, comparison, further) = self.figures.as_ref().unwrap();
        let scores =
            Scores { overlay: Some(overlay), comparison: Some(comparison), further, badge: None };
        map::layout(request, &self.sample.model, &texts, scores)
    }

    fn keep(&self, name: &str, scene: &Scene, theme: Theme) {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("looks");
        std::fs::create_dir_all(&folder).unwrap();
        let look_up = |blob| self.pictures.get(&blob).cloned();
        let text = svg::write(scene, name, Some(paper(theme)), &look_up);
        std::fs::write(folder.join(format!("{name}.svg")), text).unwrap();
        // "1" for all of them, or a part of a name.
        let wanted = std::env::var("KLANTREIS_LOOKS").unwrap_or_default();
        if !wanted.is_empty() && (wanted == "1" || name.contains(&wanted)) {
            let bytes = png::write(scene, name, Some(paper(theme)), 1.5, &look_up).unwrap();
            std::fs::write(folder.join(format!("{name}.png")), bytes).unwrap();
        }
    }
}

fn request(rich: &Rich, lang: Lang, mode: Mode, theme: Theme) -> MapRequest {
    let request = MapRequest::new(rich.sample.journey, lang);
    MapRequest { mode, theme, purpose: Purpose::Export, ..request }
}

/// How deep two rectangles lie in each other; nothing when they only touch.
fn overlap(a: Rect, b: Rect) -> f32 {
    let wide = a.right().min(b.right()) - a.x.max(b.x);
    let high = a.bottom().min(b.bottom()) - a.y.max(b.y);
    wide.min(high).max(0.0)
}

/// Cards, notes and steps stand beside and below each other, never in each other.
fn parts_do_not_overlap(name: &str, scene: &Scene) {
    let parts: Vec<_> = scene
        .regions
        .iter()
        .filter(|r| matches!(r.subject, Subject::Card(_) | Subject::Note(_) | Subject::Step(_)))
        .collect();
    assert!(parts.len() > 20, "{name}");
    for (index, a) in parts.iter().enumerate() {
        for b in &parts[index + 1..] {
            assert!(overlap(a.rect, b.rect) < 0.01, "{name}: {a:?} and {b:?}");
        }
    }
}

/// The box of a line of text, as high as its letters.
fn boxes(scene: &Scene) -> Vec<(String, Rect)> {
    let pinned = |index: &usize| {
        let pins = &scene.pins;
        [&pins.ribbon, &pins.gutter, &pins.corner].iter().any(|layer| layer.contains(index))
    };
    let shapes = scene.shapes.iter().enumerate().filter(|(index, _)| !pinned(index));
    let text = |shape: &Shape| {
        let Shape::Text(run) = shape else { return None };
        let width = measure::width(&run.text, run.size, run.weight);
        let (cap, foot) = (0.72 * run.size, 0.16 * run.size);
        let left = match run.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => width / 2.0,
            Anchor::End => width,
        };
        let place = if run.turned {
            Rect { x: run.at.x - cap, y: run.at.y + left - width, width: cap + foot, height: width }
        } else {
            Rect { x: run.at.x - left, y: run.at.y - cap, width, height: cap + foot }
        };
        Some((run.text.clone(), place))
    };
    shapes.filter_map(|(_, shape)| text(shape)).collect()
}

/// No words lie in other words.
fn words_do_not_overlap(name: &str, scene: &Scene, free: &[Rect]) {
    let boxes = boxes(scene);
    let checked = |b: &(String, Rect)| free.iter().all(|lane| overlap(*lane, b.1) <= 0.0);
    let boxes: Vec<_> = boxes.into_iter().filter(checked).collect();
    for (index, (a, at)) in boxes.iter().enumerate() {
        for (b, other) in &boxes[index + 1..] {
            assert!(overlap(*at, *other) < 1.0, "{name}: “{a}” at {at:?} in “{b}” at {other:?}");
        }
    }
}

/// Words on a card or note lie inside it.
fn words_stay_on_their_card(name: &str, scene: &Scene) {
    let boxes = boxes(scene);
    for region in &scene.regions {
        if !matches!(region.subject, Subject::Card(_) | Subject::Note(_)) {
            continue;
        }
        for (text, at) in boxes.iter().filter(|(_, at)| overlap(*at, region.rect) > 1.0) {
            let inside = at.x >= region.rect.x - 0.5
                && at.right() <= region.rect.right() + 0.5
                && at.y >= region.rect.y - 0.5
                && at.bottom() <= region.rect.bottom() + 0.5;
            assert!(inside, "{name}: “{text}” at {at:?} sticks out of {:?}", region.rect);
        }
    }
}

/// The lanes of feelings: names and values stand where their curve is.
fn curves(scene: &Scene, model: &Model) -> Vec<Rect> {
    let emotion = |lane: &LaneId| model.lanes[lane].kind == LaneKind::Emotion;
    let lanes = scene.regions.iter().filter_map(|region| match region.subject {
        Subject::Lane(lane) if emotion(&lane) => Some(region.rect),
        _ => None,
    });
    lanes.map(|lane| Rect { width: scene.width, ..lane }).collect()
}

#[test]
fn nothing_overlaps_and_nothing_is_cut() {
    for lang in Lang::ALL {
        let rich = Rich::new(lang);
        for (mode, theme) in [
            (Mode::ScoresOnly, Theme::Light),
            (Mode::ScoresOnly, Theme::Dark),
            (Mode::Heat, Theme::Light),
            (Mode::Off, Theme::Light),
        ] {
            let scene = rich.scene(&request(&rich, lang, mode, theme));
            let name = format!("rich-{mode:?}-{}-{theme:?}", lang.code()).to_lowercase();
            rich.keep(&name, &scene, theme);
            nothing_is_clipped(&name, &scene);
            parts_do_not_overlap(&name, &scene);
            words_do_not_overlap(&name, &scene, &curves(&scene, &rich.sample.model));
            words_stay_on_their_card(&name, &scene);
        }
    }
}

#[test]
fn every_lane_has_its_name_and_its_contents_lie_inside_it() {
    for lang in Lang::ALL {
        let rich = Rich::new(lang);
        let model = &rich.sample.model;
        let scene = rich.scene(&request(&rich, lang, Mode::ScoresOnly, Theme::Light));
        let lanes: BTreeMap<LaneId, Rect> = scene
            .regions
            .iter()
            .filter_map(|r| match r.subject {
                Subject::Lane(lane) => Some((lane, r.rect)),
                _ => None,
            })
            .collect();
        assert_eq!(lanes.len(), model.lanes.len());
        for region in &scene.regions {
            let lane = match region.subject {
                Subject::Card(id) => model.placements[&id].lane,
                Subject::Note(id) => model.notes[&id].lane,
                Subject::Cell(lane, _) => lane,
                _ => continue,
            };
            let lane = lanes[&lane];
            let inside =
                region.rect.y >= lane.y - 0.5 && region.rect.bottom() <= lane.bottom() + 0.5;
            assert!(inside, "{}: {region:?} outside {lane:?}", lang.code());
            assert!(!region.label.is_empty(), "{region:?}");
        }
        let mut ys: Vec<Rect> = lanes.into_values().collect();
        ys.sort_by(|a, b| a.y.total_cmp(&b.y));
        for pair in ys.windows(2) {
            assert!((pair[0].bottom() - pair[1].y).abs() < 0.01, "{pair:?}");
        }
    }
}

#[test]
fn an_empty_lane_asks_a_question_in_the_window_only() {
    for lang in Lang::ALL {
        let mut rich = Rich::new(lang);
        rich.model().notes.clear();
        rich.model().placements.clear();
        rich.model().arrows.clear();
        let export = request(&rich, lang, Mode::ScoresOnly, Theme::Light);
        let screen = MapRequest { purpose: Purpose::Screen, ..export.clone() };
        let (asked, silent) = (rich.scene(&screen), rich.scene(&export));
        rich.keep(&format!("rich-empty-{}", lang.code()), &asked, Theme::Light);
        nothing_is_clipped("empty", &asked);
        words_do_not_overlap("empty", &asked, &[]);
        let questions = boxes(&asked).len() - boxes(&silent).len();
        // Each lane of notes that is open, and at least the columns without cards.
        assert!(questions >= 11 + 5, "{questions}");
    }
}

#[test]
fn marks_pictures_and_arrows_are_said_in_words() {
    let rich = Rich::new(Lang::En);
    let scene = rich.scene(&request(&rich, Lang::En, Mode::ScoresOnly, Theme::Light));
    let label = |found: &dyn Fn(&str) -> bool| {
        let mut labels = scene.regions.iter().map(|r| r.label.as_str());
        labels.find(|label| found(label)).unwrap_or_default().to_owned()
    };
    let card = label(&|l| l.starts_with("Chat with adviser"));
    assert_eq!(
        card,
        "Chat with adviser, Chat, owner Sem Visser, ease 5.4, between 5.2 and 5.6, 164 answers, \
         pink, tags: onboarding, legal, a tag of quite some words, we want to stand out here, \
         backed by customers’ answers, shown in detail in journey Signing, 1 open remark, 2 links, \
         locked, picture sketch.png"
    );
    let ad = label(&|l| l.starts_with("Social ad,"));
    assert!(ad.contains("an assumption"), "no answers, so it stays one: {ad}");
    for (begin, end) in [
        ("arrow from Tariff page to Advice call, branch", ": not sure yet"),
        ("arrow back from Outage call to Home visit", ": wants a person"),
        ("need: One clear amount", "a month"),
        ("stage Purchase", "folded"),
        ("Touchpoints, Purchase, folded", "3 items"),
        ("Channels used, Orientation, I look at prices", ": Web 2"),
        ("Gains, folded", ""),
    ] {
        let found = label(&|l| l.starts_with(begin));
        assert!(found.ends_with(end) && !found.is_empty(), "{begin}: {found}");
    }
}

#[test]
fn what_the_blueprint_leaves_out_is_not_drawn() {
    let rich = Rich::new(Lang::En);
    let journey = request(&rich, Lang::En, Mode::ScoresOnly, Theme::Light);
    let blueprint = MapRequest { view: MapView::Blueprint, ..journey };
    let kinds = |scene: &Scene| -> Vec<LaneKind> {
        let lanes = scene.regions.iter().filter_map(|r| match r.subject {
            Subject::Lane(lane) => Some(rich.sample.model.lanes[&lane].kind),
            _ => None,
        });
        lanes.collect()
    };
    let (all, some) = (kinds(&rich.scene(&journey)), kinds(&rich.scene(&blueprint)));
    assert!(all.contains(&LaneKind::Quotes) && all.len() > some.len());
    assert!(some.contains(&LaneKind::Backstage) && !some.contains(&LaneKind::Quotes));
}

#[test]
fn far_out_marks_are_left_out_and_nothing_moves() {
    let rich = Rich::new(Lang::En);
    let near = request(&rich, Lang::En, Mode::ScoresOnly, Theme::Light);
    let places =
        |scene: &Scene| scene.regions.iter().map(|r| (r.subject, r.rect)).collect::<Vec<_>>();
    let whole = rich.scene(&near);
    for detail in [Detail::NoChannel, Detail::ScoreOnly] {
        let far = rich.scene(&MapRequest { detail, ..near.clone() });
        assert_eq!(places(&far), places(&whole), "{detail:?}");
        assert!(far.shapes.len() < whole.shapes.len());
        let tags = boxes(&far).iter().filter(|(text, _)| text == "onboarding").count();
        assert_eq!(tags, 0, "{detail:?}");
    }
}

#[test]
fn names_of_any_length_and_script_are_drawn() {
    let mut rich = Rich::new(Lang::En);
    let long = "Onafzienbaar ".repeat(60);
    let words = [long.as_str(), "Überraschungsmoment ".trim(), "لوحة القيادة", "👩‍👩‍👧 e\u{301}"];
    for (index, touchpoint) in rich.model().touchpoints.values_mut().enumerate() {
        touchpoint.title = words[index % words.len()].to_owned();
    }
    for (index, note) in rich.model().notes.values_mut().enumerate() {
        note.text = words[index % words.len()].to_owned();
    }
    for (index, stage) in rich.model().stages.values_mut().enumerate() {
        stage.name = Some(words[index % words.len()].to_owned());
    }
    for mode in [Mode::ScoresOnly, Mode::Heat] {
        let scene = rich.scene(&request(&rich, Lang::En, mode, Theme::Light));
        nothing_is_clipped("long", &scene);
        parts_do_not_overlap("long", &scene);
        words_stay_on_their_card("long", &scene);
    }
}

#[test]
fn a_persona_looks_out_of_its_lane() {
    let mut rich = Rich::new(Lang::En);
    let request = request(&rich, Lang::En, Mode::ScoresOnly, Theme::Light);
    let shown =
        |scene: &Scene| scene.shapes.iter().filter(|s| matches!(s, Shape::Image { .. })).count();
    let before = shown(&rich.scene(&request));
    let persona = rich.sample.model.journeys[&rich.sample.journey].persona.unwrap();
    rich.attach(Holder::Persona(persona), (80, 120));
    let lanes = rich.sample.model.lanes_of(rich.sample.journey);
    let of_this_one = |lane: &&&Lane| {
        let feels = matches!(lane.kind, LaneKind::Emotion | LaneKind::Thoughts);
        feels && lane.metric.is_none() && lane.persona.is_none_or(|id| id == persona)
    };
    let lanes = lanes.iter().filter(of_this_one).count();
    assert!(lanes > 0);
    assert_eq!(shown(&rich.scene(&request)), before + lanes);
}
