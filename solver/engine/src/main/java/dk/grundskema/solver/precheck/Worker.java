package dk.grundskema.solver.precheck;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can fill seats, or several of the same kind.
 *
 * @param id    who; {@code null} means people who aren't there yet and could do anything at any time
 * @param count how many
 * @param rules their working-time rules
 * @param busy  when they can't, or teach already
 * @param facts minutes that they teach already, by date
 * @param left  minutes of work that the reference period leaves beside what was worked and is taught already
 */
record Worker(
        @Nullable StaffId id, int count, WorkRules rules, List<Interval> busy, Map<LocalDate, Long> facts, long left) {

    /** People who aren't there yet. */
    static Worker fresh(int count, WorkRules rules) {
        return new Worker(null, count, rules, List.of(), Map.of(), rules.mostMinutesInReferencePeriod());
    }

    boolean isCandidate(Need need) {
        return id == null || need.candidates().contains(id);
    }

    boolean isFree(Interval interval) {
        return busy.stream().noneMatch(other -> other.overlaps(interval));
    }

    boolean can(Need need, Slot slot) {
        return isCandidate(need) && isFree(slot.interval());
    }
}
