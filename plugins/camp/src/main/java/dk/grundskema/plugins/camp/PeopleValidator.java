package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks that named people exist and that the camp has students and staff. */
final class PeopleValidator {
    private final CampContext context;
    private final Problem problem;
    private final List<Finding> findings = new ArrayList<>();

    PeopleValidator(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
    }

    List<Finding> findings() {
        CampParameters parameters = context.parameters();
        Set<StudentId> students = problem.students().stream().map(Student::id).collect(Collectors.toSet());
        for (int i = 0; i < parameters.students().size(); i++) {
            StudentId student = parameters.students().get(i);
            addErrorUnless(students.contains(student), "camp.unknown-student", "students/" + i, student);
        }
        Set<StaffId> staff = problem.staff().stream().map(StaffMember::id).collect(Collectors.toSet());
        for (int i = 0; i < parameters.staff().size(); i++) {
            StaffId person = parameters.staff().get(i);
            addErrorUnless(staff.contains(person), "camp.unknown-staff", "staff/" + i, person);
        }
        SiteId site = parameters.site();
        if (site != null) {
            addErrorUnless(
                    problem.sites().stream().map(Site::id).anyMatch(site::equals), "camp.unknown-site", "site", site);
        }
        addErrorUnless(!context.students().isEmpty(), "camp.students.none", "students");
        addErrorUnless(!context.staff().isEmpty(), "camp.staff.none", "staff");
        context.students().forEach(this::checkAbsence);
        return findings;
    }

    /**
     * All blocks have a fixed time, so blocks that a student cannot attend are known before planning. In weeks in which a student is away all the time the
     * student is in no team that the plan forms.
     */
    private void checkAbsence(Student student) {
        var away = student.availability().unavailableIntervals(problem.horizon());
        if (away.isEmpty()) {
            return;
        }
        SortedSet<IsoWeek> weeksAway =
                context.formsTeams() ? student.availability().weeksAway(problem.horizon()) : new TreeSet<>();
        int blocks = 0;
        for (CampContext.CampDay day : context.days()) {
            if (weeksAway.contains(day.week())) {
                continue;
            }
            for (Block block : day.kind().blocks()) {
                var when = MeetingTime.on(day.date(), block.start(), block.end())
                        .interval(day.week(), problem.horizon().zone());
                blocks += block.hasStudents() && away.stream().anyMatch(when::overlaps) ? 1 : 0;
            }
        }
        if (blocks > 0) {
            findings.add(Finding.warning("camp.students.away", "/parameters/students", student.id(), blocks));
        }
    }

    private void addErrorUnless(boolean fine, String code, String component, Object... arguments) {
        if (!fine) {
            findings.add(Finding.error(code, "/parameters/" + component, arguments));
        }
    }
}
