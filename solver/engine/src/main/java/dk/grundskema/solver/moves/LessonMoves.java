package dk.grundskema.solver.moves;

import dk.grundskema.solver.model.Decisions;
import java.util.random.RandomGenerator;

/** Moves of additional staff in lessons of the existing timetable, each for all weeks of the lesson. */
final class LessonMoves {
    private static final int TRIES = 16;

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
