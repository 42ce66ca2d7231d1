package dk.grundskema.solver.spi;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import java.util.List;
import java.util.Objects;

/**
 * A rule that looks at a small scope at a time: a block with its subject and seats, two days of a team, two friends. Its
 * cost is a pure function of the decisions in the scope.
 */
public final class LocalRule implements Rule {
    /**
     * What one evaluation may look at.
     *
     * @param key         what the scope is about; handed to the function, and good for the text of a fault
     * @param sessions    sessions whose time, room, guest and seats may be looked at, by their place in this list
     * @param groups      groups whose size may be looked at
     * @param memberships memberships that may be looked at
     */
    public record Scope(Object key, List<Session> sessions, List<GroupId> groups, List<Membership> memberships) {
        /** Copies the lists. */
        public Scope {
            sessions = List.copyOf(sessions);
            groups = List.copyOf(groups);
            memberships = List.copyOf(memberships);
        }

        /** A scope of one session, which is also its key. */
        public static Scope of(Session session) {
            return new Scope(session, List.of(session), session.groups(), List.of());
        }
    }

    /** The cost of a scope. */
    @FunctionalInterface
    public interface Cost {
        /** Charges for what the scope shows; charges nothing if all is well. */
        void of(Scope scope, ScopeView view, Charge charge);
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

    /** What is looked at, one after the other. */
    public List<Scope> scopes() {
        return scopes;
    }

    /** The cost of a scope. */
    public Cost cost() {
        return cost;
    }

    /** A rule over the given scopes. */
    public static LocalRule local(RuleType type, List<Scope> scopes, Cost cost) {
        return new LocalRule(type, scopes, cost);
    }

    /** A rule over each of the given sessions alone, with the sizes of its groups. */
    public static LocalRule perSession(RuleType type, List<Session> sessions, Cost cost) {
        return new LocalRule(type, sessions.stream().map(Scope::of).toList(), cost);
    }
}
