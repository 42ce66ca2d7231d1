package dk.grundskema.api.planning.schooltimetable;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.problem.Problem;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LessonClashTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 9, 7, 6, 0);

    /** Maths of 1A is on Monday at 8 with Ann in room 1, in three weeks; the other lesson is as given. */
    private static Problem problem(String maths, String other) {
        return problem(maths, other, "");
    }

    private static Problem problem(String maths, String other, String closed) {
        String text = """
                {"version": 1, "title": "School", "language": "EN",
                 "horizon": {"firstWeek": "2026-W37", "weeks": 4, "closedDays": [%s]},
                 "sites": [{"id": "home", "name": "School"}],
                 "rooms": [{"id": "r1", "name": "1", "kind": "CLASSROOM", "capacity": 30},
                           {"id": "r2", "name": "2", "kind": "CLASSROOM", "capacity": 30}],
                 "staff": [{"id": "ann", "name": "Ann Berg"}, {"id": "bo", "name": "Bo Holm"}],
                 "groups": [{"id": "1a", "name": "1A", "kind": "CLASS", "members": []},
                            {"id": "1b", "name": "1B", "kind": "CLASS", "members": []}],
                 "lessons": [%s, %s],
                 "interventions": []}""".formatted(closed, maths, other);
        ReadResult<Problem> read = PLANNING.readProblem(text);
        assertThat(read).as(String.valueOf(read.findings())).isInstanceOf(ReadResult.Success.class);
        return ((ReadResult.Success<Problem>) read).value();
    }

    private static String lesson(String id, String weekday, String start, String end, String more) {
        return """
                {"id": "%s", "title": "%s", "subject": "%s",
                 "time": {"weeks": ["2026-W37", "2026-W38", "2026-W39"], "weekday": "%s", "start": "%s", "end": "%s"}, %s}""".formatted(id, id, id, weekday, start, end, more);
    }

    private static final String OF_1A = "\"roomId\": \"r1\", \"groupIds\": [\"1a\"], \"staffIds\": [\"ann\"]";
    private static final String MATHS = lesson("maths", "MONDAY", "08:00", "08:45", OF_1A);

    private static List<LessonClash> clashes(Problem before, Problem after) {
        return LessonClash.find(SchoolTimetableDifference.between(before, after), after, NOW);
    }

    /** Moves maths to Tuesday at nine, where the other lesson is, and returns what both share. */
    private static List<String> sharedWith(String more) {
        String other = lesson("art", "TUESDAY", "09:00", "09:45", more);
        return clashes(problem(MATHS, other), problem(lesson("maths", "TUESDAY", "09:00", "09:45", OF_1A), other))
                .stream()
                .flatMap(one -> one.shared().stream())
                .map(Object::toString)
                .toList();
    }

    @Test
    void teacherClassAndRoomAreNamed() {
        assertThat(sharedWith("\"roomId\": \"r2\", \"groupIds\": [\"1b\"], \"staffIds\": [\"ann\"]"))
                .containsExactly("ann");
        assertThat(sharedWith("\"roomId\": \"r2\", \"groupIds\": [\"1a\"], \"staffIds\": [\"bo\"]"))
                .containsExactly("1a");
        assertThat(sharedWith("\"roomId\": \"r1\", \"groupIds\": [\"1b\"], \"staffIds\": [\"bo\"]"))
                .containsExactly("r1");
        assertThat(sharedWith("\"roomId\": \"r2\", \"groupIds\": [\"1b\"], \"staffIds\": [\"bo\"]"))
                .isEmpty();
    }

    @Test
    void aPartOfAClassClashesWithTheWholeClassOnly() {
        String part = "\"roomId\": \"r2\", \"groupIds\": [\"1a\"], \"part\": true, \"staffIds\": [\"bo\"]";
        String halfMaths = OF_1A + ", \"part\": true";
        String art = lesson("art", "TUESDAY", "09:00", "09:45", part);

        assertThat(sharedWith(part)).containsExactly("1a");
        assertThat(clashes(
                        problem(lesson("maths", "MONDAY", "08:00", "08:45", halfMaths), art),
                        problem(lesson("maths", "TUESDAY", "09:00", "09:45", halfMaths), art)))
                .isEmpty();
    }

    @Test
    void lessonsThatTouchDoNotClash() {
        String art = lesson("art", "TUESDAY", "09:45", "10:30", OF_1A);

        assertThat(clashes(problem(MATHS, art), problem(lesson("maths", "TUESDAY", "09:00", "09:45", OF_1A), art)))
                .isEmpty();
        assertThat(clashes(problem(MATHS, art), problem(lesson("maths", "TUESDAY", "09:00", "09:46", OF_1A), art)))
                .hasSize(1);
    }

    @Test
    void lessonsThatClashedBeforeAndMoveTogetherAreLeftOut() {
        String other = "\"roomId\": \"r2\", \"groupIds\": [\"1b\"], \"staffIds\": [\"ann\"]";
        Problem before = problem(MATHS, lesson("art", "MONDAY", "08:00", "08:45", other));
        Problem after = problem(
                lesson("maths", "TUESDAY", "09:00", "09:45", OF_1A), lesson("art", "TUESDAY", "09:00", "09:45", other));

        assertThat(clashes(before, after)).isEmpty();
    }

    @Test
    void eachPairIsNamedOnceWithItsFirstDateThatIsToComeAndOpen() {
        String other = "\"roomId\": \"r2\", \"groupIds\": [\"1b\"], \"staffIds\": [\"ann\"]";
        Problem before = problem(MATHS, lesson("art", "FRIDAY", "10:00", "10:45", other));
        Problem after = problem(
                lesson("maths", "TUESDAY", "09:00", "09:45", OF_1A),
                lesson("art", "TUESDAY", "09:00", "09:45", other),
                "\"2026-09-15\"");

        List<LessonClash> found = LessonClash.find(
                SchoolTimetableDifference.between(before, after), after, LocalDateTime.of(2026, 9, 8, 9, 1));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().first())
                .as("week 37 is over, 15 September is closed")
                .isEqualTo(LocalDate.of(2026, 9, 22));
    }
}
