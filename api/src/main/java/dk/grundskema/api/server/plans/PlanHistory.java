package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Accounts;
import dk.grundskema.api.server.identity.Caller;
import dk.grundskema.api.server.plans.PlanViews.RevisionView;
import dk.grundskema.api.server.platform.Page;
import dk.grundskema.api.server.platform.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was done to plans, for pages. */
@Component
public class PlanHistory {
    private final Plans plans;
    private final Undoing undoing;
    private final PlanAnswers answers;
    private final Revisions revisions;
    private final Accounts accounts;
    private final RevisionWords words;

    PlanHistory(
            Plans plans,
            Undoing undoing,
            PlanAnswers answers,
            Revisions revisions,
            Accounts accounts,
            RevisionWords words) {
        this.revisions = revisions;
        this.accounts = accounts;
        this.words = words;
        this.plans = plans;
        this.undoing = undoing;
        this.answers = answers;
    }

    /**
     * A revision as people read of it.
     *
     * @param id           its id
     * @param plan         of which plan
     * @param number       counts the plan's revisions, from 1
     * @param parent       what it was made from; {@code null} means that the plan began there
     * @param text         what was done, in words
     * @param author       what whoever did it is called; empty if the account is gone
     * @param made         when
     * @param hasTimetable whether there is a timetable
     */
    public record Step(
            RevisionId id,
            PlanId plan,
            int number,
            @Nullable RevisionId parent,
            String text,
            String author,
            Instant made,
            boolean hasTimetable) {}

    /**
     * Something that was done to a plan.
     *
     * @param version  the version that the plan got by it
     * @param revision the revision that it made; {@code null} if it made none: undo and redo go to one that there is, and to rename a plan or work by it
     *                 is in none
     * @param text     what was done, in words
     * @param author   what whoever did it is called; empty if the account is gone
     * @param made     when
     */
    public record Done(long version, @Nullable Step revision, String text, String author, Instant made) {}

    /**
     * All that was done to a plan, the latest first; as much as is on a page.
     *
     * @param before only what was done before the plan had that version
     */
    public Page<Done> all(PlanId plan, long before) {
        var found = Page.of(revisions.before(plan, before, Page.LOOKED_FOR));
        return new Page<>(told(plan, found.items()), found.isLast());
    }

    /** What was done to a plan last. */
    public Done last(PlanId plan) {
        return told(plan, revisions.before(plan, Long.MAX_VALUE, 1)).getFirst();
    }

    private List<Done> told(PlanId plan, List<Revisions.Done> some) {
        Map<AccountId, String> names =
                accounts.names(some.stream().map(Revisions.Done::author).toList());
        Map<RevisionId, Step> steps = answers
                .ofRevisions(
                        revisions.all(some.stream()
                                .map(Revisions.Done::revision)
                                .filter(Objects::nonNull)
                                .toList()),
                        names)
                .stream()
                .map(one -> step(plan, one))
                .collect(Collectors.toMap(Step::id, Function.identity()));
        return some.stream()
                .map(one -> {
                    Step step = one.revision() == null ? null : steps.get(one.revision());
                    return new Done(
                            one.version(),
                            step,
                            step == null ? words.of(one) : step.text(),
                            names.getOrDefault(one.author(), ""),
                            one.made());
                })
                .toList();
    }

    /** A plan's revisions with a smaller number, the latest first; as many as are on a page. */
    public Page<Step> of(PlanId plan, int before) {
        var found = Page.of(plans.revisions(plan, before, Page.LOOKED_FOR));
        List<RevisionView> views = answers.ofRevisions(found.items());
        return new Page<>(views.stream().map(one -> step(plan, one)).toList(), found.isLast());
    }

    /**
     * A revision.
     *
     * @throws Refusal 404 if there is none, or its plan was taken away
     */
    public Step step(RevisionId id) {
        Revision found = plans.revision(id);
        return step(plans.get(found.plan()).id(), answers.view(found));
    }

    /**
     * A revision of a plan.
     *
     * @throws Refusal 404 if the plan has none of that id
     */
    public Step step(PlanId plan, RevisionId id) {
        return Optional.of(step(id)).filter(one -> one.plan().equals(plan)).orElseThrow(Refusal::notFound);
    }

    /**
     * A revision of a plan or of another one of its family.
     *
     * @throws Refusal 404 if there is none of that id
     */
    public Step ofFamily(Plan plan, RevisionId id) {
        Step found = step(id);
        if (!plans.get(found.plan()).family().equals(plan.family())) {
            throw Refusal.notFound();
        }
        return found;
    }

    private static Step step(PlanId plan, RevisionView one) {
        return new Step(
                one.id(),
                plan,
                one.number(),
                one.parent(),
                one.text(),
                Optional.ofNullable(one.authorName()).orElse(""),
                one.made(),
                one.timetable() != null);
    }

    /** Whether there is something to undo in a plan. */
    public boolean canUndo(Plan plan) {
        RevisionId parent = plans.revision(plan.head()).parent();
        return parent != null && plans.revision(parent).plan().equals(plan.id());
    }

    /** What redo goes to; empty if nothing was undone. */
    public Optional<Step> undone(Plan plan) {
        return undoing.next(plan).map(next -> step(plan.id(), answers.view(next)));
    }

    /** Goes back to a revision of the plan or of one of its scenarios by making a new one; throws as {@link Plans#goBack}, and 422 if it is none. */
    public Plan goBack(PlanId plan, long version, RevisionId to, Caller caller) {
        return plans.goBack(plan, version, plans.ofFamily(plans.get(plan), to, "/revision"), caller.account());
    }

    /** Undoes; throws as {@link Undoing#undo}. */
    public Plan undo(PlanId plan, long version, Caller caller) {
        return undoing.undo(plan, version, caller.account());
    }

    /** Takes back the last undo; throws as {@link Undoing#redo}. */
    public Plan redo(PlanId plan, long version, Caller caller) {
        return undoing.redo(plan, version, caller.account());
    }
}
