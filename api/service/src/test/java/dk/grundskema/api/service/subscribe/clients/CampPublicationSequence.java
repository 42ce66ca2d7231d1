package dk.grundskema.api.service.subscribe.clients;

import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Person;
import dk.grundskema.api.service.subscribe.clients.ClientCampFixture.Place;
import dk.grundskema.domain.demand.Task;
import dk.grundskema.domain.demand.TaskId;
import dk.grundskema.domain.time.IsoWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Three publications of a camp for Bo's calendar. Between them, every possible change of an event occurs. Clocks change on 25 October 2026 and on 28
 * March 2027.
 */
final class CampPublicationSequence {
    /** Before everything. */
    static final LocalDate BEFORE = LocalDate.of(2026, 10, 1);

    /** From {@link #BEFORE} until after everything. */
    static final int DAYS = 240;

    private static final String ODD =
            "Æblehøst; \"på\" marken, \\ 🌳 ".repeat(10).strip();
    private static final IsoWeek BEFORE_THE_CHANGE = new IsoWeek(2026, 43);

    private CampPublicationSequence() {}

    /** The three, in order. */
    static List<CampPublication> publications() {
        return List.of(first(), second(), third());
    }

    private static CampPublication first() {
        return new CampPublication(
                Instant.parse("2026-09-20T10:00:00Z"),
                List.of(
                        CampSession.of("dansk-1", "Dansk", "09:00", "10:30", "2026-10-19"),
                        CampSession.of("dansk-2", "Dansk", "12:00", "13:30", "2026-10-19"),
                        CampSession.of("idræt", "Idræt", "09:00", "10:30", "2026-10-20"),
                        CampSession.of("musik", "Musik", "13:00", "14:30", "2026-10-20")
                                .with(Person.BO, Person.ANE),
                        CampSession.of("samtale", "Elevsamtale", "14:00", "14:20", "2026-10-21")
                                .withOneStudent(),
                        CampSession.of("høst", ODD, "09:00", "10:30", "2026-10-21"),
                        matematik("2026-10-22", "2026-10-29", "2027-03-25", "2027-04-01"),
                        CampSession.of("skak", "Skak", "13:00", "14:30", "2026-10-22"),
                        CampSession.of("vagt", "Vagt", "18:00", "20:00", "2026-10-23")
                                .with(Person.BO, Person.AASE),
                        night("23:00", "07:00"),
                        CampSession.of("tilsyn", "Tilsyn", "01:30", "02:30", "2026-10-25"),
                        CampSession.of("forår", "Morgenfugle", "02:15", "02:45", "2027-03-28")),
                List.of(task("2026-10-16")));
    }

    /** Moved, also to another week and over a change of clocks; cancelled; in another room; with another person; without Bo. */
    private static CampPublication second() {
        return new CampPublication(
                Instant.parse("2026-09-27T10:00:00Z"),
                List.of(
                        // Readers cannot tell that these two were swapped
                        CampSession.of("dansk-2", "Dansk", "09:00", "10:30", "2026-10-19")
                                .knownAs("dansk-1"),
                        CampSession.of("dansk-1", "Dansk", "12:00", "13:30", "2026-10-19")
                                .knownAs("dansk-2"),
                        CampSession.of("idræt", "Idræt", "09:00", "10:30", "2026-10-20")
                                .in(Place.LABORATORY),
                        CampSession.of("musik", "Musik", "13:00", "14:30", "2026-10-20")
                                .with(Person.BO, Person.AASE),
                        CampSession.of("høst", "Ændret: " + ODD, "11:00", "12:30", "2026-10-21"),
                        matematik("2026-10-23", "2026-10-30", "2027-03-26", "2027-04-02"),
                        CampSession.of("skak", "Skak", "13:00", "14:30", "2026-10-26")
                                .askedFor(BEFORE_THE_CHANGE),
                        CampSession.of("vagt", "Vagt", "18:00", "20:00", "2026-10-23")
                                .with(Person.AASE),
                        night("22:00", "06:00"),
                        CampSession.of("tilsyn", "Tilsyn", "02:15", "02:45", "2026-10-25"),
                        CampSession.of("forår", "Morgenfugle", "01:30", "03:30", "2027-03-28"),
                        CampSession.of("nyt", "Nyt 🎉, nu; og \"frivilligt\"", "15:00", "16:00", "2027-04-05")),
                List.of(task("2026-10-19")));
    }

    /** Some events are unchanged, some continue, and a cancelled one is held again. */
    private static CampPublication third() {
        return new CampPublication(
                Instant.parse("2026-10-04T10:00:00Z"),
                List.of(
                        CampSession.of("dansk-2", "Dansk", "09:00", "10:30", "2026-10-19")
                                .knownAs("dansk-1"),
                        CampSession.of("idræt", "Idræt", "09:00", "10:30", "2026-10-20"),
                        CampSession.of("musik", "Musik", "13:00", "14:30", "2026-10-20")
                                .with(Person.AASE, Person.BO),
                        CampSession.of("samtale", "Elevsamtale", "15:00", "15:20", "2026-10-21")
                                .withOneStudent(),
                        CampSession.of("høst", "Ændret: " + ODD, "11:00", "12:30", "2026-10-21"),
                        matematik("2026-10-22", "2026-10-29", "2027-03-25", "2027-04-01"),
                        CampSession.of("skak", "Skak", "13:00", "14:30", "2026-10-26")
                                .askedFor(BEFORE_THE_CHANGE),
                        CampSession.of("vagt", "Vagt", "18:00", "20:00", "2026-10-23")
                                .with(Person.BO, Person.AASE),
                        night("23:30", "07:30"),
                        CampSession.of("tilsyn", "Tilsyn", "02:30", "03:30", "2026-10-25")),
                List.of(task("2026-10-20")));
    }

    private static CampSession matematik(String... dates) {
        return CampSession.of("matematik", "Matematik", "08:15", "09:45", dates);
    }

    /** Each starts before a change of clocks and ends after it. */
    private static CampSession night(String start, String end) {
        return CampSession.of("nat", "Nattevagt", start, end, "2026-10-24", "2027-03-27");
    }

    private static Task task(String date) {
        return new Task(
                new TaskId("lejr/pak"),
                ClientCampFixture.ID,
                "book-package",
                "Pak bøger; æske 1, \\ 2",
                LocalDate.parse(date),
                List.of(ClientCampFixture.IDA),
                Person.BO.id());
    }
}
