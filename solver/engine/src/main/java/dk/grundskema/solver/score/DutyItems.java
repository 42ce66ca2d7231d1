package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.CompiledRules.LessonRelief;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the items, the duties that are added and removed as a unit: each session at each of its choices, then each
 * lesson of a week that another person may take over.
 *
 * @param ofSession item of each session's first choice
 * @param ofSpot for each lesson spot that another person may take over its item; -1 for all others
 * @param count number of items
 */
record DutyItems(int[] ofSession, int[] ofSpot, int count) {
    static DutyItems of(Blueprint blueprint, @Nullable LessonRelief[] relieving) {
        int[] ofSession = new int[blueprint.sessions().size()];
        int count = 0;
        for (int session = 0; session < ofSession.length; session++) {
            ofSession[session] = count;
            count += blueprint.spots().of()[session].length;
        }
        int[] ofSpot = new int[blueprint.spots().count()];
        Arrays.fill(ofSpot, -1);
        for (LessonRelief relieved : relieving) {
            for (int[] spots : relieved == null ? new int[0][] : relieved.spots()) {
                for (int spot : spots) {
                    ofSpot[spot] = ofSpot[spot] < 0 ? count++ : ofSpot[spot];
                }
            }
        }
        return new DutyItems(ofSession, ofSpot, count);
    }
}
