package dk.grundskema.solver.score;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.score.CompiledRules.Relieved;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of what comes and goes as one: each session at each of its choices, then each lesson of a week that somebody else may take.
 *
 * @param ofSession number of each session's first choice
 * @param ofSpot    for each spot of a lesson that somebody else may take its number; -1 for all others
 * @param count     how many there are
 */
record Items(int[] ofSession, int[] ofSpot, int count) {
    static Items of(Blueprint blueprint, @Nullable Relieved[] relieving) {
        int[] ofSession = new int[blueprint.sessions().size()];
        int count = 0;
        for (int session = 0; session < ofSession.length; session++) {
            ofSession[session] = count;
            count += blueprint.spots().of()[session].length;
        }
        int[] ofSpot = new int[blueprint.spots().count()];
        Arrays.fill(ofSpot, -1);
        for (Relieved relieved : relieving) {
            for (int[] spots : relieved == null ? new int[0][] : relieved.spots()) {
                for (int spot : spots) {
                    ofSpot[spot] = ofSpot[spot] < 0 ? count++ : ofSpot[spot];
                }
            }
        }
        return new Items(ofSession, ofSpot, count);
    }
}
