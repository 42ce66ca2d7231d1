package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.MeetingTime;
import java.util.ArrayList;
import java.util.List;

/** Reports visits that cannot be at any of their times because a visitor is away, or teaches at home without cover. */
final class VisitPrecheck {
    private final CampContext context;
    private final Problem problem;

    private VisitPrecheck(CampContext context, Problem problem) {
        this.context = context;
        this.problem = problem;
    }

    static List<Finding> of(CampContext context, Problem problem) {
        var precheck = new VisitPrecheck(context, problem);
        var findings = new ArrayList<Finding>();
        var visits = context.parameters().visits();
        for (int i = 0; i < visits.size(); i++) {
            precheck.addImpossibleVisits(visits.get(i), "/parameters/visits/" + i, findings);
        }
        return findings;
    }

    private void addImpossibleVisits(Visit visit, String place, List<Finding> findings) {
        var choices = new AppointmentTimes(context).possibleTimes(visit);
        for (int n = 0; n < choices.size(); n++) {
            var times = choices.get(n).times();
            long away = times.stream()
                    .filter(time -> isAnyVisitorBusy(visit, time, false))
                    .count();
            long teaching = times.stream()
                    .filter(time -> !isAnyVisitorBusy(visit, time, false) && isAnyVisitorBusy(visit, time, true))
                    .count();
            if (away + teaching == times.size()) {
                findings.add(Finding.warning(
                        "camp.precheck.visit-impossible", place, visit.id(), n + 1, times.size(), away, teaching));
            }
        }
    }

    /** Returns whether one of the visitors is away or teaches at a time. */
    private boolean isAnyVisitorBusy(Visit visit, MeetingTime time, boolean teaching) {
        Interval moment = time.intervals(problem.horizon().zone()).getFirst();
        return visit.visitors().stream()
                .anyMatch(who -> (teaching ? uncoveredLessons(visit, who) : awayTimes(who))
                        .stream().anyMatch(moment::overlaps));
    }

    private List<Interval> awayTimes(StaffId who) {
        return problem.staffMember(who)
                .map(person -> person.availability().unavailableIntervals(problem.horizon()))
                .orElse(List.of());
    }

    /** Returns the lessons that no staff member can take over. */
    private List<Interval> uncoveredLessons(Visit visit, StaffId who) {
        return problem.lessons().stream()
                .filter(lesson -> visit.cover().isEmpty() && lesson.staffIds().contains(who))
                .flatMap(lesson -> lesson.time().intervals(problem.horizon().zone()).stream())
                .toList();
    }
}
