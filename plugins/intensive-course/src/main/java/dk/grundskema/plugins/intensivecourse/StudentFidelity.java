package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention.MeetingOnDate;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Adds the requirements of documents on each student of a course, and what a finished timetable gives of them. Each method adds
 * one ask with the given name and one reason; the texts are the plugin's.
 */
final class StudentFidelity {
    private final Problem problem;
    private final Intervention<?> intervention;
    private final List<Student> students;
    private final FidelityReportBuilder asks;
    private final FinishedIntervention finished;
    private final LessonsByPerson lessons;

    /**
     * @param intervention the intervention
     * @param problem      its problem
     * @param timetable    the finished timetable
     * @param students     the participants; those who are not in the problem are left out
     */
    StudentFidelity(
            Intervention<?> intervention, Problem problem, Timetable timetable, Collection<StudentId> students) {
        this.problem = problem;
        this.intervention = intervention;
        this.students = students.stream()
                .map(problem::student)
                .flatMap(Optional::stream)
                .toList();
        this.asks = new FidelityReportBuilder(intervention.type());
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.lessons = LessonsByPerson.of(problem);
    }

    /** Returns the builder, for further asks. */
    FidelityReportBuilder asks() {
        return asks;
    }

    /** Returns the finished intervention. */
    FinishedIntervention finished() {
        return finished;
    }

    /** Returns the students who are in the problem. */
    List<Student> students() {
        return students;
    }

    /** Asks that meetings of a kind replace no ordinary lesson; reason {@code replaced} with the number of lessons. */
    void outsideLessons(String name, AskOrigin origin, String kind) {
        var tally = asks.tally(name, origin, "students");
        for (Student student : students) {
            long lost = finished.meetingsByDateOf(student.id(), kind).stream()
                    .flatMap(held -> lessons.overlapping(student.id(), on(held)).stream())
                    .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                    .count();
            tally.addPlace(lost == 0, asks.reason("replaced", lost), student.id());
        }
        tally.finish();
    }

    private static MeetingTime on(MeetingOnDate held) {
        return MeetingTime.on(
                held.date(), held.meeting().start(), held.meeting().end());
    }

    /**
     * Asks that the site is that of the students' own school; reason {@code elsewhere} with the site. {@code null} means the problem's first site.
     */
    void atOwnSchool(String name, AskOrigin origin, @Nullable SiteId site) {
        var tally = asks.tally(name, origin, "students");
        SiteId where = problem.siteOrDefault(site);
        students.forEach(one -> tally.addPlace(
                problem.siteOrDefault(one.site()).equals(where), asks.reason("elsewhere", where), one.id()));
        tally.finish();
    }

    /**
     * Asks that a staff member in the student's meetings of a kind also teaches the student at school; reason {@code strangers} with the staff
     * members of the meetings.
     */
    void knownAdult(String name, AskOrigin origin, String kind) {
        var tally = asks.tally(name, origin, "students");
        for (Student student : students) {
            Set<StaffId> adults = staff(finished.meetingsByDateOf(student.id(), kind));
            boolean knows = lessons.teachers(student.id()).stream().anyMatch(adults::contains);
            tally.addPlace(knows, asks.reason("strangers", List.copyOf(adults)), student.id());
        }
        tally.finish();
    }

    /** Asks that all of the student's meetings of a kind are with the same person; reason {@code several} with the number of persons. */
    void onePerson(String name, AskOrigin origin, String kind) {
        var tally = asks.tally(name, origin, "students");
        for (Student student : students) {
            int people = staff(finished.meetingsByDateOf(student.id(), kind)).size();
            tally.addPlace(people == 1, asks.reason("several", people), student.id());
        }
        tally.finish();
    }

    /**
     * Asks that the staff members in the student's meetings of a kind were also in meetings of another kind; reason {@code others} with the staff
     * members.
     */
    void samePeopleAsIn(String name, AskOrigin origin, String kind, String earlier) {
        var tally = asks.tally(name, origin, "students");
        Set<StaffId> there = staff(finished.meetingsByDate(earlier));
        for (Student student : students) {
            Set<StaffId> people = staff(finished.meetingsByDateOf(student.id(), kind));
            boolean all = !people.isEmpty() && there.containsAll(people);
            tally.addPlace(all, asks.reason("others", List.copyOf(people)), student.id());
        }
        tally.finish();
    }

    /**
     * Adds a table with one line per staff member and the meetings of a kind that the staff member has, with the columns {@code students},
     * {@code who}, {@code when} and {@code weeks}; each hour is {@code <plugin>.hour} with weekday and start, see
     * {@link FidelityReportBuilder#list} and {@link FidelityReportBuilder#number}. If a meeting has no staff member yet, the line is about the
     * group or student, and short; a line with fewer weeks than required is short too.
     */
    void addCompanionTable(String name, String kind, int weeks) {
        Map<Id, List<Meeting>> each = new TreeMap<>(Comparator.comparing(Id::value));
        for (Meeting one : finished.meetings(kind)) {
            List<? extends Id> people = FinishedIntervention.staff(one);
            List<? extends Id> whose = one.groupIds().isEmpty() ? one.studentIds() : one.groupIds();
            (people.isEmpty() ? whose : people)
                    .forEach(who ->
                            each.computeIfAbsent(who, any -> new ArrayList<>()).add(one));
        }
        var table = asks.table(name, Set.of("students", "weeks"), "students", "who", "when", "weeks");
        each.forEach((who, meetings) -> {
            SortedSet<StudentId> mentees = new TreeSet<>();
            SortedSet<IsoWeek> held = new TreeSet<>();
            for (Meeting one : meetings) {
                one.weeks().forEach(week -> mentees.addAll(finished.students(one, week)));
                held.addAll(one.weeks());
            }
            var hours = meetings.stream()
                    .sorted(Comparator.comparing(Meeting::weekday).thenComparing(Meeting::start))
                    .map(one -> asks.phrase("hour", one.weekday(), one.start()))
                    .distinct()
                    .toList();
            boolean isWhole = who instanceof StaffId && held.size() >= weeks;
            var count = asks.number(mentees.size());
            table.addLine(
                    who, isWhole, List.of(), count, asks.list(mentees), asks.list(hours), asks.number(held.size()));
        });
        table.finish();
    }

    /**
     * Asks for a number of weeks with enough minutes of a kind; reason {@code few-full-weeks} with the number of such weeks.
     *
     * @param arguments arguments of the sentence
     */
    void fullWeeks(String name, AskOrigin origin, String kind, int weeks, long minutes, Object... arguments) {
        var tally = asks.tally(name, origin, "weeks");
        for (Student student : students) {
            Map<IsoWeek, Long> each = new HashMap<>();
            finished.meetingsByDateOf(student.id(), kind).stream()
                    .filter(held -> !FinishedIntervention.staff(held.meeting()).isEmpty())
                    .forEach(held -> each.merge(held.week(), finished.minutes(held), Long::sum));
            long full = each.values().stream().filter(some -> some >= minutes).count();
            tally.addPlace(weeks, full, asks.reason("few-full-weeks", full), student.id());
        }
        tally.finish(arguments);
    }

    private static Set<StaffId> staff(List<MeetingOnDate> some) {
        Set<StaffId> staff = new LinkedHashSet<>();
        some.forEach(held -> staff.addAll(FinishedIntervention.staff(held.meeting())));
        return staff;
    }

    /** Returns the report with all asks, in order. */
    FidelityReport build() {
        return asks.build(intervention);
    }
}
