package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.solver.engine.HandChange.Grouping;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Changes by hand of who is in which of the groups that are formed. */
final class GroupChanges {
    private final Bench bench;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final List<MemberLock> locks;
    private final boolean locking;
    private final boolean isLast;
    private final List<Finding> findings;

    /**
     * @param values   how decisions stand; changed
     * @param locks    who is locked to which group by now
     * @param locking  whether what is set stays set
     * @param isLast   whether a choice that the bench doesn't allow is meaningless; else another bench may allow it
     * @param findings takes what is meaningless
     */
    GroupChanges(
            Bench bench,
            int[] values,
            List<MemberLock> locks,
            boolean locking,
            boolean isLast,
            List<Finding> findings) {
        this.bench = bench;
        this.blueprint = bench.blueprint();
        this.decisions = bench.decisions();
        this.values = values;
        this.locks = new ArrayList<>(locks);
        this.locking = locking;
        this.isLast = isLast;
        this.findings = findings;
    }

    /** Who is locked to which group then. */
    List<MemberLock> locks() {
        return locks;
    }

    /** Lets a student join a group, or leave the one that the student is in. */
    void join(String at, Grouping change) {
        int student = blueprint.index().student().find(change.studentId());
        GroupId group = change.groupId();
        int value = group == null ? Decisions.NONE : blueprint.index().group().find(group);
        if (student == Numbers.NOWHERE) {
            error("edit.no-such-student", at + "/studentId", change.studentId().value());
        }
        if (group != null && value == Numbers.NOWHERE) {
            error("edit.no-such-group", at + "/groupId", group.value());
        }
        if (student == Numbers.NOWHERE || (group != null && value == Numbers.NOWHERE)) {
            return;
        }
        boolean isForming = false;
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            var membership = blueprint.memberships().get(m);
            if (membership.student().id().equals(change.studentId()) && isChoice(membership.grouping(), change)) {
                isForming = true;
                join(at, membership.grouping(), m, change, value);
            }
        }
        if (!isForming) {
            error("edit.no-choice-of-group", at + "/groupId", group == null ? "" : group);
        }
    }

    private boolean isChoice(dk.grundskema.domain.demand.Grouping grouping, Grouping change) {
        GroupId group = change.groupId();
        return group == null
                || (grouping.allows(change.studentId(), group)
                        && grouping.groups().stream().anyMatch(one -> one.id().equals(group)));
    }

    private void join(
            String at, dk.grundskema.domain.demand.Grouping grouping, int membership, Grouping change, int value) {
        locks.removeIf(lock -> lock.studentId().equals(change.studentId())
                && grouping.groups().stream().anyMatch(one -> one.id().equals(lock.groupId())));
        GroupId group = change.groupId();
        if (locking && group != null) {
            locks.add(new MemberLock(change.studentId(), group));
        }
        if (bench.allows(decisions.member(membership), value)) {
            values[decisions.member(membership)] = value;
        } else if (isLast) {
            error("edit.no-choice-of-group", at + "/groupId", group == null ? "" : group);
        }
    }

    private void error(String code, String pointer, Object... arguments) {
        findings.add(Finding.error(code, pointer, arguments));
    }
}
