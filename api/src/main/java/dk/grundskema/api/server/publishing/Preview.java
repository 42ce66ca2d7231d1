package dk.grundskema.api.server.publishing;

import dk.grundskema.api.calendar.CalendarEvent;
import dk.grundskema.api.calendar.CalendarOwner;
import dk.grundskema.api.feeds.FeedEvent;
import dk.grundskema.api.feeds.FeedState;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.api.server.publishing.News.OfOwner;
import dk.grundskema.api.server.publishing.PublicationViews.CountsView;
import dk.grundskema.api.server.publishing.PublicationViews.OtherNewsView;
import dk.grundskema.api.server.publishing.PublicationViews.PersonNewsView;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What would be new for whom, as a planner looks at it before publishing. */
@Component
final class Preview {
    private final Drafts drafts;
    private final News news;
    private final Speaking speaking;

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
        Language language = Language.valueOf(speaking.language().getLanguage().toUpperCase(Locale.ROOT));
        var staff = new ArrayList<PersonNewsView>();
        var others = new ArrayList<OtherNewsView>();
        for (OfOwner one : news.all(coming, language)) {
            CalendarOwner owner = one.owner();
            String name = coming.name(owner, language);
            if (owner.kind() == CalendarOwner.Kind.STAFF) {
                staff.add(new PersonNewsView(new StaffId(owner.id()), name, counts(one)));
            } else {
                others.add(new OtherNewsView(LinkKind.of(owner), owner.id(), name, counts(one)));
            }
        }
        return new PreviewView(coming.next().publication().revision(), coming.last(), news.any(coming), staff, others);
    }

    private static CountsView counts(OfOwner one) {
        Map<String, FeedEvent> before = byId(one.before());
        int added = 0;
        int cancelled = 0;
        int moved = 0;
        int room = 0;
        int others = 0;
        for (FeedEvent now : one.after().events()) {
            FeedEvent was = before.get(now.event().uid());
            if (now.isCancelled()) {
                cancelled++;
            } else if (was == null) {
                added++;
            } else if (now.sequence() != was.sequence()) {
                boolean isMoved = !is(now).time().equals(is(was).time());
                boolean isElsewhere = !is(now).location().equals(is(was).location());
                moved += isMoved ? 1 : 0;
                room += !isMoved && isElsewhere ? 1 : 0;
                others += !isMoved && !isElsewhere ? 1 : 0;
            }
        }
        return new CountsView(added, moved, cancelled, room, others);
    }

    private static CalendarEvent is(FeedEvent one) {
        return one.event();
    }

    private static Map<String, FeedEvent> byId(FeedState state) {
        Map<String, FeedEvent> all = new HashMap<>();
        state.events().forEach(one -> all.put(one.event().uid(), one));
        return all;
    }
}
