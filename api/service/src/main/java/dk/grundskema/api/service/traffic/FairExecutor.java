package dk.grundskema.api.service.traffic;

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
    private final int most;
    private final Map<String, AddressQueue> crowds = new HashMap<>();

    /** @param most maximum number of threads of one address */
    FairExecutor(int most) {
        this.most = most;
    }

    private static final class AddressQueue {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /**
     * Runs the work as soon as the address has a free thread.
     *
     * @throws RejectedExecutionException if the executor accepts no more work
     */
    void execute(String address, Runnable work, Executor threads) {
        synchronized (this) {
            AddressQueue crowd = crowds.computeIfAbsent(address, fresh -> new AddressQueue());
            if (crowd.running >= most) {
                crowd.waiting.add(work);
                return;
            }
            crowd.running++;
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
        AddressQueue crowd = crowds.get(address);
        if (crowd != null && --crowd.running == 0 && crowd.waiting.isEmpty()) {
            crowds.remove(address);
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
        AddressQueue crowd = crowds.get(address);
        if (crowd == null) {
            return null;
        }
        Runnable next = crowd.waiting.poll();
        if (next == null && --crowd.running == 0) {
            crowds.remove(address);
        }
        return next;
    }
}
