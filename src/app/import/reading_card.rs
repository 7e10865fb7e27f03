//! How the file is read: delimiter, encoding, decimals, dates, header, quotes. Each can be altered;
//! a change reads the file anew.

use super::super::context::Ctx;
use super::super::fonts;
use super::super::widgets::{self, DropDown, MenuItem, menu, paint_icon};
use super::{ImportScreen, card};
use crate::import::Profile;
use crate::render::icons::Icon;
use egui::{Align, Layout, Sense, Ui, vec2};

/// One setting: its name, what it is now, what it can be.
struct Choice {
    name: &'static str,
    now: String,
    options: Vec<(String, Change)>,
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
            ui.columns(choices.len(), |columns| {
                for (ui, choice) in columns.iter_mut().zip(choices) {
                    ui.spacing_mut().item_spacing.y = 3.0;
                    let name = ctx.t(choice.name);
                    widgets::label(ui, name.clone(), fonts::regular(12.0), ctx.theme.ink3);
                    let width = ui.available_width();
                    let button = DropDown::new(name.clone(), choice.now.clone())
                        .min_width(width)
                        .max_width(width)
                        .show(ui, ctx.theme);
                    menu(&button, ctx.theme, &name, 200.0, |ui| {
                        for (text, change) in &choice.options {
                            let item = MenuItem::new(text).selected(*text == choice.now);
                            if item.show(ui, ctx.theme) {
                                change(&mut draft.profile, text);
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
    let delimiter = match found.delimiter.value.as_str() {
        "\t" => "Tab".to_owned(),
        other => other.to_owned(),
    };
    let quote = match found.quote.value.as_str() {
        "" => ctx.t("wizard-none"),
        other => other.to_owned(),
    };
    let same = |texts: &[&str], change: Change| -> Vec<(String, Change)> {
        texts.iter().map(|t| ((*t).to_owned(), change)).collect()
    };
    vec![
        Choice {
            name: "wizard-delimiter",
            now: delimiter,
            options: same(&[",", ";", "Tab", "|"], |profile, text| {
                let sign = if text == "Tab" { "\t" } else { text };
                profile.delimiter = Some(sign.to_owned());
            }),
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
            options: same(&[".", ","], |profile, text| {
                profile.decimal = Some(text.to_owned());
            }),
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
            now: quote,
            options: {
                let mut options = same(&["\"", "'"], |profile, text| {
                    profile.quote = Some(text.to_owned());
                });
                let none: Change = |profile, _| profile.quote = Some(String::new());
                options.push((ctx.t("wizard-none"), none));
                options
            },
        },
    ]
}
