package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.examples.comparison.cpsat.LeastStandInProver.Quality;
import dk.grundskema.examples.comparison.cpsat.StandInPlans.Duty;
import dk.grundskema.examples.comparison.cpsat.StandInPlans.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Model for CP-SAT of who sits in which seat on the days of an absence, with as few changed person-days as possible.
 *
 * <p>Its constraints are found by the checker, each reduced to a smallest set: duties that a person cannot have together, seats that lack somebody when
 * they are empty together, duties by which a person lacks something. Hours and sessions of a person are limited from the start. Further duties or empty
 * seats are taken not to mend any of this, unless the checker finds that one of them alone does.
 */
final class StandInModel {
    /** A number larger than that of the empty seats. */
    private static final long DAY = 1_000;

    /** At least as much as any shortfall, such as the minutes of a year. */
    private static final long LARGEST_SHORTFALL = 1_000_000;

    /** Most seats of which all parts are checked. */
    private static final int LARGEST_SUM = 4;

    /**
     * What CP-SAT proposes.
     *
     * @param isImpossible whether it proved that no assignment is left
     * @param assigned     who is where; {@code null} if it found none
     */
    record Proposal(boolean isImpossible, @Nullable Map<Place, StaffId> assigned) {}

    private final StandInPlans plans;
    private final Problem after;
    private final StaffId absent;
    private final List<Place> places;
    private final CpModel model = new CpModel();
    private final Map<Place, Map<StaffId, BoolVar>> variables = new LinkedHashMap<>();
    private final Map<PersonDay, BoolVar> changedDays = new TreeMap<>();
    private final Map<List<Object>, IntVar> shortfalls = new LinkedHashMap<>();
    private BoolVar search = model.newBoolVar("");

    /** @param after problem after the change */
    StandInModel(StandInPlans plans, Problem after, StaffId absent) {
        this.plans = plans;
        this.after = after;
        this.absent = absent;
        this.places = plans.places();
        createVariables();
        createChangedDays();
        after.staff().stream()
                .map(StaffMember::id)
                .filter(who -> !who.equals(absent))
                .forEach(this::limitSums);
    }

    /** Returns the person-days that may change. */
    Set<PersonDay> days() {
        return changedDays.keySet();
    }

    private boolean isAvailable(StaffMember who, Interval when) {
        return who.availability().unavailableIntervals(after.horizon()).stream().noneMatch(when::overlaps);
    }

    /** Each seat has at most one holder, nobody is in two places at once, and nobody holds a seat while unavailable. */
    private void createVariables() {
        for (Place place : places) {
            var holders = new LinkedHashMap<StaffId, BoolVar>();
            for (StaffMember who : after.staff()) {
                boolean isHolder = who.id().equals(place.holder()) && !who.id().equals(absent);
                if (isHolder || isAvailable(who, plans.interval(place))) {
                    holders.put(who.id(), model.newBoolVar(""));
                }
            }
            model.addAtMostOne(holders.values().toArray(Literal[]::new));
            variables.put(place, holders);
        }
        for (int one = 0; one < places.size(); one++) {
            for (int other = one + 1; other < places.size(); other++) {
                Place first = places.get(one);
                Place second = places.get(other);
                if (plans.interval(first).overlaps(plans.interval(second))) {
                    addNotBoth(first, second);
                }
            }
        }
    }

    /** A person may stay in two places at once if that is so in the plan in use. */
    private void addNotBoth(Place first, Place second) {
        StaffId both = Objects.equals(first.holder(), second.holder()) ? first.holder() : null;
        holders(first).forEach((who, here) -> {
            BoolVar there = holders(second).get(who);
            if (there != null && !who.equals(both)) {
                model.addAtMostOne(new Literal[] {here, there});
            }
        });
    }

    private Map<StaffId, BoolVar> holders(Place place) {
        return Objects.requireNonNull(variables.get(place));
    }

    private void createChangedDays() {
        Map<Duty, List<BoolVar>> duties = new LinkedHashMap<>();
        Set<Duty> earlier = new HashSet<>();
        Map<Duty, PersonDay> days = new HashMap<>();
        for (Place place : places) {
            holders(place).forEach((who, here) -> {
                var duty = new Duty(place.meeting().sessionId(), place.week(), place.role(), who);
                duties.computeIfAbsent(duty, any -> new ArrayList<>()).add(here);
                days.put(duty, new PersonDay(who, place.date()));
                if (who.equals(place.holder())) {
                    earlier.add(duty);
                }
            });
        }
        duties.forEach((duty, here) -> {
            if (!duty.staffId().equals(absent)) {
                BoolVar changed = changedDays.computeIfAbsent(
                        Objects.requireNonNull(days.get(duty)), any -> model.newBoolVar(""));
                LinearExpr held = LinearExpr.sum(here.toArray(BoolVar[]::new));
                if (earlier.contains(duty)) {
                    model.addGreaterOrEqual(
                            LinearExpr.newBuilder().add(held).add(changed).build(), 1);
                } else {
                    model.addLessOrEqual(LinearExpr.newBuilder().add(held).addTerm(changed, -1), 0);
                }
            }
        });
        LinearExprBuilder cost = LinearExpr.newBuilder();
        changedDays.values().forEach(changed -> cost.addTerm(changed, DAY));
        for (Place place : places) {
            if (place.holder() != null) {
                holders(place).values().forEach(here -> cost.addTerm(here, -1));
            }
        }
        model.minimize(cost);
    }

