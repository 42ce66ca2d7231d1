package dk.grundskema.solver.explain;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Score;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.SleepingSessionIndex;
import dk.grundskema.solver.score.ArrayScopeView;
import dk.grundskema.solver.score.CompiledRules;
import dk.grundskema.solver.score.DutyList;
import dk.grundskema.solver.score.Occupants;
import dk.grundskema.solver.score.ScopedRules;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates all rules of a plan for a fixed set of decisions, from the declarations alone. It is slow and simple: it calculates every cost from
 * scratch and collects each match with its arguments. Explanations use it, and tests compare the incremental score with it.
 */
public final class PlanEvaluation {
    private final ScopedRules scoped;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final Occupants guests;
    private final int[] sizes;
    private final Occupants joined;
    private final boolean[] asleep;
    private final DecidedDuties duties;
    private final Map<Integer, List<CompiledRules.RuledScope>> scopesOf = new HashMap<>();
    private final ArrayScopeView view;
    private final List<RuleMatch> matches = new ArrayList<>();

    private PlanEvaluation(ScopedRules scoped, int[] values, IntPredicate asked) {
        this.scoped = scoped;
        this.blueprint = scoped.blueprint();
        this.decisions = blueprint.decisions();
        var sleepers = new SleepingSessionIndex(blueprint);
        this.values = sleepers.withoutSleeping(values);
        this.asleep = sleepers.asleep(values);
        this.guests = new Occupants(blueprint.sessions().size());
        this.sizes = new int[blueprint.groups().size()];
        this.joined = new Occupants(sizes.length);
        this.duties = new DecidedDuties(blueprint, this.values);
        this.view = new ArrayScopeView(blueprint, this.values, guests, sizes, joined, asleep);
        countOccupants();
        scoped.scopes()
                .forEach(scope -> scopesOf.computeIfAbsent(scope.rule(), fresh -> new ArrayList<>())
                        .add(scope));
        for (int number = 0; number < scoped.rules().size(); number++) {
            if (!asked.test(number)) {
                continue;
            }
            switch (scoped.rules().get(number)) {
                case SumRule sum -> evaluateSum(number, sum);
                case LocalRule local -> evaluateLocal(number, local);
                case TimelineRule line -> evaluateTimeline(number, line);
            }
        }
    }

    /** Evaluates decisions under compiled rules. */
    public static PlanEvaluation of(CompiledRules compiled, int[] values) {
        return new PlanEvaluation(compiled.scoped(), values, rule -> true);
    }

    /** Evaluates decisions under those compiled rules whose numbers {@code asked} accepts; the others charge nothing. */
    public static PlanEvaluation of(CompiledRules compiled, int[] values, IntPredicate asked) {
        return of(compiled.scoped(), values, asked);
    }

    /** Evaluates decisions under those rules whose numbers {@code asked} accepts; the others charge nothing. */
    public static PlanEvaluation of(ScopedRules scoped, int[] values, IntPredicate asked) {
        return new PlanEvaluation(scoped, values, asked);
    }

    /** Returns all matches, rule by rule. */
    public List<RuleMatch> matches() {
        return List.copyOf(matches);
    }

    /** Returns the cost of each rule, in the order of the rules; rules with the same id are merged. */
    public List<RuleResult> results() {
        var penalties = new long[scoped.rules().size()];
        var counts = new int[penalties.length];
        for (RuleMatch match : matches) {
            penalties[match.rule()] += match.amount();
            counts[match.rule()]++;
        }
        Map<String, RuleResult> results = new LinkedHashMap<>();
        for (int number = 0; number < penalties.length; number++) {
            RuleType type = scoped.rules().get(number).type();
            var one = new RuleResult(
                    type.id(), type.level(), scoped.weights()[number], penalties[number], counts[number]);
            results.merge(one.id(), one, PlanEvaluation::merge);
        }
        return List.copyOf(results.values());
    }

    private static RuleResult merge(RuleResult a, RuleResult b) {
        return new RuleResult(a.id(), a.level(), a.weight(), a.penalty() + b.penalty(), a.count() + b.count());
    }

