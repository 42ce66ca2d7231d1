package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.TEAM_1;
import static dk.grundskema.plugins.camp.CampBuilder.TEAM_2;
import static dk.grundskema.plugins.camp.CampBuilder.TUESDAY;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.contact;
import static dk.grundskema.plugins.camp.CampBuilder.conversations;
import static dk.grundskema.plugins.camp.CampBuilder.member;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppointmentRulesTest {
    private static final String FIRST = "camp/conversation/s1/1";
    private static final String SECOND = "camp/conversation/s1/2";
    private static final String CONTACT = "camp/conversation/s1#0";
    private static final String COVER = "camp/cover/vera/maths/2026-W37";

    /** Monday and Tuesday with a module and a quiet hour; one student has two conversations. */
    private static CampBuilder oneStudent(dk.grundskema.plugins.camp.Contact... contacts) {
        return smallCamp()
                .subjects()
                .namedStudents("s1")
                .room("nook", "house", "quiet")
                .blocks(
                        module("module-1", "09:00", "10:30"),
                        block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30"))
                .conversations(conversations(2, 20, "quiet-hour", contacts));
    }

    private static MeetingTime at(LocalDate date, String start, String end) {
        return MeetingTime.on(date, LocalTime.parse(start), LocalTime.parse(end));
    }

    private static RuleBench withConversation(RuleBench bench) {
        return bench.time(FIRST, at(MONDAY, "16:30", "16:50"))
                .time(SECOND, at(TUESDAY, "17:10", "17:30"))
                .seat(CONTACT, "ann");
    }

    /** Returns the penalty for the only student; asserts that the plugin's check finds the same. */
    private static long missingConversations(RuleBench bench) {
        var expected = bench.matches("camp.conversations").stream()
                .map(match -> match.toViolation())
                .toList();
        assertThat(bench.pluginViolations(bench.timetable()).stream()
                        .filter(fault -> fault.rule().equals("camp.conversations")))
                .containsExactlyElementsOf(expected);
        return bench.penalty("camp.conversations");
    }

    @Test
    void conversationsHeldAsAskedCostNothingAndEachMissingOneCostsOne() {
        assertThat(missingConversations(bench(oneStudent()))).isEqualTo(2);
        assertThat(missingConversations(withConversation(bench(oneStudent())))).isZero();
        assertThat(missingConversations(withConversation(bench(oneStudent())).time(SECOND, null)))
                .isEqualTo(1);
        assertThat(bench(oneStudent()).places("camp.conversations")).containsExactly(List.of(new StudentId("s1")));
    }

    @Test
    void conversationMayStartAtAnyMinuteOfItsBlockButNotOutsideIt() {
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(MONDAY, "16:33", "16:53"))))
                .isZero();
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(MONDAY, "17:10", "17:30"))))
                .isZero();
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(MONDAY, "17:11", "17:31"))))
                .isEqualTo(1);
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(MONDAY, "16:29", "16:49"))))
                .isEqualTo(1);
    }

    @Test
    void conversationOfAnotherLengthOrOnAnothersDayIsNotAsAsked() {
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(MONDAY, "16:30", "16:49"))))
                .isEqualTo(1);
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(MONDAY, "16:30", "16:51"))))
                .isEqualTo(1);
        assertThat(missingConversations(
                        withConversation(bench(oneStudent())).time(FIRST, at(TUESDAY, "16:30", "16:50"))))
                .isEqualTo(1);
    }

    @Test
    void oneWeekCountsForOneConversationIfThereAreEnoughWeeks() {
        var camp = oneStudent().horizonWeeks(3).weeks(3);

        assertThat(missingConversations(bench(camp)
                        .time(FIRST, at(TUESDAY, "16:30", "16:50"))
                        .time(SECOND, at(TUESDAY.plusWeeks(2), "16:30", "16:50"))))
                .isZero();
        assertThat(missingConversations(bench(camp)
                        .time(FIRST, at(TUESDAY, "16:30", "16:50"))
                        .time(SECOND, at(MONDAY.plusWeeks(1), "16:30", "16:50"))))
                .isZero();
        assertThat(missingConversations(bench(camp)
                        .time(FIRST, at(MONDAY.plusWeeks(1), "16:30", "16:50"))
                        .time(SECOND, at(TUESDAY.plusWeeks(1), "16:30", "16:50"))))
                .isEqualTo(1);
    }

    @Test
    void givenContactPersonHoldsAllConversations() {
        var given = oneStudent(contact("s1", "bob"));

        assertThat(missingConversations(withConversation(bench(given)).seat(CONTACT, "bob")))
                .isZero();
        assertThat(missingConversations(withConversation(bench(given)).seat(CONTACT, null)))
                .isZero();
        assertThat(missingConversations(withConversation(bench(given)).seat(CONTACT, "ann")))
                .isEqualTo(2);
    }

    @Test
    void checkRequiresOneContactPersonAndOnlyTheStudent() {
        var plan = withConversation(bench(oneStudent())).timetable();
        var another = MeetingEdits.change(
                plan,
                SECOND,
                meeting -> MeetingEdits.with(meeting, meeting.kind(), meeting.groupIds(), meeting.studentIds(), "cid"));
        var together = MeetingEdits.change(
                plan,
                SECOND,
                meeting -> MeetingEdits.with(meeting, meeting.kind(), List.of(TEAM_1), meeting.studentIds(), "ann"));
        var withTwo = MeetingEdits.change(
                plan,
                SECOND,
                meeting -> MeetingEdits.with(
                        meeting,
                        meeting.kind(),
                        meeting.groupIds(),
                        List.of(new StudentId("s1"), new StudentId("s2")),
                        "ann"));
        var otherKind = MeetingEdits.change(
                plan,
                SECOND,
                meeting -> MeetingEdits.with(meeting, "meal", meeting.groupIds(), meeting.studentIds(), "ann"));

        for (var timetable : List.of(another, together, withTwo, otherKind)) {
            assertThat(bench(oneStudent()).pluginViolations(timetable))
                    .containsExactly(
                            new RuleViolation("camp.conversations", Level.MEDIUM, 1, List.of(new StudentId("s1"))));
        }
        assertThat(bench(oneStudent()).pluginViolations(plan)).isEmpty();
    }

    private static CampBuilder withVisit() {
        return oneStudent()
                .conversations(null)
                .person("vera")
                .person("sub")
                .person("kit")
                .lessonOf("maths", MONDAY, "10:00", "11:00", "vera")
                .visit(visit("north", "vera", "module-1", 1, "sub", "kit"));
    }

    private static RuleBench withVisitOn(LocalDate date) {
        return bench(withVisit())
                .time("camp/visit/north/1", at(date, "09:00", "10:30"))
                .seat("camp/visit/north/1#0", "vera");
    }

    @Test
    void visitIsMadeInOneOfItsBlocksByItsVisitor() {
        assertThat(withVisitOn(TUESDAY).penalty("camp.visits")).isZero();
        assertThat(bench(withVisit()).places("camp.visits")).containsExactly(List.of("north"));
        assertThat(withVisitOn(TUESDAY)
                        .time("camp/visit/north/1", at(TUESDAY, "09:00", "10:15"))
                        .penalty("camp.visits"))
                .isEqualTo(1);
        assertThat(withVisitOn(TUESDAY)
                        .time("camp/visit/north/1", at(TUESDAY, "16:30", "17:30"))
                        .penalty("camp.visits"))
                .isEqualTo(1);
        assertThat(withVisitOn(TUESDAY).seat("camp/visit/north/1#0", "ann").penalty("camp.visits"))
                .isEqualTo(1);
        var wrong = withVisitOn(TUESDAY).seat("camp/visit/north/1#0", "ann");
        assertThat(wrong.pluginViolations(wrong.timetable()))
                .containsExactly(new RuleViolation("camp.visits", Level.MEDIUM, 1, List.of("north")));
    }

    @Test
    void visitDuringALessonIsAClashUnlessTheLessonIsCovered() {
        assertThat(withVisitOn(TUESDAY).penalty("core.person-in-two-places")).isZero();
        assertThat(withVisitOn(MONDAY).penalty("core.person-in-two-places")).isEqualTo(30);
        var covered = withVisitOn(MONDAY).seat(COVER + "#0", "sub");
        assertThat(covered.penalty("core.person-in-two-places")).isZero();
        assertThat(covered.penalty("camp.cover")).isEqualTo(1);
        assertThat(covered.check())
                .extracting(RuleViolation::rule)
                .doesNotContain("core.person-in-two-places", "camp.base-timetable", "camp.visits");
        assertThat(withVisitOn(MONDAY).check()).extracting(RuleViolation::rule).contains("core.person-in-two-places");
    }

    @Test
    void checkCountsConversationsAndVisitsForTheirStaff() {
        var generous = MeetingEdits.change(
                withConversation(bench(oneStudent())).timetable(),
                SECOND,
                one -> MeetingEdits.withWorkload(
                        one, new Workload(true, 100, one.workload().preparationMinutes() + 1)));
        var unpaid = MeetingEdits.change(
                withVisitOn(TUESDAY).timetable(),
                "camp/visit/north/1",
                one -> MeetingEdits.withWorkload(one, new Workload(true, 99, 0)));

        assertThat(bench(oneStudent()).pluginViolations(generous))
                .containsExactly(
                        new RuleViolation("camp.conversations", Level.MEDIUM, 1, List.of(new StudentId("s1"))));
        assertThat(bench(withVisit()).pluginViolations(unpaid))
                .containsExactly(new RuleViolation("camp.visits", Level.MEDIUM, 1, List.of("north")));
    }

    @Test
    void checkRequiresAllVisitedStudents() {
        var camp = withVisit().teams(2);
        var plan = bench(camp)
                .time("camp/visit/north/1", at(TUESDAY, "09:00", "10:30"))
                .seat("camp/visit/north/1#0", "vera")
                .timetable();
        var halved = MeetingEdits.change(
                plan,
                "camp/visit/north/1",
                one -> MeetingEdits.with(one, one.kind(), List.of(TEAM_1), one.studentIds(), "vera"));

        assertThat(bench(camp).pluginViolations(plan)).isEmpty();
        assertThat(bench(camp).pluginViolations(halved))
                .containsExactly(new RuleViolation("camp.visits", Level.MEDIUM, 1, List.of("north")));
    }

    @Test
    void checkRefusesACoverThatDiffersFromTheLesson() {
        var plan = withVisitOn(MONDAY).seat(COVER + "#0", "sub").timetable();
        var late = MeetingEdits.change(
                plan, COVER, one -> MeetingEdits.with(one, LocalTime.of(10, 5), one.studentIds(), one.workload()));
        var unpaid =
                MeetingEdits.change(plan, COVER, one -> MeetingEdits.withWorkload(one, new Workload(false, 100, 0)));
        var otherKind = MeetingEdits.change(
                plan, COVER, one -> MeetingEdits.with(one, "module", one.groupIds(), one.studentIds(), "sub"));
        var own = MeetingEdits.change(
                plan, COVER, one -> MeetingEdits.with(one, one.kind(), one.groupIds(), one.studentIds(), "vera"));

        var checker = new TimetableChecker(PluginRegistry.of(List.of(new CampPlugin()))::find);
        Problem problem = withVisit().problem();
        List<RuleViolation> before = checker.check(problem, plan);
        for (var timetable : List.of(late, unpaid, otherKind, own)) {
            assertThat(checker.check(problem, timetable))
                    .filteredOn(fault -> !before.contains(fault))
                    .anySatisfy(fault -> assertThat(fault.arguments()).contains(new SessionId(COVER)));
        }
    }

    @Test
    void adultWhoCoversALessonIsOnDutyThen() {
        var busy = bench(withVisit().lessonOf("own", MONDAY, "10:50", "11:30", "sub"))
                .seat(COVER + "#0", "sub");

        assertThat(busy.matches("core.person-in-two-places"))
                .extracting(match -> match.arguments().getFirst(), match -> match.amount())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(new StaffId("sub"), 10L));
    }

    @Test
    void lessonThatNeedsNoCoverIsNoMeeting() {
        assertThat(withVisitOn(MONDAY).timetable().meetings())
                .extracting(Meeting::sessionId)
                .doesNotContain(new SessionId(COVER));
        var taken = withVisitOn(MONDAY).seat(COVER + "#0", "kit").timetable().meetings().stream()
                .filter(meeting -> meeting.sessionId().equals(new SessionId(COVER)))
                .toList();
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst().title()).isEqualTo("Cover: maths");
        assertThat(taken.getFirst().start()).isEqualTo(LocalTime.of(10, 0));
    }

    @Test
    void onlyLessonsThatAVisitCanOverlapCanBeCovered() {
        var camp = withVisit()
                .lessonOf("before", MONDAY, "08:00", "09:00", "vera")
                .lessonOf("early", MONDAY, "08:00", "09:01", "vera")
                .lessonOf("after", TUESDAY, "10:30", "11:15", "vera")
                .lessonOf("other", MONDAY, "09:00", "10:00", "kit");

        assertThat(new CampPlugin().expand(camp.camp(), camp.problem()).sessions())
                .filteredOn(session -> session.kind().equals("cover"))
                .extracting(session -> session.id().value())
                .containsExactly(COVER, "camp/cover/vera/early/2026-W37");
    }

    @Test
    void guestsHaveNoShareOfTheCampsHours() {
        assertThat(withVisitOn(TUESDAY).places("core.fair-hours"))
                .doesNotContain(List.of(new StaffId("vera")), List.of(new StaffId("sub")));
    }

    private static CampBuilder twoTeams() {
        return smallCamp()
                .subjects()
                .teams(2)
                .namedStudents("s1", "s2")
                .room("nook", "house", "quiet")
                .blocks(
                        module("module-1", "09:00", "10:30"),
                        block("quiet-hour", Block.Kind.QUIET_HOUR, "16:30", "17:30"))
                .conversations(conversations(1, 20, "quiet-hour"));
    }

    @Test
    void contactPersonShouldHaveAModuleAWeekWithTheStudentsTeam() {
        var bench = bench(twoTeams()).join("s1", "camp-team-1").seat(CONTACT, "ann");

        assertThat(bench.penalty("camp.contact-from-team")).isEqualTo(1);
        assertThat(bench.places("camp.contact-from-team")).containsExactly(List.of(TEAM_1, new StaffId("ann")));
        assertThat(bench.seat("camp/camp-team-1/2026-09-07/module-1#0", "ann").penalty("camp.contact-from-team"))
                .isZero();
        assertThat(bench.join("s1", "camp-team-2").places("camp.contact-from-team"))
                .containsExactly(List.of(TEAM_2, new StaffId("ann")));
        assertThat(bench.join("s1", null).penalty("camp.contact-from-team")).isZero();
        assertThat(bench.join("s1", "camp-team-2").seat(CONTACT, null).penalty("camp.contact-from-team"))
                .isZero();
    }

    @Test
    void eachStudentOfAContactPersonOutsideTheTeamCostsOne() {
        var bench = bench(twoTeams())
                .join("s1", "camp-team-1")
                .join("s2", "camp-team-1")
                .seat(CONTACT, "ann")
                .seat("camp/conversation/s2#0", "ann");

        assertThat(bench.penalty("camp.contact-from-team")).isEqualTo(2);
    }

    @Test
    void contactPersonOfAGivenTeamIsComparedWithThatTeam() {
        var bench = bench(twoTeams()
                        .group("red", member("s1"), member("s2"))
                        .givenTeams("red")
                        .namedStudents())
                .seat(CONTACT, "ann");

        assertThat(bench.penalty("camp.contact-from-team")).isEqualTo(1);
        assertThat(bench.seat("camp/red/2026-09-08/module-1#1", "ann").penalty("camp.contact-from-team"))
                .isZero();
    }

    @Test
    void contactPersonsHaveStudentsEvenly() {
        var bench = bench(oneConversationEach());

        assertThat(bench.penalty("camp.contacts-even"))
                .as("nobody has one of six")
                .isEqualTo(4);
        String[] people = {"ann", "ann", "bob", "bob", "cid", "dan"};
        for (int i = 0; i < people.length; i++) {
            bench.time("camp/conversation/s" + (i + 1) + "/1", at(MONDAY, "16:30", "16:50"))
                    .seat("camp/conversation/s" + (i + 1) + "#0", people[i]);
        }
        assertThat(bench.penalty("camp.contacts-even")).isZero();
        bench.seat("camp/conversation/s5#0", "ann");
        assertThat(bench.penalty("camp.contacts-even")).as("three and none").isEqualTo(2);
        bench.seat("camp/conversation/s6#0", "ann");
        assertThat(bench.penalty("camp.contacts-even"))
                .as("four, none and none")
                .isEqualTo(6);
    }

    private static CampBuilder oneConversationEach() {
        return twoTeams().namedStudents().conversations(conversations(1, 20, "quiet-hour"));
    }
}
