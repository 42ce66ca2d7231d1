package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of the page on which the attendance of a day's meetings is entered.
 *
 * @param at      address of the page without the date
 * @param isOwn   whether these are the visitor's own meetings
 * @param date    the day
 * @param isToday whether it is today
 * @param before  previous day with meetings; {@code null} if none
 * @param after   next day with meetings; {@code null} if none
 * @param items   meetings by time
 * @param lost    rejected input for a meeting that is not listed; {@code null} if none
 */
public record AttendancePage(
        String at,
        boolean isOwn,
        LocalDate date,
        boolean isToday,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        List<MeetingItem> items,
        @Nullable OrphanedEntry lost) {
    /** Copies the list. */
    public AttendancePage {
        items = List.copyOf(items);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText(isOwn ? "own" : "attendance").withStyle("fidelity.css");
    }

    /**
     * A meeting.
     *
     * @param send     address for entries; empty if the meeting has none
     * @param session  id of the session
     * @param date     date of the meeting
     * @param listDate date of the list; differs from the date if the meeting was moved after the page was loaded
     * @param start    start time
     * @param end      end time
     * @param title    title
     * @param where    place; may be empty
     * @param who      participants and staff; may be empty
     * @param held     whether it was held; {@code null} if nothing was entered
     * @param reason   remark of the entry
     * @param pupils   expected students
     * @param unkept   rejected input for this meeting; {@code null} if none
     */
    public record MeetingItem(
            String send,
            String session,
            LocalDate date,
            LocalDate listDate,
            LocalTime start,
            LocalTime end,
            String title,
            String where,
            String who,
            @Nullable Boolean held,
            String reason,
            List<Pupil> pupils,
            @Nullable RejectedEntry unkept) {
        /** Copies the list. */
        public MeetingItem {
            pupils = List.copyOf(pupils);
        }

        /** Returns the text of the remark field: rejected input takes precedence. */
        public String typedReason() {
            return unkept == null ? reason : unkept.reason();
        }

        /** Returns whether a student is ticked: rejected input takes precedence. */
        public boolean isTicked(Pupil pupil) {
            return unkept == null ? pupil.isAbsent() : unkept.absent().contains(pupil.id());
        }

        /** Returns the HTML id of the meeting. */
        public String key() {
            return key(send, session);
        }

        /** Returns the HTML id of a meeting. */
        static String key(String send, String session) {
            return "m" + Integer.toHexString((send + session).hashCode());
        }

        /** Returns the number of absent students. */
        public long absent() {
            return pupils.stream().filter(Pupil::isAbsent).count();
        }

        /** Leaves out names. */
        @Override
        public String toString() {
            return session + " " + date;
        }
    }

    /**
     * Rejected input for a meeting.
     *
     * @param reason      remark
     * @param absent      ids of ticked students
     * @param aboutHeld   errors of the outcome, or a note that the meeting was moved; empty if none
     * @param aboutReason errors of the remark; empty if none
     * @param aboutAbsent errors of the ticks; empty if none
     */
    public record RejectedEntry(
            String reason, List<String> absent, String aboutHeld, String aboutReason, String aboutAbsent) {
        /** Copies the list. */
        public RejectedEntry {
            absent = List.copyOf(absent);
        }

        /** Returns whether there are errors. */
        public boolean isWrong() {
            return !(aboutHeld + aboutReason + aboutAbsent).isEmpty();
        }

        /** Leaves out the absent students. */
        @Override
        public String toString() {
            return aboutHeld + aboutReason + aboutAbsent;
        }
    }

    /**
     * Rejected input for a meeting that no longer exists, shown so that the user can copy it.
     *
     * @param said    reason of the rejection
     * @param held    submitted outcome; {@code null} if the entry was to be withdrawn
     * @param reason  remark; may be empty
     * @param absent  names of the ticked students
     * @param unnamed number of other ticked students, whose names may not be shown
     */
    public record OrphanedEntry(String said, @Nullable Boolean held, String reason, List<String> absent, long unnamed) {
        /** Copies the list. */
        public OrphanedEntry {
            absent = List.copyOf(absent);
        }

        /** Returns whether it contains new input; a withdrawal contains only the stored entry. */
        public boolean isTyped() {
            return held != null;
        }

        /** Leaves out the absent students. */
        @Override
        public String toString() {
            return said;
        }
    }

    /**
     * Message shown in place of a meeting's buttons.
     *
     * @param send    address to which the entry was sent
     * @param session id of the session
     * @param said    message
     * @param isWrong whether input was rejected
     * @param list    address of the current meetings
     */
    public record InlineMessage(String send, String session, String said, boolean isWrong, String list) {
        /** Returns the HTML id of the message's place. */
        public String place() {
            return MeetingItem.key(send, session) + "-aside";
        }
    }

    /**
     * An expected student.
     *
     * @param id       id of the student
     * @param name     name of the student
     * @param isAbsent whether the student was absent
     */
    public record Pupil(String id, String name, boolean isAbsent) {
        /** Leaves out the name. */
        @Override
        public String toString() {
            return id;
        }
    }
}
