package dk.grundskema.api.service.absence;

import dk.grundskema.api.documents.timetable.NaturalOrder;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.service.edit.MeetingParticipants;
import dk.grundskema.api.service.edit.TimetabledPlan;
import dk.grundskema.api.service.edit.WorkbenchCache;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Records attendance and cancellations of meetings. If several users record the same meeting and date, the last one counts. */
@Component
public class AttendanceRegister {
    private final WorkbenchCache workbenchCache;
    private final DeliveryRepository deliveries;
    private final InstantSource clock;

    AttendanceRegister(WorkbenchCache workbenchCache, DeliveryRepository deliveries, InstantSource clock) {
        this.workbenchCache = workbenchCache;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** The meetings and records of one day of a plan. */
    public static final class AttendanceDay {
        private final TimetabledPlan timetabledPlan;
        private final List<Delivery> deliveries;

        private AttendanceDay(TimetabledPlan timetabledPlan, List<Delivery> deliveries) {
            this.timetabledPlan = timetabledPlan;
            this.deliveries = deliveries;
        }

        /** Returns the record of a meeting; empty if there is none. */
        public Optional<Delivery> entryOf(SessionId session) {
            return deliveries.stream()
                    .filter(one -> one.sessionId().equals(session))
                    .findFirst();
        }

        /** Returns the participants of a meeting, by name. */
        public List<Student> participants(Meeting meeting) {
            Set<StudentId> all = AttendanceRegister.participants(timetabledPlan, meeting);
            return timetabledPlan.problem().value().students().stream()
                    .filter(one -> all.contains(one.id()))
                    .sorted(NaturalOrder.by(Student::name))
                    .toList();
        }

        /** Returns all students of the plan. */
        public List<Student> allStudents() {
            return timetabledPlan.problem().value().students();
        }
    }

    /**
     * Returns the records of a day.
     *
     * @throws RefusalException 404 if the plan does not exist, 409 if it has no timetable
     */
    public AttendanceDay readDay(PlanId plan, LocalDate date) {
        return Objects.requireNonNull(readDay(List.of(plan), date).get(plan));
    }

    /** Returns the records of a day of several plans, by plan, with one query for all records. Fails as {@link #readDay(PlanId, LocalDate)}. */
    public Map<PlanId, AttendanceDay> readDay(Collection<PlanId> plans, LocalDate date) {
        Map<PlanId, List<Delivery>> recorded = deliveries.findByDate(plans, date);
        var days = new HashMap<PlanId, AttendanceDay>();
        for (PlanId plan : plans) {
            TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
            List<Delivery> planned = timetabledPlan.timetable().value().deliveries().stream()
                    .filter(one -> one.date().equals(date))
                    .toList();
            days.put(
                    plan,
                    new AttendanceDay(
                            timetabledPlan, DeliveryRepository.merge(planned, recorded.getOrDefault(plan, List.of()))));
        }
        return days;
    }

    /** A meeting to be recorded, as the plan was at the time of the request. Later changes to the plan do not affect it. */
    public static final class AttendanceTarget {
        private final Plan plan;
        private final Set<StudentId> participants;
        private final LocalDate date;
        private final boolean isToCome;

        private AttendanceTarget(Plan plan, Set<StudentId> participants, LocalDate date, boolean isToCome) {
            this.plan = plan;
            this.participants = Set.copyOf(participants);
            this.date = date;
            this.isToCome = isToCome;
        }

        /** Returns the participants. */
        public Set<StudentId> participants() {
            return participants;
        }

        /**
         * Returns the errors of recording the meeting as held or not; empty if valid. A future meeting can be cancelled, but not recorded as
         * held.
         */
        public List<Finding> heldFindings(boolean isHeld) {
            return isHeld && isToCome ? List.of(Finding.error("editing.not-yet", "/held", date)) : List.of();
        }
    }

    /**
     * Returns a meeting on one of its dates, to display or record it.
     *
     * @param isOwn whether the caller must be on duty in it
     * @throws RefusalException 404 if it is not held on that date, or the caller is not on duty
     */
    public AttendanceTarget findTarget(PlanId plan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        Set<StudentId> participants =
                participants(timetabledPlan, meeting(timetabledPlan, session, date, isOwn, caller));
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), timetabledPlan.timetable().value().zone());
        return new AttendanceTarget(timetabledPlan.plan(), participants, date, date.isAfter(today));
    }

    /**
     * A meeting on one of its dates.
     *
     * @param session id of the session
     * @param date    the date
     */
    public record MeetingOccasion(SessionId session, LocalDate date) {}

    /**
     * Returns where a meeting was moved that is no longer held on a date: to its only date in the same week, else to its only date at all. Parts
     * split off the meeting count too.
     *
     * @param isOwn whether only meetings with the caller on duty count
     * @return empty if that is ambiguous, or a counting part is still held on the date
     * @throws RefusalException 404 if the plan does not exist, 409 if it no longer has a timetable
     */
    public Optional<MeetingOccasion> findMoved(
            PlanId plan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        List<Meeting> parts = timetabledPlan.timetable().value().meetings().stream()
                .filter(one -> session.equals(one.sessionId()) || session.equals(one.originId()))
                .filter(one -> !isOwn || isOnDuty(timetabledPlan, one, caller))
                .toList();
        if (parts.stream().anyMatch(one -> one.time().dates().contains(date))) {
            return Optional.empty();
        }
        List<MeetingOccasion> all = parts.stream()
                .flatMap(one -> one.time().dates().stream().map(now -> new MeetingOccasion(one.sessionId(), now)))
                .toList();
        IsoWeek week = IsoWeek.of(date);
        List<MeetingOccasion> near =
                all.stream().filter(one -> IsoWeek.of(one.date()).equals(week)).toList();
        return near.isEmpty() ? single(all) : single(near);
    }

    private static Optional<MeetingOccasion> single(List<MeetingOccasion> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /**
     * Records a meeting. Replaces an earlier record.
     *
     * @param isOwn whether the caller must be on duty in it
     * @throws RefusalException 404 if it is not held on that date, or the caller is not on duty; 422 if an absent student is no participant, or the
     *     meeting is recorded as held before its date
     */
    public Delivery record(PlanId plan, Delivery delivery, boolean isOwn, Caller caller) {
        return record(findTarget(plan, delivery.sessionId(), delivery.date(), isOwn, caller), delivery, caller);
    }

    /**
     * Records a meeting that was looked up before.
     *
     * @throws RefusalException 422 if an absent student is no participant, or the meeting is recorded as held before its date
     */
    public Delivery record(AttendanceTarget sought, Delivery delivery, Caller caller) {
        var findings = new ArrayList<>(sought.heldFindings(delivery.held()));
        int place = 0;
        for (StudentId one : delivery.absent()) {
            if (!sought.participants().contains(one)) {
                findings.add(Finding.error("editing.takes-no-part", "/absent/" + place, one.value()));
            }
            place++;
        }
        if (!findings.isEmpty()) {
            throw RefusalException.unusable(findings);
        }
        deliveries.put(sought.plan, delivery, sought.participants(), caller.account());
        return delivery;
    }

    /**
     * Deletes the record of a meeting.
     *
     * @param isOwn whether the caller must be on duty in it
     * @throws RefusalException 404 if there is no record, or the caller is not on duty
     */
    public void removeEntry(PlanId plan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        TimetabledPlan timetabledPlan = workbenchCache.timetabledPlan(plan);
        Set<StudentId> participants = isOwn
                ? participants(timetabledPlan, ownMeeting(timetabledPlan, session, date, caller))
                : findMeeting(timetabledPlan, session, date)
                        .map(meeting -> participants(timetabledPlan, meeting))
                        .orElse(Set.of());
        if (!deliveries.remove(timetabledPlan.plan(), session, date, participants, caller.account())) {
            throw RefusalException.notFound();
        }
    }

    private static Meeting meeting(
            TimetabledPlan timetabledPlan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        return isOwn ? ownMeeting(timetabledPlan, session, date, caller) : meeting(timetabledPlan, session, date);
    }

    /** Returns the meeting if the caller is on duty in it; fails as if it were not held otherwise. */
    private static Meeting ownMeeting(TimetabledPlan timetabledPlan, SessionId session, LocalDate date, Caller caller) {
        Meeting meeting = meeting(timetabledPlan, session, date);
        if (!isOnDuty(timetabledPlan, meeting, caller)) {
            throw notHeld(session, date);
        }
        return meeting;
    }

    private static boolean isOnDuty(TimetabledPlan timetabledPlan, Meeting meeting, Caller caller) {
        Set<StaffId> who = caller.staffIdsIn(timetabledPlan.plan().organisation());
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .anyMatch(who::contains);
    }

    private static Meeting meeting(TimetabledPlan timetabledPlan, SessionId session, LocalDate date) {
        return findMeeting(timetabledPlan, session, date).orElseThrow(() -> notHeld(session, date));
    }

    private static RefusalException notHeld(SessionId session, LocalDate date) {
        return RefusalException.of(HttpStatus.NOT_FOUND, "editing.not-held-then", session.value(), date.toString());
    }

    private static Optional<Meeting> findMeeting(TimetabledPlan timetabledPlan, SessionId session, LocalDate date) {
        return timetabledPlan.timetable().value().meetings().stream()
                .filter(one -> one.sessionId().equals(session))
                .filter(one -> one.time().dates().contains(date))
                .findFirst();
    }

    private static Set<StudentId> participants(TimetabledPlan timetabledPlan, Meeting meeting) {
        return MeetingParticipants.of(
                timetabledPlan.problem().value(), timetabledPlan.timetable().value(), meeting);
    }
}
