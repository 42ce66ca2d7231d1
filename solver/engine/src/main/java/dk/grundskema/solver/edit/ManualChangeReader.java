package dk.grundskema.solver.edit;

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
import dk.grundskema.solver.edit.ManualChange.GroupChange;
import dk.grundskema.solver.edit.ManualChange.RoomChange;
import dk.grundskema.solver.edit.ManualChange.SeatChange;
import dk.grundskema.solver.edit.ManualChange.SubjectChange;
import dk.grundskema.solver.edit.ManualChange.SubjectSwap;
import dk.grundskema.solver.edit.ManualChange.TimeChange;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Converts manual changes, in order, to decisions and locks. Collects errors, and the values that are outside the
 * regular ranges, so that they need a lock even if none was requested.
 */
final class ManualChangeReader {
    private final EditableProblem bench;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Problem problem;
    private final boolean locking;
    private final int[] values;
    private final LockSetBuilder locks;
    private final List<Finding> findings = new ArrayList<>();
    private final SubjectChangeApplier subjects;
    private final GroupChangeApplier groups;
    private final @Nullable OutOfRangeChoices unchosen;
    private boolean needsLocks;

    /**
     * @param bench the compiled problem
     * @param problem the problem whose locks are changed
     * @param values current values of all decisions; not modified
     * @param locking whether to lock what is set
     * @param unchosen collects values that {@code bench} does not allow; {@code null} to collect none
     */
    ManualChangeReader(
            EditableProblem bench,
            Problem problem,
            int[] values,
            boolean locking,
            @Nullable OutOfRangeChoices unchosen) {
        this.bench = bench;
        this.blueprint = bench.blueprint();
        this.decisions = bench.decisions();
        this.problem = problem;
        this.locking = locking;
        this.values = values.clone();
        this.locks = new LockSetBuilder(problem.locks());
        this.unchosen = unchosen;
        this.subjects = new SubjectChangeApplier(blueprint, this.values, locks, locking, this::findSession, findings);
        this.groups =
                new GroupChangeApplier(bench, this.values, problem.memberLocks(), locking, unchosen == null, findings);
    }

    ManualChangeReader read(List<ManualChange> changes) {
        for (int i = 0; i < changes.size(); i++) {
            String at = "/" + i;
            switch (changes.get(i)) {
                case SeatChange seating -> applySeatChange(at, seating);
                case TimeChange timing -> applyTimeChange(at, timing);
                case RoomChange rooming -> applyRoomChange(at, rooming);
                case SubjectSwap swapping -> subjects.applySwap(at, swapping);
                case SubjectChange teaching -> subjects.applySubject(at, teaching);
                case GroupChange grouping -> groups.applyChange(at, grouping);
            }
        }
        return this;
    }

    /** Returns the errors in the changes, with pointers into their list. */
    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** Returns the resulting values of all decisions. */
    int[] values() {
        return values;
    }

    /** Whether a change sets a value that the bench does not allow. */
    boolean needsLocks() {
        return needsLocks;
    }

    /** Returns the problem with the resulting locks. */
    Problem problem() {
        List<SessionLock> all = locks.build();
        return all.equals(problem.locks()) && memberLocks().equals(problem.memberLocks())
                ? problem
                : problem.withLocks(all, memberLocks());
    }

    /** Returns the resulting member locks. */
    List<MemberLock> memberLocks() {
        return groups.locks();
    }

    private void addError(String code, String pointer, Object... arguments) {
        findings.add(Finding.error(code, pointer, arguments));
    }

    /**
     * Returns the number of a session that can be changed individually; {@link IdIndex#NOWHERE} if there is none, after
     * adding an error.
     */
    private int findSession(String pointer, SessionId id) {
        int session = blueprint.index().session().find(id);
        if (session == IdIndex.NOWHERE) {
            addError("edit.no-such-session", pointer, id.value());
        } else if (blueprint.isGuest(session)) {
            addError("edit.of-guest", pointer, blueprint.sessions().get(session).title());
            return IdIndex.NOWHERE;
        }
        return session;
    }

