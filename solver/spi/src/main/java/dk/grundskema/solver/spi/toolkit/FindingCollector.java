package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.domain.timetable.Lesson;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects all findings about an intervention's parameters. Codes are given without the plugin's id, places as pointers below {@code /parameters/},
 * such as {@code candidates/2/studentId}.
 */
public final class FindingCollector {
    private static final String PLACE = "/parameters/";

    private static final DerivedOnce<Known> SHARED = new DerivedOnce<>(Known::of);

    private final String prefix;
    private final List<Finding> all = new ArrayList<>();
    private final Known known;

    /** What a problem has: ids of people, groups and places, and subjects of lessons. */
    private record Known(Set<Object> ids, SortedSet<String> subjects) {
        static Known of(Problem problem) {
            Set<Object> ids = new HashSet<>();
            problem.students().stream().map(Student::id).forEach(ids::add);
            problem.staff().stream().map(StaffMember::id).forEach(ids::add);
            problem.groups().stream().map(Group::id).forEach(ids::add);
            problem.rooms().stream().map(Room::id).forEach(ids::add);
            problem.sites().stream().map(Site::id).forEach(ids::add);
            SortedSet<String> subjects = problem.lessons().stream()
                    .map(Lesson::subject)
                    .filter(one -> !one.isBlank())
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Known(Collections.unmodifiableSet(ids), Collections.unmodifiableSortedSet(subjects));
        }
    }

    /**
     * @param type    id of the plugin's type, the prefix of every code
     * @param problem the problem whose people, groups and places may be referred to
     */
    public FindingCollector(String type, Problem problem) {
        this.prefix = type + ".";
        this.known = SHARED.of(problem);
    }

    /** Adds an error. */
    public void error(String code, String place, Object... arguments) {
        all.add(Finding.error(prefix + code, PLACE + place, arguments));
    }

    /** Adds a warning about something that is allowed but probably unintended, or outside what documents require. */
    public void warning(String code, String place, Object... arguments) {
        all.add(Finding.warning(prefix + code, PLACE + place, arguments));
    }

    /** Adds information. */
    public void info(String code, String place, Object... arguments) {
        all.add(Finding.info(prefix + code, PLACE + place, arguments));
    }

    /** Adds an error if the condition does not hold. */
    public void errorUnless(boolean fine, String code, String place, Object... arguments) {
        if (!fine) {
            error(code, place, arguments);
        }
    }

    /** Adds a warning if the condition holds. */
    public void warnIf(boolean odd, String code, String place, Object... arguments) {
        if (odd) {
            warning(code, place, arguments);
        }
    }

    /** Calls {@code look} for each element of a list with its pointer. */
    public static <T> void forEach(List<T> list, String place, BiConsumer<T, String> look) {
        for (int i = 0; i < list.size(); i++) {
            look.accept(list.get(i), place + "/" + i);
        }
    }

    /** Returns whether the student is in the problem; otherwise adds {@code <plugin>.unknown-student}. */
    public boolean checkStudent(StudentId id, String place) {
        return isKnown(id, "unknown-student", place);
    }

    /** Returns whether the staff member is in the problem; otherwise adds {@code <plugin>.unknown-staff}. */
    public boolean checkStaff(StaffId id, String place) {
        return isKnown(id, "unknown-staff", place);
    }

    /** Returns whether the group is in the problem; otherwise adds {@code <plugin>.unknown-group}. */
    public boolean checkGroup(GroupId id, String place) {
        return isKnown(id, "unknown-group", place);
    }

    /** Returns whether the room is in the problem; otherwise adds {@code <plugin>.unknown-room}. */
    public boolean checkRoom(RoomId id, String place) {
        return isKnown(id, "unknown-room", place);
    }

    /** Returns whether the site is in the problem; otherwise adds {@code <plugin>.unknown-site}. */
    public boolean checkSite(SiteId id, String place) {
        return isKnown(id, "unknown-site", place);
    }

