package dk.grundskema.solver.registry;

import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.InterventionType;
import dk.grundskema.solver.spi.RuleType;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Queries all start-up information of one plugin and collects violations of the contract. */
final class PluginInspection {
    private static final Pattern TYPE_ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern RULE_NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final long HEAVIEST = 1_000_000;

    /** Prefixes of the core's own codes, rules and text keys; a plugin with such an id would collide with them. */
    private static final Set<String> RESERVED = Set.of(
            "acceptance",
            "accepted-shortfall",
            "account",
            "archive",
            "ask",
            "assess",
            "audit",
            "backup",
            "calendar",
            "calendars",
            "candidate",
            "changes",
            "check",
            "clash",
            "comparison",
            "continue",
            "core",
            "date",
            "day",
            "decision",
            "demo",
            "difference",
            "domain",
            "edit",
            "editing",
            "enum",
            "failure",
            "fidelity",
            "field",
            "figure",
            "file",
            "findings",
            "first-administrator",
            "folder",
            "forget",
            "format",
            "gathering",
            "group",
            "horizon",
            "hours",
            "id",
            "import",
            "imported",
            "index",
            "intervention",
            "json",
            "lesson-time",
            "lock",
            "name",
            "organisation",
            "output",
            "overview",
            "part",
            "password",
            "plan",
            "precheck",
            "problem",
            "progress",
            "receiver",
            "reference",
            "repair",
            "replan",
            "report",
            "rest",
            "revision",
            "role",
            "rollcall",
            "rule",
            "school-timetable",
            "score",
            "setting",
            "sheets",
            "shortfall",
            "sign-in",
            "solve",
            "source",
            "start",
            "student",
            "students",
            "teams",
            "time",
            "timetable",
            "token",
            "travel",
            "type",
            "unit",
            "usable",
            "usage",
            "value",
            "views",
            "week",
            "weights",
            "work",
            "zone");

    private final InterventionPlugin<?> plugin;
    private final List<String> reasons = new ArrayList<>();
    private @Nullable InterventionType type;

    private PluginInspection(InterventionPlugin<?> plugin) {
        this.plugin = plugin;
    }

    static PluginInspection of(InterventionPlugin<?> plugin) {
        var inspection = new PluginInspection(plugin);
        inspection.inspect();
        return inspection;
    }

    InterventionPlugin<?> plugin() {
        return plugin;
    }

    /** Returns the plugin's type; {@code null} if the plugin returned none, which adds a reason. */
    @Nullable
    InterventionType type() {
        return type;
    }

    List<String> reasons() {
        return reasons;
    }

    void refuse(String reason) {
        reasons.add(reason);
    }

    private void inspect() {
        type = query("type()", plugin::type);
        if (type != null) {
            inspectType(type);
        }
        Class<?> parameters = query("parameterType()", plugin::parameterType);
        if (parameters != null && !parameters.isRecord()) {
            refuse("Its parameterType() is (%s), which is no record.".formatted(parameters.getName()));
        }
        List<RuleType> rules = query("ruleTypes()", plugin::ruleTypes);
        if (rules != null) {
            inspectRules(rules);
        }
        inspectTexts(Locale.of("da"), rules);
        inspectTexts(Locale.of("en"), rules);
    }

    private void inspectType(InterventionType given) {
        String id = given.id();
        if (isNull(id) || id.isBlank()) {
            refuse("Its type's id is blank.");
        } else if (!TYPE_ID.matcher(id).matches()) {
            refuse(
                    "Its type's id (%s) is malformed; lower-case letters, digits and hyphens were expected, a letter first, at most 40 characters."
                            .formatted(id));
        } else if (RESERVED.contains(id)) {
            refuse("Its type's id (%s) is reserved for the core.".formatted(id));
        }
        if (given.parameterVersion() < 1) {
            refuse("Its parameterVersion is (%d); at least 1 was expected.".formatted(given.parameterVersion()));
        }
        if (isNull(given.category())) {
            refuse("Its type has no category.");
        }
        if (isNull(given.source()) || given.source().isBlank()) {
            refuse("Its type names no source.");
        }
    }

    private void inspectRules(List<RuleType> rules) {
        var seen = new HashSet<String>();
        for (RuleType rule : rules) {
            if (isNull(rule)) {
                refuse("Its ruleTypes() hold a null.");
                continue;
            }
            inspectRuleId(rule.id());
            if (!isNull(rule.id()) && !seen.add(rule.id())) {
                refuse("Its rule (%s) is declared twice.".formatted(rule.id()));
            }
            if (isNull(rule.level())) {
                refuse("Its rule (%s) has no level.".formatted(rule.id()));
            }
            if (rule.defaultWeight() < 1 || rule.defaultWeight() > HEAVIEST) {
                refuse("Its rule (%s) has the default weight (%d); 1 to %d was expected."
                        .formatted(rule.id(), rule.defaultWeight(), HEAVIEST));
            }
            if (isNull(rule.source()) || rule.source().isBlank()) {
                refuse("Its rule (%s) names no source.".formatted(rule.id()));
            }
        }
    }

    private void inspectRuleId(String id) {
        if (isNull(id) || id.isBlank()) {
            refuse("It has a rule without an id.");
            return;
        }
        String prefix = type == null ? "" : type.id() + ".";
        if (!id.startsWith(prefix)) {
            refuse("Its rule (%s) lacks the prefix (%s).".formatted(id, prefix));
            return;
        }
        String name = type == null ? id.substring(id.indexOf('.') + 1) : id.substring(prefix.length());
        if (!RULE_NAME.matcher(name).matches()) {
            refuse("Its rule (%s) is malformed; words in lower case joined by hyphens were expected after the dot."
                    .formatted(id));
        }
    }

    private void inspectTexts(Locale locale, @Nullable List<RuleType> rules) {
        ResourceBundle texts;
        try {
            texts = plugin.texts(locale);
        } catch (MissingResourceException e) {
            refuse("It has no texts in language (%s): %s".formatted(locale, e.getMessage()));
            return;
        } catch (RuntimeException | LinkageError e) {
            refuse("Its texts(%s) threw %s.".formatted(locale, e));
            return;
        }
        if (isNull(texts)) {
            refuse("Its texts(%s) returned null.".formatted(locale));
            return;
        }
        requireText(texts, locale, "type.name");
        requireText(texts, locale, "type.summary");
        if (rules == null) {
            return;
        }
        for (RuleType rule : rules) {
            if (!isNull(rule) && !isNull(rule.id())) {
                for (String part : List.of("name", "sentence", "broken")) {
                    requireText(texts, locale, "rule." + rule.id() + "." + part);
                }
            }
        }
    }

    private void requireText(ResourceBundle texts, Locale locale, String key) {
        if (!texts.containsKey(key) || texts.getString(key).isBlank()) {
            refuse("Its text (%s) is missing in language (%s).".formatted(key, locale));
            return;
        }
        try {
            new MessageFormat(texts.getString(key), locale);
        } catch (IllegalArgumentException e) {
            refuse("Its text (%s) in language (%s) is no message pattern: %s.".formatted(key, locale, e.getMessage()));
        }
    }

    private <T> @Nullable T query(String method, Supplier<T> question) {
        try {
            T answer = question.get();
            if (isNull(answer)) {
                refuse("Its %s returned null.".formatted(method));
            }
            return answer;
        } catch (RuntimeException | LinkageError e) {
            refuse("Its %s threw %s.".formatted(method, e));
            return null;
        }
    }

    /** Checks for a {@code null} that the contract forbids but a plugin compiled without null checks may return. */
    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }
}
