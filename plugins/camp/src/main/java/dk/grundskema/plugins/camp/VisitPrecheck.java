package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.List;

/** Says which visits can be at none of their times, because a visitor is away or teaches at home and nobody covers. */
final class VisitPrecheck {
    private final CampFrame frame;
    private final Problem problem;

    private VisitPrecheck(CampFrame frame, Problem problem) {
        this.frame = frame;
        this.problem = problem;
    }

    static List<Finding> of(CampFrame frame, Problem problem) {
        var precheck = new VisitPrecheck(frame, problem);
        var findings = new ArrayList<Finding>();
        var visits = frame.parameters().visits();
        for (int i = 0; i < visits.size(); i++) {
            precheck.say(visits.get(i), "/parameters/visits/" + i, findings);
        }
        return findings;
    }

    private void say(Visit visit, String place, List<Finding> findings) {
        var choices = new Appointments(frame).of(visit);
        for (int n = 0; n < choices.size(); n++) {
            var times = choices.get(n).times();
            long away =
                    times.stream().filter(time -> isAnyone(visit, time, false)).count();
            long teaching = times.stream()
                    .filter(time -> !isAnyone(visit, time, false) && isAnyone(visit, time, true))
                    .count();
            if (away + teaching == times.size()) {
                findings.add(Finding.warning(
                        "camp.precheck.visit-impossible", place, visit.id(), n + 1, times.size(), away, teaching));
            }
        }
    }

    /** Whether one of the visitors is away at a time, or teaches. */
    private boolean isAnyone(Visit visit, MeetingTime time, boolean teaching) {
        Interval moment = time.intervals(problem.horizon().zone()).getFirst();
        return visit.visitors().stream()
                .anyMatch(who ->
                        (teaching ? lessons(visit, who) : away(who)).stream().anyMatch(moment::overlaps));
    }

    private List<Interval> away(StaffId who) {
        return problem.staffMember(who)
                .map(person -> person.availability().unavailable(problem.horizon()))
                .orElse(List.of());
    }

    /** Lessons that nobody can take. */
    private List<Interval> lessons(Visit visit, StaffId who) {
        return problem.lessons().stream()
                .filter(lesson -> visit.cover().isEmpty() && lesson.staffIds().contains(who))
                .flatMap(lesson -> lesson.time().intervals(problem.horizon().zone()).stream())
                .toList();
    }
}
