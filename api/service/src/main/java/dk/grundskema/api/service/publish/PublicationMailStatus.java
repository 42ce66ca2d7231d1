package dk.grundskema.api.service.publish;

import dk.grundskema.api.service.plan.PlanId;

/** Reports the state of the mails about a publication. */
public interface PublicationMailStatus {
    /**
     * Number of mails about a publication by state.
     *
     * @param isReady        whether the recipients are resolved
     * @param waiting        mails to be sent
     * @param sent           mails that the mail server accepted
     * @param uncertain      mails that the mail server may have accepted
     * @param failed         mails that could not be sent
     * @param joined         mails that were not sent because a later mail tells their news
     * @param declined       recipients who want no mails
     * @param withoutAddress recipients without an address
     * @param dropped        mails that were not sent because nothing was left to tell, or the link was revoked
     */
    record PublicationMailCounts(
            boolean isReady,
            int waiting,
            int sent,
            int uncertain,
            int failed,
            int joined,
            int declined,
            int withoutAddress,
            int dropped) {}

    /** Returns whether this service sends mail. */
    boolean isOffered();

    /**
     * Returns the number of mails about a publication by state.
     *
     * @throws dk.grundskema.api.platform.http.RefusalException 404 if there is no publication with that number
     */
    PublicationMailCounts countMails(PlanId plan, int number);
}
