package dk.grundskema.api.service.rules;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.engine.Planner;
import dk.grundskema.solver.spi.RuleType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the rules that apply to a plan or to one of its interventions: those of the core and of the installed plugins. */
@Component
class ApplicableRules {
    /** Rules about sessions that exclude each other, which only plugins of others declare. Listed if the plan gives them a weight. */
    private static final String EXCLUSIVE = "core.exclusive-";

    /** The wish that a changed plan resembles the earlier one. It concerns no intervention alone. */
    private static final String DIFFERENCE = "core.difference";

    /** Fields that choose the level of a rule, by the rule's id without the suffix of the level. */
    private static final Map<String, String> CHOSEN = Map.of(
            "core.long-day", "longestDay",
            "core.rest-between-dates", "restBetweenDates",
            "core.free-dates", "freeDates",
            "camp.allowed-blocks", "allowedBlocks",
            "camp.double-module", "noDoubleModules",
            "camp.rooms-at-once", "roomLimits",
            "co-teaching.lessons-a-day", "lessonsADay",
            "co-teaching.main-co-teacher", "mainCoTeacher",
            "small-groups.one-a-day", "oneSessionADay");

    /** Levels of rules that apply without the field that chooses the level. */
    private static final Map<String, Level> USUAL = Map.of(
            "co-teaching.lessons-a-day", Level.MEDIUM,
            "co-teaching.main-co-teacher", Level.SOFT,
            "small-groups.one-a-day", Level.SOFT);

    /** Rules whose level is chosen several times, for each class, and is left out where it is the usual one. */
    private static final Set<String> CHOSEN_OFTEN = Set.of("co-teaching.lessons-a-day");

    /** Names of the levels in files. */
    private static final Map<Level, Set<String>> NAMES = Map.of(
            Level.HARD, Set.of("HARD", "REQUIREMENT"),
            Level.MEDIUM, Set.of("MEDIUM", "GUIDELINE"),
            Level.SOFT, Set.of("SOFT", "WISH"));

    private final PluginPlanningFacade planning;

    ApplicableRules(PluginPlanningFacade planning) {
        this.planning = planning;
    }

    /** Returns the rules of a level, those with the largest usual weight first. */
    List<RuleType> find(Level level, RuleScope scope) {
        Stream<RuleType> own = scope.interventions().stream()
                .map(Intervention::type)
                .distinct()
                .flatMap(type -> planning.plugins().find(type).stream())
                .flatMap(plugin -> plugin.ruleTypes().stream());
        return Stream.concat(own, Planner.coreRules().stream())
                .filter(rule -> rule.level() == level && applies(rule, scope))
                .sorted(Comparator.comparingLong(RuleType::defaultWeight).reversed())
                .toList();
    }

    private static boolean applies(RuleType rule, RuleScope scope) {
        if (rule.id().equals(DIFFERENCE)) {
            return scope.isWholePlan();
        }
        if (rule.id().startsWith(EXCLUSIVE)) {
            return scope.problem().weights().containsKey(rule.id());
        }
        String plain = rule.id().replaceFirst("-(guideline|wish|requirement)$", "");
        String field = CHOSEN.get(plain);
        return field == null
                || hasLevelInWork(rule.level(), field, scope)
                || scope.interventions().stream().anyMatch(one -> hasLevel(rule, plain, field, one));
    }

    private static boolean hasLevelInWork(Level level, String field, RuleScope scope) {
        return Stream.concat(
                        Stream.of(scope.problem().work()),
                        scope.problem().staff().stream().map(StaffMember::work).filter(Objects::nonNull))
                .anyMatch(work -> isAny(level, levels(RecordWriter.toJsonValue(work), field)));
    }

    private static boolean hasLevel(RuleType rule, String plain, String field, Intervention<?> one) {
        Set<String> levels = levels(RecordWriter.toJsonValue(one.parameters()), field);
        boolean isOwn = rule.id().startsWith(one.type() + ".");
        boolean isUsual = isOwn && USUAL.get(plain) == rule.level();
        return levels.isEmpty() ? isUsual : isAny(rule.level(), levels) || (isUsual && CHOSEN_OFTEN.contains(plain));
    }

    private static boolean isAny(Level level, Set<String> names) {
        return Objects.requireNonNull(NAMES.get(level)).stream().anyMatch(names::contains);
    }

    private static Set<String> levels(Json json, String field) {
        var found = new HashSet<String>();
        collectLevels(json, field, false, found);
        return found;
    }

    private static void collectLevels(Json json, String field, boolean isInside, Set<String> found) {
        switch (json) {
            case Json.JsonArray list ->
                list.elements().forEach(element -> collectLevels(element, field, isInside, found));
            case Json.JsonObject object -> {
                if (isInside) {
                    found.add(LevelField.of(new JsonObjectView(object)));
                }
                object.fields().forEach((name, value) -> collectLevels(value, field, name.equals(field), found));
            }
            case Json.JsonString text when isInside -> found.add(text.value());
            default -> {}
        }
    }
}
