package dk.grundskema.api.web.app.fidelity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which what came of a day's meetings is entered.
 *
 * @param at       address of the page, without the date
 * @param isOwn    whether the meetings are the visitor's own
 * @param date     the day
 * @param isToday  whether it is today
 * @param before   the day before on which something is held; {@code null} if there is none
 * @param after    the day after on which something is held; {@code null} if there is none
 * @param items    what is held, in the order of time
 * @param lost     what was typed just now of a meeting that isn't there; {@code null} if nothing was
 */
public record AttendancePage(
        String at,
        boolean isOwn,
        LocalDate date,
        boolean isToday,
        @Nullable LocalDate before,
        @Nullable LocalDate after,
        List<Item> items,
        @Nullable Lost lost) {
    /** Copies the list. */
    public AttendancePage {
        items = List.copyOf(items);
    }

    /**
     * A meeting.
     *
     * @param send     where what came of it is sent; empty if nothing is entered of it
     * @param session  its session's id
     * @param date     its date
     * @param listed   the day whose list it stands in: another one, if the meeting was moved while that was looked at
     * @param start    when it begins
     * @param end      when it ends
     * @param title    what it is
     * @param where    where it is; empty if nobody says
     * @param who      for whom it is, and who is on duty; empty if nobody says
     * @param held     whether it was held; {@code null} means that nothing was entered
     * @param reason   what was said of it
     * @param pupils   who was to take part
     * @param unkept   what was typed of it just now and isn't kept; {@code null} if nothing was
     */
    public record Item(
            String send,
            String session,
            LocalDate date,
            LocalDate listed,
            LocalTime start,
            LocalTime end,
            String title,
            String where,
            String who,
            @Nullable Boolean held,
            String reason,
            List<Pupil> pupils,
            @Nullable Unkept unkept) {
        /** Copies the list. */
        public Item {
            pupils = List.copyOf(pupils);
        }

        /** What stands in the field of the remark: what was typed, even if it isn't kept. */
        public String typedReason() {
            return unkept == null ? reason : unkept.reason();
        }

        /** Whether there is a tick at somebody: as it was set, even if that isn't kept. */
        public boolean isTicked(Pupil pupil) {
            return unkept == null ? pupil.isAbsent() : unkept.absent().contains(pupil.id());
        }

        /** Names it within the page. */
        public String key() {
            return key(send, session);
        }

        /** What names a meeting within its page. */
        static String key(String send, String session) {
            return "m" + Integer.toHexString((send + session).hashCode());
        }

        /** How many were absent. */
        public long absent() {
            return pupils.stream().filter(Pupil::isAbsent).count();
        }

        /** Without names. */
        @Override
        public String toString() {
            return session + " " + date;
        }
    }

    /**
     * What somebody typed of a meeting that isn't kept, for something is wrong with it.
     *
     * @param reason      the remark
     * @param absent      ids of the students at whom a tick was set
     * @param aboutHeld   that the meeting was moved, and what is wrong with what was said of its being held, in words; empty if nothing is
     * @param aboutReason what is wrong with the remark, in words; empty if nothing is
     * @param aboutAbsent what is wrong with the ticks, in words; empty if nothing is
     */
    public record Unkept(String reason, List<String> absent, String aboutHeld, String aboutReason, String aboutAbsent) {
        /** Copies the list. */
        public Unkept {
            absent = List.copyOf(absent);
        }

        /** Whether something is wrong with it. */
        public boolean isWrong() {
            return !(aboutHeld + aboutReason + aboutAbsent).isEmpty();
        }

        /** Says of nobody who was absent. */
        @Override
        public String toString() {
            return aboutHeld + aboutReason + aboutAbsent;
        }
    }

    /**
     * What somebody typed of a meeting that isn't there any more, to be read and written elsewhere.
     *
     * @param said    why it isn't kept, in words
     * @param held    whether the meeting was said to be held; {@code null} means that what was entered of it was to be taken back
     * @param reason  the remark; empty if there is none
     * @param absent  names of the students at whom a tick was set
     * @param unnamed how many more ticks there were, at students whose names can't be said
     */
    public record Lost(String said, @Nullable Boolean held, String reason, List<String> absent, long unnamed) {
        /** Copies the list. */
        public Lost {
            absent = List.copyOf(absent);
        }

        /** Whether anything in it was typed just now; what was to be taken back stood there already. */
        public boolean isTyped() {
            return held != null;
        }

        /** Says of nobody who was absent. */
        @Override
        public String toString() {
            return said;
        }
    }

    /**
     * What there is to say in the place of a meeting's buttons.
     *
     * @param send    where what came of the meeting was sent
     * @param session its session's id
     * @param said    the words
     * @param isWrong whether something isn't kept
     * @param list    where the meetings are that are there
     */
    public record Aside(String send, String session, String said, boolean isWrong, String list) {
        /** Names the place on its page. */
        public String place() {
            return Item.key(send, session) + "-aside";
        }
    }

    /**
     * Somebody who was to take part.
     *
     * @param id       the student's id
     * @param name     what the student is called
     * @param isAbsent whether the student was not there
     */
    public record Pupil(String id, String name, boolean isAbsent) {
        /** Without the name. */
        @Override
        public String toString() {
            return id;
        }
    }
}
