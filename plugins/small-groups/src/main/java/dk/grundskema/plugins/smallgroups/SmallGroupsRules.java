package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.spi.SumRule.sum;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Words;
import java.util.ArrayList;
import java.util.Comparator;
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

    private static final Comparator<MeetingTime> IN_THE_WEEK =
            Comparator.comparing(MeetingTime::weekday).thenComparing(MeetingTime::start);

    /** What is known of a candidate in a group. */
    private record Known(
            Candidate candidate,
            Set<StaffId> teachers,
            @Nullable GroupId classGroup) {}

    private record TaughtBy(SessionId session, StaffId who) {}

    private final Intervention<SmallGroupsParameters> intervention;
    private final SmallGroupsParameters parameters;
    private final Map<GroupId, List<Session>> weekly;
    private final Map<GroupId, List<Session>> withTalks = new HashMap<>();
    private final Map<GroupId, Map<StudentId, Known>> known = new HashMap<>();

    private SmallGroupsRules(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        this.intervention = intervention;
        this.parameters = intervention.parameters();
        this.weekly = GroupRules.sessions(demand, SmallGroupsExpansion.SESSION);
        var talks = GroupRules.sessions(demand, SmallGroupsExpansion.TALK);
        var lessons = new OwnLessons(problem);
        weekly.forEach((group, sessions) -> {
            var all = new ArrayList<>(sessions);
            all.addAll(talks.getOrDefault(group, List.of()));
            withTalks.put(group, all);
            known.put(group, known(sessions.getFirst().subject(), problem, lessons));
        });
    }

    private Map<StudentId, Known> known(String subject, Problem problem, OwnLessons lessons) {
        Map<StudentId, Known> known = new HashMap<>();
        for (Candidate one : parameters.candidates()) {
            if (Words.same(one.subject(), subject)) {
                var teachers = lessons.teachers(one.studentId(), subject);
                var student = problem.student(one.studentId()).orElseThrow();
                known.put(one.studentId(), new Known(one, teachers, student.classGroup()));
            }
        }
        return known;
    }

    private Known known(GroupId group, StudentId student) {
        return Objects.requireNonNull(Objects.requireNonNull(known.get(group)).get(student));
    }

    static List<Rule> of(Intervention<SmallGroupsParameters> intervention, Problem problem, Demand demand) {
        return new SmallGroupsRules(intervention, problem, demand).rules();
    }

    private List<Rule> rules() {
        var groups = List.copyOf(weekly.keySet());
        var rules = new ArrayList<Rule>();
        rules.add(untrainedTutor());
        rules.add(tutorSessions());
        Double hours = parameters.tutorHoursPerWeek();
        if (hours != null) {
            rules.add(tutorHours(hours));
        }
        if (parameters.mostGroups() != null) {
            rules.add(GroupRules.atMost(GROUPS, groups, parameters.mostGroups()));
        }
        rules.add(GroupRules.perGroup(MISSING, groups, weekly, this::missingSessions));
        if (parameters.talkMinutes() > 0) {
            rules.add(GroupRules.perGroup(TALKS, groups, withTalks, this::missingTalks));
        }
        rules.add(GroupRules.spread(
                LEVELS, groups, (group, who) -> known(group, who).candidate().level()));
        rules.add(GroupRules.sorts(AREAS, groups, this::area));
        rules.add(GroupRules.sameTimeOfDay(RHYTHM, weekly));
        rules.add(GroupRules.oneADay(DAYS, weekly));
        rules.add(GroupRules.perGroup(TEACHER, groups, weekly, this::withoutOwnTeacher));
        rules.add(GroupRules.sorts(
                CLASSES, groups, (group, who) -> known(group, who).classGroup()));
        return List.copyOf(rules);
    }

    private @Nullable Object area(GroupId group, StudentId who) {
        String area = Words.plain(known(group, who).candidate().area());
        return area.isEmpty() ? null : area;
    }

    /** Each session whose tutor isn't trained for it from its first date to its last costs 1. */
    private Rule untrainedTutor() {
        return sum(UNTRAINED)
                .overSeats((seat, session, time, who, entries) -> {
                    boolean isTutor = isOurs(session) && seat.role().equals("tutor");
                    if (isTutor && !isTrained(who.id(), session.subject(), time)) {
                        entries.add(new TaughtBy(session.id(), who.id()), 1);
                    }
                })
                .cost((key, sessions) -> sessions);
    }

    private boolean isTrained(StaffId who, String subject, MeetingTime time) {
        var last = time.date(time.weeks().last());
        return parameters.tutors().stream()
                .anyMatch(one -> one.staffId().equals(who) && one.isTrained(subject, time.firstDate(), last));
    }

    private boolean isOurs(Session session) {
        return session.intervention().equals(intervention.id());
    }

    private boolean isWeekly(Session session) {
        return isOurs(session) && session.kind().equals(SmallGroupsExpansion.SESSION);
    }

    /** Each session a week beyond a tutor's most costs 1. */
    private Rule tutorSessions() {
        Map<StaffId, Integer> most = new HashMap<>();
        parameters.tutors().forEach(one -> most.put(one.staffId(), one.most()));
        return sum(SESSIONS)
                .overSeats((seat, session, time, who, entries) -> entries.add(who.id(), isWeekly(session) ? 1 : 0))
                .cost((who, sessions) -> Math.max(0, sessions - most.getOrDefault((StaffId) who, 0)));
    }

    /** Each minute a week beyond the hours of all tutors costs 1. */
    private Rule tutorHours(double hours) {
        return sum(HOURS)
                .overSeats((seat, session, time, who, entries) ->
                        entries.add(hours, isWeekly(session) ? parameters.minutesOfWork() : 0))
                .cost((key, minutes) -> Math.max(0, minutes - Math.round(hours * 60)));
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

    /** A talk is given if a teacher of a member's own is there, or anybody if a member has none: before the first session, after the last, or in between. */
    private long missingTalks(GroupId group, ScopeView view) {
        long missing = SmallGroupsExpansion.PHASES.size();
        var sessions = Objects.requireNonNull(withTalks.get(group));
        for (int talk = parameters.sessionsPerWeek(); talk < sessions.size(); talk++) {
            MeetingTime time = view.time(talk);
            boolean knows =
                    isOwnTeacher(view.holder(talk, 0), group, view) || isOwnTeacher(view.holder(talk, 1), group, view);
            String id = sessions.get(talk).id().value();
            missing -= time != null && knows && isInOrder(id, time, view) ? 1 : 0;
        }
        return missing;
    }

    private boolean isOwnTeacher(@Nullable StaffMember who, GroupId group, ScopeView view) {
        for (int place = 0; who != null && place < view.size(0); place++) {
            var own = known(group, view.student(0, place).id()).teachers();
            if (own.isEmpty() || own.contains(who.id())) {
                return true;
            }
        }
        return false;
    }

    private boolean isInOrder(String id, MeetingTime talk, ScopeView view) {
        for (int i = 0; i < parameters.sessionsPerWeek(); i++) {
            MeetingTime session = view.time(i);
            if (session != null && id.endsWith("/before")) {
                int weeks = talk.weeks().first().compareTo(session.weeks().first());
                if (weeks > 0 || (weeks == 0 && IN_THE_WEEK.compare(talk, session) > 0)) {
                    return false;
                }
            } else if (session != null && id.endsWith("/after")) {
                int weeks = talk.weeks().last().compareTo(session.weeks().last());
                if (weeks < 0 || (weeks == 0 && IN_THE_WEEK.compare(talk, session) < 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Each member whom the tutor doesn't teach in the subject costs 1. */
    private long withoutOwnTeacher(GroupId group, ScopeView view) {
        StaffMember tutor = view.holder(0, 0);
        long without = 0;
        for (int place = 0; tutor != null && place < view.size(0); place++) {
            boolean knows = known(group, view.student(0, place).id()).teachers().contains(tutor.id());
            without += knows ? 0 : 1;
        }
        return without;
    }
}
