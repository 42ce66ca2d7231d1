package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.check.TimetableChecker;
import dk.grundskema.solver.repair.ChangeRequest;
import dk.grundskema.solver.repair.ChangedPlan;
import dk.grundskema.solver.repair.PlanDifference.DatedMeeting;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Proves the minimum number of person-days that an absence of one person must change, for plans of any intervention. Who sits in each seat on the days
 * of the absence is free, except for seats that are locked or have begun; times, rooms and subjects stay, and so do all other days.
 *
 * <p>CP-SAT proposes assignments with few changes. The independent checker of timetables judges each one. What it finds wrong becomes a constraint:
 * duties that a person cannot have together, or seats that cannot stay empty together, each reduced to a smallest such set. Both are monotone: further
 * duties or empty seats do not mend them. A proposal that is refused for any other reason is excluded by itself.
 */
public final class LeastStandInProver {
    /** A number larger than that of the empty seats. */
    private static final long DAY = 1_000;

    /** No limit of a figure. */
    private static final long ANY = Long.MAX_VALUE;

    /**
     * Quality of a changed plan; fewer conflicts come first, then fewer shortfalls, then fewer empty seats, then fewer person-days: a lesson that loses its
     * co-teacher is covered if anybody can, though no rule demands it.
     *
     * @param hard       number of broken hard rules in the whole plan
     * @param medium     number of broken medium rules in the whole plan
     * @param empty      number of seats, date by date, that somebody held and nobody holds any more
     * @param personDays changed person-days of others than the absent person
     */
    public record Quality(long hard, long medium, long empty, long personDays) {
        /**
         * Returns the quality of a change.
         *
         * @param personDays changed person-days of others than the absent person
         */
        public static Quality of(ChangedPlan plan, long personDays) {
            return new Quality(
                    count(plan.violations(), Level.HARD),
                    count(plan.violations(), Level.MEDIUM),
                    plan.difference().dates().stream()
                            .mapToLong(one -> Math.max(0, countHolders(one.before()) - countHolders(one.after())))
                            .sum(),
                    personDays);
        }

        private static long countHolders(@Nullable DatedMeeting one) {
            return one == null ? 0 : one.holders().size();
        }
    }

    /** One seat of a meeting on one of its dates that may change. */
    private record Place(Meeting meeting, IsoWeek week, int seat) {
        @Nullable
        StaffId holder() {
            return meeting.seats().get(seat).staffId();
        }

        String role() {
            return meeting.seats().get(seat).role();
        }

        LocalDate date() {
            return meeting.time().date(week);
        }
    }

    private record Duty(SessionId session, IsoWeek week, String role, StaffId staffId) {}

    private final TimetableChecker checker;
    private final ChangeRequest request;
    private final StaffId absent;
    private final ZoneId zone;
    private final List<Place> places = new ArrayList<>();
    private final CpModel model = new CpModel();
    private final Map<Place, Map<StaffId, BoolVar>> variables = new LinkedHashMap<>();
    private final Map<PersonDay, BoolVar> changedDays = new TreeMap<>();
    private final Map<StaffId, Set<List<Object>>> acceptedFaults = new HashMap<>();
    private int proposals;

    /**
     * Prepares a proof.
     *
     * @param request a change that makes one person unavailable, and nothing else
     * @param absent  that person
     * @param days    days of the absence
     * @throws UnsatisfiedLinkError if this platform has no CP-SAT
     */
    public LeastStandInProver(
            TimetableChecker checker, ChangeRequest request, StaffId absent, Collection<LocalDate> days) {
        Loader.loadNativeLibraries();
        this.checker = checker;
        this.request = request;
        this.absent = absent;
        this.zone = request.before().horizon().zone();
        for (Meeting meeting : request.timetable().meetings()) {
            for (IsoWeek week : meeting.weeks()) {
                boolean isPast = interval(meeting, week).start() < Interval.toEpochMinute(request.now(), zone);
                for (int seat = 0; seat < meeting.seats().size() && !isPast; seat++) {
                    var place = new Place(meeting, week, seat);
                    if (days.contains(place.date())
                            && !meeting.seats().get(seat).locked()) {
                        places.add(place);
                    }
                }
            }
        }
        createVariables();
        createChangedDays();
    }

    private Interval interval(Meeting meeting, IsoWeek week) {
        return meeting.time().interval(week, zone);
    }

    private boolean isAvailable(StaffMember who, Interval when) {
        return who.availability().unavailableIntervals(request.after().horizon()).stream()
                .noneMatch(when::overlaps);
    }

