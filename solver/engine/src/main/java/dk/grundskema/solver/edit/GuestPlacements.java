package dk.grundskema.solver.edit;

import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.List;

/** Looks up which guests are placed into which hosts. */
final class GuestPlacements {
    private GuestPlacements() {}

    /** Returns the guests of a host under the given values. */
    static List<Integer> guestsOf(Blueprint blueprint, int[] values, int host) {
        var all = new ArrayList<Integer>();
        for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
            int choice = values[blueprint.decisions().slot(guest)];
            if (blueprint.isGuest(guest) && choice != Decisions.NONE && blueprint.host(guest, choice) == host) {
                all.add(guest);
            }
        }
        return all;
    }

    /** Returns the guest's choice that refers to a host; -1 if none. */
    static int choiceOfHost(Blueprint blueprint, int guest, int host) {
        int[] hosts = blueprint.hosts()[guest];
        for (int choice = 0; choice < hosts.length; choice++) {
            if (hosts[choice] == host) {
                return choice;
            }
        }
        return -1;
    }
}
