package dk.grundskema.api.calendar;

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

/** Who and what meetings have, and who or what has come for an owner that they have no longer. Owners are told apart by their ids. */
final class Handovers {
    private final Map<CalendarOwner, List<HeldEvent>> byOwner;
    private @Nullable Map<String, Meeting> byUid;

    /** @param byOwner what each owner's calendar has */
    Handovers(Map<CalendarOwner, List<HeldEvent>> byOwner) {
        this.byOwner = byOwner;
    }

    /** In whose calendars a meeting is. */
    static SequencedSet<CalendarOwner> owners(Meeting meeting) {
        var owners = new LinkedHashSet<CalendarOwner>();
        meeting.seats().stream()
                .flatMap(seat -> Stream.ofNullable(seat.staffId()))
                .map(CalendarOwner::of)
                .forEach(owners::add);
        Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream())
                .map(CalendarOwner::of)
                .forEach(owners::add);
        meeting.groupIds().stream().map(CalendarOwner::of).forEach(owners::add);
        owners.add(CalendarOwner.of(meeting.interventionId()));
        return owners;
    }

    /** Which others of an owner's kind each of its events has, as {@link CalendarEvents#beside}. */
    Map<String, List<String>> beside(CalendarOwner owner) {
        Map<String, List<String>> beside = new HashMap<>();
        for (HeldEvent held : byOwner.getOrDefault(owner, List.of())) {
            List<String> others = ofKind(owner, held.occurrence().meeting())
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
     * Who or what has come for an owner whose calendar has an event no longer; empty if it isn't held any more, or if the calendar has it.
     *
     * @param beside ids of those who were there already
     */
    Optional<List<CalendarOwner>> come(String uid, CalendarOwner owner, Collection<String> beside) {
        return Optional.ofNullable(meetings().get(uid))
                .filter(meeting -> owner.kind() != CalendarOwner.Kind.INTERVENTION)
                .filter(meeting -> !owners(meeting).contains(owner))
                .map(meeting -> ofKind(owner, meeting)
                        .filter(one -> !beside.contains(one.id()))
                        .toList());
    }

    private static Stream<CalendarOwner> ofKind(CalendarOwner owner, Meeting meeting) {
        return owners(meeting).stream().filter(one -> one.kind() == owner.kind());
    }

    /** Few ask for these: only what was cancelled is looked for. */
    private synchronized Map<String, Meeting> meetings() {
        if (byUid == null) {
            byUid = byOwner.values().stream()
                    .flatMap(List::stream)
                    .collect(Collectors.toMap(
                            HeldEvent::uid, held -> held.occurrence().meeting(), (one, same) -> one));
        }
        return byUid;
    }
}
