//! The names of rows with their icons, the heads of groups, and owners.

use super::{GROUP, Placed, Plan, RADIUS, TOTAL};
use crate::analysis::{MatrixRow, RowSubject};
use crate::model::{Model, StageId, Touchpoint};
use crate::render::icons::Icon;
use crate::render::map::channel_icon;
use crate::render::matrix::order::Line;
use crate::render::scene::{Anchor, GridColumn, GridRow, Subject};
use crate::render::sketch::{Sketch, Type, point, rect, stroke};
use crate::render::theme::Colors;
use crate::text::Texts;

/// Left edge of the names of rows below a group, and of groups.
const ROW_X: f32 = 55.0;
const GROUP_X: f32 = 35.0;
const LINE: f32 = 15.0;

/// Looks up how rows are called.
pub(super) struct Names<'a> {
    model: &'a Model,
    texts: &'a Texts,
    colors: &'static Colors,
    /// Width of the column.
    width: f32,
}

impl<'a> Names<'a> {
    pub(super) fn new(
        model: &'a Model,
        texts: &'a Texts,
        colors: &'static Colors,
        width: f32,
    ) -> Self {
        Self { model, texts, colors, width }
    }

    pub(super) fn name(&self, subject: RowSubject) -> String {
        super::words::row_name(self.texts, self.model, subject)
    }

    pub(super) fn stage(&self, stage: StageId) -> String {
        self.name(RowSubject::Stage(stage))
    }

    fn touchpoint(&self, subject: RowSubject) -> Option<&'a Touchpoint> {
        match subject {
            RowSubject::Touchpoint(id) => self.model.touchpoints.get(&id),
            RowSubject::Stage(_) | RowSubject::Loose => None,
        }
    }

    fn left(subject: RowSubject) -> f32 {
        match subject {
            RowSubject::Touchpoint(_) => ROW_X,
            RowSubject::Stage(_) | RowSubject::Loose => 16.0,
        }
    }

    fn ty(&self, subject: RowSubject) -> Type {
        match subject {
            RowSubject::Stage(_) => Type::semi_bold(12.5, self.colors.ink),
            RowSubject::Touchpoint(_) | RowSubject::Loose => Type::regular(12.5, self.colors.ink),
        }
    }

    /// The name of a row in lines.
    pub(super) fn lines(&self, row: &MatrixRow) -> Vec<String> {
        let star = self.touchpoint(row.subject).is_some_and(|t| t.moment_of_truth);
        let room = self.width - Self::left(row.subject) - if star { 28.0 } else { 8.0 };
        self.ty(row.subject).wrap(&self.name(row.subject), room)
    }
}

