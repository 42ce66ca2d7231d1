package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.KnownLevels;
import dk.grundskema.solver.spi.toolkit.MeetingRules;
import dk.grundskema.solver.spi.toolkit.UsualRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
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

    /** A pair that is formed: of which set, and who tutors there. */
    private record Formed(PeerSet set, List<StudentId> tutors) {}

    private PeerRules() {}

    static List<Rule> of(Intervention<PeerLearningParameters> intervention, Problem problem, Demand demand) {
        var levels = KnownLevels.from(intervention.parameters().levels());
        Map<GroupId, Formed> formed = new LinkedHashMap<>();
        PeerExpansion.pairings(intervention.parameters(), problem)
                .forEach((set, pairing) -> pairing.formed(intervention, set.id())
                        .forEach(id -> formed.put(id, new Formed(set, pairing.others()))));
        Function<GroupId, Formed> pair = id -> Objects.requireNonNull(formed.get(id));
        BiFunction<GroupId, Student, @Nullable Integer> level = (id, who) -> levels.of(who.id());
        var lesson = new MeetingRules(demand).named(PeerExpansion.KIND);
        return List.of(
                UsualRules.ownTimes(TIME, demand.sessions()),
                GroupRules.spread(
                        APART,
                        formed.keySet(),
                        level,
                        id -> pair.apply(id).set().limit()),
                GroupRules.behind(
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
                UsualRules.onceADay(DAYS, lesson),
                UsualRules.weeksLeftOut(WEEKS, demand.sessions()),
                UsualRules.fewAdults(ADULTS, lesson));
    }
}
