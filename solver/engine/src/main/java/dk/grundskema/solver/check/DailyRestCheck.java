package dk.grundskema.solver.check;

import dk.grundskema.domain.people.AgreedShortRest;
import dk.grundskema.domain.people.WorkRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Duties with less than a daily rest between them form a piece, and no piece is longer than the day leaves beside that rest. */
final class DailyRestCheck implements CoreCheck {
    @Override
    public void check(CheckedPlan plan, Faults faults) {
        for (var person : plan.problem().staff()) {
            WorkRules rules = plan.workRules(person);
            for (Stretch piece : pieces(plan.timelines().workOf(person.id()), rules)) {
                long over = piece.minutesOver(rules.longestDailyRun());
                faults.hard("core.daily-rest", over, person.id(), plan.moment(piece.start()), plan.moment(piece.end()));
            }
        }
    }

    /** Work by its pieces, between which there is always rest enough. */
    static List<Stretch> pieces(List<Duty> duties, WorkRules rules) {
        AgreedShortRest agreed = rules.agreedShortRest();
        ShortRests exceptions = agreed == null ? null : new ShortRests(agreed);
        var pieces = new ArrayList<Stretch>();
        for (Duty next : duties) {
            if (pieces.isEmpty() || endsBefore(next, pieces.getLast(), rules, exceptions)) {
                pieces.add(Stretch.of(next));
            } else {
                pieces.add(pieces.removeLast().with(next));
            }
        }
        return pieces;
    }

    private static boolean endsBefore(Duty next, Stretch piece, WorkRules rules, @Nullable ShortRests exceptions) {
        long rest = piece.restBefore(next);
        if (rest >= rules.dailyRestMinutes()) {
            return true;
        }
        if (exceptions == null || !exceptions.isEnough(rest)) {
            return false;
        }
        boolean needed = piece.with(next).minutes() > rules.longestDailyRun();
        return needed && exceptions.use(next.date());
    }
}
