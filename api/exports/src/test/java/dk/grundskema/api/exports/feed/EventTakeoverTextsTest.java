package dk.grundskema.api.exports.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.exports.calendar.CalendarEvent;
import dk.grundskema.api.exports.calendar.CalendarOwner.Kind;
import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.api.exports.calendar.EventTime;
import dk.grundskema.domain.people.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts about an event that is still held without the calendar's owner: a sentence, and the mark and words on the page. */
class EventTakeoverTextsTest {
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static final Instant FIRST = Instant.parse("2026-08-01T12:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-09-09T12:00:00Z");

    /** Thursday at 09:00 there. */
    private static final Instant NINE = Instant.parse("2026-09-10T07:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN | STAFF | Bo      | math 09:00–09:45 is taken over by Bo      | No longer yours  | now: Bo",
                "EN | STAFF | Bo;Carl | math 09:00–09:45 is taken over by Bo and Carl | No longer yours | now: Bo and Carl",
                "EN | STAFF |         | math 09:00–09:45 is held, but is no longer in this calendar | No longer yours  | held without you",
                "EN | ROOM  | R1      | math 09:00–09:45 moves to R1              | No longer here   | now in R1",
                "EN | ROOM  |         | math 09:00–09:45 no longer uses the room  | No longer here   | no longer uses the room",
                "EN | GROUP | Team 2  | math 09:00–09:45 is for Team 2 now        | Changed          | now for Team 2",
                "EN | GROUP |         | math 09:00–09:45 is held, but is no longer in this calendar | Changed          | held without you",
                "EN | INTERVENTION | Camp | math 09:00–09:45 is part of Camp now | Changed | now part of Camp",
                "EN | INTERVENTION |  | math 09:00–09:45 is held, but is no longer in this calendar | Changed | held, but not as part of this",
                "DA | STAFF | Bo      | math 09.00–09.45 overtages af Bo      | Ikke længere din | nu: Bo",
                "DA | STAFF |         | math 09.00–09.45 holdes, men er ikke længere i denne kalender | Ikke længere din | holdes uden dig",
                "DA | ROOM  | R1      | math 09.00–09.45 flyttes til R1           | Ikke længere her | nu i R1",
                "DA | ROOM  |         | math 09.00–09.45 bruger ikke længere lokalet | Ikke længere her | bruger ikke længere lokalet",
                "DA | GROUP | Hold 2  | math 09.00–09.45 er nu for Hold 2         | Ændret           | nu for Hold 2",
                "DA | INTERVENTION | Lejr | math 09.00–09.45 hører nu til Lejr | Ændret | hører nu til Lejr",
                "DA | INTERVENTION |  | math 09.00–09.45 holdes, men er ikke længere i denne kalender | Ændret | holdes, men hører ikke til her længere",
                "DA | GROUP |         | math 09.00–09.45 holdes, men er ikke længere i denne kalender | Ændret           | holdes uden jer",
            })
    void newOwnerIsNamedAndEventWithoutOneIsHeldWithoutTheOldOwner(
            Language language, Kind kind, String come, String sentence, String mark, String was) {
        var event =
                new CalendarEvent("a", EventTime.ofHours(NINE, 45), "math", "Salen", List.of(), List.of(), "", true);
        FeedState before = FeedState.EMPTY.publish(HERE, List.of(event), FIRST);
        FeedState after = before.publish(HERE, List.of(), SECOND);
        List<String> now = come == null ? List.of() : Arrays.asList(come.split(";", -1));
        Function<String, Optional<EventTakeover>> held = uid -> Optional.of(new EventTakeover(kind, now));

        assertThat(new EventChangeFormatter(language, HERE, held).format(EventChange.between(before, after, FIRST)))
                .singleElement()
                .asString()
                .endsWith(": " + sentence);
        var words = new AgendaFormatter(language, HERE, held);
        assertThat(DayAgenda.of(after, FIRST, NINE).days().getFirst().entries())
                .flatExtracting(entry -> Stream.of(words.markText(entry), words.formerText(entry))
                        .toList())
                .containsExactly(mark, was);
        assertThat(words.takeoverText("a")).contains(mark + " · " + was);
    }
}
