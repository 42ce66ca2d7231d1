package dk.grundskema.api.service.publish;

import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.domain.people.StaffId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Staff whose calendars the last publication changed, compared with the publication before it that reached them. People held back are not affected.
 *
 * @param publication number of the last publication
 * @param from        current time
 * @param until       48 hours later
 * @param soon        people with changes of events that are being held or begin before {@code until}: first those who have not
 *     confirmed the publication, by time
 * @param later       number of other people, all of whose changes are later
 */
public record AffectedStaff(int publication, Instant from, Instant until, List<AffectedPerson> soon, int later) {
    private static final Comparator<AffectedPerson> BY_URGENCY = Comparator.comparing(
                    (AffectedPerson one) -> one.receipt() == Receipt.SEEN)
            .thenComparing(AffectedPerson::begin)
            .thenComparing(NaturalOrder.by(AffectedPerson::name));

    /** Sorts the people. */
    public AffectedStaff {
        soon = soon.stream().sorted(BY_URGENCY).toList();
    }

    /** Whether a person has confirmed a publication. Only the button on the page of the person's link confirms it; reading a calendar does not. */
    public enum Receipt {
        /** The person has pressed the button since the publication. */
        SEEN,
        /** The person has not pressed it since. */
        NOT_SEEN,
        /** The person has no link that works, so cannot press it. */
        NO_LINK;

        /** Returns the receipt of a publication made at a moment. A link that is missing or revoked may have confirmed it before. */
        static Receipt of(@Nullable FeedLink link, Instant published) {
            if (link != null && link.seen() != null && !link.seen().isBefore(published)) {
                return SEEN;
            }
            return link == null || link.revoked() != null ? NO_LINK : NOT_SEEN;
        }
    }

    /**
     * A person with changes in the next 48 hours.
     *
     * @param staffId id in the plan
     * @param name    display name
     * @param begin   when the first changed event of the next 48 hours begins, before or after the change
     * @param words   the changes of the next 48 hours as sentences in the caller's language, by time: at most 12, and one that gives the number of the others
     * @param receipt whether the person has confirmed the publication
     * @param message message to send to the person, in the language of the person's calendar: at most three changes, and the address of the person's
     *     page if the person can open it. Names no student
     */
    public record AffectedPerson(
            StaffId staffId, String name, Instant begin, List<String> words, Receipt receipt, String message) {
        /** Copies the list. */
        public AffectedPerson {
            words = List.copyOf(words);
        }

        /** Returns only the id: the message may contain an address that grants access. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }
}
