package dk.grundskema.api.exports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.EventChange.Kind;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relevant differences of events, and their sentences. */
class EventChangeTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant AUGUST = Instant.parse("2026-08-01T12:00:00Z");

    /** Mathematics on Thursday 10 September 2026 at 08:45, for 45 minutes, in room 3 with Bo; each test changes one property. */
    private record LessonEvent(
            String uid, LocalDateTime start, int minutes, String title, String room, List<String> people, String more) {
        static LessonEvent maths() {
            return new LessonEvent(
                    "a", LocalDateTime.of(2026, 9, 10, 8, 45), 45, "matematik", "Lokale 3", List.of("Bo"), "x");
        }

        LessonEvent at(String other) {
            return new LessonEvent(uid, LocalDateTime.parse(other), minutes, title, room, people, more);
        }

        LessonEvent weeks(int later) {
            return new LessonEvent(uid + later, start.plusWeeks(later), minutes, title, room, people, more);
        }

        LessonEvent lasting(int other) {
            return new LessonEvent(uid, start, other, title, room, people, more);
        }

        LessonEvent called(String other) {
            return new LessonEvent(uid, start, minutes, other, room, people, more);
        }

        LessonEvent in(String other) {
            return new LessonEvent(uid, start, minutes, title, other, people, more);
        }

        LessonEvent with(String... others) {
            return new LessonEvent(uid, start, minutes, title, room, List.of(others), more);
        }

        LessonEvent knowing(String other) {
            return new LessonEvent(uid, start, minutes, title, room, people, other);
        }

        CalendarEvent event() {
            Stream<String> first = people.isEmpty() ? Stream.of() : Stream.of("Med: " + String.join(", ", people));
            return new CalendarEvent(
                    uid,
                    EventTime.ofHours(start.atZone(HERE).toInstant(), minutes),
                    title,
                    room,
                    Stream.concat(first, Stream.of(more)).toList(),
                    List.of(),
                    "",
                    true,
                    people);
        }
    }

    private static FeedState state(CalendarEvent... events) {
        return FeedState.EMPTY.publish(HERE, List.of(events), AUGUST);
    }

    private static FeedState state(LessonEvent... held) {
        return state(Arrays.stream(held).map(LessonEvent::event).toArray(CalendarEvent[]::new));
    }

    private static List<String> describeChanges(Language language, FeedState before, FeedState after) {
        return new EventChangeFormatter(language, HERE, uid -> Optional.empty())
                .format(EventChange.between(before, after, AUGUST));
    }

    private static void assertDescribed(LessonEvent before, LessonEvent after, String danish, String english) {
        assertThat(describeChanges(Language.DA, state(before), state(after))).containsExactly(danish);
        assertThat(describeChanges(Language.EN, state(before), state(after))).containsExactly(english);
    }

    @Test
    void moveWithinADayIsDescribedWithBothTimes() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().at("2026-09-10T10:30"),
                "Torsdag den 10. september: matematik flyttes fra 08.45 til 10.30",
                "Thursday 10 Sept.: matematik moves from 08:45 to 10:30");
    }

    @Test
    void moveToAnotherDayIsDescribedWithBothDays() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().at("2026-09-11T08:45"),
                "Torsdag den 10. september: matematik flyttes fra 08.45 til fredag den 11. september 08.45",
                "Thursday 10 Sept.: matematik moves from 08:45 to Friday 11 Sept. 08:45");
    }

    @Test
    void changeOfDurationIsDescribedWithStartAndEnd() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().lasting(90),
                "Torsdag den 10. september: matematik flyttes fra 08.45–09.30 til 08.45–10.15",
                "Thursday 10 Sept.: matematik moves from 08:45–09:30 to 08:45–10:15");
    }

    @Test
    void changedRoomIsDescribedWithBothRoomsAndAMissingOneWithout() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().in("Salen"),
                "Torsdag den 10. september: matematik 08.45 er i Salen i stedet for Lokale 3",
                "Thursday 10 Sept.: matematik 08:45 is in Salen instead of Lokale 3");
        assertDescribed(
                LessonEvent.maths().in(""),
                LessonEvent.maths(),
                "Torsdag den 10. september: matematik 08.45 er i Lokale 3",
                "Thursday 10 Sept.: matematik 08:45 is in Lokale 3");
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().in(""),
                "Torsdag den 10. september: matematik 08.45 er ikke længere i Lokale 3",
                "Thursday 10 Sept.: matematik 08:45 is no longer in Lokale 3");
    }

    @Test
    void ofOtherPeopleThoseWhoComeAndThoseWhoGoAreNamed() {
        assertDescribed(
                LessonEvent.maths().with("Bo", "Ida"),
                LessonEvent.maths().with("Ida", "Eva", "Tom"),
                "Torsdag den 10. september: matematik 08.45 er sammen med Eva og Tom i stedet for Bo",
                "Thursday 10 Sept.: matematik 08:45 is with Eva and Tom instead of Bo");
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().with(),
                "Torsdag den 10. september: matematik 08.45 er uden Bo",
                "Thursday 10 Sept.: matematik 08:45 is without Bo");
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().with("Bo", "Eva"),
                "Torsdag den 10. september: matematik 08.45 er også sammen med Eva",
                "Thursday 10 Sept.: matematik 08:45 is with Eva as well");
    }

    @Test
    void anotherTitleIsSaidAndThatSomethingElseIsToBeKnown() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().called("dansk"),
                "Torsdag den 10. september: matematik 08.45 hedder nu dansk",
                "Thursday 10 Sept.: matematik 08:45 is now called dansk");
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().knowing("y"),
                "Torsdag den 10. september: matematik 08.45 har nye oplysninger",
                "Thursday 10 Sept.: matematik 08:45 has new details");
    }

    @Test
    void whatComesAndGoesWithAnAdultIsNoDetailOfItsOwn() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().with().knowing("One adult is missing."),
                "Torsdag den 10. september: matematik 08.45 er uden Bo",
                "Thursday 10 Sept.: matematik 08:45 is without Bo");
    }

    @Test
    void severalTimesOfOneDayNameTheDayOnce() {
        LessonEvent early = LessonEvent.maths();
        LessonEvent late =
                new LessonEvent("b", early.start().plusHours(2), 45, "matematik", "Lokale 3", List.of("Bo"), "x");
        FeedState before = state(early, late);
        FeedState after = state(early.with(), late.with());
        assertThat(describeChanges(Language.DA, before, after))
                .containsExactly("2 gange den 10. september: matematik er uden Bo");
        assertThat(describeChanges(Language.EN, before, after))
                .containsExactly("2 times on 10 Sept.: matematik is without Bo");
    }

    @Test
    void severalThingsOfOneEventAreOneSentence() {
        assertDescribed(
                LessonEvent.maths(),
                LessonEvent.maths().at("2026-09-10T10:30").in("Salen").with("Eva"),
                "Torsdag den 10. september: matematik flyttes fra 08.45 til 10.30, er i Salen i stedet for Lokale 3 og er sammen med Eva i stedet for Bo",
                "Thursday 10 Sept.: matematik moves from 08:45 to 10:30, is in Salen instead of Lokale 3 and is with Eva instead of Bo");
    }

    @Test
    void newOrCancelledEventIsDescribedWithItsHours() {
        assertThat(describeChanges(Language.DA, state(new LessonEvent[0]), state(LessonEvent.maths())))
                .containsExactly("Torsdag den 10. september: matematik 08.45–09.30 kommer til (Lokale 3)");
        assertThat(describeChanges(
                        Language.EN,
                        state(new LessonEvent[0]),
                        state(LessonEvent.maths().in(""))))
                .containsExactly("Thursday 10 Sept.: matematik 08:45–09:30 is added");
        assertThat(describeChanges(Language.DA, state(LessonEvent.maths()), state(new LessonEvent[0])))
                .containsExactly("Torsdag den 10. september: matematik 08.45–09.30 aflyses");
        assertThat(describeChanges(Language.EN, state(LessonEvent.maths()), state(new LessonEvent[0])))
                .containsExactly("Thursday 10 Sept.: matematik 08:45–09:30 is cancelled");
    }

    @Test
    void wholeDaysAreSaidWithoutHours() {
        LocalDate tenth = LocalDate.of(2026, 9, 10);
        FeedState one = state(task(tenth, tenth));
        FeedState other = state(task(tenth.plusDays(1), tenth.plusDays(2)));

        assertThat(describeChanges(Language.EN, FeedState.EMPTY, one))
                .containsExactly("Thursday 10 Sept.: books is added");
        assertThat(describeChanges(Language.EN, one, other))
                .containsExactly(
                        "Thursday 10 Sept.: books moves from Thursday 10 Sept. to Friday 11 Sept. to Saturday 12 Sept.");
        assertThat(describeChanges(Language.DA, other, FeedState.EMPTY))
                .containsExactly("Fredag den 11. september til lørdag den 12. september: books aflyses");
    }

    private static CalendarEvent task(LocalDate first, LocalDate last) {
        return new CalendarEvent("t", EventTime.ofDays(first, last), "books", "", List.of(), List.of(), "", false);
    }

    private static LessonEvent[] year(LessonEvent first) {
        return IntStream.range(0, 30).mapToObj(first::weeks).toArray(LessonEvent[]::new);
    }

    /** Wall-clock times; the weeks are before and after the clock changes. */
    @Test
    void theSameChangeInManyWeeksIsOneSentence() {
        FeedState before = state(year(LessonEvent.maths()));

        assertThat(describeChanges(
                        Language.EN, before, state(year(LessonEvent.maths().at("2026-09-10T10:30")))))
                .containsExactly("30 Thursdays from 10 Sept. to 1 April: matematik moves from 08:45 to 10:30");
        assertThat(describeChanges(
                        Language.DA, before, state(year(LessonEvent.maths().at("2026-09-11T10:30")))))
                .containsExactly(
                        "30 torsdage fra den 10. september til den 1. april: matematik flyttes fra 08.45 til fredag 10.30");
        assertThat(describeChanges(
                        Language.EN, before, state(year(LessonEvent.maths().at("2026-09-18T10:30")))))
                .containsExactly(
                        "30 Thursdays from 10 Sept. to 1 April: matematik moves from 08:45 to Friday 10:30, 8 days later");
        assertThat(describeChanges(
                        Language.DA, before, state(year(LessonEvent.maths().at("2026-09-03T08:45")))))
                .containsExactly(
                        "30 torsdage fra den 10. september til den 1. april: matematik flyttes fra 08.45 til torsdag 08.45, 7 dage tidligere");
        assertThat(describeChanges(Language.EN, before, state(new LessonEvent[0])))
                .containsExactly("30 Thursdays from 10 Sept. to 1 April: matematik 08:45–09:30 is cancelled");
        assertThat(describeChanges(
                        Language.EN, before, state(year(LessonEvent.maths().in("Salen")))))
                .containsExactly(
                        "30 Thursdays from 10 Sept. to 1 April: matematik 08:45 is in Salen instead of Lokale 3");
    }

    @Test
    void anotherRoomForLessonsOfAllWeekdaysIsOneSentence() {
        LessonEvent friday = new LessonEvent(
                "b", LocalDateTime.of(2026, 9, 11, 9, 0), 45, "matematik", "Lokale 3", List.of("Bo"), "x");

        assertThat(describeChanges(
                        Language.DA,
                        state(LessonEvent.maths(), friday),
                        state(LessonEvent.maths().in("Salen"), friday.in("Salen"))))
                .containsExactly(
                        "2 gange fra den 10. september til den 11. september: matematik er i Salen i stedet for Lokale 3");
    }

    @Test
    void differentEventsAreDescribedSeparatelyInOrderOfTime() {
        LessonEvent friday =
                new LessonEvent("b", LocalDateTime.of(2026, 9, 11, 9, 0), 45, "dansk", "Lokale 3", List.of(), "x");

        assertThat(describeChanges(
                        Language.EN,
                        state(friday, LessonEvent.maths()),
                        state(friday.in("Salen"), LessonEvent.maths().in("Salen"))))
                .containsExactly(
                        "Thursday 10 Sept.: matematik 08:45 is in Salen instead of Lokale 3",
                        "Friday 11 Sept.: dansk 09:00 is in Salen instead of Lokale 3");
    }

    @Test
    void twiceOnTheSameThursdayIsNotTwoThursdays() {
        LessonEvent twin =
                new LessonEvent("b", LessonEvent.maths().start(), 45, "matematik", "Lokale 3", List.of("Bo"), "x");

        assertThat(describeChanges(Language.EN, state(LessonEvent.maths(), twin), state(new LessonEvent[0])))
                .containsExactly("2 times on 10 Sept.: matematik 08:45–09:30 is cancelled");
    }

    @Test
    void kindsAreToldApartAndCounted() {
        var changes = EventChange.between(
                state(LessonEvent.maths(), LessonEvent.maths().weeks(1)),
                state(
                        LessonEvent.maths().at("2026-09-10T10:30").in("Salen"),
                        LessonEvent.maths().weeks(2)),
                AUGUST);

        assertThat(changes)
                .extracting(EventChange::kinds)
                .containsExactly(Set.of(Kind.MOVED, Kind.ROOM), Set.of(Kind.CANCELLED), Set.of(Kind.NEW));
        assertThat(EventChange.counts(changes))
                .isEqualTo(Map.of(Kind.MOVED, 1, Kind.ROOM, 1, Kind.CANCELLED, 1, Kind.NEW, 1));
    }

    @Test
    void colourHeadingAndOrderOfPeopleAreNoChange() {
        CalendarEvent one = LessonEvent.maths().with("Bo", "Eva").event();
        var other = new CalendarEvent(
                one.uid(),
                one.time(),
                one.summary(),
                one.location(),
                List.of("Med: Eva, Bo", "x"),
                List.of("heading"),
                "red",
                false,
                List.of("Eva", "Bo"));

        assertThat(EventChange.between(state(one), state(other), AUGUST)).isEmpty();
    }

    @Test
    void eventOverBeforeAndAfterTheChangeIsLeftOut() {
        Instant end = Instant.parse("2026-09-10T07:30:00Z");
        FeedState before = state(LessonEvent.maths());
        FeedState otherRoom = state(LessonEvent.maths().in("Salen"));

        assertThat(EventChange.between(before, otherRoom, end.minusSeconds(1))).hasSize(1);
        assertThat(EventChange.between(before, otherRoom, end)).isEmpty();
        assertThat(EventChange.between(before, state(LessonEvent.maths().at("2026-09-11T08:45")), end))
                .hasSize(1);
        assertThat(EventChange.between(state(LessonEvent.maths().at("2026-09-11T08:45")), before, end))
                .hasSize(1);
    }

    @Test
    void aWholeDayIsOverWhenTheNextBeginsThere() {
        LocalDate tenth = LocalDate.of(2026, 9, 10);
        FeedState one = state(task(tenth, tenth));
        Instant midnight = Instant.parse("2026-09-10T22:00:00Z");

        assertThat(EventChange.between(one, state(new LessonEvent[0]), midnight.minusSeconds(1)))
                .hasSize(1);
        assertThat(EventChange.between(one, state(new LessonEvent[0]), midnight))
                .isEmpty();
    }

    @Test
    void returnedEventIsNewAndEventThatStaysCancelledIsNoChange() {
        FeedState held = state(LessonEvent.maths());
        FeedState cancelled = held.publish(HERE, List.of(), AUGUST);

        assertThat(EventChange.between(cancelled, held, AUGUST))
                .extracting(EventChange::kinds)
                .containsExactly(Set.of(Kind.NEW));
        assertThat(EventChange.between(cancelled, cancelled.publish(HERE, List.of(), AUGUST), AUGUST))
                .isEmpty();
    }

    /** Three hundred changes of a year become few lines for the planner. */
    @ParameterizedTest
    @EnumSource
    void aYearsChangesAreFewLines(Language language) {
        var before = new ArrayList<CalendarEvent>();
        var after = new ArrayList<CalendarEvent>();
        for (int weekday = 0; weekday < 5; weekday++) {
            for (int lesson = 0; lesson < 2; lesson++) {
                LessonEvent first = new LessonEvent(
                        "s" + weekday + lesson + "-",
                        LocalDateTime.of(2026, 9, 7 + weekday, 8 + 2 * lesson, 0),
                        45,
                        "matematik",
                        "Lokale 3",
                        List.of(),
                        "x");
                boolean moves = lesson == 0 && weekday < 3;
                for (LessonEvent held : year(first)) {
                    before.add(held.event());
                    after.add(
                            moves
                                    ? held.at(held.start().plusHours(1).toString())
                                            .event()
                                    : held.in("Salen").event());
                }
            }
        }

        assertThat(new EventChangeFormatter(language, HERE, uid -> Optional.empty())
                        .format(EventChange.between(
                                state(before.toArray(CalendarEvent[]::new)),
                                state(after.toArray(CalendarEvent[]::new)),
                                AUGUST)))
                .hasSize(4);
    }
}
