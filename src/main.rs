//! The program's front door: hands over to the command line, which opens the window when asked to.

use mimalloc::MiMalloc;
use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    klantreis::cli::main()
}
