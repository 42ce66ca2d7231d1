package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.Student;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Assesses whether the students' own teachers visit.
 *
 * @param camp the camp
 */
record VisitFidelity(FinishedCamp camp) {
    private static final String ASK = "camp.ask.teacher-visits";

    Ask ask() {
        if (camp.parameters().visits().isEmpty()) {
            return Ask.notPlanned(ASK, CampOrigins.WHAT_WORKS_PARTLY_OURS, "students", 0);
        }
        var places = new ArrayList<Shortfall>();
        for (Student student : camp.students()) {
            whyNone(student, student.school()).ifPresent(why -> places.add(Shortfall.at(why, student.id())));
        }
        return Ask.counted(
                ASK,
                CampOrigins.WHAT_WORKS_PARTLY_OURS,
                "students",
                camp.students().size(),
                places);
    }

    private Optional<Reason> whyNone(Student student, @Nullable SchoolId school) {
        var visits = camp.heldMeetings().stream()
                .filter(held -> held.isOfKind("visit") && camp.studentsOf(held).contains(student.id()))
                .toList();
        if (visits.stream().anyMatch(visit -> !visit.staff().isEmpty())) {
            return Optional.empty();
        }
        if (!visits.isEmpty()) {
            return Optional.of(Reason.of("camp.why.visit-without-visitor"));
        }
        boolean isAsked = camp.parameters().visits().stream()
                .anyMatch(visit -> visit.includesEverybody()
                        || (school != null && visit.schools().contains(school))
                        || visit.teams().stream().anyMatch(team -> camp.isMember(team, student.id())));
        return Optional.of(Reason.of(isAsked ? "camp.why.visit-not-held" : "camp.why.no-visit-asked"));
    }
}
