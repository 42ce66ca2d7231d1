package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.coteaching.AskedFor.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fullest weeks of each span: those that have all that another week has needn't be looked at twice. Usually one in each span, two with
 * odd and even weeks.
 */
final class FullWeeks {
    private final Map<Object, List<IsoWeek>> weeks = new HashMap<>();
    private final List<IsoWeek> all = new ArrayList<>();

    private final AskedFor asked;

    FullWeeks(AskedFor asked) {
        this.asked = asked;
        for (Span span : asked.spans()) {
            var held = new TreeMap<IsoWeek, Set<Object>>();
            asked.patterns().stream()
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

    /** A class is held in each of its weeks, whatever its lessons: its preparation is. */
    private static void add(Pattern pattern, Map<IsoWeek, Set<Object>> held) {
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

    /** No other week has all of it and more, and no earlier one just as much. */
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

    /** The fullest weeks in which a lesson is held, or in which its class is if the session is a preparation, in order. */
    List<IsoWeek> of(Session session) {
        if (session.lesson() != null) {
            return weeks.getOrDefault(session.id(), List.of());
        }
        Pattern pattern = asked.pattern(session);
        if (pattern == null) {
            return List.of();
        }
        return weeks.getOrDefault(pattern.need().groupId(), List.of()).stream()
                .filter(week -> pattern.weeks().contains(week))
                .toList();
    }

    /** All of them, in order. */
    List<IsoWeek> all() {
        return all;
    }
}
