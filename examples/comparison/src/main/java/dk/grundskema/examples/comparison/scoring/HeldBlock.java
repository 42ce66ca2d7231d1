package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.plugins.camp.Block;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with its block of the base timetable.
 *
 * @param meeting  the meeting
 * @param block    its block
 * @param team     the team that has it alone; {@code null} means the whole camp
 * @param date     date on which it starts
 * @param interval its time in epoch minutes, clock changes included
 */
record HeldBlock(Meeting meeting, Block block, @Nullable GroupId team, LocalDate date, Interval interval) {

    IsoWeek week() {
        return IsoWeek.of(date);
    }

    /** Returns the holders of its seats; a person with two seats appears twice. */
    List<StaffId> holders() {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    boolean isWork() {
        return meeting.workload().work();
    }

    long requiredSeats() {
        return meeting.seats().stream().filter(MeetingSeat::required).count();
    }
}
