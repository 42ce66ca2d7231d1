package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.engine.HandChange.Swapping;
import dk.grundskema.solver.engine.HandChange.Teaching;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.model.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Changes by hand of what is taught in modules: which guests are placed into which hosts. */
final class SubjectChanges {
    /** How sessions that changes name are found. */
    interface Sessions {
        /** Number of a session that can be changed by itself; {@link Numbers#NOWHERE} if there is none, which is said. */
        int number(String pointer, SessionId id);
    }

    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final LockDraft locks;
    private final boolean locking;
    private final Sessions sessions;
    private final List<Finding> findings;

    /**
     * @param values   how decisions stand; changed
     * @param locks    who is locked to what; changed
     * @param locking  whether what is set stays set
     * @param findings takes what is meaningless
     */
    SubjectChanges(
            Blueprint blueprint,
            int[] values,
            LockDraft locks,
            boolean locking,
            Sessions sessions,
            List<Finding> findings) {
        this.blueprint = blueprint;
        this.decisions = blueprint.decisions();
        this.values = values;
        this.locks = locks;
        this.locking = locking;
        this.sessions = sessions;
        this.findings = findings;
    }

    /** Lets two modules swap what is taught in them. */
    void swap(String at, Swapping change) {
        int one = module(at + "/sessionId", change.sessionId());
        int other = module(at + "/otherId", change.otherId());
        if (one == Numbers.NOWHERE || other == Numbers.NOWHERE || one == other) {
            return;
        }
        List<Integer> here = guests(one);
        List<Integer> there = guests(other);
        if (here.stream().anyMatch(guest -> choice(guest, other) < 0)
                || there.stream().anyMatch(guest -> choice(guest, one) < 0)) {
            error("edit.cannot-swap", at, title(here, one), title(there, other));
            return;
        }
        here.forEach(guest -> values[decisions.slot(guest)] = choice(guest, other));
        there.forEach(guest -> values[decisions.slot(guest)] = choice(guest, one));
        lockSubject(one);
        lockSubject(other);
    }

    /** Lets a module teach a subject, or none. */
    void teach(String at, Teaching change) {
        int host = module(at + "/sessionId", change.sessionId());
        if (host == Numbers.NOWHERE) {
            return;
        }
        String subject = change.subject();
        List<Integer> here = guests(host);
        boolean isThere = subject != null
                && here.stream()
                        .anyMatch(guest ->
                                blueprint.sessions().get(guest).subject().equals(subject));
        if (!isThere) {
            var guest = visitors(host).stream()
                    .filter(one -> values[decisions.slot(one)] == Decisions.NONE)
                    .filter(one -> blueprint.sessions().get(one).subject().equals(subject))
                    .findFirst();
            if (subject != null && guest.isEmpty()) {
                error("edit.no-such-subject", at + "/subject", subject);
                return;
            }
            here.forEach(one -> values[decisions.slot(one)] = Decisions.NONE);
            guest.ifPresent(one -> values[decisions.slot(one)] = choice(one, host));
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
        List<Integer> guests = guests(host);
        String subject = guests.isEmpty()
                ? ""
                : blueprint.sessions().get(guests.getFirst()).subject();
        SessionId id = blueprint.sessions().get(host).id();
        locks.subject(id, locking && !subject.isEmpty() ? subject : null);
    }

    private int module(String pointer, SessionId id) {
        int session = sessions.number(pointer, id);
        if (session != Numbers.NOWHERE && visitors(session).isEmpty()) {
            error("edit.no-module", pointer, blueprint.sessions().get(session).title());
            return Numbers.NOWHERE;
        }
        return session;
    }

    /** Guests that could be placed into a session. */
    private List<Integer> visitors(int host) {
        var all = new ArrayList<Integer>();
        for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
            if (blueprint.isGuest(guest) && choice(guest, host) >= 0) {
                all.add(guest);
            }
        }
        return all;
    }

    private List<Integer> guests(int host) {
        return Guests.in(blueprint, values, host);
    }

    private int choice(int guest, int host) {
        return Guests.choice(blueprint, guest, host);
    }

    private void error(String code, String pointer, Object... arguments) {
        findings.add(Finding.error(code, pointer, arguments));
    }
}
