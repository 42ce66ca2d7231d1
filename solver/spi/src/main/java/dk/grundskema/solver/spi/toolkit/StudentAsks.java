package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
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
import dk.grundskema.solver.spi.toolkit.Finished.Held;
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
 * What documents ask for each student of most interventions, student by student, and what a finished timetable gives of it. Each method adds one ask
 * with the given name, whose texts are the plugin's, and one reason.
 */
public final class StudentAsks {
    private final Problem problem;
    private final Intervention<?> intervention;
    private final List<Student> students;
    private final Asks asks;
    private final Finished finished;
    private final OwnLessons lessons;

    /**
     * @param intervention what is reported on
     * @param problem      the problem that it is of
     * @param timetable    what came of it
     * @param students     who is to take part; those who don't exist are left out
     */
    public StudentAsks(
            Intervention<?> intervention, Problem problem, Timetable timetable, Collection<StudentId> students) {
        this.problem = problem;
        this.intervention = intervention;
        this.students = students.stream()
                .map(problem::student)
                .flatMap(Optional::stream)
                .toList();
        this.asks = new Asks(intervention.type());
        this.finished = new Finished(intervention, problem, timetable);
        this.lessons = new OwnLessons(problem);
    }

    /** For what else is asked. */
    public Asks asks() {
        return asks;
    }

    /** The intervention as it came out. */
    public Finished finished() {
        return finished;
    }

    /** Those of the students who exist. */
    public List<Student> students() {
        return students;
    }

    /** That meetings of a kind replace no ordinary lesson; reason {@code replaced} with the number of lessons. */
    public void outsideLessons(String name, Origin origin, String kind) {
        var tally = asks.tally(name, origin, "students");
        for (Student student : students) {
            long lost = finished.heldFor(student.id(), kind).stream()
                    .flatMap(held -> lessons.inTheWay(student.id(), on(held)).stream())
                    .filter(lesson -> lesson.kind() == Lesson.Kind.TEACHING)
                    .count();
            tally.at(lost == 0, asks.why("replaced", lost), student.id());
        }
        tally.done();
    }

    private static MeetingTime on(Held held) {
        return MeetingTime.on(
                held.date(), held.meeting().start(), held.meeting().end());
    }

    /** That it is at the students' own school; reason {@code elsewhere} with the site. {@code null} means the problem's first site. */
    public void atHome(String name, Origin origin, @Nullable SiteId site) {
        var tally = asks.tally(name, origin, "students");
        SiteId where = problem.siteOr(site);
        students.forEach(
                one -> tally.at(problem.siteOr(one.site()).equals(where), asks.why("elsewhere", where), one.id()));
        tally.done();
    }

    /** That somebody in the student's meetings of a kind also teaches the student at school; reason {@code strangers} with who was there. */
    public void known(String name, Origin origin, String kind) {
        var tally = asks.tally(name, origin, "students");
        for (Student student : students) {
            Set<StaffId> adults = staff(finished.heldFor(student.id(), kind));
            boolean knows = lessons.teachers(student.id()).stream().anyMatch(adults::contains);
            tally.at(knows, asks.why("strangers", List.copyOf(adults)), student.id());
        }
        tally.done();
    }

    /** That all of the student's meetings of a kind are with one and the same person; reason {@code several} with how many it are. */
    public void onePerson(String name, Origin origin, String kind) {
        var tally = asks.tally(name, origin, "students");
        for (Student student : students) {
            int people = staff(finished.heldFor(student.id(), kind)).size();
            tally.at(people == 1, asks.why("several", people), student.id());
        }
        tally.done();
    }

    /** That whoever holds the student's meetings of a kind was also in meetings of another; reason {@code others} with who it is. */
    public void whoWasIn(String name, Origin origin, String kind, String earlier) {
        var tally = asks.tally(name, origin, "students");
        Set<StaffId> there = staff(finished.held(earlier));
        for (Student student : students) {
            Set<StaffId> people = staff(finished.heldFor(student.id(), kind));
            boolean all = !people.isEmpty() && there.containsAll(people);
            tally.at(all, asks.why("others", List.copyOf(people)), student.id());
        }
        tally.done();
    }

    /**
     * Tells person by person with whom somebody has the meetings of a kind, as a table of that name with the columns {@code students}, {@code who}, {@code
     * when} and {@code weeks}; each hour is {@code <plugin>.hour} with weekday and start, see {@link Asks#list} and {@link Asks#number}. Where nobody
     * is there yet, the line is about the group or student, and short; so is one with fewer weeks than asked for.
     */
    public void companions(String name, String kind, int weeks) {
        Map<Id, List<Meeting>> each = new TreeMap<>(Comparator.comparing(Id::value));
        for (Meeting one : finished.meetings(kind)) {
            List<? extends Id> people = Finished.staff(one);
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
                    .map(one -> asks.words("hour", one.weekday(), one.start()))
                    .distinct()
                    .toList();
            boolean isWhole = who instanceof StaffId && held.size() >= weeks;
            var count = asks.number(mentees.size());
            table.line(who, isWhole, List.of(), count, asks.list(mentees), asks.list(hours), asks.number(held.size()));
        });
        table.done();
    }

    /**
     * That the student has enough minutes of a kind in so many weeks; reason {@code few-full-weeks} with how many weeks have them.
     *
     * @param arguments what the ask's sentence mentions
     */
    public void fullWeeks(String name, Origin origin, String kind, int weeks, long minutes, Object... arguments) {
        var tally = asks.tally(name, origin, "weeks");
        for (Student student : students) {
            Map<IsoWeek, Long> each = new HashMap<>();
            finished.heldFor(student.id(), kind)
                    .forEach(held -> each.merge(held.week(), finished.minutes(held), Long::sum));
            long full = each.values().stream().filter(some -> some >= minutes).count();
            tally.at(weeks, full, asks.why("few-full-weeks", full), student.id());
        }
        tally.done(arguments);
    }

    private static Set<StaffId> staff(List<Held> some) {
        Set<StaffId> staff = new LinkedHashSet<>();
        some.forEach(held -> staff.addAll(Finished.staff(held.meeting())));
        return staff;
    }

    /** All that was asked, in order. */
    public FidelityReport report() {
        return asks.report(intervention);
    }
}
