package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Rules over the seat holders of one intervention. */
final class StaffRules {
    /** A predicate on whether a staff member is fit for a session. */
    @FunctionalInterface
    interface Fitness {
        /**
         * @param who     holder of the seat
         * @param session the session
         * @param time    its time
         */
        boolean isFit(StaffId who, Session session, MeetingTime time);
    }

    private record UnfitHolder(SessionId session, StaffId who) {}

    private StaffRules() {}

    /** Charges 1 for each session in which the holder of a role is not fit for it; the text has the session, then the person as arguments. */
    static SumRule unfit(RuleType type, Intervention<?> intervention, String role, Fitness fitness) {
        return SumRule.sum(type)
                .overSeats((seat, session, time, who, entries) -> {
                    boolean counts = session.intervention().equals(intervention.id())
                            && seat.role().equals(role);
                    if (counts && !fitness.isFit(who.id(), session, time)) {
                        entries.add(new UnfitHolder(session.id(), who.id()), 1);
                    }
                })
                .cost((key, sessions) -> sessions);
    }

    /**
     * Charges the excess of the total of the sessions of a kind over a maximum.
     *
     * @param kind   kind of the sessions
     * @param each   amount that a session adds for each seat holder
     * @param shared returns the key of the total, such as the person, or one key for all; argument of the text
     * @param most   returns the maximum of a key
     */
    static <K> SumRule atMost(
            RuleType type,
            Intervention<?> intervention,
            String kind,
            long each,
            Function<StaffMember, K> shared,
            ToLongFunction<K> most) {
        return SumRule.sum(type)
                .overSeats((seat, session, time, who, entries) -> {
                    if (session.intervention().equals(intervention.id())
                            && session.kind().equals(kind)) {
                        entries.add(shared.apply(who), each);
                    }
                })
                .figures((key, total) -> List.of(new Figure(total), new Figure(mostUnder(key, most))))
                .cost((key, total) -> Math.max(0, total - mostUnder(key, most)));
    }

    @SuppressWarnings("unchecked") // keys are results of shared
    private static <K> long mostUnder(Object key, ToLongFunction<K> most) {
        return most.applyAsLong((K) key);
    }
}
