package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.OrganisationId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** REST views of plans and revisions. */
public final class PlanViews {
    private PlanViews() {}

    /**
     * A plan as it stands.
     *
     * @param id           the id by which other operations name it
     * @param organisation whose it is
     * @param title        what people call it
     * @param version      counts its changes; also its entity tag
     * @param revision     the revision that it is at
     * @param canUndo      whether there is something to undo
     * @param canRedo      whether something was undone
     * @param undone       the revision that redo goes to: what was undone, and whose it was; {@code null} if nothing was
     * @param created      when it was made
     * @param family       the first of the plans that it is a scenario of, however far back; itself if it is none
     * @param inUse        whether people work by it, so that it binds them in other plans
     * @param archived     when it was taken out of lists; {@code null} means that it is in them
     * @param missing      intervention types that it needs and that aren't installed here: it can only be looked at then
     */
    public record PlanView(
            PlanId id,
            OrganisationId organisation,
            String title,
            long version,
            RevisionView revision,
            boolean canUndo,
            boolean canRedo,
            @Nullable RevisionView undone,
            Instant created,
            PlanId family,
            boolean inUse,
            @Nullable Instant archived,
            List<String> missing) {}

    /**
     * A revision.
     *
     * @param id        the id by which other operations name it
     * @param number    counts the plan's revisions, from 1
     * @param parent    what it was made from; {@code null} means that the plan began there
     * @param code      what was done, for programs
     * @param text      the same in words
     * @param author    id of the account that did it; what begins with elsewhere. is nobody here, but what an archive says
     * @param authorName what its owner is called; {@code null} if it is gone
     * @param made      when it was made
     * @param problem   hash of its problem
     * @param timetable hash of its timetable; {@code null} means that there is none yet
     * @param plugins   version of the parameters of each intervention type in it, by the type's id
     */
    public record RevisionView(
            RevisionId id,
            int number,
            @Nullable RevisionId parent,
            String code,
            String text,
            AccountId author,
            @Nullable String authorName,
            Instant made,
            String problem,
            @Nullable String timetable,
            SortedMap<String, Integer> plugins) {}

    /**
     * Some of an organisation's plans.
     *
     * @param items the plans
     * @param next  where the next page begins; {@code null} means that this is the last one
     */
    public record PlanPage(List<PlanView> items, @Nullable String next) {}

    /**
     * Some of a plan's revisions, the latest first.
     *
     * @param items the revisions
     * @param next  where the next page begins; {@code null} means that this is the last one
     */
    public record RevisionPage(
            List<RevisionView> items, @Nullable String next) {}

    /**
     * A plan that was taken away.
     *
     * @param id      the id by which it is had back
     * @param title   what people called it
     * @param deleted when it was taken away
     * @param until   until when it can be had back
     */
    public record DeletedPlan(PlanId id, String title, Instant deleted, Instant until) {}

    /**
     * Some of the plans that can be had back.
     *
     * @param items the plans
     * @param next  where the next page begins; {@code null} means that this is the last one
     */
    public record DeletedPlanPage(
            List<DeletedPlan> items, @Nullable String next) {}
}
