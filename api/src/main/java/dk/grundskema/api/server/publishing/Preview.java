package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.EventChange;
import dk.grundskema.api.feeds.EventChange.Kind;
import dk.grundskema.api.feeds.NewsWords;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.Lately;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.publishing.News.OfOwner;
import dk.grundskema.api.server.publishing.PublicationViews.CountsView;
import dk.grundskema.api.server.publishing.PublicationViews.OtherNewsView;
import dk.grundskema.api.server.publishing.PublicationViews.PersonNewsView;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What would be new for whom, as a planner looks at it before publishing. */
@Component
final class Preview {
    /** So many at most: whoever goes to publish looks at it several times. */
    private static final int REMEMBERED = 6;

    /** What lies ahead is another a while later. */
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final Drafts drafts;
    private final News news;
    private final Speaking speaking;
    private final Lately<List<Object>, PreviewView> lately = new Lately<>(REMEMBERED);

    Preview(Drafts drafts, News news, Speaking speaking) {
        this.drafts = drafts;
        this.news = news;
        this.speaking = speaking;
    }

    /**
     * What would be new.
     *
     * @throws dk.grundskema.api.server.platform.Refusal as {@link Drafts#of}
     */
    PreviewView of(Plan plan, NewPublication wish, AccountId author) {
        Coming coming = drafts.of(plan, wish, author);
        Publication next = coming.next().publication();
        List<Object> key = List.of(
                plan.id(),
                plan.title(),
                next.revision(),
                next.problem(),
                next.timetable(),
                next.number(),
                before(coming.before()),
                next.heldBack(),
                speaking.language(),
                next.published().getEpochSecond() / WHILE.toSeconds());
        return lately.get(key, fresh -> worked(coming));
    }

    /** Documents of the last publication, which are others when it has forgotten who took part. */
    private static List<String> before(@Nullable Published last) {
        return last == null
                ? List.of()
                : List.of(last.publication().problem(), last.publication().timetable());
    }

    private PreviewView worked(Coming coming) {
        Language language = Language.of(speaking.language());
        var staff = new ArrayList<PersonNewsView>();
        var others = new ArrayList<OtherNewsView>();
        Instant now = coming.next().publication().published();
        for (OfOwner one : news.all(coming, language)) {
            CalendarOwner owner = one.owner();
            List<EventChange> changes = EventChange.between(one.before(), one.after(), now);
            var words = new NewsWords(language, coming.next().zone(), one.stillHeld());
            List<String> said = words.of(one.before(), one.after(), changes);
            if (owner.kind() == CalendarOwner.Kind.STAFF) {
                staff.add(new PersonNewsView(new StaffId(owner.id()), one.name(), counts(changes), said));
            } else {
                others.add(new OtherNewsView(LinkKind.of(owner), owner.id(), one.name(), counts(changes), said));
            }
        }
        return new PreviewView(coming.next().publication().revision(), coming.last(), news.any(coming), staff, others);
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
