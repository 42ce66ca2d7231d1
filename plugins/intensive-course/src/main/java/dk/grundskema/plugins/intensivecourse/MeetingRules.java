package dk.grundskema.plugins.intensivecourse;

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
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
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
 * Rules over sessions of one kind: how many are held, and by which staff members. The owner of a session is its first group, else its first
 * student, else the session itself.
 */
final class MeetingRules {
    /** Weight of a meeting of the earlier kind, so that one total holds two counts; no person has that many later meetings. */
    private static final long EARLIER_WEIGHT = 100_000;

    private final Demand demand;
    private final Map<SessionId, String> kinds = new HashMap<>();

    /** @param demand demand of the intervention */
    MeetingRules(Demand demand) {
        this.demand = demand;
        demand.sessions().forEach(one -> kinds.put(one.id(), one.kind()));
    }

    /** Returns the sessions of a kind, in the demand's order. */
    List<Session> sessions(String kind) {
        return demand.sessions().stream().filter(one -> one.kind().equals(kind)).toList();
    }

    /** Returns a function to the {@link #owner} of a session of a kind; {@code null} for other sessions, also those of other interventions. */
    Function<Session, @Nullable Object> ownerOfKind(String kind) {
        return session -> isOfKind(session, kind) ? owner(session) : null;
    }

    private boolean isOfKind(Session session, String kind) {
        return kind.equals(kinds.get(session.id()));
    }

    /** Returns the id of the owner of a session: its first group, else its first student, else the session itself. */
    static Object owner(Session session) {
        if (!session.groups().isEmpty()) {
            return session.groups().getFirst();
        }
        return session.students().isEmpty() ? session.id() : session.students().getFirst();
    }

    private Map<Object, List<Session>> sessionsByOwner(String kind) {
        return sessions(kind).stream()
                .collect(Collectors.groupingBy(MeetingRules::owner, LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * Charges 1 for each missing date of sessions of a kind; the text has the owner as argument.
     *
     * @param whose groups or students, including those without a session
     * @param asked required number of dates per owner
     */
    Rule tooFewDates(RuleType type, String kind, Collection<?> whose, long asked) {
        var rule = sum(type).overPlacements((session, time, host, entries) -> {
            if (isOfKind(session, kind)) {
                entries.add(owner(session), time.weeks().size());
            }
        });
        whose.forEach(one -> rule.initialTotal(one, 0));
        return rule.cost((key, held) -> Math.max(0, asked - held));
    }

    /** Charges 1 for each role of a session of a kind that is filled without a qualified holder; the text has the session as argument. */
    Rule nobodyQualified(RuleType type, String kind, Qualification able) {
        return perSession(type, sessions(kind), (scope, view, charge) -> {
            Session session = scope.sessions().getFirst();
            Map<String, Boolean> roles = new HashMap<>();
            for (int seat = 0; seat < view.seatCount(0); seat++) {
                StaffMember who = view.holder(0, seat);
                if (who != null) {
                    String role = view.seat(0, seat).role();
                    roles.merge(role, able.isQualified(who, role, session.subject()), Boolean::logicalOr);
                }
            }
            charge.add(roles.values().stream().filter(is -> !is).count(), session.id());
        });
    }

    /**
     * Charges 1 for each student of a group who has ordinary lessons with none of the staff members in the group's sessions of a kind; the text has
     * the group as argument.
     */
    Rule noKnownAdult(RuleType type, String kind, LessonsByPerson lessons) {
        Set<SessionId> first = demand.seats().stream()
                .map(seat -> seat.sessions().getFirst())
                .collect(Collectors.toSet()); // the holder of a seat is in its first session
        var scopes = new ArrayList<Scope>();
        sessionsByOwner(kind).forEach((own, some) -> {
            if (own instanceof GroupId group) {
                var few = some.stream().filter(one -> first.contains(one.id())).toList();
                scopes.add(new Scope(group, few, List.of(group), List.of()));
            }
        });
        Map<StudentId, Set<StaffId>> known = new ConcurrentHashMap<>(); // one lookup per student
        return local(type, scopes, (scope, view, charge) -> {
            Set<StaffId> adults = adults(scope, view);
            int strangers = 0;
            for (int place = 0; place < view.groupSize(0); place++) {
                var teachers = known.computeIfAbsent(view.student(0, place).id(), lessons::teachers);
                strangers += teachers.stream().anyMatch(adults::contains) ? 0 : 1;
            }
            charge.add(strangers, scope.key());
        });
    }

    private static Set<StaffId> adults(Scope scope, ScopeView view) {
        Set<StaffId> adults = new HashSet<>();
        for (int session = 0; session < scope.sessions().size(); session++) {
            for (int seat = 0; seat < view.seatCount(session); seat++) {
                StaffMember who = view.holder(session, seat);
                if (who != null) {
                    adults.add(who.id());
                }
            }
        }
        return adults;
    }

    /**
     * Charges 1 for each session in which a person has one of some roles without being in a session of another kind; the text has the person as
     * argument.
     *
     * @param kind  kind of the session that the person must be in
     * @param roles roles that count in all other sessions
     */
    Rule notInEarlierMeeting(RuleType type, String kind, Set<String> roles) {
        return sum(type)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (isOfKind(session, kind)) {
                        entries.add(holder.id(), EARLIER_WEIGHT);
                    } else if (kinds.containsKey(session.id()) && roles.contains(seat.role())) {
                        entries.add(holder.id(), 1);
                    }
                })
                .cost((key, total) -> total >= EARLIER_WEIGHT ? 0 : total);
    }
}
