package dk.grundskema.api.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happens when somebody ends the program (Ctrl-C, or the system asks it to end): a solve that runs ends with its best
 * plan, that is written as ever, and the exit code is that of the plan. Before a solve has begun, the program just ends.
 */
final class Interruption {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Duration patience;
    private volatile @Nullable Runnable stop;
    private volatile boolean happened;
    private volatile int code;

    /** @param patience how long the command may take to end once it was asked to */
    Interruption(Duration patience) {
        this.patience = patience;
    }

    /** From now on the process minds being ended. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onEnd, "ending"));
    }

    /** From now on ending means to call {@code stop} and to wait until the command has {@link #ended}. */
    void duringSolve(Runnable stopSolve) {
        stop = stopSolve;
    }

    /** Whether somebody ended the program. */
    boolean happened() {
        return happened;
    }

    /** The command is through with everything. */
    void ended(int exitCode) {
        code = exitCode;
        ended.countDown();
    }

    /** The JVM has its own exit code for an interruption, so ours can only be had by halting it. */
    private void onEnd() {
        if (endGracefully()) {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Whether the command came to its own end. */
    boolean endGracefully() {
        Runnable how = stop;
        if (how == null || ended.getCount() == 0) {
            return ended.getCount() == 0;
        }
        happened = true;
        how.run();
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
