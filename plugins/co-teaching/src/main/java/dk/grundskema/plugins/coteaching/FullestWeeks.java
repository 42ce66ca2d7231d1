package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.CoTeachingDemandIndex.ClassPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Determines the fullest weeks of each span. A week whose sessions are all held in another week too need not be checked
 * separately. Usually there is one such week per span, or two with odd and even weeks.
 */
final class FullestWeeks {
    private final Map<Object, List<IsoWeek>> weeks = new HashMap<>();
    private final List<IsoWeek> all = new ArrayList<>();

    private final CoTeachingDemandIndex demandIndex;

    FullestWeeks(CoTeachingDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
        for (PatternSpan span : demandIndex.spans()) {
            var held = new TreeMap<IsoWeek, Set<Object>>();
            demandIndex.patterns().stream()
                    .filter(pattern -> pattern.span().equals(span))
                    .forEach(pattern -> add(pattern, held));
            held.forEach((week, sessions) -> {
                if (isFullest(week, held)) {
                    all.add(week);
                    sessions.forEach(what -> weeks.computeIfAbsent(what, any -> new ArrayList<>())
                            .add(week));
                }
            });
        }
    }

    /** A class counts in each of its weeks regardless of its lessons, because its preparation is held. */
    private static void add(ClassPattern pattern, Map<IsoWeek, Set<Object>> held) {
        for (IsoWeek week : pattern.weeks()) {
            held.computeIfAbsent(week, any -> new HashSet<>())
                    .add(pattern.need().groupId());
        }
        for (Session session : pattern.sessions()) {
            for (IsoWeek week : session.times().getFirst().weeks()) {
                held.computeIfAbsent(week, any -> new HashSet<>()).add(session.id());
            }
        }
    }

    /** Returns whether no other week contains all of this week's content and more, and no earlier week the same. */
    private static boolean isFullest(IsoWeek week, Map<IsoWeek, Set<Object>> held) {
        Set<Object> own = held.getOrDefault(week, Set.of());
        for (var other : held.entrySet()) {
            boolean isMore = other.getValue().size() > own.size();
            boolean isEarlier =
                    other.getKey().compareTo(week) < 0 && other.getValue().size() == own.size();
            if ((isMore || isEarlier) && other.getValue().containsAll(own)) {
                return false;
            }
        }
        return true;
    }

    /** Returns in order the fullest weeks in which a lesson is held; for a preparation, those of its class. */
    List<IsoWeek> of(Session session) {
        if (session.lesson() != null) {
            return weeks.getOrDefault(session.id(), List.of());
        }
        ClassPattern pattern = demandIndex.patternOf(session);
        if (pattern == null) {
            return List.of();
        }
        return weeks.getOrDefault(pattern.need().groupId(), List.of()).stream()
                .filter(week -> pattern.weeks().contains(week))
                .toList();
    }

    /** Returns all fullest weeks in order. */
    List<IsoWeek> all() {
        return all;
    }
}