    /** Begins to look for assignments with at most so many empty seats and person-days. What holds for these alone ends with {@link #end}. */
    void begin(Quality wanted) {
        search = model.newBoolVar("");
        if (wanted.personDays() < changedDays.size()) {
            model.addLessOrEqual(LinearExpr.sum(changedDays.values().toArray(BoolVar[]::new)), wanted.personDays())
                    .onlyEnforceIf(search);
        }
        List<Place> held =
                places.stream().filter(place -> place.holder() != null).toList();
        if (wanted.empty() < held.size()) {
            LinearExprBuilder filled = LinearExpr.newBuilder();
            held.forEach(place -> holders(place).values().forEach(filled::add));
            model.addGreaterOrEqual(filled, held.size() - wanted.empty()).onlyEnforceIf(search);
        }
        fix(1);
    }

    void end() {
        fix(0);
    }

    /** What holds in one search only depends on its variable, which is 0 in all later ones. */
    private void fix(int value) {
        model.getBuilder()
                .getVariablesBuilder(search.getIndex())
                .clearDomain()
                .addDomain(value)
                .addDomain(value);
    }

    /** Looks for a good assignment, or for any if that takes long. */
    Proposal propose() {
        CpSolver solver = newSolver();
        solver.getParameters().setMaxDeterministicTime(2);
        CpSolverStatus status = solver.solve(model);
        if (status == CpSolverStatus.UNKNOWN) {
            solver = newSolver();
            solver.getParameters().setMaxDeterministicTime(30).setStopAfterFirstSolution(true);
            status = solver.solve(model);
        }
        return switch (status) {
            case OPTIMAL, FEASIBLE -> new Proposal(false, assigned(solver));
            case INFEASIBLE -> new Proposal(true, null);
            case UNKNOWN -> new Proposal(false, null);
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException("CP-SAT ended with (%s).".formatted(status));
        };
    }

    /** Several searches in turn in one order: what one does not prove, another may, and the result is repeatable. */
    private static CpSolver newSolver() {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(8).setInterleaveSearch(true).setRandomSeed(1);
        return solver;
    }

    private Map<Place, StaffId> assigned(CpSolver solver) {
        var assigned = new LinkedHashMap<Place, StaffId>();
        variables.forEach((place, holders) -> holders.forEach((who, here) -> {
            if (solver.booleanValue(here)) {
                assigned.put(place, who);
            }
        }));
        return assigned;
    }

    /** Excludes one assignment as a whole. */
    void exclude(Map<Place, StaffId> proposal) {
        var different = new ArrayList<Literal>();
        variables.forEach((place, holders) ->
                holders.forEach((who, here) -> different.add(who.equals(proposal.get(place)) ? here.not() : here)));
        model.addBoolOr(different.toArray(Literal[]::new)).onlyEnforceIf(search);
    }

    /** Limits the sum of all shortfalls that are known so far. */
    void limitShortfalls(long most) {
        model.addLessOrEqual(LinearExpr.sum(shortfalls.values().toArray(IntVar[]::new)), most)
                .onlyEnforceIf(search);
    }

    /** Excludes a smallest set of duties by which a person breaks a hard rule, for everybody who does so by it, and returns the set. */
    Set<Place> excludeDuties(StaffId who, Set<Place> duties) {
        Set<Place> core = reduce(duties, some -> plans.breaksRule(who, some));
        excludeTogether(core);
        return core;
    }

    /** Excludes that anybody holds duties together who then breaks a hard rule. */
    private void excludeTogether(Set<Place> duties) {
        for (StaffMember who : after.staff()) {
            List<BoolVar> held = duties.stream()
                    .map(place -> holders(place).get(who.id()))
                    .filter(Objects::nonNull)
                    .toList();
            if (held.size() == duties.size() && plans.breaksRule(who.id(), duties)) {
                model.addBoolOr(held.stream().map(BoolVar::not).toArray(Literal[]::new));
            }
        }
    }

