package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.MONDAY;
import static dk.grundskema.plugins.camp.CampBuilder.TEAM_1;
import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.lunch;
import static dk.grundskema.plugins.camp.CampBuilder.member;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.night;
import static dk.grundskema.plugins.camp.CampBuilder.onDates;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static dk.grundskema.plugins.camp.CampRequirements.REQUIREMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.explain.RuleMatch;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampCheckTest {
    private static final String MONDAY_1 = "camp/camp-team-1/2026-09-07/module-1";
    private static final String MONDAY_2 = "camp/camp-team-1/2026-09-07/module-2";
    private static final SessionId LUNCH = new SessionId("camp/all/2026-09-07/lunch");
    private static final SessionId MODULE = new SessionId(MONDAY_1);

    /** A camp without subjects: nothing but the base timetable can be wrong. */
    private static RuleBench plain() {
        return bench(smallCamp().subjects());
    }

    private static Timetable withMeetings(Timetable timetable, List<Meeting> meetings) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                meetings,
                timetable.tasks());
    }

    private static Timetable change(Timetable timetable, SessionId which, UnaryOperator<Meeting> how) {
        return withMeetings(
                timetable,
                timetable.meetings().stream()
                        .map(one -> one.sessionId().equals(which) ? how.apply(one) : one)
                        .toList());
    }

    private static Meeting meeting(
            Meeting old, SessionId id, String kind, DayOfWeek weekday, LocalTime start, LocalTime end) {
        return meeting(old, id, kind, weekday, start, end, old.groupIds(), old.seats());
    }

    private static Meeting meeting(
            Meeting old,
            SessionId id,
            String kind,
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            List<GroupId> groups,
            List<MeetingSeat> seats) {
        return meeting(old, id, kind, weekday, start, end, groups, seats, old.workload());
    }

    private static Meeting meeting(
            Meeting old,
            SessionId id,
            String kind,
            DayOfWeek weekday,
            LocalTime start,
            LocalTime end,
            List<GroupId> groups,
            List<MeetingSeat> seats,
            Workload workload) {
        return new Meeting(
                id,
                null,
                new TreeSet<>(),
                old.interventionId(),
                kind,
                old.form(),
                old.title(),
                old.subject(),
                old.weeks(),
                weekday,
                start,
                end,
                old.roomId(),
                List.of(),
                groups,
                List.of(),
                List.of(),
                List.of(),
                seats,
                workload,
                old.locked());
    }

    private static RuleViolation notAsTheBaseTimetable(SessionId id) {
        return new RuleViolation("camp.base-timetable", Level.HARD, 1, List.of(id));
    }

    @Test
    void timetableAsDemandedHasNoFault() {
        assertThat(plain().pluginViolations(plain().timetable())).isEmpty();
    }

    static Stream<Arguments> timesOfLunch() {
        return Stream.<UnaryOperator<Meeting>>of(
                        old -> meeting(old, LUNCH, "meal", DayOfWeek.TUESDAY, old.start(), old.end()),
                        old -> meeting(old, LUNCH, "meal", DayOfWeek.MONDAY, LocalTime.of(12, 1), old.end()),
                        old -> meeting(old, LUNCH, "meal", DayOfWeek.MONDAY, old.start(), LocalTime.of(12, 31)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("timesOfLunch")
    void meetingOnAnotherDayOrAtAnotherTimeIsAFault(UnaryOperator<Meeting> change) {
        assertThat(plain().pluginViolations(change(plain().timetable(), LUNCH, change)))
                .containsExactly(notAsTheBaseTimetable(LUNCH));
    }

    static Stream<Arguments> changesOfLunch() {
        return Stream.<UnaryOperator<Meeting>>of(
                        old -> meeting(old, LUNCH, "evening", DayOfWeek.MONDAY, old.start(), old.end()),
                        old -> meeting(
                                old, LUNCH, "meal", DayOfWeek.MONDAY, old.start(), old.end(), List.of(), old.seats()),
                        old -> meeting(
                                old,
                                LUNCH,
                                "meal",
                                DayOfWeek.MONDAY,
                                old.start(),
                                old.end(),
                                old.groupIds(),
                                old.seats().subList(0, 1)))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("changesOfLunch")
    void meetingOfAnotherKindOrTeamOrWithFewerRequiredSeatsIsADifferenceOnly(UnaryOperator<Meeting> change) {
        assertIsADifferenceOnly(plain(), change(plain().timetable(), LUNCH, change));
    }

    private static void assertIsADifferenceOnly(RuleBench bench, Timetable timetable) {
        assertThat(bench.pluginViolations(timetable)).isEmpty();
        assertThat(REQUIREMENTS.differences(bench.problem(), timetable))
                .hasSizeGreaterThan(REQUIREMENTS.differences(bench).size());
    }

    static Stream<Workload> otherWorkloads() {
        return Stream.of(new Workload(false, 60, 0), new Workload(true, 61, 0), new Workload(true, 60, 1));
    }

    @ParameterizedTest
    @MethodSource("otherWorkloads")
    void meetingWithAnotherWorkloadThanItsBlockIsADifferenceOnly(Workload workload) {
        var bench = bench(smallCamp().subjects().blocks(night(null, 60)));
        var night = new SessionId("camp/all/2026-09-07/night");
        assertThat(bench.pluginViolations(bench.timetable())).isEmpty();

        assertIsADifferenceOnly(bench, change(bench.timetable(), night, old -> withWorkload(old, workload)));
    }

    private static Meeting withWorkload(Meeting old, Workload workload) {
        return meeting(
                old,
                old.sessionId(),
                old.kind(),
                old.weekday(),
                old.start(),
                old.end(),
                old.groupIds(),
                old.seats(),
                workload);
    }

    @Test
    void smallerSideOfTeamsWithAndWithoutAThreadStepOnADayIsCharged() {
        var bench = bench(smallCamp().teams(5).subjects(subject("traits", 2, 1, "", "one", "two")))
                .host("camp/camp-team-1/2026-W37/traits/1", MONDAY_1)
                .host("camp/camp-team-2/2026-W37/traits/1", "camp/camp-team-2/2026-09-07/module-1")
                .host("camp/camp-team-1/2026-W37/traits/2", "camp/camp-team-1/2026-09-08/module-1")
                .host("camp/camp-team-2/2026-W37/traits/2", "camp/camp-team-2/2026-09-08/module-1")
                .host("camp/camp-team-3/2026-W37/traits/2", "camp/camp-team-3/2026-09-08/module-1")
                .host("camp/camp-team-4/2026-W37/traits/2", "camp/camp-team-4/2026-09-08/module-1");
        assertThat(bench.pluginViolations(bench.timetable()))
                .contains(
                        new RuleViolation("camp.thread-in-step", Level.MEDIUM, 2, List.of("traits", MONDAY)),
                        new RuleViolation(
                                "camp.thread-in-step", Level.MEDIUM, 1, List.of("traits", CampBuilder.TUESDAY)));
    }

    @Test
    void missingMeetingIsADifferenceOnly() {
        var timetable = plain().timetable();
        var rest = timetable.meetings().stream()
                .filter(one -> !one.sessionId().equals(LUNCH))
                .toList();

        assertIsADifferenceOnly(plain(), withMeetings(timetable, rest));
    }

    @Test
    void meetingThatIsNotDemandedIsADifferenceOnly() {
        var timetable = plain().timetable();
        var extra = new SessionId("camp/all/2026-09-07/supper");
        var more = new ArrayList<>(timetable.meetings());
        Meeting lunch = more.get(1);
        more.add(meeting(lunch, extra, "meal", DayOfWeek.MONDAY, lunch.start(), lunch.end()));

        assertIsADifferenceOnly(plain(), withMeetings(timetable, more));
    }

    private static List<String> rulesBrokenBy(UnaryOperator<Timetable> mistake) {
        return rulesBrokenBy(smallCamp().subjects(), plain().timetable(), mistake);
    }

    private static List<String> rulesBrokenBy(CampBuilder camp, Timetable plan, UnaryOperator<Timetable> mistake) {
        var problem = camp.problem();
        var checker = new TimetableChecker(PluginRegistry.of(List.of(new CampPlugin()))::find);
        List<RuleViolation> before = checker.check(problem, plan);
        return checker.check(problem, mistake.apply(plan)).stream()
                .filter(fault -> !before.contains(fault))
                .map(RuleViolation::rule)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void checkNamesAModuleInAKitchenOnceEvenIfThatIsTooSmall(int capacity) {
        var camp = smallCamp()
                .subjects(subject("danish", 1, 1, ""))
                .room("kitchen", "house", "kitchen", capacity)
                .blocks(CampBuilder.block("module-1", Block.Kind.MODULE, "09:00", "10:30", "classroom"));
        Timetable plan =
                bench(camp).host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1).timetable();

        assertThat(rulesBrokenBy(
                        camp,
                        plan,
                        good -> change(good, MODULE, old -> RecordCopy.with(old, "roomId", new RoomId("kitchen")))))
                .containsExactly("core.room-kind");
    }

    @Test
    void checkNamesABlockOfAnotherKindOnce() {
        assertThat(rulesBrokenBy(plan -> change(
                        plan, LUNCH, old -> meeting(old, LUNCH, "evening", DayOfWeek.MONDAY, old.start(), old.end()))))
                .containsExactly("core.asked-content");
    }

    @Test
    void checkNamesAPartOfNothingOnce() {
        assertThat(rulesBrokenBy(
                        plan -> change(plan, LUNCH, old -> RecordCopy.with(old, "originId", new SessionId("gone")))))
                .containsExactly("core.unknown-origin");
    }

    @Test
    void checkNamesABlockWithoutATeamOnce() {
        var camp = smallCamp().subjects().teams(2);
        assertThat(rulesBrokenBy(
                        camp,
                        bench(camp).timetable(),
                        plan -> change(
                                plan,
                                LUNCH,
                                old -> RecordCopy.with(
                                        old, "groupIds", old.groupIds().subList(1, 2)))))
                .containsExactly("core.asked-participant");
    }

    @Test
    void checkNamesABlockAtAnotherTimeOnce() {
        assertThat(rulesBrokenBy(plan -> change(
                        plan,
                        LUNCH,
                        old -> meeting(
                                old, LUNCH, "meal", DayOfWeek.MONDAY, LocalTime.of(20, 0), LocalTime.of(20, 30)))))
                .containsExactly("camp.base-timetable");
    }

    @Test
    void checkNamesAMissingBlockOnce() {
        assertThat(rulesBrokenBy(plan -> withMeetings(
                        plan,
                        plan.meetings().stream()
                                .filter(one -> !one.sessionId().equals(LUNCH))
                                .toList())))
                .containsExactly("core.unplaced-session");
    }

    @Test
    void checkNamesAnotherWorkloadOnce() {
        assertThat(rulesBrokenBy(plan -> change(plan, LUNCH, old -> withWorkload(old, new Workload(false, 100, 0)))))
                .containsExactly("core.asked-workload");
    }

    @Test
    void additionalSeatIsNoFault() {
        var timetable = change(plain().timetable(), LUNCH, old -> {
            var seats = new ArrayList<>(old.seats());
            seats.add(new MeetingSeat("adult", null, true, true));
            return meeting(old, LUNCH, "meal", DayOfWeek.MONDAY, old.start(), old.end(), old.groupIds(), seats);
        });

        assertThat(plain().pluginViolations(timetable)).isEmpty();
    }

    @Test
    void moduleWithOnlyUnqualifiedAdultsIsAFaultButNotWithoutAdults() {
        var bench = bench(smallCamp().subjects(subject("danish", 1, 1, "danish")))
                .host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1);
        assertThat(bench.pluginViolations(bench.timetable())).isEmpty();

        bench.seat(MONDAY_1 + "#1", "bob");
        assertThat(bench.pluginViolations(bench.timetable()))
                .containsExactly(
                        new RuleViolation("camp.unqualified-module", Level.MEDIUM, 1, List.of(MODULE, "danish")));

        bench.seat(MONDAY_1 + "#0", "ann");
        assertThat(bench.pluginViolations(bench.timetable())).isEmpty();
    }

    @Test
    void eachMissingModuleOfASubjectAndWeekIsCharged() {
        var bench = bench(smallCamp().subjects(subject("danish", 3, 2, "")));

        assertThat(bench.host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1).pluginViolations(bench.timetable()))
                .containsExactly(new RuleViolation(
                        "camp.modules-per-subject",
                        Level.MEDIUM,
                        2,
                        List.of(TEAM_1, "danish", WEEK, new Figure(1), new Figure(3))));
    }

    @Test
    void tooManyModulesOfASubjectAreAFault() {
        var asked = bench(smallCamp().subjects(subject("danish", 1, 2, "")));
        var given = bench(smallCamp().subjects(subject("danish", 2, 2, "")))
                .host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1)
                .host("camp/camp-team-1/2026-W37/danish/2", MONDAY_2);

        assertThat(asked.pluginViolations(given.timetable()))
                .containsExactly(new RuleViolation(
                        "camp.modules-per-subject",
                        Level.MEDIUM,
                        1,
                        List.of(TEAM_1, "danish", WEEK, new Figure(2), new Figure(1))));
    }

    @Test
    void subjectMoreOftenOnADayThanAllowedIsAFault() {
        var bench = bench(smallCamp().subjects(subject("danish", 2, 1, "")))
                .host("camp/camp-team-1/2026-W37/danish/1", MONDAY_1)
                .host("camp/camp-team-1/2026-W37/danish/2", MONDAY_2);

        assertThat(bench.pluginViolations(bench.timetable()))
                .containsExactly(new RuleViolation(
                        "camp.subject-per-day",
                        Level.MEDIUM,
                        1,
                        List.of(TEAM_1, "danish", MONDAY, new Figure(2), new Figure(1))));
    }

    /** Camps that differ in all that the check derives by itself. */
    static Stream<CampBuilder> camps() {
        return Stream.of(
                smallCamp().teams(2),
                smallCamp().horizonWeeks(3).weeks(2).firstDay("2026-09-08").closed("2026-09-15"),
                smallCamp()
                        .group("red", member("s1"), member("s2"))
                        .group("blue", member("s3"))
                        .givenTeams("blue", "red"),
                smallCamp().teams(Teams.defaults()).namedStudents("s1", "s2"),
                smallCamp()
                        .teams(3)
                        .lockTime(MONDAY_1, MONDAY, "09:15", "10:30")
                        .lockTime("camp/camp-team-2/2026-09-07/module-2", CampBuilder.TUESDAY, "15:00", "16:30"),
                smallCamp().horizonWeeks(2).lockTime(MONDAY_1, MONDAY.plusWeeks(1), "09:00", "10:30"),
                smallCamp()
                        .days(
                                day("a", "1 3", module("m", "08:00", "09:00"), module("n", "12:00", "13:00")),
                                day(
                                        "b",
                                        "2 6",
                                        block("talk", Block.Kind.HANDOVER, "08:00", "08:30"),
                                        module("m", "09:00", "10:00"),
                                        block("night", Block.Kind.EVENING, "22:00", "06:00")))
                        .subjects(subject("x", 4, 1, "danish"), subject("y", 1, 1, "mathematics")),
                smallCamp()
                        .horizonWeeks(2)
                        .weeks(2)
                        .lastDay("2026-09-16")
                        .overnight()
                        .teams(3)
                        .subjects(subject("x", 3, 1, "danish", "one", "two", "three"), subject("y", 4, 2, "", "all")),
                smallCamp()
                        .days(
                                DayKind.of("first", DayKind.Occasion.FIRST_DAY, List.of(module("m", "08:00", "09:00"))),
                                onDates(
                                        "trip",
                                        "2026-09-07 2026-09-09",
                                        module("m", "10:00", "11:00"),
                                        night(null, 70)),
                                DayKind.of("last", DayKind.Occasion.LAST_DAY, List.of(lunch())),
                                onDates("rest", "2026-09-10"),
                                day("day", "2 4 5 7", module("m", "09:00", "10:00"), night(Block.Duty.STAND_BY, null)))
                        .teams(2)
                        .subjects(subject("x", 4, 2, "", "one", "two")));
    }

    @ParameterizedTest
    @MethodSource("camps")
    void checkFindsExactlyWhatTheRulesChargeForRandomDecisions(CampBuilder camp) {
        var bench = bench(camp);
        for (long seed = 0; seed < 40; seed++) {
            assertAgreement(bench.shuffle(seed), seed);
        }
    }

    private static void assertAgreement(RuleBench bench, long seed) {
        Map<String, Long> charged = new TreeMap<>();
        for (RuleMatch match : bench.pluginMatches()) {
            if (match.type().level() != Level.SOFT) {
                charged.put(match.type().id() + match.arguments(), match.amount());
            }
        }
        Map<String, Long> found = new TreeMap<>();
        for (RuleViolation fault : bench.pluginViolations(bench.timetable())) {
            found.put(fault.rule() + fault.arguments(), fault.amount());
        }

        assertThat(found).as("seed %d", seed).isEqualTo(charged);
    }
}
