package dk.grundskema.api.service.plan;

import dk.grundskema.api.documents.json.Json;
import dk.grundskema.api.documents.json.ReadResult;
import dk.grundskema.api.platform.http.RequestMemo;
import dk.grundskema.solver.change.Absence;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The plans, revisions and documents that the current request has read or written, so that access check, operation and response read each of them
 * once. Locking a plan reads its row again and replaces the one here. If a transaction is rolled back, everything that it may have written is
 * forgotten. Outside of a request nothing is remembered.
 */
public final class PlanContext {
    private PlanContext() {}

    private static Map<PlanId, Plan> plans() {
        return RequestMemo.values("plans");
    }

    private static Map<RevisionId, Revision> revisions() {
        return RequestMemo.values("revisions");
    }

    private static Map<RevisionId, Optional<StoredPlanStatus>> statuses() {
        return RequestMemo.values("statuses");
    }

    /** Returns the stored status of those revisions for which the request has read it; empty for one that has none. */
    static Map<RevisionId, Optional<StoredPlanStatus>> statuses(Collection<RevisionId> ids) {
        var known = new HashMap<>(statuses());
        known.keySet().retainAll(ids);
        return known;
    }

    /** Remembers the stored status of a revision; empty if it has none. */
    static void rememberStatus(RevisionId id, Optional<StoredPlanStatus> status) {
        forgetOnRollback();
        statuses().put(id, status);
    }

    private static Map<PlanId, List<Absence>> absences() {
        return RequestMemo.values("absences");
    }

    /** Returns the absences of a plan; {@code null} if the request has not read them. */
    public static @Nullable List<Absence> absences(PlanId plan) {
        return absences().get(plan);
    }

    /** Remembers the absences of a plan. */
    public static void rememberAbsences(PlanId plan, List<Absence> all) {
        forgetOnRollback();
        absences().put(plan, List.copyOf(all));
    }

    /** Forgets the absences of all plans, because one is added or removed: it counts for a whole family. */
    public static void forgetAbsences() {
        absences().clear();
    }

    private static Map<String, ReadResult.Success<Json>> documents() {
        return RequestMemo.values("documents");
    }

    /** Returns a plan as the request saw it last; {@code null} if it has not read the plan. */
    static @Nullable Plan plan(PlanId id) {
        return plans().get(id);
    }

    /** Returns a revision; {@code null} if the request has not read it. */
    static @Nullable Revision revision(RevisionId id) {
        return revisions().get(id);
    }

    /** Remembers the current row of a plan. */
    static Plan remember(Plan plan) {
        forgetOnRollback();
        plans().put(plan.id(), plan);
        return plan;
    }

    /** Remembers a revision. */
    static Revision remember(Revision revision) {
        forgetOnRollback();
        revisions().put(revision.id(), revision);
        return revision;
    }

    /** Returns the content of a document. The request remembers the document that it read last. */
    static ReadResult.Success<Json> document(String hash, Function<String, ReadResult.Success<Json>> reading) {
        Map<String, ReadResult.Success<Json>> known = documents();
        ReadResult.Success<Json> found = known.get(hash);
        if (found == null) {
            found = reading.apply(hash);
            known.clear(); // one at a time, because a large school takes many megabytes
            known.put(hash, found);
        }
        return found;
    }

    /** Remembers the stored form of documents, which {@link #takeContent} returns once. */
    static void rememberContents(Map<String, byte[]> contents) {
        contents().putAll(contents);
    }

    /** Returns whether the request has read the stored form of a document. */
    static boolean hasContent(String hash) {
        return contents().containsKey(hash);
    }

    /** Returns the stored form of a document and forgets it; {@code null} if the request has not read it. */
    static byte @Nullable [] takeContent(String hash) {
        return contents().remove(hash);
    }

    private static Map<String, byte[]> contents() {
        return RequestMemo.values("contents");
    }

    /** Returns the hashes of problem and timetable of those plans whose current problem or timetable is this document. */
    static Set<String> documentsBeside(String hash) {
        var beside = new HashSet<String>();
        for (Plan plan : plans().values()) {
            Revision head = revision(plan.head());
            if (head != null && (hash.equals(head.problem()) || hash.equals(head.timetable()))) {
                beside.add(head.problem());
                if (head.timetable() != null) {
                    beside.add(head.timetable());
                }
            }
        }
        return beside;
    }

    /** Forgets a plan, so that the next access reads its row again. */
    static void forget(PlanId id) {
        plans().remove(id);
    }

    /** Forgets everything. For operations that change stored revisions, which are immutable otherwise. */
    public static void clear() {
        plans().clear();
        revisions().clear();
        statuses().clear();
        absences().clear();
        documents().clear();
        contents().clear();
    }

    private static void forgetOnRollback() {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && TransactionSynchronizationManager.getSynchronizations().stream()
                        .noneMatch(Forgetting.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new Forgetting());
        }
    }

    private static final class Forgetting implements TransactionSynchronization {
        @Override
        public void afterCompletion(int status) {
            if (status != STATUS_COMMITTED) {
                clear();
            }
        }
    }
}
