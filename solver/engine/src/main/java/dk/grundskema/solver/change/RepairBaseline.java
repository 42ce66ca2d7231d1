package dk.grundskema.solver.change;

import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.engine.PreparedPlan;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.BlueprintBuilder;
import dk.grundskema.solver.mapping.LessonMeetingReader;
import dk.grundskema.solver.mapping.ReferenceReader;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import dk.grundskema.solver.registry.PluginRegistry;
import dk.grundskema.solver.rules.CoreRules;
import dk.grundskema.solver.score.RuleWeightResolver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A plan in use, under the problem as of now: its values, which decisions are fixed, and the seats that are vacant
 * because of absences. Fixed are the past, group membership, and the time and room of everything held at a fixed time.
 */
final class RepairBaseline {
    private static final String DIFFERENCE = "core.difference";

    /**
     * A seat that is vacant because of an absence.
     *
     * @param seat number of the seat
     * @param person the absent holder
     * @param sessions the seat's sessions that the absence touches
     * @param stuck whether it cannot be reassigned: another of its sessions is past, or the holder returns in other
     * weeks of its lesson
     */
    record Vacancy(int seat, int person, int[] sessions, boolean stuck) {}

    private final LostAvailability lost;
    private final List<Integer> lostRooms = new ArrayList<>();
    private final Map<Object, Meeting> meetings = new HashMap<>();
    private final PreparedPlan plan;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final int[] values;
    private final int[] original;
    private final boolean[] facts;
    private final List<Vacancy> vacancies = new ArrayList<>();
    private final long changeWeight;
    private final long seed;

    /** Reads a plan that is split by date, under the changed problem. */
    RepairBaseline(PluginRegistry plugins, SplitPlan split) {
        this.lost = split.lost();
        Problem problem = split.problem();
        Timetable timetable = split.reference();
        timetable.meetings().forEach(one -> meetings.put(one.sessionId(), one));
        this.blueprint = BlueprintBuilder.build(problem, split.demands());
        this.decisions = blueprint.decisions();
        this.values = ReferenceReader.readDecisions(blueprint, timetable);
        this.facts = new boolean[decisions.count()];
        determineFacts();
        this.original = originalValues();
        this.plan = PreparedPlan.of(plugins, blueprint, split.members(), null);
        this.changeWeight = weightOfChanges(problem);
        this.seed = timetable.seed();
        if (!lostRooms.isEmpty()) {
            new LostRoomReplacer(this, lostRooms).replaceRooms();
        }
    }

    /** Returns the values with the holders and rooms that are lost. */
    private int[] originalValues() {
        int[] all = values.clone();
        vacancies.forEach(one -> all[decisions.seat(one.seat())] = one.person());
        for (int session : lostRooms) {
            Meeting meeting = meeting(session);
            RoomId room = meeting == null
                    ? null
                    : LessonMeetingReader.decidedRoom(
                            blueprint.problem(), blueprint.sessions().get(session), meeting);
            all[decisions.room(session)] = room == null
                    ? Decisions.NONE
                    : Math.max(Decisions.NONE, blueprint.index().room().find(room));
        }
        return all;
    }

    private void determineFacts() {
        Arrays.fill(facts, decisions.member(0), decisions.count(), true);
        for (int s = 0; s < blueprint.sessions().size(); s++) {
            Meeting meeting = blueprint.isGuest(s) ? hostMeeting(s) : meeting(s);
            boolean isPast = meeting != null && lost.isPast(meeting);
            boolean isOpen = decisions.isOpen(decisions.slot(s)) && (meeting != null || !blueprint.isGuest(s));
            facts[decisions.slot(s)] = isPast || !isOpen;
            facts[decisions.room(s)] = isPast || !isOpen;
            if (meeting != null && !blueprint.isGuest(s)) {
                RoomId room = LessonMeetingReader.decidedRoom(
                        blueprint.problem(), blueprint.sessions().get(s), meeting);
                if (room != null && isRoomLost(meeting, room)) {
                    facts[decisions.room(s)] = false;
                    values[decisions.room(s)] = Decisions.NONE;
                    lostRooms.add(s);
                } else {
                    fixDecision(
                            decisions.room(s),
                            room == null
                                    ? Decisions.NONE
                                    : blueprint.index().room().find(room));
                }
            }
        }
        for (int k = 0; k < blueprint.seats().size(); k++) {
            determineSeat(k);
        }
        fixFacts();
        vacancies.sort(Comparator.comparingLong(one -> startMinute(one.sessions()[0])));
    }

