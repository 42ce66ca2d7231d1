package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.peers;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.set;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.setWith;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.smallSchool;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.tutoring;
import static dk.grundskema.plugins.peerlearning.PeerSchoolBuilder.withLimits;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.plugins.peerlearning.PeerSet.Form;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.engine.SolveLimits;
import dk.grundskema.solver.engine.SolveRequest;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demand of sets, and the solved plans. */
class PeerPlanTest {
    private static final PluginRegistry PLUGINS = PluginRegistry.of(List.of(new PeerLearningPlugin()));

    private static Demand demand(PeerSchoolBuilder school) {
        return new PeerLearningPlugin().expand(school.intervention(), school.problem());
    }

    /** Calendars and lists take the word from the key {@code form.<form of the session>}. */
    @ParameterizedTest
    @CsvSource({"DA, jævnbyrdige, tutor og elev", "EN, equals, tutor and student"})
    void formOfAMeetingHasAWordInBothLanguages(Language language, String equals, String tutoring) {
        assertThat(forms(smallSchool().set(peers("4a", "DAN")), language)).containsExactly(equals);
        assertThat(forms(smallSchool().set(tutoring("4a", "6b")), language)).containsExactly(tutoring);
    }

    private static List<String> forms(PeerSchoolBuilder school, Language language) {
        PluginTexts texts = PluginTexts.ofPlugin(PeerLearningPlugin.class, language);
        return demand(school).sessions().stream()
                .map(session -> texts.text("form." + session.form()))
                .distinct()
                .toList();
    }

    private static Grouping pairs(PeerSchoolBuilder school) {
        return demand(school).groupings().getFirst();
    }

    private static List<List<String>> groupMembers(Grouping grouping) {
        return grouping.groups().stream().map(PeerPlanTest::members).toList();
    }

    private static List<String> members(Group group) {
        return group.members().stream().map(one -> one.studentId().value()).toList();
    }

    private static Timetable solved(Problem problem) throws InterruptedException {
        var request = new SolveRequest(problem, "0", SolveLimits.ofSteps(300), 1, 1, null);
        return new Planner(PLUGINS).start(request, progress -> {}).await();
    }

