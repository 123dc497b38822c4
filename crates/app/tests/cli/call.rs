//! A folder of its own for each test, and calls of the program in it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder that goes away with the test.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("parallax-cli-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder for the test");
        Self(path)
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file and gives this folder back, so that calls chain.
    pub(crate) fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder");
        std::fs::write(path, content).expect("a file for the test");
        self
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).expect("a file that the program wrote")
    }

    /// Runs the program in the folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Call {
        Call::of(self.command(arguments).output().expect("the program runs"))
    }

    /// The same with something on standard input.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Call {
        let mut child = self
            .command(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        child.stdin.take().expect("its input").write_all(input).expect("it reads");
        Call::of(child.wait_with_output().expect("the program ends"))
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_parallax"));
        command.current_dir(&self.0).args(arguments).env_remove("RUST_BACKTRACE");
        command
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// How a call ended.
pub(crate) struct Call {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) said: String,
}

impl Call {
    pub(crate) fn of(output: Output) -> Self {
        Self {
            status: output.status.code().expect("an exit status"),
            out: String::from_utf8(output.stdout).expect("text"),
            said: String::from_utf8(output.stderr).expect("text"),
        }
    }

    /// The lines of the output as JSON.
    pub(crate) fn lines(&self) -> Vec<serde_json::Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect()
    }

    /// The ids of the reports in the output.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.lines().iter().map(|line| line["id"].as_str().expect("an id").to_owned()).collect()
    }

    /// Fails the test where the call did not end so, or did not say all of this.
    #[track_caller]
    pub(crate) fn ends(self, status: i32, said: &[&str]) -> Self {
        assert_eq!(self.status, status, "{}", self.said);
        for words in said {
            assert!(self.said.contains(words), "`{words}` was not said, but: {}", self.said);
        }
        self
    }
}

/// A report that nothing is wrong with.
pub(crate) const FERRY: &str = "\
Ferry with 212 aboard runs aground off Marsa

The ferry Alba ran aground near Marsa on Tuesday morning, the coastguard said.

“Nobody was badly hurt,” harbour master Ann Vale told reporters in Marsa.

Coastal News Agency contributed to this report.
";

/// Another one of the same event.
pub(crate) const FERRY_TOO: &str = "\
Ferry strikes rocks

A ferry struck rocks near the port of Marsa on Tuesday, and 17 people were injured, officials said.
";
