package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.ExclusiveSessions;
import dk.grundskema.domain.demand.ExclusiveSessions.Kind;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Rules about sessions that exclude each other, as interventions declare them. */
final class ExclusionRules {

    /** Minutes of some sessions' times that the same times of the same sessions cover. */
    private record SharedMinutes(String name, LocalDate date, LocalTime start, int exclusion) {}

    private record PersonOnDate(String name, StaffId person, LocalDate date, int exclusion) {}

    private record TimeOfSession(SessionId session, MeetingTime time) {}

    private ExclusionRules() {}

    static List<Rule> of(CoreRuleContext context) {
        var rules = new ArrayList<Rule>();
        for (Level level : Level.values()) {
            List<ExclusiveSessions> ofLevel = context.exclusions().stream()
                    .filter(one -> one.level() == level)
                    .toList();
            rules.add(atOneTime(Objects.requireNonNull(CoreRules.EXCLUSIVE_AT_ONE_TIME.get(level)), ofLevel, context));
            rules.add(onOneDate(Objects.requireNonNull(CoreRules.EXCLUSIVE_ON_ONE_DATE.get(level)), ofLevel));
        }
        return rules;
    }

    /** Charges each minute in which a second session is held, a third one once more. */
    private static Rule atOneTime(RuleType type, List<ExclusiveSessions> all, CoreRuleContext context) {
        Map<SessionId, List<MeetingTime>> times = possibleTimes(context);
        Map<TimeOfSession, List<SharedMinutes>> shared = new HashMap<>();
        Map<SharedMinutes, Long> costs = new HashMap<>();
        for (int number = 0; number < all.size(); number++) {
            if (all.get(number).kind() == Kind.SAME_TIME) {
                addShared(
                        all.get(number),
                        number,
                        times,
                        context.problem().horizon().zone(),
                        shared,
                        costs);
            }
        }
        return SumRule.sum(type)
                .overPlacements((session, time, host, entries) -> shared.getOrDefault(
                                new TimeOfSession(session.id(), time), List.of())
                        .forEach(minutes -> entries.add(minutes, 1)))
                .cost((key, held) -> held > 1 ? (held - 1) * costs.getOrDefault((SharedMinutes) key, 0L) : 0);
    }

    /** Cuts the possible times at each start and end, and joins the pieces that the same times of the same sessions cover. */
    private static void addShared(
            ExclusiveSessions exclusion,
            int number,
            Map<SessionId, List<MeetingTime>> times,
            ZoneId zone,
            Map<TimeOfSession, List<SharedMinutes>> shared,
            Map<SharedMinutes, Long> costs) {
        var begins = new TreeMap<Long, List<TimeOfSession>>();
        var ends = new TreeMap<Long, List<TimeOfSession>>();
        for (SessionId id : exclusion.sessions()) {
            for (MeetingTime time : times.getOrDefault(id, List.of())) {
                for (IsoWeek week : time.weeks()) {
                    Interval interval = time.interval(week, zone);
                    if (interval.minutes() == 0) {
                        continue; // in the hour that the clocks skip
                    }
                    begins.computeIfAbsent(interval.start(), fresh -> new ArrayList<>())
                            .add(new TimeOfSession(id, time));
                    ends.computeIfAbsent(interval.end(), fresh -> new ArrayList<>())
                            .add(new TimeOfSession(id, time));
                }
            }
        }
        var cuts = new TreeMap<Long, Boolean>();
        begins.keySet().forEach(at -> cuts.put(at, true));
        ends.keySet().forEach(at -> cuts.put(at, true));
        Map<Set<TimeOfSession>, SharedMinutes> pieces = new LinkedHashMap<>();
        Set<TimeOfSession> covering = new HashSet<>();
        for (long from : cuts.keySet()) {
            covering.removeAll(Set.copyOf(ends.getOrDefault(from, List.of())));
            covering.addAll(begins.getOrDefault(from, List.of()));
            Long until = cuts.higherKey(from);
            if (until != null && countSessions(covering) > 1) {
                var start = Interval.toLocalDateTime(from, zone);
                SharedMinutes piece = pieces.computeIfAbsent(
                        Set.copyOf(covering),
                        fresh -> new SharedMinutes(exclusion.name(), start.toLocalDate(), start.toLocalTime(), number));
                costs.merge(piece, (until - from) * exclusion.weight(), Long::sum);
            }
        }
        pieces.forEach((covered, piece) -> covered.forEach(
                one -> shared.computeIfAbsent(one, fresh -> new ArrayList<>()).add(piece)));
    }

    /** Returns the possible times of each session; a lock may set another one. */
    private static Map<SessionId, List<MeetingTime>> possibleTimes(CoreRuleContext context) {
        Map<SessionId, List<MeetingTime>> times = new HashMap<>();
        context.sessions().forEach(one -> times.put(one.id(), new ArrayList<>(one.times())));
        context.problem().locks().forEach(lock -> {
            List<MeetingTime> known = times.get(lock.sessionId());
            if (known != null && lock.time() != null && !known.contains(lock.time())) {
                known.add(lock.time());
            }
        });
        return times;
    }

    private static long countSessions(Set<TimeOfSession> some) {
        return some.stream().map(TimeOfSession::session).distinct().count();
    }

    /** Charges each seat of a person beyond the first on a date. */
    private static Rule onOneDate(RuleType type, List<ExclusiveSessions> all) {
        Map<SessionId, List<Integer>> exclusions = new HashMap<>();
        for (int number = 0; number < all.size(); number++) {
            if (all.get(number).kind() == Kind.SAME_PERSON_AND_DATE) {
                for (SessionId id : all.get(number).sessions()) {
                    exclusions.computeIfAbsent(id, fresh -> new ArrayList<>()).add(number);
                }
            }
        }
        return SumRule.sum(type)
                .overSeats((seat, session, time, holder, entries) -> {
                    for (int number : exclusions.getOrDefault(session.id(), List.of())) {
                        String name = all.get(number).name();
                        time.dates().forEach(date -> entries.add(new PersonOnDate(name, holder.id(), date, number), 1));
                    }
                })
                .cost((key, sessions) -> sessions > 1
                        ? (sessions - 1)
                                * all.get(((PersonOnDate) key).exclusion()).weight()
                        : 0);
    }
}
