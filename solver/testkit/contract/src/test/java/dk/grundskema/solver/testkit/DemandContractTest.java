package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each mistake in a demand gives a complaint with a suggestion; a correct demand gives none. */
class DemandContractTest {
    private static final InterventionId READING = new InterventionId("reading");
    private static final GroupId GROUP = new GroupId("reading/1");
    private static final GroupId OTHER = new GroupId("reading/2");
    private static final StudentId EA = new StudentId("ea");
    private static final StudentId BO = new StudentId("bo");

    private final SchoolBuilder school = SchoolBuilder.school(2)
            .schoolClass("7A", "ea")
            .schoolClass("7B", "bo")
            .lesson("dan", DayOfWeek.MONDAY, "08:00", "08:45", "Danish", "7A")
            .lesson("mat", DayOfWeek.MONDAY, "08:00", "08:45", "Maths", "7B");
    private final Problem problem = school.build();

    private Session.Builder session(String start, String end) {
        return Session.builder(new SessionId("reading/s"), READING, "reading", "Reading", new SiteId("school"))
                .at(school.time(DayOfWeek.MONDAY, start, end));
    }

    private static Grouping grouping(
            boolean mayStayEmpty, Map<StudentId, List<GroupId>> choices, Map<StudentId, Integer> needs) {
        var group = new Group(GROUP, "Readers", Group.Kind.SMALL_GROUP, List.of());
        return new Grouping(READING, List.of(group), List.of(EA), 2, 4, mayStayEmpty, choices, needs);
    }

    private List<String> complaints(Session session, Grouping... groupings) {
        return complaints(List.of(session), List.of(), groupings);
    }

    private List<String> complaints(List<Session> sessions, List<Seat> seats, Grouping... groupings) {
        return DemandContract.complaints(
                new Demand(sessions, seats, List.of(groupings), List.of(), List.of(), Map.of()), problem);
    }

    @Test
    void sessionOfAnOptionalGroupSleepsWithIt() {
        Grouping mayBeEmpty = grouping(true, Map.of(), Map.of());
        Session sleeps = session("09:00", "09:30")
                .groups(List.of(GROUP))
                .awakeWith(GROUP)
                .build();
        Session never = session("09:00", "09:30").groups(List.of(GROUP)).build();

        assertThat(complaints(sleeps, mayBeEmpty)).isEmpty();
        assertThat(complaints(never, grouping(false, Map.of(), Map.of()))).isEmpty();
        assertThat(complaints(never, mayBeEmpty))
                .singleElement()
                .asString()
                .contains("(reading/s) has the group (reading/1)", "Maybe add awakeWith(reading/1)?");
    }

    @Test
    void sessionMaySleepOnlyWithAnOptionalGroupThatIsFormed() {
        Session sleeps = session("09:00", "09:30").awakeWith(GROUP).build();

        assertThat(complaints(sleeps)).singleElement().asString().contains("which no grouping of the demand forms");
        assertThat(complaints(sleeps, grouping(false, Map.of(), Map.of())))
                .singleElement()
                .asString()
                .contains("so it never sleeps");
        assertThat(complaints(sleeps, grouping(true, Map.of(), Map.of()))).isEmpty();
    }

    @Test
    void sessionMayBeInsideOnlyLessonsOfItsStudentsAtItsTimes() {
        Session good = session("08:15", "09:00")
                .students(List.of(EA))
                .inside(Set.of(new LessonId("dan")))
                .build();
        Session misspelt = session("08:15", "09:00")
                .students(List.of(EA))
                .inside(Set.of(new LessonId("den")))
                .build();
        Session after = session("08:45", "09:30")
                .students(List.of(EA))
                .inside(Set.of(new LessonId("dan")))
                .build();
        Session othersLesson = session("08:15", "09:00")
                .students(List.of(EA))
                .inside(Set.of(new LessonId("mat")))
                .build();

        assertThat(complaints(good)).isEmpty();
        assertThat(complaints(misspelt)).singleElement().asString().contains("(den), which the problem doesn't have");
        assertThat(complaints(after)).singleElement().asString().contains("none of its times overlaps it");
        assertThat(complaints(othersLesson)).singleElement().asString().contains("in which none of its students is");
    }

    @Test
    void formedGroupMayMeetInsideLessonsOfItsPossibleMembers() {
        Session session = session("08:15", "09:00")
                .groups(List.of(GROUP))
                .awakeWith(GROUP)
                .inside(Set.of(new LessonId("dan")))
                .build();

        assertThat(complaints(session, grouping(true, Map.of(), Map.of()))).isEmpty();
    }

    @Test
    void choicesAndNeedsConcernOnlyStudentsAndGroupsOfTheGrouping() {
        Session session = session("09:00", "09:30").build();

        assertThat(complaints(session, grouping(true, Map.of(EA, List.of(GROUP)), Map.of(EA, 3))))
                .isEmpty();
        assertThat(complaints(session, grouping(true, Map.of(EA, List.of(OTHER)), Map.of())))
                .singleElement()
                .asString()
                .contains("(ea) may choose the group (reading/2)");
        assertThat(complaints(session, grouping(true, Map.of(BO, List.of(GROUP)), Map.of(BO, 3))))
                .hasSize(2)
                .allMatch(text -> text.contains("(bo), who isn't among the students to be placed"));
    }

    @Test
    void seatsBelongToSessionsOfTheDemandAndHaveDifferentPositions() {
        Session session = session("09:00", "09:30").build();
        Seat first = new Seat(new SeatId("reading/s#0"), List.of(session.id()), 0, "tutor", true, List.of());
        Seat second = new Seat(new SeatId("reading/s#1"), List.of(session.id()), 1, "tutor", true, List.of());
        Seat again = new Seat(new SeatId("reading/s#2"), List.of(session.id()), 1, "tutor", true, List.of());
        Seat lost =
                new Seat(new SeatId("reading/t#0"), List.of(new SessionId("reading/t")), 0, "tutor", true, List.of());

        assertThat(complaints(List.of(session), List.of(first, second))).isEmpty();
        assertThat(complaints(List.of(session), List.of(first, second, again)))
                .singleElement()
                .asString()
                .contains("(reading/s#2) has the position (1)");
        assertThat(complaints(List.of(session), List.of(lost)))
                .singleElement()
                .asString()
                .contains("(reading/t), which isn't in the demand");
    }
}
