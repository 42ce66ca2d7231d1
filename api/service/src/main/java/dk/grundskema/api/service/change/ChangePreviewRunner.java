package dk.grundskema.api.service.change;

import dk.grundskema.api.planning.change.ChangePreview;
import dk.grundskema.api.platform.access.SlowRequestSlots.Slot;
import dk.grundskema.api.service.plan.DocumentStore;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.engine.SolveLimits;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Plans previews of changes in this process, while the client asks how they stand. */
@Component
class ChangePreviewRunner implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(ChangePreviewRunner.class);

    /** Interval in which it is reported that previews are being planned, in seconds. */
    private static final int REPORT_INTERVAL = 5;

    /** Time that previews have to end when the process ends, in seconds. */
    private static final int END_TIMEOUT = 10;

    private final ChangePreviewRepository previews;
    private final ChangePreviewReader previewReader;
    private final DocumentStore documents;
    private final Map<String, PlanningThread> running = new ConcurrentHashMap<>();

    /** Comparisons run one after the other, because nobody needs them to keep a change. */
    private final Semaphore comparisons = new Semaphore(1);

    private final ExecutorService threads = Executors.newCachedThreadPool(
            work -> Thread.ofPlatform().daemon().name("change-preview").unstarted(work));
    private final ScheduledExecutorService reporter = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("change-preview-report").unstarted(work));

    ChangePreviewRunner(ChangePreviewRepository previews, ChangePreviewReader previewReader, DocumentStore documents) {
        this.previews = previews;
        this.previewReader = previewReader;
        this.documents = documents;
    }

    /** A thread that plans a preview. It is interrupted only while it plans: interrupting it while it writes would close the embedded database. */
    private static final class PlanningThread {
        private final Thread thread = Thread.currentThread();
        private boolean isPlanning;
        private boolean isCancelled;

        <T> T plan(Callable<T> work) throws Exception {
            synchronized (this) {
                if (isCancelled) {
                    throw new InterruptedException();
                }
                isPlanning = true;
            }
            try {
                return work.call();
            } finally {
                synchronized (this) {
                    isPlanning = false;
                    Thread.interrupted();
                }
            }
        }

        synchronized void cancel() {
            isCancelled = true;
            if (isPlanning) {
                thread.interrupt();
            }
        }
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it catches its failures and goes on
    public void afterPropertiesSet() {
        reporter.scheduleWithFixedDelay(this::reportAlive, REPORT_INTERVAL, REPORT_INTERVAL, TimeUnit.SECONDS);
    }

    /** Ends the previews of this process. */
    @Override
    public void destroy() throws InterruptedException {
        reporter.shutdown();
        threads.shutdown();
        running.values().forEach(PlanningThread::cancel);
        if (!threads.awaitTermination(END_TIMEOUT, TimeUnit.SECONDS)) {
            LOG.warn("{} previews of changes did not end in time; they are shown as ended.", running.size());
        }
    }

    private void reportAlive() {
        try {
            running.forEach((id, thread) -> {
                if (!previews.reportAlive(id)) {
                    thread.cancel(); // discarded through another process
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("Running previews of changes could not be reported; retrying in {} s.", REPORT_INTERVAL, e);
        }
    }

    /**
     * Plans a stored preview.
     *
     * @param slot slot for it, which is freed when the least change is known
     */
    void start(StoredPreview stored, Slot slot) {
        try {
            threads.execute(() -> run(stored, slot));
        } catch (RuntimeException e) {
            slot.close();
            throw e;
        }
    }

    /** Ends the planning of a preview, if this process plans it. */
    void cancel(String id) {
        PlanningThread thread = running.get(id);
        if (thread != null) {
            thread.cancel();
        }
    }

    private void run(StoredPreview stored, Slot slot) {
        var thread = new PlanningThread();
        running.put(stored.id(), thread);
        try {
            plan(stored, thread, slot);
        } catch (InterruptedException e) {
            LOG.info("Preview {} of a change was ended.", stored.id());
            previews.fail(stored.id());
        } catch (Exception e) {
            if (previews.find(stored.plan(), stored.id()).isEmpty()) {
                LOG.info("Preview {} of a change was discarded before it was planned.", stored.id());
            } else {
                LOG.error("Preview {} of a change failed.", stored.id(), e);
                previews.fail(stored.id());
            }
        } finally {
            running.remove(stored.id());
            slot.close();
        }
    }

    private void plan(StoredPreview stored, PlanningThread thread, Slot slot) throws Exception {
        SolveLimits afresh = stored.afresh();
        PreparedChange prepared = previewReader.prepare(stored);
        ChangePreview least = thread.plan(() -> prepared.planLeast(stored.limits()));
        String leastHash = documents.store(least.after().timetable()).hash();
        var state = afresh == null ? PreviewState.DONE : PreviewState.COMPARING;
        StoredPreview withLeast = stored.withLeast(leastHash);
        previewReader.remember(withLeast, new ComputedPreview(least, null));
        if (!previews.recordLeast(stored.id(), leastHash, state)) {
            documents.releaseIfUnused(leastHash);
            return;
        }
        slot.close();
        if (afresh != null) {
            ChangedPlan fresh = thread.plan(() -> compare(prepared, afresh));
            String freshHash = documents.store(fresh.timetable()).hash();
            previewReader.remember(withLeast.withFresh(freshHash), new ComputedPreview(least, fresh));
            if (!previews.recordFresh(stored.id(), freshHash)) {
                documents.releaseIfUnused(freshHash);
            }
        }
    }

    private ChangedPlan compare(PreparedChange prepared, SolveLimits afresh) throws InterruptedException {
        comparisons.acquire();
        try {
            return prepared.planAfresh(afresh);
        } finally {
            comparisons.release();
        }
    }
}
