package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Rules over those who fill the seats of one intervention. */
public final class StaffRules {
    /** Whether somebody is fit for a session. */
    @FunctionalInterface
    public interface Fitness {
        /**
         * @param who     who fills the seat
         * @param session of which session
         * @param time    when it is held
         */
        boolean holds(StaffId who, Session session, MeetingTime time);
    }

    private record Unfit(SessionId session, StaffId who) {}

    private StaffRules() {}

    /** Each session in which somebody has a role without being fit for it costs 1; the text mentions the session, then the person. */
    public static SumRule unfit(RuleType type, Intervention<?> intervention, String role, Fitness fitness) {
        return SumRule.sum(type)
                .overSeats((seat, session, time, who, entries) -> {
                    boolean counts = session.intervention().equals(intervention.id())
                            && seat.role().equals(role);
                    if (counts && !fitness.holds(who.id(), session, time)) {
                        entries.add(new Unfit(session.id(), who.id()), 1);
                    }
                })
                .cost((key, sessions) -> sessions);
    }

    /**
     * What the sessions of a kind add up to costs what is beyond the most.
     *
     * @param kind   which sessions
     * @param each   what each adds for everybody who fills one of its seats
     * @param shared under which key it counts, such as the person, or one key for all; the text mentions it
     * @param most   the most under a key
     */
    public static <K> SumRule atMost(
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
                .cost((key, total) -> Math.max(0, total - mostUnder(key, most)));
    }

    @SuppressWarnings("unchecked") // keys are what shared gave
    private static <K> long mostUnder(Object key, ToLongFunction<K> most) {
        return most.applyAsLong((K) key);
    }
}
