package dk.grundskema.examples.comparison.scoring;

import dk.grundskema.domain.people.StaffMember;
import dk.grundskema.domain.people.Wish;
import dk.grundskema.domain.time.Interval;
import java.time.LocalDate;
import java.util.List;

/** Penalties for gaps in people's days and unmet wishes. */
final class StaffWellbeingPenalties {
    private static final long QUARTER = 15;

    private final CampPlan plan;

    StaffWellbeingPenalties(CampPlan plan) {
        this.plan = plan;
    }

    /** Returns the quarters of an hour in gaps longer than one quarter, between duties that start on the same date. */
    long gaps() {
        long quarters = 0;
        for (StaffMember person : plan.staff()) {
            LocalDate day = LocalDate.MIN;
            long end = 0;
            for (HeldBlock duty : plan.dutiesOf(person.id())) {
                long hole = duty.date().equals(day) ? duty.interval().start() - end : 0;
                quarters += hole > QUARTER ? hole / QUARTER : 0;
                end = duty.date().equals(day)
                        ? Math.max(end, duty.interval().end())
                        : duty.interval().end();
                day = duty.date();
            }
        }
        return quarters;
    }

    /** Returns the weights of wishes for each day of the horizon on which they are unmet. */
    long unmetWishes() {
        long cost = 0;
        for (StaffMember person : plan.problem().staff()) {
            List<HeldBlock> duties = plan.dutiesOf(person.id());
            for (Wish wish : person.wishes()) {
                cost += wish.weight() * daysUnmet(wish, duties);
            }
        }
        return cost;
    }

    private long daysUnmet(Wish wish, List<HeldBlock> duties) {
        var horizon = plan.problem().horizon();
        return horizon.firstDay()
                .datesUntil(horizon.lastDay().plusDays(1))
                .filter(wish.period()::beginsOn)
                .filter(day -> {
                    Interval wished = wish.period().intervalOn(day, plan.zone());
                    boolean isOnDuty =
                            duties.stream().anyMatch(duty -> duty.interval().overlaps(wished));
                    return isOnDuty == (wish.kind() == Wish.Kind.FREE);
                })
                .count();
    }
}
