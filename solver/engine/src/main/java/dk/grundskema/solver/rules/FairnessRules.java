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
import dk.grundskema.solver.spi.Charge;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.Sight;
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

/** Work is shared fairly, by contract: hours, evenings, nights, weekends; and a day on duty has few holes. */
final class FairnessRules {
    private static final int LONGEST_PAUSE = 15;
    static final RuleType HOURS =
            RuleType.soft("core.fair-hours", 1, "norm of 37 hours a week on average; the weight is ours");
    static final RuleType EVENINGS = RuleType.soft("core.fair-evenings", 2, RuleType.OURS);
    static final RuleType NIGHTS = RuleType.soft("core.fair-nights", 2, RuleType.OURS);
    static final RuleType WEEKENDS = RuleType.soft("core.fair-weekends", 2, RuleType.OURS);
    static final RuleType GAPS = RuleType.soft("core.gaps", 1, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(HOURS, EVENINGS, NIGHTS, WEEKENDS, GAPS);

    private record Person(StaffId staff) {}

    /** Minutes of one meeting that count. */
    interface Minutes {
        long of(MeetingTime time, Workload workload, WorkRules law);
    }

    private final Brief brief;
    private final DutyMinutes minutes;

    FairnessRules(Brief brief, DutyMinutes minutes) {
        this.brief = brief;
        this.minutes = minutes;
    }

    static List<Rule> of(Brief brief, DutyMinutes minutes) {
        var rules = new FairnessRules(brief, minutes);
        return List.of(
                rules.fairShare(HOURS, rules.counted(FairLoad.Kind.HOURS)),
                rules.fairShare(EVENINGS, rules.counted(FairLoad.Kind.EVENINGS)),
                rules.fairShare(NIGHTS, rules.counted(FairLoad.Kind.NIGHTS)),
                rules.fairShare(WEEKENDS, rules.counted(FairLoad.Kind.WEEKENDS)),
                timeline(GAPS, Owner.STAFF, Window.DAY, FairnessRules::gaps).seeing(any -> Sight.nearby(0)));
    }

    /** How work of a kind is counted. */
    Minutes counted(FairLoad.Kind kind) {
        return switch (kind) {
            case HOURS -> this::countedMinutes;
            case EVENINGS -> (time, workload, law) -> minutes.evening(time, law);
            case NIGHTS -> (time, workload, law) -> minutes.night(time, law);
            case WEEKENDS -> (time, workload, law) -> minutes.weekend(time);
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
     * Required work is shared by those whom somebody could choose: a guest who alone can fill a seat, or who takes somebody's lessons
     * meanwhile, has no share, nor has whoever is asked for seats only that may stay empty. Who joins lessons of the existing timetable
     * does so by budgets, which are the intervention's, and how much there is to do for a group that may stay empty nobody knows
     * before. A person costs the square of the whole hours by which the load differs from the
     * share that the contract gives; of this share, the lessons of the existing timetable are part, and nobody's is less than these or more
     * than these and all that could be given to them.
     */
    private Rule fairShare(RuleType type, Minutes counted) {
        Map<StaffId, Long> shares = shares(counted);
        Map<StaffId, Long> facts = facts(counted, shares.keySet());
        SumRule.Builder rule = sum(type).overSeats((seat, session, time, holder, entries) -> {
            if (session.work() && isShared(session) && shares.containsKey(holder.id())) {
                entries.add(new Person(holder.id()), counted.of(time, session.workload(), law(holder.id())));
            }
        });
        shares.keySet().stream()
                .sorted()
                .forEach(who -> rule.startingFrom(new Person(who), facts.getOrDefault(who, 0L)));
        return rule.cost((key, total) -> {
            long off = total - Objects.requireNonNull(shares.get(((Person) key).staff()));
            return off * off / 3600;
        });
    }

    /** What each of those who share should have; whoever doesn't is left out. */
    Map<StaffId, Long> shares(Minutes counted) {
        Map<SessionId, Session> sessions =
                brief.sessions().stream().collect(Collectors.toMap(Session::id, Function.identity()));
        Set<StaffId> concerned = concerned(sessions);
        return shares(concerned, facts(counted, concerned), sessions, counted);
    }

    private Set<StaffId> concerned(Map<SessionId, Session> sessions) {
        Set<StaffId> concerned = new HashSet<>();
        for (Seat seat : brief.seats()) {
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

    private long demanded(Session session, Minutes counted) {
        if (!session.work() || !isShared(session) || session.times().isEmpty()) {
            return 0;
        }
        return counted.of(
                session.times().getFirst(), session.workload(), brief.problem().work());
    }

    WorkRules law(StaffId who) {
        return brief.work().getOrDefault(who, WorkRules.defaults());
    }

    /** What the existing timetable gives each of some people. */
    Map<StaffId, Long> facts(Minutes counted, Set<StaffId> concerned) {
        Map<StaffId, Long> facts = new HashMap<>();
        for (Lesson lesson : brief.problem().lessons()) {
            for (StaffId who : Set.copyOf(lesson.staffIds())) {
                if (concerned.contains(who)) {
                    facts.merge(who, counted.of(lesson.time(), Workload.defaults(), law(who)), Long::sum);
                }
            }
        }
        return facts;
    }

    /**
     * What each should have: the lessons in any case, and of the work what others could do instead. Nobody is expected to make up for
     * others' lessons with work that isn't there, nor with such as somebody else is asked for.
     */
    private Map<StaffId, Long> shares(
            Set<StaffId> concerned, Map<StaffId, Long> facts, Map<SessionId, Session> sessions, Minutes counted) {
        long all = facts.values().stream().mapToLong(Long::longValue).sum();
        Map<StaffId, Long> alone = new HashMap<>();
        Map<StaffId, Map<SessionId, Long>> possible = new HashMap<>();
        for (Seat seat : brief.seats()) {
            List<StaffId> asked = seat.candidates();
            if (!seat.required() || asked.stream().noneMatch(concerned::contains)) {
                continue;
            }
            for (SessionId id : seat.sessions()) {
                long minutesOf = demanded(Objects.requireNonNull(sessions.get(id)), counted);
                all += minutesOf;
                asked.forEach(who ->
                        possible.computeIfAbsent(who, any -> new HashMap<>()).put(id, minutesOf));
                if (asked.size() == 1) {
                    alone.merge(asked.getFirst(), minutesOf, Long::sum);
                }
            }
        }
        var sharers = brief.problem().staff().stream()
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
        return FairSplit.of(sharers, all);
    }

    /** A hole of more than a quarter of an hour in a day on duty costs its quarters, unless it is between facts. */
    private static void gaps(Duties duties, Charge charge) {
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
