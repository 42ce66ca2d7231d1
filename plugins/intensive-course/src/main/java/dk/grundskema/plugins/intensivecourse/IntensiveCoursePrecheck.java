package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import dk.grundskema.solver.spi.toolkit.FreeTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds dates on which nobody who can teach a subject of the course can come to any lesson in it. */
final class IntensiveCoursePrecheck {
    private IntensiveCoursePrecheck() {}

    /**
     * Returns the warning {@code no-teacher-on} for each such subject, with the subject, the dates and those who can teach it. The validation reports
     * subjects that nobody can teach at all.
     */
    static List<Finding> of(Intervention<IntensiveCourseParameters> intervention, Problem problem, Demand demand) {
        IntensiveCourseParameters asked = intervention.parameters();
        var findings = new FindingCollector("intensive-course", problem);
        var free = new FreeTime(problem);
        Map<String, List<Session>> bySubject = demand.sessions().stream()
                .filter(session -> session.kind().equals("course-lesson") && asked.teachers() > 0)
                .collect(Collectors.groupingBy(Session::subject, TreeMap::new, Collectors.toList()));
        bySubject.forEach((subject, lessons) -> {
            List<StaffId> able = ableTeachers(asked, subject, problem);
            SortedSet<LocalDate> dates = new TreeSet<>();
            SortedSet<LocalDate> staffed = new TreeSet<>();
            lessons.stream().flatMap(lesson -> lesson.times().stream()).forEach(time -> {
                boolean isStaffed = able.stream().anyMatch(who -> free.isAvailable(who, time));
                (isStaffed ? staffed : dates).add(time.firstDate());
            });
            dates.removeAll(staffed);
            if (!able.isEmpty() && !dates.isEmpty()) {
                findings.warning("no-teacher-on", "staff", subject, dates, able);
            }
        });
        return findings.all();
    }

    private static List<StaffId> ableTeachers(IntensiveCourseParameters asked, String subject, Problem problem) {
        return asked.ableStaff(
                "teacher",
                asked.subjects().stream()
                        .filter(one -> one.subject().equals(subject))
                        .toList(),
                problem);
    }
}
