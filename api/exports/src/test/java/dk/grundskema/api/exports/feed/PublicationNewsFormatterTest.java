package dk.grundskema.api.exports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The summary of one calendar for a planner who checks many. */
final class PublicationNewsFormatterTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant AUGUST = Instant.parse("2026-08-01T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 10);

    /** Creates a number of lessons with different titles, one a day. */
    private static FeedState lessons(FeedState before, int number, int hour) {
        List<CalendarEvent> events = IntStream.range(0, number)
                .mapToObj(i -> new CalendarEvent(
                        "u" + i,
                        EventTime.ofHours(
                                FIRST.plusDays(i)
                                        .atTime(LocalTime.of(hour, 0))
                                        .atZone(HERE)
                                        .toInstant(),
                                45),
                        "lesson " + i,
                        "",
                        List.of(),
                        List.of(),
                        "",
                        true))
                .toList();
        return before.publish(HERE, events, AUGUST);
    }

    private static List<String> describeNews(Language language, FeedState before, FeedState after) {
        return new PublicationNewsFormatter(language, HERE, uid -> Optional.empty(), false)
                .format(before, after, EventChange.between(before, after, AUGUST));
    }

    @Test
    void aCalendarThatWasEmptyIsOneSentence() {
        FeedState after = lessons(FeedState.EMPTY, 30, 9);
        assertThat(describeNews(Language.EN, FeedState.EMPTY, after))
                .containsExactly("All of it is new: 30 events from Thursday 10 Sept. to Friday 9 Oct.");
        assertThat(describeNews(Language.DA, FeedState.EMPTY, after))
                .containsExactly("Alt er nyt: 30 aftaler fra torsdag den 10. september til fredag den 9. oktober");
    }

    @Test
    void aCalendarThatHasNothingLeftIsOneSentenceAndOneThatGetsSomethingBackToo() {
        FeedState before = lessons(FeedState.EMPTY, 3, 9);
        FeedState nothing = lessons(before, 0, 9);
        assertThat(describeNews(Language.EN, before, nothing))
                .containsExactly("All of it is cancelled: 3 events from Thursday 10 Sept. to Saturday 12 Sept.");
        assertThat(describeNews(Language.DA, before, nothing))
                .containsExactly("Alt aflyses: 3 aftaler fra torsdag den 10. september til lørdag den 12. september");
        assertThat(describeNews(Language.EN, nothing, before))
                .containsExactly("All of it is new: 3 events from Thursday 10 Sept. to Saturday 12 Sept.");
    }

    @Test
    void aCalendarThatHasNothingLeftSaysThatOthersHaveSomeOfIt() {
        FeedState before = lessons(FeedState.EMPTY, 3, 9);
        FeedState nothing = lessons(before, 0, 9);
        List<EventChange> changes = EventChange.between(before, nothing, AUGUST);
        Function<String, Optional<EventTakeover>> one =
                uid -> Optional.of(new EventTakeover(CalendarOwner.Kind.ROOM, List.of("Salen")))
                        .filter(held -> uid.equals("u1"));
        assertThat(new PublicationNewsFormatter(Language.EN, HERE, one, false).format(before, nothing, changes))
                .containsExactly("Nothing is left: 3 events from Thursday 10 Sept. to Saturday 12 Sept. are cancelled,"
                        + " or held but no longer in this calendar");
        assertThat(new PublicationNewsFormatter(Language.DA, HERE, one, false).format(before, nothing, changes))
                .containsExactly("Der er intet tilbage: 3 aftaler fra torsdag den 10. september til lørdag den 12."
                        + " september er aflyst eller holdes uden at være i denne kalender");
    }

    @Test
    void oneEventIsSaidAsItIs() {
        assertThat(describeNews(Language.EN, FeedState.EMPTY, lessons(FeedState.EMPTY, 1, 9)))
                .containsExactly("Thursday 10 Sept.: lesson 0 09:00–09:45 is added");
        FeedState same = lessons(FeedState.EMPTY, 1, 9);
        assertThat(describeNews(Language.EN, same, same)).isEmpty();
    }

    @Test
    void asManyAsAreReadAreSaidAndOfMoreHowMany() {
        int most = PublicationNewsFormatter.MOST;
        assertThat(describeNews(Language.EN, lessons(FeedState.EMPTY, most, 9), lessons(FeedState.EMPTY, most, 10)))
                .hasSize(most)
                .last()
                .asString()
                .contains("lesson 11 moves from 09:00 to 10:00");
        FeedState before = lessons(FeedState.EMPTY, most + 1, 9);
        assertThat(describeNews(Language.EN, before, lessons(FeedState.EMPTY, most + 1, 10)))
                .hasSize(most + 1)
                .endsWith("and one change more");
        FeedState many = lessons(FeedState.EMPTY, 40, 9);
        assertThat(describeNews(Language.DA, many, lessons(FeedState.EMPTY, 40, 10)))
                .hasSize(most + 1)
                .endsWith("og 28 ændringer mere");
    }

    @Test
    void messageNamesTheChangesAndWhereToConfirmThem() {
        FeedState before = lessons(FeedState.EMPTY, 4, 9);
        List<EventChange> changes = EventChange.between(before, lessons(FeedState.EMPTY, 4, 10), AUGUST);
        assertThat(message(Language.EN, changes, "https://skema.example/c/x"))
                .containsExactly(
                        "Hello Anna. Your plan has changed:",
                        "Thursday 10 Sept.: lesson 0 moves from 09:00 to 10:00",
                        "Friday 11 Sept.: lesson 1 moves from 09:00 to 10:00",
                        "Saturday 12 Sept.: lesson 2 moves from 09:00 to 10:00",
                        "Sunday 13 Sept.: lesson 3 moves from 09:00 to 10:00",
                        "Tap “Seen” here when you have read it: https://skema.example/c/x");
        assertThat(message(Language.DA, changes.subList(0, 1), ""))
                .containsExactly(
                        "Hej Anna. Din plan er ændret:",
                        "Torsdag den 10. september: lesson 0 flyttes fra 09.00 til 10.00");
    }

    private static List<String> message(Language language, List<EventChange> changes, String address) {
        return new PublicationNewsFormatter(language, HERE, uid -> Optional.empty(), false)
                .formatMessage("Anna", changes, address)
                .lines()
                .toList();
    }

    @Test
    void firstPlanIsReadyAndNothingInItIsAdded() {
        FeedState after = lessons(FeedState.EMPTY, 2, 9);
        List<EventChange> changes = EventChange.between(FeedState.EMPTY, after, AUGUST);
        var english = new PublicationNewsFormatter(Language.EN, HERE, uid -> Optional.empty(), true);
        assertThat(english.formatMessage("Anna", changes.subList(0, 1), "").lines())
                .containsExactly("Hello Anna. Your plan is ready:", "Thursday 10 Sept.: lesson 0 09:00–09:45");
        assertThat(english.format(FeedState.EMPTY, after, changes))
                .containsExactly("The plan: 2 events from Thursday 10 Sept. to Friday 11 Sept.");
        var danish = new PublicationNewsFormatter(Language.DA, HERE, uid -> Optional.empty(), true);
        assertThat(danish.formatMessage("Anna", changes.subList(0, 1), "").lines())
                .containsExactly("Hej Anna. Din plan er klar:", "Torsdag den 10. september: lesson 0 09.00–09.45");
        assertThat(danish.format(FeedState.EMPTY, after, changes))
                .containsExactly("Planen: 2 aftaler fra torsdag den 10. september til fredag den 11. september");
    }
}
