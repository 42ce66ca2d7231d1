package dk.grundskema.api.exports;

import dk.grundskema.api.timetable.DoubleBookings;
import dk.grundskema.api.timetable.Entry;
import dk.grundskema.api.timetable.Entry.Helper;
import dk.grundskema.api.timetable.Entry.Member;
import dk.grundskema.api.timetable.Entry.Named;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiPredicate;

/** Whose timetable is drawn, and so what is worth saying of each thing that is held. */
public final class Viewpoint {
    /** How single students are told of. */
    private enum Students {
        NONE,
        NUMBERS,
        NAMES
    }

    private final Words words;
    private final Object self;
    private final boolean sayTeams;
    private final boolean sayRooms;
    private final Students students;
    private final String legend;
    private final DoubleBookings doubles;

    private Viewpoint(Words words, Object self, boolean sayTeams, boolean sayRooms, Students students, String legend) {
        this(words, self, sayTeams, sayRooms, students, legend, DoubleBookings.NONE);
    }

    private Viewpoint(
            Words words,
            Object self,
            boolean sayTeams,
            boolean sayRooms,
            Students students,
            String legend,
            DoubleBookings doubles) {
        this.words = words;
        this.self = self;
        this.sayTeams = sayTeams;
        this.sayRooms = sayRooms;
        this.students = students;
        this.legend = legend;
        this.doubles = doubles;
    }

    /** The same, which says besides who is in two places at once. */
    Viewpoint knowing(DoubleBookings all) {
        return new Viewpoint(words, self, sayTeams, sayRooms, students, legend, all);
    }

    /** That of a team or student: where, and with which adults. */
    public static Viewpoint ofStudents(Words words, Object self) {
        return new Viewpoint(words, self, false, true, Students.NONE, "");
    }

    /** That of a student among whose ordinary lessons stands what was planned for the student besides. */
    static Viewpoint ofSupported(Words words, StudentId student) {
        return new Viewpoint(words, student, false, true, Students.NONE, words.text("week.legend.student"));
    }

    /** That of one of the staff: with whom, where, and with which partners. */
    public static Viewpoint ofStaff(Words words, Object self) {
        return new Viewpoint(words, self, true, true, Students.NAMES, "");
    }

    /** That of a room: who is in it. Students go unnamed, for anybody passes the door. */
    public static Viewpoint ofRoom(Words words, Object self) {
        return new Viewpoint(words, self, true, false, Students.NONE, "");
    }

    /** That of one of the staff for a reader who may not know students: these are told by their numbers. */
    public static Viewpoint ofStaffWithoutNames(Words words, Object self) {
        return new Viewpoint(words, self, true, true, Students.NUMBERS, "");
    }

    /** Where, and for whom. */
    public List<String> places(Entry entry) {
        var places = new ArrayList<String>();
        if (sayTeams) {
            places.addAll(teams(entry));
        }
        if (students != Students.NONE) {
            entry.students().forEach(one -> places.add(name(one)));
        }
        if (sayRooms) {
            entry.rooms().forEach(room -> places.add(room.name()));
        }
        return places;
    }

    private String name(Member student) {
        String number = String.valueOf(student.number());
        return students == Students.NAMES
                ? words.text("student.with-number", student.name(), number)
                : words.text("student.unnamed", number);
    }

    private List<String> teams(Entry entry) {
        return entry.isForAll()
                ? List.of(words.text("teams.all"))
                : entry.teams().stream().map(Named::name).toList();
    }

    /** Which two things can't both be. */
    public BiPredicate<Entry, Entry> clashes() {
        if (self instanceof StudentId student) {
            return (one, other) -> one.isClashFor(student, other);
        }
        return sayTeams ? Entry::isClashOf : Entry::isClashForStudents;
    }

    /** What the coloured fields are; empty if that needs no words. */
    String legend() {
        return legend;
    }

    /** What is said of a week in which nothing is held. */
    public String nothing() {
        return words.text(students != Students.NONE ? "week.free" : "week.nothing");
    }

    /**
     * What is wrong or out of the ordinary, each in few words.
     *
     * @param isClash whether something else stands in the same timetable that can't be at the same time
     */
    public List<String> marks(Entry entry, boolean isClash) {
        var marks = new ArrayList<String>();
        if (entry.missing() > 0) {
            marks.add(words.text("missing", entry.missing()));
        }
        if (isClash) {
            marks.add(words.text("clash"));
        }
        marks.addAll(doubles(entry));
        if (!entry.isWork()) {
            marks.add(words.text("stand-by"));
        }
        return marks;
    }

    /** Who of those that are told of is somewhere else at the same time; not oneself, for both things stand in one's own timetable. */
    public List<String> doubles(Entry entry) {
        return doubles.people(entry).stream()
                .filter(person -> entry.staff().contains(person) && !person.id().equals(self))
                .map(person -> words.text("clash.of", person.brief()))
                .toList();
    }

    /** What stands before the adults. */
    public String peoplePrefix() {
        return students != Students.NONE ? words.text("partners") + " " : "";
    }

    /** The adults, but for oneself; in a lesson of the existing timetable those who teach it anyway. */
    public List<String> people(Entry entry) {
        var existing = entry.existing();
        return (existing == null ? entry.staff() : existing.teachers())
                .stream()
                        .filter(person -> !person.id().equals(self))
                        .map(Named::brief)
                        .toList();
    }

    /** Who comes to a lesson by the plan, as what and how; for oneself only as what and how. Empty if nobody comes. */
    public String besides(Entry entry) {
        var byRole = new LinkedHashMap<String, List<String>>();
        for (Helper helper : entry.helpers()) {
            var names = byRole.computeIfAbsent(words.capital(helper.role()), role -> new ArrayList<>());
            if (!helper.person().id().equals(self)) {
                names.add(helper.person().brief());
            }
        }
        var parts = new ArrayList<String>();
        byRole.forEach((role, names) ->
                parts.add(names.isEmpty() ? role : words.text("besides", role, String.join(", ", names))));
        if (!parts.isEmpty() && !entry.form().isEmpty()) {
            parts.add(entry.form());
        }
        return String.join(" · ", parts);
    }
}
