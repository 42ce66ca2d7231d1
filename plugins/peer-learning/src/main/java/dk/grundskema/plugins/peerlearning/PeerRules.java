package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.MeetingRules;
import dk.grundskema.solver.spi.toolkit.UsualRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What makes pairs and their lessons good. Pairs that are kept are not judged. */
final class PeerRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part B";
    private static final RuleType TIME = RuleType.hard("peer-learning.unsuitable-time", GUIDE);
    private static final RuleType APART = RuleType.medium("peer-learning.too-far-apart", 1, RuleType.OURS);
    private static final RuleType BEHIND = RuleType.medium("peer-learning.tutor-behind", 1, GUIDE);
    private static final RuleType UNEQUAL = RuleType.soft("peer-learning.unequal", 1, GUIDE);
    private static final RuleType DAYS = RuleType.soft("peer-learning.same-day", 20, RuleType.OURS);
    private static final RuleType WEEKS = RuleType.soft("peer-learning.weeks-left-out", 10, GUIDE);
    private static final RuleType ADULTS = RuleType.soft("peer-learning.many-adults", 5, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(TIME, APART, BEHIND, UNEQUAL, DAYS, WEEKS, ADULTS);

    /** The sets of the pairs that are formed. */
    private final Map<GroupId, Roster> formed = new LinkedHashMap<>();

    /** Groupings are in the order of the sets. */
    private PeerRules(List<Roster> rosters, Demand demand) {
        for (int i = 0; i < rosters.size(); i++) {
            for (Group pair : demand.groupings().get(i).groups()) {
                if (pair.members().size() < 2) {
                    formed.put(pair.id(), rosters.get(i));
                }
            }
        }
    }

    static List<Rule> of(Intervention<PeerLearningParameters> intervention, Problem problem, Demand demand) {
        var own = new PeerRules(Roster.of(intervention.parameters(), problem), demand);
        var pairs = own.formed.keySet();
        var set = new MeetingRules(demand).named(PeerExpansion.KIND);
        return List.of(
                UsualRules.ownTimes(TIME, demand.sessions()),
                GroupRules.spread(
                        APART, pairs, own::level, pair -> own.set(pair).limit()),
                GroupRules.behind(
                        BEHIND,
                        pairs,
                        own::level,
                        own::tutors,
                        pair -> own.set(pair).leastAhead()),
                GroupRules.spread(
                        UNEQUAL, pairs, own::level, pair -> own.set(pair).isTutoring() ? null : 0),
                UsualRules.onceADay(DAYS, set),
                UsualRules.weeksLeftOut(WEEKS, demand.sessions()),
                UsualRules.fewAdults(ADULTS, set));
    }

    private Roster roster(GroupId pair) {
        return Objects.requireNonNull(formed.get(pair));
    }

    private PeerSet set(GroupId pair) {
        return roster(pair).set();
    }

    private @Nullable Integer level(GroupId pair, Student who) {
        return roster(pair).levels().of(who.id());
    }

    private boolean tutors(GroupId pair, Student who) {
        return roster(pair).isTutor(who.id());
    }
}
