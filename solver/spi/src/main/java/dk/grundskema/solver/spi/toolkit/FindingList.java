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
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with an intervention's parameters, all of it at once. Codes are given without the plugin's id, places as pointers below
 * {@code /parameters/}, such as {@code candidates/2/studentId}.
 */
public final class FindingList {
    private static final String PLACE = "/parameters/";

    private final String prefix;
    private final List<Finding> all = new ArrayList<>();
    private final Set<Object> known = new HashSet<>();
    private final Set<String> subjects = new TreeSet<>();

    /**
     * @param type    id of the plugin's type, which every code begins with
     * @param problem whose people, groups and places may be named
     */
    public FindingList(String type, Problem problem) {
        this.prefix = type + ".";
        problem.students().stream().map(Student::id).forEach(known::add);
        problem.staff().stream().map(StaffMember::id).forEach(known::add);
        problem.groups().stream().map(Group::id).forEach(known::add);
        problem.rooms().stream().map(Room::id).forEach(known::add);
        problem.sites().stream().map(Site::id).forEach(known::add);
        problem.lessons().stream()
                .map(Lesson::subject)
                .filter(one -> !one.isBlank())
                .forEach(subjects::add);
    }

    /** Something that must be put right. */
    public void error(String code, String place, Object... arguments) {
        all.add(Finding.error(prefix + code, PLACE + place, arguments));
    }

    /** Something that is allowed but surely not meant, or outside what documents ask for. */
    public void warning(String code, String place, Object... arguments) {
        all.add(Finding.warning(prefix + code, PLACE + place, arguments));
    }

    /** Something to know. */
    public void info(String code, String place, Object... arguments) {
        all.add(Finding.info(prefix + code, PLACE + place, arguments));
    }

    /** An error unless all is fine. */
    public void unless(boolean fine, String code, String place, Object... arguments) {
        if (!fine) {
            error(code, place, arguments);
        }
    }

    /** A warning if something holds. */
    public void warnIf(boolean odd, String code, String place, Object... arguments) {
        if (odd) {
            warning(code, place, arguments);
        }
    }

    /** Looks at each thing of a list with the pointer to it. */
    public static <T> void each(List<T> list, String place, BiConsumer<T, String> look) {
        for (int i = 0; i < list.size(); i++) {
            look.accept(list.get(i), place + "/" + i);
        }
    }

    /** Whether the student is one of the problem's; otherwise adds {@code <plugin>.unknown-student}. */
    public boolean student(StudentId id, String place) {
        return isKnown(id, "unknown-student", place);
    }

    /** Whether the member of staff is one of the problem's; otherwise adds {@code <plugin>.unknown-staff}. */
    public boolean staff(StaffId id, String place) {
        return isKnown(id, "unknown-staff", place);
    }

    /** Whether the group is one of the problem's; otherwise adds {@code <plugin>.unknown-group}. */
    public boolean group(GroupId id, String place) {
        return isKnown(id, "unknown-group", place);
    }

    /** Whether the room is one of the problem's; otherwise adds {@code <plugin>.unknown-room}. */
    public boolean room(RoomId id, String place) {
        return isKnown(id, "unknown-room", place);
    }

    /** Whether the site is one of the problem's; otherwise adds {@code <plugin>.unknown-site}. */
    public boolean site(SiteId id, String place) {
        return isKnown(id, "unknown-site", place);
    }

    /**
     * Whether each of some ids is known, as the method for its kind says of a single one.
     *
     * @param ids   students, staff, groups, rooms or sites
     * @param place pointer to the list; the place of each is below it
     */
    public boolean known(List<? extends Id> ids, String place) {
        boolean all = true;
        for (int i = 0; i < ids.size(); i++) {
            all &= known(ids.get(i), place + "/" + i);
        }
        return all;
    }

