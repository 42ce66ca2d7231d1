package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.start.MailSettings;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.FeedLink;
import dk.grundskema.api.service.publish.StaffCalendarChangeFinder;
import dk.grundskema.api.service.publish.StaffCalendarChangeFinder.CalendarDifference;
import dk.grundskema.domain.people.StaffId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Resolves the recipients of publications: creates a notice for each staff member whose next two weeks change. The result follows from the
 * publications, and a pending publication is deleted in the transaction that creates its notices; so a crash needs no repair. Pending
 * notices of the same person are joined into the new one.
 */
@Component
class NoticeRecipientResolver {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeRecipientResolver.class);

    private static final Duration MIN_PAUSE = Duration.ofSeconds(5);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(10);

    private final Map<PendingPublication, RetryPause> retryPauses = new HashMap<>();
    private final NoticeRepository noticeRepository;
    private final StaffCalendarChangeFinder staffChangeFinder;
    private final MailSettings settings;
    private final TransactionTemplate transaction;

    NoticeRecipientResolver(
            NoticeRepository noticeRepository,
            StaffCalendarChangeFinder staffChangeFinder,
            MailSettings settings,
            TransactionTemplate transaction) {
        this.noticeRepository = noticeRepository;
        this.staffChangeFinder = staffChangeFinder;
        this.settings = settings;
        this.transaction = transaction;
    }

    /**
     * Pause of a pending publication that failed.
     *
     * @param pause length of the pause
     * @param until end of the pause
     */
    private record RetryPause(Duration pause, Instant until) {
        static RetryPause after(@Nullable RetryPause before, Instant now) {
            Duration pause = before == null ? MIN_PAUSE : before.pause().multipliedBy(2);
            Duration bound = pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
            return new RetryPause(bound, now.plus(bound));
        }
    }

    /** Resolves all pending publications. A failed one blocks only later publications of its plan and is retried after growing pauses. */
    synchronized void resolveAll(Instant now) {
        Set<PlanId> failed = new HashSet<>();
        List<PendingPublication> rounds = noticeRepository.findPendingPublications();
        retryPauses.keySet().retainAll(Set.copyOf(rounds));
        for (PendingPublication round : rounds) {
            RetryPause pause = retryPauses.get(round);
            if (pause != null && now.isBefore(pause.until())) {
                failed.add(round.plan());
            }
            if (failed.contains(round.plan())) {
                continue;
            }
            try {
                transaction.executeWithoutResult(status -> {
                    if (noticeRepository.takePendingPublication(round)) {
                        resolveRecipients(round, now);
                    }
                });
            } catch (RuntimeException e) {
                failed.add(round.plan());
                retryPauses.put(round, RetryPause.after(pause, now));
                if (pause == null) { // log only the first failure: it may last for a day
                    LOG.warn(
                            "Recipients of publication {} {} could not be resolved; retrying later ({}).",
                            round.plan(),
                            round.number(),
                            e.getClass().getName());
                }
            }
        }
    }

    private void resolveRecipients(PendingPublication round, Instant now) {
        Map<StaffId, List<Notice>> waiting = noticeRepository.findPendingByStaff(round.plan());
        for (FeedLink link : staffChangeFinder.findReachedLinks(round.plan(), round.number())) {
            List<Notice> earlier = waiting.getOrDefault(new StaffId(link.ownerId()), List.of());
            if (round.isNoticeWanted() || !earlier.isEmpty()) {
                createNotice(round, link, earlier, now);
            }
        }
    }

    /**
     * Creates the notice of a staff member. Joins the person's pending notices: the new one reports all changes since the publication that
     * the person knows.
     */
    private void createNotice(PendingPublication round, FeedLink link, List<Notice> earlier, Instant now) {
        StaffId person = new StaffId(link.ownerId());
        int since = staffChangeFinder.findPreviousNumber(round.plan(), round.number(), person);
        Instant dueAt = Instant.MAX;
        boolean isWaited = false;
        for (Notice one : earlier) {
            if (noticeRepository.markJoined(one, now)) {
                isWaited = true;
                since = Math.min(since, one.since());
                dueAt = one.due().isBefore(dueAt) ? one.due() : dueAt;
            }
        }
        if (!round.isNoticeWanted() && !isWaited) {
            return;
        }
        CalendarDifference difference =
                staffChangeFinder.compare(round.plan(), since, round.number(), person, link.language());
        Instant published = difference.published().published();
        NoticeWindow window = NoticeWindow.of(difference, published);
        if (!window.reportedChanges().isEmpty()) {
            // The moment of a publication is in the future if the previous one was less than a second earlier
            Instant soon = now.isBefore(published) ? now : published;
            Instant own = window.reportedChanges(true).isEmpty() ? soon.plus(settings.collectionDelay()) : soon;
            noticeRepository.insert(new Notice(
                    round.plan(), round.number(), person, since, published, own.isBefore(dueAt) ? own : dueAt, 0));
        }
    }
}
