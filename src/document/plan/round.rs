//! Guesses: what participants think that customers answered, until it is revealed.

use super::{check, label};
use crate::model::{
    Guess, GuessId, JourneyId, Message, Metric, Model, Refusal, Round, RoundId, Scale, TouchpointId,
};

/// Opens a round.
pub fn open(
    draft: &mut Model,
    id: RoundId,
    journey: JourneyId,
    name: &str,
    metric: Metric,
    scale: Scale,
) -> Result<Message, Refusal> {
    check::unused(&draft.rounds, id)?;
    check::journey(draft, journey)?;
    let name = check::name(name)?;
    let width = i64::from(scale.max) - i64::from(scale.min);
    let near = (-100_000..=100_000).contains(&scale.min);
    if !(1..=255).contains(&width) || !near {
        let message = Message::new("document-question-scale");
        return Err(message.with("name", label::short(&name)).into());
    }
    let step = Message::new("step-open-round").with("name", label::short(&name));
    draft.rounds.insert(id, Round { id, journey, name, metric, scale, revealed: false });
    Ok(step)
}

/// Notes a guess.
pub fn add(
    draft: &mut Model,
    id: GuessId,
    round: RoundId,
    touchpoint: TouchpointId,
    value: i64,
) -> Result<Message, Refusal> {
    check::unused(&draft.guesses, id)?;
    let name = label::short(&check::touchpoint(draft, touchpoint)?.title);
    let scale = unrevealed(draft, round)?.scale;
    if !(i64::from(scale.min)..=i64::from(scale.max)).contains(&value) {
        let message = Message::new("document-guess").with("value", value);
        let message = message.with("low", i64::from(scale.min));
        return Err(message.with("high", i64::from(scale.max)).into());
    }
    draft.guesses.insert(id, Guess { id, round, touchpoint, value });
    Ok(Message::new("step-add-guess").with("name", name))
}

/// Takes a guess away.
pub fn delete_guess(draft: &mut Model, id: GuessId) -> Result<Message, Refusal> {
    let guess = *check::guess(draft, id)?;
    unrevealed(draft, guess.round)?;
    let name = label::short(&check::touchpoint(draft, guess.touchpoint)?.title);
    draft.guesses.remove(&id);
    Ok(Message::new("step-delete-guess").with("name", name))
}

/// Shows the measured scores.
pub fn reveal(draft: &mut Model, id: RoundId) -> Result<Message, Refusal> {
    let round = check::round_mut(draft, id)?;
    round.revealed = true;
    Ok(Message::new("step-reveal-round").with("name", label::short(&round.name)))
}

/// Deletes a round with its guesses.
pub fn delete(draft: &mut Model, id: RoundId) -> Result<Message, Refusal> {
    let name = label::short(&check::round(draft, id)?.name);
    draft.rounds.remove(&id);
    Ok(Message::new("step-delete-round").with("name", name))
}

/// A round whose answer nobody has seen yet.
fn unrevealed(draft: &Model, id: RoundId) -> Result<&Round, Refusal> {
    let round = check::round(draft, id)?;
    if round.revealed {
        let message = Message::new("document-round-revealed");
        return Err(message.with("name", label::short(&round.name)).into());
    }
    Ok(round)
}
