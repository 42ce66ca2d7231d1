package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.plugins.smallgroups.SmallGroupsRequirements.REQUIREMENTS;
import static dk.grundskema.plugins.smallgroups.SmallGroupsSchoolBuilder.W33;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.SeatId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.requirement.AlteredExpansion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The meetings that are required, derived without the demand. */
class SmallGroupsRequirementsTest {
    private static final String GROUP = "sg/dan/town/1";
    private static final String FIRST = "sg/small-group/dan/town/1/1";

    /** A time in a number of weeks from week 34 on. */
    private static MeetingTime at(DayOfWeek day, int minutes, int weeks) {
        var in = new TreeSet<IsoWeek>();
        for (int i = 1; i <= weeks; i++) {
            in.add(W33.plus(i));
        }
        return new MeetingTime(in, day, LocalTime.of(8, 0), LocalTime.of(8, 0).plusMinutes(minutes));
    }

    private static MeetingTime talk(int week) {
        return new MeetingTime(
                new TreeSet<>(List.of(W33.plus(week))), DayOfWeek.FRIDAY, LocalTime.of(8, 0), LocalTime.of(8, 20));
    }

    /** The group has its three talks, and two sessions a week, of which the first is at a time. */
    private static RuleBench planned(MeetingTime first) {
        return planned(new SmallGroupsPlugin(), first);
    }

    private static RuleBench planned(InterventionPlugin<?> plugin, MeetingTime first) {
        RuleBench bench = RuleBench.of(
                        plugin, SmallGroupsSchoolBuilder.withTwoClasses().problem())
                .join("a1", GROUP)
                .join("a2", GROUP)
                .time(FIRST, first)
                .time("sg/small-group/dan/town/1/2", at(DayOfWeek.TUESDAY, 30, 3))
                .time("sg/talk/dan/town/1/before", talk(0))
                .time("sg/talk/dan/town/1/during", talk(2))
                .time("sg/talk/dan/town/1/after", talk(4));
        for (String session : List.of(FIRST, "sg/small-group/dan/town/1/2")) {
            bench.room(session, "r1");
        }
        for (String phase : List.of("before", "during", "after")) {
            bench.room("sg/talk/dan/town/1/" + phase, "r1");
        }
        return bench;
    }

    private static List<RuleViolation> differences(MeetingTime first) {
        return REQUIREMENTS.differences(planned(first));
    }

    @Test
    void forgottenCandidateIsFound() {
        var plugin = AlteredExpansion.of(
                new SmallGroupsPlugin(),
                demand -> RecordCopy.with(
                        demand,
                        "groupings",
                        demand.groupings().stream()
                                .map(one -> RecordCopy.with(
                                        one,
                                        "students",
                                        one.students().subList(1, one.students().size())))
                                .toList()));

        assertThat(demandDifferences(new SmallGroupsPlugin())).isEmpty();
        assertThat(demandDifferences(plugin)).hasSize(2).allMatch(one -> one.contains("RequiredGroups"));
    }

    private static List<String> demandDifferences(InterventionPlugin<?> plugin) {
        RuleBench bench =
                RuleBench.of(plugin, SmallGroupsSchoolBuilder.withTwoClasses().problem());
        return REQUIREMENTS.demandDifferences(plugin, bench.problem(), bench.timetable());
    }

    @Test
    void goodPlanIsAsRequired() {
        assertThat(differences(at(DayOfWeek.MONDAY, 30, 3))).isEmpty();
    }

