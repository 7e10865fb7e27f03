//! The energy supplier of the design's pictures, built by hand: map, two quarters of answers.
//!
//! Figures come from histograms that are shaped to give the wanted mean and spread.

#![expect(clippy::unwrap_used, reason = "a test says so when its own ground gives way")]

use klantreis::analysis::{Comparison, Legend, Overlay, OverlayRequest};
use klantreis::model::{
    Better, Channel, ChannelId, ChannelKind, Emotion, Histogram, Journey, JourneyId, Lane, LaneId,
    LaneKind, Metric, Model, Note, NoteId, Owner, OwnerId, Persona, PersonaId, Placement,
    PlacementId, Question, QuestionId, QuestionKind, Record, Scale, Spot, Stage, StageId,
    StageKind, Step, StepId, Survey, SurveyId, Table, Target, TargetId, Team, TeamId, Tone,
    Touchpoint, TouchpointId,
};
use klantreis::scores::{Filter, Group, Period, Tally};
use klantreis::text::Lang;

/// A touchpoint of the sample: names, icon, channel, owner, star, feeling, ease, half interval, n,
/// change of ease, NPS.
type Line =
    ([&'static str; 2], &'static str, ChannelKind, usize, bool, f64, f64, f64, u64, f64, f64);

const OWNERS: [(&str, usize); 6] = [
    ("Lotte Bos", 0),
    ("Ilse Kramer", 1),
    ("Sem Visser", 2),
    ("Jan Mulder", 2),
    ("Noor van Dalen", 3),
    ("Finn Peters", 4),
];
const TEAMS: [(&str, &str); 5] = [
    ("Campaigns", "Marketing"),
    ("Online", "Sales"),
    ("Advice", "Service"),
    ("Invoices", "Billing"),
    ("App", "Digital"),
];

use ChannelKind as C;
#[rustfmt::skip]
const TOUCHPOINTS: [&[Line]; 6] = [
    &[
        (["Social ad", "Online advertentie"], "campaign", C::Ad, 0, false, 0.2, 0.0, 0.0, 0, 0.0, 0.0),
        (["Energy newsletter", "Energienieuwsbrief"], "mail", C::Email, 0, false, 0.5, 5.2, 0.2, 148, 0.1, 7.0),
    ],
    &[
        (["Comparison site", "Vergelijkingssite"], "balance", C::Web, 1, false, -0.3, 4.5, 0.2, 236, 0.1, -12.0),
        (["Tariff page", "Tarievenpagina"], "language", C::Web, 1, false, -0.9, 3.9, 0.2, 318, -0.2, -22.0),
        (["Advice call", "Adviesgesprek"], "call", C::Phone, 2, false, 0.7, 5.7, 0.2, 187, 0.1, 26.0),
    ],
    &[
        (["Online quote", "Online offerte"], "request_quote", C::Web, 1, true, 0.9, 5.9, 0.1, 402, 0.4, 31.0),
        (["Chat with adviser", "Chat met adviseur"], "forum", C::Chat, 2, false, 1.1, 5.4, 0.2, 164, 0.0, 15.0),
        (["Home visit", "Adviseur aan huis"], "home", C::InPerson, 3, false, 1.5, 6.2, 0.55, 14, 0.1, 50.0),
    ],
    &[
        (["Sign contract", "Contract tekenen"], "draw", C::Web, 1, true, 1.2, 6.0, 0.1, 351, 0.1, 34.0),
        (["Welcome pack", "Welkomstpakket"], "markunread_mailbox", C::Letter, 0, false, 0.8, 5.4, 0.2, 203, 0.1, 12.0),
        (["Switch notice", "Overstapbericht"], "mail", C::Email, 4, false, -0.1, 4.6, 0.2, 222, -0.1, -11.0),
    ],
    &[
        (["First bill", "Eerste factuur"], "receipt_long", C::Email, 4, true, -1.3, 3.2, 0.1, 412, -0.5, -23.0),
        (["Usage in app", "Verbruik in app"], "smartphone", C::App, 5, false, 0.9, 5.6, 0.1, 528, 0.1, 20.0),
        (["Outage call", "Storing melden"], "call", C::Phone, 2, false, -1.7, 3.5, 0.2, 131, 0.7, -30.0),
    ],
    &[
        (["Annual bill", "Jaarafrekening"], "description", C::Letter, 4, true, -1.0, 3.7, 0.1, 366, -0.1, -24.0),
        (["Payment plan", "Betalingsregeling"], "call", C::Phone, 2, false, -0.4, 3.0, 0.0, 3, 0.0, 0.0),
        (["Renewal offer", "Verlengingsaanbod"], "loyalty", C::Email, 0, false, 0.6, 4.9, 0.55, 26, -0.1, 0.0),
    ],
];

const STEPS: [[[&str; 2]; 2]; 6] = [
    [["I move to a new home", "Ik ga verhuizen"], ["My contract ends", "Mijn contract loopt af"]],
    [
        ["I look at prices", "Ik kijk wat anderen betalen"],
        ["I check who is reliable", "Ik check wie betrouwbaar is"],
    ],
    [
        ["I ask for an offer", "Ik vraag een offerte aan"],
        ["I weigh the offers", "Ik weeg prijs en groen af"],
    ],
    [["I sign", "Ik teken het contract"], ["I hear the start date", "Ik hoor wanneer het ingaat"]],
    [
        ["I get my first bill", "Ik krijg mijn eerste factuur"],
        ["I watch what I use", "Ik volg wat ik verbruik"],
    ],
    [
        ["I look back on a year", "Ik kijk terug op een jaar"],
        ["I decide: stay or go", "Ik besluit: blijven of gaan"],
    ],
];

#[rustfmt::skip]
const NOTES: [[(Tone, [&str; 2]); 2]; 6] = [
    [(Tone::Pain, ["Ads say nothing about moving", "Advertentie zegt niets over verhuizen"]),
     (Tone::Gain, ["Newsletter tip arrives just in time", "Tip in de nieuwsbrief komt op tijd"])],
    [(Tone::Pain, ["Tariff table needs a calculator", "Tarieven snap ik pas met een rekenmachine"]),
     (Tone::Gain, ["Adviser calls back within the hour", "Adviseur belt binnen een uur terug"])],
    [(Tone::Gain, ["Offer shows one clear amount", "Offerte toont één duidelijk bedrag"]),
     (Tone::Pain, ["Chat closes at six, when I am home", "Chat sluit om zes uur, dan kom ik thuis"])],
    [(Tone::Gain, ["Signed by phone in four minutes", "Getekend op mijn telefoon in vier minuten"]),
     (Tone::Pain, ["Silent weeks until the switch date", "Wekenlang stil tot de overstap"])],
    [(Tone::Pain, ["First bill covers six odd weeks", "Eerste factuur gaat over zes vreemde weken"]),
     (Tone::Gain, ["App shows usage by the hour", "In de app zie ik mijn verbruik per uur"])],
    [(Tone::Pain, ["Refund is hidden on page 4", "Teruggaaf staat pas op bladzijde vier"]),
     (Tone::Gain, ["Renewal offer fits my own usage", "Aanbod past bij mijn eigen verbruik"])],
];

const QUOTES: [[&str; 2]; 6] = [
    ["I only switch because I am moving.", "Ik stap alleen over omdat ik verhuis."],
    ["Three tabs open, and still not sure.", "Drie tabbladen open en nog niet zeker."],
    ["Finally one amount I could compare.", "Eindelijk één bedrag dat ik kon vergelijken."],
    ["Signed in a minute. Then silence.", "In een minuut getekend. Daarna stilte."],
    ["I had to call to get my own bill.", "Ik moest bellen om mijn eigen rekening te snappen."],
    ["Put the good news on page one.", "Zet het goede nieuws op bladzijde één."],
];

#[rustfmt::skip]
const BACKSTAGE: [[(&str, [&str; 2]); 2]; 6] = [
    [("campaign", ["Campaign team", "Campagneteam"]), ("database", ["CRM", "CRM"])],
    [("sell", ["Pricing engine", "Tariefmotor"]), ("support_agent", ["Sales desk", "Verkoop"])],
    [("calculate", ["Quote service", "Offertedienst"]), ("verified", ["Credit check", "Kredietcheck"])],
    [("draw", ["E-signing", "E-tekenen"]), ("swap_horiz", ["Switch desk", "Overstapdesk"])],
    [("receipt_long", ["Billing run", "Facturatie"]), ("speed", ["Meter data", "Meterdata"])],
    [("description", ["Settlement", "Afrekening"]), ("loyalty", ["Retention team", "Team behoud"])],
];

/// The sample: a model and the answers of two quarters.
pub struct Energie {
    pub model: Model,
    pub journey: JourneyId,
    ces: QuestionId,
    nps: QuestionId,
    word: usize,
}

fn put<R: Record>(table: &mut Table<R>, record: R) -> R::Id {
    let id = record.id();
    table.insert(id, record);
    id
}

impl Energie {
    /// Builds the sample in a language.
    pub fn new(lang: Lang) -> Self {
        let mut model = Model::default();
        let persona = put(&mut model.personas, Persona::named(PersonaId::fresh(), "Movers".into()));
        let journey = put(
            &mut model.journeys,
            Journey {
                persona: Some(persona),
                ..Journey::named(JourneyId::fresh(), "Noordvolt".into())
            },
        );
        let word = usize::from(lang == Lang::Nl);
        let nil = QuestionId(JourneyId::fresh().0);
        let mut sample = Self { model, journey, ces: nil, nps: nil, word };
        let owners = sample.people();
        let lanes = sample.lanes();
        for (stage, kind) in StageKind::SIX.into_iter().enumerate() {
            sample.stage(stage, kind, &lanes, &owners, persona);
        }
        sample.questions();
        sample
    }

    fn people(&mut self) -> Vec<OwnerId> {
        let teams: Vec<TeamId> = TEAMS
            .map(|(name, department)| {
                put(
                    &mut self.model.teams,
                    Team { id: TeamId::fresh(), name: name.into(), department: department.into() },
                )
            })
            .to_vec();
        OWNERS
            .map(|(name, team)| {
                put(
                    &mut self.model.owners,
                    Owner {
                        team: Some(teams[team]),
                        ..Owner::named(OwnerId::fresh(), name.into())
                    },
                )
            })
            .to_vec()
    }

    fn lanes(&mut self) -> Vec<LaneId> {
        let journey = self.journey;
        let lanes = LaneKind::DEFAULT.into_iter().zip(0..);
        lanes
            .map(|(kind, position)| {
                put(
                    &mut self.model.lanes,
                    Lane { position, ..Lane::new(LaneId::fresh(), journey, kind, None) },
                )
            })
            .collect()
    }

    fn stage(
        &mut self,
        index: usize,
        kind: StageKind,
        lanes: &[LaneId],
        owners: &[OwnerId],
        persona: PersonaId,
    ) {
        let (journey, word) = (self.journey, self.word);
        let stage = put(
            &mut self.model.stages,
            Stage {
                position: i64::try_from(index).unwrap(),
                ..Stage::new(StageId::fresh(), journey, kind, None)
            },
        );
        for (position, step) in (0..).zip(STEPS[index]) {
            let name = step[word].to_owned();
            let step = Step { id: StepId::fresh(), stage, name, position };
            put(&mut self.model.steps, step);
        }
        for (position, line) in (0..).zip(TOUCHPOINTS[index]) {
            let card = self.card(stage, lanes[1], position, line, owners);
            let emotion = Emotion { placement: card, persona, value: line.5 };
            put(&mut self.model.emotions, emotion);
        }
        for (position, (tone, text)) in (0..).zip(NOTES[index]) {
            self.note(stage, lanes[3], position, tone, text[word], None);
        }
        self.note(stage, lanes[4], 0, Tone::Neutral, QUOTES[index][word], None);
        for (position, (icon, text)) in (0..).zip(BACKSTAGE[index]) {
            self.note(stage, lanes[6], position, Tone::Neutral, text[word], Some(icon));
        }
    }

    fn card(
        &mut self,
        stage: StageId,
        lane: LaneId,
        position: i64,
        line: &Line,
        owners: &[OwnerId],
    ) -> PlacementId {
        let known = self.model.channels.values().find(|c| c.kind == line.2).map(|c| c.id);
        let channel = known.unwrap_or_else(|| {
            let channel = Channel { id: ChannelId::fresh(), kind: line.2, name: None };
            put(&mut self.model.channels, channel)
        });
        let touchpoint = put(
            &mut self.model.touchpoints,
            Touchpoint {
                icon: Some(line.1.into()),
                channels: vec![channel],
                owner: owners.get(line.3).copied(),
                moment_of_truth: line.4,
                ..Touchpoint::new(TouchpointId::fresh(), line.0[self.word].into())
            },
        );
        put(
            &mut self.model.placements,
            Placement {
                position,
                ..Placement::new(
                    PlacementId::fresh(),
                    touchpoint,
                    self.journey,
                    Spot::Stage(stage),
                    lane,
                )
            },
        )
    }

    fn note(
        &mut self,
        stage: StageId,
        lane: LaneId,
        position: i64,
        tone: Tone,
        text: &str,
        icon: Option<&str>,
    ) {
        put(
            &mut self.model.notes,
            Note {
                tone,
                icon: icon.map(Into::into),
                position,
                ..Note::new(NoteId::fresh(), self.journey, Spot::Stage(stage), lane, text.into())
            },
        );
    }

    fn questions(&mut self) {
        let survey = put(
            &mut self.model.surveys,
            Survey {
                id: SurveyId::fresh(),
                name: "Noordvolt".into(),
                wave: String::new(),
                audience: Default::default(),
                journeys: vec![self.journey],
            },
        );
        let mut ask = |metric, scale, wording: &str| {
            put(
                &mut self.model.questions,
                Question {
                    id: QuestionId::fresh(),
                    survey,
                    code: String::new(),
                    metric,
                    scale,
                    boxed: Vec::new(),
                    breaks: None,
                    wording: wording.into(),
                    kind: QuestionKind::Touchpoint,
                    labels: Default::default(),
                },
            )
        };
        let wording = ["Noordvolt made it easy for me.", "Noordvolt maakte het mij makkelijk."];
        self.ces = ask(Metric::Ces, EASE, wording[self.word]);
        let wording = ["Would you recommend us?", "Zou je ons aanbevelen?"];
        self.nps = ask(Metric::Nps, RECOMMEND, wording[self.word]);
        let target =
            Target { id: TargetId::fresh(), metric: Metric::Ces, touchpoint: None, value: 5.0 };
        put(&mut self.model.targets, target);
    }

    /// The touchpoint of that name.
    pub fn touchpoint(&self, name: &str) -> TouchpointId {
        self.model.touchpoint_named(name).unwrap().id
    }

    fn tally(&self, now: bool) -> Tally {
        let lines = || TOUCHPOINTS.iter().flat_map(|lines| lines.iter());
        let groups = lines().filter(|line| line.8 > 0).flat_map(|line| {
            let touchpoint = Some(self.touchpoint(line.0[self.word]));
            let (change, n) = if now { (0.0, line.8) } else { (line.9, line.8) };
            let ease = shaped(EASE, line.6 - change, line.7, n);
            let recommend = recommending(line.10 - 45.0 * change, n);
            [
                (Group { touchpoint, question: self.ces }, ease),
                (Group { touchpoint, question: self.nps }, recommend),
            ]
        });
        Tally::from_histograms(groups.collect::<Vec<_>>(), 3708)
    }

    /// The overlay of the last quarter, its changes and its legend.
    pub fn figures(&self, metric: Metric) -> (Overlay, Comparison, Legend) {
        let request = OverlayRequest::new(self.journey, metric);
        let now = Overlay::from_tally(&self.model, &request, &self.tally(true));
        let then = Overlay::from_tally(&self.model, &request, &self.tally(false));
        let comparison = Comparison::of(&then, &now);
        let period = Period { from: Some(20_635), to: Some(20_726) };
        let legend = Legend::of(&self.model, &now, &Filter::default(), period);
        (now, comparison, legend)
    }
}

const EASE: Scale = Scale { min: 1, max: 7, better: Better::High };
const RECOMMEND: Scale = Scale { min: 0, max: 10, better: Better::High };

/// A histogram of n answers with about this mean and this half width of its interval.
pub fn shaped(scale: Scale, mean: f64, half: f64, n: u64) -> Histogram {
    let wanted = (half * (n as f64).sqrt() / 1.96).max(0.3);
    let moments = |centre: f64, spread: f64| {
        let weight = |v: i32| (-(f64::from(v) - centre).powi(2) / (2.0 * spread * spread)).exp();
        let values = || (scale.min..=scale.max).map(|v| (f64::from(v), weight(v)));
        let sum: f64 = values().map(|(_, w)| w).sum();
        let mean = values().map(|(v, w)| v * w).sum::<f64>() / sum;
        let variance = values().map(|(v, w)| (v - mean).powi(2) * w).sum::<f64>() / sum;
        (mean, variance.sqrt(), values().map(|(_, w)| w / sum).collect::<Vec<_>>())
    };
    let mut best = (f64::INFINITY, Vec::new());
    for centre in 0..120 {
        for spread in 2..40 {
            let (m, s, shares) = moments(f64::from(centre) / 10.0 - 2.0, f64::from(spread) / 10.0);
            let miss = (m - mean).abs() * 4.0 + (s - wanted).abs();
            if miss < best.0 {
                best = (miss, shares);
            }
        }
    }
    let mut histogram = Histogram::new(scale);
    let mut left = n;
    for (value, share) in (scale.min..).zip(&best.1) {
        let count = ((share * n as f64).round() as u64).min(left);
        histogram.add(value, count);
        left -= count;
    }
    histogram.add(mean.round() as i32, left);
    histogram
}

fn recommending(nps: f64, n: u64) -> Histogram {
    let share = (0.61 + nps.abs() / 200.0).min(1.0);
    let promoters = ((share + nps / 100.0) / 2.0 * n as f64).round() as u64;
    let detractors = ((share - nps / 100.0) / 2.0 * n as f64).round() as u64;
    let mut histogram = Histogram::new(RECOMMEND);
    histogram.add(9, promoters);
    histogram.add(4, detractors.min(n - promoters));
    histogram.add(7, n - promoters - detractors.min(n - promoters));
    histogram
}
