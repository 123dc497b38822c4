//! Whose turn it is: one question at a time for a host, and a pause between two.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The hosts of a run.
#[derive(Debug, Default)]
pub(super) struct Hosts {
    gates: Mutex<HashMap<String, Arc<Gate>>>,
}

/// One host.
#[derive(Debug, Default)]
struct Gate {
    /// Locked while it is asked.
    asked: Mutex<()>,
    /// When it may be asked again, and its own pause where it wants a longer one.
    rest: Mutex<(Option<Instant>, Duration)>,
}

impl Hosts {
    /// Asks a host when its turn has come. `at_once` leaves out the pause: for what belongs to the
    /// question before.
    pub(super) fn ask<T>(
        &self,
        host: &str,
        pause: Duration,
        at_once: bool,
        question: impl FnOnce() -> T,
    ) -> T {
        let gate = self.gate(host);
        let turn = gate.asked.lock().unwrap_or_else(PoisonError::into_inner);
        if !at_once {
            std::thread::sleep(self.wait(host));
        }
        let answer = question();
        let mut rest = gate.rest.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Instant::now().checked_add(pause.max(rest.1));
        rest.0 = rest.0.max(next);
        drop(rest);
        drop(turn);
        answer
    }

    /// How long a host rests from now on.
    pub(super) fn wait(&self, host: &str) -> Duration {
        let gate = self.gate(host);
        let rest = gate.rest.lock().unwrap_or_else(PoisonError::into_inner);
        rest.0.map_or(Duration::ZERO, |until| until.saturating_duration_since(Instant::now()))
    }

    /// A host wants longer pauses.
    pub(super) fn slow_down(&self, host: &str, pause: Duration) {
        self.gate(host).rest.lock().unwrap_or_else(PoisonError::into_inner).1 = pause;
    }

    /// A host wants to be left alone for a while.
    pub(super) fn leave_alone(&self, host: &str, wait: Duration) {
        let gate = self.gate(host);
        let mut rest = gate.rest.lock().unwrap_or_else(PoisonError::into_inner);
        rest.0 = rest.0.max(Instant::now().checked_add(wait));
    }

    fn gate(&self, host: &str) -> Arc<Gate> {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(gates.entry(host.to_owned()).or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::Hosts;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::{Duration, Instant};

    #[test]
    fn one_at_a_time_with_a_pause() {
        let hosts = Hosts::default();
        let (now, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let started = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..3 {
                scope.spawn(|| {
                    hosts.ask("a", Duration::from_millis(20), false, || {
                        most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::sleep(Duration::from_millis(5));
                        now.fetch_sub(1, Ordering::SeqCst);
                    });
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1);
        assert!(started.elapsed() >= Duration::from_millis(55), "{:?}", started.elapsed());
    }

    #[test]
    fn other_hosts_do_not_wait_and_a_host_can_ask_for_more() {
        let hosts = Hosts::default();
        hosts.leave_alone("a", Duration::from_secs(60));
        assert!(hosts.wait("a") > Duration::from_secs(59));
        assert_eq!(hosts.wait("b"), Duration::ZERO);
        hosts.slow_down("c", Duration::from_secs(30));
        hosts.ask("c", Duration::ZERO, false, || ());
        assert!(hosts.wait("c") > Duration::from_secs(29));
    }
}
