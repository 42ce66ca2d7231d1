package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.RuleResult;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.mapping.TimetableMaker;
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

/** The plan with changes by hand in it: what they don't touch is taken over as it is written, but for its locks. */
final class HandEdited {
    private final Workbench from;
    private final Bench bench;
    private final int[] values;
    private final Problem problem;
    private final Bench.Standings standings;

    HandEdited(Workbench from, Bench bench, int[] values, Problem problem, Bench.Standings standings) {
        this.from = from;
        this.bench = bench;
        this.values = values;
        this.problem = problem;
        this.standings = standings;
    }

    Timetable timetable(String problemHash) {
        Timetable before = from.timetable();
        List<RuleResult> results = results();
        TimetableMaker maker = bench.maker().under(problem);
        return new Timetable(
                        before.version(),
                        problemHash,
                        before.zone(),
                        before.seed(),
                        standings.score(),
                        results,
                        isForming() ? maker.groups(values) : before.groups(),
                        meetings(maker),
                        before.tasks())
                .remembering(before.deliveries());
    }

    private boolean isForming() {
        return !members(bench, values).equals(members(from.bench(), from.values()));
    }

    private static Map<Object, GroupId> members(Bench bench, int[] values) {
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

    private List<Meeting> meetings(TimetableMaker maker) {
        Set<SessionId> touched = touched();
        Set<SessionId> locked = lockedOtherwise();
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
                meetings.add(after == null ? meeting : lockedAs(meeting, after));
            }
        }
        meetings.addAll(fresh.values());
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        return meetings;
    }

    private Set<SessionId> lockedOtherwise() {
        var locks = new HashSet<>(from.problem().locks());
        var others = new HashSet<>(problem.locks());
        var sessions = new HashSet<SessionId>();
        locks.stream().filter(lock -> !others.contains(lock)).forEach(lock -> sessions.add(lock.sessionId()));
        others.stream().filter(lock -> !locks.contains(lock)).forEach(lock -> sessions.add(lock.sessionId()));
        return sessions;
    }

    /** Sessions about which something is decided otherwise, or whose groups have other members. */
    private Set<SessionId> touched() {
        Map<SessionId, List<Object>> before = looks(from.bench(), from.values());
        Map<SessionId, List<Object>> after = looks(bench, values);
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
        Map<Object, GroupId> before = members(from.bench(), from.values());
        Map<Object, GroupId> after = members(bench, values);
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

    /** What is decided about each session, in terms that don't depend on how it was compiled. */
    private static Map<SessionId, List<Object>> looks(Bench bench, int[] values) {
        Blueprint blueprint = bench.blueprint();
        Decisions decisions = bench.decisions();
        Map<SessionId, List<Object>> looks = new HashMap<>();
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            if (blueprint.isGuest(s)) {
                continue;
            }
            var look = new ArrayList<Object>();
            int slot = values[decisions.slot(s)];
            int room = values[decisions.room(s)];
            look.add(slot == Decisions.NONE ? "" : blueprint.times().get(s).get(slot));
            look.add(room);
            for (int seat : blueprint.seatsOf()[s]) {
                look.add(values[decisions.seat(seat)]);
            }
            looks.put(blueprint.sessions().get(s).id(), look);
        }
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            int slot = values[decisions.slot(s)];
            if (blueprint.isGuest(s) && slot != Decisions.NONE) {
                SessionId host =
                        blueprint.sessions().get(blueprint.host(s, slot)).id();
                Objects.requireNonNull(looks.get(host))
                        .add(blueprint.sessions().get(s).id());
            }
        }
        return looks;
    }

    private static Meeting lockedAs(Meeting meeting, Meeting anew) {
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
        return new Meeting(
                meeting.sessionId(),
                meeting.originId(),
                meeting.demandedWeeks(),
                meeting.interventionId(),
                meeting.kind(),
                meeting.form(),
                meeting.title(),
                meeting.subject(),
                meeting.weeks(),
                meeting.weekday(),
                meeting.start(),
                meeting.end(),
                meeting.roomId(),
                meeting.extraRoomIds(),
                meeting.groupIds(),
                meeting.studentIds(),
                meeting.excusedStudentIds(),
                meeting.within(),
                seats,
                meeting.workload(),
                anew.locked());
    }

    /** What each rule costs. In how many places is counted anew only where it costs something else than before. */
    private List<RuleResult> results() {
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
        var others = new HashSet<String>();
        after.replaceAll((id, one) -> {
            RuleResult was = before.get(id);
            boolean isSame = was != null && was.penalty() == one.penalty() && was.weight() == one.weight();
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
