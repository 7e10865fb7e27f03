//! All integration tests in one binary. One module a subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::too_many_lines,
    reason = "a test may stop at once and tell why"
)]

// The house: which room may call which.
mod layers;
// The house: lengths, first lines, words that must not stand anywhere.
mod tidy;
// The house: both languages have the same texts, each used and each there.
mod language;

// What is painted beside scores, printed.
mod painted;
// Two waves of a real survey, compared twice.
mod waves;
// The window: from its start screen to a map.
mod window_start;
// Own templates: saved, used, deleted, put back.
mod window_templates;
// The document file: what is written is read again, and bad files are told apart.
mod store;
// The document: undo restores, memory equals the file, a journey file loses nothing.
mod laws;
// The page about the file format: its examples are what the program reads.
mod format_page;
// The document: making, opening, what a command touches.
mod document;
// What the importer understands of a survey: tool, columns, questions.
mod import_meaning;
// A survey file into a document, as one step.
mod import_batch;
// Labels that mean a touchpoint: given, used, forgotten.
mod synonyms;
// Feedback entered by hand.
mod by_hand;
// Logs of contacts: rows without a score.
mod contact_log;
// Files that have grown, folders that fill up, refused cells written out.
mod grown;
// Employees: kept apart, small groups hidden.
mod employees;
// Imports that are mapped anew, without their file.
mod remap;
// What the window asks of an import that is kept, and the nasty ways through it.
mod kept;
// A process killed in the middle of an import.
mod kill;
// The samples: their figures, counted independently of the library.
mod samples;
// The samples: what the program makes of them is what they promise.
mod samples_opened;

// Import: a real survey gives the figures that others computed.
mod airport;
// Import: what a file gave.
mod collected;

// The numbers: how often intervals hold the truth.
mod coverage;
// The numbers: counts against the slow way, and what the map says of them.
mod numbers;
// The numbers: touchpoints by channel, segment, owner, month; what employees' tables hide.
mod matrix;
// The page of an owner, team or department.
mod scorecard;
// What can be painted over a map, against small worlds worked out by hand.
mod measures;
// Import: every public file and any bytes are read or refused, never a panic.
mod import_files;
// Import: every public file by the program itself, beside a table of figures.
mod import_figures;
// Import: the table of a file as it is read.
mod tables;
// Import: the polluted files of the Pollock benchmark come out clean.
mod import_pollock;
// Import: tables written in any dialect and encoding come back.
mod import_dialects;
// Import: files that are too much stay within their memory.
mod import_limits;
// Import: public test suites of CSV files give the results they state.
mod import_suites;
// Import: workbooks of every kind, and hostile ones.
mod import_workbooks;
// Import: JSON in every shape, and pasted tables.
mod import_json;
// Import: the rules of a mapping, each on a small file.
mod import_rules;
// A sample map with answers, built by hand.
mod energie;
// The picture: drawn to files to look at, nothing clipped, everything said in words.
mod looks;
// The picture: every kind of lane, column, mark, picture and arrow.
mod lanes;
// The window: the map, driven by accessible names.
mod window_map;
// Undo steps and versions in the window.
mod window_history;
// Typing, pasting, finding, selecting.
mod window_hands;
// A whole workshop by keyboard.
mod window_workshop;
// The window: presenting, agenda, capture, votes, guesses.
mod window_present;
// The window: list, silos, portfolio, side by side.
mod window_views;
// The window: the matrix; its cells say what the command line prints.
mod window_matrix;
// The window: the page of an owner, team or department.
mod window_owners;
// The window: a survey through the import screen.
mod window_import;
// The window: the ways into the import screen.
mod window_import_ways;
// The window: files dropped on it, opened twice, refused; the report of a fault.
mod window_files;
// The window: imports, comments, refused cells.
mod window_feedback;
// The window: feedback entered by hand, refused cells as a file.
mod window_by_hand;
// The window: trend with control limits, events, baseline, distribution.
mod window_details;
// Lists of verbatims: filters, orders, searches.
mod verbatims;
// The code book, in a document and on the command line.
mod themes;
// A drawn journey to work on.
mod desk;
// A document of which every figure can be worked out by hand.
mod surveyed;
// Data as they should not be.
mod bad_cases;
// The window: what lies over the map, compared, filtered, ranked, saved.
mod window_overlays;
// The window: verbatims and themes.
mod window_verbatims;
// The filter of what was written.
mod written;
// Words and personas as filters, on a document made by hand.
mod words;
