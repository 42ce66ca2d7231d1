package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Moves of additional staff in lessons of the existing timetable, each for all weeks of the lesson. */
final class LessonMoves {
    private static final int TRIES = 16;
    private static final int CLASS_TRIES = 6;
    private static final int NONE = -1;

    private final OpenDecisionIndex openDecisions;
    private final OpenLessonSeats lessons;
    private final Decisions decisions;
    private final DecisionOverlay draft;
    private final RandomGenerator random;

    LessonMoves(OpenDecisionIndex openDecisions, DecisionOverlay draft, RandomGenerator random) {
        this.openDecisions = openDecisions;
        this.lessons = openDecisions.lessons;
        this.decisions = openDecisions.decisions;
        this.draft = draft;
        this.random = random;
    }

    private int any(int[] list) {
        return list[random.nextInt(list.length)];
    }

    private int holder(int seat) {
        return draft.value(decisions.seat(seat));
    }

    private int anyCandidate(int seat) {
        int[] range = decisions.range(decisions.seat(seat));
        return range.length == 0 ? Decisions.NONE : any(range);
    }

    /**
     * Hands over some or all of a person's lessons in a class to another person; at times when the new one is in
     * another lesson, the two swap.
     */
    void handOverLessons() {
        int[] set = any(lessons.sets());
        int first = random.nextInt(set.length);
        int before = holder(set[first]);
        int after = random.nextInt(8) == 0 ? Decisions.NONE : anyCandidate(set[first]);
        if (before == after) {
            return;
        }
        boolean isWhole = random.nextBoolean();
        int left = isWhole ? set.length : 1 + random.nextInt(6);
        for (int i = 0; i < set.length && left > 0; i++) {
            int seat = set[(first + i) % set.length];
            if (holder(seat) == before) {
                left--;
                giveSeat(seat, after, before);
            }
        }
    }

    /**
     * Two people trade their lessons of two classes: one gives all of a class to the other, and gets as many of another class from that one, so that
     * each may leave a class and nobody has more lessons than before. The other one is mostly in the class already, and the first one in the other class.
     */
    void tradeClasses() {
        int own = random.nextInt(lessons.sets().length);
        int[] set = lessons.sets()[own];
        int first = random.nextInt(set.length);
        int giver = holder(set[first]);
        int taker = random.nextInt(4) == 0 ? anyCandidate(set[first]) : anyOtherHolder(set, giver);
        if (giver == Decisions.NONE || taker == Decisions.NONE || giver == taker) {
            return;
        }
        int back = anyClassOf(taker, giver, own);
        if (back == NONE) {
            return;
        }
        int given = 0;
        for (int seat : set) {
            if (holder(seat) == giver && draft.allows(decisions.seat(seat), taker)) {
                giveSeat(seat, taker, giver);
                given++;
            }
        }
        int[] other = lessons.sets()[back];
        int from = random.nextInt(other.length);
        for (int i = 0; i < other.length && given > 0; i++) {
            int seat = other[(from + i) % other.length];
            if (holder(seat) == taker && draft.allows(decisions.seat(seat), giver)) {
                giveSeat(seat, giver, taker);
                given--;
            }
        }
    }

    private int anyOtherHolder(int[] set, int not) {
        for (int i = 0; i < TRIES; i++) {
            int holder = holder(any(set));
            if (holder != Decisions.NONE && holder != not) {
                return holder;
            }
        }
        return Decisions.NONE;
    }

    /** Returns a class in which somebody has lessons, mostly one in which another person has some, too; {@link #NONE} if a few tries find none. */
    private int anyClassOf(int person, int companion, int not) {
        int found = NONE;
        for (int i = 0; i < CLASS_TRIES; i++) {
            int set = random.nextInt(lessons.sets().length);
            int[] seats = lessons.sets()[set];
            if (set != not && has(person, seats)) {
                if (has(companion, seats)) {
                    return set;
                }
                found = set;
            }
        }
        return found;
    }

    private boolean has(int person, int[] seats) {
        for (int seat : seats) {
            if (holder(seat) == person) {
                return true;
            }
        }
        return false;
    }

    private int[] any(int[][] lists) {
        return lists[random.nextInt(lists.length)];
    }

    private void giveSeat(int seat, int person, int instead) {
        if (!draft.set(decisions.seat(seat), person) || person == Decisions.NONE) {
            return;
        }
        for (int other : lessons.atOnce()[seat]) {
            if (holder(other) == person && !draft.set(decisions.seat(other), instead)) {
                draft.set(decisions.seat(other), Decisions.NONE);
            }
        }
        for (int session : openDecisions.blueprint.sessionsOf()[seat]) {
            int slot = decisions.slot(session);
            if (decisions.isOpen(slot)) {
                draft.set(slot, any(decisions.range(slot)));
            }
        }
    }

    /** Mostly within the class. */
    void moveToLesson() {
        int from = anyLessonSeat(true);
        int person = holder(from);
        int[] sets = lessons.setsOf()[from];
        int[] where = sets.length == 0 || random.nextInt(4) == 0 ? lessons.open() : lessons.sets()[any(sets)];
        int to = any(where);
        if (to != from && person != Decisions.NONE && draft.allows(decisions.seat(to), person)) {
            int there = holder(to);
            if (!draft.set(decisions.seat(from), there)) {
                draft.set(decisions.seat(from), Decisions.NONE);
            }
            draft.set(decisions.seat(to), person);
        }
    }

    /** The person's lessons at the same time are taken by a substitute, if a few tries find one, else left empty. */
    void joinLesson() {
        int seat = anyLessonSeat(false);
        int person = anyCandidate(seat);
        if (person == Decisions.NONE || holder(seat) == person) {
            return;
        }
        draft.set(decisions.seat(seat), person);
        for (int other : lessons.atOnce()[seat]) {
            if (holder(other) == person) {
                draft.set(decisions.seat(other), substitute(other, person));
            }
        }
    }

    private int substitute(int seat, int not) {
        for (int i = 0; i < TRIES; i++) {
            int candidate = anyCandidate(seat);
            if (candidate != not && isFree(candidate, seat)) {
                return candidate;
            }
        }
        return Decisions.NONE;
    }

    private boolean isFree(int person, int seat) {
        for (int other : lessons.atOnce()[seat]) {
            if (holder(other) == person) {
                return false;
            }
        }
        return true;
    }

    /** Returns a filled or an empty seat, if a few tries find one, else any seat. */
    private int anyLessonSeat(boolean isFilled) {
        for (int i = 0; i < TRIES; i++) {
            int seat = any(lessons.open());
            if ((holder(seat) != Decisions.NONE) == isFilled) {
                return seat;
            }
        }
        return any(lessons.open());
    }
}
