package dk.grundskema.api.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands on the page that a link leads to: the next days as they are published now.
 *
 * @param title     what the calendar is called
 * @param published when it was published last, on the plan's clocks
 * @param note      what the planner said about that; may be empty
 * @param today     the day that it is there
 * @param days      today, and those of the next days on which something is held or was, by date
 * @param later     the first thing after those days; {@code null} means that there is nothing, or that it doesn't matter
 * @param news      how much of it is new to whoever has the link, 0 or more
 * @param isOnes    whether the link is one person's, who can say to have seen the news
 * @param seen      when the person said so last; {@code null} means never
 * @param address   address of this page, with the link's secret at its end
 * @param until     the moment of the publication, in seconds, which is sent with what is seen
 */
public record LinkPage(
        String title,
        LocalDateTime published,
        String note,
        LocalDate today,
        List<Day> days,
        @Nullable Later later,
        int news,
        boolean isOnes,
        @Nullable LocalDateTime seen,
        String address,
        long until) {
    /** Copies the list. */
    public LinkPage {
        days = List.copyOf(days);
    }

    /**
     * A day.
     *
     * @param date  when
     * @param lines what is held or was, by time; empty means nothing
     */
    public record Day(LocalDate date, List<Line> lines) {
        /** Copies the list. */
        public Day {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Something that is held, or was to be.
     *
     * @param time   from when until when, as it is read
     * @param what   what it is
     * @param where  where; may be empty
     * @param more   what else is to be known, line by line; may be empty
     * @param colour name of a colour of CSS; empty means none
     * @param mark   what became of it
     * @param was    what it was before, in words such as "was 08:45"; may be empty
     * @param isNews whether whoever has the link doesn't know yet
     */
    public record Line(
            String time,
            String what,
            String where,
            List<String> more,
            String colour,
            Mark mark,
            String was,
            boolean isNews) {
        /** Copies the list. */
        public Line {
            more = List.copyOf(more);
        }
    }

    /** What became of something. */
    public enum Mark {
        /** Nothing: it is as it was. */
        NONE,
        /** It wasn't there before. */
        NEW,
        /** It was at another time, in another room or otherwise. */
        CHANGED,
        /** It isn't held any more. */
        CANCELLED,
        /** It is held on another day now; this is where it was. */
        MOVED;

        /** Whether it isn't held here. */
        public boolean isOff() {
            return this == CANCELLED || this == MOVED;
        }

        /** Key of the word for it. */
        public String key() {
            return "mark." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What comes after the days that are shown.
     *
     * @param date when
     * @param what what it is
     */
    public record Later(LocalDate date, String what) {}

    /** Address of the calendar itself, which clients read again and again. */
    public String feed() {
        return address + ".ics";
    }

    /** The same, so that the calendar of a phone opens it. */
    public String webcal() {
        return feed().replaceFirst("^https?:", "webcal:");
    }

    /** Where to say that the news are seen, from the page. */
    public String seenAddress() {
        return address.substring(address.lastIndexOf('/') + 1) + "/seen";
    }
}
