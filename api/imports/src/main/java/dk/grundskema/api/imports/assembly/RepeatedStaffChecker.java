package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.api.imports.source.SourceStaffMember;
import dk.grundskema.api.imports.source.SourceText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reports a person who is twice in one list with different facts, since it may be two people with one name. An empty cell is not a
 * difference. Lists in different files or sheets may have different facts about one person.
 */
final class RepeatedStaffChecker {
    /** Number of earlier rows of the same person that a row is compared with. */
    private static final int COMPARED = 10;

    private final FileFindingList findings;

    RepeatedStaffChecker(FileFindingList findings) {
        this.findings = findings;
    }

    /**
     * Checks a row.
     *
     * @param label  name of the person
     * @param row    the row
     * @param before earlier rows of the same person, in the order of the files
     */
    void check(String label, SourceStaffMember row, List<SourceStaffMember> before) {
        if (before.isEmpty()) {
            return;
        }
        String called = displayName(row);
        var sameList = before.stream()
                .filter(each -> isOneList(each.place(), row.place())
                        && displayName(each).equals(called))
                .limit(COMPARED)
                .toList();
        if (sameList.stream().noneMatch(each -> differ(each, row))) {
            return;
        }
        String first = sameList.getFirst().place().where();
        Double counting = before.stream()
                .map(SourceStaffMember::contractHours)
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

    private static boolean isOneList(SourceLocation one, SourceLocation other) {
        return one.file().equals(other.file()) && sheet(one).equals(sheet(other));
    }

    private static String sheet(SourceLocation place) {
        int end = place.where().lastIndexOf('!');
        return end < 0 ? "" : place.where().substring(0, end);
    }

    /** Returns the normalized name; two names of one person are reported elsewhere. */
    private static String displayName(SourceStaffMember row) {
        return NameNormalizer.normalize(
                EntityRegistry.toSpokenOrder((row.name() == null ? row.key() : row.name()).text()));
    }

    private static boolean differ(SourceStaffMember one, SourceStaffMember other) {
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

    private static @Nullable String text(@Nullable SourceText said) {
        return said == null ? null : NameNormalizer.normalize(said.text());
    }

    private static Collection<String> texts(List<SourceText> all) {
        return all.stream().map(each -> NameNormalizer.normalize(each.text())).collect(Collectors.toSet());
    }
}
