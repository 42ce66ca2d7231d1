package dk.grundskema.solver.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.fixture.Scenario;
import dk.grundskema.solver.fixture.SmallGroupsSchool;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A continued plan of small groups keeps people, times and names of what has not changed. */
class GroupContinuationTest {
    private static final int GROUPS = 6;
    private static final int[][] MEMBERS = {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}, {10, 11}, {12, 13}};

    private static Scenario school() {
        return SmallGroupsSchool.of(13, GROUPS, 4, 3);
    }

    /** Five groups, each at one time on four days, with a tutor and a room; the sixth group is empty. */
    private static Timetable plan() {
        Scenario school = school();
        Blueprint blueprint = BlueprintBuilder.build(school.problem(), school.demands());
        var decisions = blueprint.decisions();
        int[] values = decisions.startValues();
        for (int group = 1; group <= GROUPS; group++) {
            for (int i = 1; i <= 4; i++) {
                int session = session(blueprint, group, i);
                values[decisions.slot(session)] = 3 * (i - 1) + 1 + (group - 1) / 3;
                values[decisions.room(session)] = (group - 1) % 3;
                values[decisions.seat(blueprint.seatsOf()[session][0])] = (group - 1) % 3;
            }
        }
        for (int group = 1; group <= MEMBERS.length; group++) {
            for (int student : MEMBERS[group - 1]) {
                values[decisions.member(student - 1)] =
                        blueprint.index().group().indexOf(SmallGroupsSchool.group(group));
            }
        }
        return timetable(blueprint, values);
    }

    private static Map<GroupId, Set<StudentId>> groups(Timetable plan) {
        return plan.groups().stream()
                .collect(Collectors.toMap(
                        GroupMembers::id,
                        group -> group.members().stream()
                                .map(GroupMember::studentId)
                                .collect(Collectors.toSet()),
                        (one, same) -> one,
                        TreeMap::new));
    }

    @Test
    void emptyGroupAndItsSessionsAreNotInTheTimetable() {
        Timetable plan = plan();

        assertThat(groups(plan).keySet())
                .extracting(GroupId::value)
                .containsExactly("group-1", "group-2", "group-3", "group-4", "group-5");
        assertThat(plan.meetings())
                .hasSize(20)
                .noneMatch(meeting -> meeting.groupIds().contains(SmallGroupsSchool.group(GROUPS)));
    }

    @Test
    void renamedGroupsAndSessionsGetTheirEarlierIds() {
        Scenario school = school();
        Timetable before = plan();
        Blueprint blueprint = BlueprintBuilder.build(school.problem(), school.demands());
        var prepared = PreparedPlan.of(StepLimitedSolves.registry(), blueprint, before);
        int[] values = ReferenceReader.readDecisions(blueprint, before);
        int[] renamed = rotated(blueprint, values);
        assertThat(timetable(blueprint, renamed)).isNotEqualTo(timetable(blueprint, values));

        int[] kept = new IdPreserver(prepared, before).preserveIds(renamed);

        assertThat(timetable(blueprint, kept)).isEqualTo(timetable(blueprint, values));
        assertThat(new IdPreserver(prepared, null).preserveIds(renamed)).isSameAs(renamed);
    }

    /** Each group becomes the next one, and each session of a group the next. */
    private static int[] rotated(Blueprint blueprint, int[] values) {
        var decisions = blueprint.decisions();
        int[] renamed = values.clone();
        for (int group = 1; group <= GROUPS; group++) {
            int next = group % GROUPS + 1;
            for (int i = 1; i <= 4; i++) {
                int from = session(blueprint, group, i);
                int to = session(blueprint, next, i % 4 + 1);
                renamed[decisions.slot(to)] = values[decisions.slot(from)];
                renamed[decisions.room(to)] = values[decisions.room(from)];
            }
            int from = blueprint.seatsOf()[session(blueprint, group, 1)][0];
            int to = blueprint.seatsOf()[session(blueprint, next, 1)][0];
            renamed[decisions.seat(to)] = values[decisions.seat(from)];
            int number = blueprint.index().group().indexOf(SmallGroupsSchool.group(group));
            int other = blueprint.index().group().indexOf(SmallGroupsSchool.group(next));
            for (int m = 0; m < blueprint.memberships().size(); m++) {
                if (values[decisions.member(m)] == number) {
                    renamed[decisions.member(m)] = other;
                }
            }
        }
        return renamed;
    }

    private static int session(Blueprint blueprint, int group, int number) {
        return blueprint
                .index()
                .session()
                .indexOf(new dk.grundskema.domain.demand.SessionId(
                        SmallGroupsSchool.group(group) + "/session-" + number));
    }

    private static Timetable timetable(Blueprint blueprint, int[] values) {
        return new TimetableBuilder(blueprint)
                .build(values, "0", 0, new dk.grundskema.domain.timetable.Score(0, 0, 0), List.of());
    }

    @Test
    void lockingOneStudentToAnotherGroupKeepsNineOfTenOtherDecisions() throws InterruptedException {
        Timetable before = plan();
        StudentId pinned = SmallGroupsSchool.student(1);
        GroupId to = SmallGroupsSchool.group(4);

        Timetable after = StepLimitedSolves.solve(
                school().memberLock(pinned.value(), to.value()).problem(), 2000, 1, 1, before);

        assertThat(after.score().hard()).isZero();
        assertThat(after.score().medium()).isZero();
        assertThat(groups(after).get(to)).contains(pinned);
        List<String> decided = decided(before, pinned);
        List<String> same = new ArrayList<>(decided(after, pinned));
        same.retainAll(new HashSet<>(decided));
        assertThat((double) same.size() / decided.size()).isBetween(0.9, 1.0);
    }

    /** The group mates of each student, and times, rooms and tutors of each group; without the locked student. */
    private static List<String> decided(Timetable plan, StudentId pinned) {
        var lines = new ArrayList<String>();
        Map<GroupId, Set<StudentId>> groups = groups(plan);
        groups.forEach((id, members) -> {
            var others =
                    members.stream().filter(one -> !one.equals(pinned)).sorted().toList();
            others.forEach(one -> lines.add(one + " is in " + others));
            for (Meeting meeting : plan.meetings()) {
                if (meeting.groupIds().contains(id)) {
                    lines.add(others + " " + meeting.time());
                    lines.add(others + " " + meeting.time() + " " + meeting.roomId());
                    lines.add(others + " "
                            + meeting.time() + " "
                            + meeting.seats().getFirst().staffId());
                }
            }
        });
        return lines;
    }
}
