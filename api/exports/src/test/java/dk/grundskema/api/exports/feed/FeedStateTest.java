package dk.grundskema.api.exports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.api.exports.feed.FeedEvent.FormerEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of a feed is a fold over publications. */
class FeedStateTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant FIRST = Instant.parse("2026-08-01T12:00:00Z");
    private static final Instant SECOND = FIRST.plus(Duration.ofDays(1));
    private static final Instant THIRD = FIRST.plus(Duration.ofDays(2));

    private static CalendarEvent event(String uid, int hour) {
        return new CalendarEvent(
                uid,
                EventTime.ofHours(Instant.parse("2026-09-07T00:00:00Z").plus(Duration.ofHours(hour)), 45),
                "Matematik",
                "Salen",
                List.of(),
                List.of(),
                "",
                true);
    }

    private static FeedState published(CalendarEvent... events) {
        return FeedState.EMPTY.publish(HERE, List.of(events), FIRST);
    }

    /** It was not held before. */
    private static FormerEvent none(Instant until) {
        return new FormerEvent(null, until);
    }

    private static FormerEvent was(String uid, int hour, Instant until) {
        return new FormerEvent(event(uid, hour), until);
    }

    private static FeedEvent only(FeedState state) {
        assertThat(state.events()).hasSize(1);
        return state.events().getFirst();
    }

    @Test
    void whatIsPublishedForTheFirstTimeIsNewAndHasSequence0() {
        assertThat(only(published(event("a", 9))))
                .isEqualTo(new FeedEvent(event("a", 9), 0, FIRST, null, List.of(none(FIRST))));
    }

    @Test
    void publishingTheSameAgainChangesNothing() {
        FeedState first = published(event("a", 9), event("b", 10));

        assertThat(first.publish(HERE, List.of(event("b", 10), event("a", 9)), SECOND))
                .isEqualTo(first);
    }

    @Test
    void changedEventHasTheNextSequenceAndItsEarlierVersion() {
        FeedState moved = published(event("a", 9)).publish(HERE, List.of(event("a", 10)), SECOND);

        assertThat(only(moved))
                .isEqualTo(new FeedEvent(event("a", 10), 1, SECOND, null, List.of(none(FIRST), was("a", 9, SECOND))));
        assertThat(moved.lastChanged()).isEqualTo(SECOND);
    }

    @Test
    void onlyWhatChangesIsTouched() {
        FeedState moved =
                published(event("a", 9), event("b", 11)).publish(HERE, List.of(event("a", 10), event("b", 11)), SECOND);

        assertThat(moved.byId().get("b"))
                .isEqualTo(new FeedEvent(event("b", 11), 0, FIRST, null, List.of(none(FIRST))));
    }

    /** A client that read the feed in between must see the second change. */
    @Test
    void eventMovedThereAndBackHasChangedTwice() {
        FeedState back = published(event("a", 9))
                .publish(HERE, List.of(event("a", 10)), SECOND)
                .publish(HERE, List.of(event("a", 9)), THIRD);

        assertThat(only(back))
                .isEqualTo(new FeedEvent(
                        event("a", 9), 2, THIRD, null, List.of(none(FIRST), was("a", 9, SECOND), was("a", 10, THIRD))));
    }

    @Test
    void eventNoLongerPublishedIsCancelledAsItWas() {
        FeedState cancelled = published(event("a", 9)).publish(HERE, List.of(), SECOND);

        assertThat(only(cancelled))
                .isEqualTo(new FeedEvent(event("a", 9), 1, SECOND, SECOND, List.of(none(FIRST), was("a", 9, SECOND))));
        assertThat(only(cancelled).toVersion().isCancelled()).isTrue();
        assertThat(only(cancelled.publish(HERE, List.of(), THIRD))).isEqualTo(only(cancelled));
    }

    @Test
    void returnedEventHasAHigherSequenceAndNoEarlierVersion() {
        FeedState back =
                published(event("a", 9)).publish(HERE, List.of(), SECOND).publish(HERE, List.of(event("a", 9)), THIRD);

        assertThat(only(back))
                .isEqualTo(new FeedEvent(
                        event("a", 9), 2, THIRD, null, List.of(none(FIRST), was("a", 9, SECOND), none(THIRD))));
    }

    @Test
    void cancelledEventIsShownFor60DaysAndNotASecondLonger() {
        FeedState cancelled = published(event("a", 9)).publish(HERE, List.of(), SECOND);
        Instant end = SECOND.plus(Duration.ofDays(60));

        assertThat(cancelled.eventsToShow(end.minusSeconds(1))).hasSize(1);
        assertThat(cancelled.eventsToShow(end)).isEmpty();
        assertThat(cancelled.publish(HERE, List.of(), end.minusSeconds(1)).events())
                .hasSize(1);
        assertThat(cancelled.publish(HERE, List.of(), end).events()).isEmpty();
    }

    @Test
    void heldEventIsShownForEver() {
        assertThat(published(event("a", 9)).eventsToShow(FIRST.plus(Duration.ofDays(10_000))))
                .hasSize(1);
    }

    @Test
    void eventBackAfterItsRemovalContinuesItsSequence() {
        Instant later = SECOND.plus(Duration.ofDays(61));
        FeedState gone =
                published(event("a", 9)).publish(HERE, List.of(), SECOND).publish(HERE, List.of(), later);
        FeedState back = gone.publish(HERE, List.of(event("a", 9)), later.plusSeconds(1));

        assertThat(gone.gone()).isEqualTo(Map.of("a", 1));
        assertThat(only(back))
                .isEqualTo(new FeedEvent(
                        event("a", 9), 2, later.plusSeconds(1), null, List.of(none(later.plusSeconds(1)))));
        assertThat(back.gone()).isEmpty();
    }

    /** Publications in between must make no difference for a returning person. */
    @Test
    void whoComesBackAfter60DaysIsTheSameWithAndWithoutAPublicationInBetween() {
        FeedState cancelled = published(event("a", 9)).publish(HERE, List.of(), SECOND);
        Instant later = SECOND.plus(Duration.ofDays(90));
        FeedState between = cancelled.publish(HERE, List.of(), SECOND.plus(Duration.ofDays(70)));

        assertThat(between.publish(HERE, List.of(event("a", 9)), later))
                .isEqualTo(cancelled.publish(HERE, List.of(event("a", 9)), later));
    }

    @Test
    void inAnotherZoneAllThatIsHeldHasChanged() {
        FeedState elsewhere =
                published(event("a", 9)).publish(ZoneId.of("Europe/London"), List.of(event("a", 9)), SECOND);

        assertThat(only(elsewhere))
                .isEqualTo(new FeedEvent(event("a", 9), 1, SECOND, null, List.of(none(FIRST), was("a", 9, SECOND))));
        assertThat(elsewhere.zone()).isEqualTo(ZoneId.of("Europe/London"));
    }

    @Test
    void publishingAnOlderStateIsAChangeLikeAnyOther() {
        FeedState second =
                published(event("a", 9), event("b", 10)).publish(HERE, List.of(event("a", 8), event("c", 12)), SECOND);
        FeedState older = second.publish(HERE, List.of(event("a", 9), event("b", 10)), THIRD);

        assertThat(older.events())
                .containsExactly(
                        new FeedEvent(
                                event("a", 9),
                                2,
                                THIRD,
                                null,
                                List.of(none(FIRST), was("a", 9, SECOND), was("a", 8, THIRD))),
                        new FeedEvent(
                                event("b", 10),
                                2,
                                THIRD,
                                null,
                                List.of(none(FIRST), was("b", 10, SECOND), none(THIRD))),
                        new FeedEvent(event("c", 12), 1, THIRD, THIRD, List.of(none(SECOND), was("c", 12, THIRD))));
    }

    @Test
    void itsEventsAreInTheOrderOfTimeThenOfTheirIds() {
        FeedState state = published(event("b", 9), event("a", 9), event("c", 8));

        assertThat(state.events()).extracting(one -> one.event().uid()).containsExactly("c", "a", "b");
    }

    @Test
    void beforeAnythingIsPublishedNothingHasChanged() {
        assertThat(FeedState.EMPTY.lastChanged()).isEqualTo(Instant.EPOCH);
        assertThat(FeedState.EMPTY.eventsToShow(FIRST)).isEmpty();
    }

    private static List<CalendarEvent> randomEvents(Random random) {
        var events = new ArrayList<CalendarEvent>();
        for (int i = 0; i < 6; i++) {
            if (random.nextInt(3) > 0) {
                events.add(event("uid-" + i, random.nextInt(3)));
            }
        }
        return events;
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void afterAnyPublicationsWhatIsHeldIsWhatWasPublishedLastAndSequencesOnlyGrow(long seed) {
        var random = new Random(seed);
        FeedState state = FeedState.EMPTY;
        Instant at = FIRST;
        var sequences = new java.util.HashMap<String, Integer>();
        for (int publication = 0; publication < 10; publication++) {
            at = at.plus(Duration.ofDays(random.nextInt(40)));
            List<CalendarEvent> held = randomEvents(random);
            FeedState before = state;
            state = state.publish(HERE, held, at);
            assertThat(state.events().stream().filter(one -> !one.isCancelled()).map(FeedEvent::event))
                    .containsExactlyInAnyOrderElementsOf(held);
            assertThat(state.events()).extracting(one -> one.event().uid()).doesNotHaveDuplicates();
            for (FeedEvent one : state.events()) {
                Integer was = sequences.put(one.event().uid(), one.sequence());
                boolean isAsBefore = before.events().contains(one);
                assertThat(one.sequence()).isEqualTo(was == null ? 0 : isAsBefore ? was : was + 1);
                assertThat(one.changed().equals(at) || isAsBefore).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSamePublicationsInTheSameOrderComeToTheSameAndAgainToNoMore(long seed) {
        FeedState one = publishRandomly(seed);

        assertThat(publishRandomly(seed)).isEqualTo(one);
        var held = one.events().stream()
                .filter(event -> !event.isCancelled())
                .map(FeedEvent::event)
                .collect(Collectors.toList());
        assertThat(one.publish(HERE, held, one.lastChanged())).isEqualTo(one);
    }

    private static FeedState publishRandomly(long seed) {
        var random = new Random(seed);
        FeedState state = FeedState.EMPTY;
        for (int publication = 0; publication < 6; publication++) {
            state = state.publish(HERE, randomEvents(random), FIRST.plus(Duration.ofDays(publication)));
        }
        return state;
    }

    @Test
    void theLastChangesOfAnEventAreRememberedAndNoMore() {
        FeedState state = published(event("a", 1));
        for (int hour = 2; hour <= 9; hour++) {
            state = state.publish(HERE, List.of(event("a", hour)), FIRST.plusSeconds(hour));
        }

        assertThat(only(state).formers())
                .hasSize(FeedEvent.MAX_FORMER_VERSIONS)
                .endsWith(was("a", 8, FIRST.plusSeconds(9)));
        assertThat(only(state).versionAt(FIRST)).contains(was("a", 5, FIRST.plusSeconds(6)));
        assertThat(only(state).versionAt(FIRST.plusSeconds(8))).contains(was("a", 8, FIRST.plusSeconds(9)));
        assertThat(only(state).versionAt(FIRST.plusSeconds(9))).isEmpty();
    }
}
