package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Seats that must be filled, at one of some times, by some of the same people.
 *
 * @param slots      times to choose from, at least one; a single one is fixed
 * @param candidates who may fill them
 * @param apart      whether it is looked at by itself, since its duty may overlap others or doesn't count as work
 * @param seats      how many people at once, at least 1
 */
record Need(List<Slot> slots, Set<StaffId> candidates, boolean apart, int seats) {
    Need {
        slots = List.copyOf(slots);
        candidates = Set.copyOf(candidates);
    }

    /** Fewest minutes of work that filling one of its seats takes. */
    long minutes() {
        return slots.stream().mapToLong(Slot::minutes).min().orElse(0);
    }

    /** Whether it falls on one of some dates, whatever time is chosen. */
    boolean isOn(Predicate<LocalDate> dates) {
        return slots.stream().map(Slot::date).allMatch(dates);
    }
}
