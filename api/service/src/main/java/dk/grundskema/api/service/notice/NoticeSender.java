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
    private static final int BATCH_SIZE = 100;
    private static final Duration MIN_PAUSE = Duration.ofSeconds(30);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(10);
    private static final int MAX_DOUBLINGS = 6;

    private final NoticeRepository noticeRepository;
    private final NoticeRecipientResolver noticeRecipientResolver;
    private final NoticeMailComposer mailComposer;
    private final SmtpMailSender mailSender;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private Duration pause = Duration.ZERO;
    private Instant pausedUntil = Instant.MIN;

    NoticeSender(
            NoticeRepository noticeRepository,
            NoticeRecipientResolver noticeRecipientResolver,
            NoticeMailComposer mailComposer,
            SmtpMailSender mailSender,
            InstantSource clock,
            MeterRegistry meters) {
        this.noticeRepository = noticeRepository;
        this.noticeRecipientResolver = noticeRecipientResolver;
        this.mailComposer = mailComposer;
        this.mailSender = mailSender;
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
        if (clock.instant().isBefore(pausedUntil)) {
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
            mailSender.disconnect();
        }
    }

    /** Returns due notices after resolving new publications, which may be more urgent or change the content of pending notices. */
    private List<Notice> resolveAndFindDue() {
        Instant now = clock.instant();
        noticeRepository.expireOverdue(now);
        noticeRecipientResolver.resolveAll(now);
        return noticeRepository.findDue(now, BATCH_SIZE);
    }

    /** Sends a notice unless another process claimed it. Returns whether the mail server is reachable. */
    private boolean send(Notice notice) {
        Instant now = clock.instant();
        if (!noticeRepository.claim(notice, now)) {
            return true;
        }
        NoticeMailComposer.CompositionResult composition;
        try {
            composition = mailComposer.compose(notice, now);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The mail for {} could not be composed; retrying later ({}).",
                    notice,
                    e.getClass().getName());
            noticeRepository.requeue(notice, nextAttempt(notice), now);
            return true;
        }
        return switch (composition) {
            case NoticeMailComposer.NoMail nothing -> {
                finish(notice, nothing.state());
                yield true;
            }
            case NoticeMailComposer.ComposedMail ready -> recordResult(notice, mailSender.send(ready.letter()));
        };
    }

    private boolean recordResult(Notice notice, MailSendResult outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case TAKEN -> finish(notice, NoticeState.SENT);
            case REFUSED -> finish(notice, NoticeState.FAILED);
            case UNCERTAIN -> finish(notice, NoticeState.UNCERTAIN);
            case LATER -> noticeRepository.requeue(notice, nextAttempt(notice), now);
            case UNREACHABLE -> noticeRepository.requeue(notice, notice.due(), now);
        }
        if (outcome != MailSendResult.UNREACHABLE) {
            pause = Duration.ZERO;
            return true;
        }
        pause = pause.isZero() ? MIN_PAUSE : pause.multipliedBy(2);
        pause = pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
        pausedUntil = now.plus(pause);
        LOG.warn("The mail server is not reachable; sending pauses for {} seconds.", pause.toSeconds());
        return false;
    }

    private void finish(Notice notice, NoticeState state) {
        noticeRepository.finish(notice, state, clock.instant());
        meters.counter("grundskema.notices", "outcome", state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** Returns the time of the next attempt: one minute after the first, then twice as long each time, up to about one hour. */
    private Instant nextAttempt(Notice notice) {
        long minutes = 1L << Math.min(notice.attempts(), MAX_DOUBLINGS);
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }
}
