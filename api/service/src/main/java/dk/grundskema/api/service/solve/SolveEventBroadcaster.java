package dk.grundskema.api.service.solve;

import dk.grundskema.api.documents.json.JsonFormatter;
import dk.grundskema.api.documents.json.RecordWriter;
import dk.grundskema.api.platform.access.AccountId;
import dk.grundskema.api.platform.access.Permission;
import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.http.RequestTexts;
import dk.grundskema.api.platform.signin.AccessRevalidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends the status of solves to listeners as server-sent events. A single thread polls the database once per second while there are listeners,
 * so that it does not matter which process runs a solve. Each event contains the complete status and the event number of the solve's row; a
 * listener that reconnects gets the latest event if it is newer. Listeners that signed out or lost access are disconnected at the next
 * heartbeat.
 */
@Component
final class SolveEventBroadcaster implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SolveEventBroadcaster.class);

    private final SolveJobRepository jobs;
    private final SolveViewFactory solveViewFactory;
    private final RequestTexts requestTexts;
    private final SolveSettings settings;
    private final ListenerTiming timing;
    private final AccessRevalidator accessRevalidator;
    private final Map<AccountId, Integer> listenersByAccount = new HashMap<>();
    private final Queue<Listener> listeners = new ConcurrentLinkedQueue<>();
    private final ExecutorService sendExecutor = Executors.newVirtualThreadPerTaskExecutor();

    SolveEventBroadcaster(
            SolveJobRepository jobs,
            SolveViewFactory solveViewFactory,
            RequestTexts requestTexts,
            SolveSettings settings,
            ListenerTiming timing,
            AccessRevalidator accessRevalidator) {
        this.accessRevalidator = accessRevalidator;
        this.jobs = jobs;
        this.solveViewFactory = solveViewFactory;
        this.requestTexts = requestTexts;
        this.settings = settings;
        this.timing = timing;
    }

    /**
     * Registers a listener. Returns empty if the solve has ended and the listener has seen its last event.
     *
     * @throws RefusalException 429 if there are too many listeners, in total or for the account
     */
    Optional<SseEmitter> listen(SolveJob job, @Nullable String lastEvent, AccountId account) {
        long lastSentEvent = parseEventId(lastEvent);
        if (job.state().isEnded() && lastSentEvent >= job.event()) {
            return Optional.empty();
        }
        BooleanSupplier permissionCheck = accessRevalidator.permissionCheck(Permission.READ, job.organisation());
        reservePlace(account);
        var emitter = new SseEmitter(timing.maximumDuration().toMillis());
        var listener =
                new Listener(emitter, job.id(), account, permissionCheck, requestTexts.language(), lastSentEvent);
        emitter.onCompletion(() -> removeListener(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> removeListener(listener));
        sendWelcome(emitter);
        listeners.add(listener);
        notifyIfDue(listener, Long.MAX_VALUE);
        return Optional.of(emitter);
    }

    /**
     * Sends an empty comment first. It is buffered until the request's own thread starts the response and writes it together with the headers. A
     * first write by another thread would corrupt the headers, and the client would wait forever.
     */
    private static void sendWelcome(SseEmitter emitter) {
        try {
            emitter.send(SseEmitter.event().comment(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reservePlace(AccountId account) {
        synchronized (listenersByAccount) {
            int own = listenersByAccount.getOrDefault(account, 0);
            int all = listenersByAccount.values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            if (own >= settings.listenersPerAccount() || all >= settings.listeners()) {
                throw RefusalException.of(HttpStatus.TOO_MANY_REQUESTS, "solve.too-many-listeners");
            }
            listenersByAccount.put(account, own + 1);
        }
    }

    private static long parseEventId(@Nullable String lastEvent) {
        return lastEvent != null && lastEvent.matches("\\d{1,18}") ? Long.parseLong(lastEvent) : 0;
    }

    private void removeListener(Listener listener) {
        if (listeners.remove(listener)) {
            synchronized (listenersByAccount) {
                listenersByAccount.computeIfPresent(listener.account, (account, own) -> own == 1 ? null : own - 1);
            }
        }
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void pollEvents() {
        try {
            Map<SolveId, Long> events =
                    jobs.eventCounts(listeners.stream().map(one -> one.job).collect(Collectors.toSet()));
            listeners.forEach(one -> notifyIfDue(one, events.getOrDefault(one.job, Long.MAX_VALUE)));
        } catch (RuntimeException e) {
            LOG.warn("Events of solves could not be read; retrying.", e);
        }
    }

    /** Sends the status to one listener if due, on a thread that may block on a slow connection. */
    private void notifyIfDue(Listener listener, long latest) {
        boolean isDue =
                latest > listener.lastSentEvent || listener.isWaiting || listener.isQuiet() || listener.isCheckDue();
        if (isDue && listener.isBusy.compareAndSet(false, true)) {
            sendExecutor.execute(() -> {
                try {
                    listener.sendState();
                } catch (IOException | IllegalStateException | RefusalException e) {
                    // The listener or the solve is gone.
                    disconnect(listener);
                } catch (RuntimeException e) {
                    LOG.warn("A listener of solve {} could not be notified; disconnecting it.", listener.job, e);
                    disconnect(listener);
                } finally {
                    listener.isBusy.set(false);
                }
            });
        }
    }

    private void disconnect(Listener listener) {
        listener.emitter.complete();
        removeListener(listener);
    }

    /** Disconnects all listeners. They reconnect to another process. */
    void close() {
        listeners.forEach(one -> one.emitter.complete());
    }

    @Override
    public void destroy() {
        close();
        sendExecutor.shutdownNow();
    }

    private final class Listener {
        private final SseEmitter emitter;
        private final SolveId job;
        private final AccountId account;
        private final BooleanSupplier permissionCheck;
        private final Locale language;
        private final AtomicBoolean isBusy = new AtomicBoolean();
        private volatile long lastSentEvent;
        private volatile boolean isWaiting;
        private volatile long lastSentNanos = System.nanoTime();
        private volatile long checkedAt = lastSentNanos;
        private String lastEventId = "";

        Listener(
                SseEmitter emitter,
                SolveId job,
                AccountId account,
                BooleanSupplier permissionCheck,
                Locale language,
                long lastSentEvent) {
            this.account = account;
            this.permissionCheck = permissionCheck;
            this.emitter = emitter;
            this.job = job;
            this.language = language;
            this.lastSentEvent = lastSentEvent;
        }

        boolean isQuiet() {
            return System.nanoTime() - lastSentNanos
                    >= timing.heartbeatInterval().toNanos();
        }

        boolean isCheckDue() {
            return System.nanoTime() - checkedAt >= timing.heartbeatInterval().toNanos();
        }

        void sendState() throws IOException {
            if (isCheckDue()) {
                if (!permissionCheck.getAsBoolean()) {
                    disconnect(this);
                    return;
                }
                checkedAt = System.nanoTime();
            }
            SolveJob currentJob = jobs.get(job);
            String state =
                    JsonFormatter.formatOnOneLine(RecordWriter.toJson(solveViewFactory.view(currentJob, language)));
            boolean isNews = currentJob.event() > lastSentEvent
                    || (currentJob.state() == SolveState.QUEUED
                            && !state.equals(lastEventId)
                            && !lastEventId.isEmpty());
            if (isNews) {
                emitter.send(SseEmitter.event()
                        .id(String.valueOf(currentJob.event()))
                        .name(currentJob.state().isEnded() ? "ended" : "progress")
                        .data(state, MediaType.TEXT_PLAIN));
            } else if (isQuiet()) {
                emitter.send(SseEmitter.event().comment("still here"));
            }
            if (isNews || isQuiet()) {
                lastSentNanos = System.nanoTime();
            }
            lastSentEvent = Math.max(lastSentEvent, currentJob.event());
            lastEventId = state;
            isWaiting = currentJob.state() == SolveState.QUEUED;
            if (currentJob.state().isEnded()) {
                emitter.complete();
            }
        }
    }
}
