package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import java.util.Objects;

/**
 * A rule over small scopes, such as a block with its subject and seats, two days of a team, or two friends. The cost is a pure function of the
 * decisions in one scope.
 */
public final class LocalRule implements Rule {
    /**
     * The data that one evaluation may use.
     *
     * @param key         subject of the scope; passed to the function and usable in the text of a violation
     * @param sessions    sessions whose time, room, guests and seats may be read, by their index in this list
     * @param groups      groups whose size may be read
     * @param memberships memberships that may be read
     */
    public record Scope(Object key, List<Session> sessions, List<GroupId> groups, List<Membership> memberships) {
        /** Copies the lists. */
        public Scope {
            sessions = List.copyOf(sessions);
            groups = List.copyOf(groups);
            memberships = List.copyOf(memberships);
        }

        /** Returns the scope of one session and its groups; the session is the key. */
        public static Scope of(Session session) {
            return new Scope(session, List.of(session), session.groups(), List.of());
        }
    }

    /** Calculates the cost of a scope. */
    @FunctionalInterface
    public interface Cost {
        /** Charges for violations in the scope; charges nothing if there are none. */
        void charge(Scope scope, ScopeView view, PenaltyCollector charge);
    }

    private final RuleType type;
    private final List<Scope> scopes;
    private final Cost cost;

    private LocalRule(RuleType type, List<Scope> scopes, Cost cost) {
        this.type = Objects.requireNonNull(type);
        this.scopes = List.copyOf(scopes);
        this.cost = Objects.requireNonNull(cost);
    }

    @Override
    public RuleType type() {
        return type;
    }

    /** Returns the scopes. */
    public List<Scope> scopes() {
        return scopes;
    }

    /** Returns the cost function. */
    public Cost cost() {
        return cost;
    }

    /** Returns a rule over the given scopes. */
    public static LocalRule local(RuleType type, List<Scope> scopes, Cost cost) {
        return new LocalRule(type, scopes, cost);
    }

    /** Returns the same rule with another cost function that charges the same, for example with a better error. */
    public LocalRule withCost(Cost other) {
        return new LocalRule(type, scopes, other);
    }

    /** Returns a rule with one scope per session; each scope includes the sizes of the session's groups. */
    public static LocalRule perSession(RuleType type, List<Session> sessions, Cost cost) {
        return new LocalRule(type, sessions.stream().map(Scope::of).toList(), cost);
    }
}
