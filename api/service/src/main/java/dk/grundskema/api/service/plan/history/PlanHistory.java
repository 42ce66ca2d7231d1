package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Caller;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.ResultPage;
import dk.grundskema.api.service.plan.Plan;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.plan.PlanViewFactory;
import dk.grundskema.api.service.plan.PlanViews.RevisionView;
import dk.grundskema.api.service.plan.Revision;
import dk.grundskema.api.service.plan.RevisionDescriber;
import dk.grundskema.api.service.plan.RevisionId;
import dk.grundskema.api.service.plan.RevisionRepository;
import dk.grundskema.api.service.plan.RevisionUndo;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the history of plans, and goes back in it. */
@Component
public class PlanHistory {
    private final PlanStore plans;
    private final RevisionUndo revisionUndo;
    private final PlanViewFactory planViewFactory;
    private final RevisionRepository revisions;
    private final AccountRepository accounts;
    private final RevisionDescriber revisionDescriber;

    PlanHistory(
            PlanStore plans,
            RevisionUndo revisionUndo,
            PlanViewFactory planViewFactory,
            RevisionRepository revisions,
            AccountRepository accounts,
            RevisionDescriber revisionDescriber) {
        this.revisions = revisions;
        this.accounts = accounts;
        this.revisionDescriber = revisionDescriber;
        this.plans = plans;
        this.revisionUndo = revisionUndo;
        this.planViewFactory = planViewFactory;
    }

    /**
     * A revision as shown to users.
     *
     * @param id           id
     * @param plan         id of the plan
     * @param number       number within the plan, from 1
     * @param parent       revision it was made from; {@code null} if the plan starts here
     * @param text         description of the change
     * @param author       name of the author; empty if the account was deleted
     * @param made         when it was made
     * @param hasTimetable whether it has a timetable
     */
    public record HistoryRevision(
            RevisionId id,
            PlanId plan,
            int number,
            @Nullable RevisionId parent,
            String text,
            String author,
            Instant made,
            boolean hasTimetable) {}

    /**
     * A change to a plan as shown to users.
     *
     * @param version  version that the plan got by it
     * @param revision revision that it made; {@code null} if none, as for undo, redo, renaming and marking as in use
     * @param text     description of the change
     * @param author   name of the author; empty if the account was deleted
     * @param made     when it was made
     */
    public record PlanHistoryEntry(
            long version, @Nullable HistoryRevision revision, String text, String author, Instant made) {}

    /**
     * Returns one page of the changes to a plan, latest first.
     *
     * @param before only changes before the plan had this version
     */
    public ResultPage<PlanHistoryEntry> entries(PlanId plan, long before) {
        var found = ResultPage.of(revisions.findStepsBefore(plan, before, ResultPage.QUERY_LIMIT));
        return new ResultPage<>(describeSteps(found.items()), found.isLast());
    }

    /** Returns the latest change to a plan. */
    public PlanHistoryEntry lastEntry(PlanId plan) {
        return describeSteps(revisions.findStepsBefore(plan, Long.MAX_VALUE, 1)).getFirst();
    }

    /** Returns the latest change to each plan. The number of SQL statements does not depend on the number of plans. */
    public Map<PlanId, PlanHistoryEntry> lastEntries(Collection<PlanId> plans) {
        Map<PlanId, RevisionRepository.PlanStep> last = revisions.findLastSteps(plans);
        List<PlanId> found = List.copyOf(last.keySet());
        List<PlanHistoryEntry> entries = describeSteps(
                found.stream().map(last::get).filter(Objects::nonNull).toList());
        var described = new HashMap<PlanId, PlanHistoryEntry>();
        for (int i = 0; i < found.size(); i++) {
            described.put(found.get(i), entries.get(i));
        }
        return described;
    }

