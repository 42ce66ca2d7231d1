package dk.grundskema.api.server.platform;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Gives threads to what comes from many addresses, never more of them to one than so many. What is beyond waits its turn, and nobody else waits for
 * it: an address that sends slowly, or doesn't read its answers, keeps its own requests waiting.
 */
final class FairTurns {
    private final int most;
    private final Map<String, Crowd> crowds = new HashMap<>();

    /** @param most how many threads an address has at most */
    FairTurns(int most) {
        this.most = most;
    }

    private static final class Crowd {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /**
     * Does some work in its turn.
     *
     * @throws RejectedExecutionException if the threads take none any more
     */
    void take(String address, Runnable work, Executor threads) {
        synchronized (this) {
            Crowd crowd = crowds.computeIfAbsent(address, fresh -> new Crowd());
            if (crowd.running >= most) {
                crowd.waiting.add(work);
                return;
            }
            crowd.running++;
        }
        begin(address, work, threads);
    }

    private void begin(String address, Runnable work, Executor threads) {
        try {
            threads.execute(() -> {
                try {
                    work.run();
                } finally {
                    next(address, threads);
                }
            });
        } catch (RuntimeException
                | Error e) { // there is no thread: the place is free again, and the next one may have more luck
            giveBack(address);
            throw e;
        }
    }

    private synchronized void giveBack(String address) {
        Crowd crowd = crowds.get(address);
        if (crowd != null && --crowd.running == 0 && crowd.waiting.isEmpty()) {
            crowds.remove(address);
        }
    }

    /** Whose thread is free now gives it to the next of the same address. */
    private void next(String address, Executor threads) {
        Runnable work = over(address);
        if (work != null) {
            try {
                begin(address, work, threads);
            } catch (RejectedExecutionException e) {
                // The service is stopping: what waits is not begun any more.
            }
        }
    }

    private synchronized @Nullable Runnable over(String address) {
        Crowd crowd = crowds.get(address);
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
