package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rules over groups that are formed of candidates, see {@link CandidatePool}, and over their weekly sessions: {@link GroupRules} with what is known of
 * candidates. The text of each mentions the group.
 */
public final class CandidateRules {
    /** A candidate of a group, and who teaches the student its subject. */
    private record Known(Candidate candidate, Set<StaffId> teachers) {
        boolean isTaughtBy(@Nullable StaffMember who) {
            return who != null && teachers.contains(who.id());
        }
    }

    private final Demand demand;
    private final Map<GroupId, List<Session>> weekly;
    private final Map<GroupId, Map<StudentId, Known>> known = new HashMap<>();

    /**
     * @param candidates of whom groups are formed
     * @param problem    whose lessons count
     * @param demand     with the groups' sessions, each of the group's subject
     * @param kind       what the groups' weekly sessions are
     */
    public CandidateRules(Collection<Candidate> candidates, Problem problem, Demand demand, String kind) {
        this.demand = demand;
        this.weekly = GroupRules.sessions(demand, kind);
        var lessons = new OwnLessons(problem);
        weekly.forEach((group, sessions) -> {
            String subject = sessions.getFirst().subject();
            Map<StudentId, Known> own = new HashMap<>();
            candidates.stream()
                    .filter(one -> Words.same(one.subject(), subject))
                    .forEach(one ->
                            own.put(one.studentId(), new Known(one, lessons.teachers(one.studentId(), subject))));
            known.put(group, own);
        });
    }

    /** The groups, in the demand's order. */
    public List<GroupId> groups() {
        return List.copyOf(weekly.keySet());
    }

    /** The weekly sessions of each group, in the demand's order. */
    public Map<GroupId, List<Session>> weekly() {
        return weekly;
    }

    private Known known(GroupId group, Student student) {
        return Objects.requireNonNull(Objects.requireNonNull(known.get(group)).get(student.id()));
    }

    /** A group costs the difference between its members' greatest and least level. */
    public LocalRule levelSpread(RuleType type) {
        return GroupRules.spread(
                type, groups(), (group, who) -> known(group, who).candidate().level());
    }

    /** A group costs 1 for each area of competence beyond the first; one that is left open goes with all. */
    public LocalRule areas(RuleType type) {
        return GroupRules.sorts(type, groups(), (group, who) -> {
            String area = Words.plain(known(group, who).candidate().area());
            return area.isEmpty() ? null : area;
        });
    }

    /** A group costs 1 for each class beyond the first that its members are of. */
    public LocalRule classmates(RuleType type) {
        return GroupRules.sorts(type, groups(), (group, who) -> who.classGroup());
    }

    /**
     * Members of a group without all its weekly sessions lack most of what they need: of the need of each 71 hundredths with one of four sessions
     * missing, then 81, 91, and a bit more than if they had no group when all are. A session without a time or anybody in its first seat is missing.
     * The shares are ours.
     */
    public LocalRule missingSessions(RuleType type) {
        return GroupRules.perGroup(type, groups(), weekly, (group, view) -> {
            int asked = weekly.getOrDefault(group, List.of()).size();
            int missing = asked;
            for (int i = 0; i < asked; i++) {
                missing -= view.time(i) != null && view.holderIndex(i, 0) >= 0 ? 1 : 0;
            }
            long need = 0;
            for (int place = 0; place < view.size(0) && missing > 0; place++) {
                need += known(group, view.student(0, place)).candidate().need();
            }
            return need * (61 + 40L * missing / asked);
        });
    }

    /**
     * A group costs 1 for each meeting that is missing of those of another kind that it is to have with a teacher of its own: somebody who teaches a
     * member the subject, or anybody if nobody knows who teaches some member.
     *
     * @param kind  what these meetings are
     * @param asked how many of them a group is to have
     */
    public LocalRule ownTeacherIn(RuleType type, String kind, int asked) {
        Map<GroupId, List<Session>> meetings = GroupRules.sessions(demand, kind);
        return GroupRules.perGroup(type, groups(), meetings, (group, view) -> {
            long missing = asked;
            for (int i = 0; i < meetings.getOrDefault(group, List.of()).size(); i++) {
                missing -= view.time(i) != null && isWithOwnTeacher(i, group, view) ? 1 : 0;
            }
            return missing;
        });
    }

    private boolean isWithOwnTeacher(int meeting, GroupId group, ScopeView view) {
        for (int seat = 0; seat < view.seats(meeting); seat++) {
            StaffMember who = view.holder(meeting, seat);
            for (int place = 0; who != null && place < view.size(0); place++) {
                Known one = known(group, view.student(0, place));
                if (one.teachers().isEmpty() || one.isTaughtBy(who)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Each member whom the holder of the first seat doesn't teach the subject costs 1; nobody there costs nothing. */
    public LocalRule strangers(RuleType type) {
        return GroupRules.perGroup(type, groups(), weekly, (group, view) -> {
            StaffMember who = view.holder(0, 0);
            long strangers = 0;
            for (int place = 0; who != null && place < view.size(0); place++) {
                strangers += known(group, view.student(0, place)).isTaughtBy(who) ? 0 : 1;
            }
            return strangers;
        });
    }
}
