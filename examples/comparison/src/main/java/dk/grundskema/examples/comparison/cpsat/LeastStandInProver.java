package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.Loader;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.examples.comparison.cpsat.StandInPlans.Duty;
import dk.grundskema.examples.comparison.cpsat.StandInPlans.Place;
import dk.grundskema.solver.change.ChangeRequest;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.PlanDifference.DatedMeeting;
import dk.grundskema.solver.check.TimetableChecker;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Proves the minimum number of person-days that an absence of one person must change, for plans of any intervention. Who sits in each seat on the days
 * of the absence is free, except for seats that are locked or have begun; times, rooms and subjects stay, and so do all other days.
 *
 * <p>CP-SAT proposes assignments with few changes. The independent checker of timetables judges each one. What it finds wrong becomes a constraint of
 * {@link StandInModel}. A proposal that is refused for any other reason is excluded by itself.
 */
public final class LeastStandInProver {
    /** No limit of a figure. */
    private static final long ANY = Long.MAX_VALUE;

    /**
     * Quality of a changed plan; fewer conflicts come first, then fewer shortfalls, then fewer empty seats, then fewer person-days: a lesson that loses its
     * co-teacher is covered if anybody can, though no rule demands it.
     *
     * @param hard       number of broken hard rules in the whole plan
     * @param medium     sum of what broken medium rules lack in the whole plan, each in its unit: a module without both adults lacks two
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
                    StandInPlans.countConflicts(plan.violations()),
                    StandInPlans.sum(StandInPlans.shortfalls(plan.violations())),
                    plan.difference().dates().stream()
                            .mapToLong(one -> Math.max(0, countHolders(one.before()) - countHolders(one.after())))
                            .sum(),
                    personDays);
        }

        private static long countHolders(@Nullable DatedMeeting one) {
            return one == null ? 0 : one.holders().size();
        }
    }

    private final StandInPlans plans;
    private final StaffId absent;
    private final List<Place> places;
    private final StandInModel model;
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
        this.plans = new StandInPlans(checker, request, absent, days);
        this.absent = absent;
        this.places = plans.places();
        this.model = new StandInModel(plans, request.after(), absent);
    }

    /**
     * Returns the best quality that any assignment has.
     *
     * @param found quality of a plan that is known
     * @param limit largest number of proposals that the checker judges
     * @return that of {@code found} if nothing is better; empty if the limit is reached first, or CP-SAT does not end in its time
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
        model.begin(wanted);
        try {
            while (proposals < limit) {
                StandInModel.Proposal proposed = model.propose();
                Map<Place, StaffId> proposal = proposed.assigned();
                if (proposal == null) {
                    return new Answer(!proposed.isImpossible(), null);
                }
                proposals++;
                Quality quality = judge(proposal, wanted);
                if (quality != null) {
                    return new Answer(false, quality);
                }
            }
            return new Answer(true, null);
        } finally {
            model.end();
        }
    }

    /** Returns the quality of a proposal if it is good enough; otherwise excludes what is wrong with it. */
    private @Nullable Quality judge(Map<Place, StaffId> proposal, Quality wanted) {
        boolean isExcluded = false;
        for (StaffId who : changedStaff(proposal)) {
            Set<Place> duties = placesOf(proposal, who);
            while (plans.breaksRule(who, duties)) {
                duties.removeAll(model.excludeDuties(who, duties));
                isExcluded = true;
            }
        }
        Set<Place> empty = places.stream()
                .filter(place -> place.holder() != null && !proposal.containsKey(place))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<List<Object>, Long> ofSeats = plans.shortfalls(empty);
        Map<StaffId, Map<List<Object>, Long>> ofPeople = new LinkedHashMap<>();
        var missing = new HashMap<>(ofSeats);
        for (StaffId who : changedStaff(proposal)) {
            Map<List<Object>, Long> some = plans.newShortfalls(who, placesOf(proposal, who));
            ofPeople.put(who, some);
            some.forEach((shortfall, amount) -> missing.merge(shortfall, amount, Math::max));
        }
        if (StandInPlans.sum(missing) > wanted.medium()) {
            ofSeats.forEach((shortfall, amount) -> model.requireShortfall(shortfall, amount, empty));
            ofPeople.forEach((who, some) -> some.forEach(
                    (shortfall, amount) -> model.requireShortfall(shortfall, amount, who, placesOf(proposal, who))));
            model.limitShortfalls(wanted.medium());
            isExcluded = true;
        }
        if (isExcluded) {
            return null;
        }
        List<RuleViolation> violations = plans.check(proposal);
        var quality = new Quality(
                StandInPlans.countConflicts(violations),
                StandInPlans.sum(StandInPlans.shortfalls(violations)),
                empty.size(),
                model.days().stream().filter(day -> isChanged(day, proposal)).count());
        if (quality.hard() <= wanted.hard()
                && quality.medium() <= wanted.medium()
                && quality.empty() <= wanted.empty()
                && quality.personDays() <= wanted.personDays()) {
            return quality;
        }
        model.exclude(proposal);
        return null;
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

    /** Returns who has another duty, or one less, than in the plan in use. */
    private Set<StaffId> changedStaff(Map<Place, StaffId> proposal) {
        var staff = new TreeSet<StaffId>();
        for (Place place : places) {
            StaffId who = proposal.get(place);
            if (!Objects.equals(who, place.holder())) {
                Stream.of(who, place.holder()).filter(Objects::nonNull).forEach(staff::add);
            }
        }
        staff.remove(absent);
        return staff;
    }

    private Set<Place> placesOf(Map<Place, StaffId> proposal, StaffId who) {
        return places.stream()
                .filter(place -> who.equals(proposal.get(place)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
