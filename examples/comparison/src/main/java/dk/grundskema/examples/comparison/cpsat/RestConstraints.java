package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.WorkRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Legal rest requirements, modelled exactly. Daily rest: finds the smallest sets of slots that form too long a run; none of them
 * may be worked as a whole. Weekly rest: each worked slot belongs to a run that began right after a rest and within the maximum
 * number of days.
 */
final class RestConstraints {
    private final DutyVariables duties;
    private final CpModel model;
    private final List<DutySlot> slots;
    private final Map<List<Long>, List<int[]>> known = new HashMap<>();

    RestConstraints(DutyVariables duties) {
        this.duties = duties;
        this.model = duties.model();
        this.slots = duties.slots();
    }

    void add() {
        for (int person = 0; person < duties.facts().staff().size(); person++) {
            WorkRules rules = duties.facts().rulesOf(duties.person(person));
            if (rules.agreedShortRest() != null) {
                throw new IllegalArgumentException("The model does not support this: an agreed short rest.");
            }
            daily(person, rules);
            new WeeklyRest(person, rules).add();
        }
    }

    private void daily(int person, WorkRules rules) {
        for (int[] run : tooLongRuns(rules.dailyRestMinutes(), rules.longestDailyRun())) {
            var all = new ArrayList<Literal>();
            for (int slot : run) {
                BoolVar works = duties.works(person, slot);
                if (works != null) {
                    all.add(works.not());
                }
            }
            if (all.size() == run.length) {
                model.addBoolOr(all);
            }
        }
    }

    private List<int[]> tooLongRuns(long rest, long longest) {
        return known.computeIfAbsent(List.of(rest, longest), any -> {
            var found = new ArrayList<int[]>();
            for (int first = 0; first < slots.size(); first++) {
                extend(List.of(first), rest, longest, found);
            }
            return found;
        });
    }

    /** Adds each smallest set that begins with the given slots and forms too long a run. */
    private void extend(List<Integer> run, long rest, long longest, List<int[]> found) {
        DutySlot first = slots.get(run.getFirst());
        DutySlot last = slots.get(run.getLast());
        for (int next = run.getLast() + 1; next < slots.size(); next++) {
            DutySlot slot = slots.get(next);
            if (slot.start() - last.end() >= rest) {
                return;
            }
            boolean isLastNeeded = run.size() == 1
                    || slot.start() - slots.get(run.get(run.size() - 2)).end() >= rest;
            if (slot.start() < last.end() || !isLastNeeded) {
                continue;
            }
            var longer = new ArrayList<>(run);
            longer.add(next);
            if (slot.end() - first.start() <= longest) {
                extend(longer, rest, longest, found);
            } else if (longer.size() == 2
                    || slot.end() - slots.get(longer.get(1)).start() <= longest) {
                found.add(longer.stream().mapToInt(Integer::intValue).toArray());
            }
        }
    }

    /** Weekly rest of one person. */
    private final class WeeklyRest {
        private final int person;
        private final long rest;
        private final long longest;
        private final Literal[] idleToTheEnd = new Literal[slots.size()];
        private final Literal[] idleUntil = new Literal[slots.size()];
        private final @Nullable Literal[] rested = new Literal[slots.size()];
        private final Map<LocalDate, List<Integer>> days = new LinkedHashMap<>();
        private final Map<LocalDate, Literal> restedOn = new HashMap<>();

        WeeklyRest(int person, WorkRules rules) {
            this.person = person;
            this.rest = rules.weeklyRestMinutes();
            this.longest = rules.longestWeeklyRun();
        }

        void add() {
            addIdleVariables();
            for (int slot = 0; slot < slots.size(); slot++) {
                rested[slot] = slot > 0
                                && slots.get(slot - 1).start()
                                        == slots.get(slot).start()
                        ? rested[slot - 1]
                        : restedBefore(slot);
            }
            for (int slot = 0; slot < slots.size(); slot++) {
                days.computeIfAbsent(slots.get(slot).date(), any -> new ArrayList<>())
                        .add(slot);
            }
            days.forEach((date, ofDay) -> {
                if (ofDay.stream().noneMatch(slot -> rested[slot] == null)) {
                    restedOn.put(date, restedOn(ofDay));
                }
            });
            for (int slot = 0; slot < slots.size(); slot++) {
                limitRun(slot);
            }
        }

