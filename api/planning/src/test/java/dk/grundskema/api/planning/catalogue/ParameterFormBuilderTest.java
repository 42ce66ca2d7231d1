package dk.grundskema.api.planning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.file.TextBundles;
import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.problem.WalkPlugin;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.planning.catalogue.FormField.EntityKind;
import dk.grundskema.api.planning.catalogue.FormField.Kind;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that parameters are typed into. */
final class ParameterFormBuilderTest {
    /** Words of files that Danish has, too. */
    private static final Set<String> ALIKE = Set.of("RITUAL", "SUPERVISION", "TYPE_1", "TYPE_2");

    private final PluginRegistry plugins = new PluginPlanningFacade().plugins();

    private List<FormField> form(String type, String language) {
        InterventionPlugin<?> plugin = plugins.find(type).orElseThrow();
        return new ParameterFormBuilder(plugins, plugin, Locale.of(language)).fields();
    }

    private static FormField named(List<FormField> fields, String name) {
        return fields.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<FormField> all(List<FormField> fields) {
        return fields.stream().flatMap(one -> Stream.concat(Stream.of(one), all(one.fields())));
    }

    @Test
    void theBeginningOfASentenceNamesTheFieldAndTheRestStandsBeside() {
        FormField weeks = named(form("small-groups", "da"), "weeks");
        assertThat(weeks.label()).isEqualTo("I hvor mange skoleuger");
        assertThat(weeks.hint()).isEqualTo("1 til 40. Guiden beder om 12.");
        assertThat(weeks.kind()).isEqualTo(Kind.NUMBER);
        FormField week = named(form("co-teaching", "en"), "firstWeek");
        assertThat(week.label()).doesNotEndWith(".");
        assertThat(week.hint()).isEqualTo("Left empty means the first planned week.");
        assertThat(week.kind()).isEqualTo(Kind.WEEK);
    }

    @Test
    void sourceOfAFigureIsShownInBothLanguagesAlsoForSharedRecords() {
        FormField danish = named(form("co-teaching", "da"), "classes");
        assertThat(named(danish.fields(), "lessonsPerWeek").source()).startsWith("Guide A, tolærerordning i praksis");
        assertThat(named(danish.fields(), "groupId").source()).isEmpty();
        FormField english = named(form("co-teaching", "en"), "classes");
        assertThat(named(english.fields(), "lessonsPerWeek").source()).startsWith("Guide A, co-teaching in practice");
        FormField candidates = named(form("small-groups", "en"), "candidates");
        assertThat(named(candidates.fields(), "area").source()).startsWith("Guide C, ");
        FormField work = named(form("camp", "da"), "work");
        assertThat(named(work.fields(), "dailyRestHours").source()).startsWith("Arbejdsmiljøloven, kapitel 9");
        assertThat(named(work.fields(), "nightStarts").source()).isEmpty();
    }

    @Test
    void kindsOfRoomsAreKnownAsSuch() {
        FormField conversations = named(form("camp", "da"), "conversations");
        FormField kinds = named(conversations.fields(), "roomKinds");
        assertThat(kinds.kind()).isEqualTo(Kind.LINES);
        assertThat(kinds.of()).isEqualTo(EntityKind.ROOM_KIND);
        FormField days = named(form("camp", "da"), "dayKinds");
        assertThat(named(named(days.fields(), "blocks").fields(), "roomKinds").of())
                .isEqualTo(EntityKind.ROOM_KIND);
        assertThat(named(conversations.fields(), "blocks").of()).isNull();
    }

    @Test
    void sourceOfAnotherPluginsFieldOfTheSameNameIsNotShown() {
        var sourced = new WalkPlugin() {
            @Override
            public InterventionType type() {
                return new InterventionType("stroll", 1, InterventionType.Category.AROUND, "a test");
            }

            @Override
            public ResourceBundle texts(Locale locale) {
                return new SourcedTexts(TextBundles.load(WalkPlugin.class, "messages", locale));
            }
        };
        var walk = new WalkPlugin();
        var both = PluginRegistry.of(List.of(walk, sourced));

        assertThat(named(new ParameterFormBuilder(both, sourced, Locale.of("da")).fields(), "kilometres")
                        .source())
                .isEqualTo("Turbogen, kapitel 2");
        assertThat(named(new ParameterFormBuilder(both, walk, Locale.of("da")).fields(), "kilometres")
                        .source())
                .isEmpty();
        assertThat(JsonFormatter.format(new FileFormatSchemas(both).parametersSchema(sourced)))
                .contains("\"x-source\": \"Turbogen, kapitel 2\"");
        assertThat(JsonFormatter.format(new FileFormatSchemas(both).parametersSchema(walk)))
                .doesNotContain("Turbogen");
    }

    /** The texts of a plugin, with a source of one field. */
    private static final class SourcedTexts extends ResourceBundle {
        SourcedTexts(ResourceBundle others) {
            setParent(others);
        }

        @Override
        protected @Nullable Object handleGetObject(String key) {
            return key.equals("source.WalkParameters.kilometres") ? "Turbogen, kapitel 2" : null;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.enumeration(Set.of("source.WalkParameters.kilometres"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void theHouseGivesSourcesOfFieldsOnly(String language) {
        for (ResourceBundle texts : PluginRegistry.coreBundles(Locale.of(language))) {
            assertThat(texts.keySet().stream().filter(key -> key.startsWith("source.")))
                    .allMatch(key -> texts.containsKey("field." + key.substring("source.".length())));
        }
    }

    @Test
    void nothingIsSaidAsFilesSayIt() {
        assertThat(Stream.of("camp", "co-teaching", "small-groups", "peer-learning")
                        .flatMap(type -> Stream.of("da", "en").flatMap(language -> all(form(type, language))))
                        .map(FormField::hint))
                .noneMatch(hint -> hint.toLowerCase(Locale.ROOT).matches("(?s).*(absent means|udeladt betyder).*"))
                .contains("Tomt betyder den første planlagte uge.");
    }

    @Test
    void fieldsAreTypedOrChosenAsTheirTypesAsk() {
        List<FormField> coTeaching = form("co-teaching", "da");
        FormField classes = named(coTeaching, "classes");
        assertThat(classes.kind()).isEqualTo(Kind.ROWS);
        assertThat(named(classes.fields(), "groupId").of()).isEqualTo(FormField.EntityKind.GROUP);
        assertThat(named(classes.fields(), "scheme").options())
                .extracting(FormField.Option::text)
                .contains("Type 1", "Altid to voksne");
        assertThat(named(coTeaching, "advisorsMeeting").kind()).isEqualTo(Kind.OPTIONAL_PART);
        assertThat(named(coTeaching, "preparation").kind()).isEqualTo(Kind.PART);
        assertThat(named(coTeaching, "secondRooms").kind()).isEqualTo(Kind.THINGS);
        List<FormField> camp = form("camp", "da");
        assertThat(named(camp, "overnight").kind()).isEqualTo(Kind.TRUTH);
        assertThat(named(camp, "preparationMinutes").kind()).isEqualTo(Kind.TABLE);
        assertThat(named(camp, "subjects").preset()).isNotNull();
    }

    @Test
    void aTypeThatIsDroppedInHasAFormToo() {
        var dropped = PluginRegistry.of(List.of(new WalkPlugin()));
        List<FormField> walk = new ParameterFormBuilder(dropped, dropped.all().getFirst(), Locale.of("da")).fields();
        assertThat(named(walk, "kilometres").kind()).isEqualTo(Kind.NUMBER);
        assertThat(named(walk, "days").kind()).isEqualTo(Kind.CHOICES);
        assertThat(named(walk, "days").options())
                .extracting(FormField.Option::text)
                .contains("Mandag");
        assertThat(named(walk, "stops").kind()).isEqualTo(Kind.ROWS);
        assertThat(named(walk, "songs").kind()).isEqualTo(Kind.LINES);
        assertThat(named(walk, "shares").kind()).isEqualTo(Kind.TABLE);
        assertThat(named(walk, "extras").kind()).isEqualTo(Kind.KEPT);
        assertThat(named(walk, "team").of()).isEqualTo(FormField.EntityKind.GROUP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void everyFieldAndEveryOptionIsSaidInWords(String language) {
        assertThat(plugins.typeIds().stream().flatMap(type -> all(form(type, language))))
                .hasSizeGreaterThan(150)
                .noneMatch(one -> !one.name().isEmpty() && one.label().equals(one.name()));
        assertThat(plugins.typeIds().stream()
                        .flatMap(type -> all(form(type, "da")))
                        .flatMap(one -> one.options().stream()))
                .hasSizeGreaterThan(20)
                .filteredOn(one -> !ALIKE.contains(one.value()))
                .noneMatch(one -> one.text().equalsIgnoreCase(one.value().replace('_', ' ')));
    }

    @Test
    void strengthsOfRulesAreChoicesInWordsAndLimitsOfAClassAreOptional() {
        FormField days = named(form("small-groups", "da"), "oneSessionADay");
        assertThat(days.kind()).isEqualTo(Kind.CHOICE);
        assertThat(days.options())
                .extracting(FormField.Option::text)
                .containsExactly("Gælder ikke", "Ønske", "Retningslinje", "Krav");
        FormField limits = named(named(form("co-teaching", "en"), "classes").fields(), "limits");
        assertThat(limits.kind()).isEqualTo(Kind.OPTIONAL_PART);
        assertThat(limits.fields())
                .extracting(FormField::name)
                .containsExactly(
                        "freeCoTeachers", "leastLessonsADay", "mostLessonsADay", "lessonsADay", "costBeyondMinimum");
        assertThat(named(named(form("co-teaching", "en"), "preparation").fields(), "mainCoTeacher")
                        .options())
                .extracting(FormField.Option::text)
                .containsExactly("Does not apply", "Wish", "Guideline", "Requirement");
    }
}
