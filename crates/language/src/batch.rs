//! Work on several threads, the results in the order in which it was given.

use std::sync::{Mutex, PoisonError};
use std::thread;

/// `work` of each input. A thread takes the next input whenever it is free, so that one long text
/// does not hold up the others.
pub(crate) fn in_order<I: Send, O: Send>(
    inputs: Vec<I>,
    threads: usize,
    work: impl Fn(I) -> O + Sync,
) -> Vec<O> {
    let threads = threads.min(inputs.len());
    if threads < 2 {
        return inputs.into_iter().map(work).collect();
    }
    let queue = Mutex::new(inputs.into_iter().enumerate());
    let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
    let run = || std::iter::from_fn(next).map(|(place, input)| (place, work(input))).collect::<Vec<_>>();
    let mut made: Vec<(usize, O)> = thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(run)).collect();
        let mut made = run();
        for other in others {
            match other.join() {
                Ok(part) => made.extend(part),
                Err(fault) => std::panic::resume_unwind(fault),
            }
        }
        made
    });
    made.sort_unstable_by_key(|(place, _)| *place);
    made.into_iter().map(|(_, output)| output).collect()
}

/// Both at once, where the system has another thread to give; else one after the other.
pub(crate) fn both<A: Send, B>(one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, &one);
        let second = other();
        let first = match beside.map(thread::ScopedJoinHandle::join) {
            Ok(Ok(first)) => first,
            Ok(Err(fault)) => std::panic::resume_unwind(fault),
            Err(_) => one(),
        };
        (first, second)
    })
}

#[cfg(test)]
mod tests {
    use super::{both, in_order};

    #[test]
    fn both_give_their_results() {
        assert_eq!(both(|| "sails", || 3), ("sails", 3));
    }

    #[test]
    fn the_order_is_kept_on_any_number_of_threads() {
        let inputs: Vec<u32> = (0..1000).collect();
        let expected: Vec<u32> = inputs.iter().map(|input| input * 2).collect();
        for threads in [0, 1, 2, 7, 5000] {
            assert_eq!(in_order(inputs.clone(), threads, |input| input * 2), expected);
        }
        assert_eq!(in_order(Vec::<u32>::new(), 4, |input| input), []);
    }
}
