package dk.grundskema.solver.mapping;

import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberWeeksTest {
    private static final GroupId READERS = new GroupId("readers");
    private static final GroupId WRITERS = new GroupId("writers");
    private static final GroupId TALKERS = new GroupId("talkers");
    private static final StudentId BO = new StudentId("bo");
    private static final GroupMember ADA = GroupMember.always(new StudentId("ada"));
    private static final GroupMember LATE_CY = new GroupMember(new StudentId("cy"), weeks(35, 36));

    /** Weeks 33 to 36, with Bo in a class of all or of some weeks. */
    private static Problem problem(Integer... weeksOfBo) {
        return school(new IsoWeek(2026, 33), 4)
                .student("ada")
                .student("bo")
                .student("cy")
                .group("1a", Group.Kind.CLASS, weeks(weeksOfBo), "bo")
                .build();
    }

    /** An intervention that forms the groups of readers and writers; each student is in one of them at a time. */
    private static List<Demand> demands() {
        List<Group> groups = Stream.of(READERS, WRITERS, TALKERS)
                .map(id -> new Group(id, id.value(), Group.Kind.SMALL_GROUP, List.of()))
                .toList();
        var grouping = new Grouping(
                new InterventionId("reading"), groups, List.of(ADA.studentId(), BO, LATE_CY.studentId()), 0, 5);
        return List.of(new Demand(List.of(), List.of(), List.of(grouping), List.of(), List.of(), Map.of()));
    }

    private static Timetable plan(Problem problem, GroupMembers... groups) {
        return new Timetable(
                Timetable.VERSION,
                "",
                problem.horizon().zone(),
                0,
                new Score(0, 0, 0),
                List.of(),
                List.of(groups),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns the members of a group that Ada and Cy were in, if Bo joins at a moment. */
    private static List<GroupMember> membersWithBo(Problem problem, String now) {
        var decided = new GroupMembers(
                READERS, List.of(ADA, GroupMember.always(BO), GroupMember.always(LATE_CY.studentId())));
        return MemberWeeks.from(
                        problem,
                        demands(),
                        plan(problem, new GroupMembers(READERS, List.of(ADA, LATE_CY))),
                        LocalDateTime.parse(now))
                .in(List.of(decided))
                .getFirst()
                .members();
    }

    @Test
    void studentJoinsForTheWeeksThatHaveNotBegunAndOthersKeepTheirWeeks() {
        Problem problem = problem();
        var fromWeek35 = new GroupMember(BO, weeks(35, 36));
        assertThat(membersWithBo(problem, "2026-08-17T00:01")).containsExactly(ADA, fromWeek35, LATE_CY);
        assertThat(membersWithBo(problem, "2026-08-24T00:00")).containsExactly(ADA, fromWeek35, LATE_CY);
        assertThat(membersWithBo(problem, "2026-08-10T00:00"))
                .containsExactly(ADA, GroupMember.always(BO), GroupMember.always(LATE_CY.studentId()));
    }

    @Test
    void studentJoinsForTheWeeksAtSchoolAlone() {
        assertThat(membersWithBo(problem(34, 36), "2026-08-19T10:00"))
                .containsExactly(ADA, new GroupMember(BO, weeks(36)), LATE_CY);
    }

    @Test
    void nobodyJoinsInTheLastWeek() {
        assertThat(membersWithBo(problem(), "2026-08-31T00:01")).containsExactly(ADA, LATE_CY);
    }

    private static List<GroupMembers> afterWeek35(Problem problem, GroupMembers before, GroupMembers... decided) {
        return MemberWeeks.from(problem, demands(), plan(problem, before), LocalDateTime.parse("2026-08-26T10:00"))
                .in(List.of(decided));
    }

    @Test
    void studentWhoMovesStaysInTheLastWeeksOfTheOldGroup() {

        assertThat(afterWeek35(
                        problem(), new GroupMembers(READERS, List.of(ADA)), new GroupMembers(WRITERS, List.of(ADA))))
                .containsExactly(
                        new GroupMembers(WRITERS, List.of(new GroupMember(ADA.studentId(), weeks(36)))),
                        new GroupMembers(READERS, List.of(new GroupMember(ADA.studentId(), weeks(33, 34, 35)))));
    }

    @Test
    void studentWhoIsAwayFromAWeekOnLeavesTheGroup() {
        Problem problem = problem();
        Problem away = problem.withStudents(problem.students().stream()
                .map(one -> one.withAvailability(one.availability()
                        .without(
                                List.of(new Period(LocalDate.parse("2026-08-31"), null, new TreeSet<>(), null, null)))))
                .toList());
        var readers = new GroupMembers(READERS, List.of(ADA));

        assertThat(afterWeek35(away, readers, readers))
                .containsExactly(
                        new GroupMembers(READERS, List.of(new GroupMember(ADA.studentId(), weeks(33, 34, 35)))));
    }

    @Test
    void studentWhoLeavesAGroupThatHasNotMetWasNeverInIt() {
        Problem present = problem(33, 34, 35);
        var readers = new GroupMembers(READERS, List.of(GroupMember.always(BO)));
        var gone = new GroupMembers(READERS, List.of());

        assertThat(afterMeetings(present, readers, gone, 36)).containsExactly(gone);
        assertThat(afterMeetings(present, readers, gone, 35, 36))
                .containsExactly(new GroupMembers(READERS, List.of(new GroupMember(BO, weeks(33, 34, 35)))));
    }

    /** Returns the groups after a change in week 35, if the readers meet in some weeks. */
    private static List<GroupMembers> afterMeetings(
            Problem problem, GroupMembers before, GroupMembers decided, Integer... weeks) {
        var meeting = new Meeting(
                new SessionId("reading"),
                null,
                weeks(weeks),
                new InterventionId("reading"),
                "reading",
                "",
                "Reading",
                "",
                weeks(weeks),
                DayOfWeek.MONDAY,
                LocalTime.of(12, 0),
                LocalTime.of(13, 0),
                null,
                List.of(),
                List.of(READERS),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Workload(true, 100, 0),
                MeetingLock.NONE);
        return MemberWeeks.from(
                        problem,
                        demands(),
                        plan(problem, before).withMeetings(List.of(meeting)),
                        LocalDateTime.parse("2026-08-26T10:00"))
                .in(List.of(decided));
    }

    @Test
    void editByHandKeepsTheWeeksOfThoseWhoHaveMovedOn() {
        var before = List.of(
                new GroupMembers(READERS, List.of(new GroupMember(ADA.studentId(), weeks(33, 34)))),
                new GroupMembers(WRITERS, List.of(new GroupMember(ADA.studentId(), weeks(35, 36)))));
        var decided = List.of(
                new GroupMembers(READERS, List.of()), new GroupMembers(WRITERS, List.of(ADA, GroupMember.always(BO))));

        assertThat(MemberWeeks.ofAll(problem(), demands(), plan(problem(), before.toArray(new GroupMembers[0])))
                        .in(decided))
                .containsExactly(
                        before.getFirst(),
                        new GroupMembers(
                                WRITERS, List.of(before.getLast().members().getFirst(), GroupMember.always(BO))));
    }

    private static GroupMembers ada(GroupId group, Integer... weeks) {
        return new GroupMembers(group, List.of(new GroupMember(ADA.studentId(), weeks(weeks))));
    }

    private static List<GroupMembers> edited(List<GroupMembers> before, GroupMembers... decided) {
        return MemberWeeks.ofAll(problem(), demands(), plan(problem(), before.toArray(new GroupMembers[0])))
                .in(List.of(decided));
    }

    @Test
    void editByHandMovesTheWeeksOfThePresentGroupAlone() {
        List<GroupMembers> before = List.of(ada(READERS, 33, 34), ada(WRITERS, 35, 36));

        assertThat(edited(before, new GroupMembers(READERS, List.of(ADA)), new GroupMembers(WRITERS, List.of())))
                .containsExactly(new GroupMembers(READERS, List.of(ADA)), new GroupMembers(WRITERS, List.of()));
        assertThat(edited(before, new GroupMembers(WRITERS, List.of()), new GroupMembers(TALKERS, List.of(ADA))))
                .containsExactly(new GroupMembers(WRITERS, List.of()), ada(TALKERS, 35, 36), ada(READERS, 33, 34));
    }

    @Test
    void editByHandOfAnotherStudentKeepsAStudentWhoCameBack() {
        List<GroupMembers> before = List.of(ada(READERS, 33, 35, 36), ada(WRITERS, 34));
        var decided = new GroupMembers(READERS, List.of(ADA, GroupMember.always(BO)));

        assertThat(edited(before, decided))
                .containsExactly(
                        new GroupMembers(
                                READERS, List.of(before.getFirst().members().getFirst(), GroupMember.always(BO))),
                        before.getLast());
    }

    @Test
    void groupThatIsNoLongerAskedForHasNoMembers() {
        var gone = new GroupMembers(new GroupId("singers"), List.of(ADA));

        assertThat(afterWeek35(problem(), gone, new GroupMembers(READERS, List.of(ADA))))
                .containsExactly(ada(READERS, 36));
    }

    @Test
    void studentIsBackInTheGroupInAllWeeksToComeAfterAnAbsenceThatIsCancelled() {
        assertThat(afterWeek35(problem(), ada(READERS, 33, 34, 35), new GroupMembers(READERS, List.of(ADA))))
                .containsExactly(new GroupMembers(READERS, List.of(ADA)));
    }
}
