package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How peer learning is to be held. Source: guide to school-supporting interventions, part B, unless said otherwise.
 *
 * @param firstWeek      first week; {@code null} means the first planned week
 * @param weeks          for how many school weeks, 1 to 60; the guide says 16
 * @param lessonsPerWeek how many lessons a week, 1 to 10; the guide says 2
 * @param minutes        how long a lesson is, 15 to 120
 * @param swapMinutes    after how many minutes equals swap roles, 5 to 60; the guide says 15
 * @param sets           who works in pairs
 * @param pairs          pairs that are kept: the planner's pins, and those that a teacher has confirmed
 * @param levels         how far students are, as the teachers judge it; empty means that it is not known
 * @param usable         time outside ordinary lessons; needed by sets that meet there
 * @param supervisors    who may supervise outside lessons; empty means everybody
 */
public record PeerLearningParameters(
        @Nullable IsoWeek firstWeek,
        @Default("16") int weeks,
        @Default("2") int lessonsPerWeek,
        @Default("45") int minutes,
        @Default("15") int swapMinutes,
        List<PeerSet> sets,
        List<KeptPair> pairs,
        List<StudentLevel> levels,
        List<UsableTime> usable,
        List<StaffId> supervisors) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or something is named twice */
    public PeerLearningParameters {
        sets = List.copyOf(sets);
        pairs = List.copyOf(pairs);
        levels = List.copyOf(levels);
        usable = List.copyOf(usable);
        supervisors = List.copyOf(supervisors);
        new RecordValidator()
                .range("weeks", weeks, 1, 60)
                .range("lessonsPerWeek", lessonsPerWeek, 1, 10)
                .range("minutes", minutes, 15, 120)
                .range("swapMinutes", swapMinutes, 5, 60)
                .distinct("sets", sets.stream().map(PeerSet::id).toList())
                .distinct("levels", levels.stream().map(StudentLevel::studentId).toList())
                .distinct("supervisors", supervisors)
                .throwIfInvalid();
    }
}
