package dk.grundskema.api.server.solving;

import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells those who listen how solves stand, whichever process runs them: one thread asks the database for all of them, once a second and only while
 * somebody listens. An event is the whole state, numbered as the solve's row counts; whoever comes back is told the latest one if there was any
 * since.
 */
@Component
final class SolveListeners implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SolveListeners.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final SolveJobs jobs;
    private final SolveTelling telling;
    private final Speaking speaking;
    private final SolvingSettings settings;
    private final ListeningPace pace;
    private final AtomicInteger count = new AtomicInteger();
    private final Queue<Listener> listeners = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("solve-listeners").unstarted(task));
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("FutureReturnValueIgnored") // a look lets no failure out
    SolveListeners(
            SolveJobs jobs, SolveTelling telling, Speaking speaking, SolvingSettings settings, ListeningPace pace) {
        this.jobs = jobs;
        this.telling = telling;
        this.speaking = speaking;
        this.settings = settings;
        this.pace = pace;
        looking.scheduleWithFixedDelay(
                this::look, BETWEEN_LOOKS.toMillis(), BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Somebody who listens; nothing if the solve has ended, and that was told.
     *
     * @throws Refusal 429 if there are too many
     */
    Optional<SseEmitter> listen(SolveJob job, @Nullable String lastEvent) {
        long told = number(lastEvent);
        if (job.state().isEnded() && told >= job.event()) {
            return Optional.empty();
        }
        if (count.incrementAndGet() > settings.listeners()) {
            count.decrementAndGet();
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "solve.too-many-listeners");
        }
        var emitter = new SseEmitter(pace.longest().toMillis());
        var listener = new Listener(emitter, job.id(), speaking.language(), told);
        emitter.onCompletion(() -> gone(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> gone(listener));
        listeners.add(listener);
        tell(listener, Long.MAX_VALUE);
        return Optional.of(emitter);
    }

    private static long number(@Nullable String lastEvent) {
        return lastEvent != null && lastEvent.matches("\\d{1,18}") ? Long.parseLong(lastEvent) : 0;
    }

    private void gone(Listener listener) {
        if (listeners.remove(listener)) {
            count.decrementAndGet();
        }
    }

    private void look() {
        try {
            Map<SolveId, Long> events =
                    jobs.events(listeners.stream().map(one -> one.job).collect(Collectors.toSet()));
            listeners.forEach(one -> tell(one, events.getOrDefault(one.job, Long.MAX_VALUE)));
        } catch (RuntimeException e) {
            LOG.warn("Those who listen to solves could not be told just now.", e);
        }
    }

    /** Tells one listener, on a thread that may wait for a slow line, if there is something to tell. */
    private void tell(Listener listener, long latest) {
        boolean isDue = latest > listener.told || listener.isWaiting || listener.isQuiet();
        if (isDue && listener.isBusy.compareAndSet(false, true)) {
            sending.execute(() -> {
                try {
                    listener.tell();
                } catch (Exception e) {
                    // Whoever listened has gone, or the solve has.
                    listener.emitter.complete();
                    gone(listener);
                } finally {
                    listener.isBusy.set(false);
                }
            });
        }
    }

    /** Sends everybody away; they come back to whoever answers then. */
    void close() {
        looking.shutdownNow();
        listeners.forEach(one -> one.emitter.complete());
    }

    @Override
    public void destroy() {
        close();
        sending.shutdownNow();
    }

    private final class Listener {
        private final SseEmitter emitter;
        private final SolveId job;
        private final Locale language;
        private final AtomicBoolean isBusy = new AtomicBoolean();
        private volatile long told;
        private volatile boolean isWaiting;
        private volatile long spokeAt = System.nanoTime();
        private String last = "";

        Listener(SseEmitter emitter, SolveId job, Locale language, long told) {
            this.emitter = emitter;
            this.job = job;
            this.language = language;
            this.told = told;
        }

        boolean isQuiet() {
            return System.nanoTime() - spokeAt >= pace.beats().toNanos();
        }

        void tell() throws java.io.IOException {
            SolveJob now = jobs.get(job);
            String state = JsonText.line(RecordWriter.toJson(telling.view(now, language)));
            boolean isNews =
                    now.event() > told || (now.state() == SolveState.QUEUED && !state.equals(last) && !last.isEmpty());
            if (isNews) {
                emitter.send(SseEmitter.event()
                        .id(String.valueOf(now.event()))
                        .name(now.state().isEnded() ? "ended" : "progress")
                        .data(state, MediaType.TEXT_PLAIN));
            } else if (isQuiet()) {
                emitter.send(SseEmitter.event().comment("still here"));
            }
            if (isNews || isQuiet()) {
                spokeAt = System.nanoTime();
            }
            told = Math.max(told, now.event());
            last = state;
            isWaiting = now.state() == SolveState.QUEUED;
            if (now.state().isEnded()) {
                emitter.complete();
            }
        }
    }
}
