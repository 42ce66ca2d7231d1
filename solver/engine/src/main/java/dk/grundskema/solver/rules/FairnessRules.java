package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;
import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Rules about fairness: hours, evenings, nights and weekends are shared in proportion to contracts, and a day on duty
 * has few gaps.
 */
final class FairnessRules {
    private static final int LONGEST_PAUSE = 15;

    private record PersonKey(StaffId staff) {}

    /** Counts the minutes of a meeting for one kind of work. */
    interface MinuteCounter {
        long count(MeetingTime time, Workload workload, WorkRules law);
    }

    private final CoreRuleContext context;
    private final DutyMinutes minutes;

    FairnessRules(CoreRuleContext context, DutyMinutes minutes) {
        this.context = context;
        this.minutes = minutes;
    }

    static List<Rule> of(CoreRuleContext context, DutyMinutes minutes) {
        var rules = new FairnessRules(context, minutes);
        return List.of(
                rules.fairShare(CoreRules.FAIR_HOURS, rules.counterOf(FairLoad.Kind.HOURS)),
                rules.fairShare(CoreRules.FAIR_EVENINGS, rules.counterOf(FairLoad.Kind.EVENINGS)),
                rules.fairShare(CoreRules.FAIR_NIGHTS, rules.counterOf(FairLoad.Kind.NIGHTS)),
                rules.fairShare(CoreRules.FAIR_WEEKENDS, rules.counterOf(FairLoad.Kind.WEEKENDS)),
                timeline(CoreRules.GAPS, Owner.STAFF, Window.DAY, FairnessRules::gaps)
                        .withVisibility(any -> DutyVisibility.nearby(0)));
    }

    /** Returns how work of a kind is counted. */
    MinuteCounter counterOf(FairLoad.Kind kind) {
        return switch (kind) {
            case HOURS -> this::countedMinutes;
            case EVENINGS -> (time, workload, law) -> minutes.eveningMinutes(time, law);
            case NIGHTS -> (time, workload, law) -> minutes.nightMinutes(time, law);
            case WEEKENDS -> (time, workload, law) -> minutes.weekendMinutes(time);
        };
    }

    private long countedMinutes(MeetingTime time, Workload workload, WorkRules law) {
        long sum = 0;
        for (long elapsed : minutes.byDate(time).values()) {
            sum += workload.countedMinutes(elapsed);
        }
        return sum;
    }

    /**
     * Charges the square of the hours by which a person's load differs from the fair share. Shared work is required
     * work with more than one candidate. Left out are seats with a single candidate, reliefs, optional seats,
     * additional staff in lessons (limited by the intervention's budget), and sessions of groups that may stay empty,
     * whose number is unknown in advance. The share is proportional to the contract and includes the lessons of the
     * existing timetable. It is never less than these lessons and never more than these lessons plus all work that
     * could be assigned.
     */
    private Rule fairShare(RuleType type, MinuteCounter counted) {
        Map<StaffId, Long> shares = shares(counted);
        Map<StaffId, Long> facts = lessonMinutes(counted, shares.keySet());
        SumRule.Builder rule = sum(type).overSeats((seat, session, time, holder, entries) -> {
            if (session.work() && isShared(session) && shares.containsKey(holder.id())) {
                long amount = counted.count(time, session.workload(), workRulesOf(holder.id()));
                if (amount != 0) { // each person has an initial total
                    entries.add(new PersonKey(holder.id()), amount);
                }
            }
        });
        shares.keySet().stream()
                .sorted()
                .forEach(who -> rule.initialTotal(new PersonKey(who), facts.getOrDefault(who, 0L)));
        return rule.cost((key, total) -> {
            long off = total - Objects.requireNonNull(shares.get(((PersonKey) key).staff()));
            return off * off / 3600;
        });
    }

    /** Returns the fair share of each staff member who shares work, without the others. */
    Map<StaffId, Long> shares(MinuteCounter counted) {
        Map<SessionId, Session> sessions =
                context.sessions().stream().collect(Collectors.toMap(Session::id, Function.identity()));
        Set<StaffId> concerned = sharingStaff(sessions);
        return shares(concerned, lessonMinutes(counted, concerned), sessions, counted);
    }

