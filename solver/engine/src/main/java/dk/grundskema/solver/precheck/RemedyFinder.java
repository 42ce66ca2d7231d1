package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the smallest changes that resolve a shortage: more people (by binary search) or an earlier end of the day. */
final class RemedyFinder {
    /** Maximum share of a day's different starts that may be cut. */
    private static final double LARGEST_CUT = 0.34;

    private final StaffingCalculator staffing;
    private final List<StaffCapacity> staffCapacities;
    private final WorkRules rules;

    RemedyFinder(StaffingCalculator staffing, List<StaffCapacity> staffCapacities, WorkRules rules) {
        this.staffing = staffing;
        this.staffCapacities = staffCapacities;
        this.rules = rules;
    }

    /** Returns how many more people, able to do anything at any time, fill all seats; 0 if no number suffices. */
    long findAdditionalPeople(List<StaffNeed> needs, long missing) {
        long each = staffing.mostSeats(needs, StaffCapacity.additional(1, rules));
        long enough = needs.stream().mapToLong(StaffNeed::seats).sum();
        if (each == 0 || !isEnough(needs, enough)) {
            return 0;
        }
        long fewest = Math.ceilDiv(missing, each);
        while (fewest < enough) {
            long middle = (fewest + enough) / 2;
            if (isEnough(needs, middle)) {
                enough = middle;
            } else {
                fewest = middle + 1;
            }
        }
        return enough;
    }

    private boolean isEnough(List<StaffNeed> needs, long people) {
        var all = new ArrayList<>(staffCapacities);
        all.add(StaffCapacity.additional(Math.toIntExact(people), rules));
        return staffing.missingSeats(needs, all) == 0;
    }

    /** Returns the latest end of a shortened day without shortage; {@code null} if too much would be cut. */
    @Nullable
    LocalTime findEarlierEnd(List<StaffNeed> ofDay, ZoneId zone) {
        var starts = new TreeSet<Long>();
        ofDay.forEach(need -> starts.add(latestStart(need)));
        long cuts = (long) (starts.size() * LARGEST_CUT);
        for (long from : starts.descendingSet().stream().limit(cuts).toList()) {
            List<StaffNeed> kept =
                    ofDay.stream().filter(need -> latestStart(need) < from).toList();
            if (staffing.missingSeats(kept, staffCapacities) == 0) {
                return kept.stream()
                        .flatMap(need -> need.slots().stream())
                        .map(slot -> slot.interval().end())
                        .max(Long::compare)
                        .map(end -> Interval.toLocalDateTime(end, zone).toLocalTime())
                        .orElse(null);
            }
        }
        return null;
    }

    private static long latestStart(StaffNeed need) {
        return need.slots().stream()
                .mapToLong(slot -> slot.interval().start())
                .max()
                .orElse(0);
    }
}
