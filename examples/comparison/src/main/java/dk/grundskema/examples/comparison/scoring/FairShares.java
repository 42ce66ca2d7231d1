package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Deviation of each person's load from the fair share given by the contract: squares of hours, rounded down to whole numbers.
 */
final class FairShares {
    /** Returns the minutes of a block that count under a person's working-time rules. */
    private interface CountedMinutes {
        long minutes(HeldBlock block, WorkRules rules);
    }

    private final CampPlan plan;

    FairShares(CampPlan plan) {
        this.plan = plan;
    }

    long hours() {
        return cost((block, rules) ->
                block.meeting().workload().countedMinutes(block.interval().minutes()));
    }

    /** From the start of the evening until the night. */
    long evenings() {
        return cost((block, rules) -> minutesDuring(block, rules.eveningStarts(), rules.nightStarts()));
    }

    long nights() {
        return cost((block, rules) -> minutesDuring(block, rules.nightStarts(), rules.nightEnds()));
    }

    /** Returns the minutes between two times of day. The second is on the next day unless it is later than the first. */
    private long minutesDuring(HeldBlock block, LocalTime from, LocalTime until) {
        long minutes = 0;
        for (int day = -1; day <= 1 && !from.equals(until); day++) {
            LocalDate date = block.date().plusDays(day);
            LocalDate last = until.isAfter(from) ? date : date.plusDays(1);
            minutes += block.interval()
                    .overlapMinutes(Interval.between(date.atTime(from), last.atTime(until), plan.zone()));
        }
        return minutes;
    }

    long weekends() {
        return cost((block, rules) -> {
            LocalDate saturday = block.week().date(DayOfWeek.SATURDAY);
            return block.interval()
                    .overlapMinutes(Interval.between(
                            saturday.atStartOfDay(), saturday.plusDays(2).atStartOfDay(), plan.zone()));
        });
    }

    private long cost(CountedMinutes counted) {
        long demanded = 0;
        for (HeldBlock block : plan.blocks()) {
            demanded += !block.isWork()
                    ? 0
                    : block.requiredSeats()
                            * counted.minutes(block, plan.problem().work());
        }
        long cost = 0;
        for (Map.Entry<StaffMember, Long> share : shares(demanded).entrySet()) {
            WorkRules rules = plan.rulesOf(share.getKey());
            long load = plan.dutiesOf(share.getKey().id()).stream()
                    .mapToLong(block -> counted.minutes(block, rules))
                    .sum();
            long off = load - share.getValue();
            cost += off * off / 3600;
        }
        return cost;
    }

    private Map<StaffMember, Long> shares(long demanded) {
        List<StaffMember> staff = plan.staff();
        double contracts =
                staff.stream().mapToDouble(StaffMember::contractHours).sum();
        var shares = new LinkedHashMap<StaffMember, Long>();
        for (StaffMember one : staff) {
            double part = contracts == 0 ? 1.0 / staff.size() : one.contractHours() / contracts;
            shares.put(one, Math.round(demanded * part));
        }
        return shares;
    }
}
