package dk.grundskema.solver.bound;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.solver.bound.CostModel.Limit;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.DutyList;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds times that one person cannot both be on duty, because a monotone hard timeline rule, such as daily rest, charges two duties alone: with more
 * duties it charges at least as much.
 */
final class RestLimits {
    /** Two duties that are further apart do not matter to each other here, in minutes. */
    private static final long FAR_APART = 24 * 60;

    /** Maximum number of pairs of times; longer plans get no such limits. */
    private static final int MOST_PAIRS = 3_000;

    /** Duties of one person that are at the same time under the same conditions. */
    private record TimeOfDuty(long start, long end, boolean work) {}

    private final Blueprint blueprint;
    private final TimeSlots spots;
    private final List<TimelineRule> rules;
    private final DutyList duties;

    RestLimits(CompiledRules compiled) {
        this.blueprint = compiled.blueprint();
        this.spots = blueprint.spots();
        this.duties = new DutyList(blueprint);
        this.rules = compiled.rules().stream()
                .filter(TimelineRule.class::isInstance)
                .map(TimelineRule.class::cast)
                .filter(rule -> rule.type().level() == Level.HARD
                        && rule.owner() == TimelineRule.Owner.STAFF
                        && rule.window() == TimelineRule.Window.HORIZON
                        && rule.isMonotone())
                .toList();
    }

    /** Returns limits: of the seats at two such times, a person holds at most one. */
    List<Limit> limits(Choices choices) {
        Map<TimeOfDuty, Set<Integer>> seatsAt = new LinkedHashMap<>();
        Map<TimeOfDuty, Integer> spotAt = new HashMap<>();
        for (int spot = 0; spot < spots.count(); spot++) {
            if (!spots.isFact(spot) && isFixed(spots.session()[spot])) {
                int session = spots.session()[spot];
                var time = new TimeOfDuty(
                        spots.start()[spot],
                        spots.end()[spot],
                        blueprint.sessions().get(session).work());
                spotAt.putIfAbsent(time, spot);
                Set<Integer> seats = seatsAt.computeIfAbsent(time, fresh -> new LinkedHashSet<>());
                IntStream.of(blueprint.seatsOf()[session]).forEach(seats::add);
            }
        }
        seatsAt.values().removeIf(Set::isEmpty);
        var times = new ArrayList<>(seatsAt.keySet());
        var limits = new ArrayList<Limit>();
        int pairs = 0;
        for (int first = 0; first < times.size(); first++) {
            for (int second = first + 1; second < times.size(); second++) {
                TimeOfDuty one = times.get(first);
                TimeOfDuty other = times.get(second);
                if (other.start() - one.end() > FAR_APART) {
                    break;
                }
                if (one.end() <= other.start() && ++pairs > MOST_PAIRS) {
                    return List.of();
                }
                if (one.end() <= other.start()) {
                    addLimits(one, other, seatsAt, spotAt, choices, limits);
                }
            }
        }
        return limits;
    }

    private boolean isFixed(int session) {
        return blueprint.isSettled(session)
                && !blueprint.isGuest(session)
                && blueprint.sessions().get(session).awakeWith() == null;
    }

    private void addLimits(
            TimeOfDuty one,
            TimeOfDuty other,
            Map<TimeOfDuty, Set<Integer>> seatsAt,
            Map<TimeOfDuty, Integer> spotAt,
            Choices choices,
            List<Limit> limits) {
        int early = spotAt.getOrDefault(one, 0);
        int late = spotAt.getOrDefault(other, 0);
        Decisions decisions = blueprint.decisions();
        for (int person = 0; person < blueprint.staff().size(); person++) {
            if (isForbidden(blueprint.staff().get(person), early, late)) {
                int holder = person;
                int[] literals = IntStream.concat(
                                seatsAt.getOrDefault(one, Set.of()).stream().mapToInt(i -> i),
                                seatsAt.getOrDefault(other, Set.of()).stream().mapToInt(i -> i))
                        .distinct()
                        .map(seat -> choices.value(decisions.seat(seat), holder))
                        .filter(literal -> literal != Choices.FALSE && literal != Choices.TRUE)
                        .toArray();
                if (literals.length > 1) {
                    limits.add(new Limit(literals, 0, 1));
                }
            }
        }
    }

    private boolean isForbidden(StaffMember person, int early, int late) {
        long[] cost = {0};
        for (TimelineRule rule : rules) {
            duties.begin(person, false);
            duties.add(early, 1);
            duties.add(late, 1);
            rule.cost().charge(duties, (amount, who, what, where) -> cost[0] += amount);
        }
        return cost[0] > 0;
    }
}
