//! Many inputs on several threads, the results in the order of the inputs.

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

#[cfg(test)]
mod tests {
    use super::in_order;

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
