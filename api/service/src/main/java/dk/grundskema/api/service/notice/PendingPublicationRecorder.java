package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.start.MailSettings;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Records publications that need notices, in the publication's transaction: either both are stored or neither. */
@Component
class PendingPublicationRecorder implements PublicationListener {
    private final NoticeRepository noticeRepository;
    private final MailSettings settings;
    private final NoticeWorker worker;

    PendingPublicationRecorder(NoticeRepository noticeRepository, MailSettings settings, NoticeWorker worker) {
        this.noticeRepository = noticeRepository;
        this.settings = settings;
        this.worker = worker;
    }

    @Override
    public void onMoved(PlanId from, PlanId to) {
        noticeRepository.move(from, to);
    }

    @Override
    public void onPublished(Publication published, boolean isNoticeWanted) {
        if (settings.isOn()) {
            noticeRepository.insert(new PendingPublication(published.plan(), published.number(), isNoticeWanted));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        }
    }
}
