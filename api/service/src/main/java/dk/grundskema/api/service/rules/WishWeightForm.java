package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.RuleType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads and writes the weights of wishes, and lists rules whose weight is fixed. Usual weights are not stored. */
@Component
public class WishWeightForm {
    /** Field of the problem that contains the weights. */
    public static final String FIELD = "weights";

    /** Pointer to the weights. */
    public static final String AT = "/" + FIELD;

    private final PluginPlanningFacade planning;
    private final ApplicableRules applicableRules;
    private final RequestTexts requestTexts;

    WishWeightForm(PluginPlanningFacade planning, ApplicableRules applicableRules, RequestTexts requestTexts) {
        this.planning = planning;
        this.applicableRules = applicableRules;
        this.requestTexts = requestTexts;
    }

    /**
     * A wish and its weight.
     *
     * @param sentence the wish
     * @param source   where it comes from
     * @param usual    the usual weight, in words
     * @param weight   weight; 0 turns the wish off
     */
    public record WeightedWish(String sentence, String source, String usual, PointerField weight) {}

    /**
     * Wishes of one type of intervention, or of the whole plan.
     *
     * @param title  name of the type
     * @param wishes the wishes
     */
    public record WishGroup(String title, List<WeightedWish> wishes) {
        /** Copies the list. */
        public WishGroup {
            wishes = List.copyOf(wishes);
        }
    }

    /**
     * A rule whose weight cannot be changed.
     *
     * @param sentence the rule
     * @param source   where it comes from
     */
    public record FixedRule(String sentence, String source) {}

    /** Returns the weights of a problem, by rule id. */
    public static JsonObjectView weights(Problem problem) {
        return JsonObjectView.of(RecordWriter.toJsonValue(problem.weights()));
    }

    /** Returns the weights of the problem with the submitted ones. A form without a wish leaves its weight as it is. */
    public JsonObjectView read(RuleScope scope, SubmittedForm submitted) {
        JsonObjectView weights = weights(scope.problem());
        for (RuleType rule : applicableRules.find(Level.SOFT, scope)) {
            String at = AT + "/" + rule.id();
            if (submitted.has(at)) {
                Optional<Json> number = submitted.number(at);
                boolean isUsual = number.equals(Optional.of(usualWeight(rule)));
                weights = isUsual ? weights.without(rule.id()) : weights.with(rule.id(), number);
            }
        }
        return weights;
    }

    private static Json usualWeight(RuleType rule) {
        return new Json.JsonNumber(BigDecimal.valueOf(rule.defaultWeight()));
    }

    /** Returns the wishes with their weights. */
    public List<WeightedWish> buildWishes(RuleScope scope, JsonObjectView weights, FieldErrors fieldErrors) {
        return applicableRules.find(Level.SOFT, scope).stream()
                .map(rule -> buildWish(rule, weights, fieldErrors))
                .toList();
    }

    /** Returns the wishes with their weights: those of each type of intervention, and then those of the whole plan. */
    List<WishGroup> buildGroups(RuleScope scope, JsonObjectView weights, FieldErrors fieldErrors) {
        Map<String, String> names = planning.typeNames(requestTexts.language());
        var groups = new LinkedHashMap<String, List<WeightedWish>>();
        scope.interventions().forEach(one -> groups.put(one.type(), new ArrayList<>()));
        groups.put("", new ArrayList<>());
        for (RuleType rule : applicableRules.find(Level.SOFT, scope)) {
            String type = groups.keySet().stream()
                    .filter(one -> rule.id().startsWith(one + "."))
                    .findFirst()
                    .orElse("");
            Objects.requireNonNull(groups.get(type)).add(buildWish(rule, weights, fieldErrors));
        }
        String rest = requestTexts.texts().text("rules.whole-plan");
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new WishGroup(names.getOrDefault(group.getKey(), rest), group.getValue()))
                .toList();
    }

    private WeightedWish buildWish(RuleType rule, JsonObjectView weights, FieldErrors fieldErrors) {
        Texts texts = requestTexts.texts();
        return new WeightedWish(
                sentence(rule, texts),
                source(rule, texts),
                texts.text("rules.usual", rule.defaultWeight()),
                fieldErrors.field(
                        AT + "/" + rule.id(),
                        weights.has(rule.id()) ? weights.text(rule.id()) : String.valueOf(rule.defaultWeight())));
    }

    /** Returns the rules of a level, all of whose weights are fixed. */
    List<FixedRule> buildFixed(Level level, RuleScope scope) {
        Texts texts = requestTexts.texts();
        return applicableRules.find(level, scope).stream()
                .map(rule -> new FixedRule(sentence(rule, texts), source(rule, texts)))
                .distinct()
                .toList();
    }

    private static String sentence(RuleType rule, Texts texts) {
        return texts.text("rule." + rule.id() + ".sentence");
    }

    private static String source(RuleType rule, Texts texts) {
        String key = "rule." + rule.id() + ".source";
        return texts.text(
                "rules.source",
                rule.source().equals(RuleType.OURS)
                        ? texts.text("rules.ours")
                        : texts.has(key) ? texts.text(key) : rule.source());
    }
}
