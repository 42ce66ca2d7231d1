package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.plugins.camp.DutyFeasibility.DutyState;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Assesses whether modules have the required adults: two, one of them qualified, and not too many students for each.
 *
 * @param camp     the camp
 * @param whoCould explains why nobody else is assigned
 */
record StaffingFidelity(FinishedCamp camp, DutyFeasibility whoCould) {
    private static final int STAFF = 2;
    /** Ours: the largest default team, with two adults. */
    private static final int STUDENTS_PER_ADULT = 6;

    List<Ask> asks() {
        return List.of(twoStaff(), qualified(), staffing());
    }

    /** Two adults in each module. */
    private Ask twoStaff() {
        var modules = camp.heldModules();
        var places = modules.stream()
                .filter(module -> module.staff().size() < STAFF)
                .map(module ->
                        Shortfall.at(reasonTooFewStaff(module), module.meeting().sessionId()))
                .toList();
        return Ask.counted("camp.ask.two-staff", CampOrigins.WHAT_WORKS, "modules", modules.size(), places, STAFF);
    }

    private Reason reasonTooFewStaff(DatedMeeting module) {
        var seats = module.meeting().seats();
        if (seats.size() < STAFF) {
            return Reason.of("camp.why.few-seats", seats.size());
        }
        if (seats.stream().anyMatch(seat -> seat.staffId() == null && seat.locked())) {
            return Reason.of("camp.why.locked-empty");
        }
        return reasonNobodyElse(module, person -> true, "camp.why.could-have", "camp.why.nobody-free");
    }

    private Reason reasonNobodyElse(DatedMeeting module, Predicate<StaffMember> fitting, String could, String nobody) {
        var states = whoCould.staffByState(module, fitting);
        var free = states.getOrDefault(DutyState.FREE, List.of());
        return free.isEmpty()
                ? Reason.of(
                        nobody,
                        states.getOrDefault(DutyState.BUSY, List.of()).size()
                                + states.getOrDefault(DutyState.TOO_FAR, List.of())
                                        .size(),
                        states.getOrDefault(DutyState.AWAY, List.of()).size(),
                        states.getOrDefault(DutyState.AT_LIMIT, List.of()).size())
                : Reason.of(could, free);
    }

    /** One adult of a module is qualified for its subject if that requires a skill. */
    private Ask qualified() {
        int asked = 0;
        var places = new ArrayList<Shortfall>();
        for (DatedMeeting module : camp.heldModules()) {
            Optional<String> skill = skillOf(module);
            if (skill.isPresent()) {
                asked++;
                reasonUnqualified(module, skill.get())
                        .ifPresent(why ->
                                places.add(Shortfall.at(why, module.meeting().sessionId())));
            }
        }
        return asked == 0
                ? Ask.notApplicable("camp.ask.qualified", CampOrigins.WHAT_WORKS_PARTLY_OURS, "modules")
                : Ask.counted("camp.ask.qualified", CampOrigins.WHAT_WORKS_PARTLY_OURS, "modules", asked, places);
    }

    private Optional<String> skillOf(DatedMeeting module) {
        return camp.parameters().subjects().stream()
                .filter(subject -> subject.id().equals(module.meeting().subject()))
                .findFirst()
                .map(Subject::skill);
    }

    private Optional<Reason> reasonUnqualified(DatedMeeting module, String skill) {
        Predicate<StaffMember> qualified = person -> person.skills().contains(skill);
        if (camp.problem().staff().stream()
                .anyMatch(one -> qualified.test(one) && module.staff().contains(one.id()))) {
            return Optional.empty();
        }
        if (camp.staff().stream().noneMatch(qualified)) {
            return Optional.of(Reason.of("camp.why.nobody-skilled", skill));
        }
        var seats = module.meeting().seats();
        if (!seats.isEmpty() && seats.stream().allMatch(MeetingSeat::locked)) {
            return Optional.of(Reason.of("camp.why.locked-staff"));
        }
        return Optional.of(
                reasonNobodyElse(module, qualified, "camp.why.skilled-could-have", "camp.why.skilled-not-free"));
    }

    /** Few students per adult. */
    private Ask staffing() {
        var modules = camp.heldModules();
        var places = modules.stream()
                .filter(module -> camp.studentsOf(module).size()
                        > STUDENTS_PER_ADULT * module.staff().size())
                .map(module -> Shortfall.at(
                        Reason.of(
                                "camp.why.students-per-adult",
                                camp.studentsOf(module).size(),
                                module.staff().size()),
                        module.meeting().sessionId()))
                .toList();
        return Ask.counted(
                "camp.ask.staffing",
                CampOrigins.WHAT_WORKS_PARTLY_OURS,
                "modules",
                modules.size(),
                places,
                STUDENTS_PER_ADULT);
    }
}
