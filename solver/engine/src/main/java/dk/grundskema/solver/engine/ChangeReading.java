package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.engine.HandChange.Grouping;
import dk.grundskema.solver.engine.HandChange.Rooming;
import dk.grundskema.solver.engine.HandChange.Seating;
import dk.grundskema.solver.engine.HandChange.Swapping;
import dk.grundskema.solver.engine.HandChange.Teaching;
import dk.grundskema.solver.engine.HandChange.Timing;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes by hand, one after the other, as decisions and locks: what of them is meaningless, and what no bench allows because no intervention
 * would choose it, so that it takes a lock whether or not one is wanted.
 */
final class ChangeReading {
    private final Bench bench;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Problem problem;
    private final boolean locking;
    private final int[] values;
    private final LockDraft locks;
    private final List<Finding> findings = new ArrayList<>();
    private final SubjectChanges subjects;
    private final GroupChanges groups;
    private final @Nullable Unchosen unchosen;
    private boolean needsLocks;

    /**
     * @param bench    where they are tried
     * @param problem  whose locks they change
     * @param values   how decisions stand; not changed
     * @param locking  whether what is set stays set
     * @param unchosen takes what the bench doesn't allow; {@code null} means that nobody asks
     */
    ChangeReading(Bench bench, Problem problem, int[] values, boolean locking, @Nullable Unchosen unchosen) {
        this.bench = bench;
        this.blueprint = bench.blueprint();
        this.decisions = bench.decisions();
        this.problem = problem;
        this.locking = locking;
        this.values = values.clone();
        this.locks = new LockDraft(problem.locks());
        this.unchosen = unchosen;
        this.subjects = new SubjectChanges(blueprint, this.values, locks, locking, this::session, findings);
        this.groups = new GroupChanges(bench, this.values, problem.memberLocks(), locking, unchosen == null, findings);
    }

