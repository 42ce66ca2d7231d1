package dk.grundskema.api.cli;

import static dk.grundskema.solver.testkit.StaffBuilder.aStaffMember;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The smallest problem and plan that show everything the command line talks about. */
public final class CommandProblemFixture {
    static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");
    static final IsoWeek WEEK = new IsoWeek(2026, 37);
    public static final GroupId TEAM = new GroupId("team-1");
    static final SessionId MODULE = new SessionId("toy/team-1/2026-09-07/module-1");
    public static final StaffId ANE = new StaffId("ane");
    public static final StaffId BO = new StaffId("bo");
    public static final StudentId CAMILLA = new StudentId("c1");
    static final String HASH = "abc";

    record ToyParameters() {}

    private CommandProblemFixture() {}

    public static Problem problem() {
        return problemAsking(
                List.of(new Intervention<>(new InterventionId("toy"), "toy", "Legen", new ToyParameters())));
    }

    /** The same with other requirements. */
    static Problem problemAsking(List<Intervention<?>> interventions) {
        var problem = SchoolBuilder.school(WEEK, 1)
                .title("Lejr på Ærø")
                .language(Language.DA)
                .zone(COPENHAGEN)
                .firstSite("house", "Lejrgården")
                .staff(staff(ANE, "Ane Bjerregård"))
                .staff(staff(BO, "Bo Øster"))
                .student(aStudent(CAMILLA).name("Camilla Dahl"))
                .group(TEAM.value(), "Hold Å", Group.Kind.TEAM, List.of(GroupMember.always(CAMILLA)));
        interventions.forEach(problem::intervention);
        return problem.build();
    }

    /** The same with a person away on a date. */
    static Problem problemWithout(StaffId who, LocalDate day) {
        Problem problem = problem();
        return problem.withStaff(problem.staff().stream()
                .map(one -> one.id().equals(who)
                        ? aStaffMember(who)
                                .name(one.name())
                                .except(Period.wholeDay(day))
                                .build()
                        : one)
                .toList());
    }

    /** A school with a lesson and nothing to plan. */
    static Problem schoolProblem() {
        return SchoolBuilder.school(WEEK, 1)
                .title("Skole på Ærø")
                .language(Language.DA)
                .zone(COPENHAGEN)
                .staff(staff(ANE, "Ane Bjerregård"))
                .group("1A", "1A", Group.Kind.CLASS, List.of())
                .lesson("dan", DayOfWeek.MONDAY, "08:00", "08:45", "Dansk", "1A", ANE.value())
                .build();
    }

    public static StaffMember staff(StaffId id, String name) {
        return aStaffMember(id).name(name).build();
    }

    /** A plan with one module and both staff members. */
    static Timetable plan() {
        return plan(List.of(moduleMeeting("Dansk", ANE, BO)));
    }

    public static Timetable plan(List<Meeting> meetings, RuleResult... rules) {
        long hard = cost(Level.HARD, rules);
        long medium = cost(Level.MEDIUM, rules);
        return new Timetable(
                Timetable.VERSION,
                HASH,
                COPENHAGEN,
                1,
                new Score(-hard, -medium, -cost(Level.SOFT, rules)),
                List.of(rules),
                List.of(new GroupMembers(TEAM, List.of(GroupMember.always(CAMILLA)))),
                meetings,
                List.of());
    }

    private static long cost(Level level, RuleResult... rules) {
        return List.of(rules).stream()
                .filter(rule -> rule.level() == level)
                .mapToLong(rule -> rule.penalty() * rule.weight())
                .sum();
    }

    static Meeting moduleMeeting(String title, @Nullable StaffId first, @Nullable StaffId second) {
        return withParticipants(MODULE, title, DayOfWeek.MONDAY, "08:45", "10:30", first, second);
    }

    /** The same with others taking part, out of another meeting. */
    public static Meeting withParticipants(
            Meeting one, List<GroupId> groups, List<StudentId> students, List<SessionId> within) {
        return new Meeting(
                one.sessionId(),
                null,
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                null,
                List.of(),
                groups,
                students,
                List.of(),
                within,
                one.seats(),
                one.workload(),
                one.locked());
    }

    public static Meeting withParticipants(
            SessionId id,
            String title,
            DayOfWeek day,
            String from,
            String until,
            @Nullable StaffId first,
            @Nullable StaffId second) {
        return new Meeting(
                id,
                null,
                new TreeSet<>(),
                new InterventionId("toy"),
                "module",
                "",
                title,
                "",
                new TreeSet<>(List.of(WEEK)),
                day,
                LocalTime.parse(from),
                LocalTime.parse(until),
                null,
                List.of(),
                List.of(TEAM),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new MeetingSeat("teacher", first, true, false),
                        new MeetingSeat("teacher", second, true, false)),
                Workload.defaults(),
                MeetingLock.NONE);
    }
}
