package dk.grundskema.api.service.notice;

import dk.grundskema.api.service.notice.NoticeController.NoticesView;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.publish.PublicationMailStatus;
import org.springframework.stereotype.Component;

/** Counts the mails of a publication by state. */
@Component
class NoticeMailStatus implements PublicationMailStatus {
    private final NoticeController notices;
    private final MailSettings settings;

    NoticeMailStatus(NoticeController notices, MailSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    @Override
    public boolean isOffered() {
        return settings.isOn();
    }

    @Override
    public PublicationMailCounts countMails(PlanId plan, int number) {
        NoticesView view = notices.mailCounts(plan, number);
        return new PublicationMailCounts(
                view.ready(),
                view.waiting(),
                view.sent(),
                view.uncertain(),
                view.failed(),
                view.declined(),
                view.withoutAddress());
    }
}