    /**
     * Whether all people, groups, places and subjects that a record names are known, in records and collections inside it, too. Subjects are
     * texts in components called {@code subject} or {@code subjects}; one that no lesson has is added with {@code <plugin>.unknown-subject}, see
     * {@link #word}; where no lesson has a subject at all, any will do.
     *
     * @param record parameters or a part of them, public with all that is in it
     * @param place  pointer to it; empty means the parameters as a whole
     */
    public boolean references(Record record, String place) {
        boolean all = true;
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            String at = place.isEmpty() ? component.getName() : place + "/" + component.getName();
            all &= isKnown(valueOf(component, record), component.getName().matches("subjects?"), at);
        }
        return all;
    }

    /** Looks at each thing of a list of which no error was found so far, with the pointer to it. */
    public <T> void eachFine(List<T> list, String place, BiConsumer<T, String> look) {
        each(list, place, (one, at) -> {
            String inside = PLACE + at + "/";
            if (all.stream().noneMatch(found -> found.isError() && (found.pointer() + "/").startsWith(inside))) {
                look.accept(one, at);
            }
        });
    }

    /** Adds {@code <plugin>.date-outside} for each date outside the planned weeks, with it and their first and last day. */
    public void dates(List<LocalDate> dates, Problem problem, String place) {
        Horizon horizon = problem.horizon();
        for (int i = 0; i < dates.size(); i++) {
            LocalDate date = dates.get(i);
            boolean isIn = horizon.contains(date);
            unless(isIn, "date-outside", place + "/" + i, date, horizon.firstDay(), horizon.lastDay());
        }
    }

    /**
     * Adds {@code <plugin>.replaces-lessons} for each class that would miss ordinary lessons, with the class, how many lessons, the first one's title
     * and its date.
     *
     * @param times when something of fixed time is held, each in a single week
     */
    public void replacedLessons(
            Problem problem, Collection<Student> students, Collection<MeetingTime> times, String place) {
        ReplacedLessons.of(problem, students, times).forEach((home, lost) -> {
            var first = lost.iterator().next();
            error("replaces-lessons", place, home, lost.size(), first.lesson().title(), first.date());
        });
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
            case Id id -> known(id, at);
            case Record inside -> references(inside, at);
            case Collection<?> many -> {
                boolean all = true;
                int i = 0;
                for (Object one : many) {
                    all &= isKnown(one, isSubject, at + "/" + i++);
                }
                yield all;
            }
            case String word -> !isSubject || subjects.isEmpty() || word(subjects, word, "unknown-subject", at);
            default -> true;
        };
    }

    private boolean known(Id some, String at) {
        return switch (some) {
            case StudentId id -> student(id, at);
            case StaffId id -> staff(id, at);
            case GroupId id -> group(id, at);
            case RoomId id -> room(id, at);
            case SiteId id -> site(id, at);
            default -> true;
        };
    }

    private boolean isKnown(Object id, String code, String place) {
        unless(known.contains(id), code, place, id);
        return known.contains(id);
    }

    /**
     * A word that is not among those known: an error that says which was most likely meant, with the code and {@code -near} and both words as
     * arguments, or with the code and the word alone where none is near. Capitals and blanks around it don't matter.
     *
     * @return whether it is known
     */
    public boolean word(Collection<String> words, String word, String code, String place) {
        return isKnown(Words.isAmong(words, word), words, word, code, place);
    }

    /**
     * Likewise for a word that must be written exactly so, such as an id or a name that other parts refer to.
     *
     * @return whether it is known
     */
    public boolean known(Collection<String> words, String word, String code, String place) {
        return isKnown(words.contains(word), words, word, code, place);
    }

    private boolean isKnown(boolean isKnown, Collection<String> words, String word, String code, String place) {
        if (!isKnown) {
            Words.nearest(word, words)
                    .ifPresentOrElse(near -> error(code + "-near", place, word, near), () -> error(code, place, word));
        }
        return isKnown;
    }

    /** All that was found, in order. */
    public List<Finding> all() {
        return List.copyOf(all);
    }

    /** Whether something of it must be put right. */
    public boolean hasErrors() {
        return all.stream().anyMatch(Finding::isError);
    }
}
