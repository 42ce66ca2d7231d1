package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How peer learning is to be held. Source: guide to school-supporting interventions, part B, unless said otherwise.
 *
 * @param firstWeek      first week; {@code null} means the first planned week
 * @param weeks          number of school weeks, 1 to 60; the guide requires 16
 * @param lessonsPerWeek lessons a week, 1 to 10; the guide requires 2
 * @param minutes        length of a lesson in minutes, 15 to 120
 * @param swapMinutes    minutes after which equals swap roles, 5 to 60; the guide requires 15
 * @param sets           sets of students who work in pairs
 * @param pairs          pairs that every plan keeps: those that the planner pinned and those that a teacher confirmed
 * @param levels         levels of students, as the teachers judge them; empty means not known
 * @param usable         time outside ordinary lessons; required for sets that meet outside lessons
 * @param supervisors    staff members who may supervise outside lessons; empty means everybody
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

    private PeerLearningParameters with(int lessons, List<StaffId> others) {
        return new PeerLearningParameters(
                firstWeek, weeks, lessons, minutes, swapMinutes, sets, pairs, levels, usable, others);
    }

    PeerLearningParameters withLessonsPerWeek(int lessons) {
        return with(lessons, supervisors);
    }

    /** Returns the parameters with one more possible supervisor; unchanged if everybody may supervise. */
    PeerLearningParameters withSupervisor(StaffId person) {
        if (supervisors.isEmpty()) {
            return this;
        }
        var others = new ArrayList<>(supervisors);
        others.add(person);
        return with(lessonsPerWeek, others);
    }
}
