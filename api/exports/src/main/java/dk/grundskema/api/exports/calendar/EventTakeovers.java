package dk.grundskema.api.exports.calendar;

import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.domain.timetable.Meeting;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the new owners of events that were removed from an owner's calendar. Owners are compared by id. */
final class EventTakeovers {
    private final Map<CalendarOwner, List<IdentifiedOccurrence>> byOwner;
    private @Nullable Map<String, Meeting> byUid;

    /** @param byOwner occurrences in each owner's calendar */
    EventTakeovers(Map<CalendarOwner, List<IdentifiedOccurrence>> byOwner) {
        this.byOwner = byOwner;
    }

    /** Returns the owners in whose calendars a meeting is. */
    static SequencedSet<CalendarOwner> ownersOf(Meeting meeting) {
        var owners = new LinkedHashSet<CalendarOwner>();
        meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .map(CalendarOwner::of)
                .forEach(owners::add);
        Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream())
                .map(CalendarOwner::of)
                .forEach(owners::add);
        meeting.groupIds().stream().map(CalendarOwner::of).forEach(owners::add);
        if (!ExistingLessons.isOutsidePlan(meeting)) {
            owners.add(CalendarOwner.of(meeting.interventionId()));
        }
        return owners;
    }

    /** Returns the other owners of the same kind for each event of an owner, as {@link TimetableCalendars#coOwnerIdsByEvent}. */
    Map<String, List<String>> coOwnerIdsByEvent(CalendarOwner owner) {
        Map<String, List<String>> beside = new HashMap<>();
        for (IdentifiedOccurrence held : byOwner.getOrDefault(owner, List.of())) {
            List<String> others = ownersOfSameKind(owner, held.occurrence().meeting())
                    .map(CalendarOwner::id)
                    .filter(id -> !id.equals(owner.id()))
                    .toList();
            if (!others.isEmpty()) {
                beside.put(held.uid(), others);
            }
        }
        return beside;
    }

    /**
     * Returns the new owners of an event that is no longer in an owner's calendar; empty if it is not held any more, or if the calendar still has it.
     *
     * @param beside ids of the owners that it had already
     */
    Optional<List<CalendarOwner>> findSuccessors(String uid, CalendarOwner owner, Collection<String> beside) {
        return Optional.ofNullable(meetingsByUid().get(uid))
                .filter(meeting -> !ownersOf(meeting).contains(owner))
                .map(meeting -> ownersOfSameKind(owner, meeting)
                        .filter(one -> !beside.contains(one.id()))
                        .toList());
    }

    private static Stream<CalendarOwner> ownersOfSameKind(CalendarOwner owner, Meeting meeting) {
        return ownersOf(meeting).stream().filter(one -> one.kind() == owner.kind());
    }

    /** Built on first use: it is only needed for cancelled events. */
    private synchronized Map<String, Meeting> meetingsByUid() {
        if (byUid == null) {
            byUid = byOwner.values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(
                            IdentifiedOccurrence::uid, held -> held.occurrence().meeting(), (one, same) -> one));
        }
        return byUid;
    }
}
