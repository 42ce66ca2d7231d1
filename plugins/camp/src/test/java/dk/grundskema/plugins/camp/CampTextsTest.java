package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.Language;
import dk.grundskema.solver.registry.PluginRegistry;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CampTextsTest {
    private static final Path SOURCES = Path.of("src/main/java/dk/grundskema/plugins/camp");
    private static final Pattern CODE = Pattern.compile("\"(camp\\.[a-z-]+(\\.[a-z-]+)?)\"");

    private static final Pattern CHOICE = Pattern.compile("\\{\\d,choice,(?:[^{}]|\\{[^{}]*})*}");

    private static Texts texts(Language language) {
        return new Texts(language.locale(), List.of(new CampPlugin().texts(language.locale())), id -> id);
    }

    @Test
    void registryAcceptsThePlugin() {
        assertThat(PluginRegistry.load(getClass().getClassLoader()).find("camp"))
                .isPresent();
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(new TreeSet<>(new CampPlugin().texts(Locale.of("da")).keySet()))
                .isEqualTo(new TreeSet<>(new CampPlugin().texts(Locale.of("en")).keySet()));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyParameterHasALabel(Language language) {
        for (Class<?> type : List.of(
                CampParameters.class,
                DayKind.class,
                Block.class,
                Teams.class,
                Subject.class,
                AllowedBlocks.class,
                DoubleModuleBan.class,
                RoomLimit.class,
                Conversations.class,
                Contact.class,
                Visit.class)) {
            for (RecordComponent component : type.getRecordComponents()) {
                String key = "field." + type.getSimpleName() + "." + component.getName();
                assertThat(texts(language).has(key)).as(key).isTrue();
            }
        }
        Arrays.stream(Block.Kind.values())
                .forEach(kind -> assertThat(texts(language).has("enum." + kind)).isTrue());
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyCodeOfTheSourcesHasAText(Language language) throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                CODE.matcher(Files.readString(file)).results().forEach(code -> codes.add(code.group(1)));
            }
        }
        CampRules.TYPES.forEach(rule -> codes.remove(rule.id()));
        codes.removeAll(List.of("camp.base-timetable"));

        assertThat(codes).hasSizeGreaterThan(25).allMatch(texts(language)::has);
    }

    /** Java reads the words of a choice twice if there is an argument in them, and then drops the apostrophe. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void choiceFormatsHaveNoApostrophe(Language language) {
        ResourceBundle texts = new CampPlugin().texts(language.locale());

        assertThat(texts.keySet())
                .isNotEmpty()
                .noneMatch(key -> CHOICE.matcher(texts.getString(key))
                        .results()
                        .anyMatch(choice -> choice.group().contains("'")));
    }

    @Test
    void overlapIsReportedInASentence() {
        var camp = smallCamp()
                .blocks(
                        new Block(
                                "m2",
                                "Modul 2",
                                Block.Kind.MEAL,
                                time("10:30"),
                                time("12:00"),
                                null,
                                null,
                                0,
                                List.of(),
                                List.of()),
                        new Block(
                                "l",
                                "Frokost",
                                Block.Kind.MEAL,
                                time("11:45"),
                                time("12:30"),
                                null,
                                null,
                                0,
                                List.of(),
                                List.of()));
        Finding finding = new CampPlugin()
                .validate(camp.subjects().camp(), camp.problem())
                .getFirst();

        assertThat(texts(Language.DA).sentenceOf(finding))
                .isEqualTo(
                        "Blokken \"Modul 2\" (10.30-12.00) overlapper \"Frokost\" (11.45-12.30). Ret en af tiderne.");
        assertThat(texts(Language.EN).sentenceOf(finding))
                .isEqualTo(
                        "Block \"Modul 2\" (10:30–12:00) overlaps \"Frokost\" (11:45–12:30). Change one of the times.");
    }

    private static java.time.LocalTime time(String text) {
        return java.time.LocalTime.parse(text);
    }

    @Test
    void titlesOfTheDefaultsAreInTheProblemsLanguage() {
        var danish = new CampTexts(Language.DA);
        var english = new CampTexts(Language.EN);
        DayKind weekday = CampDefaults.dayKinds(false).getFirst();

        assertThat(weekday.blocks().stream().map(block -> danish.blockTitle(block, weekday)))
                .containsExactly(
                        "Overlevering",
                        "Morgenmad",
                        "Morgensamling",
                        "Modul 1",
                        "Bevægelse",
                        "Modul 2",
                        "Frokost",
                        "Modul 3",
                        "Fritid",
                        "Stille time",
                        "Aftensmad",
                        "Aftenaktivitet");
        assertThat(CampDefaults.subjects().stream().map(english::subjectTitle))
                .containsExactly(
                        "Danish",
                        "Mathematics",
                        "Character traits",
                        "Learning strategies",
                        "Body and movement",
                        "Creative workshop");
        assertThat(CampDefaults.traits())
                .hasSize(7)
                .allSatisfy(trait -> assertThat(danish.stepTitle(trait)).isNotEqualTo(trait));
        assertThat(danish.dayKindName(weekday)).isEqualTo("Hverdag");
    }

    @Test
    void blockWithoutTextHasTheTextOfItsKind() {
        var snack = CampBuilder.block("snack", Block.Kind.MEAL, "15:00", "15:15");
        assertThat(new CampTexts(Language.DA).blockTitle(snack, CampBuilder.day("day", "1", snack)))
                .isEqualTo("Måltid");
    }
}
