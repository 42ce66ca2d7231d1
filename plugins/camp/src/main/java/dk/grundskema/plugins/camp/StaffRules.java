package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.LocalRule.local;
import static dk.grundskema.solver.spi.LocalRule.perSession;
import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.camp.AskedFor.Teaching;
import dk.grundskema.solver.spi.Charge;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.ScopeView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Rules about who is with which team. */
final class StaffRules {
    record TeamAndStaff(GroupId team, StaffId staff) {}

    record TeamSubjectAndStaff(GroupId team, String subject, StaffId staff) {}

    /**
     * A team's day with the day before.
     *
     * @param earlier how many of the scope's sessions are of the day before; they come first
     */
    private record TwoDays(GroupId team, LocalDate date, int earlier) {}

    private final AskedFor asked;

    StaffRules(AskedFor asked) {
        this.asked = asked;
    }

    /** Of those who teach a module one is qualified for its subject. */
    Rule unqualifiedModule() {
        return perSession(CampRules.UNQUALIFIED_MODULE, asked.teamModules(), this::chargeUnqualified);
    }

    private void chargeUnqualified(Scope scope, ScopeView view, Charge charge) {
        for (int guest = 0; guest < view.guests(0); guest++) {
            Teaching teaching = asked.teaching(view.guest(0, guest));
            String skill = teaching == null ? null : teaching.subject().skill();
            if (teaching != null && skill != null && isStaffedWithout(skill, view)) {
                charge.add(1, scope.sessions().getFirst().id(), teaching.title());
            }
        }
    }

    private static boolean isStaffedWithout(String skill, ScopeView view) {
        boolean staffed = false;
        for (int seat = 0; seat < view.seats(0); seat++) {
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
                    CampFrame.Slot slot = asked.slot(session.id());
                    GroupId team = slot == null ? null : slot.team();
                    if (team != null) {
                        entries.add(new TeamAndStaff(team, holder.id()), 1);
                    }
                })
                .cost((key, seats) -> seats > 0 ? 1 : 0);
    }

    /** Few adults teach a team one subject. */
    Rule leadStaff() {
        return sum(CampRules.LEAD_STAFF)
                .overTeaching((seat, host, guest, holder, entries) -> {
                    Teaching teaching = asked.teaching(guest);
                    if (teaching != null) {
                        entries.add(new TeamSubjectAndStaff(teaching.team(), teaching.title(), holder.id()), 1);
                    }
                })
                .cost((key, modules) -> modules > 0 ? 1 : 0);
    }

    /** Each day a team meets some of the adults that it met on its day before. */
    Rule familiarFaces() {
        int wanted = asked.frame().parameters().familiarStaff();
        return local(CampRules.FAMILIAR_FACES, pairsOfDays(), (scope, view, charge) -> {
            var days = (TwoDays) scope.key();
            int familiar = 0;
            for (int session = days.earlier(); session < scope.sessions().size() && familiar < wanted; session++) {
                familiar += familiarIn(session, days.earlier(), view);
            }
            charge.add(Math.max(0, wanted - familiar), days.team(), days.date());
        });
    }

    private List<Scope> pairsOfDays() {
        var scopes = new ArrayList<Scope>();
        for (GroupId team : asked.frame().teams()) {
            var ofDay = new TreeMap<LocalDate, List<Session>>();
            for (CampFrame.Slot slot : asked.slotsOf(team)) {
                ofDay.computeIfAbsent(slot.day().date(), date -> new ArrayList<>())
                        .add(asked.session(slot));
            }
            List<Session> before = List.of();
            for (var day : ofDay.entrySet()) {
                if (!before.isEmpty()) {
                    var both = new ArrayList<>(before);
                    both.addAll(day.getValue());
                    var key = new TwoDays(team, day.getKey(), before.size());
                    scopes.add(new Scope(key, both, List.of(), List.of()));
                }
                before = day.getValue();
            }
        }
        return scopes;
    }

    /** How many people of a session were there the day before, and not yet in an earlier session of today. */
    private static int familiarIn(int session, int today, ScopeView view) {
        int familiar = 0;
        for (int seat = 0; seat < view.seats(session); seat++) {
            int person = view.holderIndex(session, seat);
            if (person >= 0
                    && isIn(person, 0, today, view)
                    && !isIn(person, today, session, view)
                    && !isAmongFirst(seat, person, session, view)) {
                familiar++;
            }
        }
        return familiar;
    }

    private static boolean isIn(int person, int from, int until, ScopeView view) {
        for (int session = from; session < until; session++) {
            if (isAmongFirst(view.seats(session), person, session, view)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAmongFirst(int seats, int person, int session, ScopeView view) {
        for (int seat = 0; seat < seats; seat++) {
            if (view.holderIndex(session, seat) == person) {
                return true;
            }
        }
        return false;
    }
}