    ChangeReading read(List<HandChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            String at = "/" + i;
            switch (changes.get(i)) {
                case Seating seating -> seating(at, seating);
                case Timing timing -> timing(at, timing);
                case Rooming rooming -> rooming(at, rooming);
                case Swapping swapping -> subjects.swap(at, swapping);
                case Teaching teaching -> subjects.teach(at, teaching);
                case Grouping grouping -> groups.join(at, grouping);
            }
        }
        return this;
    }

    /** What is meaningless in the changes, with pointers into their list. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** How decisions stand then. */
    int[] values() {
        return values;
    }

    /** Whether something is set that the bench doesn't allow. */
    boolean needsLocks() {
        return needsLocks;
    }

    /** The problem with the locks that there are then. */
    Problem problem() {
        List<SessionLock> all = locks.all();
        return all.equals(problem.locks()) && memberLocks().equals(problem.memberLocks())
                ? problem
                : problem.locked(all, memberLocks());
    }

    /** Who is locked to which group then. */
    List<MemberLock> memberLocks() {
        return groups.locks();
    }

    private void error(String code, String pointer, Object... arguments) {
        findings.add(Finding.error(code, pointer, arguments));
    }

    /** Number of a session that can be changed by itself; {@link Numbers#NOWHERE} if there is none, which is said. */
    private int session(String pointer, SessionId id) {
        int session = blueprint.index().session().find(id);
        if (session == Numbers.NOWHERE) {
            error("edit.no-such-session", pointer, id.value());
        } else if (blueprint.isGuest(session)) {
            error("edit.of-guest", pointer, blueprint.sessions().get(session).title());
            return Numbers.NOWHERE;
        }
        return session;
    }

    private void seating(String at, Seating change) {
        int session = session(at + "/sessionId", change.sessionId());
        StaffId who = change.staffId();
        int person = who == null ? Decisions.NONE : blueprint.index().staff().find(who);
        if (who != null && person == Numbers.NOWHERE) {
            error("edit.no-such-staff", at + "/staffId", who.value());
        }
        if (session == Numbers.NOWHERE || (who != null && person == Numbers.NOWHERE)) {
            return;
        }
        Session one = blueprint.sessions().get(session);
        int before = problem.seatsBefore(one);
        int place = change.position() - before;
        int asked = blueprint.seatsOf()[session].length;
        if (change.position() < before) {
            if (change.position() < 0) {
                error("edit.no-such-seat", at + "/position", change.position(), asked + before);
            } else {
                error("edit.teacher-stays", at + "/position", one.title());
            }
        } else if (place > asked || (place == asked && who == null)) {
            error("edit.no-such-seat", at + "/position", change.position(), asked + before);
        } else if (place == asked) {
            needsLocks = true;
            locks.seat(change.sessionId(), change.position(), who);
            if (unchosen != null) {
                unchosen.extraSeat(change.sessionId(), change.position(), who);
            }
        } else {
            fill(change, blueprint.seatsOf()[session][place], person);
        }
    }

    private void fill(Seating change, int seat, int person) {
        Seat one = blueprint.seats().get(seat);
        boolean isAllowed = bench.allows(decisions.seat(seat), person);
        boolean isExtra = one.role().equals("extra") && one.id().value().contains("#");
        for (SessionId id : one.sessions()) {
            Session session =
                    blueprint.sessions().get(blueprint.index().session().of(id));
            locks.freeSeat(id, problem.seatsBefore(session) + one.position());
        }
        if (locking || !isAllowed || isExtra) {
            locks.seat(change.sessionId(), change.position(), change.staffId());
        }
        if (!isAllowed) {
            needsLocks = true;
            if (unchosen != null) {
                unchosen.seat(one, Objects.requireNonNull(change.staffId()));
            }
        } else {
            values[decisions.seat(seat)] = person;
        }
    }

    private void timing(String at, Timing change) {
        int session = session(at + "/sessionId", change.sessionId());
        MeetingTime time = change.time();
        if (session == Numbers.NOWHERE) {
            return;
        }
        Session one = blueprint.sessions().get(session);
        int slot =
                time == null ? Decisions.NONE : blueprint.times().get(session).indexOf(time);
        boolean isAllowed = (time == null || slot >= 0) && bench.allows(decisions.slot(session), slot);
        if (one.lesson() != null && !isAllowed) {
            error("edit.lesson-stays", at + "/time", one.title());
        } else if (time == null && !isAllowed) {
            error("edit.has-one-time", at + "/time", one.title());
        } else if (time != null && !isInHorizon(time)) {
            error(
                    "edit.outside-horizon",
                    at + "/time",
                    problem.horizon().firstDay(),
                    problem.horizon().lastDay());
        } else {
            boolean isChoice = time != null && one.times().contains(time);
            locks.time(change.sessionId(), locking || !isChoice ? time : null);
            if (isAllowed) {
                values[decisions.slot(session)] = slot;
            } else {
                needsLocks = true;
                if (unchosen != null) {
                    unchosen.time(change.sessionId(), Objects.requireNonNull(time));
                }
            }
        }
    }

    private boolean isInHorizon(MeetingTime time) {
        IsoWeek first = IsoWeek.of(problem.horizon().firstDay());
        IsoWeek last = IsoWeek.of(problem.horizon().lastDay());
        return time.weeks().first().compareTo(first) >= 0 && time.weeks().last().compareTo(last) <= 0;
    }

    private void rooming(String at, Rooming change) {
        int session = session(at + "/sessionId", change.sessionId());
        var id = change.roomId();
        int room = id == null ? Decisions.NONE : blueprint.index().room().find(id);
        if (id != null && room == Numbers.NOWHERE) {
            error("edit.no-such-room", at + "/roomId", id.value());
            return;
        }
        if (session == Numbers.NOWHERE) {
            return;
        }
        boolean isAllowed = bench.allows(decisions.room(session), room);
        locks.room(change.sessionId(), locking || !isAllowed ? id : null);
        if (isAllowed) {
            values[decisions.room(session)] = room;
        } else {
            needsLocks = true;
            if (unchosen != null) {
                unchosen.room(change.sessionId(), Objects.requireNonNull(id));
            }
        }
    }
}
