package dk.grundskema.api.service.plan;

import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.account.AccountRepository;
import dk.grundskema.api.platform.http.VersionTag;
import dk.grundskema.api.service.plan.PlanViews.PlanView;
import dk.grundskema.api.service.plan.PlanViews.RevisionView;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Creates REST views of plans and revisions in the caller's language. */
@Component
public final class PlanViewFactory {
    private final PlanStore plans;
    private final RevisionUndo revisionUndo;
    private final RevisionDescriber revisionDescriber;
    private final AccountRepository accounts;
    private final RevisionRepository revisions;
    private final PluginRegistry plugins;

    PlanViewFactory(
            PlanStore plans,
            RevisionUndo revisionUndo,
            RevisionDescriber revisionDescriber,
            AccountRepository accounts,
            RevisionRepository revisions,
            PluginRegistry plugins) {
        this.accounts = accounts;
        this.revisions = revisions;
        this.plans = plans;
        this.revisionUndo = revisionUndo;
        this.revisionDescriber = revisionDescriber;
        this.plugins = plugins;
    }

    /** Returns the response for a plan, with its entity tag. */
    public ResponseEntity<PlanView> respond(Plan plan) {
        return VersionTag.okWithTag(plan.version(), view(plan));
    }

    public PlanView view(Plan plan) {
        return planViews(List.of(plan)).getFirst();
    }

    /**
     * A plan with the revisions shown in its view.
     *
     * @param canUndo whether the parent of the head belongs to the plan
     * @param next    target of redo
     */
    private record PlanWithRevisions(Plan plan, Revision head, boolean canUndo, Optional<Revision> next) {
        Stream<Revision> revisions() {
            return Stream.concat(Stream.of(head), next.stream());
        }
    }

    /** Returns views of plans. The number of SQL statements does not depend on the number of plans. */
    public List<PlanView> planViews(List<Plan> all) {
        Map<RevisionId, Revision> heads = byId(all.stream().map(Plan::head));
        Map<RevisionId, Revision> parents =
                byId(heads.values().stream().map(Revision::parent).filter(Objects::nonNull));
        Map<PlanId, Revision> next = revisionUndo.redoTarget(all);
        List<PlanWithRevisions> shown = all.stream()
                .map(plan -> {
                    Revision head = Objects.requireNonNull(heads.get(plan.head()));
                    RevisionId from = head.parent();
                    Revision parent = from == null ? null : parents.get(from);
                    boolean canUndo = parent != null && parent.plan().equals(plan.id());
                    return new PlanWithRevisions(plan, head, canUndo, Optional.ofNullable(next.get(plan.id())));
                })
                .toList();
        Map<AccountId, String> names = authorNames(shown.stream().flatMap(PlanWithRevisions::revisions));
        return shown.stream().map(one -> view(one, names)).toList();
    }

    private Map<RevisionId, Revision> byId(Stream<RevisionId> ids) {
        return revisions.findAll(ids.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Revision::id, Function.identity()));
    }

    private PlanView view(PlanWithRevisions shown, Map<AccountId, String> names) {
        Plan plan = shown.plan();
        Revision head = shown.head();
        return new PlanView(
                plan.id(),
                plan.organisation(),
                plan.title(),
                plan.version(),
                view(head, names, head.problem()),
                shown.canUndo(),
                !plan.tip().equals(plan.head()),
                shown.next().map(next -> view(next, names, head.problem())).orElse(null),
                plan.created(),
                plan.family(),
                plan.inUse(),
                plan.archived(),
                head.plugins().keySet().stream()
                        .filter(type -> plugins.find(type).isEmpty())
                        .toList());
    }

    /** Returns a part of a plan with the plan's entity tag. The version is read first, so the content is never older than the tag. */
    public <T> ResponseEntity<T> respondPart(PlanId plan, Supplier<T> part) {
        long version = plans.get(plan).version();
        return ResponseEntity.ok().eTag(VersionTag.tag(version)).body(part.get());
    }

    public RevisionView view(Revision revision) {
        return revisionViews(List.of(revision)).getFirst();
    }

    /** Returns views of revisions. */
    public List<RevisionView> revisionViews(List<Revision> all) {
        return revisionViews(all, authorNames(all.stream()));
    }

    /** @param names names of the authors */
    public List<RevisionView> revisionViews(List<Revision> all, Map<AccountId, String> names) {
        Map<PlanId, String> present = revisions.headProblemHashes(all.stream()
                .filter(RevisionDescriber::namesStaff)
                .map(Revision::plan)
                .collect(Collectors.toSet()));
        return all.stream()
                .map(one -> view(one, names, present.get(one.plan())))
                .toList();
    }

    /** Returns the names of the authors of revisions with one query. */
    private Map<AccountId, String> authorNames(Stream<Revision> of) {
        return accounts.names(of.map(Revision::author).toList());
    }

    /** @param present hash of the plan's current problem; {@code null} if the text names nobody or the plan is gone */
    private RevisionView view(Revision revision, Map<AccountId, String> names, @Nullable String present) {
        return new RevisionView(
                revision.id(),
                revision.number(),
                revision.parent(),
                revision.code(),
                revisionDescriber.of(revision, present),
                revision.author(),
                names.get(revision.author()),
                revision.made(),
                revision.problem(),
                revision.timetable(),
                revision.plugins());
    }
}
