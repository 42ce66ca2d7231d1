package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.plugins.smallgroups.SmallGroupsExpansion.SESSION;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.StaffRules;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What makes small groups good ones. */
final class SmallGroupsRules {
    private static final String GUIDE = "Guide to school-supporting interventions, part C";
    private static final RuleType UNTRAINED = RuleType.hard("small-groups.untrained-tutor", GUIDE);
    private static final RuleType SESSIONS = RuleType.hard("small-groups.tutor-sessions", RuleType.OURS);
    private static final RuleType HOURS = RuleType.hard("small-groups.tutor-hours", RuleType.OURS);
    private static final RuleType GROUPS = RuleType.hard("small-groups.most-groups", RuleType.OURS);
    private static final RuleType MISSING = RuleType.medium("small-groups.missing-sessions", 1, GUIDE);
    private static final RuleType TALKS = RuleType.medium("small-groups.talks", 20, GUIDE);
    private static final RuleType LEVELS = RuleType.soft("small-groups.level-spread", 1, GUIDE);
    private static final RuleType AREAS = RuleType.soft("small-groups.areas", 20, GUIDE);
    private static final RuleType RHYTHM = RuleType.soft("small-groups.rhythm", 3, RuleType.OURS);
    private static final RuleType DAYS = RuleType.soft("small-groups.one-a-day", 10, RuleType.OURS);
    private static final RuleType TEACHER = RuleType.soft("small-groups.own-teacher", 4, GUIDE);
    private static final RuleType CLASSES = RuleType.soft("small-groups.classmates", 2, GUIDE);
    static final List<RuleType> TYPES =
            List.of(UNTRAINED, SESSIONS, HOURS, GROUPS, MISSING, TALKS, LEVELS, AREAS, RHYTHM, DAYS, TEACHER, CLASSES);

    /** A candidate of a group, and who teaches the student its subject. */
    private record Known(Candidate candidate, Set<StaffId> teachers) {
        boolean isTaughtBy(StaffMember who) {
            return teachers.contains(who.id());
        }
    }

    private final SmallGroupsParameters parameters;
    private final Map<GroupId, List<Session>> weekly;
    private final Map<GroupId, List<Session>> talks;
    private final Map<GroupId, Map<StudentId, Known>> known = new HashMap<>();

    private SmallGroupsRules(SmallGroupsParameters parameters, Problem problem, Demand demand) {
        this.parameters = parameters;
        this.weekly = GroupRules.sessions(demand, SmallGroupsExpansion.SESSION);
        this.talks = GroupRules.sessions(demand, SmallGroupsExpansion.TALK);
        var lessons = new OwnLessons(problem);
        weekly.forEach((group, sessions) -> {
            String subject = sessions.getFirst().subject();
            Map<StudentId, Known> own = new HashMap<>();
            parameters.candidates().stream()
                    .filter(one -> Words.same(one.subject(), subject))
                    .forEach(one ->
                            own.put(one.studentId(), new Known(one, lessons.teachers(one.studentId(), subject))));
            known.put(group, own);
        });
    }

    private Known known(GroupId group, StudentId student) {
        return Objects.requireNonNull(Objects.requireNonNull(known.get(group)).get(student));
    }

    static List<Rule> of(Intervention<SmallGroupsParameters> one, Problem problem, Demand demand) {
        SmallGroupsParameters parameters = one.parameters();
        var own = new SmallGroupsRules(parameters, problem, demand);
        var groups = List.copyOf(own.weekly.keySet());
        var rules = new ArrayList<Rule>();
        rules.add(StaffRules.unfit(UNTRAINED, one, "tutor", parameters::isTrained));
        rules.add(StaffRules.atMost(SESSIONS, one, SESSION, 1, StaffMember::id, parameters::mostSessions));
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            long minutes = (long) parameters.sessionMinutes() + parameters.preparationMinutes();
            rules.add(StaffRules.atMost(HOURS, one, SESSION, minutes, who -> hours, key -> Math.round(60 * key)));
        }
        Integer most = parameters.mostGroups();
        if (most != null) {
            rules.add(GroupRules.atMost(GROUPS, groups, most));
        }
        rules.add(GroupRules.perGroup(MISSING, groups, own.weekly, own::missingSessions));
        if (parameters.talkMinutes() > 0) {
            rules.add(GroupRules.perGroup(TALKS, groups, own.talks, own::missingTalks));
        }
        rules.add(GroupRules.spread(
                LEVELS,
                groups,
                (group, who) -> own.known(group, who.id()).candidate().level()));
        rules.add(GroupRules.sorts(AREAS, groups, own::area));
        rules.add(GroupRules.sameTimeOfDay(RHYTHM, own.weekly));
        rules.add(GroupRules.oneADay(DAYS, own.weekly));
        rules.add(GroupRules.perGroup(TEACHER, groups, own.weekly, own::withoutOwnTeacher));
        rules.add(GroupRules.sorts(CLASSES, groups, (group, who) -> who.classGroup()));
        return rules;
    }

    private @Nullable Object area(GroupId group, Student who) {
        String area = Words.plain(known(group, who.id()).candidate().area());
        return area.isEmpty() ? null : area;
    }

    /**
     * Members of a group without all its sessions lack most of what they need: of the need of each 71 hundredths with one of four sessions missing, then
     * 81, 91, and a bit more than if they had no group when all are. A session without a time or tutor is missing. The shares are ours.
     */
    private long missingSessions(GroupId group, ScopeView view) {
        int asked = parameters.sessionsPerWeek();
        int missing = asked;
        for (int i = 0; i < asked; i++) {
            missing -= view.time(i) != null && view.holderIndex(i, 0) >= 0 ? 1 : 0;
        }
        long need = 0;
        for (int place = 0; place < view.size(0) && missing > 0; place++) {
            need += known(group, view.student(0, place).id()).candidate().need();
        }
        return need * (61 + 40L * missing / asked);
    }

    /** A talk is given if a teacher of a member's own is there, or anybody if nobody knows who teaches some member. */
    private long missingTalks(GroupId group, ScopeView view) {
        long missing = SmallGroupsExpansion.PHASES.size();
        for (int talk = 0; talk < talks.getOrDefault(group, List.of()).size(); talk++) {
            boolean knows = knows(view.holder(talk, 0), group, view) || knows(view.holder(talk, 1), group, view);
            missing -= view.time(talk) != null && knows ? 1 : 0;
        }
        return missing;
    }

    private boolean knows(@Nullable StaffMember who, GroupId group, ScopeView view) {
        for (int place = 0; who != null && place < view.size(0); place++) {
            Known one = known(group, view.student(0, place).id());
            if (one.teachers().isEmpty() || one.isTaughtBy(who)) {
                return true;
            }
        }
        return false;
    }

    /** Each member whom the tutor doesn't teach in the subject costs 1. */
    private long withoutOwnTeacher(GroupId group, ScopeView view) {
        StaffMember tutor = view.holder(0, 0);
        long without = 0;
        for (int place = 0; tutor != null && place < view.size(0); place++) {
            without += known(group, view.student(0, place).id()).isTaughtBy(tutor) ? 0 : 1;
        }
        return without;
    }
}
