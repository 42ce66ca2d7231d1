package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.Deliveries;
import dk.grundskema.api.server.plans.Plan;
import dk.grundskema.api.server.plans.PlanId;
import dk.grundskema.api.server.platform.Refusal;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What came of meetings. Of two who enter something about the same meeting and date the last one is right. */
@Component
public class Attendance {
    private final Benches benches;
    private final Deliveries deliveries;
    private final InstantSource clock;

    Attendance(Benches benches, Deliveries deliveries, InstantSource clock) {
        this.benches = benches;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** A day of a plan. */
    public static final class Day {
        private final Standing standing;
        private final List<Delivery> entered;

        private Day(Standing standing, List<Delivery> entered) {
            this.standing = standing;
            this.entered = entered;
        }

        /** What was entered about a meeting, if anything was. */
        public Optional<Delivery> of(SessionId session) {
            return entered.stream()
                    .filter(one -> one.sessionId().equals(session))
                    .findFirst();
        }

        /** Who was to take part in a meeting, by name. */
        public List<Student> taking(Meeting meeting) {
            Set<StudentId> all = Attendance.taking(standing, meeting);
            return standing.problem().value().students().stream()
                    .filter(one -> all.contains(one.id()))
                    .sorted(Comparator.comparing(Student::name))
                    .toList();
        }

        /** All students of the plan, whatever they take part in. */
        public List<Student> everybody() {
            return standing.problem().value().students();
        }
    }

    /**
     * What was entered of a day.
     *
     * @throws Refusal 404 if there is no such plan, 409 if it has no timetable yet
     */
    public Day on(PlanId plan, LocalDate date) {
        Standing standing = benches.standing(plan);
        return new Day(
                standing,
                deliveries.remembered(plan, standing.timetable().value()).deliveries().stream()
                        .filter(one -> one.date().equals(date))
                        .toList());
    }

    /** A meeting of which something is about to be entered, as its plan was when that was asked for: whatever is done to the plan meanwhile. */
    public static final class Sought {
        private final Plan plan;
        private final Set<StudentId> taking;
        private final LocalDate date;
        private final boolean isToCome;

        private Sought(Plan plan, Set<StudentId> taking, LocalDate date, boolean isToCome) {
            this.plan = plan;
            this.taking = Set.copyOf(taking);
            this.date = date;
            this.isToCome = isToCome;
        }

        /** Who is to take part. */
        public Set<StudentId> taking() {
            return taking;
        }

        /** What is wrong with saying whether it was held; empty if nothing is. Before its day it can be called off, but nobody can have been there. */
        public List<Finding> aboutHeld(boolean isHeld) {
            return isHeld && isToCome ? List.of(Finding.error("editing.not-yet", "/held", date)) : List.of();
        }
    }

    /**
     * A meeting on one of its dates: for whoever is about to show something of it, too.
     *
     * @param isOwn whether the caller must be on duty in it
     * @throws Refusal 404 if it isn't held then, or is somebody else's
     */
    public Sought sought(PlanId plan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        Standing standing = benches.standing(plan);
        Set<StudentId> taking = taking(standing, meeting(standing, session, date, isOwn, caller));
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), standing.timetable().value().zone());
        return new Sought(standing.plan(), taking, date, date.isAfter(today));
    }

    /**
     * A meeting on one of its dates.
     *
     * @param session which
     * @param date    on which date
     */
    public record Held(SessionId session, LocalDate date) {}

    /**
     * Where a meeting is by now that isn't held on a date any more: on its only date in the same week, else on the only one that it has. A part that was
     * split off it is it, too.
     *
     * @param isOwn whether only what the caller is on duty in counts
     * @return empty if that can't be told, or what counts of it is held on the date after all
     * @throws Refusal 404 if there is no such plan, 409 if it has no timetable any more
     */
    public Optional<Held> moved(PlanId plan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        Standing standing = benches.standing(plan);
        List<Meeting> parts = standing.timetable().value().meetings().stream()
                .filter(one -> session.equals(one.sessionId()) || session.equals(one.originId()))
                .filter(one -> !isOwn || isOnDuty(standing, one, caller))
                .toList();
        if (parts.stream().anyMatch(one -> one.time().dates().contains(date))) {
            return Optional.empty();
        }
        List<Held> all = parts.stream()
                .flatMap(one -> one.time().dates().stream().map(now -> new Held(one.sessionId(), now)))
                .toList();
        IsoWeek week = IsoWeek.of(date);
        List<Held> near =
                all.stream().filter(one -> IsoWeek.of(one.date()).equals(week)).toList();
        return near.isEmpty() ? only(all) : only(near);
    }

    private static Optional<Held> only(List<Held> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /**
     * Enters what came of a meeting, whatever was entered before.
     *
     * @param isOwn whether the caller must be on duty in it
     * @throws Refusal 404 if it isn't held then, or is somebody else's; 422 if somebody was absent who was to take no part, or it is said to be held
     *                 before its day has come
     */
    public Delivery enter(PlanId plan, Delivery delivery, boolean isOwn, Caller caller) {
        return enter(sought(plan, delivery.sessionId(), delivery.date(), isOwn, caller), delivery, caller);
    }

    /**
     * The same of a meeting that was looked at.
     *
     * @throws Refusal 422 if somebody was absent who was to take no part then, or it is said to be held before its day has come
     */
    public Delivery enter(Sought sought, Delivery delivery, Caller caller) {
        var findings = new ArrayList<>(sought.aboutHeld(delivery.held()));
        int place = 0;
        for (StudentId one : delivery.absent()) {
            if (!sought.taking().contains(one)) {
                findings.add(Finding.error("editing.takes-no-part", "/absent/" + place, one.value()));
            }
            place++;
        }
        if (!findings.isEmpty()) {
            throw Refusal.unusable(findings);
        }
        deliveries.put(sought.plan, delivery, sought.taking(), caller.account());
        return delivery;
    }

    /**
     * Takes back what was entered about a meeting.
     *
     * @param isOwn whether the caller must be on duty in it
     * @throws Refusal 404 if nothing was entered, or it is somebody else's
     */
    public void forget(PlanId plan, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        Standing standing = benches.standing(plan);
        Set<StudentId> taking = isOwn
                ? taking(standing, own(standing, session, date, caller))
                : find(standing, session, date)
                        .map(meeting -> taking(standing, meeting))
                        .orElse(Set.of());
        if (!deliveries.remove(standing.plan(), session, date, taking, caller.account())) {
            throw Refusal.notFound();
        }
    }

    private static Meeting meeting(Standing standing, SessionId session, LocalDate date, boolean isOwn, Caller caller) {
        return isOwn ? own(standing, session, date, caller) : meeting(standing, session, date);
    }

    /** The meeting, in which the caller sits; what is somebody else's is not there. */
    private static Meeting own(Standing standing, SessionId session, LocalDate date, Caller caller) {
        Meeting meeting = meeting(standing, session, date);
        if (!isOnDuty(standing, meeting, caller)) {
            throw notHeld(session, date);
        }
        return meeting;
    }

    private static boolean isOnDuty(Standing standing, Meeting meeting, Caller caller) {
        Set<StaffId> who = caller.staff(standing.plan().organisation());
        return meeting.seats().stream()
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .anyMatch(who::contains);
    }

    private static Meeting meeting(Standing standing, SessionId session, LocalDate date) {
        return find(standing, session, date).orElseThrow(() -> notHeld(session, date));
    }

    private static Refusal notHeld(SessionId session, LocalDate date) {
        return Refusal.of(HttpStatus.NOT_FOUND, "editing.not-held-then", session.value(), date.toString());
    }

    private static Optional<Meeting> find(Standing standing, SessionId session, LocalDate date) {
        return standing.timetable().value().meetings().stream()
                .filter(one -> one.sessionId().equals(session))
                .filter(one -> one.time().dates().contains(date))
                .findFirst();
    }

    private static Set<StudentId> taking(Standing standing, Meeting meeting) {
        return Participants.of(standing.problem().value(), standing.timetable().value(), meeting);
    }
}
