package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.platform.Nearest;
import java.util.List;
import java.util.function.Predicate;

/** Says which names lists lack, which are spelled in two ways, and which may be one. Names of students are never in it. */
final class NameFindings {
    private static final int TOLD = 12;
    private static final int SHORT = 6;

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
            unlisted.forEach(entry -> unknown(kind, book, entry));
        } else {
            findings.info(
                    new Place(unlisted.getFirst().places().getFirst().file(), ""),
                    "import." + kind + ".from-timetable",
                    unlisted.size(),
                    shown(unlisted));
        }
    }

    private void unknown(String kind, NameBook book, NameBook.Entry entry) {
        var listed = book.entries().stream()
                .filter(NameBook.Entry::listed)
                .flatMap(each -> List.of(each.key(), each.label()).stream())
                .toList();
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
        var entries = book.entries();
        for (int i = 0; i < entries.size(); i++) {
            String one = Spelling.form(entries.get(i).label());
            for (int j = i + 1; j < entries.size() && one.length() >= SHORT; j++) {
                String other = Spelling.form(entries.get(j).label());
                boolean bothListed = entries.get(i).listed() && entries.get(j).listed();
                boolean settled = book.isSettled(entries.get(i)) || book.isSettled(entries.get(j));
                boolean said = settled || (book.hasList() && !bothListed);
                if (!said && Math.abs(one.length() - other.length()) <= 1 && Nearest.isOneOff(one, other)) {
                    findings.warning(
                            entries.get(j).places().getFirst(),
                            "import.staff.one-off",
                            entries.get(i).label(),
                            entries.get(j).label(),
                            FindingList.where(entries.get(i).places()));
                }
            }
        }
    }
}
