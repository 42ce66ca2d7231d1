package dk.grundskema.solver.precheck;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.problem.SessionLock;
import java.util.ArrayList;
import java.util.List;

/** Checks whether there is enough staff. If there would be without locks, these are named, and no more people are asked for. */
final class LockShortagePrecheck {
    /** Locks that are each tried alone. */
    private static final int MOST_TRIED = 40;

    private static final int MOST_NAMED = 10;

    private LockShortagePrecheck() {}

    static List<Finding> findings(Problem problem, List<Demand> demands) {
        List<Finding> shortages = shortages(problem, demands, problem.locks());
        boolean isByLocks = !shortages.isEmpty()
                && !problem.locks().isEmpty()
                && shortages(problem, demands, List.of()).isEmpty();
        return isByLocks ? List.of(name(problem, demands, missing(shortages))) : shortages;
    }

    private static List<Finding> shortages(Problem problem, List<Demand> demands, List<SessionLock> locks) {
        return StaffingPrecheck.of(problem.withLocks(locks, problem.memberLocks()), demands)
                .findings();
    }

    /** Returns the largest shortage of a moment, a day, a week or all weeks, since the same seats may be short in several of them. */
    private static long missing(List<Finding> shortages) {
        return shortages.stream()
                .mapToLong(one ->
                        ((Number) one.arguments().get(one.code().equals("precheck.moment-short") ? 5 : 3)).longValue())
                .max()
                .orElseThrow();
    }

    private static Finding name(Problem problem, List<Demand> demands, long missing) {
        List<SessionLock> locks = problem.locks();
        List<SessionId> alone = locks.stream()
                .limit(MOST_TRIED)
                .filter(lock ->
                        shortages(problem, demands, without(locks, lock)).isEmpty())
                .map(SessionLock::sessionId)
                .toList();
        List<SessionId> named =
                alone.isEmpty() ? locks.stream().map(SessionLock::sessionId).toList() : alone;
        return Finding.warning(
                "precheck.short-by-locks",
                "/locks",
                missing,
                alone.size(),
                named.stream().limit(MOST_NAMED).toList(),
                Math.max(0, named.size() - MOST_NAMED));
    }

    private static List<SessionLock> without(List<SessionLock> locks, SessionLock one) {
        var others = new ArrayList<>(locks);
        others.remove(one);
        return others;
    }
}
