package dk.grundskema.api.planning.status;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.fidelity.AcceptedShortfall;
import dk.grundskema.domain.fidelity.AcceptedShortfall.Place;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.edit.ManualChange;
import dk.grundskema.solver.edit.Workbench;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a plan lacks by a problem that was edited since it was planned. */
final class EditedProblemStatusTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();

    /** 07a and 07b have eight lessons of Danish and eight of maths a week; Kim can be in those of 07a, Lea in those of 07b. */
    private static Problem problem(String need, String staff) {
        String text = """
                {"version": 1, "title": "School", "language": "EN",
                 "horizon": {"firstWeek": "2026-W37", "weeks": 4},
                 "sites": [{"id": "home", "name": "School"}],
                 "staff": [{"id": "ann", "name": "Ann Berg"}, {"id": "bo", "name": "Bo Holm"}, %s],
                 "groups": [{"id": "F06", "name": "07a", "kind": "CLASS", "members": []},
                            {"id": "F07", "name": "07b", "kind": "CLASS", "members": []}],
                 "lessons": [%s],
                 "interventions": [{"id": "co", "type": "co-teaching", "title": "Co-teaching", "parameters": {
                   "classes": [{"groupId": "F06", %s}, {"groupId": "F07", %s}],
                   "pool": [{"staffId": "kim", "lessonsPerWeek": 20}, {"staffId": "lea", "lessonsPerWeek": 20}],
                   "preparation": {"minutesType1": 0}}}]}""".formatted(staff, lessons(), need, need);
        ReadResult<Problem> read = PLANNING.readProblem(text);
        assertThat(read).as(String.valueOf(read.findings())).isInstanceOf(ReadResult.Success.class);
        return ((ReadResult.Success<Problem>) read).value();
    }

    private static final String STAFF =
            "{\"id\": \"kim\", \"name\": \"Kim Dam\"}, {\"id\": \"lea\", \"name\": \"Lea Friis\"}";

    private static String lessons() {
        return Stream.of("F06 ann", "F07 bo")
                .flatMap(one -> IntStream.range(0, 16).mapToObj(number -> lesson(one.split(" "), number)))
                .collect(Collectors.joining(", "));
    }

    private static String lesson(String[] groupAndTeacher, int number) {
        String subject = number < 8 ? "DAN" : "MAT";
        String day = List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY").get(number % 4);
        return """
                {"id": "%s-%d", "title": "%s", "subject": "%s", "groupIds": ["%s"], "staffIds": ["%s"],
                 "time": {"weeks": ["2026-W37", "2026-W38", "2026-W39", "2026-W40"], "weekday": "%s", "start": "%02d:00", "end": "%02d:45"}}""".formatted(
                        groupAndTeacher[0],
                        number,
                        subject,
                        subject,
                        groupAndTeacher[0],
                        groupAndTeacher[1],
                        day,
                        8 + number / 4,
                        8 + number / 4);
    }

    private static final Problem EIGHT_OF_DANISH = problem("\"lessonsPerWeek\": 8, \"subjects\": [\"DAN\"]", STAFF);
    private static final Timetable PLAN = plan();

    /** A co-teacher is in each lesson of Danish. */
    private static Timetable plan() {
        Timetable open =
                Workbench.ofOpenPlan(PLANNING.plugins(), EIGHT_OF_DANISH, "").timetable();
        var changes = new ArrayList<ManualChange>();
        for (Meeting meeting : open.meetings()) {
            String person = meeting.groupIds().toString().contains("F06") ? "kim" : "lea";
            changes.add(new ManualChange.SeatChange(meeting.sessionId(), 1, new StaffId(person)));
        }
        return PLANNING.changes(EIGHT_OF_DANISH, open).apply(changes).orElseThrow();
    }

    private static List<RuleViolation> violations(Problem edited) {
        return PLANNING.checkTimetable(edited, PLANNING.addMissingLessons(edited, EIGHT_OF_DANISH, PLAN));
    }

    private static List<String> sentences(Problem edited) {
        var texts = new Texts(Locale.ENGLISH, PLANNING.textBundles(Locale.ENGLISH), id -> id);
        var names = new PlanNameResolver(
                texts, edited, PLANNING.expandDemands(edited), PlanNameResolver.StudentNaming.NUMBERS);
        Texts named = texts.withNames(names);
        return violations(edited).stream().map(named::sentenceOf).toList();
    }

    @Test
    void aRaisedNeedLacksItsLessonsAndContradictsNoLessonOfTheSchool() {
        Problem raised = problem("\"lessonsPerWeek\": 14", STAFF);

        PlanStatus status = new PlanStatusCalculator(PLANNING)
                .calculate(raised, PLANNING.addMissingLessons(raised, EIGHT_OF_DANISH, PLAN));

        assertThat(violations(EIGHT_OF_DANISH)).isEmpty();
        assertThat(sentences(raised))
                .containsExactly(
                        "07a lacks 6 lessons a week from week 37 on.", "07b lacks 6 lessons a week from week 37 on.");
        assertThat(status.conflicts()).isZero();
        assertThat(status.unplannedSessions()).isZero();
        assertThat(status.otherShortfalls()).isEqualTo(2);
        assertThat(status.state()).isEqualTo(PlanStatus.State.LACKS);
    }

    @Test
    void aLessonThatThePlanWasToHaveStaysMissingWhateverWasEdited() {
        Timetable without =
                PLAN.withMeetings(PLAN.meetings().subList(1, PLAN.meetings().size()));
        Problem raised = problem("\"lessonsPerWeek\": 14", STAFF);

        PlanStatus status = new PlanStatusCalculator(PLANNING)
                .calculate(raised, PLANNING.addMissingLessons(raised, EIGHT_OF_DANISH, without));

        assertThat(status.unplannedSessions()).isEqualTo(1);
        assertThat(status.state()).isEqualTo(PlanStatus.State.DOES_NOT_HOLD);
        assertThat(PLANNING.addMissingLessons(raised, null, without).meetings())
                .as("the planned problem is not known")
                .hasSize(32);
    }

    /** A greater need weighs more, though the same lessons are missing. */
    @Test
    void anAcceptedLackGrowsWithItsLessonsAndNotWithTheNeed() {
        Problem raised = problem("\"lessonsPerWeek\": 14, \"need\": 3", STAFF);
        List<AcceptedShortfall> accepted = violations(raised).stream()
                .map(EditedProblemStatusTest::accepted)
                .toList();

        assertThat(accepted).extracting(AcceptedShortfall::lacking).containsExactly(6.0, 6.0);
        assertThat(states(problem("\"lessonsPerWeek\": 14, \"need\": 8", STAFF), accepted))
                .containsExactly("", "");
        assertThat(states(problem("\"lessonsPerWeek\": 15, \"need\": 1", STAFF), accepted))
                .containsOnly("Accepted: 6. Missing now: 7. So it counts again. Accept it again or mend it.");
    }

    private static AcceptedShortfall accepted(RuleViolation violation) {
        Place place = Place.of(violation);
        return new AcceptedShortfall(
                place.rule(),
                place.subject(),
                place.week(),
                violation.amount(),
                "A trip",
                "Ida",
                LocalDate.of(2026, 9, 1),
                violation.lacking());
    }

    private static List<String> states(Problem edited, List<AcceptedShortfall> accepted) {
        Problem accepting = edited.withAcceptedShortfalls(accepted);
        var formatter = new AcceptanceFormatter(
                accepting, new Texts(Locale.ENGLISH, List.of(PlanningTexts.load(Locale.ENGLISH)), id -> id));
        return AcceptanceReport.of(accepting, violations(edited), new PlanFidelity(List.of(), List.of()))
                .acceptances()
                .stream()
                .map(formatter::describeState)
                .toList();
    }

    @Test
    void anotherFormOfCoTeachingContradictsNoLessonOfTheSchool() {
        Problem stations = problem("\"lessonsPerWeek\": 8, \"subjects\": [\"DAN\"], \"form\": \"STATIONS\"", STAFF);

        assertThat(violations(stations)).hasSize(16).allSatisfy(one -> {
            assertThat(one.rule()).as("the form differs").isEqualTo("core.asked-content");
            assertThat(one.level()).isEqualTo(Level.MEDIUM);
        });
    }

    @Test
    void aNewColleagueContradictsNothing() {
        String more = STAFF + ", {\"id\": \"mia\", \"name\": \"Mia Dal\"}";

        assertThat(violations(problem("\"lessonsPerWeek\": 8, \"subjects\": [\"DAN\"]", more)))
                .isEmpty();
    }
}
