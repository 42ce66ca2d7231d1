package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.CandidateRules;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.MultiGroupStudentRules;
import dk.grundskema.solver.spi.toolkit.RuleTypes;
import dk.grundskema.solver.spi.toolkit.StaffRules;
import dk.grundskema.solver.spi.toolkit.TalkPhase;
import dk.grundskema.solver.spi.toolkit.Tutors;
import java.util.ArrayList;
import java.util.List;

/** Declares the rules of small groups. */
final class SmallGroupsRules {
    private static final RuleTypes TYPES = new RuleTypes("small-groups");
    private static final RuleType UNTRAINED = TYPES.hard("untrained-tutor", GuideFigures.NAME);
    private static final RuleType SESSIONS = TYPES.hard("tutor-sessions", RuleType.OURS);
    private static final RuleType HOURS = TYPES.hard("tutor-hours", RuleType.OURS);
    private static final RuleType GROUPS = TYPES.hard("most-groups", RuleType.OURS);
    private static final RuleType MISSING = TYPES.medium("missing-sessions", 1, GuideFigures.NAME);
    private static final RuleType TALKS = TYPES.medium("talks", 20, GuideFigures.NAME);
    private static final RuleType LEVELS = TYPES.soft("level-spread", 1, GuideFigures.NAME);
    private static final RuleType AREAS = TYPES.soft("areas", 20, GuideFigures.NAME);
    private static final RuleType RHYTHM = TYPES.soft("rhythm", 3, RuleType.OURS);
    private static final RuleType ROOM = TYPES.soft("same-room", 2, RuleType.OURS);
    private static final RuleType DAYS = TYPES.soft("one-a-day", 10, RuleType.OURS);
    private static final RuleType STUDENT_DAYS = TYPES.soft("student-days", 5, RuleType.OURS);
    private static final RuleType SAME_TUTOR = TYPES.soft("same-tutor", 4, RuleType.OURS);
    private static final RuleType TEACHER = TYPES.soft("own-teacher", 4, GuideFigures.NAME);
    private static final RuleType CLASSES = TYPES.soft("classmates", 2, GuideFigures.NAME);

    private SmallGroupsRules() {}

    static List<RuleType> types() {
        return TYPES.all();
    }

    static List<Rule> of(Intervention<SmallGroupsParameters> one, Problem problem, Demand demand) {
        SmallGroupsParameters parameters = one.parameters();
        var tutors = new Tutors(parameters.tutors());
        var groups = new CandidateRules(parameters.candidates(), problem, demand, "small-group");
        var rules = new ArrayList<Rule>();
        rules.add(StaffRules.unfit(UNTRAINED, one, "tutor", tutors::isTrained));
        rules.add(StaffRules.atMost(SESSIONS, one, "small-group", 1, StaffMember::id, tutors::mostSessions));
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            long each = parameters.paidMinutes();
            rules.add(StaffRules.atMost(HOURS, one, "small-group", each, who -> hours, all -> Math.round(60 * all)));
        }
        Integer most = parameters.mostGroups();
        if (most != null) {
            rules.add(GroupRules.atMostGroups(GROUPS, groups.groups(), most));
        }
        if (parameters.talkMinutes() > 0) {
            rules.add(groups.ownTeacherIn(TALKS, "talk", TalkPhase.values().length));
        }
        rules.add(groups.missingSessions(MISSING));
        rules.add(groups.levelSpread(LEVELS));
        rules.add(groups.severalAreas(AREAS));
        rules.add(GroupRules.sameTimeOfDay(RHYTHM, groups.weeklySessions()));
        rules.add(GroupRules.sameRoom(ROOM, groups.weeklySessions()));
        rules.add(GroupRules.oneADay(DAYS, groups.weeklySessions()));
        var several = new MultiGroupStudentRules(problem, demand, "small-group");
        rules.add(several.oneGroupADay(STUDENT_DAYS));
        rules.add(several.fewAdults(SAME_TUTOR));
        rules.add(groups.strangers(TEACHER));
        rules.add(groups.severalClasses(CLASSES));
        return rules;
    }
}
