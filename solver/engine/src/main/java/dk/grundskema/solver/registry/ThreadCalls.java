package dk.grundskema.solver.registry;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one thread into plugins of jars. The thread enters and leaves calls, which takes nanoseconds, since rules are called millions of times a
 * second; {@link PluginCallWatch} looks at it from its own thread.
 */
final class ThreadCalls {
    static final String NOT_CALLED_AGAIN = "The plugin is not called again until the program starts anew.";
    private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final VarHandle CURRENT;
    private static final VarHandle NUMBER;

    static {
        try {
            var lookup = MethodHandles.lookup();
            CURRENT = lookup.findVarHandle(ThreadCalls.class, "current", WatchedCall.class);
            NUMBER = lookup.findVarHandle(ThreadCalls.class, "number", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Thread thread = Thread.currentThread();
    private @Nullable WatchedCall current;

    /** Grows when a call is entered or left. */
    private long number;

    private volatile boolean stopping;
    private volatile @Nullable Consumer<RuntimeException> whenAbandoned;

    /** Why the current call was asked to stop. */
    private volatile String stopReason = "";

    /** Where the last call was when it was stopped. */
    private StackTraceElement[] stopTrace = {};

    private long seenNumber;
    private int ticksWithoutChange;
    private int ticksSinceStop;
    private long seenBytes;
    private long newBytes;

    /** Names who is told why this thread will not come back from a call. */
    void tellWhenAbandoned(Consumer<RuntimeException> other) {
        whenAbandoned = other;
    }

    /** Notes that this thread begins a call. Returns the call around it, if there is one; {@link #leave} gets it. */
    @Nullable
    WatchedCall enter(WatchedCall call) {
        if (stopping) {
            release(); // the stop was for an earlier call, which returned at that moment
        }
        WatchedCall around = current;
        CURRENT.setOpaque(this, call);
        NUMBER.setRelease(this, number + 1);
        return around;
    }

    /** Notes that this thread ends a call. Returns whether the call was asked to stop. */
    boolean leave(@Nullable WatchedCall around) {
        CURRENT.setOpaque(this, around);
        NUMBER.setRelease(this, number + 1);
        boolean wasStopped = stopping;
        if (wasStopped) {
            release();
        }
        return wasStopped;
    }

    private synchronized void release() {
        stopping = false;
        stopTrace = LoopCheck.release(thread);
        Thread.interrupted(); // the interruption was for the call
    }

    boolean isThreadAlive() {
        return thread.isAlive();
    }

    /** Looks whether the thread is still in the same call, and asks that call to stop at its limit. */
    synchronized void tick() {
        long bytes = MEMORY.getThreadAllocatedBytes(thread.threadId());
        newBytes = bytes - seenBytes;
        seenBytes = bytes;
        long now = (long) NUMBER.getAcquire(this);
        var call = (WatchedCall) CURRENT.getOpaque(this);
        if (call == null || now != seenNumber) {
            seenNumber = now;
            ticksWithoutChange = 0;
            ticksSinceStop = 0;
            if (call == null && stopping) { // it returned while it was asked
                stopping = false;
                LoopCheck.release(thread);
            }
            return;
        }
        ticksWithoutChange++;
        if (!stopping) {
            if (ticksWithoutChange >= call.plugin().limitTicks()) {
                stop("It did not return within %d s".formatted(call.plugin().limitSeconds()));
            }
            return;
        }
        ticksSinceStop++;
        if (ticksSinceStop == 1) {
            thread.interrupt(); // wakes a call that sleeps or waits
        } else if (ticksSinceStop == PluginCallWatch.TICKS_OF_GRACE) {
            abandon(call);
        }
    }

    private void stop(String reason) {
        stopReason = reason;
        ticksSinceStop = 0;
        stopping = true;
        LoopCheck.stop(thread);
    }

    /** Forgets a thread that has ended. */
    void end() {
        LoopCheck.release(thread);
    }

    /** Returns how much memory the thread took since the tick before, in bytes; 0 if it is in no call. */
    synchronized long allocatedBytes() {
        return CURRENT.getOpaque(this) == null ? 0 : newBytes;
    }

    /** Asks the current call to stop, because memory is short. Its plugin is not called again: it may hold that memory. */
    synchronized void stopForMemory() {
        var call = (WatchedCall) CURRENT.getOpaque(this);
        if (call != null && !stopping) {
            stop("It took too much memory");
            call.plugin().callNoMore(stopReason + ". " + NOT_CALLED_AGAIN);
        }
    }

    private void abandon(WatchedCall call) {
        String reason = "%s and cannot be stopped; its thread was at %s. %s"
                .formatted(stopReason, placeIn(call, thread.getStackTrace()), NOT_CALLED_AGAIN);
        call.plugin().callNoMore(reason);
        Consumer<RuntimeException> waiting = whenAbandoned;
        if (waiting != null) {
            waiting.accept(call.fail(reason, null));
        }
    }

    private static String placeIn(WatchedCall call, StackTraceElement[] trace) {
        for (StackTraceElement frame : trace) {
            if (call.plugin().loaderName().equals(frame.getClassLoaderName())) {
                return "%s.%s (line %d)".formatted(frame.getClassName(), frame.getMethodName(), frame.getLineNumber());
            }
        }
        return "an unknown place";
    }

    /** Returns the failure of the last call, which was asked to stop. */
    RuntimeException stopped(WatchedCall call, @Nullable Throwable thrown) {
        StackTraceElement[] where = stopTrace.length == 0 && thrown != null ? thrown.getStackTrace() : stopTrace;
        return call.fail("%s and was stopped at %s.".formatted(stopReason, placeIn(call, where)), thrown);
    }
}
