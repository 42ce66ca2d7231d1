package dk.grundskema.api.exports.feed;

import dk.grundskema.api.exports.calendar.EventTakeover;
import dk.grundskema.domain.people.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Summarizes a publication for one calendar, in few enough sentences for a reader who checks many calendars. A calendar that becomes or stops being
 * empty gets one sentence.
 */
public final class PublicationNewsFormatter {
    /** Maximum number of sentences about changes; one more gives the number of the others. */
    static final int MOST = 12;

    private final EventChangeFormatter words;
    private final FeedTexts texts;
    private final boolean isFirst;

    /**
     * @param language language of the sentences
     * @param zone     zone of the times
     * @param stillHeld returns what happened to an event that is no longer in the calendar, as for {@link EventChangeFormatter}
     * @param isFirst whether no publication reached the owner of the calendar before: then the plan is ready, and nothing in it is said to be changed or added
     */
    public PublicationNewsFormatter(
            Language language, ZoneId zone, Function<String, Optional<EventTakeover>> stillHeld, boolean isFirst) {
        this.isFirst = isFirst;
        this.words = new EventChangeFormatter(language, zone, stillHeld, isFirst);
        this.texts = new FeedTexts(language, zone);
    }

    /**
     * Returns the sentences, ordered by the first time of each.
     *
     * @param before  current state of the calendar
     * @param after   state after the publication
     * @param changes differences between both
     */
    public List<String> format(FeedState before, FeedState after, List<EventChange> changes) {
        if (changes.size() > 1 && (isEmpty(before) || isEmpty(after))) {
            String newKey = isFirst ? "feed.all-first" : "feed.all-new";
            return List.of(summarize(isEmpty(before) ? newKey : goneKey(changes), changes));
        }
        return format(changes);
    }

    /** Returns the sentences about some changes of a calendar, ordered by the first time of each. */
    public List<String> format(List<EventChange> changes) {
        List<String> sentences = words.format(changes);
        if (sentences.size() <= MOST) {
            return sentences;
        }
        var first = new ArrayList<>(sentences.subList(0, MOST));
        first.add(texts.text("feed.more", sentences.size() - MOST));
        return first;
    }

    /**
     * Returns a message for the owner of the calendar, to be sent by hand.
     *
     * @param name    display name of the owner
     * @param changes the changes, at least one
     * @param address address of the calendar's page; empty if there is none that the owner can open
     */
    public String formatMessage(String name, List<EventChange> changes, String address) {
        var lines = new ArrayList<String>();
        lines.add(texts.text(isFirst ? "feed.message-first" : "feed.message", name));
        lines.addAll(format(changes));
        if (!address.isEmpty()) {
            lines.add(texts.text("feed.message-address", address));
        }
        return String.join("\n", lines);
    }

    private String goneKey(List<EventChange> changes) {
        boolean isHeldByOthers =
                changes.stream().anyMatch(one -> words.takeover(one).isPresent());
        return isHeldByOthers ? "feed.all-gone" : "feed.all-cancelled";
    }

    private static boolean isEmpty(FeedState state) {
        return state.events().stream().allMatch(FeedEvent::isCancelled);
    }

    private String summarize(String key, List<EventChange> changes) {
        LocalDate first = texts.firstDay(changes.getFirst().knownEvent().time());
        LocalDate last = texts.firstDay(changes.getLast().knownEvent().time());
        return texts.text(key, changes.size(), texts.dateText(first), texts.dateText(last));
    }
}
