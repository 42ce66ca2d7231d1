package dk.grundskema.api.server.notices;

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

/** The thread that sends notices, where any are sent: after a publication at once, otherwise every few seconds. */
@Component
class NoticeWorker implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeWorker.class);
    private static final long SECONDS_BETWEEN = 5;
    private static final long CLOSING_SECONDS = 10;

    private final Notices notices;
    private final MailSettings settings;
    private final ScheduledExecutorService working = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("notices").unstarted(task));
    private volatile boolean isWorking;
    private volatile boolean isClosing;

    NoticeWorker(Notices notices, MailSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // it goes on until the service ends
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (settings.isOn()) {
            isWorking = true;
            working.scheduleWithFixedDelay(this::work, 0, SECONDS_BETWEEN, TimeUnit.SECONDS);
        }
    }

    /** Lets it look at once, if it has begun and isn't ending. */
    void wake() {
        try {
            if (isWorking) {
                working.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
            LOG.debug("Mails are sent after the next start.");
        }
    }

    private void work() {
        try {
            notices.work(() -> isClosing);
        } catch (RuntimeException e) {
            LOG.warn("Mails are sent later ({}).", e.getClass().getName());
        }
    }

    /** Ends after the mail that it is at; an interrupted thread would close the embedded database. */
    @Override
    public void destroy() throws InterruptedException {
        isClosing = true;
        working.shutdown();
        if (!working.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("A mail is still being sent as the service ends.");
        }
    }
}
