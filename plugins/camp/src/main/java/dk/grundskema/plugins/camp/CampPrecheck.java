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
 * What is short by counting, week by week: modules that closed days take, and modules that those qualified for a subject can't
 * cover. How many people are there at all is counted by the core.
 */
final class CampPrecheck {
    private static final String PLACE = "/parameters/subjects";

    /** With more skills than these, only single ones are looked at: their combinations would be too many. */
    private static final int SKILLS_TO_COMBINE = 8;

    private final CampFrame frame;
    private final Problem problem;
    private final List<Subject> subjects;
    private final List<String> skills;

    private CampPrecheck(Intervention<CampParameters> camp, Problem problem) {
        this.frame = new CampFrame(camp, problem);
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
        for (IsoWeek week : precheck.frame.teachingWeeks()) {
            precheck.modules(week, findings);
            precheck.skills(week, findings);
        }
        findings.addAll(ConversationPrecheck.of(precheck.frame, problem));
        findings.addAll(VisitPrecheck.of(precheck.frame, problem));
        return List.copyOf(findings);
    }

    /** A week that lacks days; what a whole week lacks is a finding of the validation. */
    private void modules(IsoWeek week, List<Finding> findings) {
        int held = daysOf(week).stream()
                .mapToInt(day -> day.kind().teamModules().size())
                .sum();
        int whole = frame.modulesOfFullWeek();
        int asked = subjects.stream().mapToInt(Subject::modulesPerWeek).sum();
        if (held < whole && asked > held) {
            findings.add(Finding.warning("camp.precheck.modules-short", PLACE, week, held, asked, asked - held));
        }
    }

    /** Each set of skills of which one is asked for; a set is left out when a smaller one in it is short by itself. */
    private void skills(IsoWeek week, List<Finding> findings) {
        var found = new ArrayList<Set<String>>();
        for (Set<String> some : setsOfSkills()) {
            if (found.stream().noneMatch(some::containsAll) && isShort(some, week, findings)) {
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

    private boolean isShort(Set<String> some, IsoWeek week, List<Finding> findings) {
        var concerned = subjects.stream()
                .filter(subject -> some.contains(String.valueOf(subject.skill())))
                .toList();
        int asked = frame.teams().size()
                * concerned.stream().mapToInt(Subject::modulesPerWeek).sum();
        var qualified = frame.staff().stream()
                .filter(person -> person.skills().stream().anyMatch(some::contains))
                .toList();
        var cover = new QualifiedCover(frame, problem, qualified);
        int can = cover.of(daysOf(week));
        if (can >= asked) {
            return false;
        }
        findings.add(shortOf(week, concerned, asked, qualified, can, cover));
        return true;
    }

    private Finding shortOf(
            IsoWeek week,
            List<Subject> concerned,
            int asked,
            List<StaffMember> qualified,
            int can,
            QualifiedCover cover) {
        var titles = concerned.stream().map(frame.texts()::subject).toList();
        var days = daysOf(week).stream()
                .filter(day -> !day.kind().teamModules().isEmpty())
                .sorted(Comparator.comparingInt(cover::of))
                .toList();
        int least = cover.of(days.getFirst());
        String place = PLACE + "/" + subjects.indexOf(concerned.getFirst()) + "/skill";
        if (least == cover.of(days.getLast())) {
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

    private List<CampFrame.Day> daysOf(IsoWeek week) {
        return frame.days().stream().filter(day -> day.week().equals(week)).toList();
    }
}
