package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.UsualRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/** What makes pairs and their lessons good. */
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

    private PeerRules() {}

    static List<Rule> of(Intervention<PeerLearningParameters> intervention, Problem problem, Demand demand) {
        String lessons = intervention.id() + "/" + PeerExpansion.KIND + "/";
        Function<Session, @Nullable Object> set =
                session -> session.id().value().startsWith(lessons)
                        ? session.id().value().substring(lessons.length()).split("/", 2)[0]
                        : null;
        var rules = new ArrayList<Rule>();
        rules.add(UsualRules.ownTimes(TIME, demand.sessions()));
        rules.add(UsualRules.weeksLeftOut(WEEKS, demand.sessions()));
        rules.add(UsualRules.onceADay(DAYS, set));
        rules.add(UsualRules.fewAdults(ADULTS, set));
        var rosters = Roster.of(intervention.parameters(), problem);
        rules.add(perPair(APART, demand, rosters, PeerRules::apart));
        rules.add(perPair(BEHIND, demand, rosters, PeerRules::behind));
        rules.add(perPair(UNEQUAL, demand, rosters, PeerRules::unequal));
        return rules;
    }

    /** Each pair that isn't kept has a cost; groupings are in the order of the sets. */
    private static Rule perPair(
            RuleType type, Demand demand, List<Roster> rosters, ToLongBiFunction<Roster, List<Student>> cost) {
        var of = new java.util.LinkedHashMap<GroupId, Roster>();
        for (int i = 0; i < rosters.size(); i++) {
            for (Group pair : demand.groupings().get(i).groups()) {
                if (pair.members().size() < 2) {
                    of.put(pair.id(), rosters.get(i));
                }
            }
        }
        return UsualRules.perGroup(type, of.keySet(), (pair, students) -> cost.applyAsLong(of.get(pair), students));
    }

    /** Points by which equals are further apart than the set's limit. */
    private static long apart(Roster roster, List<Student> pair) {
        Integer most = roster.set().mostApart();
        return most == null ? 0 : Math.max(0, unequal(roster, pair) - most);
    }

    /** Points between the first and the last of equals. */
    private static long unequal(Roster roster, List<Student> pair) {
        var levels = pair.stream()
                .filter(one -> roster.set().form() == PeerSet.Form.EQUALS
                        && roster.levels().containsKey(one.id()))
                .mapToInt(one -> roster.levels().get(one.id()))
                .summaryStatistics();
        return levels.getCount() < 2 ? 0 : levels.getMax() - levels.getMin();
    }

    /** Points that tutors lack to be as far ahead of each whom they tutor as they should be. */
    private static long behind(Roster roster, List<Student> pair) {
        Integer asked = roster.set().asksAhead();
        long lacking = 0;
        for (Student tutor : asked == null ? List.<Student>of() : pair) {
            for (Student other : pair) {
                Integer one = roster.levels().get(tutor.id());
                Integer two = roster.levels().get(other.id());
                if (roster.isTutor(tutor.id()) && !roster.isTutor(other.id()) && one != null && two != null) {
                    lacking += Math.max(0, two + asked - one);
                }
            }
        }
        return lacking;
    }
}
