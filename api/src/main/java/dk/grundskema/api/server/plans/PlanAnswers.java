package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Accounts;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.plans.PlanViews.RevisionView;
import dk.grundskema.api.server.platform.Precondition;
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

/** Plans and revisions as programs read them, in the caller's language. */
@Component
final class PlanAnswers {
    private final Plans plans;
    private final Undoing undoing;
    private final RevisionWords words;
    private final Accounts accounts;
    private final Revisions revisions;
    private final PluginRegistry plugins;

    PlanAnswers(
            Plans plans,
            Undoing undoing,
            RevisionWords words,
            Accounts accounts,
            Revisions revisions,
            PluginRegistry plugins) {
        this.accounts = accounts;
        this.revisions = revisions;
        this.plans = plans;
        this.undoing = undoing;
        this.words = words;
        this.plugins = plugins;
    }

    /** The answer that shows a plan, with its entity tag. */
    ResponseEntity<PlanView> of(Plan plan) {
        return Precondition.tagged(plan.version(), view(plan));
    }

    PlanView view(Plan plan) {
        return ofPlans(List.of(plan)).getFirst();
    }

    /**
     * A plan with the revisions that are shown of it.
     *
     * @param canUndo whether what the head was made from is the plan's own, too
     * @param next    what redo goes to
     */
    private record Shown(Plan plan, Revision head, boolean canUndo, Optional<Revision> next) {
        Stream<Revision> revisions() {
            return Stream.concat(Stream.of(head), next.stream());
        }
    }

    /** Plans as they are in a list. How many statements this takes doesn't depend on how many plans they are. */
    List<PlanView> ofPlans(List<Plan> all) {
        Map<RevisionId, Revision> heads = byId(all.stream().map(Plan::head));
        Map<RevisionId, Revision> parents =
                byId(heads.values().stream().map(Revision::parent).filter(Objects::nonNull));
        Map<PlanId, Revision> next = undoing.next(all);
        List<Shown> shown = all.stream()
                .map(plan -> {
                    Revision head = Objects.requireNonNull(heads.get(plan.head()));
                    RevisionId from = head.parent();
                    Revision parent = from == null ? null : parents.get(from);
                    boolean canUndo = parent != null && parent.plan().equals(plan.id());
                    return new Shown(plan, head, canUndo, Optional.ofNullable(next.get(plan.id())));
                })
                .toList();
        Map<AccountId, String> names = names(shown.stream().flatMap(Shown::revisions));
        return shown.stream().map(one -> view(one, names)).toList();
    }

    private Map<RevisionId, Revision> byId(Stream<RevisionId> ids) {
        return revisions.all(ids.collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Revision::id, Function.identity()));
    }

    private PlanView view(Shown shown, Map<AccountId, String> names) {
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

    /** A part of a plan with the plan's entity tag: whoever changes it names that version. What is read is never older than the tag. */
    <T> ResponseEntity<T> part(PlanId plan, Supplier<T> part) {
        long version = plans.get(plan).version();
        return ResponseEntity.ok().eTag(Precondition.tag(version)).body(part.get());
    }

    RevisionView view(Revision revision) {
        return ofRevisions(List.of(revision)).getFirst();
    }

    /** Revisions as they are in a list. */
    List<RevisionView> ofRevisions(List<Revision> all) {
        return ofRevisions(all, names(all.stream()));
    }

    /** @param names what those are called who made them */
    List<RevisionView> ofRevisions(List<Revision> all, Map<AccountId, String> names) {
        Map<PlanId, String> present = revisions.present(all.stream()
                .filter(RevisionWords::namesStaff)
                .map(Revision::plan)
                .collect(Collectors.toSet()));
        return all.stream()
                .map(one -> view(one, names, present.get(one.plan())))
                .toList();
    }

    /** What those are called who made some revisions: one question for all of them. */
    private Map<AccountId, String> names(Stream<Revision> of) {
        return accounts.names(of.map(Revision::author).toList());
    }

    /** @param present hash of the problem that the plan is at; {@code null} where the words name nobody, or the plan is gone */
    private RevisionView view(Revision revision, Map<AccountId, String> names, @Nullable String present) {
        return new RevisionView(
                revision.id(),
                revision.number(),
                revision.parent(),
                revision.code(),
                words.of(revision, present),
                revision.author(),
                names.get(revision.author()),
                revision.made(),
                revision.problem(),
                revision.timetable(),
                revision.plugins());
    }
}
