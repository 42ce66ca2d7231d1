package dk.grundskema.api.server.publishing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.plans.RevisionId;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.publishing.PublicationViews.CountsView;
import dk.grundskema.api.server.publishing.PublicationViews.PreviewView;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What would be published of a plan and what was, for pages. */
@Component
public class PublishDesk {
    private final PublicationController publications;

    PublishDesk(PublicationController publications) {
        this.publications = publications;
    }

    /**
     * How many events of a calendar would change, and how; none of them over. One that changes in several ways counts for each of them.
     *
     * @param added     are held that weren't
     * @param moved     are at another time
     * @param cancelled are no longer held, or have gone to others
     * @param room      are in another room
     * @param people    are with other people
     * @param others    have another title, or something else is to be known of them
     */
    public record Counts(int added, int moved, int cancelled, int room, int people, int others) {
        private static Counts of(CountsView view) {
            return new Counts(view.added(), view.moved(), view.cancelled(), view.room(), view.people(), view.others());
        }
    }

    /**
     * What a publication would be for a calendar.
     *
     * @param kind   what it is the calendar of
     * @param id     whose
     * @param name   what people call it
     * @param counts how many of its events would change
     * @param words  the same as sentences
     */
    public record News(LinkKind kind, String id, String name, Counts counts, List<String> words) {
        /** Copies the list. */
        public News {
            words = List.copyOf(words);
        }

        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * What would be new if a revision were published now.
     *
     * @param last  number of the publication that it is compared to; 0 means that there is none
     * @param isNew whether there is anything new, so that it can be published
     * @param all   those whose calendars would change: staff first, then groups, rooms and interventions
     */
    public record Outlook(int last, boolean isNew, List<News> all) {
        /** Copies the list. */
        public Outlook {
            all = List.copyOf(all);
        }
    }

    /**
     * What is to be published.
     *
     * @param revision    which revision of the plan; {@code null} means the one that it is at
     * @param note        what is to be said of it; empty means nothing
     * @param heldBack    staff whose calendars stay at what they had
     * @param sendNotices whether those whose next two weeks change get a mail, where the service sends any
     */
    public record Wish(@Nullable RevisionId revision, String note, List<StaffId> heldBack, boolean sendNotices) {
        /** Copies the list. */
        public Wish {
            heldBack = List.copyOf(heldBack);
        }

        /** Without the note, which may name people. */
        @Override
        public String toString() {
            return String.valueOf(revision);
        }
    }

    /**
     * What was published.
     *
     * @param number    counts the plan's publications, from 1
     * @param author    what its author is called; empty if the account is gone
     * @param published when
     * @param note      what was said of it; may be empty
     * @param heldBack  how many calendars stayed at what they had
     * @param revision  which revision it was
     */
    public record Past(int number, String author, Instant published, String note, int heldBack, RevisionId revision) {
        /** The number alone. */
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /**
     * What would be new.
     *
     * @param revision which revision; {@code null} means the one that the plan is at
     * @throws dk.grundskema.api.server.platform.Refusal 409 if there is no timetable, or a plugin is missing that it takes; 422 if it isn't a revision of
     *     the plan
     */
    public Outlook outlook(PlanId plan, @Nullable RevisionId revision, Caller caller) {
        PreviewView view = publications.preview(plan, revision, caller);
        Stream<News> staff = view.staff().stream()
                .map(one -> new News(
                        LinkKind.STAFF, one.staffId().value(), one.name(), Counts.of(one.counts()), one.words()));
        Stream<News> others = view.others().stream()
                .map(one -> new News(one.kind(), one.id(), one.name(), Counts.of(one.counts()), one.words()));
        return new Outlook(
                view.last(), view.isNew(), Stream.concat(staff, others).toList());
    }

    /**
     * Publishes; throws as {@link Publications#publish}.
     *
     * @param version the plan's version that the caller has seen
     * @return the number of the publication
     * @throws dk.grundskema.domain.finding.InvalidValueException if the note can't be one
     */
    public int publish(PlanId plan, long version, Wish wish, Caller caller) {
        var asked = new NewPublication(wish.revision(), wish.note(), wish.heldBack(), wish.sendNotices());
        return Objects.requireNonNull(publications
                        .publish(plan, Precondition.tag(version), asked, caller)
                        .getBody())
                .number();
    }

    /** What was published lately, the latest first; so many as a page of a list has. */
    public List<Past> past(PlanId plan) {
        return publications.list(plan, null).items().stream()
                .limit(Page.SIZE)
                .map(one -> new Past(
                        one.number(),
                        Optional.ofNullable(one.authorName()).orElse(""),
                        one.published(),
                        one.note(),
                        one.heldBack().size(),
                        one.revision()))
                .toList();
    }
}
