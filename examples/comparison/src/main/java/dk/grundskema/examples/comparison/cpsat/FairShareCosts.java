package dk.grundskema.examples.comparison.cpsat;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Costs of unfair loads: squares of the hours by which loads differ from fair shares. The squares are approximated from below by
 * tangents at every possible load near the share and at some beyond. Rounding down is exact there because the cost is a whole
 * number.
 */
final class FairShareCosts {
    private static final long SQUARE_HOUR = 3600;
    private static final long NEAR = 15 * 60;
    private static final long FAR_STEP = 4 * 60;

    /** Returns the minutes of a block that count under a person's working-time rules. */
    private interface BlockMinutes {
        long minutesOf(CampFacts.DatedBlock block, WorkRules rules);
    }

    private final DutyVariables duties;
    private final CampFacts facts;
    private final CpModel model;
    private final CampObjective cost;

    FairShareCosts(DutyVariables duties, CampObjective cost) {
        this.duties = duties;
        this.facts = duties.facts();
        this.model = duties.model();
        this.cost = cost;
    }

    void add() {
        addShareCosts("core.fair-hours", (block, rules) -> block.countedMinutes());
        addShareCosts(
                "core.fair-evenings",
                (block, rules) -> minutesDuring(block, rules.eveningStarts(), rules.nightStarts()));
        addShareCosts(
                "core.fair-nights", (block, rules) -> minutesDuring(block, rules.nightStarts(), rules.nightEnds()));
        addShareCosts("core.fair-weekends", (block, rules) -> weekendMinutes(block.slot()));
    }

    private ZoneId zone() {
        return facts.problem().horizon().zone();
    }

    private long minutesDuring(CampFacts.DatedBlock block, LocalTime from, LocalTime until) {
        long minutes = 0;
        for (int day = -1; day <= 1 && !from.equals(until); day++) {
            LocalDate date = block.slot().date().plusDays(day);
            LocalDate last = until.isAfter(from) ? date : date.plusDays(1);
            minutes += block.slot()
                    .interval()
                    .overlapMinutes(Interval.between(date.atTime(from), last.atTime(until), zone()));
        }
        return minutes;
    }

    private long weekendMinutes(DutySlot slot) {
        LocalDate saturday = IsoWeek.of(slot.date()).date(DayOfWeek.SATURDAY);
        return slot.interval()
                .overlapMinutes(Interval.between(
                        saturday.atStartOfDay(), saturday.plusDays(2).atStartOfDay(), zone()));
    }

    private void addShareCosts(String rule, BlockMinutes minutes) {
        long demanded = 0;
        for (var block : facts.held()) {
            if (block.session().work()) {
                demanded += block.required()
                        * minutes.minutesOf(block, facts.problem().work());
            }
        }
        double contracts = 0;
        for (int person = 0; person < facts.staff().size(); person++) {
            contracts += isConcerned(person) ? duties.person(person).contractHours() : 0;
        }
        for (int person = 0; person < facts.staff().size(); person++) {
            if (isConcerned(person)) {
                StaffMember one = duties.person(person);
                long share = Math.round(demanded * (one.contractHours() / contracts));
                addShareCosts(rule, person, share, minutes);
            }
        }
    }

    private boolean isConcerned(int person) {
        var id = duties.person(person).id();
        return facts.held().stream()
                .flatMap(block -> block.seats().stream())
                .anyMatch(seat -> seat.candidates().contains(id));
    }

    private void addShareCosts(String rule, int person, long share, BlockMinutes minutes) {
        WorkRules rules = facts.rulesOf(duties.person(person));
        long most = 0;
        BigInteger step = BigInteger.ZERO;
        for (var block : facts.held()) {
            if (block.session().work()) {
                long each = minutes.minutesOf(block, rules);
                most += each;
                step = step.gcd(BigInteger.valueOf(each));
            }
        }
        if (most == 0) {
            return;
        }
        most = Math.min(most, (long) facts.problem().horizon().weeks() * 7 * 24 * 60);
        var load = duties.totalAmount(person, block -> block.session().work() ? minutes.minutesOf(block, rules) : 0);
        IntVar off = model.newIntVar(-share, Math.max(0, most - share), "");
        model.addEquality(load.addTerm(off, -1).build(), share);
        long worst = Math.max(share, most - share);
        IntVar square = model.newIntVar(0, worst * worst / SQUARE_HOUR + 1, "");
        addTangents(off, square, share, most, step.longValue());
        cost.addSoft(rule, square);
    }

    /**
     * Adds the tangent at each load with deviation {@code x} from the share: {@code off² >= 2·x·off - x²}. The squares are
     * rounded down, so the remainder is subtracted.
     */
    private void addTangents(IntVar off, IntVar square, long share, long most, long step) {
        long last = Long.MIN_VALUE;
        for (long load = 0; load <= most; load += step) {
            long x = load - share;
            boolean isNear = Math.abs(x) <= NEAR;
            if (isNear || x - last >= FAR_STEP || last == Long.MIN_VALUE) {
                model.addGreaterOrEqual(
                        LinearExpr.newBuilder()
                                .addTerm(square, SQUARE_HOUR)
                                .addTerm(off, -2 * x)
                                .build(),
                        -x * x - SQUARE_HOUR + 1);
                last = x;
            }
        }
    }
}
