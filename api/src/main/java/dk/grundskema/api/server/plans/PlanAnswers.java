package dk.grundskema.api.server.plans;

import dk.grundskema.api.server.identity.Accounts;
import dk.grundskema.api.server.plans.PlanViews.PlanView;
import dk.grundskema.api.server.plans.PlanViews.RevisionView;
import dk.grundskema.api.server.platform.Precondition;
import dk.grundskema.api.server.platform.Speaking;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Plans and revisions as programs read them, in the caller's language. */
@Component
final class PlanAnswers {
    private final Plans plans;
    private final Undoing undoing;
    private final Speaking speaking;
    private final Accounts accounts;
    private final PluginRegistry plugins;

    PlanAnswers(Plans plans, Undoing undoing, Speaking speaking, Accounts accounts, PluginRegistry plugins) {
        this.accounts = accounts;
        this.plans = plans;
        this.undoing = undoing;
        this.speaking = speaking;
        this.plugins = plugins;
    }

    /** The answer that shows a plan, with its entity tag. */
    ResponseEntity<PlanView> of(Plan plan) {
        return Precondition.tagged(plan.version(), view(plan));
    }

    PlanView view(Plan plan) {
        Revision head = plans.revision(plan.head());
        RevisionId parent = head.parent();
        return new PlanView(
                plan.id(),
                plan.organisation(),
                plan.title(),
                plan.version(),
                view(head),
                parent != null && plans.revision(parent).plan().equals(plan.id()),
                !plan.tip().equals(plan.head()),
                undoing.next(plan).map(this::view).orElse(null),
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
        return new RevisionView(
                revision.id(),
                revision.number(),
                revision.parent(),
                revision.code(),
                text(revision),
                revision.author(),
                accounts.nameOf(revision.author()).orElse(null),
                revision.made(),
                revision.problem(),
                revision.timetable(),
                revision.plugins());
    }

    /** What was done, in words; of an archive from a later release perhaps only for programs. */
    private String text(Revision revision) {
        Texts texts = speaking.texts();
        return texts.has(revision.code()) ? texts.text(revision.code(), revision.arguments()) : revision.code();
    }
}
