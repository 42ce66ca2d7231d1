package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.rules.LevelField;
import dk.grundskema.api.service.rules.PointerField;
import dk.grundskema.api.service.rules.RuleSentence;
import dk.grundskema.api.service.rules.WishWeightForm.WeightedWish;
import java.util.List;

/**
 * Model of the step with rules and wishes: sentences with one number each, and one on double modules.
 *
 * @param rules   rules
 * @param doubles rule on double modules
 * @param rooms   limits of rooms, and those that could be added
 * @param wishes  wishes
 */
public record CampRulesPage(
        List<RuleSentence> rules, DoubleModules doubles, List<RoomLimitSentence> rooms, List<WeightedWish> wishes) {
    /** Copies the lists. */
    public CampRulesPage {
        rules = List.copyOf(rules);
        rooms = List.copyOf(rooms);
        wishes = List.copyOf(wishes);
    }

    /**
     * The rule that no team has a subject in two modules in a row.
     *
     * @param level    name of the level, how binding the rule is; empty if all subjects may be double
     * @param except   messages about the subjects that may be double
     * @param subjects the subjects; chosen are those that may be double
     */
    public record DoubleModules(PointerField level, PointerField except, List<CheckboxOption> subjects) {
        /** Copies the list. */
        public DoubleModules {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * A limit of the teams that may have subjects that need certain rooms at the same time.
     *
     * @param limit    messages about the limit as a whole
     * @param kinds    kinds of room in file format
     * @param subjects titles of the subjects that need such rooms
     * @param rooms    names of the kinds of room
     * @param most     most teams; empty if there is no limit
     * @param level    name of the level, how binding the limit is
     */
    public record RoomLimitSentence(
            PointerField limit,
            List<String> kinds,
            String subjects,
            String rooms,
            PointerField most,
            PointerField level) {
        /** Copies the list. */
        public RoomLimitSentence {
            kinds = List.copyOf(kinds);
        }
    }

    /** Returns the names of all levels. */
    public List<String> levels() {
        return LevelField.names();
    }
}
