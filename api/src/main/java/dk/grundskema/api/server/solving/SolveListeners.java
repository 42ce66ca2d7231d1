package dk.grundskema.api.server.solving;

import dk.grundskema.api.platform.JsonText;
import dk.grundskema.api.platform.RecordWriter;
import dk.grundskema.api.server.identity.AccountId;
import dk.grundskema.api.server.identity.Lasting;
import dk.grundskema.api.server.identity.Permission;
import dk.grundskema.api.server.platform.Refusal;
import dk.grundskema.api.server.platform.Speaking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
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
import java.util.function.BooleanSupplier;
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
 * since. Who has signed out meanwhile, or may no longer see the solve, is sent away at the next beat.
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
    private final Lasting lasting;
    private final Map<AccountId, Integer> places = new HashMap<>();
    private final Queue<Listener> listeners = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("solve-listeners").unstarted(task));
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    @SuppressWarnings("FutureReturnValueIgnored") // a look lets no failure out
    SolveListeners(
            SolveJobs jobs,
            SolveTelling telling,
            Speaking speaking,
            SolvingSettings settings,
            ListeningPace pace,
            Lasting lasting) {
        this.lasting = lasting;
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
     * @throws Refusal 429 if there are too many, or too many of the account
     */
    Optional<SseEmitter> listen(SolveJob job, @Nullable String lastEvent, AccountId account) {
        long told = number(lastEvent);
        if (job.state().isEnded() && told >= job.event()) {
            return Optional.empty();
        }
        BooleanSupplier mayStill = lasting.may(Permission.READ, job.organisation());
        takePlace(account);
        var emitter = new SseEmitter(pace.longest().toMillis());
        var listener = new Listener(emitter, job.id(), account, mayStill, speaking.language(), told);
        emitter.onCompletion(() -> gone(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> gone(listener));
        welcome(emitter);
        listeners.add(listener);
        tell(listener, Long.MAX_VALUE);
        return Optional.of(emitter);
    }

    /**
     * A first line, which programs pass over. It waits until the request's own thread begins the answer, so that this thread, which puts headers to it
     * still, writes them, too; written by another meanwhile they would be broken, and the caller would wait for an answer for ever.
     */
    private static void welcome(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takePlace(AccountId account) {
        synchronized (places) {
            int own = places.getOrDefault(account, 0);
            int all = places.values().stream().mapToInt(Integer::intValue).sum();
            if (own >= settings.listenersOfOne() || all >= settings.listeners()) {
                throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "solve.too-many-listeners");
            }
            places.put(account, own + 1);
        }
    }

    private static long number(@Nullable String lastEvent) {
        return lastEvent != null && lastEvent.matches("\\d{1,18}") ? Long.parseLong(lastEvent) : 0;
    }

    private void gone(Listener listener) {
        if (listeners.remove(listener)) {
            synchronized (places) {
                places.computeIfPresent(listener.account, (account, own) -> own == 1 ? null : own - 1);
            }
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
        boolean isDue = latest > listener.told || listener.isWaiting || listener.isQuiet() || listener.isToBeChecked();
        if (isDue && listener.isBusy.compareAndSet(false, true)) {
            sending.execute(() -> {
                try {
                    listener.tell();
                } catch (IOException | IllegalStateException | Refusal e) {
                    // Whoever listened has gone, or the solve has.
                    sendAway(listener);
                } catch (RuntimeException e) {
                    LOG.warn("Somebody who listens to solve {} could not be told.", listener.job, e);
                    sendAway(listener);
                } finally {
                    listener.isBusy.set(false);
                }
            });
        }
    }

    private void sendAway(Listener listener) {
        listener.emitter.complete();
        gone(listener);
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
        private final AccountId account;
        private final BooleanSupplier mayStill;
        private final Locale language;
        private final AtomicBoolean isBusy = new AtomicBoolean();
        private volatile long told;
        private volatile boolean isWaiting;
        private volatile long spokeAt = System.nanoTime();
        private volatile long checkedAt = spokeAt;
        private String last = "";

        Listener(
                SseEmitter emitter,
                SolveId job,
                AccountId account,
                BooleanSupplier mayStill,
                Locale language,
                long told) {
            this.account = account;
            this.mayStill = mayStill;
            this.emitter = emitter;
            this.job = job;
            this.language = language;
            this.told = told;
        }

        boolean isQuiet() {
            return System.nanoTime() - spokeAt >= pace.beats().toNanos();
        }

        boolean isToBeChecked() {
            return System.nanoTime() - checkedAt >= pace.beats().toNanos();
        }

        void tell() throws IOException {
            if (isToBeChecked()) {
                if (!mayStill.getAsBoolean()) {
                    sendAway(this);
                    return;
                }
                checkedAt = System.nanoTime();
            }
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
