package dk.grundskema.api.platform.traffic;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Assigns threads to work from many addresses, at most {@code most} to one address. Further work of an address waits in that address's queue and
 * delays no other address: a client that sends slowly or does not read its responses only delays its own requests.
 */
final class FairExecutor {
    private final int maxRunning;
    private final Map<String, AddressQueue> queuesByAddress = new HashMap<>();

    /** @param maxRunning maximum number of threads of one address */
    FairExecutor(int maxRunning) {
        this.maxRunning = maxRunning;
    }

    private static final class AddressQueue {
        private final Queue<Runnable> waitingTasks = new ArrayDeque<>();
        private int running;
    }

    /**
     * Runs the work as soon as the address has a free thread.
     *
     * @throws RejectedExecutionException if the executor accepts no more work
     */
    void execute(String address, Runnable work, Executor threads) {
        synchronized (this) {
            AddressQueue queue = queuesByAddress.computeIfAbsent(address, fresh -> new AddressQueue());
            if (queue.running >= maxRunning) {
                queue.waitingTasks.add(work);
                return;
            }
            queue.running++;
        }
        start(address, work, threads);
    }

    private void start(String address, Runnable work, Executor threads) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    runNext(address, threads);
                }
            });
        } catch (RuntimeException | Error e) { // no thread available: release the slot, the next request may succeed
            releaseSlot(address);
            throw e;
        }
    }

    private synchronized void releaseSlot(String address) {
        AddressQueue queue = queuesByAddress.get(address);
        if (queue != null && --queue.running == 0 && queue.waitingTasks.isEmpty()) {
            queuesByAddress.remove(address);
        }
    }

    /** Passes the free thread to the next work of the same address. */
    private void runNext(String address, Executor threads) {
        Runnable work = nextWaiting(address);
        if (work != null) {
            try {
                start(address, work, threads);
            } catch (RejectedExecutionException e) {
                // The service is stopping: queued work is dropped.
            }
        }
    }

    private synchronized @Nullable Runnable nextWaiting(String address) {
        AddressQueue queue = queuesByAddress.get(address);
        if (queue == null) {
            return null;
        }
        Runnable next = queue.waitingTasks.poll();
        if (next == null && --queue.running == 0) {
            queuesByAddress.remove(address);
        }
        return next;
    }
}
