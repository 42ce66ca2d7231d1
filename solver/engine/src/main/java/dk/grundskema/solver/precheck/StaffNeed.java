package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Seats that must be filled at one of several times by people from one set of candidates.
 *
 * @param slots possible times, at least one; a single one is fixed
 * @param candidates staff who may fill the seats
 * @param apart whether it is checked separately, because its duty may overlap others or is not work
 * @param seats number of people at once, at least 1
 */
record StaffNeed(List<StaffNeedInterval> slots, Set<StaffId> candidates, boolean apart, int seats) {
    StaffNeed {
        slots = List.copyOf(slots);
        candidates = Set.copyOf(candidates);
    }

    /** Returns the minimum minutes of work per seat. */
    long minutes() {
        return slots.stream().mapToLong(StaffNeedInterval::minutes).min().orElse(0);
    }

    /** Returns whether all its possible times are on the given dates. */
    boolean isOn(Predicate<LocalDate> dates) {
        return slots.stream().map(StaffNeedInterval::date).allMatch(dates);
    }
}
