package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.documents.json.SpellingSuggester;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.finding.Severity;
import dk.grundskema.domain.people.StudentName;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reports names that lists lack, spelling variants, and names that may be the same. Names of students are {@link StudentName}s, which few readers see. */
final class NameChecker {
    private static final int MAX_NAMED = 12;
    private static final int SHORT_NAME_LENGTH = 6;

    /** Most comparisons when searching similar names for unknown ones. */
    private static final int MOST_COMPARISONS = 200_000;

    /** Names are not searched for similar pairs if there are more than this; a municipality has half as many. */
    private static final int MOST_COMPARED = 5000;

    /** Most pairs of similar names that are reported. */
    private static final int MOST_PAIRS = 1000;

    private final FileFindingList findings;

    NameChecker(FileFindingList findings) {
        this.findings = findings;
    }

    void report(EntityRegistry entities) {
        report("staff", entities.staff);
        report("class", entities.classes);
        report("course", entities.courses);
        report("room", entities.rooms);
        entities.students
                .variants()
                .forEach((word, variant) -> findings.warning(
                        variant.places().getFirst(),
                        "import.student.variant",
                        variant.places().size(),
                        new StudentName(word)));
        entities.students
                .doubts()
                .forEach(doubt -> findings.warning(
                        doubt.place(), "import.student." + doubt.code(), new StudentName(doubt.other())));
        reportSimilarNames(entities.staff);
        reportReorderedNames("staff", entities.staff);
        reportReorderedNames("student", entities.students);
    }

    private void reportReorderedNames(String kind, NameIndex book) {
        List<SourceLocation> places = book.rewritten();
        if (!places.isEmpty()) {
            findings.info(places.getFirst(), "import." + kind + ".last-first", places.size());
        }
    }

    private void report(String kind, NameIndex book) {
        book.variants()
                .forEach((word, variant) -> findings.warning(
                        variant.places().getFirst(),
                        "import." + kind + ".variant",
                        word,
                        variant.entry().label(),
                        variant.places().size(),
                        FileFindingList.describePlaces(variant.places())));
        book.doubts()
                .forEach(doubt -> findings.warning(
                        doubt.place(), "import." + kind + "." + doubt.code(), doubt.one(), doubt.other()));
        var unlisted = book.entries().stream()
                .filter(Predicate.not(NameIndex.Entry::isListed))
                .filter(entry -> !entry.places().getFirst().file().isEmpty())
                .toList();
        if (kind.equals("course") || unlisted.isEmpty()) {
            return;
        }
        if (book.hasList()) {
            var listed = book.entries().stream()
                    .filter(NameIndex.Entry::isListed)
                    .flatMap(each -> Stream.of(each.key(), each.label()))
                    .toList();
            int guessed = MOST_COMPARISONS / Math.max(1, listed.size());
            for (int i = 0; i < unlisted.size(); i++) {
                boolean isSettled = book.isMapped(unlisted.get(i));
                reportUnknownName(kind, i < guessed && !isSettled ? listed : List.of(), unlisted.get(i), isSettled);
            }
        } else {
            findings.info(
                    new SourceLocation(unlisted.getFirst().places().getFirst().file(), ""),
                    "import." + kind + ".from-timetable",
                    unlisted.size(),
                    joinLabels(unlisted));
        }
    }

    /** @param isSettled whether the mapping says that the name is another than those of the list */
    private void reportUnknownName(String kind, List<String> listed, NameIndex.Entry entry, boolean isSettled) {
        SourceLocation first = entry.places().getFirst();
        String where = FileFindingList.describePlaces(entry.places());
        SpellingSuggester.suggest(entry.key(), listed)
                .ifPresentOrElse(
                        near -> {
                            findings.warning(
                                    first,
                                    "import." + kind + ".unknown-maybe",
                                    entry.key(),
                                    near,
                                    entry.places().size(),
                                    where);
                            findings.ask(ImportQuestion.ofSpelling(
                                    ImportQuestion.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                                    entry.key(),
                                    near,
                                    first));
                        },
                        () -> findings.report(
                                isSettled ? Severity.INFO : Severity.WARNING,
                                first,
                                "import." + kind + ".unknown",
                                entry.key(),
                                entry.places().size(),
                                where));
    }

    private static String joinLabels(List<NameIndex.Entry> some) {
        String first = String.join(
                ", ", some.stream().limit(MAX_NAMED).map(NameIndex.Entry::label).toList());
        return some.size() > MAX_NAMED ? first + " …" : first;
    }

    /** Reports pairs of names that differ by one letter and are long enough for that to be a typing error. */
    private void reportSimilarNames(NameIndex book) {
        var entries = book.entries().stream()
                .filter(entry -> !book.isMapped(entry) && (!book.hasList() || entry.isListed()))
                .toList();
        if (entries.size() > MOST_COMPARED) {
            return;
        }
        var alike = new SimilarWordFinder(entries.stream()
                .map(entry -> NameNormalizer.normalize(entry.label()))
                .map(form -> form.length() < SHORT_NAME_LENGTH ? "" : form)
                .toList());
        for (SimilarWordFinder.WordPair pair : alike.findPairs(MOST_PAIRS)) {
            var one = entries.get(pair.first());
            var other = entries.get(pair.second());
            if (book.isKeptApart(one.places().getFirst(), other.places().getFirst())) {
                continue;
            }
            findings.warning(
                    other.places().getFirst(),
                    "import.staff.one-off",
                    one.label(),
                    other.label(),
                    FileFindingList.describePlaces(one.places()));
            findings.ask(ImportQuestion.ofSpelling(
                    ImportQuestion.Kind.STAFF,
                    other.label(),
                    one.label(),
                    other.places().getFirst()));
        }
    }
}