        /** Returns a literal that implies that a rest ends before some slot of a day. */
        private Literal restedOn(List<Integer> ofDay) {
            BoolVar any = model.newBoolVar("");
            var some = new ArrayList<Literal>();
            some.add(any.not());
            ofDay.forEach(slot -> some.add(Objects.requireNonNull(rested[slot])));
            model.addBoolOr(some);
            return any;
        }

        private boolean isSameDay(int one, int other) {
            return slots.get(one).date().equals(slots.get(other).date());
        }

        /** Adds variables for being idle from a slot to the end of its day, and from the start of the day to the slot. */
        private void addIdleVariables() {
            for (int slot = 0; slot < slots.size(); slot++) {
                idleUntil[slot] = model.newBoolVar("");
                idleToTheEnd[slot] = model.newBoolVar("");
                BoolVar works = duties.works(person, slot);
                if (works != null) {
                    model.addImplication(idleUntil[slot], works.not());
                    model.addImplication(idleToTheEnd[slot], works.not());
                }
                if (slot > 0 && isSameDay(slot - 1, slot)) {
                    model.addImplication(idleUntil[slot], idleUntil[slot - 1]);
                    model.addImplication(idleToTheEnd[slot - 1], idleToTheEnd[slot]);
                }
            }
        }

        /** Returns whether a rest ends where the slot begins; {@code null} means always. */
        private @Nullable Literal restedBefore(int slot) {
            long until = slots.get(slot).start();
            int last = slot - 1;
            int first = last;
            while (first >= 0 && slots.get(first).end() > until - rest) {
                first--;
            }
            first++;
            var within = new ArrayList<Literal>();
            for (int earlier = 0; earlier < first; earlier++) {
                BoolVar works = duties.works(person, earlier);
                if (works != null && slots.get(earlier).end() > until - rest) {
                    within.add(works.not());
                }
            }
            for (int from = first; from <= last; ) {
                int to = from;
                while (to < last && isSameDay(to + 1, from)) {
                    to++;
                }
                boolean isFromDawn = from == 0 || !isSameDay(from - 1, from);
                boolean isToTheEnd = to + 1 == slots.size() || !isSameDay(to + 1, from);
                if (isToTheEnd) {
                    within.add(idleToTheEnd[from]);
                } else if (isFromDawn) {
                    within.add(idleUntil[to]);
                } else {
                    for (int each = from; each <= to; each++) {
                        BoolVar works = duties.works(person, each);
                        if (works != null) {
                            within.add(works.not());
                        }
                    }
                }
                from = to + 1;
            }
            if (within.isEmpty()) {
                return null;
            }
            BoolVar isRested = model.newBoolVar("");
            within.forEach(literal -> model.addImplication(isRested, literal));
            return isRested;
        }

        /** A person who works in a slot has rested before an earlier slot within the maximum run. */
        private void limitRun(int slot) {
            BoolVar works = duties.works(person, slot);
            if (works == null) {
                return;
            }
            long earliest = slots.get(slot).end() - longest;
            var begun = new ArrayList<Literal>();
            begun.add(works.not());
            for (int first = slot; first >= 0 && slots.get(first).start() >= earliest; first--) {
                List<Integer> ofDay =
                        Objects.requireNonNull(days.get(slots.get(first).date()));
                boolean isWholeDay =
                        first == ofDay.getLast() && slots.get(ofDay.getFirst()).start() >= earliest;
                Literal isRested = isWholeDay ? restedOn.get(slots.get(first).date()) : rested[first];
                if (isRested == null) {
                    return;
                }
                begun.add(isRested);
                first = isWholeDay ? ofDay.getFirst() : first;
            }
            model.addBoolOr(begun);
        }
    }
}
