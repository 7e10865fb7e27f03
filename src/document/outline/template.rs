//! The journeys to begin with, in both languages, as journey files inside the program.
//!
//! Texts of a template are content: once used they belong to the person who works on the map.

use super::Outline;
use crate::model::{Message, Refusal};

/// A template.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Template {
    /// A consumer buys something, in six stages.
    B2cPurchase,
    /// A customer has a problem and calls, from problem to solved.
    ServiceCall,
    /// A company begins as a customer, from signature to first value.
    B2bOnboarding,
    /// A citizen applies for a permit or benefit at a municipality, from occasion to afterwards.
    PublicService,
    /// An employee, from vacancy to leaving.
    EmployeeJourney,
    /// The six stages and the usual lanes, with nothing in them: how a new map begins.
    SixStages,
    /// An empty map with the usual lanes.
    Blank,
}

impl Template {
    /// Every template, in menu order.
    pub const ALL: [Self; 7] = [
        Self::B2cPurchase,
        Self::ServiceCall,
        Self::B2bOnboarding,
        Self::PublicService,
        Self::EmployeeJourney,
        Self::SixStages,
        Self::Blank,
    ];

    /// The name used on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::B2cPurchase => "b2c_purchase",
            Self::ServiceCall => "service_call",
            Self::B2bOnboarding => "b2b_onboarding",
            Self::PublicService => "public_service",
            Self::EmployeeJourney => "employee_journey",
            Self::SixStages => "six_stages",
            Self::Blank => "blank",
        }
    }
}

/// The outline of the template of that name in a language (`nl`; anything else is English).
///
/// # Errors
/// When there is no such template; the sentence names those there are.
pub fn template(name: &str, language: &str) -> Result<Outline, Refusal> {
    let wanted = name.trim().to_lowercase().replace('-', "_");
    let Some(template) = Template::ALL.into_iter().find(|t| t.key() == wanted) else {
        let all: Vec<_> = Template::ALL.into_iter().map(Template::key).collect();
        let message = Message::new("document-no-template").with("name", name);
        return Err(message.with("all", all.join(", ")).into());
    };
    Outline::parse(json(template, language == "nl"))
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!("../../../assets/templates/", $name, ".json"))
    };
}

fn json(template: Template, dutch: bool) -> &'static str {
    match (template, dutch) {
        (Template::B2cPurchase, false) => file!("b2c_purchase.en"),
        (Template::B2cPurchase, true) => file!("b2c_purchase.nl"),
        (Template::ServiceCall, false) => file!("service_call.en"),
        (Template::ServiceCall, true) => file!("service_call.nl"),
        (Template::B2bOnboarding, false) => file!("b2b_onboarding.en"),
        (Template::B2bOnboarding, true) => file!("b2b_onboarding.nl"),
        (Template::PublicService, false) => file!("public_service.en"),
        (Template::PublicService, true) => file!("public_service.nl"),
        (Template::EmployeeJourney, false) => file!("employee_journey.en"),
        (Template::EmployeeJourney, true) => file!("employee_journey.nl"),
        (Template::SixStages, false) => file!("six_stages.en"),
        (Template::SixStages, true) => file!("six_stages.nl"),
        (Template::Blank, false) => file!("blank.en"),
        (Template::Blank, true) => file!("blank.nl"),
    }
}
