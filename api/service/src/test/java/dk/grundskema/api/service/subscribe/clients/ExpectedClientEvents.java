package dk.grundskema.api.service.subscribe.clients;

import dk.grundskema.api.documents.timetable.Occurrence;
import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Person;
import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Place;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives from the timetables what Bo's calendar must show after some publications. It shares no code with the creation of feeds; in place of event
 * ids it has the identities for Bo.
 */
final class ExpectedClientEvents {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId clock;

    /** @param clock time zone of the reader */
    ExpectedClientEvents(ZoneId clock) {
        this.clock = clock;
    }

    /** Returns all events held after the last publication and, as cancelled, those that only earlier publications had. */
    List<ClientEvent> eventsAfter(List<CampPublication> publications) {
        Map<String, ClientEvent> all = new LinkedHashMap<>();
        for (CampPublication one : publications) {
            all.replaceAll((known, was) -> withStatus(was, "CANCELLED"));
            heldEvents(one).forEach(now -> all.put(now.uid(), now));
        }
        return all.values().stream().sorted().toList();
    }

    private Stream<ClientEvent> heldEvents(CampPublication publication) {
        Stream<ClientEvent> meetings = publication.sessions().stream()
                .filter(session -> session.people().contains(Person.BO))
                .flatMap(session -> Occurrence.of(session.meeting(), ClientCampFixture.ZONE).stream()
                        .map(one -> heldEvents(one, session.known(one.date()))));
        Stream<ClientEvent> tasks = publication.tasks().stream()
                .map(task -> dayEvent(task.taskId().value(), task.date(), task.title() + " · 1 elev"));
        return Stream.concat(meetings, tasks);
    }

    private static ClientEvent dayEvent(String known, LocalDate date, String summary) {
        return new ClientEvent(known, date.toString(), date.toString(), summary, "", "", "CONFIRMED");
    }

    private ClientEvent heldEvents(Occurrence one, String known) {
        Meeting meeting = one.meeting();
        boolean isOfTeam = !meeting.groupIds().isEmpty();
        String location = Arrays.stream(Place.values())
                .filter(place -> place.id().equals(meeting.roomId()))
                .map(Place::location)
                .collect(Collectors.joining());
        String others = meeting.seats().stream()
                .filter(isOf(Person.BO).negate())
                .flatMap(seat -> Arrays.stream(Person.values())
                        .filter(person -> isOf(person).test(seat)))
                .map(person -> person.called)
                .collect(Collectors.joining(", "));
        return new ClientEvent(
                known,
                toWallClock(one.interval().start()),
                toWallClock(one.interval().end()),
                meeting.title() + (isOfTeam ? " · Hold Å" : " · Elev 1"),
                location,
                (others.isEmpty() ? "" : "Sammen med: " + others + "\n")
                        + "Rolle: underviser"
                        + (isOfTeam ? "\nHold: Hold Å (1 elev)" : ""),
                "CONFIRMED");
    }

    private static Predicate<MeetingSeat> isOf(Person person) {
        return seat -> person.id().equals(seat.staffId());
    }

    private String toWallClock(long minute) {
        return Instant.ofEpochSecond(minute * 60).atZone(clock).format(MOMENT);
    }

    private static ClientEvent withStatus(ClientEvent was, String status) {
        return new ClientEvent(
                was.uid(), was.start(), was.end(), was.summary(), was.location(), was.description(), status);
    }
}
