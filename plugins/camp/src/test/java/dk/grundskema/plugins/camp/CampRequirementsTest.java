package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampRequirements.REQUIREMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.testkit.RecordCopy;
import dk.grundskema.solver.testkit.RuleBench;
import dk.grundskema.solver.testkit.requirement.AlteredExpansion;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The meetings that are required, derived without the demand. */
class CampRequirementsTest {
    private static final String LUNCH = "camp/all/2026-09-07/lunch";
    private static final String MODULE = "camp/camp-team-1/2026-09-07/module-1";
    private static final String COVER = "camp/cover/vera/maths/2026-W37";
    private static final String CONVERSATION = "camp/conversation/s1/1";

    private static Timetable without(Timetable timetable, String session) {
        return new Timetable(
                timetable.version(),
                timetable.problem(),
                timetable.zone(),
                timetable.seed(),
                timetable.score(),
                timetable.rules(),
                timetable.groups(),
                timetable.meetings().stream()
                        .filter(one -> !one.sessionId().value().equals(session))
                        .toList(),
                timetable.tasks());
    }

    /** A conversation of each student on Monday, and a visit in the first module of Monday. */
    private static RuleBench goodPlan() {
        return goodPlan(new CampPlugin());
    }

    private static RuleBench goodPlan(InterventionPlugin<?> plugin) {
        var camp = smallCamp()
                .room("nook", "house", "quiet")
                .person("vera")
                .blocks(
                        CampBuilder.module("module-1", "09:00", "10:30"),
                        CampBuilder.lunch(),
                        CampBuilder.block("rest", Block.Kind.QUIET_HOUR, "16:00", "18:00"))
                .conversations(CampBuilder.conversations(1, 20, "rest"))
                .visit(CampBuilder.visit("north", "vera", "module-1", 1));
        RuleBench bench = RuleBench.of(plugin, camp.problem());
        for (int i = 1; i <= 6; i++) {
            bench.time("camp/conversation/s" + i + "/1", onMonday(LocalTime.of(16, 0), 20))
                    .room("camp/conversation/s" + i + "/1", "nook");
        }
        return bench.time("camp/visit/north/1", onMonday(LocalTime.of(9, 0), 90))
                .host("camp/camp-team-1/2026-W37/danish/1", MODULE)
                .room("camp/camp-team-1/2026-09-07/module-1", "room-1")
                .room("camp/camp-team-1/2026-09-08/module-1", "room-1");
    }

    private static MeetingTime onMonday(LocalTime start, int minutes) {
        return MeetingTime.on(CampBuilder.MONDAY, start, start.plusMinutes(minutes));
    }

    private static List<RuleViolation> differences(RuleBench bench) {
        return REQUIREMENTS.differences(bench);
    }

    @Test
    void goodPlanIsAsRequired() {
        assertThat(differences(goodPlan())).isEmpty();
    }

    @Test
    void missingBlockIsReported() {
        RuleBench bench = goodPlan();

        assertThat(REQUIREMENTS.differences(bench.problem(), without(bench.timetable(), LUNCH)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.required-in-week");
                    assertThat(fault.arguments()).startsWith("Lunch").endsWith(CampBuilder.WEEK);
                });
    }

