package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.LocalRule.local;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.plugins.camp.AppointmentTimes.AppointmentChoice;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Declares the rules that conversations and visits are held as requested. */
final class AppointmentRules {
    private final CampContext context;
    private final AppointmentTimes appointments;
    private final Map<SessionId, Session> sessions = new HashMap<>();

    AppointmentRules(CampDemandIndex demandIndex, List<Session> all) {
        this.context = demandIndex.context();
        this.appointments = new AppointmentTimes(context);
        all.forEach(session -> sessions.put(session.id(), session));
    }

    /**
     * Costs 1 for each conversation that is not held, is outside its blocks and days, or has a contact person other than the
     * given one.
     */
    Rule conversations() {
        var scopes = new ArrayList<Scope>();
        Map<StudentId, StaffId> given = new HashMap<>();
        Conversations conversations = context.parameters().conversations();
        var choices = conversations == null ? List.<AppointmentChoice>of() : appointments.possibleTimes(conversations);
        if (conversations != null) {
            conversations.contacts().forEach(contact -> given.put(contact.student(), contact.staff()));
            for (Student student : context.students()) {
                String id = context.idPrefix(AppointmentDemand.CONVERSATION) + student.id();
                scopes.add(scope(student.id(), id, conversations.perStudent()));
            }
        }
        return local(CampRules.CONVERSATIONS, scopes, (scope, view, charge) -> {
            int minutes = conversations == null ? 0 : conversations.minutes();
            StaffId contact = given.get((StudentId) scope.key());
            int missing = 0;
            for (int i = 0; i < scope.sessions().size(); i++) {
                MeetingTime time = view.time(i);
                boolean isAsAsked = time != null
                        && choices.get(placeOf(scope.sessions().get(i))).isPossible(time, minutes)
                        && areAllHolders(view, i, holder -> contact == null || holder.equals(contact));
                missing += isAsAsked ? 0 : 1;
            }
            charge.add(missing, scope.key());
        });
    }

    /** Costs 1 for each visit that is not made, is not in one of its blocks, or has other visitors. */
    Rule visits() {
        var scopes = new ArrayList<Scope>();
        Map<String, Set<StaffId>> visitors = new HashMap<>();
        Map<String, List<AppointmentChoice>> choicesOf = new HashMap<>();
        for (Visit visit : context.parameters().visits()) {
            choicesOf.put(visit.id(), appointments.possibleTimes(visit));
            visitors.put(visit.id(), new HashSet<>(visit.visitors()));
            scopes.add(scope(visit.id(), context.idPrefix(AppointmentDemand.VISIT) + visit.id(), visit.times()));
        }
        return local(CampRules.VISITS, scopes, (scope, view, charge) -> {
            var choices = Objects.requireNonNull(choicesOf.get((String) scope.key()));
            Set<StaffId> own = visitors.getOrDefault((String) scope.key(), Set.of());
            int missing = 0;
            for (int i = 0; i < scope.sessions().size(); i++) {
                MeetingTime time = view.time(i);
                boolean isAsAsked =
                        time != null && choices.get(i).times().contains(time) && areAllHolders(view, i, own::contains);
                missing += isAsAsked ? 0 : 1;
            }
            charge.add(missing, scope.key());
        });
    }

    /** Returns whether all assigned staff match; a missing person is a rule of the core. */
    private static boolean areAllHolders(ScopeView view, int session, Predicate<StaffId> wanted) {
        for (int seat = 0; seat < view.seatCount(session); seat++) {
            StaffMember holder = view.holder(session, seat);
            if (holder != null && !wanted.test(holder.id())) {
                return false;
            }
        }
        return true;
    }

    /** Returns the place of a conversation among those of its student, from 0; those of weeks without the student are left out of the demand. */
    private static int placeOf(Session conversation) {
        String id = conversation.id().value();
        return Integer.parseInt(id.substring(id.lastIndexOf('/') + 1)) - 1;
    }

    private Scope scope(Object key, String id, int count) {
        var some = new ArrayList<Session>();
        for (int i = 1; i <= count; i++) {
            Session session = sessions.get(new SessionId(id + "/" + i));
            if (session != null) {
                some.add(session);
            }
        }
        return new Scope(key, some, List.of(), List.of());
    }
}
