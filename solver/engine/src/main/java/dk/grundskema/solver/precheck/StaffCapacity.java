package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person who can fill seats, or several equal persons.
 *
 * @param id the staff member; {@code null} means hypothetical people who can do anything at any time
 * @param count number of persons
 * @param rules their working-time rules
 * @param busy when they are unavailable or teach
 * @param facts minutes of their lessons, by date
 * @param left minutes of work that remain in the reference period after past work and lessons
 */
record StaffCapacity(
        @Nullable StaffId id, int count, WorkRules rules, List<Interval> busy, Map<LocalDate, Long> facts, long left) {

    /** Returns hypothetical additional people. */
    static StaffCapacity additional(int count, WorkRules rules) {
        return new StaffCapacity(null, count, rules, List.of(), Map.of(), rules.mostMinutesInReferencePeriod());
    }

    boolean isCandidate(StaffNeed need) {
        return id == null || need.candidates().contains(id);
    }

    boolean isFree(Interval interval) {
        return busy.stream().noneMatch(other -> other.overlaps(interval));
    }

    boolean canFill(StaffNeed need, StaffNeedInterval slot) {
        return isCandidate(need) && isFree(slot.interval());
    }
}
