package dk.grundskema.api.service.absence;

import dk.grundskema.api.service.edit.EffectViews.CandidateView;
import dk.grundskema.api.service.edit.EffectViews.UnableView;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** REST views of absences. */
final class AbsenceViews {
    private AbsenceViews() {}

    /**
     * An absence that was entered.
     *
     * @param id      names it
     * @param staffId who is away
     * @param from    first minute, on the wall clock of the plan's zone
     * @param until   the minute after the last
     * @param reason  why; empty if nobody said. Nobody sees it who may not edit the plan
     */
    record AbsenceView(String id, StaffId staffId, LocalDateTime from, LocalDateTime until, String reason) {}

    /**
     * A plan's absences.
     *
     * @param items in order of time
     */
    record AbsencesView(List<AbsenceView> items) {}

    /**
     * A seat that falls open, and who could take it.
     *
     * @param sessionId  session of the first meeting that is touched
     * @param position   place of the seat among those of its meeting, from 0
     * @param dates      when the seat is open
     * @param text       the meeting in words
     * @param role       what the seat is for
     * @param required   whether the plan is thin when nobody fills it
     * @param wasLocked  whether the absent person was locked there
     * @param candidates who could take it, the best first
     * @param unable     who can't, and why; those whom nobody would ask are left out
     */
    record OpenSeatView(
            SessionId sessionId,
            int position,
            List<LocalDate> dates,
            String text,
            String role,
            boolean required,
            boolean wasLocked,
            List<CandidateView> candidates,
            List<UnableView> unable) {}

    /**
     * Somebody who is free.
     *
     * @param staffId the staff member who is free
     * @param name    what the person is called
     */
    record FreeStaffView(StaffId staffId, String name) {
        /** Returns the id only. */
        @Override
        public String toString() {
            return staffId.value();
        }
    }

    /**
     * Days on which a weekly meeting lacks somebody who is back afterwards: the weekly plan stays, somebody can stand in.
     *
     * @param sessionId which meeting
     * @param text      the meeting in words
     * @param dates     the days
     * @param teaches   whether the person teaches the lesson in the existing timetable
     * @param free      who could be asked and is free on all of these days; hours and wishes are not looked at
     */
    record OpenDayView(
            SessionId sessionId, String text, List<LocalDate> dates, boolean teaches, List<FreeStaffView> free) {}

    /**
     * What an absence leaves open.
     *
     * @param seats seats that fall open, in order of time
     * @param days  single days on which weekly meetings lack somebody
     * @param ordinaryLessons lessons that the person teaches then in the existing timetable, for which the plan finds nobody
     */
    record AbsenceGapsView(
            List<OpenSeatView> seats, List<OpenDayView> days, List<OrdinaryLessonView> ordinaryLessons) {}

    /**
     * A lesson of the existing timetable without its teacher.
     *
     * @param lessonId which lesson
     * @param text     the lesson in words, with its time
     * @param date     when
     */
    record OrdinaryLessonView(LessonId lessonId, String text, LocalDate date) {}
}