impl Plan<'_> {
    /// The column of names: it stays in place when the table scrolls sideways.
    pub(super) fn names_column(&self, sketch: &mut Sketch, placed: &[Placed<'_>], total: f32) {
        let (width, top) = (self.columns.name, self.columns.head);
        let ground = rect(1.0, top, width - 2.0, total + TOTAL - top - 1.0);
        sketch.fill(rect(ground.x, ground.y, ground.width, ground.height - RADIUS), 0.0, {
            self.colors.sheet
        });
        sketch.fill(ground, RADIUS - 1.0, self.colors.sheet);
        for one in placed {
            match one.line {
                Line::Group(group) => {
                    if let Some(stage) = group.stage {
                        self.group_name(sketch, stage, one.y);
                    }
                }
                Line::Row(row) => self.row_name(sketch, row, one),
            }
        }
    }

    /// The name of the row of totals.
    pub(super) fn total_name(&self, sketch: &mut Sketch, total: f32) {
        let width = self.columns.name;
        self.foot_ground(sketch, width - 2.0, total);
        let edge = stroke(self.colors.line2, 1.5);
        sketch.line(point(1.0, total + 0.75), point(width - 1.0, total + 0.75), edge);
        let name = self.all_rows();
        let ty = Type::semi_bold(12.5, self.colors.ink).fitted(&name, width - 24.0, 9.5);
        sketch.text(16.0, total + TOTAL / 2.0, Anchor::Start, ty, &name);
    }

    fn group_name(&self, sketch: &mut Sketch, stage: StageId, y: f32) {
        let width = self.columns.name;
        sketch.fill(rect(1.0, y, width - 1.0, GROUP), 0.0, self.colors.lane);
        let folded = self.request.folded.contains(&stage);
        let icon = if folded { "chevron_right" } else { "expand_more" };
        sketch.icon(22.0, y + GROUP / 2.0, 17.0, Icon::of(icon), self.colors.ink2);
        let name = self.names.stage(stage);
        let ty = Type::semi_bold(12.5, self.colors.ink).fitted(&name, width - GROUP_X - 8.0, 8.0);
        sketch.text(GROUP_X, y + GROUP / 2.0, Anchor::Start, ty, &name);
        let key = if folded { "matrix-label-folded" } else { "matrix-label-open" };
        let label = self.phrases.say(key, &[("name", &name)]);
        let place = rect(4.0, y + 1.0, width - 8.0, GROUP - 2.0);
        sketch.region(place, Subject::Grid(GridRow::Group(stage), GridColumn::Name), label);
    }

    fn row_name(&self, sketch: &mut Sketch, row: &MatrixRow, placed: &Placed<'_>) {
        let middle = placed.y + placed.height / 2.0;
        let (left, ty) = (Names::left(row.subject), self.names.ty(row.subject));
        let lines = self.names.lines(row);
        let first = middle - LINE * (lines.len() as f32 - 1.0) / 2.0;
        sketch.lines(left, first, LINE, ty, &lines);
        if let Some(touchpoint) = self.names.touchpoint(row.subject) {
            let channel = touchpoint.channels.first();
            let kind = channel.and_then(|id| self.model.channels.get(id)).map(|c| c.kind);
            let own = touchpoint.icon.as_deref().and_then(Icon::named);
            let icon = own.unwrap_or_else(|| channel_icon(kind));
            sketch.icon(42.0, middle, 15.0, icon, self.colors.ink2);
            if touchpoint.moment_of_truth {
                let end = lines.last().map_or(0.0, |line| ty.width(line));
                let y = first + LINE * (lines.len() as f32 - 1.0);
                let star = Icon::of("star");
                sketch.filled_icon(left + end + 12.0, y, 14.0, star, self.colors.star);
            }
        }
        let place = rect(4.0, placed.y + 1.0, self.columns.name - 8.0, placed.height - 2.0);
        let subject = Subject::Grid(GridRow::Row(row.subject), GridColumn::Name);
        sketch.region(place, subject, self.row_label(row.subject));
    }

    /// The owner of a row, in the last column.
    pub(super) fn owner(&self, sketch: &mut Sketch, subject: RowSubject, middle: f32) {
        let (Some(x), Some(touchpoint)) = (self.columns.owner, self.names.touchpoint(subject))
        else {
            return;
        };
        let Some(owner) = self.model.owner_of(touchpoint.id) else { return };
        let center = point(x + 10.0, middle);
        let edge = stroke(self.colors.line2, 1.0);
        sketch.circle(center, 9.5, self.colors.chan, Some(edge));
        let ty = Type::semi_bold(9.0, self.colors.ink2);
        sketch.text(center.x, middle, Anchor::Middle, ty, &owner.initials());
        let team = self.model.team_of(owner.id).map(|team| team.department.as_str());
        let name = team.filter(|name| !name.is_empty()).unwrap_or(&owner.name);
        let room = self.columns.width - x - 38.0;
        let ty = Type::regular(12.0, self.colors.ink2).fitted(name, room, 9.5);
        let lines = ty.wrap(name, room);
        let first = middle - 6.5 * (lines.len() as f32 - 1.0);
        sketch.lines(x + 26.0, first, 13.0, ty, &lines);
    }
}
