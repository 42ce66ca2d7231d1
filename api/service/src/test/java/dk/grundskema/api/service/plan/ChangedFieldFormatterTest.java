package dk.grundskema.api.service.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.JsonTreeParser;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordShape;
import dk.grundskema.api.documents.json.RecordShape.Part;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.comparison.ProblemChanges;
import dk.grundskema.api.planning.comparison.ProblemChanges.FieldChange;
import dk.grundskema.api.planning.comparison.ProblemChanges.Kind;
import dk.grundskema.api.planning.comparison.ProblemChanges.PartChange;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.platform.testing.ServiceClient;
import dk.grundskema.api.platform.testing.ServiceClient.Answer;
import dk.grundskema.api.platform.testing.TestDatabase;
import dk.grundskema.api.service.testing.TestPlans;
import dk.grundskema.api.service.testing.TestServices;
import dk.grundskema.domain.problem.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** Comparisons name changed fields as lists and forms do. */
final class ChangedFieldFormatterTest {
    private final Server server = TestServices.on(TestDatabase.H2);
    private final ChangedFieldFormatter labels = server.bean(ChangedFieldFormatter.class);

    @AfterEach
    void speakAsBefore() {
        LocaleContextHolder.resetLocaleContext();
    }

    /** Fields of a problem's parts that can change in place; an element without an id is removed and another one added instead. */
    private static Map<String, Set<String>> fields() {
        var all = new TreeMap<String, Set<String>>();
        for (Part part : RecordShape.of(Problem.class).parts()) {
            boolean isList = Collection.class.isAssignableFrom(part.rawType());
            Class<?> element =
                    isList ? RecordShape.rawClassOf(RecordShape.typeArgument(part.type(), 0)) : part.rawType();
            if (element.isRecord()
                    && (!isList || RecordShape.of(element).names().contains("id"))) {
                var names = new TreeSet<>(RecordShape.of(element).names());
                names.removeAll(Set.of("id", "parameters"));
                all.put(part.name(), names);
            }
        }
        assertThat(all.keySet()).contains("horizon", "staff", "rooms", "lessons", "interventions", "work");
        return all;
    }

    private String word(String part, String pointer, Json.JsonObject problem) {
        var field = new FieldChange(pointer, null, new Json.JsonString("now"));
        return String.join(
                "; ", labels.describe(new PartChange(part, Kind.CHANGED, "one", "One", List.of(field)), problem));
    }

    private static Json.JsonObject with(String type) {
        return new Json.JsonObject(Map.of(
                "interventions",
                new Json.JsonArray(List.of(new Json.JsonObject(
                        Map.of("id", new Json.JsonString("one"), "type", new Json.JsonString(type)))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyFieldHasWords(String language) {
        LocaleContextHolder.setLocale(Locale.of(language));
        fields().forEach((part, names) ->
                names.forEach(name -> assertThat(word(part, "/" + name + "/0/deeper", with("camp")))
                        .as("field.%s.%s in %s", part, name, language)
                        .isNotBlank()
                        .isNotEqualTo(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyParameterIsCalledAsInTheFormOfItsType(String language) {
        LocaleContextHolder.setLocale(Locale.of(language));
        new PluginPlanningFacade()
                .plugins()
                .all()
                .forEach(plugin -> RecordShape.of(plugin.parameterType())
                        .names()
                        .forEach(name -> assertThat(word(
                                        "interventions",
                                        "/parameters/" + name,
                                        with(plugin.type().id())))
                                .as("%s of %s", name, plugin.type().id())
                                .isNotBlank()
                                .isNotEqualTo(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void aFieldThatAListHasIsCalledAsItsColumn(String language) {
        LocaleContextHolder.setLocale(Locale.of(language));
        var columns = ResourceBundle.getBundle("dk.grundskema.api.service.input.lists.messages", Locale.of(language));
        List<String[]> fields = Stream.of(columns.keySet().toArray(String[]::new))
                .filter(key -> key.startsWith("column."))
                .map(key -> key.split("\\.", -1))
                .toList();
        assertThat(fields).hasSizeGreaterThan(10);
        assertThat(fields)
                .allSatisfy(field -> assertThat(word(field[1], "/" + field[2], with("camp")))
                        .isEqualTo(columns.getString(String.join(".", field)).replace("''", "'")));
    }

    @Test
    void aFieldIsSaidOnceHoweverMuchOfItDiffersAndWhatNobodyKnowsByItsName() {
        LocaleContextHolder.setLocale(Locale.of("da"));
        var fields = Stream.of("/availability/only", "/availability/except/0/start", "/new~1field", "")
                .map(pointer -> new FieldChange(pointer, null, null))
                .toList();
        assertThat(labels.describe(new PartChange("staff", Kind.CHANGED, "one", "One", fields), with("camp")))
                .containsExactly("Kan ikke", "new/field");
        assertThat(word("interventions", "/parameters/hours", with("not-here"))).isEqualTo("hours");
    }

    private static Json.JsonObject coTeaching(String lessons, String takes) {
        return (Json.JsonObject) ((ReadResult.Success<Json>) JsonTreeParser.parse(
                        """
                        {"groups": [{"id": "g7", "name": "07a"}],
                         "interventions": [{"id": "co", "title": "Tolærer", "type": "co-teaching", "parameters": {
                           "firstWeek": "%s", "pool": [{"staffId": "%s"}],
                           "classes": [{"groupId": "g7", "lessonsPerWeek": %s}]}}]}""".formatted(takes.equals("mh") ? "2026-W34" : "2026-W35", takes, lessons)))
                .value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            da | 07a: Mindst så mange lektioner i en hel skoleuge: 6 → 14
            en | 07a: At least so many lessons in a full school week: 6 → 14
            """)
    void changedNumberIsGivenWithItsClassAndBothValues(String language, String words) {
        LocaleContextHolder.setLocale(Locale.of(language));
        Json.JsonObject after = coTeaching("14", "lk");
        PartChange change = ProblemChanges.between(coTeaching("6", "mh"), after).getFirst();

        assertThat(labels.describe(change, after))
                .hasSize(3)
                .contains(words)
                .anyMatch(one -> one.matches(".*: (uge 34 → uge 35|week 34 → week 35)"));
        List<String> recorded = ChangedField.toArguments("Tolærer", "co-teaching", labels.fieldsOf(change, after));
        assertThat(recorded).contains("07a", "6", "14").doesNotContain("mh", "lk");
        ChangedField.RecordedFields read = ChangedField.of(recorded);
        assertThat(labels.describe("interventions", read.type(), read.all())).isEqualTo(labels.describe(change, after));
    }

    @Test
    void comparisonNamesChangedFieldsByTheirFormLabels() {
        ServiceClient client = new ServiceClient(
                        ServiceClient.administrator(server).base(), List.of("Accept-Language", "da"))
                .withToken(TestDatabase.TOKEN);
        String plan = TestPlans.createCampPlan(client);
        Object before = client.get(plan).at("/revision/id");
        var change = Map.of("name", "Lone Abildgaard", "contractHours", 20, "skills", List.of("matematik"));
        Answer changed = client.withHeader("If-Match", "\"1\"").put(plan + "/staff/lone", change);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        Answer compared = client.get("/api/v1/revisions/" + before + "/comparison/" + changed.at("/revision/id"));
        assertThat(String.valueOf(compared.at("/problem/0/text")))
                .startsWith("Personale: Lone Abildgaard er ændret (")
                .contains("Timer om ugen", "Fag")
                .doesNotContain("contractHours", "skills");
    }
}