    /**
     * Returns whether all ids are known, and adds a finding for each that is not, as the method for a single id does.
     *
     * @param ids   students, staff, groups, rooms or sites
     * @param place pointer to the list; the place of each id is below it
     */
    public boolean checkKnown(List<? extends Id> ids, String place) {
        boolean all = true;
        for (int i = 0; i < ids.size(); i++) {
            all &= checkKnown(ids.get(i), place + "/" + i);
        }
        return all;
    }

    /**
     * Returns whether all people, groups, places and subjects in a record are known, including nested records and collections. Subjects are texts
     * in components named {@code subject} or {@code subjects}. A subject without a lesson gives {@code <plugin>.unknown-subject}, see
     * {@link #checkWord}; if no lesson has a subject, every subject is accepted.
     *
     * @param record parameters or a part of them; the record and its nested records are public
     * @param place  pointer to it; empty means the parameters as a whole
     */
    public boolean checkReferences(Record record, String place) {
        boolean all = true;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String at = place.isEmpty() ? component.getName() : place + "/" + component.getName();
            all &= isKnown(valueOf(component, record), component.getName().matches("subjects?"), at);
        }
        return all;
    }

    /** Calls {@code look} for each element of a list without an error so far, with its pointer. */
    public <T> void forEachWithoutError(List<T> list, String place, BiConsumer<T, String> look) {
        forEach(list, place, (one, at) -> {
            String inside = PLACE + at + "/";
            if (all.stream().noneMatch(found -> found.isError() && (found.pointer() + "/").startsWith(inside))) {
                look.accept(one, at);
            }
        });
    }

    /** Adds {@code <plugin>.date-outside} for each date outside the planned weeks, with the date and the first and last day. */
    public void checkDates(List<LocalDate> dates, Problem problem, String place) {
        Horizon horizon = problem.horizon();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            boolean isIn = horizon.contains(date);
            errorUnless(isIn, "date-outside", place + "/" + i, date, horizon.firstDay(), horizon.lastDay());
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "The component (%s) of (%s) can't be read.\nMaybe the record isn't public?"
                            .formatted(component.getName(), record.getClass().getName()),
                    e);
        }
    }

    private boolean isKnown(@Nullable Object value, boolean isSubject, String at) {
        return switch (value) {
            case null -> true;
            case Id id -> checkKnown(id, at);
            case Record inside -> checkReferences(inside, at);
            case Collection<?> many -> {
                boolean all = true;
                int i = 0;
                for (Object one : many) {
                    all &= isKnown(one, isSubject, at + "/" + i++);
                }
                yield all;
            }
            case String word ->
                !isSubject || known.subjects().isEmpty() || checkWord(known.subjects(), word, "unknown-subject", at);
            default -> true;
        };
    }

    private boolean checkKnown(Id some, String at) {
        return switch (some) {
            case StudentId id -> checkStudent(id, at);
            case StaffId id -> checkStaff(id, at);
            case GroupId id -> checkGroup(id, at);
            case RoomId id -> checkRoom(id, at);
            case SiteId id -> checkSite(id, at);
            default -> true;
        };
    }

    private boolean isKnown(Object id, String code, String place) {
        errorUnless(known.ids().contains(id), code, place, id);
        return known.ids().contains(id);
    }

    /**
     * Checks that a word is known, ignoring case and surrounding blanks. An unknown word is an error: with the suffix {@code -near}, the word and
     * the most similar known word, or with the code and the word alone if none is similar.
     *
     * @return whether it is known
     */
    public boolean checkWord(Collection<String> words, String word, String code, String place) {
        return isKnown(WordMatcher.isAmong(words, word), words, word, code, place);
    }

    /**
     * Checks that a word is known in exactly this spelling, such as an id or a name that other parts refer to; otherwise like {@link #checkWord}.
     *
     * @return whether it is known
     */
    public boolean checkKnown(Collection<String> words, String word, String code, String place) {
        return isKnown(words.contains(word), words, word, code, place);
    }

    private boolean isKnown(boolean isKnown, Collection<String> words, String word, String code, String place) {
        if (!isKnown) {
            WordMatcher.nearest(word, words)
                    .ifPresentOrElse(near -> error(code + "-near", place, word, near), () -> error(code, place, word));
        }
        return isKnown;
    }

    /** Returns all findings, in order. */
    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** Returns whether there are errors. */
    public boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }
}
