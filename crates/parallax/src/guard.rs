//! One poisoned report never takes the others with it.

use intake::Failure;
use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs one piece of work; a panic inside becomes a failure with the name of what was read.
///
/// The work owns its input and gives a new value back, so nothing half-done is seen afterwards.
pub(crate) fn guarded<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| Failure {
        name: name.to_owned(),
        reason: format!("a fault of the program, not of the report ({}); left out", message(&*panic)),
    })
}

fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}

#[cfg(test)]
mod tests {
    use super::guarded;

    #[test]
    fn a_panic_is_named() {
        assert_eq!(guarded("one", || 1), Ok(1));
        let failure = guarded("two", || -> u8 { panic!("odd") });
        assert_eq!(failure.map_err(|failure| failure.name), Err("two".to_owned()));
    }
}