    /** Returns the score of the decisions. */
    public Score score() {
        return new Score(cost(Level.HARD), cost(Level.MEDIUM), cost(Level.SOFT));
    }

    private long cost(Level level) {
        return -matches.stream()
                .filter(match -> match.type().level() == level)
                .mapToLong(match -> match.amount() * scoped.weights()[match.rule()])
                .sum();
    }

    private void countOccupants() {
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s) && slot(s) != Decisions.NONE) {
                guests.add(blueprint.host(s, slot(s)), s);
            }
        }
        for (int g = 0; g < sizes.length; g++) {
            sizes[g] = blueprint.groups().get(g).members().size();
        }
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                sizes[group]++;
                joined.add(group, m);
            }
        }
    }

    private int slot(int session) {
        return values[decisions.slot(session)];
    }

    private @Nullable MeetingTime time(int session) {
        return slot(session) == Decisions.NONE
                ? null
                : blueprint.times().get(session).get(slot(session));
    }

    private void evaluateSum(int number, SumRule rule) {
        Map<Object, Long> totals = new LinkedHashMap<>();
        Set<Object> named = new HashSet<>();
        rule.forEachInitialTotal((key, amount) -> {
            totals.merge(key, amount, Long::sum);
            named.add(key);
        });
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            addPlacement(rule, s, totals);
        }
        for (int k = 0; k < blueprint.seats().size(); k++) {
            if (values[decisions.seat(k)] != Decisions.NONE) {
                addSeat(rule, k, totals);
            }
        }
        if (!rule.companionTerms().isEmpty()) {
            addCompanions(rule, totals);
        }
        if (!rule.reliefTerms().isEmpty()) {
            addReliefs(rule, totals);
        }
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                var membership = blueprint.memberships().get(m);
                GroupId id = blueprint.groups().get(group).id();
                rule.membershipTerms()
                        .forEach(term ->
                                term.add(membership, id, (key, amount) -> totals.merge(key, amount, Long::sum)));
            }
        }
        totals.forEach((key, total) -> {
            long cost = total == 0 && !named.contains(key) ? 0 : rule.cost().penalty(key, total);
            if (cost != 0) {
                matches.add(RuleMatch.ofKey(
                        number, rule.type(), cost, key, rule.figures().of(key, total)));
            }
        });
    }

    private void addPlacement(SumRule rule, int number, Map<Object, Long> totals) {
        Session session = blueprint.sessions().get(number);
        if (!rule.sees(session.intervention())) {
            return;
        }
        MeetingTime time = time(number);
        if (time != null) {
            Session host =
                    blueprint.isGuest(number) ? blueprint.sessions().get(blueprint.host(number, slot(number))) : null;
            rule.placementTerms()
                    .forEach(term ->
                            term.add(session, time, host, (key, amount) -> totals.merge(key, amount, Long::sum)));
        }
        int room = values[decisions.room(number)];
        if (room != Decisions.NONE) {
            rule.roomTerms()
                    .forEach(term -> term.add(
                            session,
                            blueprint.rooms().get(room),
                            (key, amount) -> totals.merge(key, amount, Long::sum)));
        }
    }

    private void addSeat(SumRule rule, int number, Map<Object, Long> totals) {
        Seat seat = blueprint.seats().get(number);
        var holder = blueprint.staff().get(values[decisions.seat(number)]);
        for (int s : blueprint.sessionsOf()[number]) {
            MeetingTime time = time(s);
            Session session = blueprint.sessions().get(s);
            if (time == null || !rule.sees(session.intervention())) {
                continue;
            }
            rule.seatTerms()
                    .forEach(term -> term.add(
                            seat, session, time, holder, (key, amount) -> totals.merge(key, amount, Long::sum)));
            for (int g = 0; g < guests.count(s); g++) {
                Session guest = blueprint.sessions().get(guests.occupant(s, g));
                rule.teachingTerms()
                        .forEach(term -> term.add(
                                seat, session, guest, holder, (key, amount) -> totals.merge(key, amount, Long::sum)));
            }
        }
    }

    private void addReliefs(SumRule rule, Map<Object, Long> totals) {
        var spots = blueprint.spots();
        for (int p = 0; p < blueprint.staff().size(); p++) {
            StaffMember person = blueprint.staff().get(p);
            for (int spot : duties.relievedSpots(p)) {
                Lesson lesson = blueprint.problem().lessons().get(spots.lesson()[spot]);
                rule.reliefTerms()
                        .forEach(term -> term.add(
                                person,
                                lesson,
                                spots.date()[spot],
                                (key, amount) -> totals.merge(key, amount, Long::sum)));
            }
        }
    }

    private void addCompanions(SumRule rule, Map<Object, Long> totals) {
        Map<StudentId, List<GroupId>> groupsOf = groupsOfStudents();
        for (int k = 0; k < blueprint.seats().size(); k++) {
            int person = values[decisions.seat(k)];
            if (person == Decisions.NONE) {
                continue;
            }
            Seat seat = blueprint.seats().get(k);
            Set<StudentId> students = new HashSet<>();
            for (int s : blueprint.sessionsOf()[k]) {
                students.addAll(blueprint.sessions().get(s).students());
            }
            for (StudentId id : students) {
                Student student =
                        blueprint.students().get(blueprint.index().student().indexOf(id));
                for (GroupId group : groupsOf.getOrDefault(id, List.of())) {
                    rule.companionTerms()
                            .forEach(term -> term.add(
                                    seat,
                                    student,
                                    group,
                                    blueprint.staff().get(person),
                                    (key, amount) -> totals.merge(key, amount, Long::sum)));
                }
            }
        }
    }

    /** Returns the groups of each student, given or joined. */
    private Map<StudentId, List<GroupId>> groupsOfStudents() {
        Map<StudentId, List<GroupId>> groups = new HashMap<>();
        for (Group group : blueprint.groups()) {
            group.members().stream()
                    .map(GroupMember::studentId)
                    .distinct()
                    .forEach(student -> groups.computeIfAbsent(student, fresh -> new ArrayList<>())
                            .add(group.id()));
        }
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[decisions.member(m)];
            if (group != Decisions.NONE) {
                groups.computeIfAbsent(blueprint.memberships().get(m).student().id(), fresh -> new ArrayList<>())
                        .add(blueprint.groups().get(group).id());
            }
        }
        return groups;
    }

    private void evaluateLocal(int number, LocalRule rule) {
        for (var scope : scopesOf.getOrDefault(number, List.of())) {
            rule.cost().charge(scope.scope().scope(), view.useScope(scope.scope()), collectorOf(number, rule));
        }
    }

    private PenaltyCollector collectorOf(int number, Rule rule) {
        return (amount, who, what, where) -> {
            if (amount != 0) {
                matches.add(RuleMatch.of(number, rule.type(), amount, who, what, where));
            }
        };
    }

    private void evaluateTimeline(int number, TimelineRule rule) {
        List<?> owners = switch (rule.owner()) {
            case STAFF -> blueprint.staff();
            case ROOM -> blueprint.rooms();
            case STUDENT -> blueprint.students();
        };
        boolean ofStudents = rule.owner() == TimelineRule.Owner.STUDENT;
        var list = new DutyList(blueprint);
        for (int owner = 0; owner < owners.size(); owner++) {
            for (var window : windows(rule.window(), duties.of(rule.owner(), owner))) {
                list.begin(owners.get(owner), ofStudents);
                window.forEach(list::add);
                rule.cost().charge(list, collectorOf(number, rule));
            }
        }
    }

    /** Returns the duties in the windows of a rule: all at once, or those of each date or calendar week. */
    private Collection<SortedMap<Integer, Integer>> windows(
            TimelineRule.Window window, SortedMap<Integer, Integer> duties) {
        int days = switch (window) {
            case HORIZON -> 0;
            case DAY -> 1;
            case WEEK -> 7;
        };
        if (days == 0) {
            return List.of(duties);
        }
        SortedMap<Integer, SortedMap<Integer, Integer>> windows = new TreeMap<>();
        duties.forEach((spot, times) -> windows.computeIfAbsent(
                        Math.floorDiv(blueprint.spots().day()[spot], days), fresh -> new TreeMap<>())
                .put(spot, times));
        return windows.values();
    }
}
