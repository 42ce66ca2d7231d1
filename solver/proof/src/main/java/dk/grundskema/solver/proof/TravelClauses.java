package dk.grundskema.solver.proof;

import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.solver.proof.ProofFact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Adds the ways of one person between sites to a formula. */
final class TravelClauses {
    private final StaffingCase input;
    private final FactFormula formula;
    private final StaffId person;
    private final List<DutySlot> all;

    /** @param all the person's possible duties and lessons, by time */
    TravelClauses(StaffingCase input, FactFormula formula, StaffId person, List<DutySlot> all) {
        this.input = input;
        this.formula = formula;
        this.person = person;
        this.all = all;
    }

    /** Two duties at different sites need the travel time in between, unless another duty is held between them. */
    void add() {
        if (input.problem().travel().isEmpty()) {
            return;
        }
        int longest = input.problem().travel().stream()
                .mapToInt(way -> way.minutes())
                .max()
                .orElse(0);
        for (DutySlot from : all) {
            for (DutySlot to : all) {
                long gap = to.interval().start() - from.interval().end();
                if (gap >= 0 && gap < longest && !(from.isFixed() && to.isFixed())) {
                    add(from, to, gap);
                }
            }
        }
    }

    private void add(DutySlot from, DutySlot to, long gap) {
        int needed = input.problem().travelMinutes(from.site(), to.site());
        if (gap >= needed || isShorterByDetour(from.site(), to.site(), needed)) {
            return;
        }
        var clause = new ArrayList<Integer>();
        Stream.of(from, to).filter(slot -> !slot.isFixed()).forEach(slot -> clause.add(-slot.variable()));
        for (DutySlot between : all) {
            boolean isBetween = !between.equals(from)
                    && !between.equals(to)
                    && between.interval().start() >= from.interval().start()
                    && between.interval().start() <= to.interval().start();
            if (isBetween && between.isFixed()) {
                return;
            }
            if (isBetween) {
                clause.add(between.variable());
            }
        }
        // A lesson that may be taken away may be held in between as well.
        boolean maybeRelieved = input.reliefs().getOrDefault(person, List.of()).stream()
                .anyMatch(lesson -> lesson.duty().interval().start()
                                >= from.interval().start()
                        && lesson.duty().interval().start() <= to.interval().start());
        if (!maybeRelieved) {
            formula.addClause(ProofFact.of(Kind.TRAVEL, person, from.site(), to.site(), needed, from.date()), clause);
        }
    }

    /** Whether the way over a third site takes less time than the direct one. A duty there, which the model may leave out, would then help. */
    private boolean isShorterByDetour(SiteId from, SiteId to, int needed) {
        return input.problem().sites().stream()
                .map(Site::id)
                .anyMatch(site -> input.problem().travelMinutes(from, site)
                                + input.problem().travelMinutes(site, to)
                        < needed);
    }
}
