package dk.grundskema.api.cli.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Handles the end of the process (Ctrl-C or a signal). A running solver stops; its best plan is written as usual and determines the exit code. Before
 * a solver run starts, the process ends at once.
 */
public final class ShutdownHandler {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Duration stopTimeout;
    private volatile @Nullable Runnable stop;
    private volatile boolean interrupted;
    private volatile int code;

    /** @param stopTimeout how long the command may take to end after the signal */
    public ShutdownHandler(Duration stopTimeout) {
        this.stopTimeout = stopTimeout;
    }

    /** Registers the shutdown hook. */
    public void register() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitCommandAndHalt, "ending"));
    }

    /** From now on, a shutdown calls {@code stopSolve} and waits until the command has {@link #commandEnded}. */
    public void stopOnShutdown(Runnable stopSolve) {
        stop = stopSolve;
    }

    /** Returns whether a shutdown was requested. */
    public boolean isRequested() {
        return interrupted;
    }

    /** Signals that the command has finished. */
    public void commandEnded(int exitCode) {
        code = exitCode;
        ended.countDown();
    }

    /** The JVM uses its own exit code after a signal; only {@link Runtime#halt} can set another one. */
    private void awaitCommandAndHalt() {
        if (endGracefully()) {
            Runtime.getRuntime().halt(code);
        }
    }

    /** Stops the solver, if it runs, and waits for the command. Returns whether the command has ended within the time limit. */
    public boolean endGracefully() {
        Runnable how = stop;
        if (how == null || ended.getCount() == 0) {
            return ended.getCount() == 0;
        }
        interrupted = true;
        how.run();
        try {
            return ended.await(stopTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
