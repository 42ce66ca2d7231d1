package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import dk.grundskema.solver.testkit.SchoolBuilder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Groups of candidates in finished timetables: their data, their violations and the asks about them. */
class CandidateGroupsTest {
    record NoParameters() {}

    private static final Intervention<NoParameters> SG =
            new Intervention<>(new InterventionId("sg"), "cafe", "Café", new NoParameters());
    private static final GroupId RED = new GroupId("sg/danish/school/1");
    private static final StaffId ANN = new StaffId("ann");
    private static final StaffId TOM = new StaffId("tom");
    private static final StaffId EVE = new StaffId("eve");
    private static final MeetingTime MONDAY = time(DayOfWeek.MONDAY, "14:00", "14:30", 34, 35);
    private static final MeetingTime TUESDAY = time(DayOfWeek.TUESDAY, "14:00", "14:45", 34, 35);
    private static final Candidate IDA = new Candidate(new StudentId("ida"), "Danish", "Reading", 40, 9);
    private static final Candidate BO = new Candidate(new StudentId("bo"), "Danish", "reading ", 55, 5);
    private static final Candidate EVA = new Candidate(new StudentId("eva"), "Danish", "", 30, 2);
    private static final Candidate MATHS = new Candidate(new StudentId("ida"), "Maths", "", 99, 1);

    /** Ida has Danish with Ann, Bo with Tom; Eva's teacher is unknown. */
    private final Problem problem = school().teacher("ann")
            .teacher("tom")
            .room("r1", 30)
            .student("ida", "4a", Availability.always())
            .student("bo", "4b", Availability.always())
            .student("eva", null, Availability.always())
            .group("4a", Group.Kind.CLASS)
            .group("4b", Group.Kind.CLASS)
            .lesson("a", time(DayOfWeek.MONDAY, "08:00", "08:45", 33), "Danish", "4a", "ann")
            .lesson("b", time(DayOfWeek.MONDAY, "08:00", "08:45", 33), "Danish", "4b", "tom")
            .build();

    private final List<Meeting> meetings = new ArrayList<>();
    private final List<GroupMembers> members = new ArrayList<>();

    private CandidateGroupsTest red(String... students) {
        var some = Arrays.stream(students)
                .map(StudentId::new)
                .map(GroupMember::always)
                .toList();
        members.add(new GroupMembers(RED, some));
        return this;
    }

    private CandidateGroupsTest held(String kind, String part, MeetingTime time, @Nullable StaffId... tutors) {
        return held(kind, part, null, time, tutors);
    }

    private CandidateGroupsTest held(
            String kind, String part, @Nullable String origin, MeetingTime time, @Nullable StaffId... tutors) {
        var prefix = "sg/" + kind + "/danish/school/1/";
        var seats = new ArrayList<MeetingSeat>();
        for (int i = 0; i < tutors.length; i++) {
            seats.add(new MeetingSeat(i == 0 ? "tutor" : "teacher", tutors[i], true, false));
        }
        meetings.add(new Meeting(
                new SessionId(prefix + part),
                origin == null ? null : new SessionId(prefix + origin),
                Collections.emptySortedSet(),
                SG.id(),
                kind,
                "",
                "Group",
                "Danish",
                time.weeks(),
                time.weekday(),
                time.start(),
                time.end(),
                new RoomId("r1"),
                List.of(),
                List.of(RED),
                List.of(),
                List.of(),
                List.of(),
                seats,
                new Workload(true, 100, 0),
                MeetingLock.NONE));
        return this;
    }

    private FinishedIntervention finished() {
        return new FinishedIntervention(
                SG,
                problem,
                new Timetable(
                        1,
                        "0",
                        ZoneId.of("Europe/Copenhagen"),
                        1,
                        new Score(0, 0, 0),
                        List.of(),
                        members,
                        meetings,
                        List.of()));
    }

    private CandidateGroups groups() {
        return new CandidateGroups(
                finished(), LessonsByPerson.of(problem), List.of(IDA, BO, EVA, MATHS), "session", "tutor");
    }

    private FormedGroup group() {
        return groups().formed().getFirst();
    }

    @Test
    void membersAreThoseOfTheGroupsSubject() {
        red("ida", "bo");

        assertThat(groups().members(group())).containsExactly(IDA, BO);
        assertThat(groups().groupByCandidate()).containsOnlyKeys(IDA, BO);
        assertThat(groups().totalNeed(group())).isEqualTo(9 + 5);
        assertThat(groups().candidates()).hasSize(4);
    }

