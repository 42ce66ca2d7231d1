package dk.grundskema.api.web.app.publishing;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The page on which a plan is published.
 *
 * @param plan       id of the plan
 * @param version    the plan's version, on which a publication is based
 * @param mayPublish whether the visitor may publish
 * @param isMailing  whether the service sends mails
 * @param isDone     whether the visitor has just published
 * @param unused     that it was published and nobody works by it all the same; {@code null} if people do, or nothing was published
 * @param news       what would be new
 * @param form       what was typed
 * @param past       what was published, the latest first
 * @param mails      what became of the mails about the last publication; {@code null} if there is none, or the service sends no mails
 */
public record PublishPage(
        String plan,
        long version,
        boolean mayPublish,
        boolean isMailing,
        boolean isDone,
        @Nullable Unused unused,
        News news,
        Form form,
        List<Past> past,
        @Nullable Mails mails) {
    /** Copies the list. */
    public PublishPage {
        past = List.copyOf(past);
    }

    /**
     * That nobody works by a plan that was published: it shows in nobody's own days and binds nobody in other plans.
     *
     * @param mayUse whether the visitor may take it into use
     */
    public record Unused(boolean mayUse) {}

    /**
     * What would be new if it were published now.
     *
     * @param isFirst whether nothing was published before
     * @param isNew   whether there is anything new
     * @param older   which earlier state would be published; {@code null} means the present one
     * @param conflicts places where what would be published breaks a hard rule
     * @param staff   those of the staff whose calendars would change
     * @param others  groups, rooms and interventions whose calendars would change
     */
    public record News(
            boolean isFirst,
            boolean isNew,
            @Nullable Older older,
            long conflicts,
            List<Calendar> staff,
            List<Calendar> others) {
        /** Copies the lists. */
        public News {
            staff = List.copyOf(staff);
            others = List.copyOf(others);
        }
    }

    /**
     * An earlier state of the plan.
     *
     * @param revision its id
     * @param number   counts the plan's states, from 1
     * @param text     what was done then, in words
     * @param made     when
     */
    public record Older(String revision, int number, String text, LocalDateTime made) {}

    /**
     * What would be new in a calendar.
     *
     * @param id     whose
     * @param kind   {@code GROUP}, {@code ROOM} or {@code INTERVENTION}; {@code STAFF} for one of the staff
     * @param name   what people call it
     * @param counts how many events change, and how
     * @param words  the same as sentences
     */
    public record Calendar(String id, String kind, String name, Counts counts, List<String> words) {
        /** Copies the list. */
        public Calendar {
            words = List.copyOf(words);
        }

        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * How many events of a calendar change, and how.
     *
     * @param added     are held that weren't
     * @param moved     are at another time
     * @param cancelled are no longer held, or by others
     * @param room      are in another room
     * @param people    are with other people
     * @param others    change otherwise
     */
    public record Counts(int added, int moved, int cancelled, int room, int people, int others) {}

    /**
     * What was typed.
     *
     * @param note        what is said of the publication
     * @param noteTrouble what is wrong with that; empty if nothing is
     * @param heldBack    ids of staff who are held back
     * @param sendNotices whether people get a mail
     * @param troubles    why it wasn't published; empty if nothing was tried
     */
    public record Form(
            String note, String noteTrouble, Set<String> heldBack, boolean sendNotices, List<String> troubles) {
        /** Nothing typed yet. */
        public static final Form EMPTY = new Form("", "", Set.of(), true, List.of());

        /** Copies set and list. */
        public Form {
            heldBack = Set.copyOf(heldBack);
            troubles = List.copyOf(troubles);
        }

        /** Nothing of what was typed. */
        @Override
        public String toString() {
            return "a publication";
        }
    }

    /**
     * What was published.
     *
     * @param number   counts the plan's publications, from 1
     * @param author   who did it; empty if nobody knows any more
     * @param at       when
     * @param note     what was said of it; may be empty
     * @param heldBack how many were held back
     */
    public record Past(int number, String author, LocalDateTime at, String note, int heldBack) {
        /** The number alone. */
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }

    /**
     * What became of mails.
     *
     * @param isReady        whether it is known by now who gets one
     * @param waiting        are to be sent
     * @param sent           were sent
     * @param uncertain      may have been sent or not
     * @param failed         couldn't be sent
     * @param declined       weren't sent to people who want none
     * @param withoutAddress weren't sent for want of an address
     */
    public record Mails(
            boolean isReady, int waiting, int sent, int uncertain, int failed, int declined, int withoutAddress) {}
}
