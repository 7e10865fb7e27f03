//! Journeys and all that is drawn on them as rows.
//!
//! The columns stand in the order of the SQL files of each table.

use super::{Kept, Sql, sql};
use crate::model::{
    ChannelId, Emotion, Journey, JourneyId, Lane, LaneId, Note, NoteId, OwnerId, PersonaId,
    Placement, PlacementId, Spot, Stage, StageId, Step, StepId, Touchpoint, TouchpointId,
};
use crate::store::value::{
    bad, json, json_of, uuid, uuid_or_none, word, word_of, word_of_or_none, word_or_none,
};
use rusqlite::{CachedStatement, Connection, Result, Row, params};
use uuid::Uuid;

/// The widest card; a file that says more is not ours.
const WIDEST: i64 = 10_000;

fn row_to_journey(row: &Row) -> Result<Journey> {
    Ok(Journey {
        id: JourneyId(uuid(row, 0)?),
        name: row.get(1)?,
        state: word(row, 2)?,
        persona: uuid_or_none(row, 3)?.map(PersonaId),
        segment: row.get(4)?,
        locked: row.get(5)?,
        position: row.get(6)?,
    })
}

fn row_to_stage(row: &Row) -> Result<Stage> {
    Ok(Stage {
        id: StageId(uuid(row, 0)?),
        journey: JourneyId(uuid(row, 1)?),
        kind: word(row, 2)?,
        name: row.get(3)?,
        view: word(row, 4)?,
        width: row.get(5)?,
        locked: row.get(6)?,
        position: row.get(7)?,
    })
}

fn row_to_step(row: &Row) -> Result<Step> {
    Ok(Step {
        id: StepId(uuid(row, 0)?),
        stage: StageId(uuid(row, 1)?),
        name: row.get(2)?,
        position: row.get(3)?,
    })
}

fn row_to_lane(row: &Row) -> Result<Lane> {
    Ok(Lane {
        id: LaneId(uuid(row, 0)?),
        journey: JourneyId(uuid(row, 1)?),
        kind: word(row, 2)?,
        name: row.get(3)?,
        visible: row.get(4)?,
        view: word_or_none(row, 5)?,
        height: row.get(6)?,
        folded: row.get(7)?,
        persona: uuid_or_none(row, 8)?.map(PersonaId),
        metric: word_or_none(row, 9)?,
        locked: row.get(10)?,
        position: row.get(11)?,
    })
}

fn row_to_touchpoint(row: &Row) -> Result<Touchpoint> {
    let channels: Vec<Uuid> = json(row, 8)?;
    Ok(Touchpoint {
        id: TouchpointId(uuid(row, 0)?),
        title: row.get(1)?,
        description: row.get(2)?,
        icon: row.get(3)?,
        channels: channels.into_iter().map(ChannelId).collect(),
        owner: uuid_or_none(row, 4)?.map(OwnerId),
        moment_of_truth: row.get(5)?,
        marks: json(row, 6)?,
        sub_journey: uuid_or_none(row, 7)?.map(JourneyId),
    })
}

fn row_to_placement(row: &Row) -> Result<Placement> {
    let span = row_to_span(row, 6)?;
    Ok(Placement {
        id: PlacementId(uuid(row, 0)?),
        touchpoint: TouchpointId(uuid(row, 1)?),
        journey: JourneyId(uuid(row, 2)?),
        spot: row_to_spot(row, 3)?,
        lane: LaneId(uuid(row, 5)?),
        span,
        locked: row.get(7)?,
        position: row.get(8)?,
    })
}

fn row_to_emotion(row: &Row) -> Result<Emotion> {
    Ok(Emotion {
        placement: PlacementId(uuid(row, 0)?),
        persona: PersonaId(uuid(row, 1)?),
        value: row.get(2)?,
    })
}

fn row_to_note(row: &Row) -> Result<Note> {
    Ok(Note {
        id: NoteId(uuid(row, 0)?),
        journey: JourneyId(uuid(row, 1)?),
        spot: row_to_spot(row, 2)?,
        lane: LaneId(uuid(row, 4)?),
        tone: word(row, 5)?,
        text: row.get(6)?,
        icon: row.get(7)?,
        span: row_to_span(row, 8)?,
        marks: json(row, 9)?,
        sub_journey: uuid_or_none(row, 10)?.map(JourneyId),
        locked: row.get(11)?,
        position: row.get(12)?,
    })
}

