package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static dk.grundskema.solver.testkit.StudentBuilder.aStudent;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Candidates, who of them may be together, and whether there is enough for their groups. */
class CandidatePoolTest {
    record NoParameters() {}

    private static final MeetingTime EIGHT = time(DayOfWeek.MONDAY, "08:00", "08:30", 33);
    private static final MeetingTime NINE = time(DayOfWeek.MONDAY, "09:00", "09:30", 33);
    private static final MeetingTime TUESDAY = time(DayOfWeek.TUESDAY, "08:00", "08:30", 33);

    /** Ida and Bo have Danish with Ann on Mondays from 8, Eva has nothing then. */
    private static Problem town() {
        return school().teacher("ann")
                .student("ida", "4a", Availability.always())
                .student("bo", "4a", Availability.always())
                .student("eva", "4b", Availability.always())
                .group("4a", Group.Kind.CLASS)
                .group("4b", Group.Kind.CLASS)
                .lesson("dan", time(DayOfWeek.MONDAY, "08:00", "08:45", 33), "Danish", "4a", "ann")
                .lesson("mat", time(DayOfWeek.FRIDAY, "08:00", "08:45", 33), "Maths", "4b")
                .build();
    }

    private static Candidate candidate(String who, String subject, String area, int level) {
        return new Candidate(new StudentId(who), subject, area, level, 7);
    }

    private static List<CandidatePool> pools(List<ExcusedStudents> outside, Candidate... all) {
        return CandidatePool.of(List.of(all), outside, town(), new FreeTime(town()));
    }

    private static final Candidate IDA = candidate("ida", "Danish", "Reading", 40);
    private static final Candidate BO = candidate("bo", "danish", "reading", 20);
    private static final Candidate EVA = candidate("eva", "Danish", "", 90);

    private static CandidatePool danish() {
        return pools(List.of(), IDA, BO, EVA).getFirst();
    }

    private static ExcusedStudents mayMiss(String who) {
        return new ExcusedStudents(new Decision("Head", "No other time"), List.of(new StudentId(who)));
    }

    @Test
    void poolHasOneSubjectAndNeighboursHaveSimilarLevels() {
        var pools =
                pools(List.of(), IDA, candidate("ida", "Maths", "", 1), EVA, BO, candidate("ghost", "Danish", "", 1));

        assertThat(pools).extracting(CandidatePool::name).containsExactly("danish/school", "maths/school");
        assertThat(pools.getFirst().candidates()).containsExactly(EVA, BO, IDA);
        assertThat(pools.getFirst().subject()).isEqualTo("Danish");
        assertThat(pools.getFirst().excuse()).isNull();
        assertThat(pools.getFirst().teachers()).containsExactly(new StaffId("ann"));
    }

    @Test
    void candidateWhoMayMissLessonsIsInASeparatePool() {
        var pools = pools(List.of(mayMiss("eva"), mayMiss("ida"), mayMiss("ida")), IDA, BO, EVA);

        assertThat(pools)
                .extracting(CandidatePool::name)
                .containsExactly("danish/school", "danish/school/outside-1", "danish/school/outside-2");
        CandidatePool ida = pools.getLast();
        assertThat(ida.students()).containsExactly(new StudentId("ida"));
        assertThat(ida.canCome(IDA, EIGHT)).isTrue();
        assertThat(pools.getFirst().canCome(BO, EIGHT)).isFalse();
        assertThat(pools.getFirst().canCome(BO, NINE)).isTrue();
    }

    @Test
    void timesAreThoseWhenEnoughCandidatesForAGroupAreFree() {
        var some = List.of(EIGHT, NINE);

        assertThat(danish().groupTimes(some, 1)).containsExactly(EIGHT, NINE);
        assertThat(danish().groupTimes(some, 2)).containsExactly(NINE);
        assertThat(danish().groupTimes(some, 4)).as("only three there are").containsExactly(NINE);
    }

    @Test
    void candidateWithTooFewFreeTimesIsNamed() {
        assertThat(danish().candidatesLackingTimes(2, List.of(EIGHT, NINE))).containsExactly(BO, IDA);
        assertThat(danish().candidatesLackingTimes(1, List.of(EIGHT, NINE))).isEmpty();
    }

    @Test
    void groupsAreAsManyAsStudentsTutorsAndPlannerAllowAndAtLeastOne() {
        assertThat(danish().groupCount(1, 9, null)).isEqualTo(3);
        assertThat(danish().groupCount(2, 9, null)).isEqualTo(1);
        assertThat(danish().groupCount(1, 2, null)).isEqualTo(2);
        assertThat(danish().groupCount(1, 3, 2)).isEqualTo(2);
        assertThat(danish().groupCount(1, 0, 5)).isEqualTo(1);
    }

    @Test
    void groupsToBeFormedMayStayEmptyAndKnowTheNeeds() {
        var one = new Intervention<>(new InterventionId("sg"), "cafe", "Café", new NoParameters());
        Grouping grouping = danish().grouping(one, 2, 1, 3, number -> "Group " + number);

        assertThat(grouping.groups())
                .extracting(each -> each.id().value())
                .containsExactly("sg/danish/school/1", "sg/danish/school/2");
        assertThat(grouping.groups()).extracting(Group::name).containsExactly("Group 1", "Group 2");
        assertThat(grouping.students()).isEqualTo(danish().students());
        assertThat(grouping.mayStayEmpty()).isTrue();
        assertThat(List.of(grouping.smallest(), grouping.largest())).containsExactly(1, 3);
        assertThat(grouping.needOf(new StudentId("bo"))).isEqualTo(7);
    }

