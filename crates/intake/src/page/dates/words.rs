//! Words that dates are written with: facts of languages, nothing tuned.

use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// The names of the months, lower case and without accents, in English, German, French, Spanish,
/// Italian, Portuguese, Catalan, Romanian, Dutch, Danish, Norwegian, Swedish, Finnish, Polish,
/// Czech, Hungarian, Turkish, Indonesian, Russian, Ukrainian and Greek; short forms first.
const MONTHS: [&str; 12] = [
    "jan january januar janner jaenner janv janvier ene enero gen gennaio janeiro gener ian ianuarie \
     januari tammikuuta tammikuu stycznia styczen ledna leden januar ocak oca янв января січня ιανουαριου",
    "feb february februar feber fev fevr fevrier febrero febbraio fevereiro febrer februarie februari \
     helmikuuta helmikuu lutego luty unora unor subat sub pebruari фев февраля лютого φεβρουαριου",
    "mar march marz maerz mrz mars marzo marco marc martie mrt maart marts maaliskuuta maaliskuu marca \
     marzec brezna brezen marcius mart maret мар марта березня μαρτιου",
    "apr april avr avril abr abril aprile aprilie huhtikuuta huhtikuu kwietnia kwiecien dubna duben \
     aprilis nisan nis апр апреля квітня απριλιου",
    "may mai mayo mag maggio maio maig mei maj toukokuuta toukokuu maja kvetna kveten majus mayis мая \
     май травня μαιου",
    "jun june juni juin junio giu giugno junho juny iunie juno kesakuuta kesakuu czerwca czerwiec cervna \
     cerven junius haziran haz июн июня червня ιουνιου",
    "jul july juli juil juillet julio lug luglio julho juliol iulie heinakuuta heinakuu lipca lipiec \
     cervence cervenec julius temmuz tem июл июля липня ιουλιου",
    "aug august aout ago agosto agost augustus augusti augusztus elokuuta elokuu sierpnia sierpien srpna \
     srpen agu agustus agustos авг августа серпня αυγουστου",
    "sep sept september septembre septiembre setiembre set settembre setembro setembre septembrie \
     syyskuuta syyskuu wrzesnia wrzesien zari szeptember eylul eyl сен сентября вересня σεπτεμβριου",
    "oct october okt oktober octobre octubre ott ottobre out outubro octombrie lokakuuta lokakuu \
     pazdziernika pazdziernik rijna rijen ekim eki окт октября жовтня οκτωβριου",
    "nov november novembre noviembre novembro noiembrie marraskuuta marraskuu listopada listopad \
     listopadu kasım kasim kas nopember ноя ноября листопада νοεμβριου",
    "dec december dez dezember decembre dic diciembre dicembre dezembro desembre decembrie des desember \
     joulukuuta joulukuu grudnia grudzien prosince prosinec aralık aralik ara дек декабря грудня δεκεμβριου",
];

/// Days of the week, as the months; between commas and clocks they say nothing new.
const WEEKDAYS: &str = "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat \
    saturday sun sunday mo montag di dienstag mi mittwoch do donnerstag fr freitag sa samstag sonnabend so \
    sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes \
    sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica segunda terca quarta quinta \
    sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag";

/// Words that lead from a date to its time of day.
const LEADS: &str = "at um à a alle ore las les t kl klo às as uur o godz om ob в at: the";

/// Words that say that a page was changed.
const CHANGED: &str = "updated update modified revised edited changed amended reviewed refreshed lastmod \
    updatedat datemodified aktualisiert aktualisierung aktualisierte geandert anderung bearbeitet stand \
    uberarbeitet actualizado actualizada actualizacion modificado maj misajour modifie actualise \
    aggiornato aggiornamento modificato atualizado atualizada atualizacao bijgewerkt gewijzigd laatst \
    opdateret oppdatert uppdaterad paivitetty aktualizacja aktualizovano guncelleme обновлено";

/// Words that say that it was published.
const PUBLISHED: &str = "published publish posted created written filed publication released release \
    veroffentlicht erschienen erstellt publiziert eingestellt geschrieben publie publiee paru cree ligne \
    publicado publicada publicacion pubblicato pubblicata gepubliceerd geplaatst publicerad publiceret \
    publisert julkaistu opublikowano dodano publikovano yayinlanma опубликовано";

/// Some words, each with what it means.
pub(super) type Meanings<T> = HashMap<&'static str, T>;

/// Lists of words, each with what its words mean; of a word in two lists the first one counts.
pub(super) fn meanings<T: Copy>(lists: &[(&'static str, T)]) -> Meanings<T> {
    let mut meanings = HashMap::new();
    for (list, meaning) in lists {
        for word in list.split_ascii_whitespace() {
            meanings.entry(word).or_insert(*meaning);
        }
    }
    meanings
}

static MONTH: LazyLock<Meanings<i8>> = LazyLock::new(|| {
    let numbered: Vec<(&str, i8)> = MONTHS.into_iter().zip(1..).collect();
    meanings(&numbered)
});

static ROLE: LazyLock<Meanings<Role>> =
    LazyLock::new(|| meanings(&[(CHANGED, Role::Modified), (PUBLISHED, Role::Published)]));

/// Lower case and without accents.
pub(super) fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The month that a word names.
pub(super) fn month(word: &str) -> Option<i8> {
    word.chars().nth(2)?;
    MONTH.get(folded(word).as_str()).copied()
}

/// Whether the word may stand between a date and its time of day.
pub(super) fn is_lead(word: &str) -> bool {
    let word = word.to_lowercase();
    LEADS.split_ascii_whitespace().any(|lead| lead == word)
}

/// Whether the word is a day of the week.
pub(super) fn is_weekday(word: &str) -> bool {
    let word = folded(word);
    WEEKDAYS.split_ascii_whitespace().any(|day| day == word)
}

/// What the words in front of a date say that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Published,
    Modified,
    Unsaid,
}

/// What the last telling word of a text says; most texts have none.
pub(super) fn role(text: &str) -> Role {
    let words = text.rsplit(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).take(12);
    words.into_iter().find_map(|word| ROLE.get(folded(word).as_str()).copied()).unwrap_or(Role::Unsaid)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_of_many_languages() {
        for (word, expected) in [
            ("Nov", 11),
            ("März", 3),
            ("Jänner", 1),
            ("août", 8),
            ("października", 10),
            ("Декабря", 12),
            ("Ağustos", 8),
            ("setembro", 9),
        ] {
            assert_eq!(month(word), Some(expected), "{word}");
        }
        for word in ["no", "junction", "marble", ""] {
            assert_eq!(month(word), None, "{word}");
        }
    }

    #[test]
    fn the_last_word_decides() {
        assert_eq!(role("First published"), Role::Published);
        assert_eq!(role("Published at noon. Last updated on"), Role::Modified);
        assert_eq!(role("Zuletzt geändert:"), Role::Modified);
        assert_eq!(role("Mara Quill, Harbour Gazette"), Role::Unsaid);
    }
}
