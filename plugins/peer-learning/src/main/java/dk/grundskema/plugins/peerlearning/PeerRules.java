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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        String lesson = intervention.id() + "/" + PeerExpansion.KIND + "/";
        Function<Session, @Nullable Object> set =
                session -> session.id().value().startsWith(lesson)
                        ? session.id().value().substring(lesson.length()).split("/", 2)[0]
                        : null;
        var rosters = Roster.of(intervention.parameters(), problem);
        return List.of(
                UsualRules.ownTimes(TIME, demand.sessions()),
                perPair(APART, demand, rosters, PeerRules::apart),
                perPair(BEHIND, demand, rosters, PeerRules::behind),
                perPair(UNEQUAL, demand, rosters, PeerRules::unequal),
                UsualRules.onceADay(DAYS, set),
                UsualRules.weeksLeftOut(WEEKS, demand.sessions()),
                UsualRules.fewAdults(ADULTS, set));
    }

    /** Each pair that isn't kept has a cost; groupings are in the order of the sets. */
    private static Rule perPair(
            RuleType type, Demand demand, List<Roster> rosters, ToLongBiFunction<Roster, List<Student>> cost) {
        Map<GroupId, Roster> of = new LinkedHashMap<>();
        for (int i = 0; i < rosters.size(); i++) {
            for (Group pair : demand.groupings().get(i).groups()) {
                if (pair.members().size() < 2) {
                    of.put(pair.id(), rosters.get(i));
                }
            }
        }
        return UsualRules.perGroup(
                type,
                of.keySet(),
                (pair, students) -> cost.applyAsLong(Objects.requireNonNull(of.get(pair)), students));
    }

    /** Points by which equals are further apart than the set's limit. */
    private static long apart(Roster roster, List<Student> pair) {
        Integer most = roster.set().mostApart();
        return most == null ? 0 : Math.max(0, unequal(roster, pair) - most);
    }

    /** Points between the first and the last of equals. */
    private static long unequal(Roster roster, List<Student> pair) {
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        for (Student one : pair) {
            Integer level = roster.levels().get(one.id());
            if (level != null && roster.set().form() == PeerSet.Form.EQUALS) {
                lowest = Math.min(lowest, level);
                highest = Math.max(highest, level);
            }
        }
        return Math.max(0, highest - lowest);
    }

    /** Points that tutors lack to be as far ahead of each whom they tutor as is asked. */
    private static long behind(Roster roster, List<Student> pair) {
        Integer asked = roster.set().leastAhead();
        long lacking = 0;
        for (Student tutor : pair) {
            for (Student other : pair) {
                Integer one = roster.levels().get(tutor.id());
                Integer two = roster.levels().get(other.id());
                if (asked != null && one != null && two != null && roster.isTutor(tutor.id())) {
                    lacking += roster.isTutor(other.id()) ? 0 : Math.max(0, two + asked - one);
                }
            }
        }
        return lacking;
    }
}
