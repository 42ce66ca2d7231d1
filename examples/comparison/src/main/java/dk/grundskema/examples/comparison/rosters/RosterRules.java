package dk.grundskema.examples.comparison.rosters;

import dk.grundskema.domain.demand.Demand;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Contract;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Nurse;
import dk.grundskema.examples.comparison.rosters.RosterParameters.Shift;
import dk.grundskema.examples.comparison.rosters.RosterParameters.ShiftKind;
import dk.grundskema.solver.spi.Duties;
import dk.grundskema.solver.spi.Rule;
import dk.grundskema.solver.spi.RuleType;
import dk.grundskema.solver.spi.SumRule;
import dk.grundskema.solver.spi.TimelineRule;
import dk.grundskema.solver.spi.TimelineRule.Owner;
import dk.grundskema.solver.spi.TimelineRule.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rules. A shift with too few nurses and two shifts of a nurse on one date are rules of every plan. Days of a nurse are bits, the first day the lowest. */
final class RosterRules {
    private static final String SOURCE = "First International Nurse Rostering Competition (2010)";

    private static final RuleType SHIFTS = RuleType.soft("rosters.number-of-shifts", 1, SOURCE);
    private static final RuleType RUN = RuleType.soft("rosters.working-days-in-succession", 1, SOURCE);
    private static final RuleType FREE = RuleType.soft("rosters.free-days-in-succession", 1, SOURCE);
    private static final RuleType WEEKEND = RuleType.soft("rosters.incomplete-weekend", 1, SOURCE);
    private static final RuleType NIGHT = RuleType.soft("rosters.work-after-night", 1, SOURCE);
    private static final RuleType EARLY = RuleType.soft("rosters.early-after-late", 1, SOURCE);
    private static final RuleType WISH = RuleType.soft("rosters.unmet-wish", 1, SOURCE);

    static final List<RuleType> TYPES = List.of(SHIFTS, RUN, FREE, WEEKEND, NIGHT, EARLY, WISH);

    private record NurseDay(StaffId nurse, LocalDate date) {}

    /** Days of one nurse. */
    private record Row(long any, long early, long late, long night) {}

    @FunctionalInterface
    private interface RowCost {
        long of(Row row, Contract contract);
    }

    private final Intervention<RosterParameters> roster;
    private final LocalDate first;
    private final int days;
    private final Map<StaffId, Contract> contracts = new HashMap<>();
    private final Map<SessionId, Shift> shiftOf = new HashMap<>();

    private RosterRules(Intervention<RosterParameters> roster, Problem problem, Demand demand) {
        this.roster = roster;
        this.first = problem.horizon().firstDay();
        this.days = roster.parameters().days();
        Map<String, Contract> byId = new HashMap<>();
        roster.parameters().contracts().forEach(contract -> byId.put(contract.id(), contract));
        for (Nurse nurse : roster.parameters().nurses()) {
            contracts.put(nurse.staffId(), Objects.requireNonNull(byId.get(nurse.contract())));
        }
        Map<String, Shift> shifts = new HashMap<>();
        roster.parameters().shifts().forEach(shift -> shifts.put(shift.id(), shift));
        demand.sessions().forEach(one -> shiftOf.put(one.id(), Objects.requireNonNull(shifts.get(one.title()))));
    }

    static List<Rule> of(Intervention<RosterParameters> roster, Problem problem, Demand demand) {
        var rules = new RosterRules(roster, problem, demand);
        return List.of(
                rules.numberOfShifts(),
                rules.overRows(RUN, (row, contract) -> rules.runs(row.any(), contract.leastRun(), contract.mostRun())),
                rules.overRows(
                        FREE, (row, contract) -> rules.runs(~row.any(), contract.leastFree(), contract.mostFree())),
                rules.overRows(WEEKEND, rules::incompleteWeekends),
                rules.overRows(NIGHT, (row, contract) -> workAfterNight(row)),
                rules.overRows(EARLY, (row, contract) -> Long.bitCount(row.late() << 1 & row.early())),
                rules.unmetWish());
    }

