package dk.grundskema.solver.edit;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.MemberLock;
import dk.grundskema.solver.edit.ManualChange.GroupChange;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import java.util.ArrayList;
import java.util.List;

/** Applies manual changes to the members of formed groups. */
final class GroupChangeApplier {
    private final EditableProblem bench;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final List<MemberLock> locks;
    private final boolean locking;
    private final boolean isLast;
    private final List<Finding> findings;

    /**
     * @param values current values of all decisions; modified
     * @param locks current member locks
     * @param locking whether to lock what is set
     * @param isLast whether a choice that {@code bench} does not allow is an error; otherwise another compilation may
     * allow it
     * @param findings receives errors in the changes
     */
    GroupChangeApplier(
            EditableProblem bench,
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

    /** Returns the resulting member locks. */
    List<MemberLock> locks() {
        return locks;
    }

    /** Moves a student into a group, or out of all formed groups. */
    void applyChange(String at, GroupChange change) {
        int student = blueprint.index().student().find(change.studentId());
        GroupId group = change.groupId();
        int value = group == null ? Decisions.NONE : blueprint.index().group().find(group);
        if (student == IdIndex.NOWHERE) {
            addError(
                    "edit.no-such-student",
                    at + "/studentId",
                    change.studentId().value());
        }
        if (group != null && value == IdIndex.NOWHERE) {
            addError("edit.no-such-group", at + "/groupId", group.value());
        }
        if (student == IdIndex.NOWHERE || (group != null && value == IdIndex.NOWHERE)) {
            return;
        }
        boolean isForming = false;
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            var membership = blueprint.memberships().get(m);
            if (membership.student().id().equals(change.studentId()) && isAllowedGroup(membership.grouping(), change)) {
                isForming = true;
                applyChange(at, membership.grouping(), m, change, value);
            }
        }
        if (!isForming) {
            addError("edit.no-choice-of-group", at + "/groupId", group == null ? "" : group);
        }
    }

    private boolean isAllowedGroup(dk.grundskema.domain.demand.Grouping grouping, GroupChange change) {
        GroupId group = change.groupId();
        return group == null
                || (grouping.allows(change.studentId(), group)
                        && grouping.groups().stream().anyMatch(one -> one.id().equals(group)));
    }

    private void applyChange(
            String at, dk.grundskema.domain.demand.Grouping grouping, int membership, GroupChange change, int value) {
        locks.removeIf(lock -> lock.studentId().equals(change.studentId())
                && grouping.groups().stream().anyMatch(one -> one.id().equals(lock.groupId())));
        GroupId group = change.groupId();
        if (locking && group != null) {
            locks.add(new MemberLock(change.studentId(), group));
        }
        if (bench.allows(decisions.member(membership), value)) {
            values[decisions.member(membership)] = value;
        } else if (isLast) {
            addError("edit.no-choice-of-group", at + "/groupId", group == null ? "" : group);
        }
    }

    private void addError(String code, String pointer, Object... arguments) {
        findings.add(Finding.error(code, pointer, arguments));
    }
}
