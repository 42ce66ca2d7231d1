package dk.grundskema.solver.change;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.change.LostSupport.Place;
import dk.grundskema.solver.change.PlanDifference.ChangedDate;
import dk.grundskema.solver.change.SupportTrials.Trial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Gives support that a change takes away at another time of the same week, where it breaks nothing further and the plan falls less short by it: a required
 * meeting is held, or a class gets lessons that it lacks. Source of the week: guide, parts A and C to E, which ask for a number of lessons in each week.
 */
final class SupportMover {
    /** Places that are tried for one date: each is checked. */
    private static final int MOST_TRIES_OF_DATE = 6;

    /** Places that are tried in vain for all dates together. */
    private static final int MOST_FAILURES = 8;

    private record RankedTrial(Trial trial, int rank) {}

    private final Set<String> risen;
    private final BooleanSupplier isTimeSpent;
    private SupportTrials trials;
    private int failures;

    /**
     * @param trials      places in the plan after the change
     * @param risen       rules that are broken more than in the plan in use, at least one
     * @param isTimeSpent whether no further place is to be tried
     */
    SupportMover(SupportTrials trials, Set<String> risen, BooleanSupplier isTimeSpent) {
        this.trials = trials;
        this.risen = risen;
        this.isTimeSpent = isTimeSpent;
    }

    /** Returns the plan after the change with the support of each date that can be moved at its new time. Each date in turn gets a try. */
    Timetable move(List<ChangedDate> uncovered) {
        List<ChangedDate> left = new ArrayList<>(uncovered);
        for (int round = 0; round < MOST_TRIES_OF_DATE && !left.isEmpty(); round++) {
            var later = new ArrayList<ChangedDate>();
            while (!left.isEmpty()) {
                ChangedDate date = left.removeFirst();
                List<StaffId> staff = trials.lostStaff(date);
                List<Trial> places = staff.isEmpty() || failures == MOST_FAILURES || isTimeSpent.getAsBoolean()
                        ? List.of()
                        : places(date, staff);
                if (round < places.size()) {
                    long gain = moveTo(places.get(round), trials.isRequiredMeeting(date));
                    if (gain < 0) {
                        failures++;
                        later.add(date);
                    } else {
                        left.removeAll(moveAlike(date, staff, places.get(round).place(), gain, left));
                    }
                }
            }
            left = later;
        }
        return trials.plan();
    }

    private List<Trial> places(ChangedDate date, List<StaffId> staff) {
        return sorted(placesInWeek(trials, date, staff).toList(), staff);
    }

    private static Stream<Trial> placesInWeek(SupportTrials trials, ChangedDate date, List<StaffId> staff) {
        IsoWeek week = IsoWeek.of(Objects.requireNonNull(date.before()).date());
        return trials.places(date, staff, other -> IsoWeek.of(other).equals(week));
    }

    /** Gives support at a place if that helps; returns by how much less the rules are broken, or a negative number if it does not help. */
    private long moveTo(Trial trial, boolean isRequired) {
        Timetable moved = trial.plan().get();
        RuleAmounts amounts = trials.amountsOf(moved);
        long gain = amounts.gain(trials.amounts(), risen);
        boolean isHelp = amounts.isAtMost(trials.amounts()) && (isRequired || gain > 0);
        if (!isHelp) {
            return -1;
        }
        trials = trials.withPlan(moved, amounts);
        return gain;
    }

    /**
     * Gives the support of the other dates of a series at the same time of their weeks, by the same people, if all of them together help at least
     * as much for each as the first did: one check for all of them. Returns the dates that were moved.
     */
    private List<ChangedDate> moveAlike(
            ChangedDate first, List<StaffId> staff, Place place, long gain, List<ChangedDate> left) {
        SupportTrials all = trials;
        var alike = new ArrayList<ChangedDate>();
        for (ChangedDate date : left) {
            if (date.sessionId().equals(first.sessionId())
                    && trials.lostStaff(date).equals(staff)) {
                Optional<Trial> same = placesInWeek(all, date, staff)
                        .filter(one -> one.place().isLike(place))
                        .findFirst();
                if (same.isPresent()) {
                    all = all.withPlan(same.get().plan().get(), null);
                    alike.add(date);
                }
            }
        }
        boolean isHelp = !alike.isEmpty()
                && all.amounts().isAtMost(trials.amounts())
                && (trials.isRequiredMeeting(first)
                        || all.amounts().gain(trials.amounts(), risen) >= gain * alike.size());
        if (!isHelp) {
            return List.of();
        }
        trials = all;
        return alike;
    }

    /** Returns the places in this order: one of each time by people who gave the support, one of each time by others, then second rooms and people. */
    private static List<Trial> sorted(List<Trial> places, List<StaffId> staff) {
        Map<List<Object>, Integer> known = new HashMap<>();
        var ranked = new ArrayList<RankedTrial>();
        for (Trial one : places) {
            boolean isByOthers = !staff.containsAll(one.place().staff());
            int nth = known.merge(List.of(one.place().date(), one.place().start(), isByOthers), 1, Integer::sum);
            ranked.add(new RankedTrial(one, 2 * nth + (isByOthers ? 1 : 0)));
        }
        return ranked.stream()
                .sorted(Comparator.comparingInt(RankedTrial::rank))
                .map(RankedTrial::trial)
                .toList();
    }
}
