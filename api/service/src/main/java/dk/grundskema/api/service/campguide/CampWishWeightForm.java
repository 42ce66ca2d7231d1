package dk.grundskema.api.service.campguide;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.service.campguide.CampRulesPage.WeightedWish;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.spi.RuleType;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads and writes the weights of a camp's wishes. Default weights are not stored. */
@Component
class CampWishWeightForm {
    /** Field of the problem that contains the weights. */
    static final String FIELD = "weights";

    /** Pointer to the weights. */
    static final String AT = "/" + FIELD;

    /** Wishes that no camp has on its own: closeness to an earlier plan, and sessions that exclude each other. */
    private static final Set<String> OF_OTHERS =
            Set.of("core.difference", "core.exclusive-at-one-time-wish", "core.exclusive-on-one-date-wish");

    /** Fields of limits whose level is chosen, by the wishes that they are at the lowest level. */
    private static final Map<String, String> LIMITS = Map.of(
            "core.long-day-wish", "longestDay",
            "core.rest-between-dates-wish", "restBetweenDates",
            "core.free-dates-wish", "freeDates",
            "camp.allowed-blocks-wish", "allowedBlocks",
            "camp.double-module-wish", "noDoubleModules",
            "camp.rooms-at-once-wish", "roomLimits");

    private final PluginPlanningFacade planning;
    private final RequestTexts requestTexts;

    CampWishWeightForm(PluginPlanningFacade planning, RequestTexts requestTexts) {
        this.planning = planning;
        this.requestTexts = requestTexts;
    }

    private List<RuleType> softRules(EditedCamp camp) {
        Stream<RuleType> own =
                planning.plugins().find(camp.own().type()).stream().flatMap(plugin -> plugin.ruleTypes().stream());
        return Stream.concat(own, Planner.coreRules().stream())
                .filter(rule -> rule.level() == Level.SOFT && !OF_OTHERS.contains(rule.id()))
                .filter(rule ->
                        !LIMITS.containsKey(rule.id()) || isWished(camp, Objects.requireNonNull(LIMITS.get(rule.id()))))
                .sorted(Comparator.comparingLong(RuleType::defaultWeight).reversed())
                .toList();
    }

    /** Returns whether the camp, the plan or one of its staff has a limit as a wish. */
    private static boolean isWished(EditedCamp camp, String limit) {
        Stream<WorkRules> work = Stream.concat(
                Stream.of(camp.problem().work()),
                camp.problem().staff().stream().map(StaffMember::work).filter(Objects::nonNull));
        return hasWish(camp.said().json(), limit, false)
                || work.anyMatch(rules -> hasWish(RecordWriter.toJsonValue(rules), limit, false));
    }

    private static boolean hasWish(Json json, String limit, boolean isInside) {
        return switch (json) {
            case Json.JsonArray list -> list.elements().stream().anyMatch(element -> hasWish(element, limit, isInside));
            case Json.JsonObject object ->
                (isInside && LevelField.of(new JsonObjectView(object)).equals(Level.SOFT.name()))
                        || object.fields().entrySet().stream()
                                .anyMatch(field -> hasWish(
                                        field.getValue(), limit, field.getKey().equals(limit)));
            default -> false;
        };
    }

    /** Returns the weights of the problem, by rule id. */
    JsonObjectView weights(EditedCamp camp) {
        return JsonObjectView.of(RecordWriter.toJsonValue(camp.problem().weights()));
    }

    /** Returns the submitted weights if they changed. */
    Map<String, Json.JsonObject> readWeights(EditedCamp camp, SubmittedForm submitted) {
        JsonObjectView now = weights(camp);
        JsonObjectView then = now;
        for (RuleType rule : softRules(camp)) {
            Optional<Json> number = submitted.number(AT + "/" + rule.id());
            boolean isUsual = number.equals(Optional.of(defaultWeight(rule)));
            then = isUsual ? then.without(rule.id()) : then.with(rule.id(), number);
        }
        return then.equals(now) ? Map.of() : Map.of(FIELD, then.json());
    }

    private static Json defaultWeight(RuleType rule) {
        return new Json.JsonNumber(BigDecimal.valueOf(rule.defaultWeight()));
    }

    /** Returns the wishes with their weights. */
    List<WeightedWish> buildWishes(EditedCamp camp, JsonObjectView weights, FieldErrors fieldErrors) {
        Texts texts = requestTexts.texts();
        return softRules(camp).stream()
                .map(rule -> new WeightedWish(
                        texts.text("rule." + rule.id() + ".sentence"),
                        source(rule, texts),
                        rule.defaultWeight(),
                        fieldErrors.field(
                                AT + "/" + rule.id(),
                                weights.has(rule.id())
                                        ? weights.text(rule.id())
                                        : String.valueOf(rule.defaultWeight()))))
                .toList();
    }

    private static String source(RuleType rule, Texts texts) {
        String key = "rule." + rule.id() + ".source";
        if (rule.source().equals(RuleType.OURS)) {
            return "";
        }
        return texts.has(key) ? texts.text(key) : rule.source();
    }
}
