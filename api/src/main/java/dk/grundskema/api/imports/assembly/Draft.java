package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Place;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A lesson on its way into the problem, with ids and times, before it is known what it shares with others.
 *
 * @param places   where it stands, the first place first
 * @param coupling what coupled lessons have in common; empty means that it isn't coupled
 * @param who      who takes part, by ids
 * @param rooms    rooms by ids, the first one mainly
 * @param subject  subject; empty means none is known
 * @param title    what the file calls it beside its subject
 * @param busy     whether nothing is taught
 * @param part     whether only some of its classes take part and it isn't known which
 * @param when     when it is held
 */
record Draft(
        List<Place> places,
        String coupling,
        Who who,
        List<String> rooms,
        String subject,
        String title,
        boolean busy,
        boolean part,
        When when) {
    /**
     * Who takes part.
     *
     * @param classes  whole classes
     * @param courses  courses and half classes
     * @param students single students
     * @param staff    who teaches
     */
    record Who(
            SortedSet<String> classes, SortedSet<String> courses, SortedSet<String> students, SortedSet<String> staff) {
        Who {
            classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
            courses = Collections.unmodifiableSortedSet(new TreeSet<>(courses));
            students = Collections.unmodifiableSortedSet(new TreeSet<>(students));
            staff = Collections.unmodifiableSortedSet(new TreeSet<>(staff));
        }

        boolean hasLearners() {
            return !classes.isEmpty() || !courses.isEmpty() || !students.isEmpty();
        }

        Who and(Who other) {
            return new Who(
                    union(classes, other.classes),
                    union(courses, other.courses),
                    union(students, other.students),
                    union(staff, other.staff));
        }

        private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
            var all = new TreeSet<>(one);
            all.addAll(other);
            return all;
        }
    }

    /**
     * When it is held.
     *
     * @param weekday day
     * @param start   when it begins
     * @param end     when it ends
     * @param weeks   weeks, at least one
     */
    record When(DayOfWeek weekday, LocalTime start, LocalTime end, SortedSet<IsoWeek> weeks) {
        When {
            weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        }

        /** Whether some minute of some week lies in both. */
        boolean overlaps(When other) {
            return weekday == other.weekday
                    && start.isBefore(other.end)
                    && other.start.isBefore(end)
                    && !Collections.disjoint(weeks, other.weeks);
        }
    }

    Draft {
        places = List.copyOf(places);
        rooms = List.copyOf(rooms);
    }

    Place place() {
        return places.getFirst();
    }

    Draft with(Draft other) {
        var all = new ArrayList<>(places);
        all.addAll(other.places);
        return new Draft(all, coupling, who.and(other.who), rooms, subject, title, busy, part, when);
    }

    Draft asPart() {
        return new Draft(places, coupling, who, rooms, subject, title, busy, true, when);
    }
}
