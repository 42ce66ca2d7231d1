package dk.grundskema.api.service.notice;

import dk.grundskema.api.platform.http.RefusalException;
import dk.grundskema.api.platform.start.MailSettings;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.api.service.plan.PlanStore;
import dk.grundskema.api.service.publish.Publication;
import dk.grundskema.api.service.publish.PublicationMailStatus;
import dk.grundskema.api.service.publish.PublicationRepository;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts the mails of a publication by state. */
@Component
class NoticeMailStatus implements PublicationMailStatus {
    private final NoticeRepository notices;
    private final MailSettings settings;
    private final PublicationRepository publications;
    private final PlanStore plans;

    NoticeMailStatus(
            NoticeRepository notices, MailSettings settings, PublicationRepository publications, PlanStore plans) {
        this.notices = notices;
        this.settings = settings;
        this.publications = publications;
        this.plans = plans;
    }

    @Override
    public boolean isOffered() {
        return settings.isOn();
    }

    @Override
    public PublicationMailCounts countMails(PlanId plan, int number) {
        PlanId found = publications
                .findOfFamily(plans.get(plan).id(), number)
                .map(Publication::plan)
                .orElseThrow(RefusalException::notFound);
        boolean isReady = !notices.isPending(found, number);
        Map<NoticeState, Integer> counts = notices.countByState(found, number);
        return new PublicationMailCounts(
                isReady,
                counts.getOrDefault(NoticeState.PENDING, 0) + counts.getOrDefault(NoticeState.SENDING, 0),
                counts.getOrDefault(NoticeState.SENT, 0),
                counts.getOrDefault(NoticeState.UNCERTAIN, 0),
                counts.getOrDefault(NoticeState.FAILED, 0),
                counts.getOrDefault(NoticeState.JOINED, 0),
                counts.getOrDefault(NoticeState.DECLINED, 0),
                counts.getOrDefault(NoticeState.NO_ADDRESS, 0),
                counts.getOrDefault(NoticeState.DROPPED, 0));
    }
}
