package dk.grundskema.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.imports.ImportRequest.NamedFile;
import dk.grundskema.api.imports.assembly.StudentIdScheme;
import dk.grundskema.api.imports.assembly.StudentKey;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.place.RoomKind;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new camp takes its base timetable and rules from an earlier one. */
class CampTemplateTest {
    private static final Path EXAMPLE = Path.of("../../examples/camp-4-weeks-overnight/problem.json");
    private static final PluginRegistry PLUGINS = PluginRegistry.load(CampTemplateTest.class.getClassLoader());
    private static final CampDays WINTER = new CampDays(
            LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 26), false, new Decision("Karen Holm", "Aftalt i maj"));

    @TempDir
    private Path folder;

    private static CampTemplate template(String text) {
        return CampTemplate.of(problem(text)).orElseThrow();
    }

    private static Problem problem(String text) {
        var read = new ProblemReader(PLUGINS).read(text);
        assertThat(read).as(read.findings().toString()).isInstanceOf(ReadResult.Success.class);
        return ((ReadResult.Success<Problem>) read).value();
    }

    private ImportResult imported(CampTemplate template, NamedFile... more) throws IOException {
        String students = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> "Elev Nummer" + number + ";f" + number)
                .collect(Collectors.joining("\n", "Navn;Id\n", "\n"));
        String staff = IntStream.rangeClosed(1, 14)
                .mapToObj(number -> "P%d;Person Nummer%d;Dansk, Matematik;37".formatted(number, number))
                .collect(Collectors.joining("\n", "Initialer;Navn;Fag;Timer\n", "\n"));
        var files = new ArrayList<>(
                List.of(file("medarbejdere.csv", staff), file("elever.csv", students), file("lokaler.csv", """
                                Lokale;Type
                                Klasse 1;klasselokale
                                Klasse 2;klasselokale
                                Klasse 3;klasselokale
                                Klasse 4;klasselokale
                                Salen;hall
                                Spisesal;dining-hall
                                Hus;house
                                Hus 2;dormitory
                                """)));
        files.addAll(List.of(more));
        var request = new ImportRequest(
                files, null, null, null, null, null, Language.DA, "camp.json", StudentIdScheme.of(StudentKey::random));
        return new FileImporter(PLUGINS, new Planner(PLUGINS)::validate)
                .importFiles(request.withCamp(WINTER).withTemplate(template));
    }

    private NamedFile file(String name, String text) throws IOException {
        return new NamedFile(name, Files.writeString(folder.resolve(name), text));
    }

    private static Map<String, Json> problemFields(ImportResult imported) {
        assertThat(imported.json()).as(imported.findings().toString()).isNotNull();
        var read = JsonTreeParser.parse(Objects.requireNonNull(imported.json()));
        return ((Json.JsonObject) ((ReadResult.Success<Json>) read).value()).fields();
    }

    private static Map<String, Json> camp(ImportResult imported) {
        Json first = ((Json.JsonArray)
                        Objects.requireNonNull(problemFields(imported).get("interventions")))
                .elements()
                .getFirst();
        return ((Json.JsonObject) Objects.requireNonNull(
                        ((Json.JsonObject) first).fields().get("parameters")))
                .fields();
    }

    private static Map<String, Json> object(Map<String, Json> fields, String name) {
        return ((Json.JsonObject) Objects.requireNonNull(fields.get(name), name)).fields();
    }

    private static List<Map<String, Json>> list(Map<String, Json> fields, String name) {
        return ((Json.JsonArray) Objects.requireNonNull(fields.get(name), name))
                .elements().stream()
                        .map(one -> ((Json.JsonObject) one).fields())
                        .toList();
    }

    private static Map<String, Json> kind(Map<String, Json> camp, String id) {
        return list(camp, "dayKinds").stream()
                .filter(one -> new Json.JsonString(id).equals(one.get("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void baseTimetableSubjectsAndRulesAreTakenOverAndPeopleAndDatesAreNot() throws IOException {
        String earlier = Files.readString(EXAMPLE).replaceFirst("\"interventions\":", """
                "weights": {"camp.few-faces": 7},
                "work": {"hoursPerDay": 12, "agreedShortRest": {"hours": 8, "timesAWeek": 2, "agreedBy": "Lise"}},
                "interventions":""");

        ImportResult imported = imported(template(earlier));
        Map<String, Json> camp = camp(imported);

        assertThat(kind(camp, "weekend").get("blocks"))
                .as("the base timetable")
                .isNotNull()
                .isEqualTo(kind(template(earlier).parameters(), "weekend").get("blocks"));
        assertThat(object(problemFields(imported), "work"))
                .as("without the agreement with others")
                .containsKey("hoursPerDay")
                .doesNotContainKey("agreedShortRest");
        assertThat(kind(camp, "trip").get("dates"))
                .as("the second Saturday")
                .isEqualTo(new Json.JsonArray(List.of(new Json.JsonString("2027-02-20"))));
        assertThat(camp)
                .containsEntry("firstDay", new Json.JsonString("2027-02-08"))
                .containsEntry("overnight", new Json.JsonBoolean(true))
                .doesNotContainKeys("visits", "teams", "students", "staff", "site");
        assertThat(object(camp, "conversations")).containsKey("perStudent").doesNotContainKey("contacts");
        assertThat(object(camp, "takesStudentsFromLessons")).containsEntry("by", new Json.JsonString("Karen Holm"));
        assertThat(list(camp, "subjects").getFirst()).containsEntry("skill", new Json.JsonString("Dansk"));
        assertThat(object(problemFields(imported), "weights")).containsKey("camp.few-faces");
        assertThat(imported.findings()).anyMatch(one -> one.finding().code().equals("import.camp.template"));
    }

    @Test
    void kindOfDayThatHasNoDateLeftIsLeftOut() throws IOException {
        String earlier =
                Files.readString(EXAMPLE).replaceFirst("\"dates\": \\[\"2026-09-19\"]", "\"dates\": [\"2026-10-02\"]");

        assertThat(list(camp(imported(template(earlier))), "dayKinds"))
                .extracting(one -> one.get("id"))
                .doesNotContain(new Json.JsonString("trip"))
                .contains(new Json.JsonString("weekend"));
    }

    @Test
    void limitsToBlocksThatAreLeftOutGoWithThem() {
        Json kind = Json.fromJava(
                Map.of("id", "weekday", "weekdays", List.of("MONDAY"), "blocks", List.of(Map.of("id", "module-1"))));
        Json trip = Json.fromJava(
                Map.of("id", "trip", "dates", List.of("2026-10-02"), "blocks", List.of(Map.of("id", "module-6"))));
        Json subjects = Json.fromJava(List.of(
                Map.of("id", "danish", "allowedBlocks", Map.of("blocks", List.of("module-1", "module-6"))),
                Map.of("id", "sailing", "allowedBlocks", Map.of("blocks", List.of("module-6")))));
        var template = new CampTemplate(
                "Earlier",
                LocalDate.of(2026, 9, 7),
                Map.of("dayKinds", new Json.JsonArray(List.of(kind, trip)), "subjects", subjects),
                Map.of());

        Map<String, Json> fitted =
                template.fitTo(WINTER, Set.of("classroom")).template().parameters();

        assertThat(object(list(fitted, "subjects").getFirst(), "allowedBlocks"))
                .containsEntry("blocks", new Json.JsonArray(List.of(new Json.JsonString("module-1"))));
        assertThat(list(fitted, "subjects").getLast()).doesNotContainKey("allowedBlocks");
    }

    @Test
    void daysWithoutABaseTimetableAreNamed() throws IOException {
        String earlier = Files.readString(EXAMPLE)
                .replaceFirst(
                        "\"weekdays\": \\[\"MONDAY\", \"TUESDAY\", \"WEDNESDAY\", \"THURSDAY\", \"FRIDAY\"]",
                        "\"dates\": [\"2026-09-14\", \"2026-09-15\"]");

        ImportResult imported = imported(template(earlier));

        assertThat(imported.findings())
                .filteredOn(one -> one.finding().code().equals("import.camp.days-off"))
                .singleElement()
                .satisfies(one -> assertThat(one.finding().arguments().getFirst())
                        .isEqualTo(List.of(
                                LocalDate.of(2027, 2, 9), LocalDate.of(2027, 2, 22), LocalDate.of(2027, 2, 23))));
    }

    @Test
    void baseTimetableOfWhichNoDateFitsIsNotTakenOver() {
        Json kind = Json.fromJava(Map.of("id", "weekend", "dates", List.of("2026-10-03"), "blocks", List.of()));
        var template = new CampTemplate(
                "Earlier",
                LocalDate.of(2026, 9, 7),
                Map.of("dayKinds", new Json.JsonArray(List.of(kind)), "familiarStaff", Json.fromJava(2)),
                Map.of());

        CampTemplate.FittedTemplate fitted = template.fitTo(WINTER, Set.of("classroom"));

        assertThat(fitted.template().parameters()).containsOnlyKeys("familiarStaff");
        assertThat(fitted.findings()).extracting(Finding::code).containsExactly("import.camp.no-days-fit");
    }

    @Test
    void conversationsWithoutAnyRoomAreLeftOut() throws IOException {
        CampTemplate template = template(Files.readString(EXAMPLE));

        CampTemplate.FittedTemplate without = template.fitTo(WINTER, Set.of("hall"));

        assertThat(without.template().parameters()).doesNotContainKey("conversations");
        assertThat(without.findings()).extracting(Finding::code).contains("import.camp.no-conversations");
        assertThat(template.fitTo(WINTER, Set.of("classroom")).template().parameters())
                .containsKey("conversations");
    }

    @Test
    void roomsOfABlockBecomeTheirKinds() throws IOException {
        Problem earlier = problem(Files.readString(EXAMPLE));
        String room = earlier.rooms().getFirst().id().value();
        String kind = earlier.rooms().getFirst().kind();
        String text = Files.readString(EXAMPLE)
                .replaceFirst("\"roomKinds\": \\[\"dining-hall\"]", "\"rooms\": [\"" + room + "\"]");

        Map<String, Json> lunch = list(kind(template(text).parameters(), "arrival"), "blocks").stream()
                .filter(one -> new Json.JsonString("lunch").equals(one.get("id")))
                .findFirst()
                .orElseThrow();

        assertThat(lunch)
                .doesNotContainKey("rooms")
                .containsEntry("roomKinds", new Json.JsonArray(List.of(new Json.JsonString(kind))));
    }

    @Test
    void baseTimetableInTheListsTakesPrecedence() throws IOException {
        NamedFile base = file("grundskema.csv", """
                Tid;Hverdag;Onsdag;Hjemrejse
                7.30-8.15;Morgenmad;Morgenmad;Morgenmad
                9.00-10.30;Dansk;Matematik;Modul 1
                12.15-13.00;Frokost;Frokost;Frokost
                """);

        Map<String, Json> camp = camp(imported(template(Files.readString(EXAMPLE)), base));

        assertThat(list(camp, "dayKinds"))
                .extracting(one -> one.get("id"))
                .doesNotContain(new Json.JsonString("weekend"), new Json.JsonString("trip"));
        assertThat(camp).as("conversations need certain blocks").doesNotContainKey("conversations");
        assertThat(camp).containsKey("familiarStaff");
    }

    @Test
    void blocksThatUsedRoomsOfAKindThatTheListsLackNeedNoRoom() throws IOException {
        ImportResult imported = imported(template(Files.readString(EXAMPLE).replace("dining-hall", "canteen")));

        assertThat(imported.findings())
                .filteredOn(one -> one.finding().code().equals("import.camp.no-such-rooms"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.finding().arguments()).contains(List.of("canteen", RoomKind.TALK_ROOM)));
        assertThat(list(kind(camp(imported), "arrival"), "blocks"))
                .filteredOn(one -> new Json.JsonString("lunch").equals(one.get("id")))
                .singleElement()
                .satisfies(one -> assertThat(one.get("roomKinds")).isEqualTo(new Json.JsonArray(List.of())));
    }

    @Test
    void problemWithoutACampIsNoTemplate() throws IOException {
        assertThat(CampTemplate.of(problem(Files.readString(Path.of("../../examples/school-12-classes/problem.json")))))
                .isEmpty();
    }
}
