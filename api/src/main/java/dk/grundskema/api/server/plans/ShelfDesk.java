package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.identity.OrganisationId;
import dk.grundskema.api.server.plans.PlanShelfController.NewTitle;
import dk.grundskema.api.server.platform.Page;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** What becomes of an organisation's plans as wholes, for pages. */
@Component
public class ShelfDesk {
    /** So many of each list are shown at once. */
    public static final int MOST = 200;

    private final Plans plans;
    private final PlanShelf shelf;

    ShelfDesk(Plans plans, PlanShelf shelf) {
        this.plans = plans;
        this.shelf = shelf;
    }

    /**
     * A plan that was taken away.
     *
     * @param id    by which it is had back
     * @param title what people called it
     * @param until until when it can be had back
     */
    public record Gone(PlanId id, String title, Instant until) {}

    /** Plans that are in lists, {@link #MOST} of them. */
    public Page<Plan> listed(OrganisationId organisation) {
        return Page.of(plans.of(organisation, null, MOST + 1), MOST);
    }

    /** Plans that aren't, {@link #MOST} of them. */
    public Page<Plan> archived(OrganisationId organisation) {
        return Page.of(shelf.archived(organisation, null, MOST + 1), MOST);
    }

    /** Plans that can be had back, {@link #MOST} of them. */
    public Page<Gone> gone(OrganisationId organisation) {
        List<Gone> found = shelf.deleted(organisation, null, MOST + 1).stream()
                .map(one -> new Gone(one.plan().id(), one.plan().title(), one.until()))
                .toList();
        return Page.of(found, MOST);
    }

    /**
     * Calls a plan something else; throws as {@link Plans#change}.
     *
     * @throws dk.grundskema.domain.finding.InvalidValueException if the title can't be one
     */
    public void rename(PlanId plan, long version, String title, Caller caller) {
        shelf.rename(plan, version, new NewTitle(title).title(), caller.account());
    }

    /** Takes a plan out of lists, or puts it back into them; throws as {@link Plans#change}. */
    public void archive(PlanId plan, long version, boolean isArchived, Caller caller) {
        shelf.archive(plan, version, isArchived, caller.account());
    }

    /** Takes a plan away; throws as {@link Plans#change}. */
    public void delete(PlanId plan, long version, Caller caller) {
        shelf.delete(plan, version, caller.account());
    }

    /** Has a plan back; throws as {@link PlanShelf#restore}. */
    public Plan restore(PlanId plan, Caller caller) {
        return shelf.restore(plan, caller.account());
    }
}
