package dk.grundskema.plugins.peerlearning;

import static dk.grundskema.solver.testkit.SingleRuleBench.cost;
import static dk.grundskema.solver.testkit.SingleRuleBench.costs;
import static dk.grundskema.solver.testkit.SingleRuleBench.red;
import static dk.grundskema.solver.testkit.SingleRulePlugin.BLUE;
import static dk.grundskema.solver.testkit.SingleRulePlugin.RED;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.solver.testkit.SingleRulePlugin;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Penalties of the rule on a tutor's lead for decisions set by hand. */
class TutorLeadRuleTest {
    private static final List<GroupId> GROUPS = List.of(RED, BLUE);
    private static final Map<String, Integer> LEVELS = Map.of("ada", 40, "bo", 25);

    private static @Nullable Integer level(Object group, Student who) {
        return LEVELS.get(who.id().value());
    }

    @Test
    void leaderCostsThePointsMissingForTheRequiredLead() {
        for (int least : List.of(15, 16)) {
            SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> PeerLearningRules.insufficientLead(
                    type,
                    GROUPS,
                    TutorLeadRuleTest::level,
                    (group, who) -> who.id().value().equals("ada"),
                    group -> least);
            costs(red(rule, "ada", "bo"), least - 15, RED);
            costs(red(rule, "bo", "ada"), least - 15, RED);
            costs(red(rule, "ada", "cy"), 0);
            costs(red(rule, "bo", "cy"), 0);
        }
        SingleRulePlugin.RuleFactory behind = (type, one, problem, demand) -> PeerLearningRules.insufficientLead(
                type,
                GROUPS,
                TutorLeadRuleTest::level,
                (group, who) -> who.id().value().equals("bo"),
                group -> 0);
        costs(red(behind, "ada", "bo"), 15, RED);
        SingleRulePlugin.RuleFactory all = (type, one, problem, demand) -> PeerLearningRules.insufficientLead(
                type, GROUPS, TutorLeadRuleTest::level, (group, who) -> true, group -> 99);
        costs(red(all, "ada", "bo"), 0);
    }

    @Test
    void leadOverOneMemberDoesNotOffsetAShortLeadOverAnother() {
        var levels = Map.of("ada", 40, "bo", 10, "cy", 38);
        SingleRulePlugin.RuleFactory rule = (type, one, problem, demand) -> PeerLearningRules.insufficientLead(
                type,
                GROUPS,
                (group, who) -> levels.get(who.id().value()),
                (group, who) -> who.id().value().equals("ada"),
                group -> 5);

        assertThat(cost(red(rule, "ada", "bo", "cy"))).isEqualTo(3);
    }

    @Test
    void aPairWithoutARequiredLeadCostsNothing() {
        SingleRulePlugin.RuleFactory behind = (type, one, problem, demand) -> PeerLearningRules.insufficientLead(
                type,
                GROUPS,
                (group, who) -> 0,
                (group, who) -> who.id().value().equals("ada"),
                group -> null);

        assertThat(cost(red(behind, "ada", "bo"))).isZero();
    }
}