    /** Each shift outside the limits of the contract costs 1. */
    private Rule numberOfShifts() {
        var rule = SumRule.sum(SHIFTS).overSeats((seat, session, time, holder, entries) -> {
            if (session.intervention().equals(roster.id()) && contracts.containsKey(holder.id())) {
                entries.add(holder.id(), 1);
            }
        });
        roster.parameters().nurses().forEach(nurse -> rule.initialTotal(nurse.staffId(), 0));
        return rule.cost((nurse, shifts) -> {
            Contract contract = Objects.requireNonNull(contracts.get((StaffId) nurse));
            return Math.max(0, Math.max(contract.leastShifts() - shifts, shifts - contract.mostShifts()));
        });
    }

    private Rule overRows(RuleType type, RowCost cost) {
        return TimelineRule.timeline(type, Owner.STAFF, Window.HORIZON, (duties, charge) -> {
            StaffId nurse = ((StaffMember) duties.owner()).id();
            Contract contract = contracts.get(nurse);
            if (contract != null) {
                long amount = cost.of(row(duties), contract);
                if (amount > 0) {
                    charge.add(amount, nurse);
                }
            }
        });
    }

    private Row row(Duties duties) {
        long any = 0;
        long early = 0;
        long late = 0;
        long night = 0;
        for (int duty = 0; duty < duties.size(); duty++) {
            Session session = duties.session(duty);
            Shift shift = session == null ? null : shiftOf.get(session.id());
            long day = duties.date(duty).toEpochDay() - first.toEpochDay();
            if (shift != null && day >= 0 && day < days) {
                long bit = 1L << day;
                any |= bit;
                early |= shift.kind() == ShiftKind.EARLY ? bit : 0;
                late |= shift.kind() == ShiftKind.LATE ? bit : 0;
                night |= shift.kind() == ShiftKind.NIGHT ? bit : 0;
            }
        }
        return new Row(any, early, late, night);
    }

    /** Returns by how many days runs are too short or too long. A run at an end of the roster may go on outside, so it is never too short. */
    private long runs(long set, int least, int most) {
        long cost = 0;
        int length = 0;
        for (int day = 0; day <= days; day++) {
            if (day < days && (set >>> day & 1) == 1) {
                length++;
            } else if (length > 0) {
                boolean isInside = day < days && day > length;
                cost += Math.max(0, length - most) + (isInside ? Math.max(0, least - length) : 0);
                length = 0;
            }
        }
        return cost;
    }

    private long incompleteWeekends(Row row, Contract contract) {
        long cost = 0;
        for (int day = 0; contract.completeWeekends() && day + 1 < days; day++) {
            if (first.plusDays(day).getDayOfWeek() == DayOfWeek.SATURDAY) {
                cost += Long.bitCount(row.any() >>> day & 3) == 1 ? 1 : 0;
            }
        }
        return cost;
    }

    /** Each of the two days after a last night shift that is worked costs 1. */
    private static long workAfterNight(Row row) {
        long lastNights = row.night() & ~(row.night() >>> 1);
        long other = row.any() & ~row.night();
        return Long.bitCount(lastNights << 1 & other) + (long) Long.bitCount(lastNights << 2 & row.any());
    }

    /** A shift on a day, or of a type on a day, that the nurse wishes to be off costs the weight of the wish. */
    private Rule unmetWish() {
        Map<StaffId, Nurse> nurses = new HashMap<>();
        roster.parameters().nurses().forEach(nurse -> nurses.put(nurse.staffId(), nurse));
        return SumRule.sum(WISH)
                .overSeats((seat, session, time, holder, entries) -> {
                    Nurse nurse = nurses.get(holder.id());
                    Shift shift = shiftOf.get(session.id());
                    if (nurse != null && shift != null) {
                        for (var wish : nurse.wishes()) {
                            LocalDate date = first.plusDays(wish.day() - 1L);
                            if (time.dates().contains(date)
                                    && (wish.shift() == null || wish.shift().equals(shift.id()))) {
                                entries.add(new NurseDay(holder.id(), date), wish.weight());
                            }
                        }
                    }
                })
                .cost((day, weight) -> weight);
    }
}