    @Test
    void areasAreListedOnceAndBlankOnesOmitted() {
        red("ida", "bo", "eva");

        assertThat(groups().areas(group())).containsExactly("Reading");
        assertThat(groups().levelSpread(group())).isEqualTo(55 - 30);
    }

    @Test
    void groupOfOneHasNoLevelSpread() {
        assertThat(red("ida").groups().levelSpread(group())).isZero();
    }

    @Test
    void splitSessionsCountOnceAndOnlyWithATutor() {
        red("ida")
                .held("session", "1", "1", time(DayOfWeek.MONDAY, "14:00", "14:30", 34), ANN)
                .held("session", "1-2", "1", time(DayOfWeek.MONDAY, "14:00", "14:30", 35), TOM)
                .held("session", "2", TUESDAY, ANN)
                .held("session", "3", time(DayOfWeek.FRIDAY, "14:00", "14:30", 36), (StaffId) null);

        assertThat(groups().taughtSessionCount(group())).isEqualTo(2);
        assertThat(weeklySessions(2, "2026-08-10")).isEqualTo(1);
        assertThat(groups().weeklyMinutes(group(), 2)).isEqualTo(30 + 45);
        assertThat(groups().weeklyMinutes(group(), 3)).isEqualTo((2 * 30 + 2 * 45) / 3);
        assertThat(groups().weekCount(group())).as("nobody is there in week 36").isEqualTo(2);
        assertThat(groups().taughtMeetings(group())).hasSize(3);
        assertThat(groups().teachers(group())).containsExactly(ANN, TOM);
    }

    private long weeklySessions(int weeks, String closed) {
        return groups().weeklySessionCount(
                        group(),
                        new RequiredFigure("minutes", 25, 40),
                        weeks,
                        date -> date.equals(LocalDate.parse(closed)));
    }

    @Test
    void sessionThatIsLeftOutInSomeWeeksIsNoWeeklySessionUnlessTheDayIsClosed() {
        red("ida")
                .held("session", "1", time(DayOfWeek.MONDAY, "14:00", "14:30", 34, 35, 36), ANN)
                .held("session", "2", time(DayOfWeek.TUESDAY, "14:00", "14:30", 34, 36), ANN);

        assertThat(weeklySessions(3, "2026-08-10")).isEqualTo(1);
        assertThat(weeklySessions(3, "2026-08-25")).isEqualTo(2);
        assertThat(weeklySessions(6, "2026-08-25")).isEqualTo(1);
        assertThat(weeklySessions(7, "2026-08-25")).isZero();
    }

    @Test
    void talkCountsWithAnOwnTeacherInAnyRole() {
        red("ida", "bo")
                .held("talk", "before", MONDAY, ANN)
                .held("talk", "during", MONDAY, EVE, TOM)
                .held("talk", "after", MONDAY, EVE);

        assertThat(groups().meetingsWithOwnTeacher(group(), "talk")).isEqualTo(meetings.subList(0, 2));
        assertThat(groups().hasOwnTeacher(IDA, group())).isFalse();
    }

    @Test
    void anyAdultCountsIfNoMemberHasAnOwnTeacher() {
        red("eva").held("talk", "before", MONDAY, EVE).held("talk", "after", MONDAY, (StaffId) null);

        assertThat(groups().meetingsWithOwnTeacher(group(), "talk")).isEqualTo(meetings.subList(0, 1));
    }

    private static Tutor tutor(StaffId who, @Nullable String from, @Nullable String until, String... subjects) {
        return new Tutor(
                who,
                List.of(subjects),
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                null);
    }

    private boolean isTrained(Tutor... tutors) {
        var some = List.of(tutors);
        boolean is = groups().isTrained(group(), some);
        assertThat(untrained(some)).hasSize(is ? 0 : 1);
        return is;
    }

    private List<RuleViolation> untrained(List<Tutor> tutors) {
        var faults = new PluginViolations("cafe");
        new StaffCheck(finished(), faults).untrained("untrained", "tutor", tutors);
        return faults.all();
    }

