# start
start-choose = Choose a file
start-counts =
    { $touchpoints ->
        [one] 1 touchpoint
       *[other] { $touchpoints } touchpoints
    }, { $responses ->
        [one] 1 response
       *[other] { $responses } responses
    }
start-counts-no-feedback =
    { $touchpoints ->
        [one] 1 touchpoint
       *[other] { $touchpoints } touchpoints
    }, no feedback yet
start-dark = Dark theme
start-drop = Drop a file here
start-drop-what = A map or a survey export
start-empty-text = Start from a template or open a sample to look around.
start-empty-title = No maps yet
start-find = Find a map
start-from-template = New map from template { $title }
start-let-go-import = Let go to import
start-let-go-open = Let go to open
start-light = Light theme
start-look-for = Look for it…
start-made-up = All people and figures are made up
start-missing = Not found. Look for it or remove it from this list
start-more = More for { $title }
start-motto = Journey maps that listen
start-open = Open
start-open-copy = Open a copy
start-open-copy-of = Open a copy of { $title }
start-open-map = Open { $title }
start-promise = Works offline. Your data stays in one file on this computer.
start-recent = Recent maps
start-remove = Remove from this list
start-responses = { $responses } responses
start-sample-airport = Airport
start-sample-airport-text = A survey on paper, in English
start-sample-energie = Energy supplier
start-sample-energie-text = Switching, first bill, outage
start-template-all =
    { $count ->
        [one] Show one more template
       *[other] Show { $count } more templates
    }
start-template-counts =
    { $stages ->
        [0] No stages
        [one] One stage
       *[other] { $stages } stages
    }, { $touchpoints ->
        [0] no touchpoints
        [one] one touchpoint
       *[other] { $touchpoints } touchpoints
    }
start-template-delete = Delete template { $title }
start-template-employee = Employee journey
start-template-employee-text = Vacancy to leaving, in six stages
start-template-public = Public service
start-template-public-text = Permit or benefit, in six stages
start-samples = Look around in a sample
start-template-blank = Blank
start-template-blank-text = An empty map and your own lanes
start-template-onboarding = B2B onboarding
start-template-onboarding-text = Signature to first value, in five stages
start-template-purchase = B2C purchase
start-template-purchase-text = Need to evaluation, in six stages
start-template-service = Service call
start-template-service-text = Problem to solved, in five stages
start-templates = Start from a template
start-today = Today { $time }
start-version = Version { $version }
start-yesterday = Yesterday