    @Test
    void weekWithoutASessionIsReported() {
        assertThat(differences(at(DayOfWeek.MONDAY, 30, 2))).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("core.required-in-week");
            assertThat(fault.arguments()).contains(W33.plus(3));
        });
    }

    @Test
    void twentyMinutesAreTooShort() {
        assertThat(differences(at(DayOfWeek.MONDAY, 20, 3)))
                .filteredOn(fault -> fault.rule().equals("core.asked-length"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments()).containsExactly(new SessionId(FIRST), 20L, 30L));
    }

    private static MeetingTime without(MeetingTime time, IsoWeek week) {
        var weeks = new TreeSet<>(time.weeks());
        weeks.remove(week);
        return new MeetingTime(weeks, time.weekday(), time.start(), time.end());
    }

    /** Four sessions a week in a number of weeks, of twelve that are asked for. */
    private static RuleBench inWeeks(int weeks, String... closed) {
        var school = new SmallGroupsSchoolBuilder()
                .horizon(14)
                .student("a1", "4a")
                .student("a2", "4a")
                .week("4a", "ann", "max")
                .candidate("a1", "DAN", "reading", 20, 9)
                .candidate("a2", "DAN", "reading", 25, 5)
                .tutor("ann", "DAN");
        List.of(closed).forEach(school::closed);
        school.weeks = 12;
        school.sessionsPerWeek = 4;
        school.talkMinutes = 0;
        var bench = RuleBench.of(new SmallGroupsPlugin(), school.problem())
                .join("a1", GROUP)
                .join("a2", GROUP)
                .seat(FIRST + "#0", "ann");
        for (int i = 1; i <= 4; i++) {
            bench.time("sg/small-group/dan/town/1/" + i, at(DayOfWeek.of(i), 30, weeks));
        }
        return bench;
    }

    private static Ask.Status status(RuleBench bench, String name) {
        return bench.fidelity(bench.timetable()).getFirst().asks().stream()
                .filter(one -> one.code().equals("small-groups.ask." + name))
                .findFirst()
                .orElseThrow()
                .status();
    }

    @Test
    void groupThatMeetsInSixOfTwelveWeeksIsReportedAndNotTicked() {
        RuleBench all = inWeeks(12);
        assertThat(status(all, "weeks")).isEqualTo(Ask.Status.MET);
        assertThat(status(all, "sessions")).isEqualTo(Ask.Status.MET);

        RuleBench withHoliday = inWeeks(12, "2026-08-24");
        withHoliday.time(FIRST, without(at(DayOfWeek.MONDAY, 30, 12), W33.plus(2)));
        assertThat(REQUIREMENTS.differences(withHoliday)).isEmpty();
        assertThat(status(withHoliday, "sessions")).isEqualTo(Ask.Status.MET);

        RuleBench half = inWeeks(6);
        assertThat(REQUIREMENTS.differences(half))
                .filteredOn(fault -> fault.rule().equals("core.required-in-week"))
                .extracting(fault -> fault.arguments().getLast())
                .contains(W33.plus(7), W33.plus(12))
                .doesNotContain(W33.plus(6));
        assertThat(status(half, "weeks")).isEqualTo(Ask.Status.SHORT);
        assertThat(status(half, "sessions")).isEqualTo(Ask.Status.SHORT);
    }

    private static List<String> rules(RuleBench bench, String session) {
        return REQUIREMENTS.differences(bench).stream()
                .filter(fault -> fault.arguments().contains(new SessionId(session)))
                .map(RuleViolation::rule)
                .filter(rule -> rule.startsWith("core.asked-"))
                .toList();
    }

    @Test
    void startThatTheExpansionOffersByMistakeIsFound() {
        MeetingTime monday = at(DayOfWeek.MONDAY, 30, 3);
        var wrong = new MeetingTime(
                monday.weeks(),
                monday.weekday(),
                monday.start().plusMinutes(10),
                monday.end().plusMinutes(10));
        var plugin = AlteredExpansion.ofSessions(
                new SmallGroupsPlugin(),
                one -> one.id().value().equals(FIRST) ? RecordCopy.with(one, "times", List.of(wrong)) : one);

        assertThat(rules(planned(plugin, wrong), FIRST)).containsExactly("core.asked-time");
    }

    @Test
    void severalTutorsOfAGroupThatTheExpansionPermitsByMistakeAreFound() {
        var plugin = AlteredExpansion.of(
                new SmallGroupsPlugin(),
                demand -> RecordCopy.with(
                        demand,
                        "seats",
                        demand.seats().stream()
                                .flatMap(seat -> seat.sessions().stream()
                                        .map(session -> RecordCopy.with(
                                                seat,
                                                Map.of(
                                                        "id",
                                                        new SeatId(session + "#" + seat.position()),
                                                        "sessions",
                                                        List.of(session)))))
                                .toList()));
        RuleBench bench = planned(plugin, at(DayOfWeek.MONDAY, 30, 3));
        String second = "sg/small-group/dan/town/1/2";
        List.of(FIRST, "sg/talk/dan/town/1/before", "sg/talk/dan/town/1/after")
                .forEach(session -> bench.seat(session + "#0", "ann"));
        bench.seat(second + "#0", "tom");

        assertThat(rules(bench, second)).containsExactly("core.asked-same-holder");
        assertThat(rules(bench, FIRST)).isEmpty();
    }

    @Test
    void coverOfALessonInWhichNoGroupMeetsIsFound() {
        String cover = "sg/cover/tom/late/2026-W34";
        UnaryOperator<Session> atNine = one -> one.id().value().equals(cover)
                ? RecordCopy.with(
                        one,
                        "times",
                        List.of(new MeetingTime(
                                one.times().getFirst().weeks(),
                                DayOfWeek.TUESDAY,
                                LocalTime.of(9, 0),
                                LocalTime.of(9, 45))))
                : one;

        assertThat(rules(covered(new SmallGroupsPlugin(), cover), cover)).isEmpty();
        assertThat(rules(covered(AlteredExpansion.ofSessions(new SmallGroupsPlugin(), atNine), cover), cover))
                .containsExactly("core.asked-time");
    }

    /** A lesson of a tutor in usable time is covered. */
    private static RuleBench covered(InterventionPlugin<?> plugin, String cover) {
        var school = SmallGroupsSchoolBuilder.withTwoClasses()
                .lesson("late", "4b", "ENG", DayOfWeek.MONDAY, "14:10", "tom")
                .lesson("early", "4b", "ENG", DayOfWeek.TUESDAY, "09:00", "tom");
        school.cover.add(new StaffId("max"));
        return RuleBench.of(plugin, school.problem()).seat(cover + "#0", "max");
    }
}
