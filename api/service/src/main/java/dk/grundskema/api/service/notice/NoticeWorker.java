package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.start.MailSettings;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Sends notices in the background if mail is configured: immediately after a publication, otherwise every few seconds. Its scheduler has one thread,
 * so that runs follow each other, and stops after the current mail.
 */
@Component
class NoticeWorker {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final NoticeSender notices;
    private final MailSettings settings;
    private final ThreadPoolTaskScheduler scheduler;
    private volatile boolean isWorking;
    private volatile boolean isClosing;

    NoticeWorker(
            NoticeSender notices,
            MailSettings settings,
            @Qualifier(NoticeConfiguration.SCHEDULER) ThreadPoolTaskScheduler scheduler) {
        this.notices = notices;
        this.settings = settings;
        this.scheduler = scheduler;
    }

    @EventListener(ApplicationReadyEvent.class)
    @SuppressWarnings("FutureReturnValueIgnored") // the task runs until the service stops
    void start() {
        if (settings.isOn()) {
            isWorking = true;
            scheduler.scheduleWithFixedDelay(this::work, INTERVAL);
        }
    }

    /** Triggers an immediate run, unless the worker is not started or is stopping. */
    void wake() {
        try {
            if (isWorking) {
                scheduler.execute(this::work);
            }
        } catch (TaskRejectedException e) {
            LOG.debug("The mail worker is stopping; mails are sent after the next start.");
        }
    }

    private void work() {
        try {
            notices.sendDue(() -> isClosing);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Mails could not be sent; retrying later ({}).",
                    e.getClass().getName());
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        isClosing = true;
    }
}
