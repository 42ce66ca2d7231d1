package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.LocalRule;
import dk.grundskema.solver.spi.LocalRule.Scope;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.ScopeView;
import dk.grundskema.solver.spi.toolkit.GroupRules;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules over groups that are formed of candidates (see {@link CandidatePool}) and over their weekly sessions. Combines {@link GroupRules} with the
 * data of candidates. The text of each rule has the group as argument.
 */
final class CandidateRules {
    /** A candidate of a group, the area of competence as it is compared, and the staff members who teach the student its subject. */
    private record TaughtCandidate(Candidate candidate, String area, Set<StaffId> teachers) {
        boolean isTaughtBy(@Nullable StaffMember who) {
            return who != null && teachers.contains(who.id());
        }
    }

    private final Demand demand;
    private final Map<GroupId, List<Session>> weekly;
    private final Map<GroupId, Map<StudentId, TaughtCandidate>> candidatesByGroup = new HashMap<>();

    /**
     * @param candidates the candidates that groups are formed of
     * @param problem    the problem with the lessons
     * @param demand     demand with the groups' sessions, each of the group's subject
     * @param kind       kind of the groups' weekly sessions
     */
    CandidateRules(Collection<Candidate> candidates, Problem problem, Demand demand, String kind) {
        this.demand = demand;
        this.weekly = WeeklySessionRules.sessionsByGroup(demand, kind);
        var lessons = LessonsByPerson.of(problem);
        weekly.forEach((group, sessions) -> {
            String subject = sessions.getFirst().subject();
            Map<StudentId, TaughtCandidate> own = new HashMap<>();
            candidates.stream()
                    .filter(one -> WordMatcher.isSame(one.subject(), subject))
                    .forEach(one -> own.put(
                            one.studentId(),
                            new TaughtCandidate(
                                    one,
                                    WordMatcher.normalise(one.area()),
                                    lessons.teachers(one.studentId(), subject))));
            candidatesByGroup.put(group, own);
        });
    }

    /** Returns the groups in the demand's order. */
    List<GroupId> groups() {
        return List.copyOf(weekly.keySet());
    }

    /** Returns the weekly sessions of each group in the demand's order. */
    Map<GroupId, List<Session>> weeklySessions() {
        return weekly;
    }

    private TaughtCandidate candidateOf(GroupId group, Student student) {
        return Objects.requireNonNull(
                Objects.requireNonNull(candidatesByGroup.get(group)).get(student.id()));
    }

    /** Charges a group the difference between its members' highest and lowest level. */
    LocalRule levelSpread(RuleType type) {
        return GroupRules.spread(
                type,
                groups(),
                (group, who) -> candidateOf(group, who).candidate().level(),
                group -> 0);
    }

    /** Charges a group 1 for each area of competence beyond the first; a blank area matches all others. */
    LocalRule severalAreas(RuleType type) {
        return severalSorts(type, groups(), (group, who) -> {
            String area = candidateOf(group, who).area();
            return area.isEmpty() ? null : area;
        });
    }

    /** Charges a group 1 for each class beyond the first among its members. */
    LocalRule severalClasses(RuleType type) {
        return severalSorts(type, groups(), (group, who) -> who.classGroup());
    }

    /**
     * Charges a group for missing weekly sessions, in hundredths of its members' need. Of four sessions, one missing costs 71, two 81, three 91 and
     * four slightly more than having no group. A session without a time or without a holder of its first seat is missing. The shares are defaults
     * of the product.
     */
    LocalRule missingSessions(RuleType type) {
        return GroupRules.perGroup(type, groups(), weekly, (group, view) -> {
            int asked = weekly.getOrDefault(group, List.of()).size();
            int missing = asked;
            for (int i = 0; i < asked; i++) {
                missing -= view.time(i) != null && view.holderIndex(i, 0) >= 0 ? 1 : 0;
            }
            long need = 0;
            for (int place = 0; place < view.groupSize(0) && missing > 0; place++) {
                need += candidateOf(group, view.student(0, place)).candidate().need();
            }
            return need * (61 + 40L * missing / asked);
        });
    }

    /**
     * Charges a group 1 for each missing meeting of another kind with a teacher of its own: a staff member who teaches a member the subject, or any
     * staff member if some member's teachers are unknown.
     *
     * @param kind  kind of these meetings
     * @param asked number of meetings that a group should have
     */
    LocalRule ownTeacherIn(RuleType type, String kind, int asked) {
        Map<GroupId, List<Session>> meetings = WeeklySessionRules.sessionsByGroup(demand, kind);
        return GroupRules.perGroup(type, groups(), meetings, (group, view) -> {
            long missing = asked;
            for (int i = 0; i < meetings.getOrDefault(group, List.of()).size(); i++) {
                missing -= view.time(i) != null && isWithOwnTeacher(i, group, view) ? 1 : 0;
            }
            return missing;
        });
    }

