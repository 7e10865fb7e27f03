//! Surveys, questions, batches, targets, events and synonyms as rows.
//!
//! The columns stand in the order of the SQL files of each table.

use super::{Kept, Sql, sql};
use crate::model::{
    Batch, BatchId, Event, EventId, JourneyId, Question, QuestionId, Scale, Survey, SurveyId,
    Synonym, SynonymId, Target, TargetId, TouchpointId,
};
use crate::store::value::{
    bad, json, json_of, uuid, uuid_or_none, word, word_of, word_of_or_none, word_or_none,
};
use rusqlite::{CachedStatement, Connection, Result, Row, params};
use uuid::Uuid;

fn row_to_survey(row: &Row) -> Result<Survey> {
    let journeys: Vec<Uuid> = json(row, 4)?;
    Ok(Survey {
        id: SurveyId(uuid(row, 0)?),
        name: row.get(1)?,
        wave: row.get(2)?,
        audience: word(row, 3)?,
        journeys: journeys.into_iter().map(JourneyId).collect(),
    })
}

fn row_to_question(row: &Row) -> Result<Question> {
    Ok(Question {
        id: QuestionId(uuid(row, 0)?),
        survey: SurveyId(uuid(row, 1)?),
        code: row.get(2)?,
        metric: word(row, 3)?,
        scale: row_to_scale(row)?,
        boxed: json(row, 7)?,
        breaks: row.get::<_, Option<i32>>(8)?.zip(row.get(9)?).map(|(low, high)| [low, high]),
        wording: row.get(10)?,
        kind: word(row, 11)?,
        labels: json(row, 12)?,
    })
}

/// A scale of 2 to 256 values: a histogram of more would only cost memory.
fn row_to_scale(row: &Row) -> Result<Scale> {
    let (min, max): (i32, i32) = (row.get(4)?, row.get(5)?);
    let wide = i64::from(max) - i64::from(min);
    if !(1..=255).contains(&wide) || min.unsigned_abs() > 100_000 {
        return Err(bad(4, "scale"));
    }
    Ok(Scale { min, max, better: word(row, 6)? })
}

fn row_to_batch(row: &Row) -> Result<Batch> {
    Ok(Batch {
        id: BatchId(uuid(row, 0)?),
        survey: SurveyId(uuid(row, 1)?),
        file_name: row.get(2)?,
        file_hash: row.get(3)?,
        profile: row.get(4)?,
        imported_at: row.get(5)?,
        rows_read: row.get(6)?,
        responses: row.get(7)?,
        answers: row.get(8)?,
        comments: row.get(9)?,
        duplicates: row.get(10)?,
        rejected: row.get(11)?,
        origin: word(row, 12)?,
        hand_kind: word_or_none(row, 13)?,
        file_bytes: row.get(14)?,
        continues: uuid_or_none(row, 15)?.map(BatchId),
        contacts: row.get(16)?,
    })
}

fn row_to_target(row: &Row) -> Result<Target> {
    Ok(Target {
        id: TargetId(uuid(row, 0)?),
        metric: word(row, 1)?,
        touchpoint: uuid_or_none(row, 2)?.map(TouchpointId),
        value: row.get(3)?,
    })
}

fn row_to_event(row: &Row) -> Result<Event> {
    Ok(Event {
        id: EventId(uuid(row, 0)?),
        day: row.get(1)?,
        name: row.get(2)?,
        touchpoint: uuid_or_none(row, 3)?.map(TouchpointId),
    })
}

impl Kept for Survey {
    const SQL: Sql = sql!("surveys");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_survey(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.name,
            self.wave,
            word_of(&self.audience)?
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }

    fn upsert_lists(&self, conn: &Connection) -> Result<()> {
        conn.prepare_cached(include_str!("../sql/survey_journeys/clear.sql"))?
            .execute([self.id.0.as_bytes()])?;
        let mut insert = conn.prepare_cached(include_str!("../sql/survey_journeys/insert.sql"))?;
        for (position, journey) in (0_i64..).zip(&self.journeys) {
            insert.execute(params![self.id.0.as_bytes(), position, journey.0.as_bytes()])?;
        }
        Ok(())
    }
}

impl Kept for Question {
    const SQL: Sql = sql!("questions");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_question(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.survey.0.as_bytes(),
            self.code,
            word_of(&self.metric)?,
            self.scale.min,
            self.scale.max,
            word_of(&self.scale.better)?,
            json_of(&self.boxed)?,
            self.breaks.map(|b| b[0]),
            self.breaks.map(|b| b[1]),
            self.wording,
            word_of(&self.kind)?,
            json_of(&self.labels)?,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Batch {
    const SQL: Sql = sql!("batches");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_batch(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.survey.0.as_bytes(),
            self.file_name,
            self.file_hash,
            self.profile,
            self.imported_at,
            self.rows_read,
            self.responses,
            self.answers,
            self.comments,
            self.duplicates,
            self.rejected,
            word_of(&self.origin)?,
            word_of_or_none(self.hand_kind.as_ref())?,
            self.file_bytes,
            self.continues.as_ref().map(|id| id.0.as_bytes()),
            self.contacts,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Target {
    const SQL: Sql = sql!("targets");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_target(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            word_of(&self.metric)?,
            self.touchpoint.as_ref().map(|id| id.0.as_bytes()),
            self.value,
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Event {
    const SQL: Sql = sql!("events");

    fn from_row(row: &Row) -> Result<Self> {
        row_to_event(row)
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![
            self.id.0.as_bytes(),
            self.day,
            self.name,
            self.touchpoint.as_ref().map(|id| id.0.as_bytes()),
        ])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}

impl Kept for Synonym {
    const SQL: Sql = sql!("synonyms");

    fn from_row(row: &Row) -> Result<Self> {
        Ok(Self {
            id: SynonymId(uuid(row, 0)?),
            label: row.get(1)?,
            touchpoint: TouchpointId(uuid(row, 2)?),
        })
    }

    fn upsert(&self, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute(params![self.id.0.as_bytes(), self.label, self.touchpoint.0.as_bytes()])
    }

    fn delete(id: Self::Id, statement: &mut CachedStatement) -> Result<usize> {
        statement.execute([id.0.as_bytes()])
    }
}