    private Set<StaffId> sharingStaff(Map<SessionId, Session> sessions) {
        Set<StaffId> concerned = new HashSet<>();
        for (Seat seat : context.seats()) {
            boolean isBesides = seat.sessions().stream()
                    .map(id -> Objects.requireNonNull(sessions.get(id)))
                    .anyMatch(session -> session.relief() != null || !isShared(session));
            if (seat.required() && seat.candidates().size() > 1 && !isBesides) {
                concerned.addAll(seat.candidates());
            }
        }
        return concerned;
    }

    static boolean isShared(Session session) {
        return session.lesson() == null && session.awakeWith() == null;
    }

    private long demandedMinutes(Session session, MinuteCounter counted) {
        if (!session.work() || !isShared(session) || session.times().isEmpty()) {
            return 0;
        }
        return counted.count(
                session.times().getFirst(),
                session.workload(),
                context.problem().work());
    }

    WorkRules workRulesOf(StaffId who) {
        return context.work().getOrDefault(who, WorkRules.defaults());
    }

    /** Returns the minutes that each of the given staff teaches in the existing timetable. */
    Map<StaffId, Long> lessonMinutes(MinuteCounter counted, Set<StaffId> concerned) {
        Map<StaffId, Long> facts = new HashMap<>();
        for (Lesson lesson : context.problem().lessons()) {
            for (StaffId who : Set.copyOf(lesson.staffIds())) {
                if (concerned.contains(who)) {
                    facts.merge(who, counted.count(lesson.time(), Workload.defaults(), workRulesOf(who)), Long::sum);
                }
            }
        }
        return facts;
    }

    /**
     * Returns the fair shares: the lessons in any case, and a part of the work that others could do instead. Nobody is
     * expected to compensate for others' lessons with work that does not exist or that has other candidates.
     */
    private Map<StaffId, Long> shares(
            Set<StaffId> concerned, Map<StaffId, Long> facts, Map<SessionId, Session> sessions, MinuteCounter counted) {
        long all = facts.values().stream().mapToLong(Long::longValue).sum();
        Map<StaffId, Long> alone = new HashMap<>();
        Map<StaffId, Map<SessionId, Long>> possible = new HashMap<>();
        for (Seat seat : context.seats()) {
            List<StaffId> asked = seat.candidates();
            if (!seat.required() || asked.stream().noneMatch(concerned::contains)) {
                continue;
            }
            for (SessionId id : seat.sessions()) {
                long minutesOf = demandedMinutes(Objects.requireNonNull(sessions.get(id)), counted);
                all += minutesOf;
                asked.forEach(who ->
                        possible.computeIfAbsent(who, any -> new HashMap<>()).put(id, minutesOf));
                if (asked.size() == 1) {
                    alone.merge(asked.getFirst(), minutesOf, Long::sum);
                }
            }
        }
        var sharers = context.problem().staff().stream()
                .filter(one -> concerned.contains(one.id()))
                .map(one -> {
                    long its = facts.getOrDefault(one.id(), 0L);
                    long most = possible.getOrDefault(one.id(), Map.of()).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
                    long least = Math.min(alone.getOrDefault(one.id(), 0L), most);
                    return new FairSplit.Sharer(one.id(), one.contractHours(), its + least, its + most);
                })
                .toList();
        return FairSplit.split(sharers, all);
    }

    /**
     * Charges each gap of more than a quarter of an hour between duties with its quarters, unless both duties are fixed
     * lessons.
     */
    private static void gaps(Duties duties, PenaltyCollector charge) {
        long end = Long.MIN_VALUE;
        boolean decided = false;
        for (int duty = 0; duty < duties.size(); duty++) {
            if (!duties.isWork(duty)) {
                continue;
            }
            long gap = end == Long.MIN_VALUE ? 0 : duties.start(duty) - end;
            boolean isDecided = duties.session(duty) != null;
            if (gap > LONGEST_PAUSE && (decided || isDecided)) {
                charge.add(gap / LONGEST_PAUSE, ((StaffMember) duties.owner()).id(), duties.date(duty));
            }
            if (duties.end(duty) >= end) {
                decided = isDecided || (decided && duties.end(duty) == end);
                end = duties.end(duty);
            }
        }
    }
}
