//! The lists of the dialog and the forms below them.
//!
//! Pushes commands; keeps only the copy that is being edited.

use super::{Form, Page, channel_icon, fields, hues};
use crate::app::context::{Ctx, UiAction};
use crate::app::fonts;
use crate::app::textures::Textures;
use crate::app::widgets::{Button, IconButton, avatar, caption, paint_icon, paint_line, segmented};
use crate::document::Command;
use crate::model::{
    Attachment, Channel, ChannelId, ChannelKind, Holder, Hue, Influence, Message, Owner, OwnerId,
    Persona, PersonaId, Stakeholder, StakeholderId, Team, TeamId,
};
use crate::render::icons::Icon;
use egui::{Align, Align2, Layout, ScrollArea, Sense, Ui, vec2};

/// Width and height of what stands before a line.
const MARK: f32 = 30.0;

/// Largest height of the list, alone and above a form.
const LIST: f32 = 260.0;
const LIST_BESIDE_FORM: f32 = 128.0;

/// Which list is shown.
pub(super) fn pages(ui: &mut Ui, ctx: &Ctx<'_>, page: &mut Page) {
    let options = [
        (Page::Owners, ctx.t("people-owners")),
        (Page::Teams, ctx.t("people-teams")),
        (Page::Channels, ctx.t("people-channels")),
        (Page::Personas, ctx.t("people-personas")),
        (Page::Stakeholders, ctx.t("people-stakeholders")),
    ];
    segmented(ui, ctx.theme, &options, page);
    ui.add_space(4.0);
}

/// The list and, below it, what is being edited.
pub(super) fn page_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    page: Page,
    form: &mut Option<Form>,
    out: &mut Vec<UiAction>,
) {
    let lines = lines(ctx, page);
    if lines.is_empty() {
        caption(ui, ctx.theme, ctx.t("people-empty"));
    }
    let height = if form.is_some() { LIST_BESIDE_FORM } else { LIST };
    ScrollArea::vertical().id_salt("people_list").max_height(height).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in lines {
            line_ui(ui, ctx, line, form, out);
        }
    });
    ui.add_space(4.0);
    if form.is_none() {
        let key = match page {
            Page::Owners => "people-add-owner",
            Page::Teams => "people-add-team",
            Page::Channels => "people-add-channel",
            Page::Personas => "people-add-persona",
            Page::Stakeholders => "people-add-stakeholder",
        };
        let add = Button::new(ctx.t(key)).icon(Icon::of("add"));
        if add.disabled_because(ctx.why_fixed()).show(ui, ctx.theme).clicked() {
            *form = Some(fresh(page));
        }
        return;
    }
    // In a low window the form scrolls, and its dialog stays whole.
    let room = (ui.ctx().content_rect().height() - 290.0).max(160.0);
    let area = ScrollArea::vertical().id_salt("people_form").max_height(room);
    area.min_scrolled_height(room).show(ui, |ui| {
        form_ui(ui, ctx, form, out);
    });
}

/// One line of a list.
struct Line {
    name: String,
    detail: String,
    mark: Mark,
    form: Form,
    delete: Command,
    told: Message,
    /// What pictures can hang on.
    holder: Option<Holder>,
}

enum Mark {
    Face(Attachment),
    Initials(String, Option<Hue>),
    Icon(Icon, Option<Hue>),
}

fn lines(ctx: &Ctx<'_>, page: Page) -> Vec<Line> {
    match page {
        Page::Owners => ctx.model.owners.values().map(|o| owner_line(ctx, o)).collect(),
        Page::Teams => ctx.model.teams.values().map(|t| team_line(ctx, t)).collect(),
        Page::Channels => ctx.model.channels.values().map(|c| channel_line(ctx, c)).collect(),
        Page::Personas => ctx.model.personas.values().map(|p| persona_line(ctx, p)).collect(),
        Page::Stakeholders => {
            ctx.model.stakeholders.values().map(|s| stakeholder_line(ctx, s)).collect()
        }
    }
}

fn owner_line(ctx: &Ctx<'_>, owner: &Owner) -> Line {
    let team = owner.team.and_then(|t| ctx.model.teams.get(&t));
    let owned = ctx.model.touchpoints.values().filter(|t| t.owner == Some(owner.id)).count();
    let count = ctx.t1("people-touchpoints", "count", owned);
    let parts = [owner.role.clone(), team.map(|t| t.name.clone()).unwrap_or_default(), count];
    Line {
        name: owner.name.clone(),
        detail: joined(&parts),
        mark: Mark::Initials(owner.initials(), owner.hue),
        form: Form::Owner(owner.clone()),
        delete: Command::DeleteOwner { owner: owner.id },
        told: Message::new("people-deleted").with("name", owner.name.as_str()),
        holder: None,
    }
}