    @Test
    void tooFewTutorsForAllCandidatesAreReported() {
        assertThat(tutors(9, 8, null)).isEmpty();
        assertThat(tutors(9, 7, null))
                .containsExactly(Finding.warning("cafe.few-tutors", "/parameters/tutors", 9, 1L, 8L, 1L));
        assertThat(tutors(9, 3, 1))
                .containsExactly(Finding.warning("cafe.few-tutors", "/parameters/tutors", 9, 0L, 0L, 5L));
        assertThat(tutors(8, 4, null)).isEmpty();
    }

    @Test
    void limitOfGroupsThatIsTooLowForAllCandidatesIsReported() {
        assertThat(tutors(9, 99, 2)).isEmpty();
        assertThat(tutors(9, 99, 1))
                .containsExactly(Finding.warning("cafe.few-groups", "/parameters/mostGroups", 9, 1, 8L));
    }

    @Test
    void tooFewTutorsOfASubjectAreReported() {
        var findings = new FindingCollector("cafe", town());
        var capacity = new GroupCapacity(4, 8, findings);

        assertThat(capacity.checkTutorsOf("Danish", 9, 8, "tutors")).isTrue();
        assertThat(findings.all()).isEmpty();
        assertThat(capacity.checkTutorsOf("Danish", 9, 7, "tutors")).isFalse();
        assertThat(findings.all())
                .containsExactly(Finding.warning("cafe.few-tutors-of", "/parameters/tutors", "Danish", 9, 1L, 8L, 1L));
    }

    private static List<Finding> tutors(int candidates, long sessions, @Nullable Integer most) {
        var findings = new FindingCollector("cafe", town());
        new GroupCapacity(4, 8, findings).checkTutors(candidates, sessions, most, "tutors");
        return findings.all();
    }

    @Test
    void tooFewRoomsAndTimesForTheSessionsAreReported() {
        var findings = new FindingCollector("cafe", town());
        var capacity = new GroupCapacity(2, 2, findings);
        var both = List.of(EIGHT, NINE);
        var room = new RoomId("r1");

        capacity.checkRooms(danish(), List.of(room, new RoomId("r2")), both, "rooms");
        assertThat(capacity.checkTimes(danish(), List.of(NINE, TUESDAY), "usable"))
                .isEmpty();
        assertThat(findings.all()).isEmpty();

        capacity.checkRooms(danish(), List.of(room), both, "rooms");
        assertThat(capacity.checkTimes(danish(), both, "usable")).containsExactly(BO, IDA);
        assertThat(findings.all())
                .containsExactly(
                        Finding.warning("cafe.few-rooms", "/parameters/rooms", "Danish", 4L, 1, 2L),
                        Finding.warning("cafe.few-times", "/parameters/usable", "Danish", 2, 2));
    }

    private static List<String> found(Candidate... all) {
        Problem problem = school().student(aStudent("ida").wishedWith("bo").neverWith("eva"))
                .student(aStudent("bo").wishedWith("eva"))
                .student("eva", "4a", Availability.always())
                .group("4a", Group.Kind.CLASS)
                .lesson("dan", EIGHT, "Danish", "4a")
                .build();
        var findings = new FindingCollector("cafe", problem);
        Candidate.check(List.of(all), problem, findings, "some");
        return findings.all().stream()
                .map(one -> one.code() + " " + one.pointer().substring("/parameters/".length()) + " " + one.arguments())
                .toList();
    }

    @Test
    void missingCandidatesAreAnError() {
        assertThat(found()).containsExactly("cafe.no-candidates some []");
    }

    @Test
    void candidateTwiceInASubjectOrWithoutLessonsIsReported() {
        assertThat(found(EVA, candidate("eva", "Maths", "", 1))).isEmpty();
        assertThat(found(EVA, candidate("eva", " danish", "", 1)))
                .containsExactly("cafe.candidate-twice some/1 [eva,  danish]");
        assertThat(found(BO)).containsExactly("cafe.no-timetable some/0/studentId [bo]");
        assertThat(found(candidate("ghost", "Danish", "", 1))).isEmpty();
    }

    @Test
    void areaThatDiffersInSpellingFromOthersIsReported() {
        Candidate eva = candidate("eva", "Danish", "readng", 1);
        assertThat(found(eva, candidate("ghost", "Danish", "reading", 1)))
                .containsExactly(
                        "cafe.area-near some/0/area [readng, reading]", "cafe.area-near some/1/area [reading, readng]");
        assertThat(found(eva, candidate("ghost", "Maths", "reading", 1))).isEmpty();
        assertThat(found(eva, candidate("ghost", "Danish", "spelling", 1))).isEmpty();
    }

    @Test
    void wishesThatContradictAVetoAreReportedAsAChain() {
        assertThat(found(IDA, BO, EVA)).contains("cafe.wishes-and-veto some [[eva, bo, ida]]");
        assertThat(found(IDA, EVA)).noneMatch(one -> one.startsWith("cafe.wishes-and-veto"));
    }
}
