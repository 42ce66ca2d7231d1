package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.camp.CampDemandIndex.SubjectModule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Declares the rules about which staff members are with which team. */
final class TeamStaffRules {
    record TeamAndStaff(GroupId team, StaffId staff) {}

    record TeamSubjectAndStaff(GroupId team, String subject, StaffId staff) {}

    /**
     * A team's day together with the day before.
     *
     * @param earlier number of the scope's sessions that are on the day before; they come first
     */
    private record ConsecutiveDays(GroupId team, LocalDate date, int earlier) {}

    private final CampDemandIndex demandIndex;

    TeamStaffRules(CampDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
    }

    /** At least one teacher of a module is qualified for its subject. */
    Rule unqualifiedModule() {
        return perSession(CampRules.UNQUALIFIED_MODULE, demandIndex.teamModuleSessions(), this::chargeUnqualified);
    }

    private void chargeUnqualified(Scope scope, ScopeView view, PenaltyCollector charge) {
        for (int guest = 0; guest < view.guestCount(0); guest++) {
            SubjectModule teaching = demandIndex.moduleOf(view.guest(0, guest));
            String skill = teaching == null ? null : teaching.subject().skill();
            if (teaching != null && skill != null && lacksSkill(skill, view)) {
                charge.add(1, scope.sessions().getFirst().id(), teaching.title());
            }
        }
    }

    private static boolean lacksSkill(String skill, ScopeView view) {
        boolean staffed = false;
        for (int seat = 0; seat < view.seatCount(0); seat++) {
            StaffMember holder = view.holder(0, seat);
            if (holder != null && holder.skills().contains(skill)) {
                return false;
            }
            staffed |= holder != null;
        }
        return staffed;
    }

    /** A team meets few different adults. */
    Rule fewFaces() {
        return sum(CampRules.FEW_FACES)
                .overSeats((seat, session, time, holder, entries) -> {
                    CampContext.BlockSlot slot = demandIndex.slotOf(session.id());
                    GroupId team = slot == null ? null : slot.team();
                    if (team != null) {
                        entries.add(new TeamAndStaff(team, holder.id()), 1);
                    }
                })
                .cost((key, seats) -> seats > 0 ? 1 : 0);
    }

    /** Few different adults teach a team one subject. */
    Rule leadStaff() {
        return sum(CampRules.LEAD_STAFF)
                .overTeaching((seat, host, guest, holder, entries) -> {
                    SubjectModule teaching = demandIndex.moduleOf(guest);
                    if (teaching != null) {
                        entries.add(new TeamSubjectAndStaff(teaching.team(), teaching.title(), holder.id()), 1);
                    }
                })
                .cost((key, modules) -> modules > 0 ? 1 : 0);
    }

    /** Each day a team meets some of the adults it met on its previous day. */
    Rule familiarFaces() {
        int wanted = demandIndex.context().parameters().familiarStaff();
        return local(CampRules.FAMILIAR_FACES, pairsOfDays(), (scope, view, charge) -> {
            var days = (ConsecutiveDays) scope.key();
            int familiar = 0;
            for (int session = days.earlier(); session < scope.sessions().size() && familiar < wanted; session++) {
                familiar += countFamiliar(session, days.earlier(), view);
            }
            charge.add(Math.max(0, wanted - familiar), days.team(), days.date());
        });
    }

    private List<Scope> pairsOfDays() {
        var scopes = new ArrayList<Scope>();
        for (GroupId team : demandIndex.context().teams()) {
            var ofDay = new TreeMap<LocalDate, List<Session>>();
            for (CampContext.BlockSlot slot : demandIndex.slotsOf(team)) {
                ofDay.computeIfAbsent(slot.day().date(), date -> new ArrayList<>())
                        .add(demandIndex.session(slot));
            }
            List<Session> before = List.of();
            for (var day : ofDay.entrySet()) {
                if (!before.isEmpty()) {
                    var both = new ArrayList<>(before);
                    both.addAll(day.getValue());
                    var key = new ConsecutiveDays(team, day.getKey(), before.size());
                    scopes.add(new Scope(key, both, List.of(), List.of()));
                }
                before = day.getValue();
            }
        }
        return scopes;
    }

    /** Counts the staff of a session who were there the day before and are not in an earlier session of today. */
    private static int countFamiliar(int session, int today, ScopeView view) {
        int familiar = 0;
        for (int seat = 0; seat < view.seatCount(session); seat++) {
            int person = view.holderIndex(session, seat);
            if (person >= 0
                    && isInSessions(person, 0, today, view)
                    && !isInSessions(person, today, session, view)
                    && !isInFirstSeats(seat, person, session, view)) {
                familiar++;
            }
        }
        return familiar;
    }

    private static boolean isInSessions(int person, int from, int until, ScopeView view) {
        for (int session = from; session < until; session++) {
            if (isInFirstSeats(view.seatCount(session), person, session, view)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInFirstSeats(int seats, int person, int session, ScopeView view) {
        for (int seat = 0; seat < seats; seat++) {
            if (view.holderIndex(session, seat) == person) {
                return true;
            }
        }
        return false;
    }
}
