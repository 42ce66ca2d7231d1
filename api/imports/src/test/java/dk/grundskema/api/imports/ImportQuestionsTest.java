package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.api.imports.source.ImportQuestion;
import dk.grundskema.api.imports.source.ImportQuestion.Kind;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What files leave open is asked, and an answer in the mapping settles it. */
class ImportQuestionsTest {
    private static final FileImporter IMPORTER = new FileImporter(PluginRegistry.of(List.of()), any -> List.of());
    private static final String LESSONS = """
            Klasse;Fag;Hvem;Lokale;Dag;Fra;Til;Telefon
            4B;DAN;Mete Holm;12;mandag;8.00;8.45;11
            4B;MAT;Lis Kok;12;tirsdag;8.00;8.45;12
            4B;MAD;Lis Kok;Madlavningskøkken;onsdag;8.00;8.45;13
            4B;IDR;Lis Kok;Idrætshal;torsdag;8.00;8.45;14
            4B;DAN;Lis Kok;Lokale 9 på 2. sal;fredag;8.00;8.45;15
            4C;Historie;Lis Kok;121;fredag;8.00;8.45;15
            4C;Historie;Lis Kok;121;mandag;8.00;8.45;15
            4C;Historie;Lis Kok;121;tirsdag;8.00;8.45;15
            4C;Historie;Lis Kok;121;onsdag;8.00;8.45;15
            4C;Histroie;Lis Kok;121;torsdag;8.00;8.45;15
            4C;DAN og MAT;Lis Kok;121;mandag;9.00;9.45;15
            4C;Idræt;Lis Kok;121;mandag;10.00;10.45;15
            4C;Historie valgfag;Lis Kok;121;tirsdag;10.00;10.45;15
            """;
    private static final String STAFF = """
            Initialer;Navn;Fag;Kan ikke;Morgen
            MH;Mette Holm;Dansk og matematik;;7.30
            LK;Lis Kok;Dansk, N/T, Håndværk og design;;7.45
            """;
    private String rooms = """
            Lokale;Pladser
            12;28
            Madlavningskøkken;20
            """;

    @TempDir
    Path folder;

    private record Answered(ImportResult result, List<ImportQuestion> questions) {
        ImportQuestion question(Kind kind, String word) {
            return questions.stream()
                    .filter(one -> one.kind() == kind && one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(questions));
        }

        boolean asks(ImportQuestion other) {
            return questions.stream()
                    .anyMatch(one -> one.kind() == other.kind() && one.word().equals(other.word()));
        }

        Problem problem() {
            return Objects.requireNonNull(result.problem(), () -> String.valueOf(result.findings()));
        }

