package dk.grundskema.plugins.coteaching;

import static dk.grundskema.plugins.coteaching.CoTeachingRequirements.REQUIREMENTS;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.W33;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.coTeacher;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.need;
import static dk.grundskema.plugins.coteaching.CoTeachingSchoolBuilder.smallSchool;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.requirement.AlteredExpansion;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The meetings that are required, derived without the demand. */
class CoTeachingRequirementsTest {
    private static final String PREPARATION = "co/preparation/1a/2026-W33";
    private static final String ADVISORS = "co/advisors-meeting";
    private static final String LESSON = "co/lesson/1a-1-0/2026-W33";

    /** A time on Mondays in some of the weeks, counted from 0. */
    private static MeetingTime at(String start, int minutes, Integer... weeks) {
        var in = new TreeSet<IsoWeek>();
        List.of(weeks).forEach(week -> in.add(W33.plus(week)));
        LocalTime from = LocalTime.parse(start);
        return new MeetingTime(in, DayOfWeek.MONDAY, from, from.plusMinutes(minutes));
    }

    private static RuleBench goodPlan() {
        return goodPlan(new CoTeachingPlugin(), "12:00", "14:00", "15:00");
    }

    /** A class with one co-taught lesson, its preparation, and a meeting of the co-teachers every second week. Without starts, lessons give them. */
    private static RuleBench goodPlan(InterventionPlugin<?> plugin, String... starts) {
        return goodPlan(plugin, "co/supervision/all", List.of(starts));
    }

    private static RuleBench goodPlan(InterventionPlugin<?> plugin, String supervision, List<String> starts) {
        var usual = RecordCopy.with(
                SharedPreparation.defaults(),
                "starts",
                new TreeSet<>(starts.stream().map(LocalTime::parse).toList()));
        var school = smallSchool()
                .week("1a", 1, "ann")
                .person("mia")
                .parameters(new CoTeachingParameters(
                        null,
                        null,
                        45,
                        List.of(need("1a", CoTeachingType.TYPE_1)),
                        List.of(coTeacher("mia", 9)),
                        List.of(),
                        List.of(),
                        usual,
                        2,
                        List.of(),
                        new AdvisorsMeeting(2, 60, List.of()),
                        List.of(new Supervision("all", null, new StaffId("ann"), 4, 45, List.of()))));
        return RuleBench.of(plugin, school.problem())
                .seat(LESSON + "#0", "mia")
                .time(PREPARATION, at("14:00", 45, 0, 1, 2, 3))
                .time(ADVISORS, at("15:00", 60, 0, 2))
                .time(supervision, at("12:00", 45, 0));
    }

    private static List<RuleViolation> differences(RuleBench bench) {
        return REQUIREMENTS.differences(bench);
    }

    @Test
    void goodPlanIsAsRequired() {
        assertThat(differences(goodPlan())).isEmpty();
    }

