package dk.grundskema.solver.change;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.change.LostSupport.Place;
import dk.grundskema.solver.change.PlanDifference.ChangedDate;
import dk.grundskema.solver.change.SupportTrials.Trial;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Finds where support that a change takes away can be given later. Each place breaks nothing by itself; nothing is moved. */
final class LostSupportFinder {
    /** Places that are tried for the dates of one series, so that a preview does not take long. */
    private static final int MOST_TRIES = 16;

    /** Places that are tried for all series together. */
    private static final int MOST_TRIES_OF_ALL = 20;

    private final SupportTrials trials;
    private final BooleanSupplier isTimeSpent;
    private int tries;

    /**
     * @param trials      places in the plan after the change
     * @param isTimeSpent whether no further place is to be tried
     */
    LostSupportFinder(SupportTrials trials, BooleanSupplier isTimeSpent) {
        this.trials = trials;
        this.isTimeSpent = isTimeSpent;
    }

    /** Dates on which a series loses the same people. */
    private record Series(SessionId session, List<StaffId> staff) {}

    /**
     * Returns the support that is lost on dates that a change leaves with fewer people. Meetings that somebody still holds are not among it. Each series in
     * turn gets a try, so that the limit of tries leaves none without.
     */
    List<LostSupport> find(List<ChangedDate> uncovered) {
        Map<Series, List<ChangedDate>> bySeries = new LinkedHashMap<>();
        for (ChangedDate one : uncovered) {
            List<StaffId> staff = trials.lostStaff(one);
            if (!staff.isEmpty()) {
                bySeries.computeIfAbsent(new Series(one.sessionId(), staff), any -> new ArrayList<>())
                        .add(one);
            }
        }
        List<PlaceSearch> searches = bySeries.entrySet().stream()
                .map(entry -> new PlaceSearch(entry.getKey().staff(), entry.getValue()))
                .toList();
        for (int round = 0; round < MOST_TRIES; round++) {
            searches.forEach(PlaceSearch::tryNext);
        }
        return searches.stream().map(PlaceSearch::result).toList();
    }

    /** Looks for later places of the support that one series loses. */
    private final class PlaceSearch {
        private final List<StaffId> staff;
        private final List<ChangedDate> dates;
        private final Meeting meeting;
        private final Iterator<Trial> left;
        private final List<Place> places = new ArrayList<>();

        PlaceSearch(List<StaffId> staff, List<ChangedDate> dates) {
            this.staff = staff;
            this.dates = dates;
            this.meeting = Objects.requireNonNull(dates.getFirst().before()).meeting();
            LocalDate first = Objects.requireNonNull(dates.getFirst().before()).date();
            this.left = trials.places(dates.getFirst(), staff, date -> date.isAfter(first))
                    .iterator();
        }

        /** Tries the next place at a time that is not known yet, unless there are enough places or tries. */
        void tryNext() {
            boolean isTried = false;
            while (!isTried
                    && places.size() < LostSupport.MOST_PLACES
                    && tries < MOST_TRIES_OF_ALL
                    && !isTimeSpent.getAsBoolean()
                    && left.hasNext()) {
                Trial one = left.next();
                if (places.stream().noneMatch(one.place()::isAt)) {
                    isTried = true;
                    tries++;
                    if (trials.breaksNothing(one.plan().get())) {
                        places.add(one.place());
                    }
                }
            }
        }

        LostSupport result() {
            return new LostSupport(
                    meeting,
                    staff,
                    dates.stream()
                            .map(one -> Objects.requireNonNull(one.before()).date())
                            .toList(),
                    places,
                    !left.hasNext());
        }
    }
}
