package dk.grundskema.solver.edit;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.KnownStudents;
import dk.grundskema.solver.mapping.MemberWeeks;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.spi.RuleType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Builds the timetable with manual changes applied. Unaffected meetings are copied unchanged, except for their locks and for students who have left the
 * problem.
 */
final class EditedTimetableBuilder {
    private final Workbench from;
    private final EditableProblem bench;
    private final int[] values;
    private final Problem problem;
    private final EditableProblem.RulePenalties standings;

    EditedTimetableBuilder(
            Workbench from,
            EditableProblem bench,
            int[] values,
            Problem problem,
            EditableProblem.RulePenalties standings) {
        this.from = from;
        this.bench = bench;
        this.values = values;
        this.problem = problem;
        this.standings = standings;
    }

    Timetable build(String problemHash) {
        Timetable before = from.timetable();
        List<RuleResult> results = ruleResults();
        TimetableBuilder maker = bench.timetableBuilder().withLocksOf(problem);
        Timetable after = new Timetable(
                before.version(),
                problemHash,
                before.zone(),
                before.seed(),
                standings.score(),
                results,
                hasGroupChanges()
                        ? MemberWeeks.ofAll(problem, bench.blueprint().demands(), before)
                                .in(maker.groups(values))
                        : before.groups(),
                meetings(maker),
                before.tasks());
        return new KnownStudents(problem).in(after.withDeliveries(before.deliveries()));
    }

    private boolean hasGroupChanges() {
        return !groupOfStudents(bench, values).equals(groupOfStudents(from.editableProblem(), from.values()));
    }

    private static Map<Object, GroupId> groupOfStudents(EditableProblem bench, int[] values) {
        Blueprint blueprint = bench.blueprint();
        Map<Object, GroupId> members = new HashMap<>();
        for (int m = 0; m < blueprint.memberships().size(); m++) {
            int group = values[bench.decisions().member(m)];
            if (group != Decisions.NONE) {
                var membership = blueprint.memberships().get(m);
                members.put(
                        List.of(
                                membership.student().id(),
                                membership.grouping().groups().getFirst().id()),
                        blueprint.groups().get(group).id());
            }
        }
        return members;
    }

    private List<Meeting> meetings(TimetableBuilder maker) {
        Set<SessionId> touched = changedSessions();
        Set<SessionId> locked = sessionsWithChangedLocks();
        Map<SessionId, Meeting> fresh = new HashMap<>();
        maker.meetings(values, session -> touched.contains(session) || locked.contains(session))
                .forEach(meeting -> fresh.put(meeting.sessionId(), meeting));
        var meetings = new ArrayList<Meeting>();
        for (Meeting meeting : from.timetable().meetings()) {
            Meeting after = fresh.remove(meeting.sessionId());
            if (touched.contains(meeting.sessionId())) {
                if (after != null) {
                    meetings.add(after);
                }
            } else {
                meetings.add(after == null ? meeting : withLocksOf(meeting, after));
            }
        }
        meetings.addAll(fresh.values());
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        return meetings;
    }

    private Set<SessionId> sessionsWithChangedLocks() {
        var locks = new HashSet<>(from.problem().locks());
        var others = new HashSet<>(problem.locks());
        var sessions = new HashSet<SessionId>();
        locks.stream().filter(lock -> !others.contains(lock)).forEach(lock -> sessions.add(lock.sessionId()));
        others.stream().filter(lock -> !locks.contains(lock)).forEach(lock -> sessions.add(lock.sessionId()));
        return sessions;
    }

    /** Returns the sessions with changed decisions or with groups whose members changed. */
    private Set<SessionId> changedSessions() {
        Map<SessionId, List<Object>> before = sessionDecisions(from.editableProblem(), from.values());
        Map<SessionId, List<Object>> after = sessionDecisions(bench, values);
        Set<GroupId> groups = changedGroups();
        var touched = new HashSet<SessionId>();
        for (Session session : bench.blueprint().sessions()) {
            GroupId wakes = session.awakeWith();
            if (!Objects.equals(before.get(session.id()), after.get(session.id()))
                    || (wakes != null && groups.contains(wakes))
                    || session.groups().stream().anyMatch(groups::contains)) {
                touched.add(session.id());
            }
        }
        return touched;
    }

