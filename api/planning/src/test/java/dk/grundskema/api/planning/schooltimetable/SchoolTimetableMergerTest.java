package dk.grundskema.api.planning.schooltimetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.imports.mappingfile.PlanEntries;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SchoolTimetableMergerTest {
    private static final PluginPlanningFacade PLANNING = new PluginPlanningFacade();
    private static final LocalDateTime SECOND_WEEK = LocalDateTime.of(2026, 9, 14, 6, 0);
    private static final String ANN = "{\"id\": \"ann\", \"name\": \"Ann Berg\"}";
    private static final String BO = "{\"id\": \"bo\", \"name\": \"Bo Holm\"}";
    private static final String MATHS = lesson("maths", "MONDAY", "08:00", "ann");
    private static final String MUSIC = lesson("music", "FRIDAY", "10:00", "ann");
    private static final PlanEntries NONE = PlanEntries.none();

    private static Problem problem(String staff, String... lessons) {
        String text = """
                {"version": 1, "title": "School", "language": "EN",
                 "horizon": {"firstWeek": "2026-W37", "weeks": 4},
                 "sites": [{"id": "home", "name": "School"}],
                 "rooms": [{"id": "r1", "name": "1", "kind": "CLASSROOM", "capacity": 30}],
                 "staff": [%s],
                 "groups": [{"id": "1a", "name": "1A", "kind": "CLASS", "members": []}],
                 "lessons": [%s],
                 "interventions": []}""".formatted(staff, String.join(", ", lessons));
        ReadResult<Problem> read = PLANNING.readProblem(text);
        assertThat(read).as(String.valueOf(read.findings())).isInstanceOf(ReadResult.Success.class);
        return ((ReadResult.Success<Problem>) read).value();
    }

    private static String lesson(String id, String weekday, String start, String teacher) {
        return """
                {"id": "%s", "title": "%s", "subject": "%s", "roomId": "r1", "groupIds": ["1a"], "staffIds": ["%s"],
                 "time": {"weeks": ["2026-W37", "2026-W38", "2026-W39"], "weekday": "%s", "start": "%s", "end": "%s"}}""".formatted(id, id, id, teacher, weekday, start, start.replace(":00", ":45"));
    }

    private static MergedSchoolTimetable merge(Problem present, Problem imported, PlanEntries entries) {
        return merge(present, imported, entries, Set.of());
    }

    private static MergedSchoolTimetable merge(
            Problem present, Problem imported, PlanEntries entries, Set<String> remembered) {
        return SchoolTimetableMerger.merge(present, imported, Set.of(), entries, remembered, SECOND_WEEK);
    }

    private static PlanEntries staff(Map<String, String> names) {
        return new PlanEntries(new TreeMap<>(names), NONE.classes(), NONE.rooms(), NONE.subjects(), NONE.lessons());
    }

    private static PlanEntries lessons(Map<String, String> names) {
        return new PlanEntries(NONE.staff(), NONE.classes(), NONE.rooms(), NONE.subjects(), new TreeMap<>(names));
    }

    private static PlanEntries subjects(Map<String, String> names) {
        return new PlanEntries(NONE.staff(), NONE.classes(), NONE.rooms(), new TreeMap<>(names), NONE.lessons());
    }

    private static String person(String id, String name) {
        return "{\"id\": \"%s\", \"name\": \"%s\"}".formatted(id, name);
    }

    private static List<String> staffIds(MergedSchoolTimetable merged) {
        return merged.problem().staff().stream().map(one -> one.id().value()).toList();
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream().map(Finding::code).toList();
    }

    @Test
    void aNewNameIsOfferedAllThatOnlyThePlanHasTheMostSimilarFirst() {
        Problem present = problem(ANN + ", " + BO, MATHS);
        Problem imported = problem("{\"id\": \"x\", \"name\": \"Bo Holmm\"}", lesson("maths", "MONDAY", "08:00", "x"));

        List<ImportQuestion> questions = merge(present, imported, NONE).questions();

        assertThat(questions).hasSize(1);
        assertThat(questions.getFirst().kind()).isEqualTo(ImportQuestion.Kind.PLAN_STAFF);
        assertThat(questions.getFirst().meanings()).containsExactly("Bo Holmm", "Bo Holm", "Ann Berg");
        assertThat(questions.getFirst().likely()).isEqualTo("Bo Holm");
    }

    @Test
    void anAnswerKeepsThePersonOfThePlan() {
        Problem present = problem(ANN + ", " + BO, MATHS);
        Problem imported = problem("{\"id\": \"x\", \"name\": \"Nina Ny\"}", lesson("maths", "MONDAY", "08:00", "x"));

        MergedSchoolTimetable merged = merge(present, imported, staff(Map.of("Nina Ny", "Ann Berg")));
        MergedSchoolTimetable settled = merge(present, imported, staff(Map.of("Nina Ny", "Nina Ny")));

        assertThat(merged.problem()).isEqualTo(present);
        assertThat(merged.questions()).isEmpty();
        assertThat(codes(merged.findings())).contains("school-timetable.renamed-staff");
        assertThat(settled.problem().staff()).hasSize(3);
        assertThat(settled.questions()).isEmpty();
    }

    @Test
    void onePersonOfThePlanIsNotTwoOfTheFiles() {
        Problem present = problem(ANN + ", " + BO, MATHS, MUSIC);
        Problem imported = problem(
                "{\"id\": \"x\", \"name\": \"Nina\"}, {\"id\": \"y\", \"name\": \"Otto\"}",
                lesson("maths", "MONDAY", "08:00", "x"),
                lesson("music", "FRIDAY", "10:00", "y"));

        MergedSchoolTimetable merged =
                merge(present, imported, staff(Map.of("Nina", "Bo Holm", "Otto", "Bo Holm", "Per", "Bo Holmm")));

        assertThat(codes(merged.wrong())).containsExactly("school-timetable.answer-twice");
        assertThat(merged.wrong().getFirst().pointer()).isEqualTo("/inPlan/staff/Otto");
        assertThat(codes(merged.unknown()))
                .containsExactly("school-timetable.answer-not-new.staff", "school-timetable.answer-not-missing.staff");
    }

    @Test
    void aLessonThatReplacesAnotherContinuesItFromTheDayOnAndThePastStays() {
        Problem present = problem(ANN, MATHS, MUSIC);
        Problem imported = problem(ANN, lesson("science", "MONDAY", "08:00", "ann"), MUSIC);
        Map<String, String> answer = Map.of("1A MONDAY 08:00 science", "1A MONDAY 08:00 maths (Ann Berg)");

        MergedSchoolTimetable open = merge(present, imported, NONE);
        MergedSchoolTimetable merged = merge(present, imported, lessons(answer));
        var before = SchoolTimetableDifference.between(present, open.problem());
        var difference = SchoolTimetableDifference.between(present, merged.problem());

        assertThat(open.questions().getFirst().meanings())
                .containsExactly("1A MONDAY 08:00 science (Ann Berg)", "1A MONDAY 08:00 maths (Ann Berg)");
        assertThat(before.pairs()).isEmpty();
        assertThat(before.added()).hasSize(1);
        assertThat(before.ended()).hasSize(1);
        assertThat(merged.questions()).isEmpty();
        assertThat(merged.problem().lessons())
                .extracting(one -> one.id().value())
                .containsExactly("maths", "music", "maths-2026-W38");
        assertThat(merged.problem().lessons().getFirst())
                .isEqualTo(present.lessons()
                        .getFirst()
                        .inWeeks(weeksUntil(present.lessons().getFirst())));
        assertThat(difference.added()).isEmpty();
        assertThat(difference.ended()).isEmpty();
        assertThat(difference.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.hasOtherContent()).isTrue();
            assertThat(pair.isMoved()).isFalse();
            assertThat(pair.after().subject()).isEqualTo("science");
        });
    }

    private static SortedSet<IsoWeek> weeksUntil(Lesson lesson) {
        return new TreeSet<>(Set.of(lesson.time().weeks().first()));
    }

    @Test
    void aNewLessonWithTheIdOfAnEndedOneDoesNotContinueIt() {
        Problem present = problem(ANN, MATHS, MUSIC);
        Problem imported = problem(
                ANN,
                lesson("maths", "TUESDAY", "09:00", "ann").replace("\"subject\": \"maths\"", "\"subject\": \"art\""),
                MUSIC);

        Problem merged = merge(present, imported, NONE).problem();

        assertThat(merged.lessons()).extracting(one -> one.id().value()).containsExactly("maths", "music", "maths-2");
        assertThat(SchoolTimetableDifference.between(present, merged).pairs()).isEmpty();
    }

    @Test
    void lessonsThatShareNoClassAndNoTeacherWithSubjectAreNotAskedAbout() {
        Problem present = problem(ANN + ", " + BO, MATHS, MUSIC);
        String other = lesson("art", "MONDAY", "08:00", "bo").replace("[\"1a\"]", "[]");
        Problem imported = problem(ANN + ", " + BO, other, MUSIC);

        assertThat(merge(present, imported, NONE).questions()).isEmpty();
    }

    @Test
    void aSuccessorWithTheSameInitialsIsAQuestionAndIsNew() {
        Problem present = problem(person("ek", "Else Kjær") + ", " + BO, lesson("maths", "MONDAY", "08:00", "ek"));
        Problem imported = problem(person("ek", "Emil Ny"), lesson("maths", "MONDAY", "08:00", "ek"));

        MergedSchoolTimetable open = merge(present, imported, NONE);
        MergedSchoolTimetable settled = merge(present, imported, staff(Map.of("Emil Ny", "Emil Ny")));
        MergedSchoolTimetable same = merge(present, imported, staff(Map.of("Emil Ny", "Else Kjær")));
        MergedSchoolTimetable other = merge(present, imported, staff(Map.of("Emil Ny", "Bo Holm")));

        assertThat(open.questions()).singleElement().satisfies(one -> {
            assertThat(one.meanings()).containsExactly("Emil Ny", "Else Kjær", "Bo Holm");
            assertThat(one.likely()).isEqualTo("Else Kjær");
        });
        assertThat(staffIds(open)).containsExactly("ek", "bo", "ek-2");
        assertThat(settled.questions()).isEmpty();
        assertThat(staffIds(settled)).containsExactly("ek", "bo", "ek-2");
        assertThat(same.problem()).isEqualTo(present);
        assertThat(codes(other.unknown())).isEmpty();
        assertThat(staffIds(other)).containsExactly("ek", "bo");
        assertThat(other.problem().lessons().getLast().staffIds())
                .extracting(one -> one.value())
                .containsExactly("bo");
    }

    @Test
    void initialsAloneAndLongerNamesOfTheSameIdAreTheSamePerson() {
        Problem present = problem(
                person("ek", "Else Kjær") + ", " + person("bh", "Bo Holm") + ", " + person("ml", "ML"),
                lesson("maths", "MONDAY", "08:00", "ek"));
        Problem imported = problem(
                person("ek", "EK") + ", " + person("bh", "Bo Lund Holm") + ", " + person("ml", "Mia Lind"),
                lesson("maths", "MONDAY", "08:00", "ek"));

        MergedSchoolTimetable merged = merge(present, imported, NONE);

        assertThat(merged.questions()).isEmpty();
        assertThat(merged.problem()).isEqualTo(present);
        assertThat(merged.findings())
                .filteredOn(one -> one.code().equals("school-timetable.renamed-staff"))
                .as("initials alone are no other name")
                .hasSize(2);
    }

    @Test
    void initialsThatTwoInThePlanHaveAreAQuestion() {
        Problem present = problem(
                person("ek", "Else Kjær") + ", " + person("ek-2", "Emil Ny"), lesson("maths", "MONDAY", "08:00", "ek"));
        Problem imported = problem(person("ek", "EK"), lesson("maths", "MONDAY", "08:00", "ek"));

        List<ImportQuestion> questions = merge(present, imported, NONE).questions();

        assertThat(questions.getFirst().meanings()).containsExactly("EK", "Else Kjær", "Emil Ny");
    }

    @Test
    void namesThatDifferInDigitsAloneAreNotTheSameInSpiteOfTheId() {
        Problem present = problem(person("1a", "Room 2"), lesson("maths", "MONDAY", "08:00", "1a"));
        Problem imported = problem(person("1a", "Room 1"), lesson("maths", "MONDAY", "08:00", "1a"));

        assertThat(merge(present, imported, NONE).questions()).hasSize(1);
    }

    @Test
    void aWordThatTheFilesDoNotHaveIsNotNew() {
        Problem present = problem(ANN, MATHS);
        Problem imported = problem(ANN, MATHS, lesson("art", "FRIDAY", "12:00", "ann"));
        var entries = new PlanEntries(
                new TreeMap<>(Map.of("Ann Berg", "Ann Berg", "Ann Borg", "Ann Borg")),
                NONE.classes(),
                NONE.rooms(),
                new TreeMap<>(Map.of("art", "art", "maths", "maths", "arts", "arts")),
                new TreeMap<>(Map.of(
                        "1A FRIDAY 12:00 art", "1A FRIDAY 12:00 art",
                        "1A MONDAY 08:00 maths", "1A MONDAY 08:00 maths",
                        "1A MONDAY 09:00 maths", "1A MONDAY 09:00 maths")));

        assertThat(merge(present, imported, entries).unknown())
                .extracting(Finding::pointer)
                .containsExactly(
                        "/inPlan/staff/Ann Borg", "/inPlan/subjects/arts", "/inPlan/lessons/1A MONDAY 09:00 maths");
    }

    @Test
    void oneOfTwoWithTheSameNameIsNamedById() {
        Problem present = problem(
                person("aj1", "Anne Jensen") + ", " + person("aj2", "Anne Jensen"),
                lesson("maths", "MONDAY", "08:00", "aj1"),
                lesson("music", "FRIDAY", "10:00", "aj2"));
        Problem imported = problem(
                person("aj1", "Anne Jensen") + ", " + person("x", "Anne Jensen"),
                lesson("maths", "MONDAY", "08:00", "aj1"),
                lesson("music", "FRIDAY", "10:00", "x"));

        MergedSchoolTimetable open = merge(present, imported, NONE);
        MergedSchoolTimetable answered = merge(present, imported, staff(Map.of("Anne Jensen", "aj2")));

        assertThat(open.questions().getFirst().meanings()).containsExactly("Anne Jensen", "aj2");
        assertThat(open.questions().getFirst().likely()).isEqualTo("aj2");
        assertThat(answered.problem()).isEqualTo(present);
    }

    @Test
    void aQuestionOffersTheTwelveMostSimilarNames() {
        String many = IntStream.range(0, 40)
                .mapToObj(nth -> person("p" + nth, "Person " + (char) ('A' + nth % 26) + " " + nth))
                .collect(Collectors.joining(", "));
        Problem present = problem(many + ", " + person("z", "Zoe Lindqvist"), lesson("maths", "MONDAY", "08:00", "z"));
        Problem imported = problem(person("y", "Zoe Lindkvist"), lesson("maths", "MONDAY", "08:00", "y"));

        List<String> meanings =
                merge(present, imported, NONE).questions().getFirst().meanings();

        assertThat(meanings).hasSize(13).startsWith("Zoe Lindkvist", "Zoe Lindqvist");
        assertThat(merge(present, imported, staff(Map.of("Zoe Lindkvist", "Person N 39")))
                        .unknown())
                .as("an answer that is not offered counts, too")
                .isEmpty();
    }

    @Test
    void aRememberedAnswerAboutAnotherLessonGivesWay() {
        Problem present = problem(ANN + ", " + BO, MATHS, lesson("german", "MONDAY", "08:00", "bo"), MUSIC);
        Problem imported = problem(ANN + ", " + BO, lesson("film", "MONDAY", "08:00", "bo"), MUSIC);
        PlanEntries entries = lessons(Map.of(
                "1A MONDAY 08:00 film (Ann Berg)", "1A MONDAY 08:00 maths (Ann Berg)",
                "1A MONDAY 08:00 film (Bo Holm)", "1A MONDAY 08:00 german (Bo Holm)"));

        MergedSchoolTimetable merged = merge(present, imported, entries);

        assertThat(merged.wrong()).isEmpty();
        assertThat(merged.unknown())
                .extracting(Finding::pointer)
                .containsExactly("/inPlan/lessons/1A MONDAY 08:00 film (Ann Berg)");
        assertThat(SchoolTimetableDifference.between(present, merged.problem()).pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.before().subject()).isEqualTo("german"));
    }

    @Test
    void rememberedAnswersThatContradictEachOtherOrAnotherAreLeftOut() {
        Problem present = problem(ANN + ", " + BO, MATHS, MUSIC);
        Problem imported = problem(
                person("x", "Nina") + ", " + person("y", "Otto"),
                lesson("maths", "MONDAY", "08:00", "x"),
                lesson("music", "FRIDAY", "10:00", "y"));
        PlanEntries entries = staff(Map.of("Nina", "Bo Holm", "Otto", "Bo Holm"));

        MergedSchoolTimetable one = merge(present, imported, entries, Set.of("/inPlan/staff/Nina"));
        MergedSchoolTimetable both =
                merge(present, imported, entries, Set.of("/inPlan/staff/Nina", "/inPlan/staff/Otto"));

        assertThat(one.wrong()).isEmpty();
        assertThat(one.questions()).extracting(ImportQuestion::word).containsExactly("Nina");
        assertThat(both.wrong()).isEmpty();
        assertThat(both.questions()).extracting(ImportQuestion::word).containsExactly("Nina", "Otto");
    }

    @Test
    void oneLessonIsNotTwoOfThePlan() {
        Problem present = problem(ANN, MATHS, MUSIC);
        Problem imported = problem(ANN, lesson("film", "MONDAY", "08:00", "ann"));
        PlanEntries entries = lessons(Map.of(
                "1A MONDAY 08:00 film", "1A MONDAY 08:00 maths",
                "1A MONDAY 08:00 film (Nobody)", "1A FRIDAY 10:00 music"));

        assertThat(codes(merge(present, imported, entries).wrong()))
                .containsExactly("school-timetable.answer-two-meanings");
    }

    @Test
    void aRenamedSubjectIsOneQuestionBeforeThoseAboutItsLessons() {
        String[] before = {
            MATHS,
            lesson("maths2", "TUESDAY", "08:00", "ann").replace("subject\": \"maths2", "subject\": \"maths"),
            MUSIC
        };
        Problem present = problem(ANN, before);
        Problem imported = problem(
                ANN,
                MATHS.replace("\"maths\", \"subject\": \"maths", "\"Mathematics\", \"subject\": \"Mathematics"),
                before[1].replace("subject\": \"maths", "subject\": \"Mathematics"),
                MUSIC.replace("subject\": \"music", "subject\": \"band"));

        MergedSchoolTimetable open = merge(present, imported, NONE);
        MergedSchoolTimetable renamed = merge(present, imported, subjects(Map.of("Mathematics", "maths")));
        MergedSchoolTimetable settled = merge(present, imported, subjects(Map.of("Mathematics", "Mathematics")));

        assertThat(open.questions())
                .extracting(ImportQuestion::kind, ImportQuestion::word)
                .containsExactly(
                        tuple(ImportQuestion.Kind.PLAN_SUBJECT, "Mathematics"),
                        tuple(ImportQuestion.Kind.PLAN_LESSON, "1A FRIDAY 10:00 band (Ann Berg)"));
        assertThat(open.questions().getFirst().meanings()).containsExactly("Mathematics", "maths", "music");
        assertThat(open.questions().getFirst().likely()).isEqualTo("maths");
        assertThat(renamed.problem().lessons().subList(0, 2))
                .isEqualTo(present.lessons().subList(0, 2));
        assertThat(renamed.questions())
                .extracting(ImportQuestion::kind)
                .containsExactly(ImportQuestion.Kind.PLAN_LESSON);
        assertThat(settled.questions())
                .extracting(ImportQuestion::kind)
                .containsOnly(ImportQuestion.Kind.PLAN_LESSON)
                .hasSize(3);
    }

    @Test
    void aLessonIsNamedByItsLastBrackets() {
        Problem present = problem(ANN + ", " + BO, MATHS, MUSIC);
        Problem imported = problem(
                ANN + ", " + BO,
                lesson("FIL (hold 1)", "MONDAY", "08:00", "bo").replace("\"id\": \"FIL (hold 1)", "\"id\": \"fil"),
                MUSIC);

        MergedSchoolTimetable open = merge(present, imported, NONE);
        String word = open.questions().getFirst().word();

        assertThat(word).isEqualTo("1A MONDAY 08:00 FIL (hold 1) (Bo Holm)");
        for (String text : List.of(word, "1A MONDAY 08:00 FIL (hold 1)", "1A MONDAY 08:00 FIL (hold 1) (Ann)")) {
            assertThat(merge(present, imported, lessons(Map.of(text, "1A MONDAY 08:00 maths")))
                            .unknown())
                    .as(text)
                    .isEmpty();
        }
    }
}