    @Test
    void weekWithoutPreparationIsReported() {
        assertThat(differences(goodPlan().time(PREPARATION, at("14:00", 45, 0, 1, 2))))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.required-in-week");
                    assertThat(fault.arguments())
                            .startsWith("Shared preparation 1A")
                            .endsWith(W33.plus(3));
                });
    }

    @Test
    void classWithCoTeachingNeedsPreparationAndOneWithoutDoesNot() {
        RuleBench bench = goodPlan().time(PREPARATION, null);
        assertThat(differences(bench)).singleElement().satisfies(fault -> {
            assertThat(fault.rule()).isEqualTo("core.required-meetings");
            assertThat(fault.amount()).isEqualTo(4);
        });

        assertThat(differences(bench.seat(LESSON + "#0", null))).isEmpty();
    }

    @Test
    void preparationIsInWorkingHours() {
        assertThat(differences(goodPlan().time(PREPARATION, at("15:30", 45, 0, 1, 2, 3))))
                .filteredOn(fault -> fault.rule().equals("core.asked-time"))
                .as("each weekly meeting once")
                .hasSize(1);
    }

    @Test
    void advisorsMeetEverySecondWeek() {
        assertThat(differences(goodPlan().time(ADVISORS, at("15:00", 60, 0, 3))))
                .extracting(RuleViolation::rule)
                .containsExactly("core.required-in-week", "core.asked-other-week");
    }

    @Test
    void missingLessonIsReported() {
        RuleBench bench = goodPlan();
        var plan = TimetableEdits.without(bench.timetable(), new SessionId(LESSON));

        assertThat(REQUIREMENTS.differences(bench.problem(), plan))
                .extracting(RuleViolation::rule)
                .containsExactly("core.required-meetings");
    }

    private static List<String> atOtherTime(String session) {
        return List.of(rule(session, "asked-time"));
    }

    private static String rule(String session, String rule) {
        return "core." + rule + " " + session;
    }

    private static List<String> differences(RuleBench bench, String session) {
        return differences(bench).stream()
                .filter(one -> one.arguments().getFirst().equals(new SessionId(session)))
                .map(one -> rule(session, one.rule().substring("core.".length())))
                .toList();
    }

    /** The only lesson, from 8:00 to 8:45 on Mondays, is the teacher's who prepares and leads. */
    @Test
    void adultsMeetWhenLessonsStartOrEndAndSomebodyOfEachRoleIsFree() {
        RuleBench bench = goodPlan(new CoTeachingPlugin());

        assertThat(differences(bench.time(PREPARATION, at("08:45", 45, 0, 1, 2, 3)), PREPARATION))
                .isEmpty();
        assertThat(differences(bench.time(PREPARATION, at("09:00", 45, 0, 1, 2, 3)), PREPARATION))
                .isEqualTo(atOtherTime(PREPARATION));
        assertThat(differences(bench.time(PREPARATION, at("08:00", 45, 0, 1, 2, 3)), PREPARATION))
                .isEqualTo(atOtherTime(PREPARATION));
        assertThat(differences(bench.time("co/supervision/all", at("08:00", 45, 0)), "co/supervision/all"))
                .isEqualTo(atOtherTime("co/supervision/all"));
    }

    @Test
    void startThatTheExpansionOffersByMistakeIsFound() {
        MeetingTime wrong = at("13:05", 45, 0, 1, 2, 3);
        var plugin = AlteredExpansion.ofSessions(
                new CoTeachingPlugin(),
                one -> one.id().value().equals(PREPARATION) ? RecordCopy.with(one, "times", List.of(wrong)) : one);

        assertThat(differences(goodPlan(plugin, "12:00", "14:00", "15:00").time(PREPARATION, wrong)))
                .filteredOn(one -> one.arguments().contains(new SessionId(PREPARATION)))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-time");
    }

    @Test
    void otherLessonThatTheExpansionTakesByMistakeIsFound() {
        MeetingTime monday = at("08:00", 45, 0, 1, 2, 3);
        var tuesday = new MeetingTime(monday.weeks(), DayOfWeek.TUESDAY, monday.start(), monday.end());
        var plugin = AlteredExpansion.ofSessions(
                new CoTeachingPlugin(),
                one -> one.id().value().equals(LESSON)
                        ? RecordCopy.with(one, Map.of("lesson", new LessonId("1a-2-0"), "times", List.of(tuesday)))
                        : one);

        assertThat(differences(goodPlan(), LESSON)).isEmpty();
        assertThat(goodPlan(plugin, "12:00", "14:00", "15:00").check())
                .filteredOn(one -> one.arguments().contains(new SessionId(LESSON)))
                .extracting(RuleViolation::rule)
                .contains("co-teaching.timetable");
    }

    @Test
    void otherTeacherOfALessonIsFoundWithoutTheDemand() {
        RuleBench bench = goodPlan();
        Timetable plan = bench.timetable();
        Timetable changed = RecordCopy.with(
                plan,
                "meetings",
                plan.meetings().stream()
                        .map(one -> one.sessionId().value().equals(LESSON)
                                ? RecordCopy.with(
                                        one,
                                        "seats",
                                        one.seats().stream()
                                                .map(seat -> seat.role().equals("teacher")
                                                        ? RecordCopy.with(seat, "staffId", new StaffId("mia"))
                                                        : RecordCopy.with(seat, "staffId", null))
                                                .toList())
                                : one)
                        .toList());

        assertThat(REQUIREMENTS.differences(bench.problem(), changed))
                .extracting(RuleViolation::rule)
                .contains("core.asked-holder");
    }

    @Test
    void otherIdThatTheExpansionGivesByMistakeIsFound() {
        var right = new SessionId("co/supervision/all");
        var wrong = new SessionId("co/supervision/every");
        var plugin = AlteredExpansion.of(
                new CoTeachingPlugin(),
                demand -> RecordCopy.with(
                        demand,
                        Map.of(
                                "sessions",
                                demand.sessions().stream()
                                        .map(one -> one.id().equals(right) ? RecordCopy.with(one, "id", wrong) : one)
                                        .toList(),
                                "seats",
                                demand.seats().stream()
                                        .map(seat -> seat.sessions().contains(right)
                                                ? RecordCopy.with(seat, "sessions", List.of(wrong))
                                                : seat)
                                        .toList())));
        RuleBench bench = goodPlan(plugin, "co/supervision/every", List.of("12:00", "14:00", "15:00"));

        assertThat(differences(bench))
                .filteredOn(one -> one.arguments().contains(wrong))
                .extracting(RuleViolation::rule)
                .filteredOn(rule -> rule.startsWith("core.asked-"))
                .containsExactly("core.asked-content");
    }
}
