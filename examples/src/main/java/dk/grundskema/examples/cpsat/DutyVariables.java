package dk.grundskema.examples.cpsat;

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
 * Who is on duty where: one variable for each block and person who may be there, not for each seat, since seats of a block are
 * alike. For each person and slot of time another that says whether the person works then.
 */
final class DutyVariables {
    private final CampFacts facts;
    private final CpModel model;
    private final @Nullable BoolVar[][] duties;
    private final List<Slot> slots;
    private final Map<Slot, List<Integer>> blocksIn = new HashMap<>();
    private final @Nullable BoolVar[][] works;

    DutyVariables(CampFacts facts, CpModel model) {
        this.facts = facts;
        this.model = model;
        this.duties = new BoolVar[facts.held().size()][facts.staff().size()];
        for (int block = 0; block < duties.length; block++) {
            for (int person = 0; person < facts.staff().size(); person++) {
                if (facts.isCandidate(facts.staff().get(person), facts.held().get(block))) {
                    duties[block][person] = model.newBoolVar("");
                }
            }
        }
        this.slots = facts.held().stream()
                .filter(one -> one.session().work() && !one.seats().isEmpty())
                .map(CampFacts.Held::slot)
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

    /** Of all that is held at a moment, a person does one thing at most; looking when something begins is enough. */
    private void onePlaceAtATime(int person) {
        var starts = new TreeMap<Long, List<Literal>>();
        for (int block = 0; block < duties.length; block++) {
            starts.put(facts.held().get(block).slot().start(), new ArrayList<>());
        }
        for (int block = 0; block < duties.length; block++) {
            BoolVar duty = duties[block][person];
            if (duty != null) {
                Slot slot = facts.held().get(block).slot();
                starts.subMap(slot.start(), slot.end()).values().forEach(there -> there.add(duty));
            }
        }
        starts.values().stream().filter(there -> there.size() > 1).forEach(model::addAtMostOne);
    }

    /** Whether a person is on duty in a block; {@code null} if that can't be. */
    @Nullable
    BoolVar duty(int block, int person) {
        return duties[block][person];
    }

    /** All who may be on duty in a block. */
    List<BoolVar> of(int block) {
        var there = new ArrayList<BoolVar>();
        for (BoolVar duty : duties[block]) {
            if (duty != null) {
                there.add(duty);
            }
        }
        return Collections.unmodifiableList(there);
    }

    /** How many people are on duty in a block. */
    LinearExpr count(int block) {
        return LinearExpr.sum(of(block).toArray(new BoolVar[0]));
    }

    /** Stretches of time with work, in order. */
    List<Slot> slots() {
        return slots;
    }

    /** Whether a person works in a slot; {@code null} if that can't be. */
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

    /** Amounts of a block that add up. */
    interface Amount {
        long of(CampFacts.Held block);
    }

    /** Sum of the amounts of what a person does; empty if nothing adds anything. */
    LinearExprBuilder total(int person, Amount amount) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int block = 0; block < duties.length; block++) {
            BoolVar duty = duties[block][person];
            long each = duty == null ? 0 : amount.of(facts.held().get(block));
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
