package dk.grundskema.api.service.subscribe.clients;

import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Person;
import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Place;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingLock;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A session of the camp.
 *
 * @param id      its id in the plan
 * @param known   its identity for the reader Bo: the id in the first publication in which readers cannot distinguish it from this one
 * @param title   display title
 * @param dates   dates, all on the same weekday
 * @param asked   requested weeks, in the order of the dates; empty means the weeks of the dates
 * @param start   start time
 * @param end     end time, on the next day if before the start
 * @param place   room; {@code null} means none
 * @param people  staff members in it
 * @param isAlone whether it is with a single student instead of the team
 */
record CampSession(
        String id,
        String known,
        String title,
        List<LocalDate> dates,
        List<IsoWeek> asked,
        LocalTime start,
        LocalTime end,
        @Nullable Place place,
        List<Person> people,
        boolean isAlone) {
    /** A module that Bo teaches to the team in the hall. */
    static CampSession of(String id, String title, String start, String end, String... dates) {
        return new CampSession(
                id,
                id,
                title,
                List.of(dates).stream().map(LocalDate::parse).toList(),
                List.of(),
                LocalTime.parse(start),
                LocalTime.parse(end),
                Place.HALL,
                List.of(Person.BO),
                false);
    }

    CampSession knownAs(String other) {
        return new CampSession(id, other, title, dates, asked, start, end, place, people, isAlone);
    }

    CampSession in(Place other) {
        return new CampSession(id, known, title, dates, asked, start, end, other, people, isAlone);
    }

    CampSession withoutRoom() {
        return new CampSession(id, known, title, dates, asked, start, end, null, people, isAlone);
    }

    CampSession with(Person... others) {
        return new CampSession(id, known, title, dates, asked, start, end, place, List.of(others), isAlone);
    }

    CampSession withOneStudent() {
        return new CampSession(id, known, title, dates, asked, start, end, place, people, true);
    }

    CampSession askedFor(IsoWeek... weeks) {
        return new CampSession(id, known, title, dates, List.of(weeks), start, end, place, people, isAlone);
    }

    /** Returns the identity of its occurrence on a date for Bo. */
    String known(LocalDate date) {
        int which = dates.indexOf(date);
        return known + "/" + (asked.isEmpty() ? IsoWeek.of(date) : asked.get(which));
    }

    Meeting meeting() {
        var weeks = new TreeSet<IsoWeek>();
        dates.forEach(date -> weeks.add(IsoWeek.of(date)));
        return new Meeting(
                new SessionId(id),
                null,
                new TreeSet<>(asked),
                ClientCampFixture.ID,
                "module",
                "",
                title,
                "",
                weeks,
                DayOfWeek.from(dates.getFirst()),
                start,
                end,
                place == null ? null : place.id(),
                List.of(),
                isAlone ? List.of() : List.of(ClientCampFixture.TEAM),
                isAlone ? List.of(ClientCampFixture.IDA) : List.of(),
                List.of(),
                List.of(),
                people.stream()
                        .map(person -> new MeetingSeat("teacher", person.id(), true, false))
                        .toList(),
                Workload.defaults(),
                MeetingLock.NONE);
    }
}
