package dk.grundskema.solver.rules;

import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The core rules, which apply to every plan regardless of its interventions. Each theme has its own class, which
 * declares rule types (id, level, default weight, source) and creates the rules from a {@link CoreRuleContext}. The
 * rules use the same declarations as plugins; the engine treats both alike.
 */
public final class CoreRules {
    private CoreRules() {}

    /** Returns the types of all core rules, which do not depend on a plan. */
    public static List<RuleType> types() {
        return Stream.of(
                        ClashRules.TYPES,
                        AvailabilityRules.TYPES,
                        RestRules.TYPES,
                        DateRules.TYPES,
                        HoursRules.TYPES,
                        RoomRules.TYPES,
                        FormedGroupRules.TYPES,
                        RequiredSessionsRules.TYPES,
                        ExclusionRules.TYPES,
                        SupportRules.TYPES,
                        SupplementaryRules.TYPES,
                        FairnessRules.TYPES,
                        WishRules.TYPES,
                        DifferenceRules.TYPES)
                .flatMap(List::stream)
                .toList();
    }

    /** Creates the core rules for one plan. */
    public static List<Rule> of(CoreRuleContext context) {
        var rules = new ArrayList<Rule>();
        var minutes = new DutyMinutes(context.problem().horizon().zone());
        rules.addAll(ClashRules.of(context));
        rules.addAll(AvailabilityRules.of(context));
        rules.addAll(RestRules.of(context));
        rules.addAll(DateRules.of(context));
        rules.addAll(HoursRules.of(context, minutes));
        rules.addAll(RoomRules.of(context));
        rules.addAll(FormedGroupRules.of(context));
        rules.addAll(RequiredSessionsRules.of(context));
        rules.addAll(ExclusionRules.of(context));
        rules.addAll(SupportRules.of(context));
        rules.addAll(SupplementaryRules.studentsIn(context));
        rules.addAll(FairnessRules.of(context, minutes));
        rules.addAll(WishRules.of(context));
        rules.addAll(DifferenceRules.of(context));
        return List.copyOf(rules);
    }
}
