package dk.grundskema.api.server.notices;

import dk.grundskema.api.server.notices.NoticeController.NoticesView;
import dk.grundskema.api.server.plans.PlanId;
import org.springframework.stereotype.Component;

/** What becomes of mails about publications, for pages. */
@Component
public class MailNews {
    private final NoticeController notices;
    private final MailSettings settings;

    MailNews(NoticeController notices, MailSettings settings) {
        this.notices = notices;
        this.settings = settings;
    }

    /**
     * How many mails about a publication became what.
     *
     * @param isReady        whether it is worked out by now who is to get one
     * @param waiting        are to be sent
     * @param sent           the mail server has taken
     * @param uncertain      the mail server may have or not
     * @param failed         couldn't be sent
     * @param declined       weren't sent to people who want none
     * @param withoutAddress weren't sent for want of an address
     */
    public record Mails(
            boolean isReady, int waiting, int sent, int uncertain, int failed, int declined, int withoutAddress) {}

    /** Whether this service sends mails. */
    public boolean isOffered() {
        return settings.isOn();
    }

    /**
     * What became of the mails about a publication.
     *
     * @throws dk.grundskema.api.server.platform.Refusal 404 if there is none of that number
     */
    public Mails of(PlanId plan, int number) {
        NoticesView view = notices.notices(plan, number);
        return new Mails(
                view.ready(),
                view.waiting(),
                view.sent(),
                view.uncertain(),
                view.failed(),
                view.declined(),
                view.withoutAddress());
    }
}
