package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.Literal;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Wish;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.function.Predicate;

/** Constraints and costs of staffing: enough adults, working hours within agreed limits, wishes. */
final class StaffingConstraints {
    /** Cost of students without any adult, in addition to the missing seats. */
    private static final int STUDENTS_ALONE = 3;

    private final DutyVariables duties;
    private final CampFacts facts;
    private final CpModel model;
    private final CampObjective cost;
    private final BoolVar[] alone;

    StaffingConstraints(DutyVariables duties, CampObjective cost) {
        this.duties = duties;
        this.facts = duties.facts();
        this.model = duties.model();
        this.cost = cost;
        this.alone = new BoolVar[facts.held().size()];
    }

    void add() {
        for (int block = 0; block < facts.held().size(); block++) {
            missingAdults(block);
        }
        for (int person = 0; person < facts.staff().size(); person++) {
            limitHours(person);
            if (cost.hasSoft()) {
                wishes(person);
            }
        }
    }

    /** Returns whether nobody is on duty in a block; may be 1 needlessly, at a cost. */
    BoolVar isUnattended(int block) {
        return alone[block];
    }

    private void missingAdults(int block) {
        var held = facts.held().get(block);
        model.addLessOrEqual(duties.staffCount(block), held.seats().size());
        alone[block] = model.newBoolVar("");
        if (held.required() == 0) {
            return;
        }
        IntVar missing = model.newIntVar(0, held.required(), "");
        model.addGreaterOrEqual(
                LinearExpr.newBuilder()
                        .add(duties.staffCount(block))
                        .add(missing)
                        .build(),
                held.required());
        cost.addMedium("core.missing-adult", missing);
        if (held.hasStudents()) {
            model.addGreaterOrEqual(
                    LinearExpr.newBuilder()
                            .add(duties.staffCount(block))
                            .add(alone[block])
                            .build(),
                    1);
            cost.addMedium("core.missing-adult", LinearExpr.term(alone[block], STUDENTS_ALONE));
        }
    }

    private void limitHours(int person) {
        WorkRules rules = facts.rulesOf(duties.person(person));
        var dates = new LinkedHashSet<LocalDate>();
        var weeks = new LinkedHashSet<IsoWeek>();
        for (DutySlot slot : duties.slots()) {
            dates.add(slot.date());
            weeks.add(IsoWeek.of(slot.date()));
        }
        Long ofDay = rules.minutesPerDay();
        Long ofWeek = rules.minutesPerWeek();
        if (ofDay != null) {
            dates.forEach(date ->
                    limitMinutes(ofDay, person, block -> block.slot().date().equals(date)));
        }
        if (ofWeek != null) {
            weeks.forEach(week -> limitMinutes(
                    ofWeek, person, block -> IsoWeek.of(block.slot().date()).equals(week)));
        }
        long before = Math.round(duties.person(person).hoursAlreadyWorked() * 60);
        limitMinutes(Math.max(0, rules.mostMinutesInReferencePeriod() - before), person, block -> true);
    }

    private void limitMinutes(long minutes, int person, Predicate<CampFacts.DatedBlock> when) {
        model.addLessOrEqual(
                duties.totalAmount(person, block -> when.test(block) ? block.countedMinutes() : 0)
                        .build(),
                minutes);
    }

    private void wishes(int person) {
        StaffMember one = duties.person(person);
        var horizon = facts.problem().horizon();
        for (Wish wish : one.wishes()) {
            horizon.firstDay()
                    .datesUntil(horizon.lastDay().plusDays(1))
                    .filter(wish.period()::beginsOn)
                    .forEach(day -> wish(person, wish, wish.period().intervalOn(day, horizon.zone())));
        }
    }

    private void wish(int person, Wish wish, Interval when) {
        var then = new ArrayList<Literal>();
        for (int slot = 0; slot < duties.slots().size(); slot++) {
            BoolVar works = duties.works(person, slot);
            if (works != null && duties.slots().get(slot).interval().overlaps(when)) {
                then.add(Objects.requireNonNull(works));
            }
        }
        BoolVar unmet = model.newBoolVar("");
        if (wish.kind() == Wish.Kind.FREE) {
            then.forEach(works -> model.addImplication(works, unmet));
        } else {
            then.add(unmet);
            model.addBoolOr(then);
        }
        cost.addSoft("core.wishes", LinearExpr.term(unmet, wish.weight()));
    }
}
