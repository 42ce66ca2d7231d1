package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffMember;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Variables of duties: one for each block and person who may be on duty there, instead of one for each seat, because the seats of
 * a block are alike. Another one for each person and time slot tells whether the person works then.
 */
final class DutyVariables {
    private final CampFacts facts;
    private final CpModel model;
    private final @Nullable BoolVar[][] duties;
    private final List<DutySlot> slots;
    private final Map<DutySlot, List<Integer>> blocksIn = new HashMap<>();
    private final @Nullable BoolVar[][] works;

    DutyVariables(CampFacts facts, CpModel model) {
        this.facts = facts;
        this.model = model;
        this.duties = new BoolVar[facts.held().size()][facts.staff().size()];
        for (int block = 0; block < duties.length; block++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                if (facts.canFill(facts.staff().get(person), facts.held().get(block))) {
                    duties[block][person] = model.newBoolVar("");
                }
            }
        }
        this.slots = facts.held().stream()
                .filter(one -> one.session().work() && !one.seats().isEmpty())
                .map(CampFacts.DatedBlock::slot)
                .distinct()
                .sorted()
                .toList();
        for (int block = 0; block < duties.length; block++) {
            if (facts.held().get(block).session().work()) {
                blocksIn.computeIfAbsent(facts.held().get(block).slot(), any -> new ArrayList<>())
                        .add(block);
            }
        }
        this.works = new BoolVar[facts.staff().size()][slots.size()];
        for (int person = 0; person < works.length; person++) {
            works(person);
            onePlaceAtATime(person);
        }
    }

    private void works(int person) {
        for (int number = 0; number < slots.size(); number++) {
            var together = new ArrayList<BoolVar>();
            for (int block : blocksIn.getOrDefault(slots.get(number), List.of())) {
                BoolVar duty = duties[block][person];
                if (duty != null) {
                    together.add(duty);
                }
            }
            if (together.size() == 1) {
                works[person][number] = together.getFirst();
            } else if (!together.isEmpty()) {
                BoolVar any = model.newBoolVar("");
                model.addEquality(LinearExpr.sum(together.toArray(new BoolVar[0])), any);
                works[person][number] = any;
            }
        }
    }

    /** A person has at most one duty at a time; checking at the start of each block suffices. */
    private void onePlaceAtATime(int person) {
        var starts = new TreeMap<Long, List<Literal>>();
        for (int block = 0; block < duties.length; block++) {
            starts.put(facts.held().get(block).slot().start(), new ArrayList<>());
        }
        for (int block = 0; block < duties.length; block++) {
            BoolVar duty = duties[block][person];
            if (duty != null) {
                DutySlot slot = facts.held().get(block).slot();
                starts.subMap(slot.start(), slot.end()).values().forEach(there -> there.add(duty));
            }
        }
        starts.values().stream().filter(there -> there.size() > 1).forEach(model::addAtMostOne);
    }

    /** Returns whether a person is on duty in a block; {@code null} means that it is impossible. */
    @Nullable
    BoolVar duty(int block, int person) {
        return duties[block][person];
    }

    /** Returns the variables of all people who may be on duty in a block. */
    List<BoolVar> possibleDuties(int block) {
        var there = new ArrayList<BoolVar>();
        for (BoolVar duty : duties[block]) {
            if (duty != null) {
                there.add(duty);
            }
        }
        return Collections.unmodifiableList(there);
    }

    /** Returns the number of people on duty in a block. */
    LinearExpr staffCount(int block) {
        return LinearExpr.sum(possibleDuties(block).toArray(new BoolVar[0]));
    }

    /** Returns the slots with work, in order. */
    List<DutySlot> slots() {
        return slots;
    }

    /** Returns whether a person works in a slot; {@code null} means that it is impossible. */
    @Nullable
    BoolVar works(int person, int slot) {
        return works[person][slot];
    }

    CpModel model() {
        return model;
    }

    CampFacts facts() {
        return facts;
    }

    /** Returns the amount that a block adds to a person's total. */
    interface BlockAmount {
        long amountOf(CampFacts.DatedBlock block);
    }

    /** Returns the total amount of a person's duties; empty if nothing adds to it. */
    LinearExprBuilder totalAmount(int person, BlockAmount amount) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int block = 0; block < duties.length; block++) {
            BoolVar duty = duties[block][person];
            long each = duty == null ? 0 : amount.amountOf(facts.held().get(block));
            if (duty != null && each != 0) {
                sum.addTerm(duty, each);
            }
        }
        return sum;
    }

    StaffMember person(int number) {
        return facts.staff().get(number);
    }
}
