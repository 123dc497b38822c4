//! Plain HTTP through a proxy: the whole address in the first line of the request.
//!
//! `ureq` asks every proxy for a tunnel (`CONNECT`), which most allow to the ports of TLS only. For
//! `http:` addresses the connection goes to the proxy itself ([`Checked`](super::guard::Checked)
//! gives its address) and what is absent from the first line is put in here.

use std::fmt::Debug;
use ureq::Error;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

/// Makes connections to a proxy that speak of the host which is meant.
#[derive(Debug)]
pub(super) struct ForwardConnector;

impl<In: Transport> Connector<In> for ForwardConnector {
    type Out = Forward<In>;

    fn connect(&self, details: &ConnectionDetails, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        let host = details.uri.authority().map(|authority| authority.as_str()).unwrap_or_default();
        let origin = format!("http://{host}").into_bytes();
        Ok(chained.map(|inner| Forward { inner, origin }))
    }
}

/// A connection to a proxy.
#[derive(Debug)]
pub(super) struct Forward<T> {
    inner: T,
    origin: Vec<u8>,
}

impl<T: Transport> Transport for Forward<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    /// Requests have no body here, so what begins with the method is the head of one.
    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        const METHOD: &[u8] = b"GET ";
        let out = self.inner.buffers().output();
        if !out.starts_with(b"GET /") {
            return self.inner.transmit_output(amount, timeout);
        }
        let (start, end) = (METHOD.len(), METHOD.len() + self.origin.len());
        let longer = amount + self.origin.len();
        if amount < start || longer > out.len() {
            return Err(Error::BadUri("too long for a request".to_owned()));
        }
        out.copy_within(start..amount, end);
        if let Some(place) = out.get_mut(start..end) {
            place.copy_from_slice(&self.origin);
        }
        self.inner.transmit_output(longer, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.inner.await_input(timeout)
    }

    fn is_open(&mut self) -> bool {
        self.inner.is_open()
    }
}
