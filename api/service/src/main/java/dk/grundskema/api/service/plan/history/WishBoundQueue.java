package dk.grundskema.api.service.plan.history;

import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.Revision;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Revisions whose wishes are to be bounded in the background, by one thread: of each plan the last one only, and only after a pause, so
 * that a plan that is edited again and again is bounded once. What waits is forgotten when the service ends.
 */
final class WishBoundQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WishBoundQueue.class);
    private static final int MOST_WAITING = 100;
    private static final long PAUSE_MILLIS = 1_000;
    private static final long CLOSING_SECONDS = 10;

    private final Consumer<Revision> bound;
    private final Map<PlanId, Revision> waiting = new HashMap<>();
    private final ExecutorService executor;

    /** @param bound bounds the wishes of a revision and stores the result */
    WishBoundQueue(Consumer<Revision> bound) {
        this.bound = bound;
        this.executor = Executors.newSingleThreadExecutor(task -> {
            var thread = new Thread(task, "wish-bounds");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Adds a revision in place of an earlier one of its plan. If too many plans wait, it is left out until somebody asks for it again. */
    void add(Revision revision) {
        synchronized (waiting) {
            boolean isKnown = waiting.containsKey(revision.plan());
            if (executor.isShutdown() || (!isKnown && waiting.size() >= MOST_WAITING)) {
                return;
            }
            waiting.put(revision.plan(), revision);
            if (!isKnown) {
                CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, executor)
                        .execute(() -> boundNext(revision.plan()));
            }
        }
    }

    private void boundNext(PlanId plan) {
        Revision revision;
        synchronized (waiting) {
            revision = waiting.remove(plan);
        }
        if (revision == null) {
            return;
        }
        try {
            bound.accept(revision);
        } catch (RuntimeException e) {
            LOG.warn(
                    "No bound was found for the wishes of revision {}; its status says nothing of it.",
                    revision.id(),
                    e);
        }
    }

    /** Waits for the bound that is being computed. It is not interrupted, because an interrupt would close the embedded database. */
    @Override
    public void close() {
        synchronized (waiting) {
            waiting.clear();
            executor.shutdown();
        }
        try {
            if (!executor.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The bound of a plan's wishes is still being computed; the service ends without it.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
