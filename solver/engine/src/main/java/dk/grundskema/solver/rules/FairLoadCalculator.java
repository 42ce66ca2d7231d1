package dk.grundskema.solver.rules;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Computes each staff member's load of fairly shared work, counted as {@link FairnessRules} count it, and the fair
 * share.
 */
public final class FairLoadCalculator {
    private final CoreRuleContext context;
    private final FairnessRules rules;
    private final Map<SessionId, Session> sessions;

    private FairLoadCalculator(CoreRuleContext context) {
        this.context = context;
        this.rules = new FairnessRules(
                context, new DutyMinutes(context.problem().horizon().zone()));
        this.sessions = context.sessions().stream().collect(Collectors.toMap(Session::id, Function.identity()));
    }

    /** Returns the loads in a timetable, in the problem's order of staff. */
    public static Map<StaffId, Map<Kind, FairLoad>> calculate(CoreRuleContext context, Timetable timetable) {
        var loads = new FairLoadCalculator(context);
        Map<StaffId, Map<Kind, FairLoad>> all = new LinkedHashMap<>();
        context.problem().staff().forEach(one -> all.put(one.id(), new EnumMap<>(Kind.class)));
        for (Kind kind : Kind.values()) {
            loads.calculate(kind, timetable)
                    .forEach((who, load) -> Objects.requireNonNull(all.get(who)).put(kind, load));
        }
        return all;
    }

    private Map<StaffId, FairLoad> calculate(Kind kind, Timetable timetable) {
        FairnessRules.MinuteCounter counted = rules.counterOf(kind);
        Set<StaffId> everybody =
                context.problem().staff().stream().map(StaffMember::id).collect(Collectors.toUnmodifiableSet());
        Map<StaffId, Long> shares = rules.shares(counted);
        Map<StaffId, Long> taught = rules.lessonMinutes(counted, everybody);
        Map<StaffId, Long> shared = new HashMap<>();
        Map<StaffId, Long> besides = new HashMap<>();
        for (Meeting meeting : timetable.meetings()) {
            Session session = sessionOf(meeting);
            if (session != null && session.work()) {
                var into = FairnessRules.isShared(session) ? shared : besides;
                holders(meeting, session)
                        .forEach(who -> into.merge(
                                who,
                                counted.count(meeting.time(), session.workload(), rules.workRulesOf(who)),
                                Long::sum));
            }
        }
        Map<StaffId, FairLoad> loads = new HashMap<>();
        everybody.forEach(who -> loads.put(
                who,
                new FairLoad(
                        taught.getOrDefault(who, 0L),
                        shared.getOrDefault(who, 0L),
                        besides.getOrDefault(who, 0L),
                        shares.get(who))));
        return loads;
    }

    private @Nullable Session sessionOf(Meeting meeting) {
        Session whole = sessions.get(meeting.sessionId());
        SessionId origin = meeting.originId();
        return whole == null && origin != null ? sessions.get(origin) : whole;
    }

    /**
     * Returns the holders of the decided seats; a lesson's teachers, who come first, hold theirs because of the lesson.
     */
    private List<StaffId> holders(Meeting meeting, Session session) {
        int before = session.lesson() == null
                ? 0
                : context.problem()
                        .lesson(session.lesson())
                        .map(Lesson::teachers)
                        .map(List::size)
                        .orElse(0);
        return meeting.seats().stream()
                .skip(before)
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(who -> context.work().containsKey(who))
                .toList();
    }
}
