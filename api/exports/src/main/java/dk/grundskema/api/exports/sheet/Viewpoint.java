package dk.grundskema.api.exports.sheet;

import dk.grundskema.api.documents.timetable.TimetableDoubleBookings;
import dk.grundskema.api.documents.timetable.TimetableEntry;
import dk.grundskema.api.documents.timetable.TimetableEntry.LessonHelper;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.documents.timetable.TimetableEntry.NumberedStudent;
import dk.grundskema.api.exports.template.TemplateTexts;
import dk.grundskema.domain.people.StudentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiPredicate;

/** Selects the details of entries that are relevant for the owner of a timetable, such as a team, staff member or room. */
public final class Viewpoint {
    /** How individual students are shown. */
    private enum StudentDisplay {
        NONE,
        NUMBERS,
        NAMES
    }

    private final TemplateTexts words;
    private final Object self;
    private final boolean sayTeams;
    private final boolean sayRooms;
    private final StudentDisplay students;
    private final String legend;
    private final TimetableDoubleBookings doubleBookings;

    private Viewpoint(
            TemplateTexts words,
            Object self,
            boolean sayTeams,
            boolean sayRooms,
            StudentDisplay students,
            String legend) {
        this(words, self, sayTeams, sayRooms, students, legend, TimetableDoubleBookings.NONE);
    }

    private Viewpoint(
            TemplateTexts words,
            Object self,
            boolean sayTeams,
            boolean sayRooms,
            StudentDisplay students,
            String legend,
            TimetableDoubleBookings doubleBookings) {
        this.words = words;
        this.self = self;
        this.sayTeams = sayTeams;
        this.sayRooms = sayRooms;
        this.students = students;
        this.legend = legend;
        this.doubleBookings = doubleBookings;
    }

    /** Returns a copy that also shows double bookings. */
    Viewpoint withDoubleBookings(TimetableDoubleBookings all) {
        return new Viewpoint(words, self, sayTeams, sayRooms, students, legend, all);
    }

    /** Returns the viewpoint of a team or student: place and adults. */
    public static Viewpoint ofStudents(TemplateTexts words, Object self) {
        return new Viewpoint(words, self, false, true, StudentDisplay.NONE, "");
    }

    /** Returns the viewpoint of a student with planned sessions beside the ordinary lessons. */
    static Viewpoint ofSupported(TemplateTexts words, StudentId student) {
        return new Viewpoint(words, student, false, true, StudentDisplay.NONE, words.text("week.legend.student"));
    }

    /** Returns the viewpoint of a staff member: students, place and partners. */
    public static Viewpoint ofStaff(TemplateTexts words, Object self) {
        return new Viewpoint(words, self, true, true, StudentDisplay.NAMES, "");
    }

    /** Returns the viewpoint of a room: who uses it. Students are not named, because anyone may read the sheet at the door. */
    public static Viewpoint ofRoom(TemplateTexts words, Object self) {
        return new Viewpoint(words, self, true, false, StudentDisplay.NONE, "");
    }

    /** Returns the viewpoint of a staff member for readers who must not see students' names: numbers are shown instead. */
    public static Viewpoint ofStaffWithoutNames(TemplateTexts words, Object self) {
        return new Viewpoint(words, self, true, true, StudentDisplay.NUMBERS, "");
    }

    /** Returns the place and the group. */
    public List<String> places(TimetableEntry entry) {
        var places = new ArrayList<String>();
        if (sayTeams) {
            places.addAll(teamNames(entry));
        }
        if (students != StudentDisplay.NONE) {
            entry.students().forEach(one -> places.add(studentName(one)));
        }
        if (sayRooms) {
            entry.rooms().forEach(room -> places.add(room.name()));
        }
        return places;
    }

    private String studentName(NumberedStudent student) {
        String number = String.valueOf(student.number());
        return students == StudentDisplay.NAMES
                ? words.text("student.with-number", student.name(), number)
                : words.text("student.unnamed", number);
    }

    private List<String> teamNames(TimetableEntry entry) {
        return entry.isForAll()
                ? List.of(words.text("teams.all"))
                : entry.teams().stream().map(NamedEntity::name).toList();
    }

    /** Returns the test whether two entries clash. */
    public BiPredicate<TimetableEntry, TimetableEntry> clashTest() {
        if (self instanceof StudentId student) {
            return (one, other) -> one.isClashFor(student, other);
        }
        return sayTeams ? TimetableEntry::isClashOf : TimetableEntry::isClashForStudents;
    }

    /** Returns the legend of the coloured fields; empty if it is not needed. */
    String legend() {
        return legend;
    }

    /** Returns the text of weeks without entries. It does not say who is away: every reader of a plan sees it, and it hangs on walls. */
    public String emptyWeekText() {
        return words.text("week.nothing");
    }

    /**
     * Returns short marks for errors and exceptions.
     *
     * @param isClash whether the same timetable has another entry that clashes with this one
     */
    public List<String> marks(TimetableEntry entry, boolean isClash) {
        var marks = new ArrayList<String>();
        if (entry.missing() > 0) {
            marks.add(words.text("missing", entry.missing()));
        }
        if (isClash) {
            marks.add(words.text("clash"));
        }
        marks.addAll(doubleBookedPeople(entry));
        if (!entry.isWork()) {
            marks.add(words.text("stand-by"));
        }
        return marks;
    }

    /** Returns the shown people who have another entry at the same time; not the owner, whose timetable shows both entries. */
    public List<String> doubleBookedPeople(TimetableEntry entry) {
        return doubleBookings.doubleBookedPeople(entry).stream()
                .filter(person -> entry.staff().contains(person) && !person.id().equals(self))
                .map(person -> words.text("clash.of", person.brief()))
                .toList();
    }

    /** Returns the prefix of the adults. */
    public String peoplePrefix() {
        return students != StudentDisplay.NONE ? words.text("partners") + " " : "";
    }

    /** Returns the adults except the owner; for a lesson of the existing timetable, its own teachers. */
    public List<String> people(TimetableEntry entry) {
        var existing = entry.existing();
        return (existing == null ? entry.staff() : existing.teachers())
                .stream()
                        .filter(person -> !person.id().equals(self))
                        .map(NamedEntity::brief)
                        .toList();
    }

    /** Returns the staff that the plan adds to a lesson, with role and form; for the owner only role and form. Empty if nobody is added. */
    public String addedStaff(TimetableEntry entry) {
        var byRole = new LinkedHashMap<String, List<String>>();
        for (LessonHelper helper : entry.helpers()) {
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
