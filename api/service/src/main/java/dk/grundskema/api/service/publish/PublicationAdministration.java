package dk.grundskema.api.service.publish;

import dk.grundskema.api.service.access.Caller;
import dk.grundskema.api.service.http.ResultPage;
import dk.grundskema.api.service.http.VersionTag;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.publish.PublicationViews.CountsView;
import dk.grundskema.api.service.publish.PublicationViews.PreviewView;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews, publishes and lists publications for pages. */
@Component
public class PublicationAdministration {
    private final PublicationController publications;

    PublicationAdministration(PublicationController publications) {
        this.publications = publications;
    }

    /**
     * Number of future events of a calendar that change, by kind of change. An event that changes in several ways counts for each of them.
     *
     * @param added     new events
     * @param moved     events at another time
     * @param cancelled events that are no longer held, or that others have taken over
     * @param room      events in another room
     * @param people    events with other people
     * @param others    events with another title or other details
     */
    public record CalendarChangeCounts(int added, int moved, int cancelled, int room, int people, int others) {
        private static CalendarChangeCounts of(CountsView view) {
            return new CalendarChangeCounts(
                    view.added(), view.moved(), view.cancelled(), view.room(), view.people(), view.others());
        }
    }

    /**
     * Changes of a calendar.
     *
     * @param kind   kind of calendar
     * @param id     id of the owner
     * @param name   display name of the owner
     * @param counts number of events that change
     * @param words  the same as sentences
     */
    public record CalendarNews(LinkKind kind, String id, String name, CalendarChangeCounts counts, List<String> words) {
        /** Copies the list. */
        public CalendarNews {
            words = List.copyOf(words);
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Changes that a publication would make.
     *
     * @param last  number of the publication to compare with; 0 if there is none
     * @param isNew whether anything changes, so that the plan can be published
     * @param all   calendars that change: staff first, then groups, rooms and interventions
     */
    public record PublicationOutlook(int last, boolean isNew, List<CalendarNews> all) {
        /** Copies the list. */
        public PublicationOutlook {
            all = List.copyOf(all);
        }
    }

    /**
     * A request to publish.
     *
     * @param revision    revision of the plan; {@code null} means the current one
     * @param note        note on the publication; may be empty
     * @param heldBack    staff members whose calendars stay unchanged
     * @param sendNotices whether staff members whose next two weeks change get a mail, if the service sends mail
     */
    public record PublicationRequest(
            @Nullable RevisionId revision, String note, List<StaffId> heldBack, boolean sendNotices) {
        /** Copies the list. */
        public PublicationRequest {
            heldBack = List.copyOf(heldBack);
        }

        /** Leaves out the note, which may name people. */
        @Override
        public String toString() {
            return String.valueOf(revision);
        }
    }

    /**
     * A publication.
     *
     * @param number    number of the publication in the plan, from 1
     * @param author    display name of the author; empty if the account is deleted
     * @param published moment of the publication
     * @param note      the author's note; may be empty
     * @param heldBack  number of calendars that stayed unchanged
     * @param revision  the published revision
     */
    public record PublicationSummary(
            int number, String author, Instant published, String note, int heldBack, RevisionId revision) {
        /** Returns only the number. */
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /**
     * Returns the changes that a publication would make.
     *
     * @param revision revision of the plan; {@code null} means the current one
     * @throws dk.grundskema.api.service.http.Refusal 409 if there is no timetable, or a required plugin is missing; 422 if the revision
     *     does not belong to the plan
     */
    public PublicationOutlook preview(PlanId plan, @Nullable RevisionId revision, Caller caller) {
        PreviewView view = publications.preview(plan, revision, caller);
        Stream<CalendarNews> staff = view.staff().stream()
                .map(one -> new CalendarNews(
                        LinkKind.STAFF,
                        one.staffId().value(),
                        one.name(),
                        CalendarChangeCounts.of(one.counts()),
                        one.words()));
        Stream<CalendarNews> others = view.others().stream()
                .map(one -> new CalendarNews(
                        one.kind(), one.id(), one.name(), CalendarChangeCounts.of(one.counts()), one.words()));
        return new PublicationOutlook(
                view.last(), view.isNew(), Stream.concat(staff, others).toList());
    }

    /**
     * Publishes a plan. Fails like {@link PlanPublisher#publish}.
     *
     * @param version plan version that the caller has seen
     * @return the number of the publication
     * @throws dk.grundskema.domain.finding.InvalidValueException if the note is not valid
     */
    public int publish(PlanId plan, long version, PublicationRequest wish, Caller caller) {
        var asked = new NewPublication(wish.revision(), wish.note(), wish.heldBack(), wish.sendNotices());
        return Objects.requireNonNull(publications
                        .publish(plan, VersionTag.tag(version), asked, caller)
                        .getBody())
                .number();
    }

    /** Returns the latest publications, latest first, at most one page of a list. */
    public List<PublicationSummary> listPast(PlanId plan) {
        return publications.list(plan, null).items().stream()
                .limit(ResultPage.SIZE)
                .map(one -> new PublicationSummary(
                        one.number(),
                        Optional.ofNullable(one.authorName()).orElse(""),
                        one.published(),
                        one.note(),
                        one.heldBack().size(),
                        one.revision()))
                .toList();
    }
}