fn row_to_span(row: &Row, column: usize) -> Result<i64> {
    let span: i64 = row.get(column)?;
    if (1..=WIDEST).contains(&span) { Ok(span) } else { Err(bad(column, "span")) }
}

/// A spot is two columns, of which exactly one is filled: the stage and the step.
fn row_to_spot(row: &Row, column: usize) -> Result<Spot> {
    match (uuid_or_none(row, column)?, uuid_or_none(row, column + 1)?) {
        (Some(stage), None) => Ok(Spot::Stage(StageId(stage))),
        (None, Some(step)) => Ok(Spot::Step(StepId(step))),
        _ => Err(bad(column, "spot")),
    }
}

fn spot_columns(spot: &Spot) -> (Option<&[u8; 16]>, Option<&[u8; 16]>) {
    match spot {
        Spot::Stage(stage) => (Some(stage.0.as_bytes()), None),
        Spot::Step(step) => (None, Some(step.0.as_bytes())),
    }
}

impl Kept for Journey {
    const SQL: Sql = sql!("journeys");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_journey(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.name,
            word_of(&self.state)?,
            self.persona.as_ref().map(|id| id.0.as_bytes()),
            self.segment,
            self.locked,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Stage {
    const SQL: Sql = sql!("stages");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_stage(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.journey.0.as_bytes(),
            word_of(&self.kind)?,
            self.name,
            word_of(&self.view)?,
            self.width,
            self.locked,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Step {
    const SQL: Sql = sql!("steps");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_step(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.stage.0.as_bytes(),
            self.name,
            self.position
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Lane {
    const SQL: Sql = sql!("lanes");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_lane(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.journey.0.as_bytes(),
            word_of(&self.kind)?,
            self.name,
            self.visible,
            word_of_or_none(self.view.as_ref())?,
            self.height,
            self.folded,
            self.persona.as_ref().map(|id| id.0.as_bytes()),
            word_of_or_none(self.metric.as_ref())?,
            self.locked,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Touchpoint {
    const SQL: Sql = sql!("touchpoints");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_touchpoint(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.title,
            self.description,
            self.icon,
            self.owner.as_ref().map(|id| id.0.as_bytes()),
            self.moment_of_truth,
            json_of(&self.marks)?,
            self.sub_journey.as_ref().map(|id| id.0.as_bytes()),
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }

    fn upsert_lists(&self, conn: &Connection) -> Result<()> {
        conn.prepare_cached(include_str!("../sql/touchpoint_channels/clear.sql"))?
            .execute([self.id.0.as_bytes()])?;
        let mut insert =
            conn.prepare_cached(include_str!("../sql/touchpoint_channels/insert.sql"))?;
        for (position, channel) in (0_i64..).zip(&self.channels) {
            insert.execute(params![self.id.0.as_bytes(), position, channel.0.as_bytes()])?;
        }
        Ok(())
    }
}

impl Kept for Placement {
    const SQL: Sql = sql!("placements");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_placement(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (stage, step) = spot_columns(&self.spot);
        statement.execute(params![
            self.id.0.as_bytes(),
            self.touchpoint.0.as_bytes(),
            self.journey.0.as_bytes(),
            stage,
            step,
            self.lane.0.as_bytes(),
            self.span,
            self.locked,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Emotion {
    const SQL: Sql = sql!("emotions");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_emotion(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.placement.0.as_bytes(),
            self.persona.0.as_bytes(),
            self.value
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.0.as_bytes(), id.1.0.as_bytes()])
    }
}

impl Kept for Note {
    const SQL: Sql = sql!("notes");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_note(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        let (stage, step) = spot_columns(&self.spot);
        statement.execute(params![
            self.id.0.as_bytes(),
            self.journey.0.as_bytes(),
            stage,
            step,
            self.lane.0.as_bytes(),
            word_of(&self.tone)?,
            self.text,
            self.icon,
            self.span,
            json_of(&self.marks)?,
            self.sub_journey.as_ref().map(|id| id.0.as_bytes()),
            self.locked,
            self.position,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}
