# Present mode: stages, bar, keys
present-no-map = There is no map to present. Press Esc to leave.
present-whole = Whole map
present-stage = Show stage { $stage }
present-stage-empty = Nothing stands in this stage yet. Press Q to capture something.
present-lock = Lock stage { $stage }
present-unlock = Unlock stage { $stage }
present-blank = The screen is blank. Press B to go on.
present-back = Back
present-next = Next
present-phase = { $phase }: whole map or stage
present-timer = Agenda and timer
present-spotlight = Spotlight
present-capture = Quick capture
present-vote = Dot votes
present-guess = Guess, then reveal
present-dark = Light or dark
present-keys = Keys while presenting
present-leave = Leave presenting
present-key-turn = Whole map or stage
present-key-blank = Blank the screen
present-key-lock = Lock the stage that is shown
present-key-timer = Start or pause the timer
present-key-give = Give a dot to a card
present-key-take = Take a dot back
present-key-guess = Type a guess; next participant
present-key-zoom = Zoom the whole map; show all of it
present-key-full = Full screen
present-page = { $page } of { $of }
present-page-before = Page before
present-page-after = Next page

# Agenda and timer
present-step-agenda = add the agenda of a mapping workshop
present-ring = { $item }: { $time } left
present-ring-paused = { $item }: { $time } left, paused
present-timer-go = Start
present-timer-pause = Pause
present-timer-minute = One minute more
present-timer-next = Next item
present-agenda-title = Agenda
present-agenda-begin = Begins at
present-agenda-no-clock = Type a time such as 9:00.
present-agenda-total = { $count ->
        [one] { $count } item
       *[other] { $count } items
    }, { $minutes } minutes, { $begin } to { $end }
present-agenda-empty = Nothing is planned yet. Add an item, or begin with the agenda of a mapping workshop.
present-agenda-minutes = min
present-agenda-name-of = Name of { $item }
present-agenda-minutes-of = Minutes of { $item }
present-agenda-start = Start the timer for { $item }
present-agenda-up = Move { $item } up
present-agenda-down = Move { $item } down
present-agenda-delete = Delete { $item }
present-agenda-new = New item
present-agenda-add = Add item
present-agenda-template = Add the agenda of a mapping workshop
present-agenda-objectives = Why we are here: the customer, the scope, the goal
present-agenda-steps = The steps that the customer takes
present-agenda-interactions = Where customer and organisation meet
present-agenda-say-think = What the customer says and thinks
present-agenda-emotions = What the customer feels, high and low
present-agenda-pains = What hurts
present-agenda-vote = Vote on what matters most
present-agenda-moments = Name and describe the moments of truth
present-agenda-share = Each group shows its map
present-agenda-future = How it should become
present-agenda-actions = Who does what, by when

# Quick capture
present-capture-field = Quick capture
present-capture-correct = Correct the last one
present-capture-hint = Type and press Enter. ↑ brings the last one back.
present-capture-lane = Lane
present-capture-stage = Stage
present-capture-undo = Take back “{ $text }”
present-capture-nowhere = This map has no stage or no lane to capture in. Add one first.

# Dot votes
present-vote-title = A new vote
present-vote-hidden = Nobody sees how many dots a card has until the vote is closed. Who gave which dot is not kept.
present-vote-name = What is asked
present-vote-name-hint = What do we tackle first?
present-vote-heads = People
present-vote-dots-a-head = Dots a person
present-vote-on = Vote on
present-vote-touchpoints = Touchpoints
present-vote-open = Open the vote
present-vote-numbers = People and dots are whole numbers, 1 or more.
present-vote-earlier = Votes on this map
present-vote-show = Show vote { $name }
present-vote-closed = closed · { $heads } people, { $dots } dots each
present-vote-going-on = going on · { $heads } people, { $dots } dots each
present-vote-delete-of = Delete vote { $name }
present-vote-deleted = Vote “{ $name }” deleted
present-vote-budget = { $heads ->
        [one] { $heads } person
       *[other] { $heads } people
    }, { $dots ->
        [one] { $dots } dot each
       *[other] { $dots } dots each
    }
present-vote-left = { $left } of { $all } dots left
present-vote-nothing = There is nothing here to vote on.
present-vote-none = Nobody gave a dot.
present-vote-give = Give a dot to { $item }
present-vote-take = Take a dot from { $item }
present-vote-dots = { $item }: { $dots ->
        [one] { $dots } dot
       *[other] { $dots } dots
    }
present-vote-close = Close the vote
present-vote-reopen = Reopen the vote
present-vote-delete = Delete the vote
present-vote-all = All votes

# Guess, then reveal
present-guess-title = A new round of guesses
present-guess-hidden = What customers answered stays hidden until you reveal it. The guesses are kept as the managers’ view.
present-guess-name = Who guesses
present-guess-name-hint = Management
present-guess-metric = Score
present-guess-scale = Scale
present-guess-high = { $min } to { $max }, high is good
present-guess-low = { $min } to { $max }, low is good
present-guess-open = Open the round
present-guess-earlier = Rounds on this map
present-guess-show = Show round { $name }
present-guess-revealed = { $metric } · revealed
present-guess-going-on = { $metric } · going on
present-guess-delete-of = Delete round { $name }
present-guess-deleted = Round “{ $name }” deleted
present-guess-delete = Delete the round
present-guess-all = All rounds
present-guess-reveal = Reveal
present-guess-take-back = Take back a guess
present-guess-nothing = This map has no touchpoints to guess about.
present-guess-place = { $round } · touchpoint { $at } of { $of } · { $scale }
present-guess-value = Guess { $value }
present-guess-ours = Our guess
present-guess-people = { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
present-guess-dots = { $value }: { $count ->
        [one] { $count } guess
       *[other] { $count } guesses
    }
present-guess-participant = Participant { $number }
present-guess-how = Type a number and press Enter, one participant after another. Backspace takes the last guess back. ← → lead to the other touchpoints. R reveals.
present-guess-we = We
present-guess-customers = Customers
present-guess-answers = { $count ->
        [one] { $count } answer
       *[other] { $count } answers
    }
present-guess-share = { $value }: { $share }
present-guess-compared = You guessed { $guess }, customers say { $value } ({ $range }), n { $n }.
present-guess-alone = Nobody guessed here. Customers say { $value } ({ $range }), n { $n }.
present-guess-few = Fewer than 30 answers: indicative only.
present-guess-too-few = Fewer than 5 customers answered (n { $n }), so there is no score.
present-guess-other = Customers answered another version of the question: { $version }, n { $n }. It cannot be compared.
present-guess-no-data = No customer answered this about this touchpoint on this scale.
present-gap-better = Customers are better off than you thought, by { $size }.
present-gap-worse = Customers are worse off than you thought, by { $size }.
present-gap-none = Your guess lies within what chance allows.
present-end-hard = hard
present-end-easy = easy
present-end-bad = bad
present-end-good = good
present-end-no = no
present-end-yes = yes
present-ask-ces = How easy is “{ $item }”?
present-ask-nps = Do customers recommend us after “{ $item }”?
present-ask-csat = How satisfied are customers with “{ $item }”?
present-ask-fcr = Is it solved at once at “{ $item }”?
present-ask-rating = What do customers give “{ $item }”?
