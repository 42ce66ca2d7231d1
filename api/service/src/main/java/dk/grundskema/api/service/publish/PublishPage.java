package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.plan.history.PlanStatusView.VacantSeatView;
import dk.grundskema.api.service.publish.PublicationHistory.ShownPlan;
import dk.grundskema.api.service.publish.PublicationMailStatus.PublicationMailCounts;
import dk.grundskema.api.service.publish.PublicationPreview.ChangedCalendar;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page on which a plan is published.
 *
 * @param plan       id of the plan
 * @param version    plan version on which the publication is based
 * @param mayPublish whether the visitor may publish
 * @param isMailing  whether the service sends mail
 * @param isDone     whether the visitor has just published
 * @param shown      the plan that links show instead; {@code null} if they show this one, or nothing was published
 * @param affected   the staff that the last publication affects in the next 48 hours; {@code null} if it was the first, links show another plan, the
 *     publication before requires a missing plugin, or the visitor may not publish
 * @param unused     set if a plan of the family was published but this one is not in use; {@code null} otherwise
 * @param news       pending changes
 * @param form       submitted input
 * @param past       publications, latest first
 * @param mails      state of the mails about the last publication; {@code null} if there is none, or the service sends no mail
 */
public record PublishPage(
        String plan,
        long version,
        boolean mayPublish,
        boolean isMailing,
        boolean isDone,
        @Nullable ShownPlan shown,
        @Nullable AffectedStaff affected,
        @Nullable UnusedPlanNotice unused,
        PendingChanges news,
        PublishForm form,
        List<PastPublication> past,
        @Nullable PublicationMailCounts mails) {
    /** Copies the list. */
    public PublishPage {
        past = List.copyOf(past);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        PageHead head = PageHead.ofText("publish").withStyle("publishing.css");
        return affected == null ? head : head.withScript("links.js");
    }

    /**
     * Notice that the plan is not in use: it does not appear in staff calendars and does not bind staff in other plans.
     *
     * @param mayUse whether the visitor may put it into use
     */
    public record UnusedPlanNotice(boolean mayUse) {}

    /**
     * Changes that a publication would make.
     *
     * @param isFirst   whether nothing was published before
     * @param isNew     whether anything changes
     * @param older     the earlier revision to be published; {@code null} means the current one
     * @param conflicts number of hard rule violations in the revision
     * @param openSeats number of required seats in the revision that nobody takes, also accepted ones; publishing it has to be confirmed if there are any
     * @param acceptedSeats those of them that the planner accepted, so that the status does not list them; empty for visitors who may not publish
     * @param absentSeats seats in the revision whose holders are recorded as absent, also those that can stay empty; empty for visitors who may not publish
     * @param staff     staff members whose calendars change
     * @param others    groups, rooms and interventions whose calendars change
     */
    public record PendingChanges(
            boolean isFirst,
            boolean isNew,
            @Nullable OlderRevision older,
            long conflicts,
            long openSeats,
            List<VacantSeatView> acceptedSeats,
            List<VacantSeatView> absentSeats,
            List<ChangedCalendar> staff,
            List<ChangedCalendar> others) {
        /** Copies the lists. */
        public PendingChanges {
            acceptedSeats = List.copyOf(acceptedSeats);
            absentSeats = List.copyOf(absentSeats);
            staff = List.copyOf(staff);
            others = List.copyOf(others);
        }

        /** Returns the key of the text that a publication has to confirm; its arguments are the numbers of open seats and of seats of absent people. */
        public String confirmation() {
            if (absentSeats.isEmpty()) {
                return openSeats == 0 ? "" : "publish.open-seats";
            }
            return openSeats == 0 ? "publish.absent-holders" : "publish.open-and-absent";
        }
    }

    /**
     * An earlier revision of the plan.
     *
     * @param revision id of the revision
     * @param number   number of the revision in the plan, from 1
     * @param text     description of what the revision changed
     * @param made     creation time
     */
    public record OlderRevision(String revision, int number, String text, LocalDateTime made) {}

    /**
     * Submitted input.
     *
     * @param note        note on the publication
     * @param noteTrouble error of the note; empty if there is none
     * @param heldBack    ids of staff members who are held back
     * @param sendNotices whether to send mails
     * @param errors      reasons why the publication failed; empty if none was tried
     */
    public record PublishForm(
            String note, String noteTrouble, Set<String> heldBack, boolean sendNotices, List<String> errors) {
        /** The empty form. */
        public static final PublishForm EMPTY = new PublishForm("", "", Set.of(), true, List.of());

        /** Copies set and list. */
        public PublishForm {
            heldBack = Set.copyOf(heldBack);
            errors = List.copyOf(errors);
        }

        /** Leaves out all input. */
        @Override
        public String toString() {
            return "a publication";
        }
    }

    /**
     * A publication.
     *
     * @param number   number of the publication in the plan, from 1
     * @param author   display name of the author; empty if unknown
     * @param at       moment of the publication
     * @param note     the author's note; may be empty
     * @param heldBack number of staff members held back
     */
    public record PastPublication(int number, String author, LocalDateTime at, String note, int heldBack) {
        /** Returns only the number. */
        @Override
        public String toString() {
            return String.valueOf(number);
        }
    }
}
