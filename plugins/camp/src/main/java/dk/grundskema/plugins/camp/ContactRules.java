package dk.grundskema.plugins.camp;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.plugins.camp.TeamStaffRules.TeamAndStaff;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.SumRule;
import java.util.Set;

/**
 * Declares the rules that contact persons teach their students' teams, that contacts are shared evenly, and that few lessons at
 * home need a substitute.
 */
final class ContactRules {
    /**
     * Weight of one contact in a total that also counts modules. It is larger than any team's number of modules, so one total
     * carries both counts.
     */
    private static final long CONTACT = 100_000;

    private record ContactKey(StaffId staff) {}

    private final CampDemandIndex demandIndex;
    private final CampContext context;

    ContactRules(CampDemandIndex demandIndex) {
        this.demandIndex = demandIndex;
        this.context = demandIndex.context();
    }

    /**
     * Costs for each student the shortfall of modules that the contact person has with the student's team, against one module for
     * each week with modules. The plan may form the team, so the seat, the membership and the seats of modules are counted under
     * one key.
     */
    Rule contactFromTeam() {
        Set<GroupId> teams = Set.copyOf(context.teams());
        int wanted = context.teachingWeeks().size();
        return sum(CampRules.CONTACT_FROM_TEAM)
                .overSeats((seat, session, time, holder, entries) -> {
                    CampContext.BlockSlot slot = demandIndex.slotOf(session.id());
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

    /** Costs for each of the camp's staff the square of the deviation from the even number of students. */
    Rule contactsEven() {
        var staff = context.staff();
        SumRule.Builder rule = sum(CampRules.CONTACTS_EVEN).overSeats((seat, session, time, holder, entries) -> {
            if (isContact(seat) && session.id().equals(seat.sessions().getFirst())) {
                entries.add(new ContactKey(holder.id()), 1);
            }
        });
        int students = context.parameters().conversations() == null
                ? 0
                : context.students().size();
        if (students > 0) {
            staff.stream().map(StaffMember::id).forEach(who -> rule.initialTotal(new ContactKey(who), 0));
        }
        int people = Math.max(1, staff.size());
        return rule.cost((key, held) -> {
            long off = Math.max(0, Math.max(students / people - held, held - Math.ceilDiv(students, people)));
            return off * off;
        });
    }

    /** Costs 1 for each lesson at home that a substitute has to take. */
    Rule lessonCover() {
        return sum(CampRules.COVER)
                .overSeats((seat, session, time, holder, entries) -> {
                    if (session.relief() != null && session.intervention().equals(context.id())) {
                        entries.add(session.id(), 1);
                    }
                })
                .cost((key, taken) -> taken);
    }

    private boolean isContact(Seat seat) {
        return seat.role().equals(AppointmentDemand.CONTACT)
                && seat.id().value().startsWith(context.idPrefix(AppointmentDemand.CONVERSATION));
    }
}
