package dk.grundskema.api.service.absence;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.util.List;

/**
 * The page of an absence with its vacancies and candidates.
 *
 * @param plan      id of the plan
 * @param version   version of the plan that the page shows
 * @param now       value of the parameter {@code now} in the address; empty if absent
 * @param away      the absence
 * @param reach     position of the absence: {@code AHEAD}, {@code PAST} or {@code OUTSIDE} the plan; only {@code AHEAD} allows changes
 * @param trouble   why a request was refused; empty if it was not
 * @param required  number of required places that the person still holds then, as the list of absences counts them
 * @param seats     vacant seats, in chronological order
 * @param days      dates on which weekly meetings lack a staff member
 * @param ordinary  lessons of the existing timetable that the plan finds nobody for
 * @param summary   what was just done; empty if nothing
 * @param canUndo   whether that can be undone
 * @param rehearsed whether the plan is over and treated as not yet begun
 */
public record AbsencePage(
        String plan,
        long version,
        String now,
        AbsenceListPage.EnteredAbsence away,
        String reach,
        List<String> trouble,
        int required,
        List<OpenSeat> seats,
        List<UncoveredDays> days,
        List<AbsenceAdministration.OrdinaryLessonDate> ordinary,
        List<String> summary,
        boolean canUndo,
        boolean rehearsed) {
    /** Copies the lists. */
    public AbsencePage {
        trouble = List.copyOf(trouble);
        seats = List.copyOf(seats);
        days = List.copyOf(days);
        ordinary = List.copyOf(ordinary);
        summary = List.copyOf(summary);
    }

    /** Returns the head of the page. Its title contains no name. */
    public PageHead head() {
        return PageHead.ofText("absence.title").withStyle("absences.css");
    }

    /**
     * A vacant seat.
     *
     * @param session  session of its first meeting
     * @param position index of the seat in it
     * @param text     description of the meeting
     * @param dates    dates on which it is vacant
     * @param required whether the meeting is understaffed while it is vacant
     * @param able     suitable candidates, best first
     * @param unable   unsuitable candidates with reasons
     */
    public record OpenSeat(
            String session,
            int position,
            String text,
            List<LocalDate> dates,
            boolean required,
            List<StandInCandidate> able,
            List<StandInCandidate> unable) {
        /** Copies the lists. */
        public OpenSeat {
            dates = List.copyOf(dates);
            able = List.copyOf(able);
            unable = List.copyOf(unable);
        }
    }

    /**
     * A candidate for a seat, suitable or not.
     *
     * @param id         id
     * @param name       name
     * @param shortfalls resulting shortfalls; for unsuitable candidates the reasons
     * @param wishes     wishes that would be met less well
     */
    public record StandInCandidate(String id, String name, List<String> shortfalls, List<String> wishes) {
        /** Copies the lists. */
        public StandInCandidate {
            shortfalls = List.copyOf(shortfalls);
            wishes = List.copyOf(wishes);
        }

        /** Returns the id only. */
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * Dates on which a weekly meeting lacks a staff member.
     *
     * @param text    description of the meeting
     * @param dates   the dates
     * @param teaches whether it is the person's own lesson, for which nobody is looked for
     * @param free    names of staff who are free
     */
    public record UncoveredDays(String text, List<LocalDate> dates, boolean teaches, List<String> free) {
        /** Copies the lists. */
        public UncoveredDays {
            dates = List.copyOf(dates);
            free = List.copyOf(free);
        }
    }

    /** Returns the address of the form that changes the plan, beginning with the absence. */
    public String changeAddress() {
        return "/plans/%s/changes?absence=%s%s".formatted(plan, away.id(), now.isEmpty() ? "" : "&now=" + now);
    }

    /** Returns the address at which the smallest change is previewed. */
    public String previewAddress() {
        return "/plans/%s/changes/absences/%s".formatted(plan, away.id());
    }

    /** Returns the address of an action on the absence. */
    public String address(String what) {
        return "/plans/%s/absences/%s/%s".formatted(plan, away.id(), what);
    }
}
