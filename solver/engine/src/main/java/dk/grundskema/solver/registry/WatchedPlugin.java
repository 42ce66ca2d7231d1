package dk.grundskema.solver.registry;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plugin of a jar, whose calls have a time limit. Thread-safe. */
final class WatchedPlugin {
    /** Name of the setting of the time limit. */
    private static final String SETTING = "GRUNDSKEMA_PLUGIN_SECONDS";

    private static final int USUAL_SECONDS = 20;
    private static final int MOST_SECONDS = 3600;

    /** Threads for calls, so that what waits for one can go on without it. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(
            task -> Thread.ofPlatform().name("plugin").daemon().unstarted(task));

    private final String origin;
    private final ClassLoader loader;
    private final int limitSeconds;

    private volatile boolean hurried;
    private volatile @Nullable String refusal;

    /**
     * @param origin       name of its jar and version, for messages
     * @param loader       class loader of its jar
     * @param limitSeconds longest time of a call, in seconds; at least 1
     */
    WatchedPlugin(String origin, ClassLoader loader, int limitSeconds) {
        this.origin = origin;
        this.loader = loader;
        this.limitSeconds = limitSeconds;
    }

    /**
     * Returns a time limit in seconds.
     *
     * @param stated what the setting states; {@code null} or blank means the usual limit
     * @throws PluginRefusedException if it is no number of seconds that a limit can have
     */
    static int secondsOf(@Nullable String stated) {
        if (stated == null || stated.isBlank()) {
            return USUAL_SECONDS;
        }
        if (stated.strip().matches("[0-9]{1,4}")) {
            int seconds = Integer.parseInt(stated.strip());
            if (seconds >= 1 && seconds <= MOST_SECONDS) {
                return seconds;
            }
        }
        throw new PluginRefusedException(List.of(new PluginRefusedException.Refusal(
                SETTING,
                List.of("It must be a number of seconds from 1 to %d, not (%s).".formatted(MOST_SECONDS, stated)))));
    }

    String origin() {
        return origin;
    }

    String loaderName() {
        return String.valueOf(loader.getName());
    }

    int limitSeconds() {
        return limitSeconds;
    }

    int limitTicks() {
        int most = limitSeconds * PluginCallWatch.TICKS_PER_SECOND;
        return hurried ? Math.min(most, PluginCallWatch.TICKS_OF_GRACE) : most;
    }

    /** Gives calls at most two seconds from now on, because the program is to end. */
    void hurry() {
        hurried = true;
    }

    /** Refuses all later calls for a reason, in English for the plugin's author. */
    void callNoMore(String reason) {
        refusal = reason;
    }

    /** Returns why the plugin is not called any more; {@code null} if it is. */
    @Nullable
    String refusal() {
        return refusal;
    }

    /** Throws if the plugin is not called any more. */
    void requireCallable(WatchedCall call) {
        String reason = refusal;
        if (reason != null) {
            throw call.fail(reason, null);
        }
    }

    /**
     * Calls a method of the plugin.
     *
     * @param failure makes the exception of the call from a reason, in English for the plugin's author, and a cause
     * @param answers the call
     * @throws PluginFailedException if it does not return in time; an exception of it is thrown as it is, an error as the cause of the
     *                               failure
     */
    <T> T call(BiFunction<String, @Nullable Throwable, RuntimeException> failure, Supplier<T> answers) {
        var call = new WatchedCall(this, failure);
        requireCallable(call);
        var answer = new CompletableFuture<T>();
        THREADS.execute(() -> run(call, answers, answer));
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Error error ? fail(call, error) : rethrown(e);
        }
    }

    /**
     * Does work of the engine that calls rules. What waits for it can go on if a rule never returns.
     *
     * @throws RuleFailedException if a rule never returns; what the work throws itself is thrown as it is
     */
    static <T> T callRules(Supplier<T> work) {
        var answer = new CompletableFuture<T>();
        THREADS.execute(() -> {
            PluginCallWatch.ofThisThread().tellWhenAbandoned(answer::completeExceptionally);
            try {
                answer.complete(work.get());
            } catch (Throwable e) { // what waits must get it
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(CompletionException e) {
        return e.getCause() instanceof RuntimeException cause ? cause : e;
    }

    /** Returns the failure of a call that threw an error. After a lack of memory the plugin is not called again: it may hold that memory. */
    static RuntimeException fail(WatchedCall call, Throwable cause) {
        RuntimeException failure = call.fail(cause + ".", cause);
        if (cause instanceof OutOfMemoryError) {
            call.plugin().callNoMore(cause + ". " + ThreadCalls.NOT_CALLED_AGAIN);
        }
        return failure;
    }

    private static <T> void run(WatchedCall call, Supplier<T> answers, CompletableFuture<T> answer) {
        ThreadCalls calls = PluginCallWatch.ofThisThread();
        calls.tellWhenAbandoned(answer::completeExceptionally);
        Thread.currentThread().setContextClassLoader(call.plugin().loader); // services of the jar, not of the program
        WatchedCall around = calls.enter(call);
        T returned = null;
        Throwable thrown = null;
        try {
            returned = answers.get();
        } catch (Throwable e) { // what waits must get it
            thrown = e;
        }
        if (calls.leave(around)) {
            answer.completeExceptionally(calls.stopped(call, thrown));
        } else if (thrown != null) {
            answer.completeExceptionally(thrown);
        } else {
            answer.complete(returned);
        }
    }
}
