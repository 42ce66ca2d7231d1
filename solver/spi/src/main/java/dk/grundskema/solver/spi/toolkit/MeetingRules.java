package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules that several plugins declare over sessions of one kind of a demand: how many are held, and by whom. A session's own are the first of its
 * groups, or else its first student, or else it is its own.
 */
public final class MeetingRules {
    /** A meeting of the earlier kind counts as so many later ones, so that one total tells both: nobody has that many. */
    private static final long EARLIER = 100_000;

    private final Demand demand;
    private final Map<SessionId, String> kinds = new HashMap<>();

    /** @param demand what an intervention needs */
    public MeetingRules(Demand demand) {
        this.demand = demand;
        demand.sessions().forEach(one -> kinds.put(one.id(), one.kind()));
    }

    /** The sessions of a kind, in the demand's order. */
    public List<Session> sessions(String kind) {
        return demand.sessions().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Whose a session of a kind is, see {@link #own}; nobody's is any other, also of other interventions. */
    public Function<Session, @Nullable Object> ofKind(String kind) {
        return session -> is(session, kind) ? own(session) : null;
    }

    /** What the id of a session of a kind says right after the kind, see {@link DemandDraft#session}; {@code null} for any other session. */
    public Function<Session, @Nullable Object> named(String kind) {
        return session -> is(session, kind)
                ? session.id()
                        .value()
                        .substring(session.intervention().value().length() + kind.length() + 2)
                        .split("/", 2)[0]
                : null;
    }

    private boolean is(Session session, String kind) {
        return kind.equals(kinds.get(session.id()));
    }

    /** Whose a session is: its first group, or else its first student, or else itself; ids. */
    public static Object own(Session session) {
        if (!session.groups().isEmpty()) {
            return session.groups().getFirst();
        }
        return session.students().isEmpty() ? session.id() : session.students().getFirst();
    }

    private Map<Object, List<Session>> byOwn(String kind) {
        return sessions(kind).stream()
                .collect(Collectors.groupingBy(MeetingRules::own, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Each date that is missing of those on which sessions of a kind were to be held costs 1; the text mentions whose they are.
     *
     * @param whose groups or students, also such as have no session at all
     * @param asked on how many dates altogether for each of them
     */
    public Rule enough(RuleType type, String kind, Collection<?> whose, long asked) {
        var rule = sum(type).overPlacements((session, time, host, entries) -> {
            if (is(session, kind)) {
                entries.add(own(session), time.weeks().size());
            }
        });
        whose.forEach(one -> rule.startingFrom(one, 0));
        return rule.cost((key, held) -> Math.max(0, asked - held));
    }

    /** A role of a session of a kind costs 1 if somebody fills it but nobody who is able; the text mentions the session. */
    public Rule able(RuleType type, String kind, Able able) {
        return perSession(type, sessions(kind), (scope, view, charge) -> {
            Session session = scope.sessions().getFirst();
            Map<String, Boolean> roles = new HashMap<>();
            for (int seat = 0; seat < view.seats(0); seat++) {
                StaffMember who = view.holder(0, seat);
                if (who != null) {
                    String role = view.seat(0, seat).role();
                    roles.merge(role, able.is(who, role, session.subject()), Boolean::logicalOr);
                }
            }
            charge.add(roles.values().stream().filter(is -> !is).count(), session.id());
        });
    }

    /** A student of a group costs 1 who has no ordinary lessons with anybody in the group's sessions of a kind; the text mentions the group. */
    public Rule known(RuleType type, String kind, OwnLessons lessons) {
        Set<SessionId> first = demand.seats().stream()
                .map(seat -> seat.sessions().getFirst())
                .collect(Collectors.toSet()); // whoever fills a seat is in its first session
        var scopes = new ArrayList<Scope>();
        byOwn(kind).forEach((own, some) -> {
            if (own instanceof GroupId group) {
                var few = some.stream().filter(one -> first.contains(one.id())).toList();
                scopes.add(new Scope(group, few, List.of(group), List.of()));
            }
        });
        Map<StudentId, Set<StaffId>> known = new ConcurrentHashMap<>(); // looked up once for each student
        return local(type, scopes, (scope, view, charge) -> {
            Set<StaffId> adults = adults(scope, view);
            int strangers = 0;
            for (int place = 0; place < view.size(0); place++) {
                var teachers = known.computeIfAbsent(view.student(0, place).id(), lessons::teachers);
                strangers += teachers.stream().anyMatch(adults::contains) ? 0 : 1;
            }
            charge.add(strangers, scope.key());
        });
    }

    private static Set<StaffId> adults(Scope scope, ScopeView view) {
        Set<StaffId> adults = new HashSet<>();
        for (int session = 0; session < scope.sessions().size(); session++) {
            for (int seat = 0; seat < view.seats(session); seat++) {
                StaffMember who = view.holder(session, seat);
                if (who != null) {
                    adults.add(who.id());
                }
            }
        }
        return adults;
    }

    /**
     * Each session in which somebody is in one of some roles costs 1 unless the same person is in some session of another kind; the text mentions
     * the person.
     *
     * @param kind  kind of session in which everybody should have been
     * @param roles the roles that count in all others
     */
    public Rule onlyWhoWasIn(RuleType type, String kind, Set<String> roles) {
        return sum(type)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (is(session, kind)) {
                        entries.add(holder.id(), EARLIER);
                    } else if (kinds.containsKey(session.id()) && roles.contains(seat.role())) {
                        entries.add(holder.id(), 1);
                    }
                })
                .cost((key, total) -> total >= EARLIER ? 0 : total);
    }
}
