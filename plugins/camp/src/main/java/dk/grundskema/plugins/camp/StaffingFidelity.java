package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.plugins.camp.FinishedCamp.Held;
import dk.grundskema.plugins.camp.WhoCould.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether modules have the adults that are asked: two, one of them qualified, and not too many students for each.
 *
 * @param camp     the camp
 * @param whoCould why nobody else is there
 */
record StaffingFidelity(FinishedCamp camp, WhoCould whoCould) {
    private static final int STAFF = 2;
    /** Ours: a team as large as may be by default, with two adults. */
    private static final int STUDENTS_PER_ADULT = 6;

    List<Ask> asks() {
        return List.of(twoStaff(), qualified(), staffing());
    }

    /** Two adults in each module. */
    private Ask twoStaff() {
        var modules = camp.modules();
        var places = modules.stream()
                .filter(module -> module.staff().size() < STAFF)
                .map(module -> Place.at(whyThin(module), module.meeting().sessionId()))
                .toList();
        return Ask.counted("camp.ask.two-staff", CampSources.WHAT_WORKS, "modules", modules.size(), places, STAFF);
    }

    private Reason whyThin(Held module) {
        var seats = module.meeting().seats();
        if (seats.size() < STAFF) {
            return Reason.of("camp.why.few-seats", seats.size());
        }
        if (seats.stream().anyMatch(seat -> seat.staffId() == null && seat.locked())) {
            return Reason.of("camp.why.locked-empty");
        }
        return whoElse(module, person -> true, "camp.why.could-have", "camp.why.nobody-free");
    }

    private Reason whoElse(Held module, Predicate<StaffMember> fitting, String could, String nobody) {
        var states = whoCould.states(module, fitting);
        var free = states.getOrDefault(State.FREE, List.of());
        return free.isEmpty()
                ? Reason.of(
                        nobody,
                        states.getOrDefault(State.BUSY, List.of()).size(),
                        states.getOrDefault(State.AWAY, List.of()).size(),
                        states.getOrDefault(State.AT_LIMIT, List.of()).size())
                : Reason.of(could, free);
    }

    /** One of a module's adults is qualified for its subject, where that takes a skill. */
    private Ask qualified() {
        int asked = 0;
        var places = new ArrayList<Place>();
        for (Held module : camp.modules()) {
            Optional<String> skill = skillOf(module);
            if (skill.isPresent()) {
                asked++;
                whyUnqualified(module, skill.get())
                        .ifPresent(
                                why -> places.add(Place.at(why, module.meeting().sessionId())));
            }
        }
        return asked == 0
                ? Ask.notApplicable("camp.ask.qualified", CampSources.WHAT_WORKS_PARTLY_OURS, "modules")
                : Ask.counted("camp.ask.qualified", CampSources.WHAT_WORKS_PARTLY_OURS, "modules", asked, places);
    }

    private Optional<String> skillOf(Held module) {
        return camp.parameters().subjects().stream()
                .filter(subject -> subject.id().equals(module.meeting().subject()))
                .findFirst()
                .map(Subject::skill);
    }

    private Optional<Reason> whyUnqualified(Held module, String skill) {
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
        return Optional.of(whoElse(module, qualified, "camp.why.skilled-could-have", "camp.why.skilled-not-free"));
    }

    /** Few students for each adult. */
    private Ask staffing() {
        var modules = camp.modules();
        var places = modules.stream()
                .filter(module -> camp.studentsOf(module).size()
                        > STUDENTS_PER_ADULT * module.staff().size())
                .map(module -> Place.at(
                        Reason.of(
                                "camp.why.students-per-adult",
                                camp.studentsOf(module).size(),
                                module.staff().size()),
                        module.meeting().sessionId()))
                .toList();
        return Ask.counted(
                "camp.ask.staffing",
                CampSources.WHAT_WORKS_PARTLY_OURS,
                "modules",
                modules.size(),
                places,
                STUDENTS_PER_ADULT);
    }
}
