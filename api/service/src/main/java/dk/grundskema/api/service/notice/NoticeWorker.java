package dk.grundskema.api.service.notice;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Background thread that sends notices if mail is configured: immediately after a publication, otherwise every few seconds. */
@Component
class NoticeWorker implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final long SECONDS_BETWEEN = 5;
    private static final long CLOSING_SECONDS = 10;

    private final NoticeSender notices;
    private final MailSettings settings;
    private final ScheduledExecutorService working = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("notices").unstarted(task));
    private volatile boolean isWorking;
    private volatile boolean isClosing;

    NoticeWorker(NoticeSender notices, MailSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // the task runs until the service stops
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (settings.isOn()) {
            isWorking = true;
            working.scheduleWithFixedDelay(this::work, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    /** Triggers an immediate run, unless the worker is not started or is stopping. */
    void wake() {
        try {
            if (isWorking) {
                working.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
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

    /** Stops after the current mail. The thread is not interrupted, because an interrupt would close the embedded database. */
    @Override
    public void destroy() throws InterruptedException {
        isClosing = true;
        working.shutdown();
        if (!working.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The service stops while a mail is still being sent.");
        }
    }
}
