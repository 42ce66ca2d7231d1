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

/** Whether visits are inside the camp, and by and to somebody who exists. */
final class VisitChecks {
    /** What ids of covered lessons have beside the ids of camp, visitor and lesson. */
    private static final int COVER_WORDS = "/cover///2026-W37#0".length();

    private final CampFrame frame;
    private final Problem problem;
    private final Set<StaffId> staff;
    private final Set<SchoolId> schools;
    private final Set<SchoolId> ofStudents;
    private final List<Finding> findings = new ArrayList<>();

    VisitChecks(CampFrame frame, Problem problem) {
        this.frame = frame;
        this.problem = problem;
        this.staff = problem.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        this.schools = problem.schools().stream().map(School::id).collect(Collectors.toSet());
        this.ofStudents = frame.students().stream()
                .map(Student::school)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    List<Finding> findings() {
        var seen = new HashSet<String>();
        var visits = frame.parameters().visits();
        for (int i = 0; i < visits.size(); i++) {
            Visit visit = visits.get(i);
            String place = "/parameters/visits/" + i;
            if (!seen.add(visit.id())) {
                error("twice", place + "/id", visit.id());
            }
            when(visit, place);
            visitors(visit, place);
            visited(visit, place);
            ids(visit, place);
        }
        return findings;
    }

    private void when(Visit visit, String place) {
        int before = findings.size();
        for (int i = 0; i < visit.blocks().size(); i++) {
            BlockChecks.named(frame, visit.blocks().get(i), place + "/blocks/" + i)
                    .ifPresent(findings::add);
        }
        int weeks = frame.weeks().size();
        int i = 0;
        for (int week : visit.weeks()) {
            if (week < 1 || week > weeks) {
                error("week-outside", place + "/weeks/" + i, visit.id(), week, weeks);
            }
            i++;
        }
        int days = new Appointments(frame).daysOf(visit).size();
        if (findings.size() == before && days < visit.times()) {
            error("days-short", place + "/times", visit.id(), visit.times(), days);
        }
    }

    private void visitors(Visit visit, String place) {
        Set<StaffId> own = Set.copyOf(frame.parameters().staff());
        for (int i = 0; i < visit.visitors().size(); i++) {
            StaffId visitor = visit.visitors().get(i);
            known(visitor, place + "/visitors/" + i);
            if (own.contains(visitor)) {
                findings.add(Finding.warning("camp.visits.own-staff", place + "/visitors/" + i, visitor));
            }
        }
        for (int i = 0; i < visit.cover().size(); i++) {
            StaffId substitute = visit.cover().get(i);
            known(substitute, place + "/cover/" + i);
            if (own.contains(substitute)) {
                findings.add(Finding.warning("camp.visits.cover-on-staff", place + "/cover/" + i, substitute));
            }
            if (visit.visitors().contains(substitute)) {
                error("cover-visits", place + "/cover/" + i, substitute, visit.id());
            }
        }
    }

    /** Ids of covered lessons are put together of the camp's, the visitor's, the lesson's and a week. */
    private void ids(Visit visit, String place) {
        for (Lesson lesson : visit.cover().isEmpty() ? List.<Lesson>of() : problem.lessons()) {
            for (StaffId visitor : visit.visitors()) {
                int most = CampValidation.LONGEST_ID
                        - COVER_WORDS
                        - frame.id().value().length();
                int length = visitor.value().length() + lesson.id().value().length();
                if (lesson.staffIds().contains(visitor) && length > most) {
                    error("id-too-long", place + "/cover", visitor, lesson.id(), length, most);
                }
            }
        }
    }

    private void known(StaffId person, String place) {
        if (!staff.contains(person)) {
            findings.add(Finding.error("camp.unknown-staff", place, person));
        }
    }

    private void visited(Visit visit, String place) {
        for (int i = 0; i < visit.schools().size(); i++) {
            SchoolId school = visit.schools().get(i);
            if (!schools.contains(school)) {
                findings.add(Finding.error("camp.unknown-school", place + "/schools/" + i, school));
            } else if (!ofStudents.contains(school)) {
                findings.add(Finding.warning("camp.visits.nobody-of-school", place + "/schools/" + i, school));
            }
        }
        for (int i = 0; i < visit.teams().size(); i++) {
            if (!frame.teams().contains(visit.teams().get(i))) {
                error("unknown-team", place + "/teams/" + i, visit.teams().get(i), frame.teams());
            }
        }
    }

    private void error(String code, String place, Object... arguments) {
        findings.add(Finding.error("camp.visits." + code, place, arguments));
    }
}