    private static Set<Set<String>> formedPairs(Timetable plan) {
        return plan.groups().stream()
                .filter(group -> group.id().value().startsWith("peers/pair/"))
                .map(PeerPlanTest::names)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(GroupMembers group) {
        return group.members().stream()
                .map(GroupMember::studentId)
                .map(StudentId::value)
                .collect(Collectors.toSet());
    }

    private static FidelityReport report(PeerSchoolBuilder school, Timetable plan) {
        return new PeerLearningPlugin().assess(school.intervention(), school.problem(), plan);
    }

    private static Ask ask(FidelityReport report, String name) {
        return report.asks().stream()
                .filter(one -> one.code().equals("peer-learning.ask." + name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void insideLessonsASetMeetsInLessonsOfItsSubjectsWithoutARoomOrAnAdultOfItsOwn() {
        Demand demand = demand(smallSchool().set(peers("4a", "DAN")));
        assertThat(demand.sessions())
                .extracting(one -> one.id().value())
                .containsExactly("peers/peer-learning/4a/1", "peers/peer-learning/4a/2");
        Session lesson = demand.sessions().getFirst();
        assertThat(lesson.times())
                .hasSize(5)
                .allSatisfy(time -> assertThat(time.start()).hasHour(8).hasMinute(0))
                .allSatisfy(time -> assertThat(time.weeks()).hasSize(16));
        assertThat(lesson.inside()).hasSize(5).allMatch(host -> host.value().startsWith("4a/DAN/"));
        assertThat(lesson.rooms()).isEmpty();
        assertThat(demand.seats()).isEmpty();
    }

    @Test
    void classroomTooSmallForBothClassesHostsNoMeeting() {
        var together = smallSchool().set(tutoring("4a", "6b")).lessonsIn("room-4a");
        assertThat(demand(together.room("room-4a", 8)).sessions()).isNotEmpty();
        assertThat(demand(together.room("room-4a", 7)).sessions()).isEmpty();
    }

    @Test
    void outsideLessonsASetNeedsARoomThatHoldsItAndAnAdult() {
        var outside = set("4a", List.of("4a"), List.of(), Form.EQUALS, MeetingPlacement.OUTSIDE);
        Demand demand = demand(smallSchool()
                .room("nook", 3)
                .room("hall", 4)
                .usable("10:00", "11:00")
                .supervisor("bob")
                .set(outside));
        assertThat(demand.sessions().getFirst().rooms())
                .contains(new RoomId("hall"))
                .doesNotContain(new RoomId("nook"));
        assertThat(demand.seats())
                .hasSize(2)
                .allMatch(Seat::required)
                .allSatisfy(seat -> assertThat(seat.candidates())
                        .extracting(Object::toString)
                        .containsExactly("bob"));
    }

    @Test
    void evenNumberFormsPairsAndOddNumberHasOneGroupOfThree() {
        Grouping even = pairs(smallSchool().set(peers("4a")));
        assertThat(even.groups()).hasSize(2);
        assertThat(even.largest()).isEqualTo(2);
        Grouping odd = pairs(smallSchool().set(setWith(peers("4a"), List.of("b1"), List.of(), List.of())));
        assertThat(odd.groups()).hasSize(2);
        assertThat(odd.largest()).isEqualTo(3);
        Grouping without = pairs(smallSchool().set(setWith(peers("4a"), List.of(), List.of(), List.of("a2"))));
        assertThat(without.students()).extracting(StudentId::value).containsExactly("a1", "a3", "a4");
    }

    @Test
    void smallerSideOfTutorsAndTutoredIsGivenOneInEachPair() {
        var fewerTutors = setWith(tutoring("4a", "6b"), List.of(), List.of(), List.of("b4"));
        assertThat(groupMembers(pairs(smallSchool().set(fewerTutors))))
                .containsExactly(List.of("b1"), List.of("b2"), List.of("b3"));
        var fewerTutored = setWith(tutoring("4a", "6b"), List.of(), List.of(), List.of("a2"));
        assertThat(groupMembers(pairs(smallSchool().set(fewerTutored))))
                .containsExactly(List.of("a1"), List.of("a3"), List.of("a4"));
    }

    @Test
    void withoutNamedTutorsTheStrongerHalfTutors() {
        var half = set("4a", List.of("4a"), List.of(), Form.TUTORING, MeetingPlacement.INSIDE);
        Grouping pairs = pairs(smallSchool()
                .set(half)
                .level("a1", 5)
                .level("a2", 9)
                .level("a3", 7)
                .level("a4", 6));
        assertThat(groupMembers(pairs)).containsExactly(List.of("a2"), List.of("a3"));
        assertThat(pairs.students()).extracting(StudentId::value).containsExactly("a1", "a4");
    }

    @Test
    void keptPairIsGivenAndIsJoinedOnlyIfAllAreKept() {
        Grouping some = pairs(smallSchool().set(peers("4a")).pair("ann", "a4", "a1"));
        assertThat(groupMembers(some)).containsExactly(List.of("a4", "a1"), List.of());
        assertThat(some.choices().get(new StudentId("a2")))
                .extracting(Object::toString)
                .containsExactly("peers/pair/4a/2");
        var three = setWith(peers("4a"), List.of(), List.of(), List.of("a4"));
        Grouping all = pairs(smallSchool().set(three).pair("ann", "a1", "a2"));
        assertThat(all.choices().get(new StudentId("a3")))
                .extracting(Object::toString)
                .containsExactly("peers/pair/4a/1");
    }

    @Test
    void planPairsSimilarLevelsOnTwoDaysAndReportsThemAsProposals() throws InterruptedException {
        var school = smallSchool()
                .set(withLimits(peers("4a", "DAN"), 20, null))
                .level("a1", 10)
                .level("a2", 80)
                .level("a3", 85)
                .level("a4", 15);
        Timetable plan = solved(school.problem());
        assertThat(new TimetableChecker(PLUGINS::find).check(school.problem(), plan))
                .isEmpty();
        assertThat(formedPairs(plan)).containsExactlyInAnyOrder(Set.of("a1", "a4"), Set.of("a2", "a3"));
        assertThat(plan.meetings())
                .extracting(Meeting::weekday)
                .doesNotHaveDuplicates()
                .hasSize(2);
        FidelityReport report = report(school, plan);
        assertThat(report.asks())
                .filteredOn(one -> one.status() == Status.SHORT)
                .extracting(Ask::code)
                .containsExactly("peer-learning.ask.confirmed");
        assertThat(ask(report, "confirmed").shortBy()).isEqualTo(2);
        assertThat(ask(report, "lessons").given()).isEqualTo(32);
        assertThat(ask(report, "weeks").given()).isEqualTo(16);
        assertThat(report.breakdowns().getLast().lines()).hasSize(2).allSatisfy(line -> {
            var students = line.cells().get(0).arguments();
            assertThat(line.cells().get(1).arguments().toString())
                    .as("levels stand in the order of the students")
                    .isEqualTo(
                            switch (students.toString()) {
                                case "[[a1, a4]]" -> "[[10, 15]]";
                                case "[[a4, a1]]" -> "[[15, 10]]";
                                case "[[a2, a3]]" -> "[[80, 85]]";
                                case "[[a3, a2]]" -> "[[85, 80]]";
                                default -> "?";
                            });
        });
    }

    @Test
    void wishesAreMetVetoesKeptAndConfirmedPairsStay() throws InterruptedException {
        var school = smallSchool()
                .set(setWith(peers("4a"), List.of("b1", "b2"), List.of(), List.of()))
                .company("a1", List.of("a3"), List.of())
                .company("a2", List.of(), List.of("a4"))
                .pair("ann", "b1", "b2");
        school.lessonsIn("room-4a");
        Timetable plan = solved(school.problem());
        // a1 wishes for a3, which leaves a2 with a4, and they must not be together
        assertThat(formedPairs(plan)).contains(Set.of("b1", "b2")).doesNotContain(Set.of("a2", "a4"));
        assertThat(ask(report(school, plan), "confirmed").given()).isEqualTo(1);
    }

    @Test
    void planOutsideLessonsHasAnAdultAndARoomAndReportsOneMissingTime() throws InterruptedException {
        Problem problem = PeerContractTest.outsideProblem();
        Timetable plan = solved(problem);
        assertThat(new TimetableChecker(PLUGINS::find).check(problem, plan)).isEmpty();
        assertThat(plan.meetings()).hasSize(2).allSatisfy(meeting -> {
            assertThat(meeting.roomId()).isNotNull();
            assertThat(meeting.seats()).singleElement().matches(seat -> seat.staffId() != null);
        });
        assertThat(formedPairs(plan)).extracting(Set::size).containsExactlyInAnyOrder(2, 3);
        var report =
                new PeerLearningPlugin().assess(PeerContractTest.outsideSchool().intervention(), problem, plan);
        assertThat(ask(report, "adult").status()).isEqualTo(Status.MET);
        assertThat(ask(report, "quiet").given()).isEqualTo(2);
        assertThat(report.breakdowns().getFirst().lines())
                .as("no class is named")
                .extracting(one -> one.about().value())
                .containsExactly("mixed");
    }

    @Test
    void shortfallAgainstTheGuideIsReportedWithTheReason() throws InterruptedException {
        var school = smallSchool().set(peers("4a")).numbers(12, 1, 30, 10);
        FidelityReport report = report(school, solved(school.problem()));
        assertThat(ask(report, "lessons").shortBy()).isEqualTo(20);
        assertThat(ask(report, "weeks").shortBy()).isEqualTo(4);
        assertThat(ask(report, "lessons").places().getFirst().why().code()).isEqualTo("peer-learning.why.asked-less");
        assertThat(ask(report, "swap").status()).isEqualTo(Status.SHORT);
        assertThat(ask(report, "adult").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void weekLostToAClosedDayIsReported() throws InterruptedException {
        var school = smallSchool().set(peers("4a", "ENG"));
        for (String day : List.of("1", "2")) {
            school.subject("4a/DAN/" + day + "/08:00", "ENG");
        }
        school.closed("2026-08-17");
        FidelityReport report = report(school, solved(school.problem()));
        assertThat(ask(report, "lessons").shortBy()).isEqualTo(1);
        assertThat(ask(report, "lessons").places().getFirst().why().code()).isEqualTo("peer-learning.why.closed");
        assertThat(ask(report, "weeks").status()).isEqualTo(Status.MET);
    }
}
