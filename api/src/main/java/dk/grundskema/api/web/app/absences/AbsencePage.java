package dk.grundskema.api.web.app.absences;

import java.time.LocalDate;
import java.util.List;

/**
 * The page on which it is seen what an absence leaves open, and who takes over.
 *
 * @param plan     id of the plan
 * @param version  the plan's version that the page shows
 * @param now      what the address says of when now is; empty means nothing
 * @param away     the absence
 * @param reach    where it lies: {@code AHEAD}, {@code PAST} or {@code OUTSIDE} the plan; unless it is ahead nothing can be done about it
 * @param trouble  why something was not done, in sentences; empty means that nothing was refused
 * @param seats    seats that are open, in order of time
 * @param days     days on which weekly meetings lack somebody
 * @param summary  what was done just now, in sentences; empty means nothing
 * @param changes  what changed by that, date by date
 * @param canUndo  whether what was done just now can be taken back
 * @param rehearsed whether the plan is over, so that it is shown as if it hadn't begun
 */
public record AbsencePage(
        String plan,
        long version,
        String now,
        AbsencesPage.Known away,
        String reach,
        List<String> trouble,
        List<Seat> seats,
        List<Days> days,
        List<String> summary,
        List<Changed> changes,
        boolean canUndo,
        boolean rehearsed) {
    /** Copies the lists. */
    public AbsencePage {
        trouble = List.copyOf(trouble);
        seats = List.copyOf(seats);
        days = List.copyOf(days);
        summary = List.copyOf(summary);
        changes = List.copyOf(changes);
    }

    /**
     * A seat that is open.
     *
     * @param session  session of its first meeting
     * @param position place of the seat in it
     * @param text     the meeting in words
     * @param dates    when
     * @param required whether somebody has to be there
     * @param able     who could take it, the best first
     * @param unable   who can't, and why
     */
    public record Seat(
            String session,
            int position,
            String text,
            List<LocalDate> dates,
            boolean required,
            List<Person> able,
            List<Person> unable) {
        /** Copies the lists. */
        public Seat {
            dates = List.copyOf(dates);
            able = List.copyOf(able);
            unable = List.copyOf(unable);
        }
    }

    /**
     * Somebody who could take over, or can't.
     *
     * @param id         which
     * @param name       what that one is called
     * @param shortfalls what would fall short then; of somebody who can't, why
     * @param wishes     wishes that are met less well then
     */
    public record Person(String id, String name, List<String> shortfalls, List<String> wishes) {
        /** Copies the lists. */
        public Person {
            shortfalls = List.copyOf(shortfalls);
            wishes = List.copyOf(wishes);
        }

        /** The id alone. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Days on which a weekly meeting lacks somebody.
     *
     * @param text  the meeting in words
     * @param dates the days
     * @param free  who is free
     */
    public record Days(String text, List<LocalDate> dates, List<String> free) {
        /** Copies the lists. */
        public Days {
            dates = List.copyOf(dates);
            free = List.copyOf(free);
        }
    }

    /**
     * What changed on a date.
     *
     * @param date  the date
     * @param lines each change in words
     */
    public record Changed(LocalDate date, List<String> lines) {
        /** Copies the list. */
        public Changed {
            lines = List.copyOf(lines);
        }
    }

    /** Where something of the absence is done. */
    public String address(String what) {
        return "/plans/%s/absences/%s/%s".formatted(plan, away.id(), what);
    }
}