fn team_line(ctx: &Ctx<'_>, team: &Team) -> Line {
    let members = ctx.model.owners.values().filter(|o| o.team == Some(team.id)).count();
    let count = ctx.t1("people-members", "count", members);
    Line {
        name: team.name.clone(),
        detail: joined(&[team.department.clone(), count]),
        mark: Mark::Icon(Icon::of("groups"), None),
        form: Form::Team(team.clone()),
        delete: Command::DeleteTeam { team: team.id },
        told: Message::new("people-deleted").with("name", team.name.as_str()),
        holder: None,
    }
}

fn channel_line(ctx: &Ctx<'_>, channel: &Channel) -> Line {
    let name = ctx.texts.channel(channel);
    let used = ctx.model.touchpoints.values().filter(|t| t.channels.contains(&channel.id)).count();
    Line {
        detail: ctx.t1("people-touchpoints", "count", used),
        mark: Mark::Icon(channel_icon(channel.kind), None),
        form: Form::Channel(channel.clone()),
        delete: Command::DeleteChannel { channel: channel.id },
        told: Message::new("people-deleted").with("name", name.as_str()),
        holder: None,
        name,
    }
}

fn persona_line(ctx: &Ctx<'_>, persona: &Persona) -> Line {
    let holder = Holder::Persona(persona.id);
    let all = ctx.model.pictures_of(holder);
    let pictures =
        if all.is_empty() { String::new() } else { ctx.t1("people-pictures", "count", all.len()) };
    let face = all.first().map(|first| Mark::Face((*first).clone()));
    Line {
        name: persona.name.clone(),
        detail: joined(&[persona.role.clone(), pictures]),
        mark: face.unwrap_or_else(|| Mark::Icon(Icon::of("person"), persona.hue)),
        form: Form::Persona(persona.clone()),
        delete: Command::DeletePersona { persona: persona.id },
        told: Message::new("people-deleted").with("name", persona.name.as_str()),
        holder: Some(holder),
    }
}

fn stakeholder_line(ctx: &Ctx<'_>, stakeholder: &Stakeholder) -> Line {
    let influence =
        ctx.t1("people-influence-of", "degree", fields::influence_name(ctx, stakeholder.influence));
    let parts = [stakeholder.role.clone(), stakeholder.organisation.clone(), influence];
    Line {
        name: stakeholder.name.clone(),
        detail: joined(&parts),
        mark: Mark::Icon(Icon::of("diversity_3"), None),
        form: Form::Stakeholder(stakeholder.clone()),
        delete: Command::DeleteStakeholder { stakeholder: stakeholder.id },
        told: Message::new("people-deleted").with("name", stakeholder.name.as_str()),
        holder: None,
    }
}

fn joined(parts: &[String]) -> String {
    let filled: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    filled.join(" · ")
}

fn line_ui(
    ui: &mut Ui,
    ctx: &Ctx<'_>,
    line: Line,
    form: &mut Option<Form>,
    out: &mut Vec<UiAction>,
) {
    let theme = ctx.theme;
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 40.0), layout, |ui| {
        mark_ui(ui, ctx, &line);
        let buttons = if line.holder.is_some() { 108.0 } else { 72.0 };
        let width = ui.available_width() - buttons;
        let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0), Sense::hover());
        response.widget_info(|| {
            egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, &line.name)
        });
        let left = Align2::LEFT_CENTER;
        let above = if line.detail.is_empty() { 0.0 } else { 8.0 };
        let at = rect.left_center() - vec2(0.0, above);
        paint_line(ui, at, left, &line.name, fonts::regular(13.0), theme.ink, width);
        let at = rect.left_center() + vec2(0.0, 9.0);
        paint_line(ui, at, left, &line.detail, fonts::regular(11.5), theme.ink3, width);
        ui.spacing_mut().item_spacing.x = 0.0;
        let name = line.name.as_str();
        if let Some(holder) = line.holder {
            let name = ctx.t1("people-add-picture", "name", name);
            let picture = IconButton::new(Icon::of("add_photo_alternate"), name);
            if picture.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
                out.push(UiAction::PictureDialog(holder));
            }
        }
        let edit = IconButton::new(Icon::of("edit"), ctx.t1("people-edit", "name", name));
        if edit.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
            *form = Some(line.form);
        }
        let delete = IconButton::new(Icon::of("delete"), ctx.t1("people-delete", "name", name));
        if delete.disabled_because(ctx.why_fixed()).show(ui, theme).clicked() {
            out.push(UiAction::RunAndTell(line.delete, line.told));
            *form = None;
        }
    });
}

