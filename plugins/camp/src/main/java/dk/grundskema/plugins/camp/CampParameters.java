package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a camp is made of. All of it has defaults, so that a problem with students, staff and rooms gets a camp of three
 * weeks without a word.
 *
 * @param firstDay                 first day, usually a Monday; {@code null} means the first day of the horizon
 * @param weeks                    number of calendar weeks, including that of the first day, 1 to 8. Source: Læringslokomotivet, guidelines (3 or 4)
 * @param lastDay                  last day; {@code null} means the last day of those weeks, a Sunday
 * @param overnight                whether participants sleep at the camp: if so, empty {@code dayKinds} mean the days of an overnight camp. Ignored
 *     if {@code dayKinds} is not empty
 * @param site                     site; {@code null} means the problem's first site
 * @param dayKinds                 the base timetable for each kind of day; a day without a kind is off. Empty means the default kinds of a day camp
 *     or an overnight camp
 * @param teams                    teams of students
 * @param students                 participants; empty means all students of the problem, or the members of given teams
 * @param staff                    staff members who may be on duty; empty means all staff of the problem
 * @param subjects                 subjects of the modules; empty means that modules have no subject
 * @param noDoubleModules          whether no team may have a subject in two modules in a row; {@code null} means that all may
 * @param roomLimits               limits of the teams that need certain rooms at the same time; empty means none
 * @param preparationMinutes       paid preparation and evaluation for each seat of a session, by the kind of its block, 0 to
 *     600; kinds that are not named keep their default: 30 for a module, 15 for an evening, 0 for
 *     others. The guide to school-supporting interventions requires the pay; the numbers are ours
 * @param familiarStaff            number of staff members of a team's previous day whom the team should meet again each day, 0 to 20. Source:
 *     Læringslokomotivet, recommendations (a fixed staff team); the number is ours
 * @param work                     working-time rules while on the camp; {@code null} means those of the problem
 * @param conversations            conversations of each student with a contact person; {@code null} means none
 * @param visits                   visits of the students' own teachers; empty means none
 * @param takesStudentsFromLessons decision by which students miss ordinary lessons; {@code null} means that they may not
 */
public record CampParameters(
        @Nullable LocalDate firstDay,
        int weeks,
        @Nullable LocalDate lastDay,
        boolean overnight,
        @Nullable SiteId site,
        List<DayKind> dayKinds,
        Teams teams,
        List<StudentId> students,
        List<StaffId> staff,
        List<Subject> subjects,
        @Nullable DoubleModuleBan noDoubleModules,
        List<RoomLimit> roomLimits,
        SortedMap<Block.Kind, Integer> preparationMinutes,
        int familiarStaff,
        @Nullable WorkRules work,
        @Nullable Conversations conversations,
        List<Visit> visits,
        @Nullable Decision takesStudentsFromLessons) {
    /** Maximum length in characters of the id of a block, a kind of day or a subject. */
    static final int LONGEST_WORD = 30;

    private static final Pattern WORD = Pattern.compile("[a-z0-9][a-z0-9-]{0,29}");

    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a person is named twice */
    public CampParameters {
        dayKinds = List.copyOf(dayKinds);
        students = List.copyOf(students);
        staff = List.copyOf(staff);
        subjects = List.copyOf(subjects);
        roomLimits = List.copyOf(roomLimits);
        visits = List.copyOf(visits);
        preparationMinutes = Collections.unmodifiableSortedMap(new TreeMap<>(preparationMinutes));
        var checks = new RecordValidator()
                .range("weeks", weeks, 1, 8)
                .distinct("students", students)
                .distinct("staff", staff)
                .range("familiarStaff", familiarStaff, 0, 20);
        if (firstDay != null) {
            boolean isPossible =
                    IsoWeek.isSupported(firstDay) && IsoWeek.isSupported(firstDay.plusWeeks(Math.max(0, weeks - 1)));
            checks.require(isPossible, "firstDay", "camp.dates.year", firstDay);
        }
        if (lastDay != null) {
            checks.require(IsoWeek.isSupported(lastDay), "lastDay", "camp.dates.year", lastDay);
        }
        preparationMinutes.forEach((kind, minutes) -> checks.range("preparationMinutes/" + kind, minutes, 0, 600));
        checks.throwIfInvalid();
    }

    /** Returns a day camp of three weeks, from morning to evening, with all students and staff of the problem. */
    public static CampParameters defaults() {
        return new CampParameters(
                null,
                3,
                null,
                false,
                null,
                List.of(),
                Teams.defaults(),
                List.of(),
                List.of(),
                CampDefaults.subjects(),
                null,
                List.of(),
                Collections.emptySortedMap(),
                2,
                null,
                null,
                List.of(),
                null);
    }

    /** Returns the same camp with other kinds of day. */
    CampParameters withDayKinds(List<DayKind> others) {
        return with(others, staff);
    }

    /** Returns the same camp with other staff. */
    CampParameters withStaff(List<StaffId> others) {
        return with(dayKinds, others);
    }

    private CampParameters with(List<DayKind> otherDayKinds, List<StaffId> otherStaff) {
        return new CampParameters(
                firstDay,
                weeks,
                lastDay,
                overnight,
                site,
                otherDayKinds,
                teams,
                students,
                otherStaff,
                subjects,
                noDoubleModules,
                roomLimits,
                preparationMinutes,
                familiarStaff,
                work,
                conversations,
                visits,
                takesStudentsFromLessons);
    }

    /** Returns the given kinds of day, or the default ones. */
    List<DayKind> baseTimetable() {
        return dayKinds.isEmpty() ? CampDefaults.dayKinds(overnight) : dayKinds;
    }

    /** Returns the paid minutes of preparation for each seat of a session of that kind. */
    int preparationMinutesOf(Block.Kind kind) {
        Integer named = preparationMinutes.get(kind);
        return named != null ? named : CampDefaults.preparationMinutes(kind);
    }

    /** Returns whether a text is valid as a block, kind of day or subject in session ids. */
    static boolean isValidWord(String text) {
        return WORD.matcher(text).matches();
    }
}
