package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.BusyTime;
import dk.grundskema.api.calendar.CalendarSpan;
import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a feed says after all publications so far.
 *
 * @param link        by which it is followed
 * @param version     counts how often what it says was written: as long as it is the same, so is everything else here, but for {@code isGone}
 * @param publication number of the last publication that reached it; who is held back stays at an earlier one, or at none, 0
 * @param published   when that was
 * @param state       its events
 * @param stillHeld   what became of those that it has no longer but that are held all the same, by their ids; nothing if that is for nobody to know
 * @param title       what the calendar is called
 * @param language    language of its texts
 * @param span        in which zone and when its events are
 * @param isGone      whether the owner is no longer in the plan, and all that was cancelled for that was long ago told to everybody
 */
public record FeedNow(
        Link link,
        long version,
        int publication,
        Instant published,
        FeedState state,
        Map<String, StillHeld> stillHeld,
        String title,
        Locale language,
        CalendarSpan span,
        boolean isGone) {
    /** Copies the map. */
    public FeedNow {
        stillHeld = Map.copyOf(stillHeld);
    }

    /** A colour by which programs tell the calendar from others that somebody follows: the one of all its events, or one for each kind. */
    String colour() {
        List<String> all = state.events().stream()
                .filter(one -> !one.isCancelled())
                .map(one -> one.event().colour())
                .distinct()
                .limit(2)
                .toList();
        return all.size() == 1 && !all.getFirst().isEmpty()
                ? all.getFirst()
                : link.kind().colour();
    }

    /**
     * The same, but only when its owner is busy.
     *
     * @param other  by which that is followed
     * @param spoken how often, and when, that was given another language
     */
    FeedNow busy(Link other, FeedRows.Anew spoken) {
        Locale words = other.language().locale();
        List<FeedEvent> events = state.events().stream()
                .filter(one -> one.event().busy())
                .map(one -> new FeedEvent(
                        BusyTime.of(one.event(), words), one.sequence(), one.changed(), one.cancelled(), List.of()))
                .toList();
        var only = new FeedState(state.zone(), events, state.gone());
        return new FeedNow(
                other,
                version + spoken.beyond(),
                publication,
                published,
                spoken.told(only),
                Map.of(),
                title,
                words,
                span,
                isGone);
    }
}