    private List<PlanHistoryEntry> describeSteps(List<RevisionRepository.PlanStep> some) {
        Map<AccountId, String> names = accounts.names(
                some.stream().map(RevisionRepository.PlanStep::author).toList());
        Map<RevisionId, HistoryRevision> steps = byId(
                revisions.findAll(some.stream()
                        .map(RevisionRepository.PlanStep::revision)
                        .filter(Objects::nonNull)
                        .toList()),
                names);
        return some.stream()
                .map(one -> {
                    HistoryRevision step = one.revision() == null ? null : steps.get(one.revision());
                    return new PlanHistoryEntry(
                            one.version(),
                            step,
                            step == null ? revisionDescriber.of(one) : step.text(),
                            names.getOrDefault(one.author(), ""),
                            one.made());
                })
                .toList();
    }

    private Map<RevisionId, HistoryRevision> byId(List<Revision> some, Map<AccountId, String> names) {
        List<RevisionView> views = planViewFactory.revisionViews(some, names);
        var found = new HashMap<RevisionId, HistoryRevision>();
        for (int i = 0; i < some.size(); i++) {
            found.put(some.get(i).id(), revision(some.get(i).plan(), views.get(i)));
        }
        return found;
    }

    /** Returns revisions by id. The number of SQL statements does not depend on the number of revisions. */
    Map<RevisionId, HistoryRevision> revisions(List<Revision> some) {
        return byId(some, accounts.names(some.stream().map(Revision::author).toList()));
    }

    /** Returns one page of a plan's revisions with a smaller number, latest first. */
    public ResultPage<HistoryRevision> revisions(PlanId plan, int before) {
        var found = ResultPage.of(plans.revisions(plan, before, ResultPage.QUERY_LIMIT));
        List<RevisionView> views = planViewFactory.revisionViews(found.items());
        return new ResultPage<>(views.stream().map(one -> revision(plan, one)).toList(), found.isLast());
    }

    /**
     * Returns a revision.
     *
     * @throws RefusalException 404 if it does not exist or its plan was deleted
     */
    public HistoryRevision revision(RevisionId id) {
        Revision found = plans.revision(id);
        return revision(plans.get(found.plan()).id(), planViewFactory.view(found));
    }

    /**
     * Returns a revision of a plan.
     *
     * @throws RefusalException 404 if the plan has no such revision
     */
    public HistoryRevision revision(PlanId plan, RevisionId id) {
        return Optional.of(revision(id)).filter(one -> one.plan().equals(plan)).orElseThrow(RefusalException::notFound);
    }

    /**
     * Returns a revision of a plan or of another plan of its family.
     *
     * @throws RefusalException 404 if there is none
     */
    public HistoryRevision familyRevision(Plan plan, RevisionId id) {
        HistoryRevision found = revision(id);
        if (!plans.get(found.plan()).family().equals(plan.family())) {
            throw RefusalException.notFound();
        }
        return found;
    }

    private static HistoryRevision revision(PlanId plan, RevisionView one) {
        return new HistoryRevision(
                one.id(),
                plan,
                one.number(),
                one.parent(),
                one.text(),
                Optional.ofNullable(one.authorName()).orElse(""),
                one.made(),
                one.timetable() != null);
    }

    /** Returns whether a plan has something to undo. */
    public boolean canUndo(Plan plan) {
        RevisionId parent = plans.revision(plan.head()).parent();
        return parent != null && plans.revision(parent).plan().equals(plan.id());
    }

    /** Returns the revision that redo leads to; empty if nothing was undone. */
    public Optional<HistoryRevision> redoTarget(Plan plan) {
        return revisionUndo.redoTarget(plan).map(next -> revision(plan.id(), planViewFactory.view(next)));
    }

    /**
     * Creates a revision with the content of an earlier one of the plan or of its scenarios; throws as {@link PlanStore#restoreRevision}, and 422 if the
     * revision is not in the family.
     */
    public Plan restoreRevision(PlanId plan, long version, RevisionId to, Caller caller) {
        return plans.restoreRevision(
                plan, version, plans.familyRevision(plans.get(plan), to, "/revision"), caller.account());
    }
}
