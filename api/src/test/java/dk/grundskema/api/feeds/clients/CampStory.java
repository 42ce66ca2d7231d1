package dk.grundskema.api.feeds.clients;

import dk.grundskema.api.feeds.clients.Camp.Person;
import dk.grundskema.api.feeds.clients.Camp.Place;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Three publications of a camp, as they come to Bo's calendar: between them, all that can happen to an event does. Clocks change on 25 October 2026 and
 * on 28 March 2027.
 */
final class CampStory {
    /** Before everything. */
    static final LocalDate BEFORE = LocalDate.of(2026, 10, 1);

    /** From {@link #BEFORE} until after everything. */
    static final int DAYS = 240;

    private static final String ODD =
            "Æblehøst; \"på\" marken, \\ 🌳 ".repeat(10).strip();
    private static final IsoWeek BEFORE_THE_CHANGE = new IsoWeek(2026, 43);

    private CampStory() {}

    /** The three, in order. */
    static List<Publication> publications() {
        return List.of(first(), second(), third());
    }

    private static Publication first() {
        return new Publication(
                Instant.parse("2026-09-20T10:00:00Z"),
                List.of(
                        Session.of("dansk-1", "Dansk", "09:00", "10:30", "2026-10-19"),
                        Session.of("dansk-2", "Dansk", "12:00", "13:30", "2026-10-19"),
                        Session.of("idræt", "Idræt", "09:00", "10:30", "2026-10-20"),
                        Session.of("musik", "Musik", "13:00", "14:30", "2026-10-20")
                                .with(Person.BO, Person.ANE),
                        Session.of("samtale", "Elevsamtale", "14:00", "14:20", "2026-10-21")
                                .withOneStudent(),
                        Session.of("høst", ODD, "09:00", "10:30", "2026-10-21"),
                        matematik("2026-10-22", "2026-10-29", "2027-03-25", "2027-04-01"),
                        Session.of("skak", "Skak", "13:00", "14:30", "2026-10-22"),
                        Session.of("vagt", "Vagt", "18:00", "20:00", "2026-10-23")
                                .with(Person.BO, Person.AASE),
                        night("23:00", "07:00"),
                        Session.of("tilsyn", "Tilsyn", "01:30", "02:30", "2026-10-25"),
                        Session.of("forår", "Morgenfugle", "02:15", "02:45", "2027-03-28")),
                List.of(task("2026-10-16")));
    }

    /** Moved, also to another week and over a change of clocks; cancelled; in another room; with another person; without Bo. */
    private static Publication second() {
        return new Publication(
                Instant.parse("2026-09-27T10:00:00Z"),
                List.of(
                        // Nobody can tell that these two have changed places
                        Session.of("dansk-2", "Dansk", "09:00", "10:30", "2026-10-19")
                                .knownAs("dansk-1"),
                        Session.of("dansk-1", "Dansk", "12:00", "13:30", "2026-10-19")
                                .knownAs("dansk-2"),
                        Session.of("idræt", "Idræt", "09:00", "10:30", "2026-10-20")
                                .in(Place.LABORATORY),
                        Session.of("musik", "Musik", "13:00", "14:30", "2026-10-20")
                                .with(Person.BO, Person.AASE),
                        Session.of("høst", "Ændret: " + ODD, "11:00", "12:30", "2026-10-21"),
                        matematik("2026-10-23", "2026-10-30", "2027-03-26", "2027-04-02"),
                        Session.of("skak", "Skak", "13:00", "14:30", "2026-10-26")
                                .askedFor(BEFORE_THE_CHANGE),
                        Session.of("vagt", "Vagt", "18:00", "20:00", "2026-10-23")
                                .with(Person.AASE),
                        night("22:00", "06:00"),
                        Session.of("tilsyn", "Tilsyn", "02:15", "02:45", "2026-10-25"),
                        Session.of("forår", "Morgenfugle", "01:30", "03:30", "2027-03-28"),
                        Session.of("nyt", "Nyt 🎉, nu; og \"frivilligt\"", "15:00", "16:00", "2027-04-05")),
                List.of(task("2026-10-19")));
    }

    /** Some is as it was, some goes on; what was cancelled is held again. */
    private static Publication third() {
        return new Publication(
                Instant.parse("2026-10-04T10:00:00Z"),
                List.of(
                        Session.of("dansk-2", "Dansk", "09:00", "10:30", "2026-10-19")
                                .knownAs("dansk-1"),
                        Session.of("idræt", "Idræt", "09:00", "10:30", "2026-10-20"),
                        Session.of("musik", "Musik", "13:00", "14:30", "2026-10-20")
                                .with(Person.AASE, Person.BO),
                        Session.of("samtale", "Elevsamtale", "15:00", "15:20", "2026-10-21")
                                .withOneStudent(),
                        Session.of("høst", "Ændret: " + ODD, "11:00", "12:30", "2026-10-21"),
                        matematik("2026-10-22", "2026-10-29", "2027-03-25", "2027-04-01"),
                        Session.of("skak", "Skak", "13:00", "14:30", "2026-10-26")
                                .askedFor(BEFORE_THE_CHANGE),
                        Session.of("vagt", "Vagt", "18:00", "20:00", "2026-10-23")
                                .with(Person.BO, Person.AASE),
                        night("23:30", "07:30"),
                        Session.of("tilsyn", "Tilsyn", "02:30", "03:30", "2026-10-25")),
                List.of(task("2026-10-20")));
    }

    private static Session matematik(String... dates) {
        return Session.of("matematik", "Matematik", "08:15", "09:45", dates);
    }

    /** Each starts before a change of clocks and ends after it. */
    private static Session night(String start, String end) {
        return Session.of("nat", "Nattevagt", start, end, "2026-10-24", "2027-03-27");
    }

    private static Task task(String date) {
        return new Task(
                new TaskId("lejr/pak"),
                Camp.ID,
                "book-package",
                "Pak bøger; æske 1, \\ 2",
                LocalDate.parse(date),
                List.of(Camp.IDA),
                Person.BO.id());
    }
}
