package dk.grundskema.api.service.plan.lifecycle;

import dk.grundskema.api.platform.page.PageHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page on which plans are renamed, archived, deleted and restored.
 *
 * @param organisation name of the organisation
 * @param current      plans in the lists
 * @param archived     archived plans
 * @param gone         plans that can be restored
 * @param done         what was just done: {@code renamed}, {@code archived}, {@code listed}, {@code deleted} or {@code restored}; empty if
 *                     nothing
 * @param errors       why the request was refused; empty if it was not
 * @param renaming     title that was refused; {@code null} means none
 * @param cut          number of plans shown of each list if one has more; 0 means that all are shown
 * @param days         number of days during which a plan can be restored
 */
public record ShelfPage(
        String organisation,
        List<ShelfPlan> current,
        List<ShelfPlan> archived,
        List<DeletedPlanRow> gone,
        String done,
        List<String> errors,
        @Nullable RejectedTitle renaming,
        int cut,
        long days) {
    /** Copies the lists. */
    public ShelfPage {
        current = List.copyOf(current);
        archived = List.copyOf(archived);
        gone = List.copyOf(gone);
        errors = List.copyOf(errors);
    }

    /** Returns the head of the page. */
    public PageHead head() {
        return PageHead.ofText("shelf").withStyle("people.css");
    }

    /** Returns the value of the title field: the refused title if there is one, else the plan's title. */
    public String titleValue(ShelfPlan plan) {
        return findRejectedTitle(plan).map(RejectedTitle::title).orElse(plan.title());
    }

    /** Returns what is wrong with the title typed for a plan; empty if nothing is. */
    public String titleError(ShelfPlan plan) {
        return findRejectedTitle(plan).map(RejectedTitle::trouble).orElse("");
    }

    /** Returns whether a title typed for the plan was refused. */
    public boolean isTyped(ShelfPlan plan) {
        return findRejectedTitle(plan).isPresent();
    }

    private Optional<RejectedTitle> findRejectedTitle(ShelfPlan plan) {
        return Optional.ofNullable(renaming).filter(one -> one.plan().equals(plan.id()));
    }

    /**
     * A title that was refused.
     *
     * @param plan    id of the plan
     * @param title   typed title
     * @param trouble error of the title; empty if it was refused for another reason
     */
    public record RejectedTitle(String plan, String title, String trouble) {}

    /**
     * A plan.
     *
     * @param id      id
     * @param version version that changes are based on
     * @param title   title
     * @param made    when it was created
     * @param isInUse whether it is in use
     */
    public record ShelfPlan(String id, long version, String title, LocalDate made, boolean isInUse) {}

    /**
     * A deleted plan.
     *
     * @param id      id
     * @param title   title
     * @param until   last day on which it can be restored
     */
    public record DeletedPlanRow(String id, String title, LocalDate until) {}
}