    private void applySeatChange(String at, SeatChange change) {
        int session = findSession(at + "/sessionId", change.sessionId());
        StaffId who = change.staffId();
        int person = who == null ? Decisions.NONE : blueprint.index().staff().find(who);
        if (who != null && person == IdIndex.NOWHERE) {
            addError("edit.no-such-staff", at + "/staffId", who.value());
        }
        if (session == IdIndex.NOWHERE || (who != null && person == IdIndex.NOWHERE)) {
            return;
        }
        Session one = blueprint.sessions().get(session);
        int before = problem.countTeacherSeats(one);
        int place = change.position() - before;
        int asked = blueprint.seatsOf()[session].length;
        if (change.position() < before) {
            if (change.position() < 0) {
                addError("edit.no-such-seat", at + "/position", change.position(), asked + before);
            } else {
                addError("edit.teacher-stays", at + "/position", one.title());
            }
        } else if (place > asked || (place == asked && who == null)) {
            addError("edit.no-such-seat", at + "/position", change.position(), asked + before);
        } else if (place == asked) {
            needsLocks = true;
            locks.setSeat(change.sessionId(), change.position(), who);
            if (unchosen != null) {
                unchosen.addExtraSeat(change.sessionId(), change.position(), who);
            }
        } else {
            fillSeat(change, blueprint.seatsOf()[session][place], person);
        }
    }

    private void fillSeat(SeatChange change, int seat, int person) {
        Seat one = blueprint.seats().get(seat);
        boolean isAllowed = bench.allows(decisions.seat(seat), person);
        boolean isExtra = one.role().equals("extra") && one.id().value().contains("#");
        for (SessionId id : one.sessions()) {
            Session session =
                    blueprint.sessions().get(blueprint.index().session().indexOf(id));
            locks.freeSeat(id, problem.countTeacherSeats(session) + one.position());
        }
        if (locking || !isAllowed || isExtra) {
            locks.setSeat(change.sessionId(), change.position(), change.staffId());
        }
        if (!isAllowed) {
            needsLocks = true;
            if (unchosen != null) {
                unchosen.addSeat(one, Objects.requireNonNull(change.staffId()));
            }
        } else {
            values[decisions.seat(seat)] = person;
        }
    }

    private void applyTimeChange(String at, TimeChange change) {
        int session = findSession(at + "/sessionId", change.sessionId());
        MeetingTime time = change.time();
        if (session == IdIndex.NOWHERE) {
            return;
        }
        Session one = blueprint.sessions().get(session);
        int slot =
                time == null ? Decisions.NONE : blueprint.times().get(session).indexOf(time);
        boolean isAllowed = (time == null || slot >= 0) && bench.allows(decisions.slot(session), slot);
        if (one.lesson() != null && !isAllowed) {
            addError("edit.lesson-stays", at + "/time", one.title());
        } else if (time == null && !isAllowed) {
            addError("edit.has-one-time", at + "/time", one.title());
        } else if (time != null && !isInHorizon(time)) {
            addError(
                    "edit.outside-horizon",
                    at + "/time",
                    problem.horizon().firstDay(),
                    problem.horizon().lastDay());
        } else {
            boolean isChoice = time != null && one.times().contains(time);
            locks.setTime(change.sessionId(), locking || !isChoice ? time : null);
            if (isAllowed) {
                values[decisions.slot(session)] = slot;
            } else {
                needsLocks = true;
                if (unchosen != null) {
                    unchosen.addTime(change.sessionId(), Objects.requireNonNull(time));
                }
            }
        }
    }

    private boolean isInHorizon(MeetingTime time) {
        IsoWeek first = IsoWeek.of(problem.horizon().firstDay());
        IsoWeek last = IsoWeek.of(problem.horizon().lastDay());
        return time.weeks().first().compareTo(first) >= 0 && time.weeks().last().compareTo(last) <= 0;
    }

    private void applyRoomChange(String at, RoomChange change) {
        int session = findSession(at + "/sessionId", change.sessionId());
        var id = change.roomId();
        int room = id == null ? Decisions.NONE : blueprint.index().room().find(id);
        if (id != null && room == IdIndex.NOWHERE) {
            addError("edit.no-such-room", at + "/roomId", id.value());
            return;
        }
        if (session == IdIndex.NOWHERE) {
            return;
        }
        boolean isAllowed = bench.allows(decisions.room(session), room);
        locks.setRoom(change.sessionId(), locking || !isAllowed ? id : null);
        if (isAllowed) {
            values[decisions.room(session)] = room;
        } else {
            needsLocks = true;
            if (unchosen != null) {
                unchosen.addRoom(change.sessionId(), Objects.requireNonNull(id));
            }
        }
    }
}
