package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.solver.proof.ProofFact.Kind;
import dk.grundskema.solver.proof.StaffingCase.FixedDuty;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * Adds what one person can do to a formula: when the person is there, one place at a time, ways, rest, hours and dates. Seats at the same time and place form
 * a slot with one variable.
 */
final class PersonDuties {
    private record SlotKey(Interval interval, LocalDate date, SiteId site, boolean work) {}

    private final StaffingCase input;
    private final FactFormula formula;
    private final StaffId person;
    private final List<FixedDuty> lessons;
    private final List<DutySlot> slots = new ArrayList<>();
    private final List<HourSums.Term> terms = new ArrayList<>();

    /**
     * @param seats    all seats of the model
     * @param own      indexes of the seats for which the person is a candidate
     * @param variable returns the variable of the person in a seat
     */
    PersonDuties(
            StaffingCase input,
            FactFormula formula,
            StaffId person,
            List<SeatNeed> seats,
            List<Integer> own,
            IntUnaryOperator variable) {
        this.input = input;
        this.formula = formula;
        this.person = person;
        this.lessons = input.lessons().getOrDefault(person, List.of());
        Map<SlotKey, List<Integer>> bySlot = new LinkedHashMap<>();
        for (int seat : own) {
            int holds = variable.applyAsInt(seat);
            for (SeatDuty duty : seats.get(seat).duties()) {
                terms.add(new HourSums.Term(holds, duty));
                bySlot.computeIfAbsent(
                                new SlotKey(duty.interval(), duty.date(), duty.site(), duty.work()),
                                any -> new ArrayList<>())
                        .add(holds);
            }
        }
        bySlot.forEach((key, variables) -> slots.add(createSlot(key, variables)));
        slots.sort(Comparator.comparing(DutySlot::interval));
    }

    private DutySlot createSlot(SlotKey key, List<Integer> variables) {
        formula.addAtMostOne(onePlace(key.date()), variables);
        int slot = variables.getFirst();
        if (variables.size() > 1) {
            slot = formula.addVariable();
            var any = new ArrayList<>(variables);
            any.add(-slot);
            formula.addClause(null, any);
            for (int each : variables) {
                formula.addClause(null, -each, slot);
            }
        }
        return new DutySlot(key.interval(), key.date(), key.site(), key.work(), slot);
    }

    void addAll() {
        addUnavailability();
        addLessons();
        addClashes();
        List<DutySlot> all = slotsAndLessons();
        new TravelClauses(input, formula, person, all).add();
        new RestClauses(input, formula, person, all).add();
        new DateClauses(input, formula, person, all).add();
        new HourSums(input, formula, person, terms).add();
    }

    private ProofFact onePlace(LocalDate date) {
        return ProofFact.of(Kind.ONE_PLACE, person, date);
    }

    private void addUnavailability() {
        addAway(Kind.UNAVAILABLE, input.unavailable().getOrDefault(person, List.of()));
        addAway(Kind.ELSEWHERE, input.elsewhere().getOrDefault(person, List.of()));
    }

    private void addAway(Kind kind, List<Interval> times) {
        for (Interval away : times) {
            ProofFact fact = ProofFact.of(kind, person, local(away.start()), local(away.end()));
            slots.stream()
                    .filter(slot -> slot.interval().overlaps(away))
                    .forEach(slot ->
                            formula.addMeasuredClause(fact, slot.interval().overlapMinutes(away), -slot.variable()));
        }
    }

    private void addLessons() {
        for (FixedDuty lesson : lessons) {
            ProofFact fact = lesson.toFact(person, input.problem().horizon().zone());
            slots.stream()
                    .filter(slot -> slot.interval().overlaps(lesson.duty().interval()))
                    .forEach(slot -> formula.addClause(fact, -slot.variable()));
        }
    }

    private void addClashes() {
        for (int i = 0; i < slots.size(); i++) {
            DutySlot earlier = slots.get(i);
            for (int j = i + 1; j < slots.size(); j++) {
                DutySlot later = slots.get(j);
                if (later.interval().start() >= earlier.interval().end()) {
                    break;
                }
                formula.addClause(onePlace(earlier.date()), -earlier.variable(), -later.variable());
            }
        }
    }

    private List<DutySlot> slotsAndLessons() {
        var all = new ArrayList<>(slots);
        for (FixedDuty lesson : lessons) {
            SeatDuty duty = lesson.duty();
            all.add(new DutySlot(duty.interval(), duty.date(), duty.site(), true, 0));
        }
        all.sort(Comparator.comparing(DutySlot::interval));
        return all;
    }

    private LocalDateTime local(long minute) {
        return Interval.toLocalDateTime(minute, input.problem().horizon().zone());
    }
}
