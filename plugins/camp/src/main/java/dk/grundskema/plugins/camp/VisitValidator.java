package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.School;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that visits lie inside the camp and that visitors and visited students exist. */
final class VisitValidator {
    /** Characters in ids of covered lessons besides the ids of camp, visitor and lesson. */
    private static final int COVER_WORDS = "/cover///2026-W37#0".length();

    private final CampContext context;
    private final Problem problem;
    private final Set<StaffId> staff;
    private final Set<SchoolId> schools;
    private final Set<SchoolId> ofStudents;
    private final List<Finding> findings = new ArrayList<>();

    VisitValidator(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
        this.staff = problem.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        this.schools = problem.schools().stream().map(School::id).collect(Collectors.toSet());
        this.ofStudents = context.students().stream()
                .map(Student::school)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    List<Finding> findings() {
        var seen = new HashSet<String>();
        var visits = context.parameters().visits();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            String place = "/parameters/visits/" + i;
            if (!seen.add(visit.id())) {
                addError("twice", place + "/id", visit.id());
            }
            checkTimes(visit, place);
            checkVisitors(visit, place);
            checkVisited(visit, place);
            checkIds(visit, place);
        }
        return findings;
    }

    private void checkTimes(Visit visit, String place) {
        int before = findings.size();
        for (int i = 0; i < visit.blocks().size(); i++) {
            BlockValidator.checkReference(context, visit.blocks().get(i), place + "/blocks/" + i)
                    .ifPresent(findings::add);
        }
        int weeks = context.weeks().size();
        int i = 0;
        for (int week : visit.weeks()) {
            if (week < 1 || week > weeks) {
                addError("week-outside", place + "/weeks/" + i, visit.id(), week, weeks);
            }
            i++;
        }
        int days = new AppointmentTimes(context).possibleDays(visit).size();
        if (findings.size() == before && days < visit.times()) {
            addError("days-short", place + "/times", visit.id(), visit.times(), days);
        }
    }

    private void checkVisitors(Visit visit, String place) {
        Set<StaffId> own = Set.copyOf(context.parameters().staff());
        for (int i = 0; i < visit.visitors().size(); i++) {
            StaffId visitor = visit.visitors().get(i);
            checkKnown(visitor, place + "/visitors/" + i);
            if (own.contains(visitor)) {
                findings.add(Finding.warning("camp.visits.own-staff", place + "/visitors/" + i, visitor));
            }
        }
        for (int i = 0; i < visit.cover().size(); i++) {
            StaffId substitute = visit.cover().get(i);
            checkKnown(substitute, place + "/cover/" + i);
            if (own.contains(substitute)) {
                findings.add(Finding.warning("camp.visits.cover-on-staff", place + "/cover/" + i, substitute));
            }
            if (visit.visitors().contains(substitute)) {
                addError("cover-visits", place + "/cover/" + i, substitute, visit.id());
            }
        }
    }

    /** Ids of covered lessons consist of the ids of the camp, the visitor and the lesson, and a week. */
    private void checkIds(Visit visit, String place) {
        for (Lesson lesson : visit.cover().isEmpty() ? List.<Lesson>of() : problem.lessons()) {
            for (StaffId visitor : visit.visitors()) {
                int most = CampValidation.LONGEST_ID
                        - COVER_WORDS
                        - context.id().value().length();
                int length = visitor.value().length() + lesson.id().value().length();
                if (lesson.staffIds().contains(visitor) && length > most) {
                    addError("id-too-long", place + "/cover", visitor, lesson.id(), length, most);
                }
            }
        }
    }

    private void checkKnown(StaffId person, String place) {
        if (!staff.contains(person)) {
            findings.add(Finding.error("camp.unknown-staff", place, person));
        }
    }

    private void checkVisited(Visit visit, String place) {
        for (int i = 0; i < visit.schools().size(); i++) {
            SchoolId school = visit.schools().get(i);
            if (!schools.contains(school)) {
                findings.add(Finding.error("camp.unknown-school", place + "/schools/" + i, school));
            } else if (!ofStudents.contains(school)) {
                findings.add(Finding.warning("camp.visits.nobody-of-school", place + "/schools/" + i, school));
            }
        }
        for (int i = 0; i < visit.teams().size(); i++) {
            if (!context.teams().contains(visit.teams().get(i))) {
                addError("unknown-team", place + "/teams/" + i, visit.teams().get(i), context.teams());
            }
        }
    }

    private void addError(String code, String place, Object... arguments) {
        findings.add(Finding.error("camp.visits." + code, place, arguments));
    }
}
