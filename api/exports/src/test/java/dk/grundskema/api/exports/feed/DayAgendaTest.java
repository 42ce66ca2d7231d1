package dk.grundskema.api.exports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.DayAgenda.ChangeMark;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The agenda on the page of a link. */
class DayAgendaTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant FIRST = Instant.parse("2026-08-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-09T12:00:00Z");

    /** Thursday at 09:00 there. */
    private static final Instant NOW = Instant.parse("2026-09-10T07:00:00Z");

    private static CalendarEvent event(String uid, String start, int minutes) {
        return of(uid, EventTime.ofHours(LocalDateTime.parse(start).atZone(HERE).toInstant(), minutes));
    }

    private static CalendarEvent of(String uid, EventTime time) {
        return new CalendarEvent(uid, time, "Matematik", "Salen", List.of(), List.of(), "", true);
    }

    private static CalendarEvent elsewhere(CalendarEvent event) {
        return new CalendarEvent(
                event.uid(), event.time(), event.summary(), "Lokale 3", List.of(), List.of(), "", true);
    }

    private static FeedState first(CalendarEvent... events) {
        return FeedState.EMPTY.publish(HERE, List.of(events), FIRST);
    }

    /** Returns day, time, mark and former properties as text. */
    private static List<String> describeAgenda(Language language, FeedState state, Instant seen) {
        var agenda = DayAgenda.of(state, seen, NOW);
        var words = new AgendaFormatter(language, HERE, uid -> Optional.empty());
        return agenda.days().stream()
                .flatMap(day -> day.entries().isEmpty()
                        ? Stream.of(day.date() + ": nothing")
                        : day.entries().stream()
                                .map(entry -> String.join(
                                                " | ",
                                                day.date().toString(),
                                                words.timeText(entry),
                                                words.markText(entry),
                                                words.formerText(entry))
                                        .replaceAll("[ |]+$", "")))
                .toList();
    }

    private static List<String> describeAgenda(FeedState state) {
        return describeAgenda(Language.EN, state, FIRST);
    }

    @Test
    void todayAndTheNext14DaysAreShownAndOnlyTodayIfEmpty() {
        var state = first(
                event("a", "2026-09-09T23:00", 59),
                event("b", "2026-09-11T09:00", 45),
                event("c", "2026-09-24T23:30", 20),
                event("d", "2026-09-25T00:00", 45));

        assertThat(describeAgenda(state))
                .containsExactly("2026-09-10: nothing", "2026-09-11 | 09:00–09:45", "2026-09-24 | 23:30–23:50");
        assertThat(describeAgenda(Language.DA, state, FIRST))
                .containsExactly("2026-09-10: nothing", "2026-09-11 | 09.00–09.45", "2026-09-24 | 23.30–23.50");
    }

    @Test
    void aFeedOfWhichNothingWasPublishedHasNothingToday() {
        var agenda = DayAgenda.of(FeedState.EMPTY, FIRST, NOW);

        assertThat(agenda.days()).containsExactly(new DayAgenda.Day(LocalDate.of(2026, 9, 10), List.of()));
        assertThat(agenda.changeCount()).isZero();
    }

    @Test
    void itsDaysAreThoseOfItsZone() {
        Instant beforeMidnight = Instant.parse("2026-09-10T21:59:59Z");

        assertThat(DayAgenda.of(first(), FIRST, beforeMidnight).today()).isEqualTo(LocalDate.of(2026, 9, 10));
        assertThat(DayAgenda.of(first(), FIRST, beforeMidnight.plusSeconds(1)).today())
                .isEqualTo(LocalDate.of(2026, 9, 11));
    }

    @Test
    void changedEventHasAMarkAndMovedEventShowsItsEarlierTime() {
        var state = first(
                        event("moved", "2026-09-10T08:45", 45),
                        event("away", "2026-09-10T12:00", 45),
                        event("room", "2026-09-10T13:00", 45),
                        event("gone", "2026-09-10T14:00", 45),
                        event("same", "2026-09-10T15:00", 45),
                        event("longer", "2026-09-10T16:00", 45))
                .publish(
                        HERE,
                        List.of(
                                event("moved", "2026-09-10T10:30", 45),
                                event("away", "2026-09-11T12:00", 45),
                                elsewhere(event("room", "2026-09-10T13:00", 45)),
                                event("same", "2026-09-10T15:00", 45),
                                event("longer", "2026-09-10T16:00", 90),
                                event("new", "2026-09-10T18:00", 45)),
                        SECOND);

        assertThat(describeAgenda(state))
                .containsExactly(
                        "2026-09-10 | 10:30–11:15 | Moved | was 08:45",
                        "2026-09-10 | 12:00–12:45 | Moved | to Friday 11 Sept. 12:00",
                        "2026-09-10 | 13:00–13:45 | Changed | was in Salen",
                        "2026-09-10 | 14:00–14:45 | Cancelled",
                        "2026-09-10 | 15:00–15:45",
                        "2026-09-10 | 16:00–17:30 | Moved | was 16:00–16:45",
                        "2026-09-10 | 18:00–18:45 | New",
                        "2026-09-11 | 12:00–12:45 | Moved | was Thursday 10 Sept. 12:00");
        assertThat(describeAgenda(Language.DA, state, FIRST))
                .contains(
                        "2026-09-10 | 10.30–11.15 | Flyttet | før 08.45",
                        "2026-09-10 | 12.00–12.45 | Flyttet | til fredag den 11. september 12.00",
                        "2026-09-10 | 13.00–13.45 | Ændret | før i Salen",
                        "2026-09-10 | 14.00–14.45 | Aflyst",
                        "2026-09-10 | 18.00–18.45 | Nyt");
        assertThat(DayAgenda.of(state, FIRST, NOW).changeCount()).isEqualTo(6);
    }

    @Test
    void seenChangeHasNoMarkAndSeenCancelledEventIsGone() {
        var state = first(event("moved", "2026-09-10T08:45", 45), event("gone", "2026-09-10T14:00", 45))
                .publish(HERE, List.of(event("moved", "2026-09-10T10:30", 45)), SECOND);

        assertThat(describeAgenda(Language.EN, state, SECOND)).containsExactly("2026-09-10 | 10:30–11:15");
        assertThat(describeAgenda(Language.EN, state, SECOND.minusSeconds(1))).hasSize(2);
        assertThat(DayAgenda.of(state, SECOND, NOW).changeCount()).isZero();
    }

    @Test
    void changeOfColourAloneHasNoMark() {
        CalendarEvent plain = event("a", "2026-09-10T10:00", 45);
        var red = new CalendarEvent(
                plain.uid(), plain.time(), plain.summary(), plain.location(), List.of(), List.of(), "red", true);

        assertThat(describeAgenda(first(plain).publish(HERE, List.of(red), SECOND)))
                .containsExactly("2026-09-10 | 10:00–10:45");
    }

    @Test
    void eventHeldNowAndEventThatIsOverAreFlagged() {
        var state = first(
                event("over", "2026-09-10T08:15", 45),
                event("now", "2026-09-10T09:00", 45),
                event("next", "2026-09-10T09:01", 45),
                of("day", EventTime.ofDays(LocalDate.of(2026, 9, 10), LocalDate.of(2026, 9, 10))));
        var entries = DayAgenda.of(state, FIRST, NOW).days().getFirst().entries();

        assertThat(entries).extracting(entry -> entry.event().uid()).containsExactly("day", "over", "now", "next");
        assertThat(entries).extracting(DayAgenda.AgendaEntry::isNow).containsExactly(false, false, true, false);
        assertThat(entries).extracting(DayAgenda.AgendaEntry::isOver).containsExactly(false, true, false, false);
    }

    @Test
    void cancelledEventIsNeverNow() {
        var state = first(event("now", "2026-09-10T09:00", 45)).publish(HERE, List.of(), SECOND);
        var entry = DayAgenda.of(state, FIRST, NOW).days().getFirst().entries().getFirst();

        assertThat(entry.mark()).isEqualTo(ChangeMark.CANCELLED);
        assertThat(entry.isNow()).isFalse();
    }

    @Test
    void aNightIsOnBothItsDaysAndACampOnAll() {
        var state = first(
                event("night", "2026-09-10T23:00", 480),
                event("evening", "2026-09-11T23:00", 60),
                of("camp", EventTime.ofDays(LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 11))));

        assertThat(describeAgenda(state))
                .containsExactly(
                        "2026-09-10 | All day",
                        "2026-09-10 | from 23:00",
                        "2026-09-11 | All day",
                        "2026-09-11 | until 07:00",
                        "2026-09-11 | 23:00–00:00");
        assertThat(DayAgenda.of(state, FIRST, NOW)
                        .days()
                        .getFirst()
                        .entries()
                        .get(1)
                        .from())
                .isEqualTo(LocalTime.of(23, 0));
    }

    @Test
    void daysThatMovedSayWhichDaysTheyWere() {
        LocalDate tenth = LocalDate.of(2026, 9, 10);
        var state = first(of("day", EventTime.ofDays(tenth, tenth)))
                .publish(HERE, List.of(of("day", EventTime.ofDays(tenth.plusDays(1), tenth.plusDays(1)))), SECOND);

        assertThat(describeAgenda(state))
                .containsExactly(
                        "2026-09-10 | All day | Moved | to Friday 11 Sept.",
                        "2026-09-11 | All day | Moved | was Thursday 10 Sept.");
    }

    @Test
    void nowTextIsInBothLanguages() {
        assertThat(new AgendaFormatter(Language.DA, HERE, uid -> Optional.empty()).nowText())
                .isEqualTo("Nu");
        assertThat(new AgendaFormatter(Language.EN, HERE, uid -> Optional.empty()).nowText())
                .isEqualTo("Now");
    }

    @Test
    void changesOverSeveralPublicationsShowTheStateLastSeen() {
        CalendarEvent early = event("a", "2026-09-10T08:45", 45);
        CalendarEvent late = event("a", "2026-09-10T10:30", 45);
        CalendarEvent stays = event("b", "2026-09-10T12:00", 45);
        CalendarEvent brief = event("c", "2026-09-10T13:00", 45);
        var state = first(early, stays)
                .publish(HERE, List.of(late, elsewhere(stays), brief), SECOND)
                .publish(HERE, List.of(elsewhere(late), stays), SECOND.plusSeconds(60));

        assertThat(describeAgenda(state))
                .containsExactly(
                        "2026-09-10 | 10:30–11:15 | Moved | was 08:45 · was in Salen", "2026-09-10 | 12:00–12:45");
        assertThat(describeAgenda(Language.EN, state, SECOND))
                .containsExactly(
                        "2026-09-10 | 10:30–11:15 | Changed | was in Salen",
                        "2026-09-10 | 12:00–12:45 | Changed | was in Lokale 3",
                        "2026-09-10 | 13:00–13:45 | Cancelled");
    }

    @Test
    void translationIsNoChangeAndEarlierChangeKeepsItsMark() {
        CalendarEvent moved = event("a", "2026-09-10T10:30", 45);
        CalendarEvent other = event("b", "2026-09-10T12:00", 45);
        var state = first(event("a", "2026-09-10T08:45", 45), other)
                .publish(HERE, List.of(moved, other), SECOND)
                .reworded(List.of(called(moved, "Maths"), called(other, "Maths")), SECOND.plusSeconds(60));

        assertThat(describeAgenda(state))
                .containsExactly("2026-09-10 | 10:30–11:15 | Moved | was 08:45", "2026-09-10 | 12:00–12:45");
        assertThat(state.byId().get("b").sequence()).isEqualTo(1);
        assertThat(state.lastChanged()).isEqualTo(SECOND.plusSeconds(60));
    }

    private static CalendarEvent called(CalendarEvent event, String title) {
        return new CalendarEvent(event.uid(), event.time(), title, event.location(), List.of(), List.of(), "", true);
    }

    @Test
    void personWhoLeftTheEventIsNamed() {
        CalendarEvent plain = event("a", "2026-09-10T10:00", 45);
        var state = first(with(plain, "Bo", "Eva")).publish(HERE, List.of(with(plain, "Eva", "Ib")), SECOND);

        assertThat(describeAgenda(state)).containsExactly("2026-09-10 | 10:00–10:45 | Changed | was with Bo");
        assertThat(describeAgenda(Language.DA, state, FIRST))
                .containsExactly("2026-09-10 | 10.00–10.45 | Ændret | før med Bo");
    }

    private static CalendarEvent with(CalendarEvent event, String... people) {
        return new CalendarEvent(
                event.uid(),
                event.time(),
                event.summary(),
                event.location(),
                List.of("With " + String.join(", ", people)),
                List.of(),
                "",
                true,
                List.of(people));
    }

    @Test
    void changeAfterTheDaysShownIsListedAndCountsOnce() {
        var state = first(
                        event("far", "2026-10-01T08:45", 45),
                        event("here", "2026-09-11T08:45", 45),
                        event("same", "2026-10-02T08:45", 45))
                .publish(
                        HERE,
                        List.of(
                                event("far", "2026-10-01T10:30", 45),
                                event("here", "2026-10-05T08:45", 45),
                                event("same", "2026-10-02T08:45", 45)),
                        SECOND);
        var agenda = DayAgenda.of(state, FIRST, NOW);

        assertThat(describeAgenda(state))
                .containsExactly("2026-09-10: nothing", "2026-09-11 | 08:45–09:30 | Moved | to Monday 5 Oct. 08:45");
        assertThat(new EventChangeFormatter(Language.EN, HERE, uid -> Optional.empty()).format(agenda.later()))
                .containsExactly("Thursday 1 Oct.: Matematik moves from 08:45 to 10:30");
        assertThat(agenda.changeCount()).isEqualTo(2);
        assertThat(agenda.next()).isEqualTo(event("far", "2026-10-01T10:30", 45));
        assertThat(DayAgenda.of(state, SECOND, NOW).later()).isEmpty();
    }

    @Test
    void moveFromAPastDayToAfterTheDaysShownIsListedBelow() {
        var state = first(event("a", "2026-09-08T08:45", 45))
                .publish(HERE, List.of(event("a", "2026-10-01T08:45", 45)), FIRST.plusSeconds(60));
        var agenda = DayAgenda.of(state, FIRST, NOW);

        assertThat(agenda.changeCount()).isEqualTo(1);
        assertThat(new EventChangeFormatter(Language.EN, HERE, uid -> Optional.empty()).format(agenda.later()))
                .containsExactly("Tuesday 8 Sept.: Matematik moves from 08:45 to Thursday 1 Oct. 08:45");
    }

    @Test
    void eventMovedThereAndBackHasNoMarkAfterATranslationEither() {
        CalendarEvent plain = event("a", "2026-09-10T08:45", 45);
        var state = first(plain)
                .publish(HERE, List.of(event("a", "2026-09-10T10:30", 45)), SECOND)
                .publish(HERE, List.of(plain), SECOND.plusSeconds(60))
                .reworded(List.of(called(plain, "Maths")), SECOND.plusSeconds(120));

        assertThat(describeAgenda(state)).containsExactly("2026-09-10 | 08:45–09:30");
    }
}
