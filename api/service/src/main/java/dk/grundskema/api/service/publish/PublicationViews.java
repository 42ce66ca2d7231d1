package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.history.PlanStatusView;
import dk.grundskema.api.service.publish.PublicationHistory.AuthoredPublication;
import dk.grundskema.api.service.publish.PublicationPreview.ChangeCounts;
import dk.grundskema.api.service.publish.PublicationPreview.ChangedCalendar;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records and conversions of the REST API for publications and links. */
public final class PublicationViews {
    private PublicationViews() {}

    /**
     * What people were told to go by from a moment on.
     *
     * @param number     counts the plan's publications, from 1
     * @param revision   the revision that was published
     * @param author     id of the account that published it
     * @param authorName what its owner is called; {@code null} if the account is gone
     * @param published  when
     * @param note       what was said of it; may be empty
     * @param heldBack   staff whose calendars stayed at what they had
     */
    record PublicationView(
            int number,
            RevisionId revision,
            AccountId author,
            @Nullable String authorName,
            Instant published,
            String note,
            List<StaffId> heldBack) {
        static PublicationView of(AuthoredPublication one) {
            Publication made = one.publication();
            return new PublicationView(
                    made.number(),
                    made.revision(),
                    made.author(),
                    one.author(),
                    made.published(),
                    made.note(),
                    made.heldBack());
        }

        /** Returns only the number. */
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /**
     * Some of a plan's publications, the latest first.
     *
     * @param items the publications
     * @param next  where the next page begins; {@code null} means that this is the last one
     */
    record PublicationPage(
            List<PublicationView> items, @Nullable String next) {}

    /**
     * How many events of a calendar that aren't over would change, and how. One that changes in several ways counts for each of them. Looks and headings,
     * which nobody acts upon, don't count.
     *
     * @param added     are held that weren't
     * @param moved     are at another time
     * @param cancelled are no longer held, or have gone to others
     * @param room      are in another room
     * @param people    are with other people
     * @param others    have another title, or something else is to be known of them
     */
    record CountsView(int added, int moved, int cancelled, int room, int people, int others) {
        private static CountsView of(ChangeCounts counts) {
            return new CountsView(
                    counts.added(),
                    counts.moved(),
                    counts.cancelled(),
                    counts.room(),
                    counts.people(),
                    counts.others());
        }
    }

    /**
     * What a publication would be for somebody of the staff.
     *
     * @param staffId whose calendar
     * @param name    what the person is called
     * @param counts  how many events would change
     * @param words   the same as sentences, by time: at most 12, and one that says how many others there are. One says all if nothing was published to
     *     the person, or nothing is left. Empty if nobody would act upon what changes
     */
    record PersonNewsView(StaffId staffId, String name, CountsView counts, List<String> words) {
        private static PersonNewsView of(ChangedCalendar one) {
            return new PersonNewsView(new StaffId(one.id()), one.name(), CountsView.of(one.counts()), one.words());
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    /**
     * What a publication would be for the calendar of a group, a room or an intervention.
     *
     * @param kind   what it is
     * @param id     its id in the plan
     * @param name   what people call it
     * @param counts how many events would change
     * @param words  the same as sentences, as those of a person
     */
    record OtherNewsView(LinkKind kind, String id, String name, CountsView counts, List<String> words) {
        private static OtherNewsView of(ChangedCalendar one) {
            return new OtherNewsView(one.kind(), one.id(), one.name(), CountsView.of(one.counts()), one.words());
        }
    }

    /**
     * What would be new if a revision were published now.
     *
     * @param revision which revision
     * @param last     number of the publication that it is compared to; 0 means that there is none, and all is new
     * @param isNew    whether there is anything new, so that it can be published
     * @param staff    those whose calendars would change
     * @param others   groups, rooms and interventions whose calendars would change
     * @param status   status of the revision; if it has open seats, publishing it has to be confirmed. {@code null} if a plugin is missing
     */
    record PreviewView(
            RevisionId revision,
            int last,
            boolean isNew,
            List<PersonNewsView> staff,
            List<OtherNewsView> others,
            @Nullable PlanStatusView status) {
        static PreviewView of(PublicationPreview preview, @Nullable PlanStatusView status) {
            return new PreviewView(
                    preview.revision(),
                    preview.last(),
                    preview.isNew(),
                    preview.staff().stream().map(PersonNewsView::of).toList(),
                    preview.others().stream().map(OtherNewsView::of).toList(),
                    status);
        }
    }

    /**
     * A link by which a calendar is followed without signing in. Anybody who has it may read.
     *
     * @param id       names it, and opens nothing
     * @param kind     what it is to the calendar of
     * @param ownerId  id of that in the plan; of a year, id of the organisation
     * @param name     what people call it
     * @param page     address of a page about it
     * @param calendar address of the calendar, for programs that follow it
     * @param language language of what it says
     * @param created  when it was made
     * @param revoked  since when it answers nobody; {@code null} means that it does
     * @param seen     when that was published which somebody said to have seen; {@code null} means nothing yet
     */
    public record LinkView(
            LinkId id,
            LinkKind kind,
            String ownerId,
            String name,
            String page,
            String calendar,
            Language language,
            Instant created,
            @Nullable Instant revoked,
            @Nullable Instant seen) {
        /**
         * Converts a link for its owner.
         *
         * @param name display name of the target
         */
        public static LinkView of(FeedLink link, String name, LinkAddresses addresses) {
            return new LinkView(
                    link.id(),
                    link.kind(),
                    link.ownerId(),
                    name,
                    addresses.page(link),
                    addresses.calendar(link),
                    link.language(),
                    link.created(),
                    link.revoked(),
                    link.seen());
        }

        /** Returns only the id. */
        @Override
        public String toString() {
            return id.value();
        }
    }

    /**
     * The links of a plan, or of an organisation.
     *
     * @param items the links, by what they are to
     */
    public record LinksView(List<LinkView> items) {}

    /**
     * Who a number in a calendar is.
     *
     * @param number    stands for the student
     * @param studentId who
     * @param name      what the student is called
     */
    public record AliasView(int number, StudentId studentId, String name) {
        /** Returns only the number. */
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /**
     * Who the numbers in a calendar are.
     *
     * @param items the students whom the caller meets one by one or beside a group, by their numbers
     */
    public record AliasesView(List<AliasView> items) {}

    /**
     * A link to an own calendar.
     *
     * @param plan  id of the plan
     * @param title what people call the plan
     * @param link  the link
     */
    public record OwnLinkView(String plan, String title, LinkView link) {}

    /**
     * Links to the caller's own calendars.
     *
     * @param items two for each plan that was published and has the caller in it: to the own calendar, and to one that says only when the caller is busy
     */
    public record OwnLinksView(List<OwnLinkView> items) {}
}
