package dk.grundskema.api.planning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.documents.json.RecordShape;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.documents.problem.WalkPlugin;
import dk.grundskema.api.documents.timetable.TimetableReader;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormatSchemasTest {
    private static final PluginRegistry REAL = PluginRegistry.load(FileFormatSchemasTest.class.getClassLoader());
    private static final PluginRegistry WALK = PluginRegistry.of(List.of(new WalkPlugin()));

    @ParameterizedTest
    @ValueSource(strings = {"problem", "timetable"})
    void thePublishedSchemaIsThatOfTheRecords(String format) throws IOException {
        Path published = Path.of("..", "..", "docs", format + ".schema.json");
        String text = format.equals("problem")
                ? new FileFormatSchemas(REAL).problemSchema()
                : new FileFormatSchemas(REAL).timetableSchema();
        assertThat(Files.exists(published) ? Files.readString(published) : "")
                .as(
                        "docs/%s.schema.json is stale. Write it anew: ./grundskema schema %s > docs/%s.schema.json",
                        format, format, format)
                .isEqualToNormalizingNewlines(text + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camp-3-weeks", "camp-too-few-staff"})
    void theExamplesFollowTheSchemaAndAreRead(String example) throws IOException {
        Path file = Path.of("..", "..", "examples", example, "problem.json");
        assertThat(errors(new FileFormatSchemas(REAL).problemSchema(), Files.readString(file)))
                .isEmpty();
        assertThat(new ProblemReader(REAL).read(file).findings()).isEmpty();
    }

    @Test
    void theExamplesOfThePageAboutTheFormatsAreRead() throws IOException {
        var blocks = Pattern.compile("(?s)```json\n(\\{\n.*?)```")
                .matcher(Files.readString(Path.of("..", "..", "docs", "format.md")))
                .results()
                .map(match -> match.group(1))
                .filter(block -> block.contains("\"version\": 1"))
                .filter(block -> !block.contains("\"asks\"")) // the fidelity report, which is only ever written
                .toList();
        assertThat(blocks).hasSize(2);
        assertThat(new ProblemReader(REAL).read(blocks.get(0)).findings()).isEmpty();
        assertThat(errors(new FileFormatSchemas(REAL).problemSchema(), blocks.get(0)))
                .isEmpty();
        assertThat(new TimetableReader().read(blocks.get(1)).findings()).isEmpty();
        assertThat(errors(new FileFormatSchemas(REAL).timetableSchema(), blocks.get(1)))
                .isEmpty();
    }

    @Test
    void aProblemThatTheReaderTakesFollowsTheSchema() {
        assertThat(errors(new FileFormatSchemas(WALK).problemSchema(), problem()))
                .isEmpty();
        assertThat(new ProblemReader(WALK).read(problem())).isInstanceOf(ReadResult.Success.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"title\": \"Efterårstur\"  | \"tilte\": \"Efterårstur\"",
                "\"minutes\": 25             | \"minutes\": \"25\"",
                "\"minutes\": 25             | \"minutes\": 2.5",
                "\"2026-W37\", \"weeks\"     | \"2026-37\", \"weeks\"",
                "\"08:00\"                   | \"8:00\"",
                "\"CLASS\"                   | \"KLASSE\"",
                "\"id\": \"l1\"              | \"id\": \"l 1\"",
                "\"walk\"                    | \"swim\"",
                "\"kilometres\": 8           | \"kilometers\": 8",
                "{\"name\": \"Bakken\"}      | {\"minutes\": 5}",
                "{\"BEACH\": 3}              | {\"SEA\": 3}",
                "[\"dansk\", \"natur\"]      | [\"dansk\", \"dansk\"]",
                "\"parameters\": {           | \"parameterVersion\": 3, \"parameters\": {\"x\": 1, ",
            })
    void aProblemOfTheWrongShapeFollowsNeitherTheSchemaNorTheReader(String part, String replacement) {
        assertThat(problem()).contains(part);
        String broken = problem().replace(part, replacement);
        assertThat(errors(new FileFormatSchemas(WALK).problemSchema(), broken)).isNotEmpty();
        assertThat(new ProblemReader(WALK).read(broken)).isInstanceOf(ReadResult.Failure.class);
    }

    @Test
    void parametersOfAnEarlierVersionAreNotHeldToThePresentForm() {
        String old = problem()
                .replace(
                        "\"parameters\": {\"kilometres\": 8,",
                        "\"parameterVersion\": 2, \"parameters\": {\"miles\": 8,");
        assertThat(errors(new FileFormatSchemas(WALK).problemSchema(), old)).isEmpty();
    }

    @Test
    void defaultsStandInTheSchema() {
        assertThat(new FileFormatSchemas(WALK).problemSchema())
                .contains(
                        "\"default\": \"Europe/Copenhagen\"",
                        "\"default\": 37",
                        "\"default\": \"WOOD\"",
                        "\"$id\": \"urn:grundskema:schema:problem:1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyFieldOfEveryFormatIsExplained(String language) {
        Locale locale = Locale.of(language);
        var texts = new Texts(locale, REAL.bundles(locale), Function.identity());
        Set<Class<?>> records = new LinkedHashSet<>();
        collect(Problem.class, records);
        collect(Timetable.class, records);
        REAL.all().forEach(plugin -> collect(plugin.parameterType(), records));
        assertThat(records).hasSizeGreaterThan(25);
        var missing = records.stream()
                .flatMap(type ->
                        RecordShape.of(type).names().stream().map(name -> "field." + type.getSimpleName() + "." + name))
                .filter(key -> !texts.has(key) || texts.text(key).isBlank())
                .toList();
        assertThat(missing).isEmpty();
    }

    private static void collect(Type type, Set<Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, records);
            }
        }
        Class<?> raw = RecordShape.rawClassOf(type);
        boolean isForm = raw.isRecord()
                && raw != dk.grundskema.domain.time.IsoWeek.class
                && !dk.grundskema.domain.finding.Id.class.isAssignableFrom(raw);
        if (isForm && records.add(raw)) {
            RecordShape.of(raw).parts().stream()
                    .filter(part -> !part.name().equals("parameters"))
                    .forEach(part -> collect(part.type(), records));
        }
    }

    private static List<com.networknt.schema.Error> errors(String schema, String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema)
                .validate(json, InputFormat.JSON);
    }

    private static String problem() {
        try (InputStream in = Objects.requireNonNull(WalkPlugin.class.getResourceAsStream("problem.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
