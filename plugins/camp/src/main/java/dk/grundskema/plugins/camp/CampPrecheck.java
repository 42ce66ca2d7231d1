package dk.grundskema.plugins.camp;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Counts shortages week by week: modules lost to closed days, and modules that the staff qualified for a subject cannot cover.
 * The core checks the total number of staff.
 */
final class CampPrecheck {
    private static final String PLACE = "/parameters/subjects";

    /** With more skills than this only single skills are checked; there would be too many combinations. */
    private static final int SKILLS_TO_COMBINE = 8;

    private final CampContext context;
    private final Problem problem;
    private final List<Subject> subjects;
    private final List<String> skills;

    private CampPrecheck(Intervention<CampParameters> camp, Problem problem) {
        this.context = new CampContext(camp, problem);
        this.problem = problem;
        this.subjects = camp.parameters().subjects();
        this.skills = subjects.stream()
                .map(Subject::skill)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static List<Finding> of(Intervention<CampParameters> camp, Problem problem) {
        var precheck = new CampPrecheck(camp, problem);
        var findings = new ArrayList<Finding>();
        var limits = new SubjectLimitPrecheck(precheck.context);
        for (IsoWeek week : precheck.context.teachingWeeks()) {
            precheck.addModuleFindings(week, findings);
            precheck.addSkillFindings(week, findings);
            findings.addAll(limits.findings(week, precheck.daysOf(week)));
        }
        findings.addAll(limits.lockFindings(problem.locks()));
        findings.addAll(ConversationPrecheck.of(precheck.context, problem));
        findings.addAll(VisitPrecheck.of(precheck.context, problem));
        return List.copyOf(findings);
    }

    /** Checks weeks that lack days; a shortage in a whole week is a finding of the validation. */
    private void addModuleFindings(IsoWeek week, List<Finding> findings) {
        int held = daysOf(week).stream()
                .mapToInt(day -> day.kind().teamModules().size())
                .sum();
        int whole = context.modulesOfFullWeek();
        int asked = subjects.stream().mapToInt(Subject::modulesPerWeek).sum();
        if (held < whole && asked > held) {
            findings.add(Finding.warning("camp.precheck.modules-short", PLACE, week, held, asked, asked - held));
        }
    }

    /** Checks each set of skills of which one is required. Skips a set if a smaller subset of it is already short. */
    private void addSkillFindings(IsoWeek week, List<Finding> findings) {
        var found = new ArrayList<Set<String>>();
        for (Set<String> some : setsOfSkills()) {
            if (found.stream().noneMatch(some::containsAll) && addIfShort(some, week, findings)) {
                found.add(some);
            }
        }
    }

    private List<Set<String>> setsOfSkills() {
        var sets = new ArrayList<Set<String>>();
        if (skills.size() > SKILLS_TO_COMBINE) {
            skills.forEach(skill -> sets.add(Set.of(skill)));
            return sets;
        }
        for (int bits = 1; bits < 1 << skills.size(); bits++) {
            var some = new HashSet<String>();
            for (int i = 0; i < skills.size(); i++) {
                if ((bits & (1 << i)) != 0) {
                    some.add(skills.get(i));
                }
            }
            sets.add(some);
        }
        sets.sort(Comparator.comparingInt(Set::size));
        return sets;
    }

    private boolean addIfShort(Set<String> some, IsoWeek week, List<Finding> findings) {
        var concerned = subjects.stream()
                .filter(subject -> some.contains(String.valueOf(subject.skill())))
                .toList();
        int asked = context.teams().size()
                * concerned.stream().mapToInt(Subject::modulesPerWeek).sum();
        var qualified = context.staff().stream()
                .filter(person -> person.skills().stream().anyMatch(some::contains))
                .toList();
        var cover = new QualifiedCapacity(context, problem, qualified);
        int can = cover.coverableModules(daysOf(week));
        if (can >= asked) {
            return false;
        }
        findings.add(shortageFinding(week, concerned, asked, qualified, can, cover));
        return true;
    }

    private Finding shortageFinding(
            IsoWeek week,
            List<Subject> concerned,
            int asked,
            List<StaffMember> qualified,
            int can,
            QualifiedCapacity cover) {
        var titles = concerned.stream().map(context.texts()::subjectTitle).toList();
        var days = daysOf(week).stream()
                .filter(day -> !day.kind().teamModules().isEmpty())
                .sorted(Comparator.comparingInt(cover::coverableModules))
                .toList();
        int least = cover.coverableModules(days.getFirst());
        String place = PLACE + "/" + subjects.indexOf(concerned.getFirst()) + "/skill";
        if (least == cover.coverableModules(days.getLast())) {
            return Finding.warning(
                    "camp.precheck.skill-short", place, week, titles, asked, qualified.size(), can, asked - can);
        }
        return Finding.warning(
                "camp.precheck.skill-short-worst-day",
                place,
                week,
                titles,
                asked,
                qualified.size(),
                can,
                asked - can,
                days.getFirst().date(),
                least);
    }

    private List<CampContext.CampDay> daysOf(IsoWeek week) {
        return context.days().stream().filter(day -> day.week().equals(week)).toList();
    }
}
