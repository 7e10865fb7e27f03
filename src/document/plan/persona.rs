//! Personas: whose journey it is.

use super::{check, label};
use crate::model::{Message, Model, Persona, PersonaId, Refusal, SegmentValues};

/// Adds or alters a persona.
pub fn put(draft: &mut Model, persona: &Persona) -> Result<Message, Refusal> {
    let persona = Persona {
        id: persona.id,
        name: check::name(&persona.name)?,
        role: check::text(&persona.role)?,
        goals: check::text(&persona.goals)?,
        frustrations: check::text(&persona.frustrations)?,
        quote: check::text(&persona.quote)?,
        hue: persona.hue,
        segments: described(&persona.segments)?,
    };
    let known = draft.personas.contains_key(&persona.id);
    let key = if known { "step-change-persona" } else { "step-add-persona" };
    let step = Message::new(key).with("name", label::short(&persona.name));
    draft.personas.insert(persona.id, persona);
    Ok(step)
}

/// Dimensions with at least one value.
fn described(segments: &SegmentValues) -> Result<SegmentValues, Refusal> {
    let mut kept = SegmentValues::new();
    for (name, values) in segments.iter().filter(|(_, values)| !values.is_empty()) {
        let values = values.iter().map(|value| check::text(value));
        kept.insert(check::name(name)?, values.collect::<Result<_, _>>()?);
    }
    Ok(kept)
}

/// Deletes a persona with its emotions; journeys are then without one.
pub fn delete(draft: &mut Model, id: PersonaId) -> Result<Message, Refusal> {
    let name = label::short(&check::persona(draft, id)?.name);
    for journey in draft.journeys.values_mut().filter(|j| j.persona == Some(id)) {
        journey.persona = None;
    }
    draft.emotions.retain(|(_, persona), _| *persona != id);
    draft.personas.remove(&id);
    Ok(Message::new("step-delete-persona").with("name", name))
}