    @Test
    void tutorWithoutValidTrainingOnADateIsAFault() {
        red("ida").held("session", "1", MONDAY, ANN, EVE); // Mondays 17 and 24 August

        assertThat(isTrained(tutor(ANN, "2026-08-17", "2026-08-24"))).isTrue();
        assertThat(isTrained(tutor(ANN, "2026-08-18", null))).isFalse();
        assertThat(isTrained(tutor(ANN, null, "2026-08-23"))).isFalse();
        assertThat(isTrained(tutor(TOM, null, null))).isFalse();
        assertThat(isTrained(tutor(ANN, null, null, "Maths"))).isFalse();
        assertThat(isTrained(tutor(ANN, null, null, "Maths", " danish"))).isTrue();
        assertThat(untrained(List.of()))
                .containsExactly(new RuleViolation(
                        "cafe.untrained", Level.HARD, 1, List.of(new SessionId("sg/session/danish/school/1/1"), ANN)));
    }

    private Map<Object, Long> beyond(long most, long each, boolean isShared) {
        var faults = new PluginViolations("cafe");
        new StaffCheck(finished(), faults)
                .atMost("most", "session", each, who -> isShared ? "all" : who.value(), key -> most);
        var beyond = new TreeMap<Object, Long>();
        faults.all().forEach(one -> beyond.put(one.arguments().getFirst(), one.amount()));
        return beyond;
    }

    @Test
    void weeklySessionsAreAddedUpForEachTutorOrForAll() {
        red("ida")
                .held("session", "1", "1", MONDAY, ANN)
                .held("session", "1-2", "1", time(DayOfWeek.MONDAY, "14:00", "14:30", 36), ANN)
                .held("session", "2", TUESDAY, ANN)
                .held("session", "3", TUESDAY, TOM)
                .held("talk", "before", TUESDAY, TOM);

        assertThat(beyond(1, 1, false)).containsOnly(Map.entry("ann", 1L));
        assertThat(beyond(2, 1, false)).isEmpty();
        assertThat(beyond(100, 40, true)).containsOnly(Map.entry("all", 20L));
        assertThat(beyond(120, 40, true)).isEmpty();
    }

    private List<Long> faults(Consumer<CandidateCheck> check) {
        var faults = new PluginViolations("cafe");
        check.accept(new CandidateCheck(groups(), faults));
        return faults.all().stream().map(RuleViolation::amount).toList();
    }

    @Test
    void missingSessionsCostAShareOfTheNeed() {
        red("ida", "bo").held("session", "1", MONDAY, ANN).held("session", "2", TUESDAY, (StaffId) null);

        assertThat(faults(one -> one.missingSessions("missing", 1))).isEmpty();
        assertThat(faults(one -> one.missingSessions("missing", 2))).containsExactly(14L * 81);
        assertThat(faults(one -> one.missingSessions("missing", 4))).containsExactly(14L * 91);
        meetings.clear();
        assertThat(faults(one -> one.missingSessions("missing", 4))).containsExactly(14L * 101);
    }

    @Test
    void missingTalksAndGroupsAboveTheLimitAreFaults() {
        red("ida").held("talk", "before", MONDAY, ANN);

        assertThat(faults(one -> one.ownTeacherIn("talks", "talk", 3))).containsExactly(2L);
        assertThat(faults(one -> one.ownTeacherIn("talks", "talk", 1))).isEmpty();
        assertThat(faults(one -> one.atMostGroups("most", 0))).containsExactly(1L);
        assertThat(faults(one -> one.atMostGroups("most", 1))).isEmpty();
        assertThat(faults(one -> one.atMostGroups("most", null))).isEmpty();
    }

    private Ask ask(BiConsumer<CandidateFidelity, FidelityReportBuilder> about) {
        var asks = new FidelityReportBuilder("cafe");
        about.accept(new CandidateFidelity(asks, groups()), asks);
        return asks.build(SG).asks().getFirst();
    }

    @Test
    void candidateWithoutAGroupIsReportedWithTheReason() {
        red("ida");
        var free = new FreeTime(problem);
        var lesson = time(DayOfWeek.MONDAY, "08:00", "08:30", 33);

        Ask two = ask((each, asks) -> each.everyCandidateHasGroup(
                "served", FidelityReportBuilder.productDefault(), List.of(MONDAY, lesson), 2, 1, free, problem));

        assertThat(two.asked()).isEqualTo(4);
        assertThat(two.places())
                .extracting(one ->
                        one.where() + " " + one.why().code() + " " + one.why().arguments())
                .containsExactly(
                        "[bo, Danish] cafe.why.no-time [1, 5]",
                        "[eva, Danish] cafe.why.no-place [2, 2]",
                        "[ida, Maths] cafe.why.no-time [1, 1]");
    }

