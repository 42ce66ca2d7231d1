package dk.grundskema.solver.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.RuleType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluginRegistryTest {
    private static final Locale DANISH = Locale.of("da");

    @Test
    void pluginsAreSortedById() {
        var walk = new TestPlugin("walk");
        var art = new TestPlugin("art");
        assertThat(PluginRegistry.of(List.of(walk, art)).all())
                .extracting(plugin -> plugin.type().id())
                .containsExactly("art", "walk");
        assertThat(PluginRegistry.of(List.of(art, walk)).typeIds()).containsExactly("art", "walk");
    }

    @Test
    void pluginIsFoundByItsTypeOnly() {
        var walk = new TestPlugin("walk");
        var registry = PluginRegistry.of(List.of(walk));
        assertThat(registry.find("walk")).map(InterventionPlugin::type).contains(walk.type());
        assertThat(registry.find("walks")).isEmpty();
    }

    @Test
    void textsOfDomainAndPluginsExistInBothLanguages() {
        var registry = PluginRegistry.of(List.of(new TestPlugin()));
        for (String language : List.of("da", "en")) {
            var bundles = registry.bundles(Locale.of(language));
            assertThat(bundles).anyMatch(bundle -> bundle.containsKey("value.blank"));
            assertThat(bundles.getLast().getString("type.name")).isEqualTo("Walk " + language);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Walk", "1walk", "walk.far", "-walk", "wålk", "core", "problem", "value"})
    void aBlankMalformedOrReservedIdIsRefused(String id) {
        assertThat(reasonsFor(new TestPlugin(id))).anyMatch(reason -> reason.startsWith("Its type's id"));
    }

    /** Codes, rules and texts of a plugin begin with its id, so an id of the core's would clash with those of the core. */
    @Test
    void prefixOfCoreTextsIsRefusedAsPluginId() {
        Set<String> firstWords = PluginRegistry.of(List.of()).bundles(Locale.of("en")).stream()
                .flatMap(bundle -> bundle.keySet().stream())
                .map(key -> key.split("\\.", 2)[0])
                .collect(Collectors.toSet());

        assertThat(firstWords)
                .contains("rule", "value")
                .allSatisfy(word -> assertThat(reasonsFor(new TestPlugin(word)))
                        .anyMatch(reason -> reason.startsWith("Its type's id")));
    }

    @Test
    void anIdOfFortyCharactersIsTheLongest() {
        assertThat(PluginRegistry.of(List.of(new TestPlugin("w".repeat(40)))).typeIds())
                .hasSize(1);
        assertThat(reasonsFor(new TestPlugin("w".repeat(41))))
                .hasSize(1)
                .allMatch(reason -> reason.contains("malformed"));
    }

    @Test
    void twoPluginsWithOneIdAreBothRefusedAndEachNamesTheOther() {
        class OtherPlugin extends TestPlugin {}
        var refused = refused(new TestPlugin(), new OtherPlugin());
        assertThat(refused.refusals()).hasSize(2);
        assertThat(refused.refusals().get(0).reasons())
                .containsExactly("Its type's id (walk) is that of (" + OtherPlugin.class.getName() + ") too.");
        assertThat(refused.refusals().get(1).reasons())
                .containsExactly("Its type's id (walk) is that of (" + TestPlugin.class.getName() + ") too.");
    }

    @Test
    void aParameterVersionBelowOneIsRefused() {
        assertThat(reasonsFor(
                        new TestPlugin(new InterventionType("walk", 0, InterventionType.Category.AROUND, "a test"))))
                .containsExactly("Its parameterVersion is (0); at least 1 was expected.");
    }

    @Test
    void aTypeWithoutCategoryOrSourceIsRefusedForBoth() {
        assertThat(reasonsFor(new TestPlugin(new InterventionType("walk", 1, null, " "))))
                .containsExactly("Its type has no category.", "Its type names no source.");
    }

    @ParameterizedTest
    @CsvSource({
        "run.too-far, lacks the prefix (walk.)",
        "walking.too-far, lacks the prefix (walk.)",
        "walk., malformed",
        "walk.Too-Far, malformed",
        "walk.too_far, malformed",
        "walk.too--far, malformed",
        "'', without an id",
    })
    void ruleWithAnInvalidIdIsRefused(String id, String reason) {
        var plugin = withRules(new RuleType(id, Level.SOFT, 1, "a test"));
        assertThat(reasonsFor(plugin)).hasSize(1).allMatch(text -> text.contains(reason));
    }

    @Test
    void aRuleDeclaredTwiceIsRefused() {
        var rule = RuleType.hard("walk.too-far", "a test");
        assertThat(reasonsFor(withRules(rule, rule))).containsExactly("Its rule (walk.too-far) is declared twice.");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "1000000, 0", "1000001, 1", "-1, 1"})
    void weightsFromOneToAMillionAreAccepted(long weight, int refusals) {
        var plugin = withRules(RuleType.soft("walk.too-far", weight, "a test"));
        assertThat(reasonsOrNone(plugin)).hasSize(refusals);
    }

    @Test
    void aRuleWithoutLevelAndSourceIsRefusedForBoth() {
        assertThat(reasonsFor(withRules(new RuleType("walk.too-far", null, 1, ""))))
                .containsExactly("Its rule (walk.too-far) has no level.", "Its rule (walk.too-far) names no source.");
    }

    @Test
    void nullAsAnAnswerIsRefused() {
        var plugin = new TestPlugin() {
            @Override
            public InterventionType type() {
                return null;
            }

            @Override
            public Class<Parameters> parameterType() {
                return null;
            }

            @Override
            public List<RuleType> ruleTypes() {
                return null;
            }

            @Override
            public ResourceBundle texts(Locale locale) {
                return null;
            }
        };
        assertThat(reasonsFor(plugin))
                .containsExactly(
                        "Its type() returned null.",
                        "Its parameterType() returned null.",
                        "Its ruleTypes() returned null.",
                        "Its texts(da) returned null.",
                        "Its texts(en) returned null.");
    }

    @Test
    void everyMethodThatThrowsIsNamed() {
        var plugin = new TestPlugin() {
            @Override
            public InterventionType type() {
                throw new IllegalStateException("no type today");
            }

            @Override
            public Class<Parameters> parameterType() {
                throw new IllegalStateException("no parameters today");
            }

            @Override
            public List<RuleType> ruleTypes() {
                throw new NoClassDefFoundError("RuleTypes");
            }

            @Override
            public ResourceBundle texts(Locale locale) {
                throw new IllegalStateException("no texts today");
            }
        };
        assertThat(reasonsFor(plugin))
                .containsExactly(
                        "Its type() threw java.lang.IllegalStateException: no type today.",
                        "Its parameterType() threw java.lang.IllegalStateException: no parameters today.",
                        "Its ruleTypes() threw java.lang.NoClassDefFoundError: RuleTypes.",
                        "Its texts(da) threw java.lang.IllegalStateException: no texts today.",
                        "Its texts(en) threw java.lang.IllegalStateException: no texts today.");
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void parametersMustBeARecord() {
        var plugin = new TestPlugin() {
            @Override
            public Class<Parameters> parameterType() {
                return (Class) String.class;
            }
        };
        assertThat(reasonsFor(plugin))
                .containsExactly("Its parameterType() is (java.lang.String), which is no record.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type.name",
                "type.summary",
                "rule.walk.too-far.name",
                "rule.walk.too-far.sentence",
                "rule.walk.too-far.broken"
            })
    void eachTextThatIsMissingInOneLanguageIsNamed(String key) {
        var plugin = new TestPlugin() {
            @Override
            Map<String, String> entries(Locale locale) {
                var entries = super.entries(locale);
                if (locale.equals(DANISH)) {
                    entries.put(key, " ");
                }
                return entries;
            }
        };
        assertThat(reasonsFor(plugin)).containsExactly("Its text (" + key + ") is missing in language (da).");
    }

    @Test
    void invalidMessagePatternIsRefused() {
        var plugin = new TestPlugin() {
            @Override
            Map<String, String> entries(Locale locale) {
                var entries = super.entries(locale);
                entries.put("rule.walk.too-far.broken", "{km} too far");
                return entries;
            }
        };
        assertThat(reasonsFor(plugin)).hasSize(2).allMatch(reason -> reason.contains("is no message pattern"));
    }

    @Test
    void pluginWithoutTextsIsRefusedOncePerLanguage() {
        var plugin = new TestPlugin() {
            @Override
            public ResourceBundle texts(Locale locale) {
                throw new MissingResourceException("Can't find bundle", "messages", "");
            }
        };
        assertThat(reasonsFor(plugin))
                .containsExactly(
                        "It has no texts in language (da): Can't find bundle",
                        "It has no texts in language (en): Can't find bundle");
    }

    @Test
    void oneMessageNamesAllRefusedPluginsWithAllReasons() {
        var refused = refused(new TestPlugin("Walk"), new TestPlugin("good"), new TestPlugin("core"));
        assertThat(refused.refusals()).hasSize(2);
        assertThat(refused)
                .hasMessageContainingAll(TestPlugin.class.getName(), "(Walk) is malformed", "(core) is reserved");
        assertThat(refused.getMessage()).doesNotContain("good");
    }

    @Test
    void missingAndFailingServicesAreNamedTogether(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(InterventionPlugin.class.getName()),
                "no.such.Plugin\n" + BrokenPlugin.class.getName() + "\n" + SoundPlugin.class.getName() + "\n");
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            var refused = catchThrowableOfType(PluginRefusedException.class, () -> PluginRegistry.load(loader));
            assertThat(refused.refusals()).hasSize(2);
            assertThat(refused).hasMessageContainingAll("no.such.Plugin", BrokenPlugin.class.getName(), "no hands");
        }
    }

    @Test
    void servicesOfTheClassPathAreFound(@TempDir Path folder) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(InterventionPlugin.class.getName()), SoundPlugin.class.getName() + "\n");
        try (var loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            assertThat(PluginRegistry.load(loader).typeIds()).containsExactly("sound");
        }
    }

    /** A plugin as a service. */
    public static final class SoundPlugin extends TestPlugin {
        /** Called by the loader. */
        public SoundPlugin() {
            super("sound");
        }
    }

    /** A service whose constructor throws. */
    public static final class BrokenPlugin extends TestPlugin {
        /** Called by the loader. */
        public BrokenPlugin() {
            throw new IllegalStateException("no hands");
        }
    }

    private static InterventionPlugin<?> withRules(RuleType... rules) {
        return new TestPlugin() {
            @Override
            public List<RuleType> ruleTypes() {
                return List.of(rules);
            }
        };
    }

    private static PluginRefusedException refused(InterventionPlugin<?>... plugins) {
        return catchThrowableOfType(PluginRefusedException.class, () -> PluginRegistry.of(List.of(plugins)));
    }

    private static List<String> reasonsFor(InterventionPlugin<?> plugin) {
        return refused(plugin).refusals().getFirst().reasons();
    }

    private static List<String> reasonsOrNone(InterventionPlugin<?> plugin) {
        var refused = refused(plugin);
        return refused == null ? List.of() : refused.refusals().getFirst().reasons();
    }
}
