package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.EventChange;
import dk.grundskema.api.exports.feed.PublicationNewsFormatter;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.http.LeastRecentlyUsedCache;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.publish.CalendarChangeFinder.CalendarChange;
import dk.grundskema.api.service.publish.PublicationPreview.ChangeCounts;
import dk.grundskema.api.service.publish.PublicationPreview.ChangedCalendar;
import dk.grundskema.domain.people.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Calculates the preview of a publication for a planner. Keeps the last results, because planners open the preview several times before
 * they publish.
 */
@Component
public final class PublicationPreviewer {
    /** Maximum number of cached previews. */
    private static final int CACHE_SIZE = 6;

    /** Lifetime of a cached preview: which events are in the future changes with time. */
    private static final Duration CACHE_INTERVAL = Duration.ofMinutes(10);

    private final PublicationDrafter drafts;
    private final CalendarChangeFinder changeFinder;
    private final RequestTexts requestTexts;
    private final LeastRecentlyUsedCache<List<Object>, PublicationPreview> previewCache =
            LeastRecentlyUsedCache.create(CACHE_SIZE);

    public PublicationPreviewer(
            PublicationDrafter drafts, CalendarChangeFinder changeFinder, RequestTexts requestTexts) {
        this.drafts = drafts;
        this.changeFinder = changeFinder;
        this.requestTexts = requestTexts;
    }

    /**
     * Returns the preview.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException as {@link PublicationDrafter#draft}
     */
    public PublicationPreview preview(Plan plan, NewPublication wish, AccountId author) {
        PublicationDraft draft = drafts.draft(plan, wish, author);
        Publication next = draft.next().publication();
        List<Object> key = List.of(
                plan.id(),
                next.title(),
                next.revision(),
                next.problem(),
                next.timetable(),
                next.number(),
                previousDocuments(draft.before()),
                next.heldBack(),
                requestTexts.language(),
                next.published().getEpochSecond() / CACHE_INTERVAL.toSeconds());
        return previewCache.get(key, fresh -> buildPreview(draft));
    }

    /** Returns the document hashes of the last publication; they change when the plan forgets its participants. */
    private static List<String> previousDocuments(@Nullable PublishedPlan last) {
        return last == null
                ? List.of()
                : List.of(last.publication().problem(), last.publication().timetable());
    }

    private PublicationPreview buildPreview(PublicationDraft draft) {
        Language language = Language.of(requestTexts.language());
        var staff = new ArrayList<ChangedCalendar>();
        var others = new ArrayList<ChangedCalendar>();
        Instant now = draft.next().publication().published();
        for (CalendarChange one : changeFinder.findChanges(draft, language)) {
            CalendarOwner owner = one.owner();
            List<EventChange> changes = EventChange.between(one.before(), one.after(), now);
            var words = new PublicationNewsFormatter(language, draft.next().zone(), one.stillHeld(), one.isFirst());
            List<String> said = words.format(one.before(), one.after(), changes);
            (owner.kind() == CalendarOwner.Kind.STAFF ? staff : others)
                    .add(new ChangedCalendar(
                            LinkKind.of(owner), owner.id(), one.name(), ChangeCounts.of(changes), said));
        }
        return new PublicationPreview(
                draft.next().publication().revision(),
                draft.lastNumber(),
                changeFinder.hasChanges(draft),
                staff,
                others);
    }
}
