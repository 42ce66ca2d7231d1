package dk.grundskema.domain.timetable;

import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session that is held otherwise than before.
 *
 * @param before how it was to be held; {@code null} means not at all
 * @param after  how it is to be held; {@code null} means not at all; at least one of the two is there
 */
public record SessionChange(
        @Nullable Meeting before, @Nullable Meeting after) {
    /** @throws IllegalArgumentException if it was and is not held */
    public SessionChange {
        if (before == null && after == null) {
            throw new IllegalArgumentException(
                    "A session that neither was nor is held has no change.\nMaybe a timetable was read wrongly?");
        }
    }

    /** How it is held now, or was if it no longer is. */
    public Meeting meeting() {
        return after == null ? Objects.requireNonNull(before) : after;
    }

    /** Whether it was and is held, but at another time. */
    public boolean isMoved() {
        return before != null && after != null && !before.time().equals(after.time());
    }

    /** Whether it was and is held, but in another room. */
    public boolean isInOtherRoom() {
        return before != null
                && after != null
                && !(Objects.equals(before.roomId(), after.roomId())
                        && before.extraRoomIds().equals(after.extraRoomIds()));
    }

    /** Whether it was and is held, but something else is done. */
    public boolean isOfOtherSubject() {
        return before != null
                && after != null
                && !(before.subject().equals(after.subject())
                        && before.title().equals(after.title())
                        && before.form().equals(after.form()));
    }

    /** Who is there now and was not, in the order of the seats. */
    public List<StaffId> coming() {
        return without(holders(after), holders(before));
    }

    /** Who was there and no longer is, in the order of the seats. */
    public List<StaffId> leaving() {
        return without(holders(before), holders(after));
    }

    /** Required seats that somebody filled and nobody does now, beyond those that nobody filled; 0 or more. */
    public int newlyMissing() {
        return Math.max(0, missing(after) - missing(before));
    }

    private static int missing(@Nullable Meeting meeting) {
        return meeting == null
                ? 0
                : Math.toIntExact(meeting.seats().stream()
                        .filter(seat -> seat.required() && seat.staffId() == null)
                        .count());
    }

    private static List<StaffId> holders(@Nullable Meeting meeting) {
        Stream<MeetingSeat> seats = meeting == null ? Stream.of() : meeting.seats().stream();
        return seats.map(MeetingSeat::staffId).filter(Objects::nonNull).toList();
    }

    private static List<StaffId> without(List<StaffId> some, List<StaffId> less) {
        var rest = new ArrayList<>(some);
        less.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