    private Set<GroupId> changedGroups() {
        Map<Object, GroupId> before = groupOfStudents(from.editableProblem(), from.values());
        Map<Object, GroupId> after = groupOfStudents(bench, values);
        var groups = new HashSet<GroupId>();
        before.forEach((who, group) -> {
            if (!group.equals(after.get(who))) {
                groups.add(group);
            }
        });
        after.forEach((who, group) -> {
            if (!group.equals(before.get(who))) {
                groups.add(group);
            }
        });
        return groups;
    }

    /** Returns the decisions of each session in a form that can be compared between two compilations. */
    private static Map<SessionId, List<Object>> sessionDecisions(EditableProblem bench, int[] values) {
        Blueprint blueprint = bench.blueprint();
        Decisions decisions = bench.decisions();
        Map<SessionId, List<Object>> contentBySession = new HashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s)) {
                continue;
            }
            var content = new ArrayList<Object>();
            int slot = values[decisions.slot(s)];
            int room = values[decisions.room(s)];
            content.add(slot == Decisions.NONE ? "" : blueprint.times().get(s).get(slot));
            content.add(room);
            for (int seat : blueprint.seatsOf()[s]) {
                content.add(values[decisions.seat(seat)]);
            }
            contentBySession.put(blueprint.sessions().get(s).id(), content);
        }
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            int slot = values[decisions.slot(s)];
            if (blueprint.isGuest(s) && slot != Decisions.NONE) {
                SessionId host =
                        blueprint.sessions().get(blueprint.host(s, slot)).id();
                Objects.requireNonNull(contentBySession.get(host))
                        .add(blueprint.sessions().get(s).id());
            }
        }
        return contentBySession;
    }

    private static Meeting withLocksOf(Meeting meeting, Meeting anew) {
        boolean isSame = meeting.locked().equals(anew.locked());
        var seats = new ArrayList<MeetingSeat>();
        for (int place = 0; place < meeting.seats().size(); place++) {
            MeetingSeat seat = meeting.seats().get(place);
            boolean isLocked =
                    place < anew.seats().size() && anew.seats().get(place).locked();
            isSame &= seat.locked() == isLocked;
            seats.add(new MeetingSeat(seat.role(), seat.staffId(), seat.required(), isLocked));
        }
        if (isSame) {
            return meeting;
        }
        return meeting.withSeats(seats).withLocked(anew.locked());
    }

    /** Returns the result of each rule. Matches are recounted only for rules of which some charge or the weight changed. */
    private List<RuleResult> ruleResults() {
        Map<String, RuleResult> before = new HashMap<>();
        from.timetable().rules().forEach(one -> before.put(one.id(), one));
        Map<String, RuleResult> after = new LinkedHashMap<>();
        for (int rule = 0; rule < bench.rules().rules().size(); rule++) {
            RuleType type = bench.rules().rules().get(rule).type();
            var one =
                    new RuleResult(type.id(), type.level(), bench.rules().weights()[rule], standings.penalty(rule), 0);
            after.merge(
                    type.id(),
                    one,
                    (a, b) -> new RuleResult(
                            a.id(), a.level(), a.weight(), a.penalty() + b.penalty(), a.count() + b.count()));
        }
        Set<String> changed = from.editableProblem().changedRules(from.values(), values);
        var others = new HashSet<String>();
        after.replaceAll((id, one) -> {
            RuleResult was = before.get(id);
            boolean isSame = was != null
                    && was.penalty() == one.penalty()
                    && was.weight() == one.weight()
                    && (one.penalty() == 0 || !changed.contains(id));
            if (isSame) {
                return was;
            }
            others.add(id);
            return one;
        });
        if (others.isEmpty()) {
            return List.copyOf(after.values());
        }
        Map<String, Integer> counts = new HashMap<>();
        bench.evaluate(
                        values,
                        rule -> others.contains(
                                bench.rules().rules().get(rule).type().id()))
                .matches()
                .forEach(match -> counts.merge(match.type().id(), 1, Integer::sum));
        return after.values().stream()
                .map(one -> others.contains(one.id())
                        ? new RuleResult(
                                one.id(), one.level(), one.weight(), one.penalty(), counts.getOrDefault(one.id(), 0))
                        : one)
                .toList();
    }
}
