package dk.grundskema.solver.rules;

import static dk.grundskema.solver.spi.SumRule.sum;
import static dk.grundskema.solver.spi.TimelineRule.timeline;

import dk.grundskema.domain.demand.Grouping;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.GroupMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.SupportLimits;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.DutyVisibility;
import dk.grundskema.solver.spi.PenaltyCollector;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rules that limit a student's support beside ordinary lessons per day and per week; {@link SupportLimits} defines what
 * counts.
 */
final class SupportRules {

    private final SupportLimits limits;
    private final Map<InterventionId, SupportOffer> support = new HashMap<>();
    private final Set<StudentId> students = new HashSet<>();
    private final InLessonTimeIndex inside;
    private boolean looksAtDates;
    private boolean looksAtLessons;

    private SupportRules(CoreRuleContext context) {
        this.limits = context.problem().support();
        Map<GroupId, Set<StudentId>> members = membersOrCandidates(context);
        Set<LessonId> lessons = new HashSet<>();
        for (Session session : context.sessions()) {
            SupportOffer offer = context.offers().get(session.intervention());
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
        this.inside = new InLessonTimeIndex(context.problem(), lessons);
    }

    private static boolean isCounted(Session session, SupportOffer offer) {
        return offer.isSupport()
                && session.lesson() == null
                && !session.isGuest()
                && !(session.groups().isEmpty() && session.students().isEmpty())
                && session.times().stream()
                        .flatMap(time -> time.dates().stream())
                        .anyMatch(date -> !offer.interrupts(date));
    }

    /** Returns the members and possible members of each group. */
    private static Map<GroupId, Set<StudentId>> membersOrCandidates(CoreRuleContext context) {
        Map<GroupId, Set<StudentId>> members = new HashMap<>();
        context.problem().groups().forEach(group -> addMembers(group, members));
        for (Grouping grouping : context.groupings()) {
            for (Group group : grouping.groups()) {
                addMembers(group, members);
                members.getOrDefault(group.id(), Set.of()).addAll(grouping.students());
            }
        }
        return members;
    }

    private static void addMembers(Group group, Map<GroupId, Set<StudentId>> members) {
        var some = members.computeIfAbsent(group.id(), fresh -> new HashSet<>());
        group.members().stream().map(GroupMember::studentId).forEach(some::add);
    }

    /** Without support the rules are empty sums, so that no student's days are looked at. */
    static List<Rule> of(CoreRuleContext context) {
        var rules = new SupportRules(context);
        return rules.students.isEmpty()
                ? List.of(
                        sum(CoreRules.SUPPORT_A_DAY).cost((key, minutes) -> 0),
                        sum(CoreRules.SUPPORT_A_WEEK).cost((key, minutes) -> 0))
                : List.of(
                        rules.timelineOf(CoreRules.SUPPORT_A_DAY, Window.DAY, rules::tooMuchADay),
                        rules.timelineOf(CoreRules.SUPPORT_A_WEEK, Window.WEEK, rules::tooMuchAWeek));
    }

    private Rule timelineOf(RuleType type, Window window, TimelineRule.Cost cost) {
        TimelineRule rule = timeline(type, Owner.STUDENT, window, cost)
                .withVisibility(owner -> sightOf((Student) owner))
                .monotone();
        return looksAtLessons ? rule : rule.ignoringLessons();
    }

    private DutyVisibility sightOf(Student owner) {
        if (!students.contains(owner.id())) {
            return DutyVisibility.NOTHING;
        }
        return !looksAtDates ? DutyVisibility.nearby(0) : DutyVisibility.EVERYTHING;
    }

    /** Charges the minutes beyond the daily limit. */
    private void tooMuchADay(Duties duties, PenaltyCollector charge) {
        long minutes = countedMinutes(duties);
        if (minutes > limits.minutesPerDay()) {
            charge(charge, minutes, limits.minutesPerDay(), duties, duties.date(0));
        }
    }

    /** Charges the minutes beyond the weekly limit. */
    private void tooMuchAWeek(Duties duties, PenaltyCollector charge) {
        long minutes = countedMinutes(duties);
        if (minutes > limits.minutesPerWeek()) {
            charge(charge, minutes, limits.minutesPerWeek(), duties, duties.week(0));
        }
    }

    private static void charge(PenaltyCollector charge, long minutes, long most, Duties duties, Object when) {
        if (charge.needsArguments()) {
            charge.add(
                    minutes - most,
                    studentId(duties),
                    when,
                    List.of(Figure.ofMinutes(minutes), Figure.ofMinutes(most)));
        } else {
            charge.add(minutes - most);
        }
    }

    private long countedMinutes(Duties duties) {
        long minutes = 0;
        for (int duty = 0; duty < duties.size(); duty++) {
            minutes += countedMinutes(duties, duty);
        }
        return minutes;
    }

    private static StudentId studentId(Duties duties) {
        return ((Student) duties.owner()).id();
    }

    private long countedMinutes(Duties duties, int duty) {
        Session session = duties.session(duty);
        SupportOffer offer = session == null ? null : support.get(session.intervention());
        if (session == null || offer == null || offer.interrupts(duties.date(duty))) {
            return 0;
        }
        long minutes = duties.end(duty) - duties.start(duty);
        return session.inside().isEmpty()
                ? minutes
                : minutes
                        - inside.minutesInside(
                                studentId(duties), duties.start(duty), duties.end(duty), session.inside());
    }
}
