package dk.grundskema.api.service.notice;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends due notices, each at most once. The sender first claims a notice by a conditional update of its row, which only one process can
 * win. It returns the notice to the queue only if the mail server certainly does not have the mail. A claim that a crash leaves behind ends
 * as {@link NoticeState#UNCERTAIN} and is not repeated. If no server is reachable, sending pauses.
 */
@Component
class NoticeSender {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeSender.class);
    private static final int AT_ONCE = 100;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLED = 6;

    private final NoticeRepository rows;
    private final RecipientResolver workingOut;
    private final NoticeMailComposer letters;
    private final SmtpMailSender server;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private Duration pause = Duration.ZERO;
    private Instant paused = Instant.MIN;

    NoticeSender(
            NoticeRepository rows,
            RecipientResolver workingOut,
            NoticeMailComposer letters,
            SmtpMailSender server,
            InstantSource clock,
            MeterRegistry meters) {
        this.rows = rows;
        this.workingOut = workingOut;
        this.letters = letters;
        this.server = server;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Resolves the recipients of new publications and sends due notices.
     *
     * @param isClosing returns whether to stop after the current notice
     */
    synchronized void sendDue(BooleanSupplier isClosing) {
        List<Notice> first = resolveAndFindDue();
        if (clock.instant().isBefore(paused)) {
            return;
        }
        try {
            boolean isReachable = true;
            for (List<Notice> due = first; isReachable && !due.isEmpty(); due = resolveAndFindDue()) {
                for (Notice one : due) {
                    if (isClosing.getAsBoolean()) {
                        return;
                    }
                    isReachable = isReachable && send(one);
                }
            }
        } finally {
            server.disconnect();
        }
    }

    /** Returns due notices after resolving new publications, which may be more urgent or change the content of pending notices. */
    private List<Notice> resolveAndFindDue() {
        Instant now = clock.instant();
        rows.expireOverdue(now);
        workingOut.resolveAll(now);
        return rows.findDue(now, AT_ONCE);
    }

    /** Sends a notice unless another process claimed it. Returns whether the mail server is reachable. */
    private boolean send(Notice notice) {
        Instant now = clock.instant();
        if (!rows.claim(notice, now)) {
            return true;
        }
        NoticeMailComposer.CompositionResult written;
        try {
            written = letters.compose(notice, now);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The mail for {} could not be composed; retrying later ({}).",
                    notice,
                    e.getClass().getName());
            rows.requeue(notice, nextAttempt(notice), now);
            return true;
        }
        return switch (written) {
            case NoticeMailComposer.NoMail nothing -> {
                finish(notice, nothing.state());
                yield true;
            }
            case NoticeMailComposer.ComposedMail ready -> recordResult(notice, server.send(ready.letter()));
        };
    }

    private boolean recordResult(Notice notice, MailSendResult outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case TAKEN -> finish(notice, NoticeState.SENT);
            case REFUSED -> finish(notice, NoticeState.FAILED);
            case UNCERTAIN -> finish(notice, NoticeState.UNCERTAIN);
            case LATER -> rows.requeue(notice, nextAttempt(notice), now);
            case UNREACHABLE -> rows.requeue(notice, notice.due(), now);
        }
        if (outcome != MailSendResult.UNREACHABLE) {
            pause = Duration.ZERO;
            return true;
        }
        pause = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        paused = now.plus(pause);
        LOG.warn("The mail server is not reachable; sending pauses for {} seconds.", pause.toSeconds());
        return false;
    }

    private void finish(Notice notice, NoticeState state) {
        rows.finish(notice, state, clock.instant());
        meters.counter("grundskema.notices", "outcome", state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Returns the time of the next attempt: one minute after the first, then twice as long each time, up to about one hour. */
    private Instant nextAttempt(Notice notice) {
        long minutes = 1L << Math.min(notice.attempts(), MOST_DOUBLED);
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }
}
