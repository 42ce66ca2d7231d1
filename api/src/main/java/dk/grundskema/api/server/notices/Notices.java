package dk.grundskema.api.server.notices;

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
 * Sends notices. Whoever is to send one takes it in hand first, by a change of its row that only one can make; from then on it goes back only if the mail
 * server certainly doesn't have it. So each is sent once at most, whoever dies when.
 */
@Component
class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int AT_ONCE = 100;
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MOST_DOUBLED = 6;

    private final NoticeRows rows;
    private final WorkingOut workingOut;
    private final Letters letters;
    private final MailServer server;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private Duration pause = Duration.ZERO;
    private Instant paused = Instant.MIN;

    Notices(
            NoticeRows rows,
            WorkingOut workingOut,
            Letters letters,
            MailServer server,
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
     * Works out what was published and sends what is due.
     *
     * @param isClosing whether to end after the notice that it is at
     */
    synchronized void work(BooleanSupplier isClosing) {
        List<Notice> first = due();
        if (clock.instant().isBefore(paused)) {
            return;
        }
        try {
            boolean isReachable = true;
            for (List<Notice> due = first; isReachable && !due.isEmpty(); due = due()) {
                for (Notice one : due) {
                    if (isClosing.getAsBoolean()) {
                        return;
                    }
                    isReachable = isReachable && send(one);
                }
            }
        } finally {
            server.hangUp();
        }
    }

    /** Some that are due, after what was published meanwhile: that may be more urgent, or change what the others are to be told. */
    private List<Notice> due() {
        Instant now = clock.instant();
        rows.giveUp(now);
        workingOut.all(now);
        return rows.due(now, AT_ONCE);
    }

    /** Sends a notice if nobody else does; whether there is somebody who takes mails. */
    private boolean send(Notice notice) {
        Instant now = clock.instant();
        if (!rows.claim(notice, now)) {
            return true;
        }
        Letters.Written written;
        try {
            written = letters.write(notice, now);
        } catch (RuntimeException e) {
            LOG.warn(
                    "A mail about {} is written later ({}).",
                    notice,
                    e.getClass().getName());
            rows.putBack(notice, later(notice), now);
            return true;
        }
        return switch (written) {
            case Letters.Nothing nothing -> {
                end(notice, nothing.state());
                yield true;
            }
            case Letters.Ready ready -> noted(notice, server.take(ready.letter()));
        };
    }

    private boolean noted(Notice notice, HandOver outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case TAKEN -> end(notice, NoticeState.SENT);
            case REFUSED -> end(notice, NoticeState.FAILED);
            case UNCERTAIN -> end(notice, NoticeState.UNCERTAIN);
            case LATER -> rows.putBack(notice, later(notice), now);
            case UNREACHABLE -> rows.putBack(notice, notice.due(), now);
        }
        if (outcome != HandOver.UNREACHABLE) {
            pause = Duration.ZERO;
            return true;
        }
        pause = pause.isZero() ? SHORTEST_PAUSE : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        paused = now.plus(pause);
        LOG.warn("No mails are sent for {} seconds: nobody takes them.", pause.toSeconds());
        return false;
    }

    private void end(Notice notice, NoticeState state) {
        rows.end(notice, state, clock.instant());
        meters.counter("grundskema.notices", "outcome", state.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    /** A minute after the first attempt, and twice as long after each further one, to about an hour. */
    private Instant later(Notice notice) {
        long minutes = 1L << Math.min(notice.attempts(), MOST_DOUBLED);
        return clock.instant().plus(Duration.ofMinutes(minutes));
    }
}
