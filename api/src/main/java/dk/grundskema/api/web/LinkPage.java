package dk.grundskema.api.web;

import dk.grundskema.api.feeds.DayAgenda;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
 * @param changes   what has changed of what comes after those days, a sentence each
 * @param news      how much of all that is new to whoever has the link, 0 or more
 * @param isOnes    whether the link is one person's, who can say to have seen the news
 * @param seen      when the person said so last; {@code null} means never
 * @param address   address of this page, with the link's secret at its end
 * @param busy      address of the calendar that says only when the person is busy, to be given to others; empty means that there is none
 * @param until     the moment of the publication, in seconds, which is sent with what is seen
 */
public record LinkPage(
        String title,
        LocalDateTime published,
        String note,
        LocalDate today,
        List<Day> days,
        @Nullable Later later,
        List<String> changes,
        int news,
        boolean isOnes,
        @Nullable LocalDateTime seen,
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
     * @param label  the word for that; empty if it is as it was known
     * @param was    what it was before, or where it went, in words such as "was 08:45"; may be empty
     * @param now    the word for what is held right now; empty if it isn't
     * @param isOver whether it is over by now
     */
    public record Line(
            String time,
            String what,
            String where,
            List<String> more,
            String colour,
            DayAgenda.Mark mark,
            String label,
            String was,
            String now,
            boolean isOver) {
        /** Copies the list. */
        public Line {
            more = List.copyOf(more);
        }

        /** The names by which the page's style knows it, beside that of its colour. */
        public String looks() {
            return (mark == DayAgenda.Mark.NONE ? "" : " news")
                    + (mark.isHeld() ? "" : " off")
                    + (isOver ? " over" : "");
        }
    }

    /**
     * What comes after the days that are shown.
     *
     * @param date when
     * @param what what it is
     */
    public record Later(LocalDate date, String what) {}

    /** Where to say that the news are seen, from the page. */
    public String seenAddress() {
        return address.substring(address.lastIndexOf('/') + 1) + "/seen";
    }
}
