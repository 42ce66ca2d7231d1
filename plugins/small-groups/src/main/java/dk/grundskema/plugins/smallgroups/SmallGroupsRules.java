package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Declares the rules of small groups. */
final class SmallGroupsRules {
    private static final RuleType UNTRAINED = RuleType.hard("small-groups.untrained-tutor", GuideFigures.NAME);
    private static final RuleType SESSIONS = RuleType.hard("small-groups.tutor-sessions", RuleType.OURS);
    private static final RuleType HOURS = RuleType.hard("small-groups.tutor-hours", RuleType.OURS);
    private static final RuleType GROUPS = RuleType.hard("small-groups.most-groups", RuleType.OURS);
    private static final RuleType TUTORS = RuleType.hard("small-groups.group-tutors", RuleType.OURS);
    private static final RuleType DAYS_HARD = RuleType.hard("small-groups.one-a-day-requirement", RuleType.OURS);
    private static final RuleType DAYS_MEDIUM = RuleType.medium("small-groups.one-a-day-guideline", 20, RuleType.OURS);
    private static final RuleType MISSING = RuleType.medium("small-groups.missing-sessions", 1, GuideFigures.NAME);
    private static final RuleType TALKS = RuleType.medium("small-groups.talks", 20, GuideFigures.NAME);
    private static final RuleType LEVELS = RuleType.soft("small-groups.level-spread", 1, GuideFigures.NAME);
    private static final RuleType AREAS = RuleType.soft("small-groups.areas", 20, GuideFigures.NAME);
    private static final RuleType RHYTHM = RuleType.soft("small-groups.rhythm", 3, RuleType.OURS);
    private static final RuleType ROOM = RuleType.soft("small-groups.same-room", 2, RuleType.OURS);
    private static final RuleType DAYS = RuleType.soft("small-groups.one-a-day", 10, RuleType.OURS);
    private static final RuleType MORE_TUTORS = RuleType.soft("small-groups.further-tutors", 10, RuleType.OURS);
    private static final RuleType STUDENT_DAYS = RuleType.soft("small-groups.student-days", 5, RuleType.OURS);
    private static final RuleType SAME_TUTOR = RuleType.soft("small-groups.same-tutor", 4, RuleType.OURS);
    private static final RuleType TEACHER = RuleType.soft("small-groups.own-teacher", 4, GuideFigures.NAME);
    private static final RuleType CLASSES = RuleType.soft("small-groups.classmates", 2, GuideFigures.NAME);

    static final List<RuleType> TYPES = List.of(
            UNTRAINED,
            SESSIONS,
            HOURS,
            GROUPS,
            TUTORS,
            DAYS_HARD,
            MISSING,
            TALKS,
            DAYS_MEDIUM,
            LEVELS,
            AREAS,
            RHYTHM,
            ROOM,
            DAYS,
            MORE_TUTORS,
            STUDENT_DAYS,
            SAME_TUTOR,
            TEACHER,
            CLASSES);

    private SmallGroupsRules() {}

    static List<Rule> of(Intervention<SmallGroupsParameters> one, Problem problem, Demand demand) {
        SmallGroupsParameters parameters = one.parameters();
        var tutors = new TutorPool(parameters.tutors());
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
            rules.add(CandidateRules.atMostGroups(GROUPS, groups.groups(), most));
        }
        if (parameters.talkMinutes() > 0) {
            rules.add(groups.ownTeacherIn(TALKS, "talk", TalkPhase.values().length));
        }
        rules.add(groups.missingSessions(MISSING));
        rules.add(groups.levelSpread(LEVELS));
        rules.add(groups.severalAreas(AREAS));
        rules.add(WeeklySessionRules.sameTimeOfDay(RHYTHM, groups.weeklySessions()));
        rules.add(WeeklySessionRules.sameRoom(ROOM, groups.weeklySessions()));
        oneADay(parameters.oneSessionADay())
                .ifPresent(type -> rules.add(WeeklySessionRules.oneADay(type, groups.weeklySessions())));
        if (parameters.allowsSeveralTutors()) {
            rules.add(groups.tutorsBeyond(TUTORS, parameters.tutorsPerGroup(), "talk"));
            rules.add(groups.tutorsBeyond(MORE_TUTORS, 1, "talk"));
        }
        var several = new MultiGroupStudentRules(problem, demand, "small-group");
        rules.add(several.oneGroupADay(STUDENT_DAYS));
        rules.add(several.fewAdults(SAME_TUTOR));
        rules.add(
                parameters.allowsSeveralTutors()
                        ? groups.membersNotTaughtByTutors(TEACHER)
                        : groups.membersNotTaughtByTutor(TEACHER));
        rules.add(groups.severalClasses(CLASSES));
        return rules;
    }

    private static Optional<RuleType> oneADay(RuleStrength strength) {
        return switch (strength) {
            case OFF -> Optional.empty();
            case WISH -> Optional.of(DAYS);
            case GUIDELINE -> Optional.of(DAYS_MEDIUM);
            case REQUIREMENT -> Optional.of(DAYS_HARD);
        };
    }
}
