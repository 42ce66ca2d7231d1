package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A lesson with resolved ids and times, before it is merged with others.
 *
 * @param places   its places in files, the first one first
 * @param coupling key that coupled lessons share: the file, a line end, and the file's key; empty if not coupled
 * @param who      ids of the participants
 * @param rooms    ids of the rooms, the main one first
 * @param subject  subject; empty if unknown
 * @param title    the file's title besides the subject
 * @param busy     whether it is no teaching
 * @param part     whether only some students of its classes take part, and it is unknown which
 * @param when     its time
 */
record LessonDraft(
        List<SourceLocation> places,
        String coupling,
        DraftParticipants who,
        List<String> rooms,
        String subject,
        String title,
        boolean busy,
        boolean part,
        DraftTime when) {
    /**
     * Participants.
     *
     * @param classes  whole classes
     * @param courses  courses and half classes
     * @param students single students
     * @param staff    teachers
     */
    record DraftParticipants(
            SortedSet<String> classes, SortedSet<String> courses, SortedSet<String> students, SortedSet<String> staff) {
        DraftParticipants {
            classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
            courses = Collections.unmodifiableSortedSet(new TreeSet<>(courses));
            students = Collections.unmodifiableSortedSet(new TreeSet<>(students));
            staff = Collections.unmodifiableSortedSet(new TreeSet<>(staff));
        }

        boolean hasLearners() {
            return !classes.isEmpty() || !courses.isEmpty() || !students.isEmpty();
        }

        DraftParticipants mergedWith(DraftParticipants other) {
            return new DraftParticipants(
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
     * Time of a lesson.
     *
     * @param weekday weekday
     * @param start   start time
     * @param end     end time
     * @param weeks   weeks, at least one
     */
    record DraftTime(DayOfWeek weekday, LocalTime start, LocalTime end, SortedSet<IsoWeek> weeks) {
        DraftTime {
            weeks = Collections.unmodifiableSortedSet(new TreeSet<>(weeks));
        }

        /** Whether both share a minute in some week. */
        boolean overlaps(DraftTime other) {
            return weekday == other.weekday
                    && start.isBefore(other.end)
                    && other.start.isBefore(end)
                    && !Collections.disjoint(weeks, other.weeks);
        }
    }

    LessonDraft {
        places = List.copyOf(places);
        rooms = List.copyOf(rooms);
    }

    /** Returns the key of the coupling without the file; empty if it is not coupled. */
    String couplingInFile() {
        return coupling.substring(coupling.indexOf('\n') + 1);
    }

    SourceLocation firstPlace() {
        return places.getFirst();
    }

    LessonDraft mergedWith(LessonDraft other) {
        var all = new ArrayList<>(places);
        all.addAll(other.places);
        return new LessonDraft(all, coupling, who.mergedWith(other.who), rooms, subject, title, busy, part, when);
    }

    /** Returns the lesson with the weeks and places of all, which differ in nothing else. */
    static LessonDraft joinWeeks(List<LessonDraft> all) {
        LessonDraft first = all.getFirst();
        var weeks = new TreeSet<IsoWeek>();
        var places = new ArrayList<SourceLocation>();
        for (LessonDraft each : all) {
            weeks.addAll(each.when.weeks());
            places.addAll(each.places);
        }
        return new LessonDraft(
                places,
                first.coupling,
                first.who,
                first.rooms,
                first.subject,
                first.title,
                first.busy,
                first.part,
                new DraftTime(first.when.weekday(), first.when.start(), first.when.end(), weeks));
    }

    LessonDraft asPart() {
        return new LessonDraft(places, coupling, who, rooms, subject, title, busy, true, when);
    }
}
