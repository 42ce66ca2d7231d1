package dk.grundskema.api.service.publish;

import dk.grundskema.api.exports.calendar.CalendarOwner;
import dk.grundskema.api.exports.feed.EventChange;
import dk.grundskema.api.exports.feed.EventChange.Kind;
import dk.grundskema.api.exports.feed.PublicationNewsFormatter;
import dk.grundskema.api.service.access.AccountId;
import dk.grundskema.api.service.http.LeastRecentlyUsedCache;
import dk.grundskema.api.service.http.RequestTexts;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.publish.CalendarChangeFinder.CalendarChange;
import dk.grundskema.api.service.publish.PublicationViews.CountsView;
import dk.grundskema.api.service.publish.PublicationViews.OtherNewsView;
import dk.grundskema.api.service.publish.PublicationViews.PersonNewsView;
import dk.grundskema.api.service.publish.PublicationViews.PreviewView;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final LeastRecentlyUsedCache<List<Object>, PreviewView> previewCache =
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
     * @throws dk.grundskema.api.service.http.Refusal as {@link PublicationDrafter#draft}
     */
    public PreviewView preview(Plan plan, NewPublication wish, AccountId author) {
        PublicationDraft draft = drafts.draft(plan, wish, author);
        Publication next = draft.next().publication();
        List<Object> key = List.of(
                plan.id(),
                plan.title(),
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

    private PreviewView buildPreview(PublicationDraft draft) {
        Language language = Language.of(requestTexts.language());
        var staff = new ArrayList<PersonNewsView>();
        var others = new ArrayList<OtherNewsView>();
        Instant now = draft.next().publication().published();
        for (CalendarChange one : changeFinder.findChanges(draft, language)) {
            CalendarOwner owner = one.owner();
            List<EventChange> changes = EventChange.between(one.before(), one.after(), now);
            var words = new PublicationNewsFormatter(language, draft.next().zone(), one.stillHeld());
            List<String> said = words.format(one.before(), one.after(), changes);
            if (owner.kind() == CalendarOwner.Kind.STAFF) {
                staff.add(new PersonNewsView(new StaffId(owner.id()), one.name(), counts(changes), said));
            } else {
                others.add(new OtherNewsView(LinkKind.of(owner), owner.id(), one.name(), counts(changes), said));
            }
        }
        return new PreviewView(
                draft.next().publication().revision(),
                draft.lastNumber(),
                changeFinder.hasChanges(draft),
                staff,
                others);
    }

    private static CountsView counts(List<EventChange> changes) {
        Map<Kind, Integer> counts = EventChange.counts(changes);
        return new CountsView(
                counts.getOrDefault(Kind.NEW, 0),
                counts.getOrDefault(Kind.MOVED, 0),
                counts.getOrDefault(Kind.CANCELLED, 0),
                counts.getOrDefault(Kind.ROOM, 0),
                counts.getOrDefault(Kind.PEOPLE, 0),
                counts.getOrDefault(Kind.OTHER, 0));
    }
}
