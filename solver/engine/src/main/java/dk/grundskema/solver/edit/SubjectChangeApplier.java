package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.edit.ManualChange.SubjectChange;
import dk.grundskema.solver.edit.ManualChange.SubjectSwap;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.IdIndex;
import java.util.ArrayList;
import java.util.List;

/** Applies manual changes to the subjects of modules, which are the guests placed into hosts. */
final class SubjectChangeApplier {
    /** Resolves the sessions that changes refer to. */
    interface SessionResolver {
        /**
         * Returns the number of a session that can be changed individually; {@link IdIndex#NOWHERE} if there is none,
         * after adding an error.
         */
        int resolve(String pointer, SessionId id);
    }

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final LockSetBuilder locks;
    private final boolean locking;
    private final SessionResolver sessions;
    private final List<Finding> findings;

    /**
     * @param values current values of all decisions; modified
     * @param locks current locks; modified
     * @param locking whether to lock what is set
     * @param findings receives errors in the changes
     */
    SubjectChangeApplier(
            Blueprint blueprint,
            int[] values,
            LockSetBuilder locks,
            boolean locking,
            SessionResolver sessions,
            List<Finding> findings) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.values = values;
        this.locks = locks;
        this.locking = locking;
        this.sessions = sessions;
        this.findings = findings;
    }

    /** Swaps the subjects of two modules. */
    void applySwap(String at, SubjectSwap change) {
        int one = findModule(at + "/sessionId", change.sessionId());
        int other = findModule(at + "/otherId", change.otherId());
        if (one == IdIndex.NOWHERE || other == IdIndex.NOWHERE || one == other) {
            return;
        }
        List<Integer> here = guestsOf(one);
        List<Integer> there = guestsOf(other);
        if (here.stream().anyMatch(guest -> choiceOfHost(guest, other) < 0)
                || there.stream().anyMatch(guest -> choiceOfHost(guest, one) < 0)) {
            addError("edit.cannot-swap", at, title(here, one), title(there, other));
            return;
        }
        here.forEach(guest -> values[decisions.slot(guest)] = choiceOfHost(guest, other));
        there.forEach(guest -> values[decisions.slot(guest)] = choiceOfHost(guest, one));
        lockSubject(one);
        lockSubject(other);
    }

    /** Sets or removes the subject of a module. */
    void applySubject(String at, SubjectChange change) {
        int host = findModule(at + "/sessionId", change.sessionId());
        if (host == IdIndex.NOWHERE) {
            return;
        }
        String subject = change.subject();
        List<Integer> here = guestsOf(host);
        boolean isThere = subject != null
                && here.stream()
                        .anyMatch(guest ->
                                blueprint.sessions().get(guest).subject().equals(subject));
        if (!isThere) {
            var guest = possibleGuests(host).stream()
                    .filter(one -> values[decisions.slot(one)] == Decisions.NONE)
                    .filter(one -> blueprint.sessions().get(one).subject().equals(subject))
                    .findFirst();
            if (subject != null && guest.isEmpty()) {
                addError("edit.no-such-subject", at + "/subject", subject);
                return;
            }
            here.forEach(one -> values[decisions.slot(one)] = Decisions.NONE);
            guest.ifPresent(one -> values[decisions.slot(one)] = choiceOfHost(one, host));
        }
        lockSubject(host);
    }

    private String title(List<Integer> guests, int host) {
        return blueprint
                .sessions()
                .get(guests.isEmpty() ? host : guests.getFirst())
                .title();
    }

    private void lockSubject(int host) {
        List<Integer> guests = guestsOf(host);
        String subject = guests.isEmpty()
                ? ""
                : blueprint.sessions().get(guests.getFirst()).subject();
        SessionId id = blueprint.sessions().get(host).id();
        locks.setSubject(id, locking && !subject.isEmpty() ? subject : null);
    }

    private int findModule(String pointer, SessionId id) {
        int session = sessions.resolve(pointer, id);
        if (session != IdIndex.NOWHERE && possibleGuests(session).isEmpty()) {
            addError(
                    "edit.no-module", pointer, blueprint.sessions().get(session).title());
            return IdIndex.NOWHERE;
        }
        return session;
    }

    /** Returns the guests that could be placed into a session. */
    private List<Integer> possibleGuests(int host) {
        var all = new ArrayList<Integer>();
        for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
            if (blueprint.isGuest(guest) && choiceOfHost(guest, host) >= 0) {
                all.add(guest);
            }
        }
        return all;
    }

    private List<Integer> guestsOf(int host) {
        return GuestPlacements.guestsOf(blueprint, values, host);
    }

    private int choiceOfHost(int guest, int host) {
        return GuestPlacements.choiceOfHost(blueprint, guest, host);
    }

    private void addError(String code, String pointer, Object... arguments) {
        findings.add(Finding.error(code, pointer, arguments));
    }
}
