package dk.grundskema.api.planning.change;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is left in a group that a student leaves, and who could take the place. */
class GroupDepartureTest {
    private static final IsoWeek LEAVES = new IsoWeek(2026, 40);
    private static final LocalDateTime NOW =
            LEAVES.plus(-1).date(DayOfWeek.FRIDAY).atTime(18, 0);
    private static final LocalTime BEFORE_SCHOOL = LocalTime.of(7, 0);

    private final PluginPlanningFacade planning = new PluginPlanningFacade();
    private final Problem problem = ((ReadResult.Success<Problem>)
                    planning.readProblem(Path.of("..", "..", "examples", "small-groups", "problem.json")))
            .value();
    private final List<Demand> demands = planning.expandDemands(problem);
    private final Grouping grouping = demands.getFirst().groupings().getFirst();
    private final GroupId group = grouping.groups().getFirst().id();
    private final List<StudentId> students = grouping.students();

    private GroupMember untilDeparture(StudentId student) {
        return new GroupMember(student, new TreeSet<>(problem.horizon().allWeeks()).headSet(LEAVES));
    }

    /** The group with some members meets on Mondays in two weeks before and two after somebody leaves. */
    private Timetable plan(LocalTime start, GroupMember... members) {
        var meeting = new Meeting(
                new SessionId("small-groups/small-group/extra/1"),
                null,
                new TreeSet<>(),
                grouping.intervention(),
                "small-group",
                "",
                "Group",
                "",
                new TreeSet<>(List.of(LEAVES.plus(-2), LEAVES.plus(-1), LEAVES, LEAVES.plus(1))),
                DayOfWeek.MONDAY,
                start,
                start.plusMinutes(30),
                null,
                List.of(),
                List.of(group),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Workload(true, 100, 0),
                MeetingLock.NONE);
        return new Timetable(
                Timetable.VERSION,
                "",
                problem.horizon().zone(),
                0,
                new Score(0, 0, 0),
                List.of(),
                List.of(new GroupMembers(group, List.of(members))),
                List.of(meeting),
                List.of());
    }

    private List<GroupDeparture> departures(Timetable before, Timetable after) {
        return GroupDeparture.find(problem, before, after, NOW, () -> demands);
    }

    @Test
    void thoseWhoRemainAreNamedWithTheFirstWeekWithoutTheOther() {
        StudentId leaver = students.getFirst();
        GroupMember[] before =
                students.stream().limit(4).map(GroupMember::always).toArray(GroupMember[]::new);
        GroupMember[] after = before.clone();
        after[0] = untilDeparture(leaver);

        assertThat(departures(plan(BEFORE_SCHOOL, before), plan(BEFORE_SCHOOL, after)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.group()).isEqualTo(group);
                    assertThat(one.from()).isEqualTo(LEAVES);
                    assertThat(one.remaining())
                            .containsExactlyElementsOf(
                                    students.subList(1, 4).stream().sorted().toList());
                });
        assertThat(departures(plan(BEFORE_SCHOOL, before), plan(BEFORE_SCHOOL, before)))
                .isEmpty();
    }

    @Test
    void studentsWithoutAGroupWhoAreFreeCouldTakeThePlace() {
        StudentId leaver = students.getFirst();
        StudentId stays = students.get(1);
        GroupMember[] before = {GroupMember.always(leaver), GroupMember.always(stays)};
        GroupMember[] after = {untilDeparture(leaver), GroupMember.always(stays)};

        List<StudentId> waiting = departures(plan(BEFORE_SCHOOL, before), plan(BEFORE_SCHOOL, after))
                .getFirst()
                .waiting();

        assertThat(waiting).isNotEmpty().doesNotContain(leaver, stays);
        assertThat(waiting.stream().map(grouping::needOf)).isSortedAccordingTo((one, other) -> other - one);
        assertThat(departures(plan(LocalTime.of(8, 30), before), plan(LocalTime.of(8, 30), after)))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.waiting()).as("all have lessons then").isEmpty());
    }

    @Test
    void fullGroupHasNoPlace() {
        GroupMember[] five = Stream.concat(
                        Stream.of(untilDeparture(students.getFirst())),
                        students.stream().skip(1).limit(grouping.largest()).map(GroupMember::always))
                .toArray(GroupMember[]::new);
        GroupMember[] before = five.clone();
        before[0] = GroupMember.always(students.getFirst());

        assertThat(departures(plan(BEFORE_SCHOOL, before), plan(BEFORE_SCHOOL, five)))
                .singleElement()
                .satisfies(one -> assertThat(one.waiting()).isEmpty());
    }

    @Test
    void whoLeavesAfterTheLastMeetingLeavesNobodyAlone() {
        GroupMember[] before = {GroupMember.always(students.getFirst())};
        var late = new GroupMember(
                students.getFirst(), new TreeSet<>(problem.horizon().allWeeks()).headSet(LEAVES.plus(2)));

        assertThat(departures(plan(BEFORE_SCHOOL, before), plan(BEFORE_SCHOOL, late)))
                .isEmpty();
    }

    @Test
    void meetingsOfAGroupThatAllHaveLeftAreCounted() {
        StudentId leaver = students.getFirst();
        StudentId stays = students.get(1);
        GroupMember[] two = {untilDeparture(leaver), GroupMember.always(stays)};
        Timetable full = plan(BEFORE_SCHOOL, GroupMember.always(leaver), GroupMember.always(stays));

        assertThat(departures(full, plan(BEFORE_SCHOOL, untilDeparture(leaver), untilDeparture(stays))))
                .extracting(GroupDeparture::emptyDates)
                .containsExactly(2);
        assertThat(departures(full, plan(BEFORE_SCHOOL, two)))
                .extracting(GroupDeparture::emptyDates)
                .containsExactly(0);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'm from the week of Monday 28 September: nobody is left.'",
        "1, 'm from the week of Monday 28 September: nobody is left. One meeting of it stays in the plan with its staff. Move other students to it, or ask for fewer groups in the intervention and plan again.'",
        "2, 'm from the week of Monday 28 September: nobody is left. 2 meetings of it stay in the plan with their staff. Move other students to it, or ask for fewer groups in the intervention and plan again.'"
    })
    void whatToDoAboutEmptyMeetingsIsSaid(int dates, String expected) {
        Texts texts = new Texts(Locale.ENGLISH, List.of(PlanningTexts.load(Locale.ENGLISH)), id -> id);

        assertThat(texts.text("change.group-empty", new GroupId("m"), LEAVES.date(DayOfWeek.MONDAY), dates))
                .isEqualTo(expected);
    }
}
