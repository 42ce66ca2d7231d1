package dk.grundskema.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.cli.PlanInUse.DaysNamed;
import dk.grundskema.api.documents.timetable.ExistingLessons;
import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.exports.calendar.EventIdGenerator;
import dk.grundskema.api.service.subscribe.clients.ClientEvent;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calendar of a staff member, a class or a room, with the events that its readers must see.
 *
 * @param file  name of its file
 * @param staff whose it is; empty for a class or room
 * @param isIn  whether a meeting is in it
 */
record OwnedCalendar(String file, Optional<StaffId> staff, Predicate<Meeting> isIn) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    /** Returns the calendars of a problem. */
    static List<OwnedCalendar> of(Problem problem) {
        return Stream.of(
                        problem.staff().stream()
                                .map(one -> new OwnedCalendar(
                                        fileName("personale-", one.name()),
                                        Optional.of(one.id()),
                                        meeting -> holders(meeting).contains(one.id()))),
                        problem.groups().stream()
                                .filter(one -> one.kind() == Group.Kind.CLASS)
                                .map(one -> new OwnedCalendar(
                                        fileName("klasse-", one.name()),
                                        Optional.empty(),
                                        meeting -> meeting.groupIds().contains(one.id()))),
                        problem.rooms().stream()
                                .map(one -> new OwnedCalendar(
                                        fileName("lokale-", one.name()),
                                        Optional.empty(),
                                        meeting -> Objects.equals(one.id(), meeting.roomId())
                                                || meeting.extraRoomIds().contains(one.id()))))
                .flatMap(calendars -> calendars)
                .toList();
    }

    private static String fileName(String kind, String name) {
        String plain = name.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "oe")
                .replace("å", "aa")
                .replaceAll("[^a-z0-9]+", "-");
        return (plain.startsWith(kind) ? plain : kind + plain) + ".ics";
    }

    private static List<StaffId> holders(Meeting meeting) {
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Checks that exactly the meetings of a plan are shown: each under its id, at its time, in its room and with its people. */
    void assertShown(List<ClientEvent> shown, PlanInUse plan, EventIdGenerator ids) {
        Map<String, Occurrence> expected = new TreeMap<>();
        Occurrence.of(plan.timetable()).stream()
                .filter(one -> !ExistingLessons.isUntouched(one.meeting()) && isIn.test(one.meeting()))
                .forEach(one -> expected.put(ids.of(EventIdGenerator.occurrenceKey(one)), one));
        Map<String, ClientEvent> events = withTimes(shown);
        assertThat(events.keySet()).as(file).isEqualTo(expected.keySet());
        expected.forEach((uid, occurrence) -> {
            ClientEvent event = Objects.requireNonNull(events.get(uid));
            Meeting meeting = occurrence.meeting();
            assertThat(event.start())
                    .as(event.toString())
                    .isEqualTo(wallClock(occurrence.interval().start(), plan));
            assertThat(event.end())
                    .as(event.toString())
                    .isEqualTo(wallClock(occurrence.interval().end(), plan));
            if (meeting.studentIds().isEmpty()) { // the names of students are numbers
                assertThat(event.summary()).startsWith(meeting.title());
            }
            Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream())
                    .map(room -> plan.problem().room(room).map(Room::name).orElseThrow())
                    .forEach(room -> assertThat(event.location()).contains(room));
            assertThat(plan.problem().staff().stream()
                            .filter(one -> event.description().contains(one.name()))
                            .map(StaffMember::id))
                    .as(event.toString())
                    .containsExactlyInAnyOrderElementsOf(holders(meeting).stream()
                            .filter(who -> staff.filter(who::equals).isEmpty())
                            .distinct()
                            .toList());
        });
    }

    /**
     * Checks that the list of changes names a staff member's days on which clients show another day, room or partner, and no others. Own lessons that the
     * school holds or cancels are not among them: they are no duties of the plan.
     */
    void assertSaid(
            List<ClientEvent> before,
            List<ClientEvent> after,
            PlanInUse plan,
            PlanInUse changed,
            EventIdGenerator ids) {
        if (staff.isEmpty()) {
            return;
        }
        Map<String, ClientEvent> was = withTimes(before);
        Map<String, ClientEvent> is = withTimes(after);
        Set<String> own = ownLessons(plan, ids);
        Set<String> others = ownLessons(changed, ids);
        Set<String> stay = new HashSet<>(own);
        stay.retainAll(others);
        own.addAll(others);
        own.removeAll(stay);
        Set<String> uids = new TreeSet<>(was.keySet());
        uids.addAll(is.keySet());
        SortedSet<LocalDate> days = new TreeSet<>();
        for (String uid : uids) {
            ClientEvent one = was.get(uid);
            ClientEvent other = is.get(uid);
            boolean isInBoth = one != null && other != null;
            if (isInBoth ? !content(one).equals(content(other)) : !own.contains(uid)) {
                Stream.of(one, other)
                        .flatMap(Stream::ofNullable)
                        .forEach(event -> days.add(LocalDate.parse(event.start().substring(0, 10))));
            }
        }
        assertThat(changed.daysNamed(staff.get())).as(file).isEqualTo(DaysNamed.of(days));
    }

    private Set<String> ownLessons(PlanInUse plan, EventIdGenerator ids) {
        return Occurrence.of(plan.timetable()).stream()
                .filter(one -> isOwnLesson(one.meeting()))
                .map(one -> ids.of(EventIdGenerator.occurrenceKey(one)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private boolean isOwnLesson(Meeting meeting) {
        return meeting.kind().equals("lesson")
                && meeting.seats().stream()
                        .anyMatch(seat -> seat.locked()
                                && Optional.ofNullable(seat.staffId()).equals(staff));
    }

    /** Returns what of an event the preview of a change speaks about. */
    private static List<String> content(ClientEvent event) {
        return List.of(
                event.start(),
                event.end(),
                event.summary(),
                event.location(),
                event.description().replaceAll("\\((\\d+|ingen) elev(er)?\\)", ""));
    }

    /** Returns the events of a time of the day by their ids; tasks of whole days are left out. */
    static Map<String, ClientEvent> withTimes(List<ClientEvent> shown) {
        return shown.stream()
                .filter(one -> one.start().contains(":"))
                .collect(Collectors.toMap(
                        ClientEvent::uid,
                        one -> one,
                        (one, twice) -> {
                            throw new AssertionError("twice: " + one);
                        },
                        TreeMap::new));
    }

    private static String wallClock(long minute, PlanInUse plan) {
        return Interval.toLocalDateTime(minute, plan.timetable().zone()).format(MOMENT);
    }
}
