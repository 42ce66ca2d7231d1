package dk.grundskema.solver.engine;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.mapping.BlueprintMaker;
import dk.grundskema.solver.mapping.LessonMeeting;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan in use, under the problem as it is from now on: what may still be decided otherwise, and the seats that fell open,
 * which are empty. The past, who is in which group, and where something of fixed time is held are facts.
 */
final class Standing {
    private static final String DIFFERENCE = "core.difference";

    /**
     * A seat that fell open.
     *
     * @param seat     its number
     * @param person   who is away
     * @param sessions those of its sessions that the absence touches
     * @param stuck    whether it can't be given away: another of its sessions is past, or its holder is back in other weeks of
     *     the lesson that it is in
     */
    record Fallen(int seat, int person, int[] sessions, boolean stuck) {}

    private final AbsentProblem absent;
    private final Map<Object, Meeting> meetings = new HashMap<>();
    private final PreparedPlan plan;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final boolean[] facts;
    private final List<Fallen> fallen = new ArrayList<>();
    private final long changeWeight;
    private final long seed;

    Standing(PluginRegistry plugins, ReplanRequest request) {
        this.absent = new AbsentProblem(request);
        request.timetable().meetings().forEach(one -> meetings.put(one.sessionId(), one));
        Problem problem = absent.make();
        this.blueprint = BlueprintMaker.make(problem, PreparedPlan.demands(plugins, problem));
        this.decisions = blueprint.decisions();
        this.values = ReferenceReader.values(blueprint, request.timetable());
        this.facts = new boolean[decisions.count()];
        settle();
        this.plan = PreparedPlan.of(plugins, blueprint, null);
        this.changeWeight = weightOfChanges(problem);
        this.seed = request.timetable().seed();
    }

    private void settle() {
        Arrays.fill(facts, decisions.member(0), decisions.count(), true);
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Meeting meeting = blueprint.isGuest(s) ? hostMeeting(s) : meeting(s);
            boolean isPast = meeting != null && absent.isPast(meeting);
            boolean isOpen = decisions.isOpen(decisions.slot(s)) && (meeting != null || !blueprint.isGuest(s));
            facts[decisions.slot(s)] = isPast || !isOpen;
            facts[decisions.room(s)] = isPast || !isOpen;
            if (meeting != null && !blueprint.isGuest(s)) {
                RoomId room = LessonMeeting.roomOf(
                        blueprint.problem(), blueprint.sessions().get(s), meeting);
                keep(
                        decisions.room(s),
                        room == null ? Decisions.NONE : blueprint.index().room().find(room));
            }
        }
        for (int k = 0; k < blueprint.seats().size(); k++) {
            seat(k);
        }
        fixFacts();
        fallen.sort(Comparator.comparingLong(one -> start(one.sessions()[0])));
    }

    private @Nullable Meeting hostMeeting(int guest) {
        int choice = values[decisions.slot(guest)];
        return choice == Decisions.NONE ? null : meeting(blueprint.host(guest, choice));
    }

    /** What can't change has one value: the fewer there are, the sooner the rules are compiled. */
    private void fixFacts() {
        for (int decision = 0; decision < facts.length; decision++) {
            if (facts[decision] && decisions.isOpen(decision)) {
                decisions.fix(decision, values[decision]);
            }
        }
    }

    private void seat(int k) {
        int holder = Decisions.NONE;
        boolean isPast = false;
        boolean isOther = false; // weeks of a lesson in which the holder is back: nobody else has the year for a day
        var away = new ArrayList<Integer>();
        for (int s : blueprint.sessionsOf()[k]) {
            Meeting meeting = meeting(s);
            int place = blueprint.placeInMeeting(s, k);
            if (meeting == null || place >= meeting.seats().size()) {
                continue;
            }
            StaffId who = meeting.seats().get(place).staffId();
            int number =
                    who == null ? Decisions.NONE : blueprint.index().staff().find(who);
            holder = number == Decisions.NONE ? holder : number;
            isPast |= absent.isPast(meeting);
            if (who != null && number >= 0 && !absent.isPast(meeting) && absent.isAway(who, meeting)) {
                away.add(s);
                isOther |= blueprint.isLesson(s) && !absent.isAwayThroughout(who, meeting);
            }
        }
        int decision = decisions.seat(k);
        facts[decision] = isPast || isOther || !decisions.isOpen(decision);
        if (away.isEmpty() || isPast || isOther) {
            keep(decision, holder);
        } else {
            values[decision] = Decisions.NONE;
        }
        if (!away.isEmpty()) {
            away.sort(Comparator.comparingLong(this::start));
            fallen.add(new Fallen(
                    k, holder, away.stream().mapToInt(Integer::intValue).toArray(), isPast || isOther));
        }
    }

    /** What is, is, even where the problem would no longer choose it. */
    private void keep(int decision, int value) {
        if (value != Decisions.NONE && values[decision] == Decisions.NONE) {
            decisions.fix(decision, value);
            values[decision] = value;
            facts[decision] = true;
        }
    }

    private long start(int session) {
        int slot = values[decisions.slot(session)];
        return slot == Decisions.NONE
                ? 0
                : blueprint.spots().start()[blueprint.spots().of()[session][slot][0]];
    }

    /** What the rules of one level charge for decisions, read from scratch; any value will do. */
    Evaluation evaluate(int[] other, Level level) {
        return Evaluation.of(
                plan.rules(),
                other,
                rule -> plan.rules().rules().get(rule).type().level() == level);
    }

    /** The meeting of a session in the plan in use. */
    @Nullable
    Meeting meeting(int session) {
        return meetings.get(blueprint.sessions().get(session).id());
    }

    AbsentProblem absent() {
        return absent;
    }

    PreparedPlan plan() {
        return plan;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** What it costs to decide something otherwise without need: the same as where a plan is continued. */
    long changeWeight() {
        return changeWeight;
    }

    /** What chance begins from. */
    long seed() {
        return seed;
    }

    private static long weightOfChanges(Problem problem) {
        return CoreRules.types().stream()
                .filter(type -> type.id().equals(DIFFERENCE))
                .mapToLong(type -> problem.weights().getOrDefault(type.id(), type.defaultWeight()))
                .sum();
    }

    /** How decisions stand; not to be changed. */
    int[] values() {
        return values;
    }

    /** Whether a decision can no longer be taken otherwise. */
    boolean isFact(int decision) {
        return facts[decision];
    }

    /** The seats that fell open, in order of time. */
    List<Fallen> fallen() {
        return List.copyOf(fallen);
    }
}
