package dk.grundskema.api.feeds;

import dk.grundskema.api.calendar.StillHeld;
import dk.grundskema.domain.people.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what a publication is for one calendar, in no more sentences than somebody reads who looks through those of many. A calendar that was empty before,
 * or is from now on, is one sentence.
 */
public final class NewsWords {
    /** So many sentences at most say what changes; one more says how many others there are. */
    public static final int MOST = 12;

    private final ChangeWords words;
    private final FeedTexts texts;

    /**
     * @param language language of the sentences
     * @param zone     zone whose clocks the times are of
     * @param stillHeld what became of an event that the calendar has no longer, as {@link ChangeWords} asks for it
     */
    public NewsWords(Language language, ZoneId zone, Function<String, Optional<StillHeld>> stillHeld) {
        this.words = new ChangeWords(language, zone, stillHeld);
        this.texts = new FeedTexts(language, zone);
    }

    /**
     * The sentences, by the first time of each.
     *
     * @param before  what the calendar says now
     * @param after   what it would say
     * @param changes what is different between both
     */
    public List<String> of(FeedState before, FeedState after, List<EventChange> changes) {
        if (changes.size() > 1 && (isEmpty(before) || isEmpty(after))) {
            return List.of(all(isEmpty(before) ? "feed.all-new" : gone(changes), changes));
        }
        List<String> said = words.of(changes);
        if (said.size() <= MOST) {
            return said;
        }
        var some = new ArrayList<>(said.subList(0, MOST));
        some.add(texts.text("feed.more", said.size() - MOST));
        return some;
    }

    private String gone(List<EventChange> changes) {
        boolean isHeldByOthers =
                changes.stream().anyMatch(one -> words.stillHeld(one).isPresent());
        return isHeldByOthers ? "feed.all-gone" : "feed.all-cancelled";
    }

    private static boolean isEmpty(FeedState state) {
        return state.events().stream().allMatch(FeedEvent::isCancelled);
    }

    private String all(String key, List<EventChange> changes) {
        LocalDate first = texts.first(changes.getFirst().known().time());
        LocalDate last = texts.first(changes.getLast().known().time());
        return texts.text(key, changes.size(), texts.date(first), texts.date(last));
    }
}
