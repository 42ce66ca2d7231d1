package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The smallest changes that would do, tried out one after the other. */
final class Help {
    /** How much of a day's different starts may be given up before it isn't a shorter day any more. */
    private static final double LARGEST_CUT = 0.34;

    private final Staffing staffing;
    private final List<Worker> workers;
    private final WorkRules rules;

    Help(Staffing staffing, List<Worker> workers, WorkRules rules) {
        this.staffing = staffing;
        this.workers = workers;
        this.rules = rules;
    }

    /** How many more people, who can do anything at any time, fill all seats; 0 if no number does. */
    long morePeople(List<Need> needs, long missing) {
        long each = staffing.mostSeats(needs, Worker.fresh(1, rules));
        long enough = needs.stream().mapToLong(Need::seats).sum();
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

    private boolean isEnough(List<Need> needs, long people) {
        var all = new ArrayList<>(workers);
        all.add(Worker.fresh(Math.toIntExact(people), rules));
        return staffing.missingSeats(needs, all) == 0;
    }

    /** The latest end of a day, earlier than now, with which nothing is missing; {@code null} if the day would be cut too much. */
    @Nullable
    LocalTime earlierEnd(List<Need> ofDay, ZoneId zone) {
        var starts = new TreeSet<Long>();
        ofDay.forEach(need -> starts.add(start(need)));
        long cuts = (long) (starts.size() * LARGEST_CUT);
        for (long from : starts.descendingSet().stream().limit(cuts).toList()) {
            List<Need> kept = ofDay.stream().filter(need -> start(need) < from).toList();
            if (staffing.missingSeats(kept, workers) == 0) {
                return kept.stream()
                        .flatMap(need -> need.slots().stream())
                        .map(slot -> slot.interval().end())
                        .max(Long::compare)
                        .map(end -> Interval.moment(end, zone).toLocalTime())
                        .orElse(null);
            }
        }
        return null;
    }

    private static long start(Need need) {
        return need.slots().stream()
                .mapToLong(slot -> slot.interval().start())
                .max()
                .orElse(0);
    }
}
