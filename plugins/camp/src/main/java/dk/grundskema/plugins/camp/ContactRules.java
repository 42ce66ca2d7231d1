package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.camp.StaffRules.TeamAndStaff;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.Set;

/** Contact persons know their students from the team's modules and are shared evenly; few lessons at home need somebody else. */
final class ContactRules {
    /** A contact counts as so many modules, so that one total tells both: no team has that many. */
    private static final long CONTACT = 100_000;

    private record Contacts(StaffId staff) {}

    private final AskedFor asked;
    private final CampFrame frame;

    ContactRules(AskedFor asked) {
        this.asked = asked;
        this.frame = asked.frame();
    }

    /**
     * Each student of a team costs the modules by which the contact person has fewer with the team than one in each week with
     * modules. The team may be formed by the plan, so seat, membership and the seats of modules are counted under one key.
     */
    Rule fromTeam() {
        Set<GroupId> teams = Set.copyOf(frame.teams());
        int wanted = frame.teachingWeeks().size();
        return sum(CampRules.CONTACT_FROM_TEAM)
                .overSeats((seat, session, time, holder, entries) -> {
                    CampFrame.Slot slot = asked.slot(session.id());
                    GroupId team = slot == null ? null : slot.team();
                    if (team != null && slot != null && slot.block().kind() == Block.Kind.MODULE) {
                        entries.add(new TeamAndStaff(team, holder.id()), 1);
                    }
                })
                .overCompanions((seat, student, group, holder, entries) -> {
                    if (isContact(seat) && teams.contains(group)) {
                        entries.add(new TeamAndStaff(group, holder.id()), CONTACT);
                    }
                })
                .cost((key, total) -> total / CONTACT * Math.max(0, wanted - total % CONTACT));
    }

    /** The square of the distance from the even number of students costs, for each of the camp's staff. */
    Rule even() {
        var staff = frame.staff();
        SumRule.Builder rule = sum(CampRules.CONTACTS_EVEN).overSeats((seat, session, time, holder, entries) -> {
            if (isContact(seat) && session.id().equals(seat.sessions().getFirst())) {
                entries.add(new Contacts(holder.id()), 1);
            }
        });
        int students = frame.parameters().conversations() == null
                ? 0
                : frame.students().size();
        if (students > 0) {
            staff.stream().map(StaffMember::id).forEach(who -> rule.startingFrom(new Contacts(who), 0));
        }
        int people = Math.max(1, staff.size());
        return rule.cost((key, held) -> {
            long off = Math.max(0, Math.max(students / people - held, held - Math.ceilDiv(students, people)));
            return off * off;
        });
    }

    /** A lesson at home that somebody else has to take costs 1. */
    Rule cover() {
        return sum(CampRules.COVER)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (session.relief() != null && session.intervention().equals(frame.id())) {
                        entries.add(session.id(), 1);
                    }
                })
                .cost((key, taken) -> taken);
    }

    private boolean isContact(Seat seat) {
        return seat.role().equals(AppointmentDemand.CONTACT)
                && seat.id().value().startsWith(frame.prefix(AppointmentDemand.CONVERSATION));
    }
}
