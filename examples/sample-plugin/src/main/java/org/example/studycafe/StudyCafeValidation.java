package org.example.studycafe;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.util.List;
import java.util.TreeSet;

/** What is wrong with a café, and what is short before anything is planned. */
final class StudyCafeValidation {
    private StudyCafeValidation() {}

    static List<Finding> of(Intervention<StudyCafeParameters> intervention, Problem problem) {
        StudyCafeParameters cafe = intervention.parameters();
        var findings = new FindingCollector(StudyCafePlugin.ID, problem);
        for (int i = 0; i < cafe.students().size(); i++) {
            findings.checkStudent(cafe.students().get(i), "students/" + i);
        }
        if (cafe.skill() != null) {
            var skills = new TreeSet<String>();
            problem.staff().forEach(one -> skills.addAll(one.skills()));
            findings.checkWord(skills, cafe.skill(), "unknown-skill", "skill");
        }
        findings.errorUnless(
                !StudyCafeExpansion.times(cafe, problem, List.of()).isEmpty(), "no-time", "usable", cafe.minutes());
        return findings.all();
    }

    /** Each café is on a day of its own, so there must be as many days. */
    static List<Finding> precheck(Intervention<StudyCafeParameters> intervention, Problem problem, Demand demand) {
        StudyCafeParameters cafe = intervention.parameters();
        var findings = new FindingCollector(StudyCafePlugin.ID, problem);
        long days = StudyCafeExpansion.times(cafe, problem, List.of()).stream()
                .map(time -> time.weekday())
                .distinct()
                .count();
        findings.warnIf(days < cafe.timesAWeek(), "too-few-weekdays", "usable", cafe.timesAWeek(), days);
        return findings.all();
    }
}
