package dk.grundskema.api.service.subscribe;

import dk.grundskema.api.exports.feed.DayAgenda;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Model of a link's page: the published events of the next days.
 *
 * @param title     title of the calendar
 * @param published last publication, in the plan's time zone
 * @param note      planner's note on that publication; may be empty
 * @param today     current date in the plan's time zone
 * @param days      today and those of the next days that have or had events, by date
 * @param later     first event after those days; {@code null} if there is none or it is not shown
 * @param changes   sentences about changes after those days
 * @param news      number of unseen changes, 0 or more
 * @param isOnes    whether the link belongs to one person, who can mark the news as seen
 * @param seenAt    when the person last did so; {@code null} if never
 * @param address   address of this page; ends with the secret token
 * @param busy      address of the busy-only calendar, which the person may give to others; empty if there is none
 * @param until     moment of the publication in seconds, sent when the reader marks the news as seen
 */
public record LinkPage(
        String title,
        LocalDateTime published,
        String note,
        LocalDate today,
        List<Day> days,
        @Nullable LaterEvent later,
        List<String> changes,
        int news,
        boolean isOnes,
        @Nullable LocalDateTime seenAt,
        String address,
        String busy,
        long until) {
    /** Copies the lists. */
    public LinkPage {
        days = List.copyOf(days);
        changes = List.copyOf(changes);
    }

    /**
     * A day.
     *
     * @param date  date
     * @param lines present and cancelled events by time; may be empty
     */
    public record Day(LocalDate date, List<Line> lines) {
        /** Copies the list. */
        public Day {
            lines = List.copyOf(lines);
        }
    }

    /**
     * An event, held or cancelled.
     *
     * @param time   formatted time range
     * @param what   name of the event
     * @param where  place; may be empty
     * @param more   further details, one per line; may be empty
     * @param colour name of a CSS colour; empty if none
     * @param mark   kind of change
     * @param label  label of the change; empty if unchanged
     * @param was    earlier or new time or place, such as "was 08:45"; may be empty
     * @param now    label for an event in progress; empty if it is not
     * @param isOver whether the event is over
     */
    public record Line(
            String time,
            String what,
            String where,
            List<String> more,
            String colour,
            DayAgenda.ChangeMark mark,
            String label,
            String was,
            String now,
            boolean isOver) {
        /** Copies the list. */
        public Line {
            more = List.copyOf(more);
        }

        /** Returns the CSS classes of the line, except for the colour. */
        public String cssClasses() {
            return (mark == DayAgenda.ChangeMark.NONE ? "" : " news")
                    + (mark.isHeld() ? "" : " off")
                    + (isOver ? " over" : "");
        }
    }

    /**
     * First event after the shown days.
     *
     * @param date date
     * @param what name of the event
     */
    public record LaterEvent(LocalDate date, String what) {}

    /** Returns the address, relative to the page, that marks news as seen. */
    public String seenAddress() {
        return address.substring(address.lastIndexOf('/') + 1) + "/seen";
    }
}
