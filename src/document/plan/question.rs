//! Questions: how the answers of a survey are read.

use super::{check, label};
use crate::model::{Message, Model, Question, QuestionId, Refusal};

/// Most values on a scale: an answer is kept as one byte above the lowest.
const MOST_VALUES: i64 = 256;

/// Adds a question, or alters how it is read. The answers stay as they are, so the ends of the
/// scale, the survey and the column of a known question cannot change.
pub fn put(draft: &mut Model, question: &Question) -> Result<Message, Refusal> {
    check::survey(draft, question.survey)?;
    let question = Question {
        code: check::name(&question.code)?,
        wording: check::text(&question.wording)?,
        ..question.clone()
    };
    check_scale(&question)?;
    check_unique(draft, &question)?;
    let step = |key| Message::new(key).with("name", label::short(&question.code));
    let step = match draft.questions.get(&question.id) {
        None => step("step-add-question"),
        Some(was) => {
            let same = was.survey == question.survey
                && was.code == question.code
                && was.scale.min == question.scale.min
                && was.scale.max == question.scale.max;
            if !same {
                let message = Message::new("document-question-fixed");
                return Err(message.with("name", was.code.clone()).into());
            }
            step("step-change-question")
        }
    };
    draft.questions.insert(question.id, question);
    Ok(step)
}

/// Deletes a question; its answers are kept and no longer counted.
pub fn delete(draft: &mut Model, id: QuestionId) -> Result<Message, Refusal> {
    let name = label::short(&check::question(draft, id)?.code);
    draft.questions.remove(&id);
    Ok(Message::new("step-delete-question").with("name", name))
}

fn check_scale(question: &Question) -> Result<(), Refusal> {
    let scale = question.scale;
    let width = i64::from(scale.max) - i64::from(scale.min) + 1;
    let refuse = |key| Err(Message::new(key).with("name", question.code.clone()).into());
    if !(2..=MOST_VALUES).contains(&width) {
        return refuse("document-question-scale");
    }
    if question.boxed.iter().any(|value| !scale.holds(*value)) {
        return refuse("document-question-box");
    }
    if let Some([low, high]) = question.breaks
        && !(scale.holds(low) && scale.holds(high) && low < high)
    {
        return refuse("document-question-breaks");
    }
    Ok(())
}

fn check_unique(draft: &Model, question: &Question) -> Result<(), Refusal> {
    let twice = draft.questions.values().any(|other| {
        other.id != question.id && other.survey == question.survey && other.code == question.code
    });
    if twice {
        let message = Message::new("document-question-twice");
        return Err(message.with("name", question.code.clone()).into());
    }
    Ok(())
}
