package dk.grundskema.solver.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.toolkit.ComposedPlugin;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each mistake in the texts of parameters gives a complaint with a suggestion. */
class FieldTextContractTest {
    record Reader(StudentId studentId, @Default("5") int need) {}

    record Readers(@Default("12") int weeks, List<Reader> readers, List<UsableTime> usable) {}

    /** A plugin with the texts of these keys. */
    private static final class ReadingPlugin extends ComposedPlugin<Readers> {
        private final Map<String, String> danish;
        private final Map<String, String> english;

        ReadingPlugin(Map<String, String> danish, Map<String, String> english) {
            super(parts(
                    new InterventionType("reading", 1, InterventionType.Category.AROUND, "ours"),
                    Readers.class,
                    (one, problem, interruptions) -> new DemandBuilder(one, problem).build()));
            this.danish = danish;
            this.english = english;
        }

        @Override
        public ResourceBundle texts(Locale locale) {
            Map<String, String> texts = locale.getLanguage().equals("da") ? danish : english;
            return new ResourceBundle() {
                @Override
                protected @Nullable Object handleGetObject(String key) {
                    return texts.get(key);
                }

                @Override
                public Enumeration<String> getKeys() {
                    return Collections.enumeration(texts.keySet());
                }
            };
        }
    }

    private static Map<String, String> said(String... keys) {
        return Stream.of(keys).collect(Collectors.toMap(key -> key, key -> "Guide C"));
    }

    private static List<String> wrong(Map<String, String> danish, Map<String, String> english) {
        return FieldTextContract.wrongSources(new ReadingPlugin(danish, english));
    }

    @Test
    void fieldsWithoutTextAreNamedExceptThoseOfSharedRecords() {
        var reading = new ReadingPlugin(said("field.Reader.need"), said());

        assertThat(FieldTextContract.missing(reading, Locale.of("da")))
                .containsExactlyInAnyOrder(
                        "field.Readers.weeks",
                        "field.Readers.readers",
                        "field.Readers.usable",
                        "field.Reader.studentId");
        assertThat(FieldTextContract.missing(reading, Locale.of("en")))
                .hasSize(5)
                .contains("field.Reader.need");
    }

    @Test
    void sourcesOfFieldsInBothLanguagesAreAcceptedAndOptional() {
        var sources = said("source.Readers.weeks", "source.Reader.need", "source.UsableTime.weekdays");

        assertThat(wrong(sources, sources)).isEmpty();
        assertThat(wrong(said(), said())).isEmpty();
    }

    @Test
    void sourceOfAnUnknownFieldIsNamed() {
        var sources = said("source.Readers.week", "source.Candidate.area", "source.weeks");

        assertThat(wrong(sources, sources))
                .hasSize(3)
                .anyMatch(text -> text.contains("The text (source.Readers.week) is of no field of (Readers)"))
                .anyMatch(text -> text.contains("(source.Candidate.area)"))
                .allMatch(text -> text.contains("Maybe it is spelt otherwise there?"));
    }

    @Test
    void sourceMissingInOneLanguageIsNamedWithTheLanguage() {
        var sources = said("source.Readers.weeks");

        assertThat(wrong(sources, said()))
                .singleElement()
                .asString()
                .contains("The text (source.Readers.weeks) says nothing in (en)");
        assertThat(wrong(said(), sources)).singleElement().asString().contains("says nothing in (da)");
        assertThat(wrong(sources, Map.of("source.Readers.weeks", " ")))
                .singleElement()
                .asString()
                .contains("in (en)");
    }
}