    private boolean isRoomLost(Meeting meeting, RoomId room) {
        return meeting.time().intervals(lost.zone()).stream()
                .anyMatch(when -> !lost.isPast(when) && lost.isRoomLost(room, when));
    }

    private @Nullable Meeting hostMeeting(int guest) {
        int choice = values[decisions.slot(guest)];
        return choice == Decisions.NONE ? null : meeting(blueprint.host(guest, choice));
    }

    /** Restricts fixed decisions to one value, which shortens the compilation of rules. */
    private void fixFacts() {
        for (int decision = 0; decision < facts.length; decision++) {
            if (facts[decision] && decisions.isOpen(decision)) {
                decisions.fix(decision, values[decision]);
            }
        }
    }

    private void determineSeat(int k) {
        int holder = Decisions.NONE;
        boolean isPast = false;
        boolean isOther = false; // the holder is back in other weeks: nobody takes over a year of lessons for a day
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
            isPast |= lost.isPast(meeting);
            if (who != null && number >= 0 && !lost.isPast(meeting) && lost.isAway(who, meeting)) {
                away.add(s);
                isOther |= blueprint.isLesson(s) && !lost.isAwayThroughout(who, meeting);
            }
        }
        int decision = decisions.seat(k);
        facts[decision] = isPast || isOther || !decisions.isOpen(decision);
        if (away.isEmpty() || isPast || isOther) {
            fixDecision(decision, holder);
        } else {
            values[decision] = Decisions.NONE;
        }
        if (!away.isEmpty()) {
            away.sort(Comparator.comparingLong(this::startMinute));
            vacancies.add(new Vacancy(
                    k, holder, away.stream().mapToInt(Integer::intValue).toArray(), isPast || isOther));
        }
    }

    /** Fixes a value of the plan even if the problem no longer allows it. */
    private void fixDecision(int decision, int value) {
        if (value != Decisions.NONE && values[decision] == Decisions.NONE) {
            decisions.fix(decision, value);
            values[decision] = value;
            facts[decision] = true;
        }
    }

    private long startMinute(int session) {
        int slot = values[decisions.slot(session)];
        return slot == Decisions.NONE
                ? 0
                : blueprint.spots().start()[blueprint.spots().of()[session][slot][0]];
    }

    /** Evaluates the rules of one level from scratch; values outside the ranges are allowed. */
    PlanEvaluation evaluate(int[] other, Level level) {
        return PlanEvaluation.of(
                plan.rules(),
                other,
                rule -> plan.rules().rules().get(rule).type().level() == level);
    }

    /** Returns the meeting of a session in the plan in use. */
    @Nullable
    Meeting meeting(int session) {
        return meetings.get(blueprint.sessions().get(session).id());
    }

    LostAvailability lost() {
        return lost;
    }

    PreparedPlan plan() {
        return plan;
    }

    Blueprint blueprint() {
        return blueprint;
    }

    /** Returns the soft cost of an unnecessary change; the same weight as when a plan is continued. */
    long changeWeight() {
        return changeWeight;
    }

    /** Returns the seed of the random generator. */
    long seed() {
        return seed;
    }

    private static long weightOfChanges(Problem problem) {
        return CoreRules.types().stream()
                .filter(type -> type.id().equals(DIFFERENCE))
                .mapToLong(type -> RuleWeightResolver.resolve(type, problem))
                .sum();
    }

    /** Returns the values of all decisions; do not modify the array. */
    int[] values() {
        return values;
    }

    /** Returns the values of all decisions in the plan in use; do not modify the array. */
    int[] original() {
        return original;
    }

    /** Whether a decision can no longer be changed. */
    boolean isFact(int decision) {
        return facts[decision];
    }

    /** Returns a vacant seat with its meetings in the plan in use. */
    VacantSeat vacantSeat(Vacancy one) {
        List<Meeting> touched = Arrays.stream(one.sessions())
                .mapToObj(this::meeting)
                .map(Objects::requireNonNull)
                .toList();
        int place = blueprint.placeInMeeting(one.sessions()[0], one.seat());
        return new VacantSeat(
                blueprint.seats().get(one.seat()),
                blueprint.staff().get(one.person()).id(),
                touched,
                touched.getFirst().seats().get(place).locked());
    }

    /** Returns the vacant seats in chronological order. */
    List<Vacancy> vacancies() {
        return List.copyOf(vacancies);
    }
}
