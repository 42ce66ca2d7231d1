package dk.grundskema.solver.rules;

import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All rules of the core: what every plan needs, whatever its interventions. */
public final class CoreRules {
    private CoreRules() {}

    /** Types of all core rules, known without a plan. */
    public static List<RuleType> types() {
        return Stream.of(
                        ClashRules.TYPES,
                        AvailabilityRules.TYPES,
                        RestRules.TYPES,
                        HoursRules.TYPES,
                        RoomRules.TYPES,
                        GroupRules.TYPES,
                        PresenceRules.TYPES,
                        SupportRules.TYPES,
                        SupplementaryRules.TYPES,
                        FairnessRules.TYPES,
                        WishRules.TYPES,
                        DifferenceRules.TYPES)
                .flatMap(List::stream)
                .toList();
    }

    /** The core's rules for one plan. */
    public static List<Rule> of(Brief brief) {
        var rules = new ArrayList<Rule>();
        var minutes = new DutyMinutes(brief.problem().horizon().zone());
        rules.addAll(ClashRules.of(brief));
        rules.addAll(AvailabilityRules.of(brief));
        rules.addAll(RestRules.of(brief));
        rules.addAll(HoursRules.of(brief, minutes));
        rules.addAll(RoomRules.of(brief));
        rules.addAll(GroupRules.of(brief));
        rules.addAll(PresenceRules.of(brief));
        rules.addAll(SupportRules.of(brief));
        rules.addAll(SupplementaryRules.of(brief));
        rules.addAll(FairnessRules.of(brief, minutes));
        rules.addAll(WishRules.of(brief));
        rules.addAll(DifferenceRules.of(brief));
        return List.copyOf(rules);
    }
}
