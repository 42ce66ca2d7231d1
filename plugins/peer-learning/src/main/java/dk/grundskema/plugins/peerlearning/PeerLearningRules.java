package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.CommonRules;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Declares the rules for pairs and their lessons. Kept pairs are not judged. */
final class PeerLearningRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part B";
    private static final RuleType TIME = RuleType.hard("peer-learning.unsuitable-time", GUIDE);
    private static final RuleType APART = RuleType.medium("peer-learning.too-far-apart", 1, RuleType.OURS);
    private static final RuleType BEHIND = RuleType.medium("peer-learning.tutor-behind", 1, GUIDE);
    private static final RuleType UNEQUAL = RuleType.soft("peer-learning.unequal", 1, GUIDE);
    private static final RuleType DAYS = RuleType.soft("peer-learning.same-day", 20, RuleType.OURS);
    private static final RuleType WEEKS = RuleType.soft("peer-learning.weeks-left-out", 10, GUIDE);
    private static final RuleType ADULTS = RuleType.soft("peer-learning.many-adults", 5, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(TIME, APART, BEHIND, UNEQUAL, DAYS, WEEKS, ADULTS);

    /** A formed pair: its set and the set's tutors. */
    private record PeerPair(PeerSet set, List<StudentId> tutors) {}

    private PeerLearningRules() {}

    static List<Rule> of(Intervention<PeerLearningParameters> intervention, Problem problem, Demand demand) {
        var levels = KnownLevels.from(intervention.parameters().levels());
        Map<GroupId, PeerPair> formed = new LinkedHashMap<>();
        PeerLearningExpansion.pairings(intervention.parameters(), problem)
                .forEach((set, pairing) -> pairing.formed(intervention, set.id())
                        .forEach(id -> formed.put(id, new PeerPair(set, pairing.others()))));
        Function<GroupId, PeerPair> pair = id -> Objects.requireNonNull(formed.get(id));
        BiFunction<GroupId, Student, @Nullable Integer> level = (id, who) -> levels.of(who.id());
        var setIds = setIdBySession(intervention, demand);
        Function<Session, @Nullable Object> setId = session -> setIds.get(session.id());
        return List.of(
                CommonRules.timeNotOffered(TIME, demand.sessions()),
                GroupRules.spread(
                        APART,
                        formed.keySet(),
                        level,
                        id -> pair.apply(id).set().limit()),
                insufficientLead(
                        BEHIND,
                        formed.keySet(),
                        level,
                        (id, who) -> pair.apply(id).tutors().contains(who.id()),
                        id -> pair.apply(id).set().leastAhead()),
                GroupRules.spread(
                        UNEQUAL,
                        formed.keySet(),
                        level,
                        id -> pair.apply(id).set().isTutoring() ? null : 0),
                CommonRules.onceADay(DAYS, setId),
                CommonRules.weeksLeftOut(WEEKS, demand.sessions()),
                CommonRules.fewAdults(ADULTS, setId));
    }

    /** Returns for each lesson the id of its set, which follows the kind in the session's id. */
    private static Map<SessionId, String> setIdBySession(Intervention<?> intervention, Demand demand) {
        String prefix = intervention.id() + "/" + PeerLearningExpansion.KIND + "/";
        Map<SessionId, String> sets = new HashMap<>();
        demand.sessions().stream()
                .filter(one -> one.kind().equals(PeerLearningExpansion.KIND))
                .forEach(one -> sets.put(
                        one.id(), one.id().value().substring(prefix.length()).split("/", 2)[0]));
        return sets;
    }

    /**
     * Charges a group the points by which its leading members fall short of the required lead over each other member.
     *
     * @param number returns the number of a member; members without a number ({@code null}) are ignored
     * @param leads  whether a member should be ahead
     * @param least  returns the required lead; {@code null} means that the group is not charged
     */
    static LocalRule insufficientLead(
            RuleType type,
            Collection<GroupId> groups,
            BiFunction<GroupId, Student, @Nullable Integer> number,
            BiPredicate<GroupId, Student> leads,
            Function<GroupId, @Nullable Integer> least) {
        return GroupRules.perGroup(type, groups, Map.of(), (group, view) -> {
            Integer asked = least.apply(group);
            long lacking = 0;
            for (int place = 0; asked != null && place < view.groupSize(0); place++) {
                Integer ahead = number.apply(group, view.student(0, place));
                for (int other = 0; ahead != null && other < view.groupSize(0); other++) {
                    Integer behind = number.apply(group, view.student(0, other));
                    boolean counts = behind != null
                            && leads.test(group, view.student(0, place))
                            && !leads.test(group, view.student(0, other));
                    lacking += counts ? Math.max(0, (long) behind + asked - ahead) : 0;
                }
            }
            return lacking;
        });
    }
}
