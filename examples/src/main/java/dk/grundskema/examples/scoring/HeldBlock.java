package dk.grundskema.examples.scoring;

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
 * A meeting with the block of the base timetable that it is.
 *
 * @param meeting  the meeting
 * @param block    its block
 * @param team     whose it is alone; {@code null} means the whole camp's
 * @param date     on which it starts
 * @param interval its true stretch of time
 */
record HeldBlock(Meeting meeting, Block block, @Nullable GroupId team, LocalDate date, Interval interval) {

    IsoWeek week() {
        return IsoWeek.of(date);
    }

    /** Who fills its seats; whoever fills two is named twice. */
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
