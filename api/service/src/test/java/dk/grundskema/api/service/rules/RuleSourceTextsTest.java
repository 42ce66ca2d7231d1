package dk.grundskema.api.service.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.spi.RuleType;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sources of rules that the page with rules and weights names. */
final class RuleSourceTextsTest {
    private final PluginPlanningFacade planning = new PluginPlanningFacade();

    @ParameterizedTest
    @ValueSource(strings = {"da", "en"})
    void eachSourceThatIsNotOursHasWordsInBothLanguages(String language) {
        List<ResourceBundle> bundles = planning.textBundles(Locale.of(language));
        Stream<RuleType> rules = Stream.concat(
                Planner.coreRules().stream(),
                planning.plugins().all().stream().flatMap(plugin -> plugin.ruleTypes().stream()));
        assertThat(rules.filter(rule -> !rule.source().equals(RuleType.OURS))
                        .filter(rule -> bundles.stream()
                                .noneMatch(bundle -> bundle.containsKey("rule." + rule.id() + ".source")))
                        .map(rule -> rule.id() + ": " + rule.source()))
                .isEmpty();
    }
}