    /**
     * Limits the hours and sessions of a person. The checker judges one seat of each meeting together, and then without each of these: what its violation
     * becomes smaller by is the share of that meeting. So much must be left out that nothing of the violation remains.
     */
    private void limitSums(StaffId who) {
        Map<List<Object>, Place> meetings = new LinkedHashMap<>();
        places.stream()
                .filter(place -> holders(place).containsKey(who))
                .forEach(place -> meetings.putIfAbsent(List.of(place.meeting(), place.week()), place));
        var all = new LinkedHashSet<>(meetings.values());
        Map<List<Object>, Long> over = plans.excess(who, all);
        Map<List<Object>, LinearExprBuilder> leftOut = new HashMap<>();
        over.keySet().forEach(fault -> leftOut.put(fault, LinearExpr.newBuilder()));
        meetings.forEach((key, place) -> {
            Map<List<Object>, Long> overWithout = plans.excess(who, without(all, Set.of(place)));
            over.forEach((fault, amount) -> {
                long share = amount - overWithout.getOrDefault(fault, 0L);
                LinearExprBuilder sum =
                        Objects.requireNonNull(leftOut.get(fault)).add(share);
                places.stream()
                        .filter(seat -> key.equals(List.of(seat.meeting(), seat.week())))
                        .forEach(seat ->
                                sum.addTerm(Objects.requireNonNull(holders(seat).get(who)), -share));
            });
        });
        Set<List<Object>> accepted = plans.acceptedFaults(who);
        over.forEach((fault, amount) -> {
            if (!accepted.contains(fault)) {
                model.addGreaterOrEqual(Objects.requireNonNull(leftOut.get(fault)), amount);
            }
        });
    }

    /**
     * Makes a shortfall at least so large as long as no seat of a smallest set with this shortfall is filled, nor another one that mends it. Each filled
     * seat of the set takes away what it does alone, if the checker confirms for all parts of the set that not more is taken away, and otherwise all of it.
     */
    void requireShortfall(List<Object> shortfall, long amount, Set<Place> empty) {
        ToLongFunction<Set<Place>> lacking = some -> plans.shortfalls(some).getOrDefault(shortfall, 0L);
        Set<Place> core = reduce(empty, some -> lacking.applyAsLong(some) >= amount);
        Map<Place, Long> share = new LinkedHashMap<>();
        core.forEach(place -> share.put(place, amount - lacking.applyAsLong(without(core, Set.of(place)))));
        boolean isSum = core.size() <= LARGEST_SUM
                && subsets(List.copyOf(core))
                        .allMatch(filled ->
                                amount - filled.stream().mapToLong(share::get).sum()
                                        <= lacking.applyAsLong(without(core, filled)));
        LinearExprBuilder size = LinearExpr.newBuilder().add(variable(shortfall));
        core.forEach(place -> holders(place)
                .values()
                .forEach(filled -> size.addTerm(filled, isSum ? Objects.requireNonNull(share.get(place)) : amount)));
        for (Place place : places) {
            if (place.holder() == null && plans.shortfalls(core, place).getOrDefault(shortfall, 0L) < amount) {
                holders(place).values().forEach(filled -> size.addTerm(filled, amount));
            }
        }
        model.addGreaterOrEqual(size, amount);
    }

    /**
     * Makes a shortfall at least so large as long as a person holds a smallest set of duties with this shortfall, and none of those that would mend it.
     */
    void requireShortfall(List<Object> shortfall, long amount, StaffId who, Set<Place> duties) {
        Predicate<Set<Place>> isShort = some -> plans.newShortfalls(who, some).getOrDefault(shortfall, 0L) >= amount;
        Set<Place> core = reduce(duties, isShort);
        LinearExprBuilder size =
                LinearExpr.newBuilder().add(variable(shortfall)).add(amount * core.size());
        for (Place place : places) {
            BoolVar here = holders(place).get(who);
            if (core.contains(place)) {
                size.addTerm(Objects.requireNonNull(here), -amount);
            } else if (here != null && !isShort.test(with(core, place))) {
                size.addTerm(here, amount);
            }
        }
        model.addGreaterOrEqual(size, amount);
    }

    private static Set<Place> with(Set<Place> some, Place one) {
        Set<Place> all = new LinkedHashSet<>(some);
        all.add(one);
        return all;
    }

    private IntVar variable(List<Object> shortfall) {
        return shortfalls.computeIfAbsent(shortfall, any -> model.newIntVar(0, LARGEST_SHORTFALL, ""));
    }

    private static Stream<Set<Place>> subsets(List<Place> all) {
        return IntStream.range(0, 1 << all.size())
                .mapToObj(chosen -> IntStream.range(0, all.size())
                        .filter(index -> (chosen & 1 << index) != 0)
                        .mapToObj(all::get)
                        .collect(Collectors.toSet()));
    }

    private static Set<Place> without(Set<Place> all, Set<Place> some) {
        Set<Place> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    /** Returns a set none of whose elements can be left out. */
    private static Set<Place> reduce(Set<Place> all, Predicate<Set<Place>> isWrong) {
        var kept = new LinkedHashSet<>(all);
        for (Place one : all) {
            kept.remove(one);
            if (!isWrong.test(kept)) {
                kept.add(one);
            }
        }
        return kept;
    }
}