/// What stands before a line; all marks have the same width.
fn mark_ui(ui: &mut Ui, ctx: &Ctx<'_>, line: &Line) {
    let (place, _) = ui.allocate_exact_size(vec2(MARK, MARK), Sense::hover());
    let small = egui::Rect::from_center_size(place.center(), vec2(20.0, 20.0));
    match &line.mark {
        Mark::Face(picture) => Textures::paint(ui, picture, place, MARK / 2.0),
        Mark::Initials(letters, hue) => {
            ui.scope_builder(egui::UiBuilder::new().max_rect(small), |ui| {
                avatar(ui, ctx.theme, letters, &line.name);
            });
            hues::dot(ui, ctx, small.right_bottom(), *hue);
        }
        Mark::Icon(icon, hue) => {
            paint_icon(ui.painter(), place.center(), *icon, 17.0, ctx.theme.ink2);
            hues::dot(ui, ctx, small.right_bottom(), *hue);
        }
    }
}

fn fresh(page: Page) -> Form {
    let empty = String::new;
    match page {
        Page::Owners => Form::Owner(Owner::named(OwnerId::fresh(), empty())),
        Page::Teams => Form::Team(Team { id: TeamId::fresh(), name: empty(), department: empty() }),
        Page::Channels => Form::Channel(Channel {
            id: ChannelId::fresh(),
            kind: ChannelKind::Other,
            name: Some(empty()),
        }),
        Page::Personas => Form::Persona(Persona::named(PersonaId::fresh(), empty())),
        Page::Stakeholders => Form::Stakeholder(Stakeholder {
            id: StakeholderId::fresh(),
            name: empty(),
            role: empty(),
            organisation: empty(),
            stake: empty(),
            influence: Influence::default(),
        }),
    }
}

fn form_ui(ui: &mut Ui, ctx: &Ctx<'_>, form: &mut Option<Form>, out: &mut Vec<UiAction>) {
    let Some(edited) = form else { return };
    let frame = egui::Frame::new()
        .fill(ctx.theme.lane)
        .corner_radius(10)
        .inner_margin(egui::Margin::same(12));
    let mut done = None;
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        // Where several lines are typed, Enter is one of them.
        let several_lines = match edited {
            Form::Owner(owner) => fields::owner(ui, ctx, owner),
            Form::Team(team) => fields::team(ui, ctx, team),
            Form::Channel(channel) => fields::channel(ui, ctx, channel),
            Form::Persona(persona) => fields::persona(ui, ctx, persona, out),
            Form::Stakeholder(stakeholder) => fields::stakeholder(ui, ctx, stakeholder),
        };
        ui.add_space(4.0);
        let ready = is_ready(edited);
        ui.horizontal(|ui| {
            let save = Button::primary(ctx.t("people-save"));
            let why = (!ready).then(|| ctx.t("people-name-needed"));
            let pressed = save.disabled_because(why).show(ui, ctx.theme).clicked();
            let entered = ready && !several_lines && ui.input(|i| i.key_pressed(egui::Key::Enter));
            if pressed || entered {
                done = Some(Some(command(edited.clone())));
            }
            if Button::new(ctx.t("people-cancel")).show(ui, ctx.theme).clicked() {
                done = Some(None);
            }
        });
    });
    if let Some(end) = done {
        out.extend(end.map(UiAction::Run));
        *form = None;
    }
}

fn is_ready(form: &Form) -> bool {
    match form {
        Form::Owner(owner) => !owner.name.trim().is_empty(),
        Form::Team(team) => !team.name.trim().is_empty(),
        Form::Channel(channel) => {
            let named = channel.name.as_deref().is_some_and(|name| !name.trim().is_empty());
            named || channel.kind != ChannelKind::Other
        }
        Form::Persona(persona) => !persona.name.trim().is_empty(),
        Form::Stakeholder(stakeholder) => !stakeholder.name.trim().is_empty(),
    }
}

fn command(form: Form) -> Command {
    match form {
        Form::Owner(owner) => Command::PutOwner { owner },
        Form::Team(team) => Command::PutTeam { team },
        Form::Channel(mut channel) => {
            channel.name = channel.name.filter(|name| !name.trim().is_empty());
            Command::PutChannel { channel }
        }
        Form::Persona(persona) => Command::PutPersona { persona },
        Form::Stakeholder(stakeholder) => Command::PutStakeholder { stakeholder },
    }
}
