//! How the file is read: delimiter, encoding, decimals, dates, header, quotes. Each can be altered;
//! a change reads the file anew.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, DropDown, MenuItem, menu, paint_icon};
use super::{ImportScreen, card};
use crate::import::{Detected, Profile};
use crate::render::icons::Icon;
use egui::{Align, Layout, Sense, Ui, vec2};

/// One setting: its name, what it is now, what it can be.
struct Choice {
    name: &'static str,
    now: String,
    options: Vec<Offer>,
}

/// What a setting can be: its value, what a person reads, what it does.
struct Offer {
    value: String,
    shown: String,
    change: Change,
}

type Change = fn(&mut Profile, &str);

impl ImportScreen {
    pub(super) fn reading_ui(&mut self, ui: &mut Ui, ctx: &Ctx<'_>) {
        let Some(draft) = &mut self.draft else { return };
        let choices = choices(ctx, draft);
        let mut changed = false;
        card(ui, ctx, |ui| {
            ui.horizontal(|ui| {
                widgets::title(ui, ctx.theme, ctx.t("wizard-reading-title"));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    widgets::label(
                        ui,
                        ctx.t("wizard-detected"),
                        fonts::regular(12.5),
                        ctx.theme.ink3,
                    );
                    let (rect, _) = ui.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
                    let icon = Icon::of("check_circle");
                    paint_icon(ui.painter(), rect.center(), icon, 16.0, ctx.theme.ok);
                });
            });
            ui.spacing_mut().item_spacing.x = 12.0;
            ui.columns(choices.len(), |columns| {
                for (ui, choice) in columns.iter_mut().zip(choices) {
                    ui.spacing_mut().item_spacing.y = 3.0;
                    let name = ctx.t(choice.name);
                    widgets::label(ui, name.clone(), fonts::regular(12.0), ctx.theme.ink3);
                    let width = ui.available_width();
                    let offered = choice.options.iter().find(|o| o.value == choice.now);
                    let now = offered.map_or(&choice.now, |o| &o.shown);
                    let button = DropDown::new(name.clone(), now.clone())
                        .min_width(width)
                        .max_width(width)
                        .show(ui, ctx.theme);
                    menu(&button, ctx.theme, &name, 200.0, |ui| {
                        for offer in &choice.options {
                            let on = offer.value == choice.now;
                            if MenuItem::new(&offer.shown).selected(on).show(ui, ctx.theme) {
                                (offer.change)(&mut draft.profile, &offer.value);
                                changed = true;
                            }
                        }
                    });
                }
            });
        });
        if changed {
            self.read_again();
        }
    }
}

fn choices(ctx: &Ctx<'_>, draft: &super::Draft) -> Vec<Choice> {
    let found = &draft.detected;
    let same = |values: &[&'static str], change: Change| -> Vec<Offer> {
        // Names of encodings are written in capitals.
        let shown = |value: &str| value.replace("utf", "UTF").replace("iso", "ISO");
        let offer =
            |value: &&str| Offer { value: (*value).to_owned(), shown: shown(value), change };
        values.iter().map(offer).collect()
    };
    let named = |values: &[(&'static str, &'static str)], change: Change| -> Vec<Offer> {
        let offer = |(value, key): &(&'static str, &'static str)| {
            let shown = format!("{} {}", ctx.t(key), value.trim());
            Offer { value: (*value).to_owned(), shown: shown.trim().to_owned(), change }
        };
        values.iter().map(offer).collect()
    };
    let mut choices = vec![
        Choice {
            name: "wizard-delimiter",
            now: found.delimiter.value.clone(),
            options: named(
                &[
                    (",", "wizard-comma"),
                    (";", "wizard-semicolon"),
                    ("\t", "wizard-tab"),
                    ("|", "wizard-bar"),
                ],
                |profile, sign| profile.delimiter = Some(sign.to_owned()),
            ),
        },
        Choice {
            name: "wizard-encoding",
            now: found.encoding.value.clone(),
            options: same(
                &["utf-8", "windows-1252", "iso-8859-15", "macintosh", "utf-16le", "utf-16be"],
                |profile, text| profile.encoding = Some(text.to_owned()),
            ),
        },
        Choice {
            name: "wizard-decimals",
            now: found.decimal.value.clone(),
            options: [(".", "4.5", "wizard-point"), (",", "4,5", "wizard-comma")]
                .map(|(value, example, key)| Offer {
                    value: value.to_owned(),
                    shown: format!("{} {example}", ctx.t(key)),
                    change: |profile, text| profile.decimal = Some(text.to_owned()),
                })
                .into(),
        },
        Choice {
            name: "wizard-header",
            now: found.header_rows.value.to_string(),
            options: same(&["0", "1", "2", "3"], |profile, text| {
                profile.header_rows = text.parse().ok();
            }),
        },
        Choice {
            name: "wizard-quotes",
            now: found.quote.value.clone(),
            options: named(
                &[("\"", "wizard-double"), ("'", "wizard-single"), ("", "wizard-none")],
                |profile, sign| profile.quote = Some(sign.to_owned()),
            ),
        },
    ];
    if found.format != "text" {
        // A workbook or JSON is not written with signs that could be read otherwise.
        let of_text = ["wizard-delimiter", "wizard-encoding", "wizard-quotes"];
        choices.retain(|choice| !of_text.contains(&choice.name));
    }
    if found.sheets.len() > 1 {
        choices.insert(0, sheets(found));
    }
    choices
}

/// Which sheet of a workbook is read.
fn sheets(found: &Detected) -> Choice {
    let offer = |name: &String| Offer {
        value: name.clone(),
        shown: name.clone(),
        // Where the table of another sheet begins is found anew.
        change: |profile, name| {
            profile.sheet = Some(name.to_owned());
            (profile.preamble_rows, profile.header_rows, profile.footer_rows) = (None, None, None);
        },
    };
    Choice {
        name: "wizard-sheet",
        now: found.sheet.value.clone(),
        options: found.sheets.iter().map(offer).collect(),
    }
}
