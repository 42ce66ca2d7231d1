package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.api.imports.source.Said;
import dk.grundskema.api.imports.source.SourcePerson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says where one list has somebody twice and says different things, for it may be two people of one name. What a row leaves empty differs from nothing, and
 * lists in other files or sheets may each say something else of one person.
 */
final class RepeatedStaff {
    /** A row is compared with so many rows before it of the same person. */
    private static final int COMPARED = 10;

    private final FindingList findings;

    RepeatedStaff(FindingList findings) {
        this.findings = findings;
    }

    /**
     * Looks at a row.
     *
     * @param label  what the person is called
     * @param row    the row
     * @param before what was said of the same person before, in the order of the files
     */
    void tell(String label, SourcePerson row, List<SourcePerson> before) {
        if (before.isEmpty()) {
            return;
        }
        String called = called(row);
        var sameList = before.stream()
                .filter(each ->
                        isOneList(each.place(), row.place()) && called(each).equals(called))
                .limit(COMPARED)
                .toList();
        if (sameList.stream().noneMatch(each -> differ(each, row))) {
            return;
        }
        String first = sameList.getFirst().place().where();
        Double counting = before.stream()
                .map(SourcePerson::contractHours)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Double hours = row.contractHours();
        if (counting != null && hours != null && !counting.equals(hours)) {
            findings.warning(row.place(), "import.staff.twice-hours", label, first, counting, hours);
        } else {
            findings.warning(row.place(), "import.staff.twice", label, first);
        }
    }

    private static boolean isOneList(Place one, Place other) {
        return one.file().equals(other.file()) && sheet(one).equals(sheet(other));
    }

    private static String sheet(Place place) {
        int end = place.where().lastIndexOf('!');
        return end < 0 ? "" : place.where().substring(0, end);
    }

    /** Whoever has two names is told of already. */
    private static String called(SourcePerson row) {
        return Spelling.form(Cast.spoken((row.name() == null ? row.key() : row.name()).text()));
    }

    private static boolean differ(SourcePerson one, SourcePerson other) {
        return differ(one.contractHours(), other.contractHours())
                || differ(text(one.email()), text(other.email()))
                || differ(texts(one.skills()), texts(other.skills()))
                || differ(one.never(), other.never());
    }

    private static boolean differ(@Nullable Object one, @Nullable Object other) {
        return one != null && other != null && !one.equals(other);
    }

    private static boolean differ(Collection<?> one, Collection<?> other) {
        return !one.isEmpty() && !other.isEmpty() && !new HashSet<>(one).equals(new HashSet<>(other));
    }

    private static @Nullable String text(@Nullable Said said) {
        return said == null ? null : Spelling.form(said.text());
    }

    private static Collection<String> texts(List<Said> all) {
        return all.stream().map(each -> Spelling.form(each.text())).collect(Collectors.toSet());
    }
}