    @Test
    void groupWithRoomIsNotFullForAStudentWhoIsToBeKeptApartOrCannotCome() {
        red("ida").held("session", "1", MONDAY, ANN);
        Problem apart = SchoolBuilder.like(problem)
                .changeStudent("eva", eva -> eva.neverWith("ida"))
                .build();
        Problem apartFromIda = SchoolBuilder.like(problem)
                .changeStudent("ida", ida -> ida.neverWith("eva"))
                .build();
        Problem busy = SchoolBuilder.like(problem)
                .changeStudent(
                        "eva",
                        eva -> eva.except(new Period(
                                MONDAY.firstDate(),
                                MONDAY.firstDate(),
                                Collections.emptySortedSet(),
                                MONDAY.start(),
                                MONDAY.end())))
                .build();

        assertThat(reasonForEva(problem, TUESDAY)).isEqualTo("cafe.why.place-left");
        assertThat(reasonForEva(apart, TUESDAY)).isEqualTo("cafe.why.kept-apart");
        assertThat(reasonForEva(apartFromIda, TUESDAY)).isEqualTo("cafe.why.kept-apart");
        assertThat(reasonForEva(busy, TUESDAY)).isEqualTo("cafe.why.group-times");
    }

    @Test
    void groupWithRoomThatNeverMeetsIsNotSaidToMeet() {
        red("ida");

        assertThat(reasonForEva(problem, TUESDAY)).isEqualTo("cafe.why.no-meetings");
    }

    private String reasonForEva(Problem one, MeetingTime time) {
        return ask((each, asks) -> each.everyCandidateHasGroup(
                        "served", FidelityReportBuilder.productDefault(), List.of(time), 1, 4, new FreeTime(one), one))
                .places()
                .stream()
                .filter(place -> place.where().contains(EVA.studentId()))
                .findFirst()
                .orElseThrow()
                .why()
                .code();
    }

    @Test
    void ownTeachersAndTheOwnSchoolAreAsked() {
        red("ida", "bo").held("session", "1", MONDAY, ANN);

        Ask teacher = ask((each, asks) -> each.ownTeacher("own-teacher", FidelityReportBuilder.productDefault()));
        assertThat(teacher.asked()).isEqualTo(2);
        assertThat(teacher.places()).extracting(one -> one.where().getFirst()).containsExactly(BO.studentId());
        Ask school = ask((each, asks) -> each.ownSchool("own-school", FidelityReportBuilder.productDefault(), problem));
        assertThat(school.asked()).isEqualTo(2);
        assertThat(school.status()).isEqualTo(Ask.Status.MET);
    }

    private static Gathering training(LocalDate date) {
        return new Gathering(
                Gathering.Kind.TRAINING, null, date, LocalTime.of(9, 0), LocalTime.of(12, 0), List.of(), null);
    }

    private Ask training(List<Gathering> planned, StaffId... before) {
        var asks = new FidelityReportBuilder("cafe");
        new GatheringFidelity(asks, FidelityReportBuilder.productDefault(), finished(), planned)
                .hours(Gathering.Kind.TRAINING, 5, List.of(ANN, TOM), List.of(before)::contains);
        return asks.build(SG).asks().getFirst();
    }

    @Test
    void trainingDoneBeforehandOrPlannedMeetsTheAsk() {
        held("training", "1", time(DayOfWeek.MONDAY, "09:00", "12:00", 33), ANN);
        var planned = List.of(training(LocalDate.parse("2026-08-10")));

        assertThat(training(planned).asked()).isEqualTo(10);
        assertThat(training(planned).shortBy()).isEqualTo(2 + 5);
        assertThat(training(planned, TOM).shortBy()).isEqualTo(2);
        assertThat(training(planned, ANN, TOM).status()).isEqualTo(Ask.Status.MET);
        assertThat(training(List.of(), ANN, TOM).status()).isEqualTo(Ask.Status.MET);
        assertThat(training(List.of(), ANN).status()).isEqualTo(Ask.Status.NOT_PLANNED);
    }
}
