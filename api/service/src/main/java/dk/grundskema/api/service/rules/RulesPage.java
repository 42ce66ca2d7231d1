package dk.grundskema.api.service.rules;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.rules.WishWeightForm.FixedRule;
import dk.grundskema.api.service.rules.WishWeightForm.WishGroup;
import java.util.List;

/**
 * Model of the page with the rules and weights of a plan.
 *
 * @param plan    id of the plan
 * @param version plan version that the visitor has seen
 * @param done    last action: {@code saved} or {@code undone}; empty if none
 * @param canUndo whether that action was a save that is still the latest change
 * @param trouble reasons why the input was not saved
 * @param content the rules
 */
public record RulesPage(
        String plan, long version, String done, boolean canUndo, SaveTrouble trouble, RulesContent content) {
    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("rules").withStyle("interventions.css").withStyle("rules.css");
    }

    /** Returns the address of the page. */
    public String address() {
        return "/plans/" + plan + "/rules";
    }

    /**
     * Reasons why input was not saved.
     *
     * @param wrong             number of invalid fields
     * @param sentences         errors that belong to no field
     * @param concurrentChanges changes by others since the page was loaded
     */
    public record SaveTrouble(int wrong, List<String> sentences, List<String> concurrentChanges) {
        /** No trouble. */
        public static final SaveTrouble NONE = new SaveTrouble(0, List.of(), List.of());

        /** Copies the lists. */
        public SaveTrouble {
            sentences = List.copyOf(sentences);
            concurrentChanges = List.copyOf(concurrentChanges);
        }

        /** Returns whether there is any. */
        public boolean isAny() {
            return !equals(NONE);
        }
    }

    /**
     * The rules.
     *
     * @param work         working-time rules of the plan
     * @param exceptions   interventions that have their own working-time rules
     * @param people       people with their own
     * @param newPerson    field that gives a person their own
     * @param others       people who follow the plan
     * @param wishes       wishes with their weights, by type of intervention
     * @param guidelines   guidelines
     * @param requirements requirements
     */
    public record RulesContent(
            List<RuleSentence> work,
            List<InterventionLink> exceptions,
            List<PersonRules> people,
            PointerField newPerson,
            List<SelectOption> others,
            List<WishGroup> wishes,
            List<FixedRule> guidelines,
            List<FixedRule> requirements) {
        /** Copies the lists. */
        public RulesContent {
            work = List.copyOf(work);
            exceptions = List.copyOf(exceptions);
            people = List.copyOf(people);
            others = List.copyOf(others);
            wishes = List.copyOf(wishes);
            guidelines = List.copyOf(guidelines);
            requirements = List.copyOf(requirements);
        }
    }

    /**
     * An intervention.
     *
     * @param id    id for addresses
     * @param title title
     */
    public record InterventionLink(String id, String title) {}

    /**
     * Working-time rules of a person.
     *
     * @param person  messages about them as a whole
     * @param name    name of the person
     * @param follow  field that takes the rules away, so that the person follows the plan
     * @param follows whether it is ticked
     * @param rules   the rules
     */
    public record PersonRules(
            PointerField person, String name, PointerField follow, boolean follows, List<RuleSentence> rules) {
        /** Copies the list. */
        public PersonRules {
            rules = List.copyOf(rules);
        }

        /** Returns whether one of the rules has errors, so that they must be seen. */
        public boolean isWrong() {
            return person.isWrong()
                    || rules.stream()
                            .anyMatch(one -> one.field().isWrong()
                                    || (one.level() != null
                                            && one.level().field().isWrong()));
        }
    }
}