    private boolean isWithOwnTeacher(int meeting, GroupId group, ScopeView view) {
        for (int seat = 0; seat < view.seatCount(meeting); seat++) {
            StaffMember who = view.holder(meeting, seat);
            for (int place = 0; who != null && place < view.groupSize(0); place++) {
                TaughtCandidate one = candidateOf(group, view.student(0, place));
                if (one.teachers().isEmpty() || one.isTaughtBy(who)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Charges 1 for each member who is not taught the subject by the holder of the first seat; an empty seat costs nothing. */
    LocalRule membersNotTaughtByTutor(RuleType type) {
        return GroupRules.perGroup(type, groups(), weekly, (group, view) -> untaughtMembers(group, view, 0));
    }

    /**
     * Charges for each holder of a first seat 1 for each member who is not taught the subject by the holder. A holder of several seats counts once.
     */
    LocalRule membersNotTaughtByTutors(RuleType type) {
        return GroupRules.perGroup(type, groups(), weekly, (group, view) -> {
            long untaught = 0;
            for (int i = 0; i < weekly.getOrDefault(group, List.of()).size(); i++) {
                untaught += isHeldByAnotherThanBefore(view, i, false) ? untaughtMembers(group, view, i) : 0;
            }
            return untaught;
        });
    }

    private long untaughtMembers(GroupId group, ScopeView view, int session) {
        StaffMember who = view.holder(session, 0);
        long untaught = 0;
        for (int place = 0; who != null && place < view.groupSize(0); place++) {
            untaught += candidateOf(group, view.student(0, place)).isTaughtBy(who) ? 0 : 1;
        }
        return untaught;
    }

    /**
     * Charges a group 1 for each holder of the first seats beyond a number, in its weekly sessions and its meetings of another kind. Sessions without
     * a time do not count.
     *
     * @param free number of holders that cost nothing, 1 or more
     * @param kind the other kind of meetings
     */
    LocalRule tutorsBeyond(RuleType type, int free, String kind) {
        Map<GroupId, List<Session>> meetings = WeeklySessionRules.sessionsByGroup(demand, kind);
        Map<GroupId, List<Session>> all = new HashMap<>();
        weekly.forEach((group, sessions) -> all.put(
                group,
                Stream.concat(sessions.stream(), meetings.getOrDefault(group, List.of()).stream())
                        .toList()));
        return GroupRules.perGroup(type, groups(), all, (group, view) -> {
            int tutors = 0;
            for (int i = 0; i < all.getOrDefault(group, List.of()).size(); i++) {
                tutors += isHeldByAnotherThanBefore(view, i, true) ? 1 : 0;
            }
            return Math.max(0, tutors - free);
        });
    }

    /** Returns whether the first seat of a session has a holder who holds that of no earlier session of the scope. */
    private static boolean isHeldByAnotherThanBefore(ScopeView view, int session, boolean withTimeOnly) {
        int who = withTimeOnly && view.time(session) == null ? -1 : view.holderIndex(session, 0);
        boolean isAnother = who >= 0;
        for (int i = 0; isAnother && i < session; i++) {
            isAnother = view.holderIndex(i, 0) != who || (withTimeOnly && view.time(i) == null);
        }
        return isAnother;
    }

    /** Charges a group 1 for each sort of members beyond the first; members of unknown sort ({@code null}) match all others. */
    static LocalRule severalSorts(
            RuleType type, Collection<GroupId> groups, BiFunction<GroupId, Student, @Nullable Object> sort) {
        return GroupRules.perGroup(type, groups, Map.of(), (group, view) -> {
            int sorts = 0;
            for (int place = 0; place < view.groupSize(0); place++) {
                Object own = sort.apply(group, view.student(0, place));
                boolean isNew = own != null;
                for (int earlier = 0; isNew && earlier < place; earlier++) {
                    isNew = !own.equals(sort.apply(group, view.student(0, earlier)));
                }
                sorts += isNew ? 1 : 0;
            }
            return Math.max(0, sorts - 1);
        });
    }

    /** Charges 1 for each group with students beyond a number. */
    static LocalRule atMostGroups(RuleType type, List<GroupId> groups, int most) {
        var scope = new Scope("groups", List.of(), groups, List.of());
        return LocalRule.local(type, List.of(scope), (all, view, charge) -> {
            int taken = 0;
            for (int group = 0; group < groups.size(); group++) {
                taken += view.groupSize(group) > 0 ? 1 : 0;
            }
            charge.add(Math.max(0, taken - most), most);
        });
    }
}