        StaffMember person(String name) {
            return problem().staff().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        String kindOf(String room) {
            return problem().rooms().stream()
                    .filter(one -> one.name().equals(room))
                    .map(Room::kind)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private NamedFile file(String name, String content) throws IOException {
        return new NamedFile(name, Files.writeString(folder.resolve(name), content));
    }

    private static String field(Kind kind) {
        return switch (kind) {
            case HEADING -> "headings";
            case STAFF -> "staff";
            case CLASS -> "classes";
            case ROOM -> "rooms";
            case SUBJECT -> "subjects";
            case ROOM_KIND, ROOM_USE -> "roomKinds";
            case PLAN_STAFF, PLAN_CLASS, PLAN_ROOM, PLAN_SUBJECT, PLAN_LESSON ->
                throw new IllegalArgumentException("An import does not know the plan (" + kind + ")");
        };
    }

    /** Imports with the answer to a question, or to several by field of the mapping. */
    private Answered importFiles(Map<String, Map<String, String>> answers) throws IOException {
        ImportRequest request = request(answers);
        ImportResult result = IMPORTER.importFiles(request);
        return new Answered(
                result,
                Stream.concat(result.questions().stream(), questionsOfTables(request).stream())
                        .toList());
    }

    private static List<ImportQuestion> questionsOfTables(ImportRequest request) {
        return IMPORTER.readTables(request).stream()
                .flatMap(table -> table.questions().stream())
                .toList();
    }

    private ImportRequest request(Map<String, Map<String, String>> answers) throws IOException {
        var fields = new TreeMap<String, Json>();
        answers.forEach((field, meanings) -> {
            var words = new TreeMap<String, Json>();
            meanings.forEach((word, meaning) -> words.put(word, new Json.JsonString(meaning)));
            fields.put(field, new Json.JsonObject(words));
        });
        NamedFile mapping = file("mapping.json", JsonFormatter.format(new Json.JsonObject(fields)));
        return new ImportRequest(
                List.of(file("skema.csv", LESSONS), file("personale.csv", STAFF), file("lokaler.csv", rooms)),
                null,
                mapping,
                "2026/27",
                null,
                null,
                Language.DA,
                "problem.json",
                StudentIdScheme.of(StudentKey::random));
    }

    private static final Map<String, Map<String, String>> TEACHERS = Map.of("headings", Map.of("Hvem", "Lærer"));

    @Test
    void unknownColumnIsAskedAboutAndItsCellsSuggestWhatItIs() throws IOException {
        var asked = importFiles(Map.of());

        ImportQuestion who = asked.question(Kind.HEADING, "timetable: Hvem");
        assertThat(who.likely()).isEqualTo("Lærer");
        assertThat(who.place().where()).isEqualTo("C1");
        assertThat(who.meanings()).contains("Lærer", "Uger", "").doesNotContain("Klasse", "Fag");
        assertThat(asked.question(Kind.HEADING, "timetable: Telefon").likely()).isNull();
        assertThat(asked.question(Kind.HEADING, "staff: Morgen").likely()).isNull();
    }

    @Test
    void columnIsReadAsAnswered() throws IOException {
        var answered = importFiles(TEACHERS);

        assertThat(answered.problem().lessons())
                .allMatch(lesson -> !lesson.staffIds().isEmpty());
    }

    /** Another meaning of each question in each round, until each meaning was an answer. */
    @Test
    void everyAnswerSettlesItsQuestion() throws IOException {
        List<ImportQuestion> questions = importFiles(TEACHERS).questions();

        assertThat(questions)
                .extracting(ImportQuestion::kind)
                .contains(Kind.HEADING, Kind.STAFF, Kind.SUBJECT, Kind.ROOM_KIND);
        Map<Boolean, List<ImportQuestion>> byHeading =
                questions.stream().collect(Collectors.partitioningBy(one -> one.kind() == Kind.HEADING));
        List<ImportQuestion> headings = byHeading.getOrDefault(true, List.of());
        for (Map<String, Map<String, String>> answers : rounds(headings)) {
            assertThat(questionsOfTables(request(answers))).as("%s", answers).isEmpty();
        }
        List<ImportQuestion> words = byHeading.getOrDefault(false, List.of());
        for (Map<String, Map<String, String>> answers : rounds(words)) {
            Answered answered = importFiles(answers);
            assertThat(answered.problem()).isNotNull();
            assertThat(words).as("%s", answers).noneMatch(answered::asks);
        }
    }

    /** Answers to all questions at once, each with its next meaning in the next round. */
    private static List<Map<String, Map<String, String>>> rounds(List<ImportQuestion> questions) {
        int count =
                questions.stream().mapToInt(one -> one.meanings().size()).max().orElseThrow();
        var rounds = new ArrayList<Map<String, Map<String, String>>>();
        for (int round = 0; round < count; round++) {
            var answers = new TreeMap<String, Map<String, String>>();
            TEACHERS.forEach((field, meanings) -> answers.put(field, new TreeMap<>(meanings)));
            for (ImportQuestion question : questions) {
                List<String> meanings = question.meanings();
                answers.computeIfAbsent(field(question.kind()), any -> new TreeMap<>())
                        .put(question.word(), meanings.get(round % meanings.size()));
            }
            rounds.add(answers);
        }
        return rounds;
    }

    @Test
    void personInNoListIsAskedAbout() throws IOException {
        var asked = importFiles(TEACHERS);

        assertThat(asked.question(Kind.STAFF, "Mete Holm").meanings()).containsExactly("Mette Holm", "Mete Holm");
        assertThat(importFiles(Map.of("headings", Map.of("Hvem", "Lærer"), "staff", Map.of("Mete Holm", "Mette Holm")))
                        .problem()
                        .staff())
                .hasSize(2);
    }

    @Test
    void subjectOfTheTimetableIsSuggestedForALongerOneOfTheStaffList() throws IOException {
        var asked = importFiles(Map.of());

        assertThat(asked.question(Kind.SUBJECT, "Dansk").meanings()).containsExactly("DAN", "Dansk");
        assertThat(asked.person("Lis Kok").skills()).contains("Dansk", "N/T");
        assertThat(importFiles(Map.of("subjects", Map.of("Dansk", "DAN")))
                        .person("Lis Kok")
                        .skills())
                .contains("DAN");
    }

    @Test
    void twoSubjectsInOneAreSeveralOnlyIfThatIsSaid() throws IOException {
        var asked = importFiles(Map.of());

        assertThat(asked.question(Kind.SUBJECT, "Dansk og matematik").meanings())
                .containsExactly("DAN, MAT", "Dansk og matematik");
        assertThat(asked.person("Mette Holm").skills()).containsExactly("Dansk og matematik");
        assertThat(importFiles(Map.of("subjects", Map.of("Dansk og matematik", "DAN, MAT")))
                        .person("Mette Holm")
                        .skills())
                .containsExactly("DAN", "MAT");
        assertThat(asked.questions()).noneMatch(one -> one.word().equals("Håndværk og design"));
    }

    @Test
    void twoSubjectsInOneLessonAreOneOfThemOrASubjectOfTheirOwn() throws IOException {
        var asked = importFiles(Map.of());

        assertThat(asked.question(Kind.SUBJECT, "DAN og MAT").meanings()).containsExactly("DAN", "MAT", "DAN og MAT");
        assertThat(lessonSubjects(asked)).contains("DAN og MAT");
        assertThat(lessonSubjects(importFiles(Map.of("subjects", Map.of("DAN og MAT", "MAT")))))
                .contains("MAT")
                .doesNotContain("DAN og MAT");
        assertThat(importFiles(Map.of("subjects", Map.of("DAN og MAT", "DAN og MAT")))
                        .questions())
                .noneMatch(one -> one.word().equals("DAN og MAT"));
    }

    @Test
    void longerNameOfASubjectInTheTimetableIsAskedAbout() throws IOException {
        var asked = importFiles(Map.of());

        assertThat(asked.question(Kind.SUBJECT, "IDR").meanings()).containsExactly("Idræt", "IDR");
        assertThat(asked.questions())
                .as("the subject with more letters, and one of more words")
                .noneMatch(one -> one.word().equals("Idræt") || one.word().equals("Historie valgfag"));
        assertThat(lessonSubjects(importFiles(Map.of("subjects", Map.of("IDR", "Idræt")))))
                .doesNotContain("IDR");
    }

    private static List<String> lessonSubjects(Answered answered) {
        return answered.problem().lessons().stream().map(Lesson::subject).toList();
    }

    @Test
    void answersCountAsUsedOnlyIfTheFilesNameTheirWords() throws IOException {
        Map<String, Map<String, String>> answers = Map.of(
                "headings", Map.of("timetable: Hvem", "Lærer"),
                "staff", Map.of("Mete Holm", "Mette Holm", "Bo Lund", "Bo Lind"),
                "subjects", Map.of("Dansk og matematik", "DAN, MAT", "Tysk", "TYS"),
                "roomKinds", Map.of("12", "small-room", "Storsalen", "hall"));

        assertThat(importFiles(answers).result().used())
                .containsExactlyInAnyOrder(
                        new ImportQuestion.Key(Kind.STAFF, "Mete Holm"),
                        new ImportQuestion.Key(Kind.SUBJECT, "Dansk og matematik"),
                        new ImportQuestion.Key(Kind.ROOM_KIND, "12"));
    }

    @Test
    void misspelledSubjectIsAskedAbout() throws IOException {
        assertThat(importFiles(Map.of()).question(Kind.SUBJECT, "Histroie").meanings())
                .containsExactly("Historie", "Histroie");
    }

    @Test
    void wordThatIsNoKindOfRoomIsAskedAbout() throws IOException {
        rooms = "Lokale;Art\n12;brug\n121;brug\n13;Undervisning\nStorsalen;\n";
        var asked = importFiles(Map.of());

        ImportQuestion question = asked.question(Kind.ROOM_USE, "brug");
        assertThat(question.meanings()).contains("classroom", "kitchen").endsWith("brug");
        assertThat(question.likely()).isNull();
        assertThat(asked.result().findings())
                .filteredOn(one -> one.finding().code().equals("import.room.kind-unknown"))
                .singleElement()
                .satisfies(one -> assertThat(one.finding().arguments()).startsWith("brug", 2));
        assertThat(asked.kindOf("13")).isEqualTo("classroom");
        assertThat(asked.kindOf("Storsalen")).isEqualTo("hall");
        for (String kind : List.of("small-room", "brug")) {
            var answered = importFiles(Map.of("roomKinds", Map.of("brug", kind)));
            assertThat(answered.kindOf("12")).isEqualTo(kind);
            assertThat(answered.questions()).noneMatch(one -> one.kind() == Kind.ROOM_USE);
            assertThat(answered.result().used()).contains(new ImportQuestion.Key(Kind.ROOM_USE, "brug"));
        }
    }

    @Test
    void roomsOfUnknownKindHaveTheKindThatTheirNamesSuggest() throws IOException {
        var asked = importFiles(Map.of());

        assertThat(asked.kindOf("Madlavningskøkken")).isEqualTo("kitchen");
        assertThat(asked.kindOf("12")).isEqualTo("classroom");
        assertThat(asked.kindOf("Lokale 9 på 2. sal")).isEqualTo("classroom");
        assertThat(asked.question(Kind.ROOM_KIND, "Idrætshal").likely()).isEqualTo("hall");
        assertThat(asked.result().findings())
                .filteredOn(one -> one.finding().code().equals("import.room.kind-assumed"))
                .extracting(one -> one.finding().arguments().getFirst().toString())
                .containsExactlyInAnyOrder("classroom", "hall", "kitchen");
        assertThat(importFiles(Map.of("roomKinds", Map.of("12", "small-room"))).kindOf("12"))
                .isEqualTo("small-room");
    }
}