    @Test
    void missingConversationIsReportedWithTheStudent() {
        assertThat(differences(goodPlan().time(CONVERSATION, null)))
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.rule()).isEqualTo("core.required-meetings");
                    assertThat(fault.arguments()).endsWith(List.of(new StudentId("s1")));
                });
    }

    @Test
    void conversationStaysInItsBlock() {
        assertThat(differences(goodPlan().time(CONVERSATION, onMonday(LocalTime.of(17, 45), 20))))
                .extracting(RuleViolation::rule)
                .containsExactly("core.asked-time");
    }

    @Test
    void visitTakesAWholeBlock() {
        assertThat(differences(goodPlan().time("camp/visit/north/1", onMonday(LocalTime.of(9, 0), 60))))
                .filteredOn(fault -> fault.rule().equals("core.asked-length"))
                .singleElement()
                .satisfies(fault ->
                        assertThat(fault.arguments()).containsExactly(new SessionId("camp/visit/north/1"), 60L, 90L));
    }

    @Test
    void moduleHasASubjectOfTheCampWithItsTitle() {
        RuleBench bench = goodPlan();
        var plan = MeetingEdits.change(bench.timetable(), MODULE, one -> MeetingEdits.withSubject(one, "astronomy"));

        assertThat(REQUIREMENTS.differences(bench.problem(), plan))
                .extracting(RuleViolation::rule, RuleViolation::arguments)
                .containsExactly(tuple("core.asked-content", List.of(new SessionId(MODULE))));
    }

    @Test
    void stepsOfASubjectAreSharedOverTheWeeks() {
        var camp = smallCamp()
                .horizonWeeks(3)
                .weeks(3)
                .subjects(
                        CampBuilder.subject("story", 2, 2, "", "a", "b", "c", "d", "e", "f", "g"),
                        CampBuilder.subject("play", 1, 1, "", "x", "y"));
        RuleBench bench = bench(camp);
        for (int week = 37; week < 40; week++) {
            int day = 7 + 7 * (week - 37);
            String team = "camp/camp-team-1/";
            String monday = team + "2026-09-%02d/".formatted(day);
            for (int module = 1; module <= 2; module++) {
                bench.room(monday + "module-" + module, "room-1");
                bench.room(team + "2026-09-%02d/module-%d".formatted(day + 1, module), "room-1");
            }
            bench.host(team + "2026-W" + week + "/story/1", monday + "module-1")
                    .host(team + "2026-W" + week + "/story/2", monday + "module-2")
                    .host(team + "2026-W" + week + "/play/1", team + "2026-09-%02d/module-1".formatted(day + 1));
        }

        assertThat(differences(bench)).isEmpty();
        assertThat(bench.timetable().meetings())
                .extracting(one -> one.form())
                .contains("a", "b, c", "d", "e", "f", "g", "x", "y");
    }

    private static RuleBench goodPlan(UnaryOperator<Session> change) {
        return goodPlan(AlteredExpansion.ofSessions(new CampPlugin(), change));
    }

    private static List<String> rules(RuleBench bench, String session) {
        return REQUIREMENTS.differences(bench).stream()
                .filter(fault -> fault.arguments().contains(new SessionId(session)))
                .map(RuleViolation::rule)
                .filter(rule -> rule.startsWith("core.asked-"))
                .toList();
    }

    @Test
    void meetingOutOfWhichAStudentIsTakenByMistakeOfTheExpansionIsFound() {
        RuleBench bench = goodPlan(one -> one.id().value().equals(CONVERSATION)
                ? RecordCopy.with(one, "within", List.of(new SessionId(LUNCH)))
                : one);

        assertThat(rules(bench, CONVERSATION)).containsExactly("core.asked-within");
        assertThat(rules(bench, "camp/conversation/s2/1")).isEmpty();
    }

    @Test
    void startBetweenConversationsThatTheExpansionOffersByMistakeIsFound() {
        MeetingTime between = onMonday(LocalTime.of(16, 10), 20);
        RuleBench bench = goodPlan(
                one -> one.id().value().equals(CONVERSATION) ? RecordCopy.with(one, "times", List.of(between)) : one);

        assertThat(rules(bench.time(CONVERSATION, between), CONVERSATION)).containsExactly("core.asked-time");
    }

    private static RuleBench withCover(UnaryOperator<Session> change) {
        var camp = smallCamp()
                .person("vera")
                .person("sub")
                .lessonOf("maths", CampBuilder.MONDAY, "10:00", "11:00", "vera")
                .lessonOf("late", CampBuilder.MONDAY, "14:00", "15:00", "vera")
                .blocks(CampBuilder.module("module-1", "09:00", "10:30"))
                .visit(CampBuilder.visit("north", "vera", "module-1", 1, "sub"));
        return RuleBench.of(AlteredExpansion.ofSessions(new CampPlugin(), change), camp.problem())
                .time("camp/visit/north/1", onMonday(LocalTime.of(9, 0), 90))
                .seat(COVER + "#0", "sub");
    }

    @Test
    void coverOfALessonThatNoVisitConflictsWithIsFound() {
        RuleBench wrong = withCover(one -> one.id().value().equals(COVER)
                ? RecordCopy.with(
                        one, Map.of("title", "Cover: late", "times", List.of(onMonday(LocalTime.of(14, 0), 60))))
                : one);

        assertThat(rules(withCover(one -> one), COVER)).isEmpty();
        assertThat(rules(wrong, COVER)).contains("core.asked-time");
    }
}
