package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.publishing.HearsOfPublications;
import dk.grundskema.api.server.publishing.Publication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes publications of which people are to be told, in the transaction in which these are made: neither is ever there without the other. */
@Component
class Rounds implements HearsOfPublications {
    private final NoticeRows rows;
    private final MailSettings settings;
    private final NoticeWorker worker;

    Rounds(NoticeRows rows, MailSettings settings, NoticeWorker worker) {
        this.rows = rows;
        this.settings = settings;
        this.worker = worker;
    }

    @Override
    public void published(Publication published, boolean isTold) {
        if (settings.isOn()) {
            rows.insert(new Round(published.plan(), published.number(), isTold));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    worker.wake();
                }
            });
        }
    }
}
