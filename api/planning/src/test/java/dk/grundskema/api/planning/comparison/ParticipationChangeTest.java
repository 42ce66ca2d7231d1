package dk.grundskema.api.planning.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.comparison.ParticipationChange.Side;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.ChangeSet;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much classes and staff take part in two timetables. */
final class ParticipationChangeTest {
    private static final IsoWeek FIRST = new IsoWeek(2026, 37);
    private static final GroupId FORMED = new GroupId("formed");
    private static final GroupId TEAM = new GroupId("team");

    private final Problem problem = ((ReadResult.Success<Problem>) new PluginPlanningFacade()
                    .readProblem(Path.of("..", "..", "examples", "small-groups", "problem.json")))
            .value();

    /** A meeting on Mondays from nine in some weeks from the first one. */
    private static Meeting meeting(String id, int minutes, int weeks, String group, String... staff) {
        var held = new TreeSet<IsoWeek>();
        for (int week = 0; week < weeks; week++) {
            held.add(FIRST.plus(week));
        }
        return new Meeting(
                new SessionId(id),
                null,
                new TreeSet<>(),
                new InterventionId("support"),
                "lesson",
                "",
                id,
                "",
                held,
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                LocalTime.of(9, 0).plusMinutes(minutes),
                null,
                List.of(),
                List.of(new GroupId(group)),
                List.of(),
                List.of(),
                List.of(),
                List.of(staff).stream()
                        .map(one -> new MeetingSeat("teacher", new StaffId(one), true, false))
                        .toList(),
                new Workload(true, 100, 0),
                MeetingLock.NONE);
    }

    private Side side(Meeting... meetings) {
        var members = new GroupMembers(FORMED, List.of(GroupMember.always(new StudentId("s001"))));
        var team = new GroupMembers(TEAM, List.of());
        return new Side(
                problem,
                new Timetable(
                        Timetable.VERSION,
                        "",
                        problem.horizon().zone(),
                        0,
                        new Score(0, 0, 0),
                        List.of(),
                        List.of(members, team),
                        List.of(meetings),
                        List.of()),
                id -> "the " + id);
    }

    private static List<ParticipationChange> groups(Side before, Side after) {
        return ParticipationChange.ofGroups(before, after, ChangeSet.between(before.timetable(), after.timetable()));
    }

    private static List<ParticipationChange> staff(Side before, Side after) {
        return ParticipationChange.ofStaff(before, after, ChangeSet.between(before.timetable(), after.timetable()));
    }

    @Test
    void printsNoNames() {
        assertThat(new ParticipationChange("Ida", 30, 45, 2)).hasToString("30 to 45, 2");
    }

    @Test
    void minutesAreThoseOfAWeekOnAverageOverTheWeeksOfBothTimetables() {
        Side before = side(meeting("a", 60, 2, "0a"));
        Side after = side(meeting("a", 60, 2, "0a"), meeting("b", 90, 4, "0a"));

        assertThat(groups(before, after)).containsExactly(new ParticipationChange("the 0a", 30, 120, 1));
        assertThat(groups(after, before)).containsExactly(new ParticipationChange("the 0a", 120, 30, 1));
    }

    @Test
    void classThatDoesNotDifferIsLeftOut() {
        Side before = side(meeting("a", 60, 2, "0a"), meeting("b", 60, 2, "0b"));
        Side after = side(meeting("a", 60, 2, "0a"), meeting("b", 60, 1, "0b"));

        assertThat(groups(before, after)).extracting(ParticipationChange::name).containsExactly("the 0b");
        assertThat(groups(before, before)).isEmpty();
    }

    @Test
    void minutesThatAreEqualOnceRoundedDoNotDiffer() {
        Side before = side(meeting("a", 60, 41, "0a"), meeting("b", 10, 41, "0b"));
        Side after = side(meeting("a", 60, 41, "0a"), meeting("b", 10, 41, "0b"), meeting("c", 10, 1, "0a"));

        assertThat(groups(before, after)).containsExactly(new ParticipationChange("the 0a", 60, 60, 1));
        assertThat(ParticipationChange.ofGroups(
                        before, after, ChangeSet.between(before.timetable(), before.timetable())))
                .isEmpty();
    }

    @Test
    void formedGroupCountsForTheClassOfItsStudents() {
        assertThat(groups(side(), side(meeting("a", 30, 2, FORMED.value()))))
                .containsExactly(new ParticipationChange("the 6c", 0, 30, 1));
    }

    @Test
    void formedTeamWithoutClassesCountsItself() {
        assertThat(groups(side(meeting("a", 30, 2, TEAM.value())), side()))
                .containsExactly(new ParticipationChange("the team", 30, 0, 1));
    }

    @Test
    void staffHaveMinutesAndDatesThatDiffer() {
        Side before = side(meeting("a", 60, 3, "0a", "teacher-1", "teacher-3"));
        Side after = side(meeting("a", 60, 3, "0a", "teacher-2", "teacher-3"));

        assertThat(staff(before, after))
                .containsExactly(
                        new ParticipationChange("the teacher-1", 60, 0, 3),
                        new ParticipationChange("the teacher-2", 0, 60, 3));
    }

    @Test
    void lessonOfTheSchoolCountsForItsClassOnceAnAdultOfAnInterventionIsInIt() {
        Lesson lesson = problem.lessons().getFirst();
        Meeting vacant = withCoTeacher(lesson, null);
        Meeting coTaught = withCoTeacher(lesson, new StaffId("teacher-1"));
        String name = "the " + lesson.groupIds().getFirst();
        long minutes =
                Duration.between(lesson.time().start(), lesson.time().end()).toMinutes();

        assertThat(groups(side(vacant), side(coTaught))).containsExactly(new ParticipationChange(name, 0, minutes, 1));
        assertThat(staff(side(), side(vacant)))
                .as("its own teacher is there all the same")
                .containsExactly(new ParticipationChange("the teacher-2", 0, minutes, 1));
    }

    /** The meeting of a lesson with its own teacher. */
    private static Meeting withCoTeacher(Lesson lesson, @Nullable StaffId coTeacher) {
        return new Meeting(
                new SessionId("lesson"),
                null,
                new TreeSet<>(),
                new InterventionId("support"),
                "lesson",
                "",
                lesson.title(),
                "",
                new TreeSet<>(List.of(FIRST)),
                lesson.time().weekday(),
                lesson.time().start(),
                lesson.time().end(),
                null,
                List.of(),
                lesson.groupIds(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new MeetingSeat("teacher", new StaffId("teacher-2"), true, true),
                        new MeetingSeat("co-teacher", coTeacher, false, false)),
                new Workload(true, 100, 0),
                MeetingLock.NONE);
    }
}
