package dk.grundskema.api.service.fidelity;

import dk.grundskema.api.platform.page.PageHead;
import dk.grundskema.api.service.fidelity.ShortfallViews.ShortfallList;
import java.util.List;
import java.util.Set;

/**
 * Model of the page with everything that the status of a plan counts.
 *
 * @param plan      id of the plan
 * @param version   version of the plan
 * @param mayEnter  whether the visitor may enter attendance
 * @param mayAccept whether the visitor may accept shortfalls
 * @param list      the list
 * @param done      last action: {@code accepted}, {@code withdrawn} or {@code undone}; empty if none
 * @param canUndo   whether that action can be undone
 * @param trouble   why the last action was refused, as sentences; empty if it was not
 * @param chosen    keys that were chosen when it was refused
 * @param reason    reason that was typed then
 * @param ticked    part of which everything is chosen; empty if none
 */
public record ShortfallPage(
        String plan,
        long version,
        boolean mayEnter,
        boolean mayAccept,
        ShortfallList list,
        String done,
        boolean canUndo,
        List<String> trouble,
        Set<String> chosen,
        String reason,
        String ticked) {
    /** Copies the lists. */
    public ShortfallPage {
        trouble = List.copyOf(trouble);
        chosen = Set.copyOf(chosen);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("shortfalls").withStyle("fidelity.css");
    }

    /** Leaves out the list and the reason, which may name people. */
    @Override
    public String toString() {
        return plan + " " + version;
    }
}
