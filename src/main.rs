//! The program's front door: hands over to the command line, which opens the window when asked to.

use std::process::ExitCode;

fn main() -> ExitCode {
    klantreis::cli::main()
}
