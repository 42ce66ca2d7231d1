package dk.grundskema.api.web.app.shelf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The page on which plans are renamed, archived, thrown away and had back.
 *
 * @param organisation what people call the organisation
 * @param listed       plans that are in lists
 * @param archived     plans that aren't
 * @param gone         plans that can be had back
 * @param done         what was just done: {@code renamed}, {@code archived}, {@code listed}, {@code deleted} or {@code restored}; empty if nothing
 * @param troubles     why something wasn't done; empty if it was, or nothing was tried
 * @param renaming     what was typed as a name and wasn't kept; {@code null} means nothing
 * @param cut          how many of each list are shown if there are more of one of them; 0 means that all are
 * @param days         so many days a plan can be had back
 */
public record ShelfPage(
        String organisation,
        List<Plan> listed,
        List<Plan> archived,
        List<Gone> gone,
        String done,
        List<String> troubles,
        @Nullable Renaming renaming,
        int cut,
        long days) {
    /** Copies the lists. */
    public ShelfPage {
        listed = List.copyOf(listed);
        archived = List.copyOf(archived);
        gone = List.copyOf(gone);
        troubles = List.copyOf(troubles);
    }

    /** What stands in the field with a plan's name: what was typed there last, else its name. */
    public String typed(Plan plan) {
        return typedFor(plan).map(Renaming::title).orElse(plan.title());
    }

    /** What is wrong with what was typed as a plan's name; empty if nothing is. */
    public String trouble(Plan plan) {
        return typedFor(plan).map(Renaming::trouble).orElse("");
    }

    /** Whether a name was typed for a plan that wasn't kept. */
    public boolean isTyped(Plan plan) {
        return typedFor(plan).isPresent();
    }

    private Optional<Renaming> typedFor(Plan plan) {
        return Optional.ofNullable(renaming).filter(one -> one.plan().equals(plan.id()));
    }

    /**
     * A name that was typed and wasn't kept.
     *
     * @param plan    id of the plan
     * @param title   what was typed
     * @param trouble what is wrong with it; empty if nothing is, and it wasn't kept for another reason
     */
    public record Renaming(String plan, String title, String trouble) {}

    /**
     * A plan.
     *
     * @param id      its id
     * @param version its version, on which changes are based
     * @param title   what people call it
     * @param made    when it was made
     * @param isInUse whether people work by it
     */
    public record Plan(String id, long version, String title, LocalDate made, boolean isInUse) {}

    /**
     * A plan that was thrown away.
     *
     * @param id    its id
     * @param title what people called it
     * @param until the last day on which it can be had back
     */
    public record Gone(String id, String title, LocalDate until) {}
}
