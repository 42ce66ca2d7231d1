package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;
import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.SupportLimits;
import dk.grundskema.solver.spi.Charge;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.Sight;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No student gets more support beside ordinary lessons than a day or a week has room for; {@link SupportLimits} says what counts. */
final class SupportRules {
    static final RuleType DAY = RuleType.medium("core.support-a-day", 1, RuleType.OURS);
    static final RuleType WEEK = RuleType.medium("core.support-a-week", 1, RuleType.OURS);
    static final List<RuleType> TYPES = List.of(DAY, WEEK);

    private final SupportLimits limits;
    private final Map<InterventionId, Offer> support = new HashMap<>();
    private final Set<StudentId> students = new HashSet<>();
    private final InsideLessons inside;
    private boolean looksAtDates;
    private boolean looksAtLessons;

    private SupportRules(Brief brief) {
        this.limits = brief.problem().support();
        Map<GroupId, Set<StudentId>> members = members(brief);
        Set<LessonId> lessons = new HashSet<>();
        for (Session session : brief.sessions()) {
            Offer offer = brief.offers().get(session.intervention());
            if (offer != null && isCounted(session, offer)) {
                support.put(session.intervention(), offer);
                students.addAll(session.students());
                session.groups().forEach(group -> students.addAll(members.getOrDefault(group, Set.of())));
                looksAtLessons |= !session.inside().isEmpty();
                looksAtDates |=
                        !offer.interruptions().isEmpty() || !session.inside().isEmpty();
                lessons.addAll(session.inside());
            }
        }
        this.inside = new InsideLessons(brief.problem(), lessons);
    }

    private static boolean isCounted(Session session, Offer offer) {
        return offer.isSupport()
                && session.lesson() == null
                && !session.isGuest()
                && !(session.groups().isEmpty() && session.students().isEmpty())
                && session.times().stream()
                        .flatMap(time -> time.dates().stream())
                        .anyMatch(date -> !offer.interrupts(date));
    }

    /** Who is in a group or may join it. */
    private static Map<GroupId, Set<StudentId>> members(Brief brief) {
        Map<GroupId, Set<StudentId>> members = new HashMap<>();
        brief.problem().groups().forEach(group -> add(group, members));
        for (Grouping grouping : brief.groupings()) {
            for (Group group : grouping.groups()) {
                add(group, members);
                members.getOrDefault(group.id(), Set.of()).addAll(grouping.students());
            }
        }
        return members;
    }

    private static void add(Group group, Map<GroupId, Set<StudentId>> members) {
        var some = members.computeIfAbsent(group.id(), fresh -> new HashSet<>());
        group.members().stream().map(GroupMember::studentId).forEach(some::add);
    }

    /** Where nobody gets support they are sums of nothing, so that no student's day is ever looked at. */
    static List<Rule> of(Brief brief) {
        var rules = new SupportRules(brief);
        return rules.students.isEmpty()
                ? List.of(sum(DAY).cost((key, minutes) -> 0), sum(WEEK).cost((key, minutes) -> 0))
                : List.of(
                        rules.timelineOf(DAY, Window.DAY, rules::tooMuchADay),
                        rules.timelineOf(WEEK, Window.WEEK, rules::tooMuchAWeek));
    }

    private Rule timelineOf(RuleType type, Window window, TimelineRule.Cost cost) {
        TimelineRule rule = timeline(type, Owner.STUDENT, window, cost)
                .seeing(owner -> sight((Student) owner))
                .neverLessForMore();
        return looksAtLessons ? rule : rule.seeingSessionsOnly();
    }

    private Sight sight(Student owner) {
        if (!students.contains(owner.id())) {
            return Sight.NOTHING;
        }
        return !looksAtDates ? Sight.nearby(0) : Sight.EVERYTHING;
    }

    /** A day costs the minutes beyond what it has room for. */
    private void tooMuchADay(Duties duties, Charge charge) {
        long minutes = counted(duties);
        if (minutes > limits.minutesPerDay()) {
            charge.add(minutes - limits.minutesPerDay(), id(duties), duties.date(0));
        }
    }

    /** A week costs the minutes beyond what it has room for. */
    private void tooMuchAWeek(Duties duties, Charge charge) {
        long minutes = counted(duties);
        if (minutes > limits.minutesPerWeek()) {
            charge.add(minutes - limits.minutesPerWeek(), id(duties), duties.week(0));
        }
    }

    private long counted(Duties duties) {
        long minutes = 0;
        for (int duty = 0; duty < duties.size(); duty++) {
            minutes += counted(duties, duty);
        }
        return minutes;
    }

    private static StudentId id(Duties duties) {
        return ((Student) duties.owner()).id();
    }

    private long counted(Duties duties, int duty) {
        Session session = duties.session(duty);
        Offer offer = session == null ? null : support.get(session.intervention());
        if (session == null || offer == null || offer.interrupts(duties.date(duty))) {
            return 0;
        }
        long minutes = duties.end(duty) - duties.start(duty);
        return session.inside().isEmpty()
                ? minutes
                : minutes - inside.minutes(id(duties), duties.start(duty), duties.end(duty), session.inside());
    }
}