    /** Each seat has at most one holder, nobody is in two places at once, and nobody holds a seat while unavailable. */
    private void createVariables() {
        for (Place place : places) {
            var holders = new LinkedHashMap<StaffId, BoolVar>();
            for (StaffMember who : request.after().staff()) {
                boolean isHolder = who.id().equals(place.holder()) && !who.id().equals(absent);
                if (isHolder || isAvailable(who, interval(place.meeting(), place.week()))) {
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
                if (interval(first.meeting(), first.week()).overlaps(interval(second.meeting(), second.week()))) {
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

    /**
     * Returns the best quality that any assignment has.
     *
     * @param found quality of a plan that is known
     * @param limit largest number of proposals that the checker judges
     * @return that of {@code found} if nothing is better; empty if the limit is reached first
     */
    public Optional<Quality> proveLeast(Quality found, int limit) {
        Quality best = found;
        while (best.medium() > 0) {
            Answer answer = improve(new Quality(best.hard(), best.medium() - 1, ANY, ANY), limit);
            if (answer.isUnknown()) {
                return Optional.empty();
            }
            if (answer.quality() == null) {
                break;
            }
            best = answer.quality();
        }
        while (best.empty() > 0) {
            Answer answer = improve(new Quality(best.hard(), best.medium(), best.empty() - 1, ANY), limit);
            if (answer.isUnknown()) {
                return Optional.empty();
            }
            if (answer.quality() == null) {
                break;
            }
            best = answer.quality();
        }
        while (best.personDays() > 0) {
            Answer answer =
                    improve(new Quality(best.hard(), best.medium(), best.empty(), best.personDays() - 1), limit);
            if (answer.isUnknown()) {
                return Optional.empty();
            }
            if (answer.quality() == null) {
                return Optional.of(best);
            }
            best = answer.quality();
        }
        return Optional.of(best);
    }

    private record Answer(boolean isUnknown, @Nullable Quality quality) {}

    /** Looks for a plan with at most so many conflicts, shortfalls, empty seats and person-days. */
    private Answer improve(Quality wanted, int limit) {
        BoolVar search = model.newBoolVar("");
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
        fix(search, 1);
        try {
            while (proposals < limit) {
                Map<Place, StaffId> proposal = propose();
                if (proposal == null) {
                    return new Answer(false, null);
                }
                proposals++;
                Quality quality = judge(proposal, wanted, search);
                if (quality != null) {
                    return new Answer(false, quality);
                }
            }
            return new Answer(true, null);
        } finally {
            fix(search, 0);
        }
    }

    /** What holds in one search only depends on its variable, which is 0 in all later ones. */
    private void fix(BoolVar search, int value) {
        model.getBuilder()
                .getVariablesBuilder(search.getIndex())
                .clearDomain()
                .addDomain(value)
                .addDomain(value);
    }

    private @Nullable Map<Place, StaffId> propose() {
        CpSolver solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(1).setMaxDeterministicTime(60);
        CpSolverStatus status = solver.solve(model);
        if (status == CpSolverStatus.INFEASIBLE) {
            return null;
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            throw new IllegalStateException("CP-SAT ended with (%s).".formatted(status));
        }
        var proposal = new LinkedHashMap<Place, StaffId>();
        variables.forEach((place, holders) -> holders.forEach((who, here) -> {
            if (solver.booleanValue(here)) {
                proposal.put(place, who);
            }
        }));
        return proposal;
    }

    /** Returns the quality of a proposal if it is good enough; otherwise excludes what is wrong with it. */
    private @Nullable Quality judge(Map<Place, StaffId> proposal, Quality wanted, BoolVar search) {
        boolean isExcluded = false;
        for (StaffId who : changedStaff(proposal)) {
            Set<Place> core = findImpossibleDuties(who, placesOf(proposal, who::equals));
            if (!core.isEmpty()) {
                model.addBoolOr(core.stream()
                        .map(place ->
                                Objects.requireNonNull(holders(place).get(who)).not())
                        .toArray(Literal[]::new));
                isExcluded = true;
            }
        }
        Set<Place> empty = new TreeSet<>(Comparator.comparingInt(places::indexOf));
        places.stream()
                .filter(place -> place.holder() != null && !proposal.containsKey(place))
                .forEach(empty::add);
        if (countMedium(empty) > wanted.medium()) {
            Set<Place> core = reduce(empty, some -> countMedium(some) > wanted.medium());
            List<Literal> filled = core.stream()
                    .flatMap(place -> holders(place).values().stream())
                    .map(Literal.class::cast)
                    .toList();
            model.addBoolOr(filled.toArray(Literal[]::new)).onlyEnforceIf(search);
            isExcluded = true;
        }
        if (isExcluded) {
            return null;
        }
        List<RuleViolation> violations = checker.check(request.after(), timetable(proposal));
        var quality = new Quality(
                count(violations, Level.HARD),
                count(violations, Level.MEDIUM),
                empty.size(),
                changedDays.keySet().stream()
                        .filter(day -> isChanged(day, proposal))
                        .count());
        if (quality.hard() <= wanted.hard()
                && quality.medium() <= wanted.medium()
                && quality.empty() <= wanted.empty()
                && quality.personDays() <= wanted.personDays()) {
            return quality;
        }
        excludeWhole(proposal, search);
        return null;
    }

    private void excludeWhole(Map<Place, StaffId> proposal, BoolVar search) {
        var different = new ArrayList<Literal>();
        variables.forEach((place, holders) ->
                holders.forEach((who, here) -> different.add(who.equals(proposal.get(place)) ? here.not() : here)));
        model.addBoolOr(different.toArray(Literal[]::new)).onlyEnforceIf(search);
    }

    private boolean isChanged(PersonDay day, Map<Place, StaffId> proposal) {
        return !roles(day, place -> Objects.equals(proposal.get(place), day.staffId()))
                .equals(roles(day, place -> Objects.equals(place.holder(), day.staffId())));
    }

    private Set<Duty> roles(PersonDay day, Predicate<Place> which) {
        Set<Duty> roles = new HashSet<>();
        places.stream()
                .filter(place -> place.date().equals(day.date()) && which.test(place))
                .forEach(place ->
                        roles.add(new Duty(place.meeting().sessionId(), place.week(), place.role(), day.staffId())));
        return roles;
    }

    private Set<StaffId> changedStaff(Map<Place, StaffId> proposal) {
        var staff = new TreeSet<StaffId>();
        proposal.forEach((place, who) -> {
            if (!who.equals(place.holder())) {
                staff.add(who);
            }
        });
        return staff;
    }

    private Set<Place> placesOf(Map<Place, StaffId> proposal, Predicate<StaffId> who) {
        Set<Place> some = new TreeSet<>(Comparator.comparingInt(places::indexOf));
        proposal.forEach((place, holder) -> {
            if (who.test(holder)) {
                some.add(place);
            }
        });
        return some;
    }

    /** Returns a smallest set of duties that break a hard rule which the person's plan in use does not break; empty if all are possible. */
    private Set<Place> findImpossibleDuties(StaffId who, Set<Place> duties) {
        return breaksRule(who, duties) ? reduce(duties, some -> breaksRule(who, some)) : Set.of();
    }

    private boolean breaksRule(StaffId who, Set<Place> duties) {
        Set<List<Object>> accepted = acceptedFaults.computeIfAbsent(who, any -> {
            Set<List<Object>> faults = new HashSet<>(hardFaults(who, request.timetable()));
            faults.addAll(hardFaults(who, timetable(others(who))));
            return faults;
        });
        Map<Place, StaffId> assigned = others(who);
        duties.forEach(place -> assigned.put(place, who));
        return !accepted.containsAll(hardFaults(who, timetable(assigned)));
    }

    /** Returns who is where in the plan in use, without a person and without the absent one. */
    private Map<Place, StaffId> others(StaffId who) {
        var assigned = new LinkedHashMap<Place, StaffId>();
        for (Place place : places) {
            StaffId holder = place.holder();
            if (holder != null && !holder.equals(who) && !holder.equals(absent)) {
                assigned.put(place, holder);
            }
        }
        return assigned;
    }

    private List<List<Object>> hardFaults(StaffId who, Timetable timetable) {
        return checker.checkStaffing(request.after(), timetable, who).violations().stream()
                .filter(one -> one.level() == Level.HARD)
                .map(one -> List.<Object>of(one.rule(), one.place()))
                .toList();
    }

    /** Returns the number of broken medium rules if some seats are empty, and the others are as in the plan in use. */
    private long countMedium(Set<Place> empty) {
        var assigned = new LinkedHashMap<Place, StaffId>();
        for (Place place : places) {
            StaffId holder = place.holder();
            if (holder != null && !empty.contains(place)) {
                assigned.put(place, holder);
            }
        }
        return count(checker.check(request.after(), timetable(assigned)), Level.MEDIUM);
    }

    private static long count(List<RuleViolation> violations, Level level) {
        return violations.stream().filter(one -> one.level() == level).count();
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

    /** Returns the plan with these holders of all places; a series is split where one of its dates differs. */
    private Timetable timetable(Map<Place, StaffId> assigned) {
        Map<Meeting, Map<IsoWeek, List<MeetingSeat>>> changed = new LinkedHashMap<>();
        for (Place place : places) {
            StaffId who = assigned.get(place);
            if (!Objects.equals(who, place.holder())) {
                List<MeetingSeat> seats = changed.computeIfAbsent(place.meeting(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(
                                place.week(),
                                any -> new ArrayList<>(place.meeting().seats()));
                MeetingSeat seat = seats.get(place.seat());
                seats.set(place.seat(), new MeetingSeat(seat.role(), who, seat.required(), seat.locked()));
            }
        }
        var meetings = new ArrayList<Meeting>();
        for (Meeting meeting : request.timetable().meetings()) {
            Map<IsoWeek, List<MeetingSeat>> weeks = changed.getOrDefault(meeting, Map.of());
            Optional<Meeting> rest = meeting.inWeeks(week -> !weeks.containsKey(week));
            rest.ifPresent(meetings::add);
            boolean isFirst = rest.isEmpty();
            for (var each : weeks.entrySet()) {
                Meeting part =
                        meeting.inWeeks(each.getKey()::equals).orElseThrow().withSeats(each.getValue());
                meetings.add(
                        isFirst
                                ? part
                                : part.withId(
                                        new SessionId(meeting.sessionId() + "@" + each.getKey()), meeting.origin()));
                isFirst = false;
            }
        }
        return request.timetable().withMeetings(meetings);
    }
}
