package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.platform.Nearest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says which names lists lack, which are spelled in two ways, and which may be one. Names of students are never in it. */
final class NameFindings {
    private static final int TOLD = 12;
    private static final int SHORT = 6;

    /** Unknown names are compared with all that are known, as long as these are no more comparisons. */
    private static final int MOST_COMPARISONS = 200_000;

    /** Names are looked through for such that look alike if there are no more than so many; a municipality has half of them. */
    private static final int MOST_COMPARED = 5000;

    /** Most pairs of names that are told to look alike. */
    private static final int MOST_PAIRS = 1000;

    private final FindingList findings;

    NameFindings(FindingList findings) {
        this.findings = findings;
    }

    void tell(Cast cast) {
        tell("staff", cast.staff);
        tell("class", cast.classes);
        tell("course", cast.courses);
        tell("room", cast.rooms);
        cast.students
                .variants()
                .values()
                .forEach(variant -> findings.warning(
                        variant.places().getFirst(),
                        "import.student.variant",
                        variant.places().size()));
        cast.students.doubts().forEach(doubt -> findings.warning(doubt.place(), "import.student." + doubt.code()));
        lookingAlike(cast.staff);
        rewritten("staff", cast.staff);
        rewritten("student", cast.students);
    }

    private void rewritten(String kind, NameBook book) {
        List<Place> places = book.rewritten();
        if (!places.isEmpty()) {
            findings.info(places.getFirst(), "import." + kind + ".last-first", places.size());
        }
    }

    private void tell(String kind, NameBook book) {
        book.variants()
                .forEach((word, variant) -> findings.warning(
                        variant.places().getFirst(),
                        "import." + kind + ".variant",
                        word,
                        variant.entry().label(),
                        variant.places().size(),
                        FindingList.where(variant.places())));
        book.doubts()
                .forEach(doubt -> findings.warning(
                        doubt.place(), "import." + kind + "." + doubt.code(), doubt.one(), doubt.other()));
        var unlisted = book.entries().stream()
                .filter(Predicate.not(NameBook.Entry::listed))
                .filter(entry -> !entry.places().getFirst().file().isEmpty())
                .toList();
        if (kind.equals("course") || unlisted.isEmpty()) {
            return;
        }
        if (book.hasList()) {
            var listed = book.entries().stream()
                    .filter(NameBook.Entry::listed)
                    .flatMap(each -> Stream.of(each.key(), each.label()))
                    .toList();
            int guessed = MOST_COMPARISONS / Math.max(1, listed.size());
            for (int i = 0; i < unlisted.size(); i++) {
                unknown(kind, i < guessed ? listed : List.of(), unlisted.get(i));
            }
        } else {
            findings.info(
                    new Place(unlisted.getFirst().places().getFirst().file(), ""),
                    "import." + kind + ".from-timetable",
                    unlisted.size(),
                    shown(unlisted));
        }
    }

    private void unknown(String kind, List<String> listed, NameBook.Entry entry) {
        Place first = entry.places().getFirst();
        String where = FindingList.where(entry.places());
        Nearest.to(entry.key(), listed)
                .ifPresentOrElse(
                        near -> findings.warning(
                                first,
                                "import." + kind + ".unknown-maybe",
                                entry.key(),
                                near,
                                entry.places().size(),
                                where),
                        () -> findings.warning(
                                first,
                                "import." + kind + ".unknown",
                                entry.key(),
                                entry.places().size(),
                                where));
    }

    private static String shown(List<NameBook.Entry> some) {
        String first = String.join(
                ", ", some.stream().limit(TOLD).map(NameBook.Entry::label).toList());
        return some.size() > TOLD ? first + " …" : first;
    }

    /** One letter off, and long enough that this is a slip rather than another's name. */
    private void lookingAlike(NameBook book) {
        var entries = book.entries().stream()
                .filter(entry -> !book.isSettled(entry) && (!book.hasList() || entry.listed()))
                .toList();
        if (entries.size() > MOST_COMPARED) {
            return;
        }
        var alike = new OneOff(entries.stream()
                .map(entry -> Spelling.form(entry.label()))
                .map(form -> form.length() < SHORT ? "" : form)
                .toList());
        for (OneOff.Pair pair : alike.pairs(MOST_PAIRS)) {
            var one = entries.get(pair.first());
            var other = entries.get(pair.second());
            findings.warning(
                    other.places().getFirst(),
                    "import.staff.one-off",
                    one.label(),
                    other.label(),
                    FindingList.where(one.places()));
        }
    }
}
