package dk.grundskema.api.planning.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.RuleType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares the page of all rules with their declarations, or writes it. */
class RuleTableTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "rules.md");
    private static final String HEAD = "| rule | level | weight | what it says | source |\n|---|---|---|---|---|\n";

    @Test
    void pageHasEachDeclaredRule() throws IOException {
        String page = page();
        if (Boolean.getBoolean("grundskema.rules.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("docs/rules.md is stale. Write it anew with -Dgrundskema.rules.write=true")
                .content()
                .isEqualToNormalizingNewlines(page);
    }

    private static String page() {
        var page = new StringBuilder("""
                # All rules
                Written from the declarations by `RuleTableTest`. A *hard* rule must hold, a *medium* one is a guideline whose place the plan names, a *soft* one is a wish. The weight is the cost of one unit of what the rule counts, such as a minute, a week or a place;
                a problem may change that of soft rules (`weights`). Where a rule has the endings `-guideline` and `-wish`, the planner chooses one of the levels. *ours* means that no document requires the rule. The pages of the plugins say how amounts are counted.

                ## Every plan
                Declared in `CoreRules`.

                """);
        ResourceBundle core = PluginRegistry.coreBundles(Locale.ENGLISH).getFirst();
        page.append(HEAD);
        CoreRules.types().forEach(type -> page.append(row(type, core)));
        page.append("""

                **Differences from what is asked for**, which only a timetable from a file or one changed by hand can have; `check` names them as medium, and `core.lock-kept` as hard.

                | difference | what should be |
                |---|---|
                """);
        Set<String> declared = CoreRules.types().stream().map(RuleType::id).collect(Collectors.toSet());
        for (String key : new TreeSet<>(core.keySet())) {
            String id = key.replaceFirst("^rule\\.", "").replaceFirst("\\.sentence$", "");
            if (key.equals("rule." + id + ".sentence") && !declared.contains(id)) {
                page.append("| `%s` | %s |\n".formatted(id, sentence(id, core)));
            }
        }
        PluginRegistry.load(RuleTableTest.class.getClassLoader()).all().forEach(plugin -> page.append(section(plugin)));
        return page.toString();
    }

    private static String section(InterventionPlugin<?> plugin) {
        ResourceBundle texts = plugin.texts(Locale.ENGLISH);
        List<String> rows =
                plugin.ruleTypes().stream().map(type -> row(type, texts)).toList();
        String id = plugin.type().id();
        return "\n## %s\n[%s.md](%s.md)\n\n".formatted(texts.getString("type.name"), id, id)
                + HEAD
                + String.join("", rows);
    }

    private static String row(RuleType type, ResourceBundle texts) {
        String weight = type.level() == Level.HARD ? "" : String.valueOf(type.defaultWeight());
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        type.id(),
                        type.level().name().toLowerCase(Locale.ROOT),
                        weight,
                        sentence(type.id(), texts),
                        type.source());
    }

    private static String sentence(String rule, ResourceBundle texts) {
        return new MessageFormat(texts.getString("rule." + rule + ".sentence"), Locale.ENGLISH).format(new Object[0]);
    }
}
